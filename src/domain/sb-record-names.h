/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* All that @record is called, folded as by sb_fold(), a line each: its title in both
 * languages, short names, aliases, codes. What somebody types to find it in a list is a
 * part of one of them. Any thread. */
char *sb_record_fold_names (SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
