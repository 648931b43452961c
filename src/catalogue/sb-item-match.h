/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Which item of the list in @field is which, in two states of one record. The
 * items of a list have no identity of their own: equal ones are the same, then
 * those that have the most in common (what they refer to counts more), then
 * what is left at the same place. For each item of @a the position of its
 * counterpart in @b, or -1; no two have the same one. Any thread.
 * (element-type int) */
GArray *_sb_items_match (SbRecord *a,
                         SbRecord *b,
                         guint field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
