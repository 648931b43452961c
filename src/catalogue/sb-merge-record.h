/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What merging two records makes of them. Nothing here reads or writes a
 * catalogue. Any thread. */

/* Whether the list has an item of the same values. */
gboolean _sb_record_has_item (SbRecord *record,
                              guint field,
                              SbRecord *item);

/* @kept with what @gone has more: its names as other names, the items of its
 * lists, and what @kept says nothing of, or not in one of the languages. It is
 * withdrawn when both are. Both are actors, or places. */
SbRecord *_sb_record_combine (SbRecord *kept,
                              SbRecord *gone) G_GNUC_WARN_UNUSED_RESULT;

/* The fields, names and lists aside, in which both say something and not the
 * same: what @kept says stays. (element-type guint) */
GArray *_sb_record_list_contradictions (SbRecord *kept,
                                        SbRecord *gone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
