/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What a record holds for the one who keeps the catalogue and no one else: what
 * became of the last poll of a feed, how often it is asked, a name and password
 * in its address; what was read, starred and put away. A dossier goes without. */

/* @record without them; itself when it has none. */
SbRecord *sb_private_fields_drop (SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* @incoming with those of @stored (nullable: it is new here). */
SbRecord *sb_private_fields_keep (SbRecord *incoming,
                                  SbRecord *stored) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
