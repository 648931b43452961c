/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* From @position on, @n_removed rows are replaced by @n_added rows, after the
 * changes that stand before this one were made. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} SbSplice;

/* The fewest changes that make @old what @new is, as far as a single pass finds
 * them. Rows of @new that are shown as they were are replaced by those of @old.
 * Both are arrays of SbRecord without a record twice. Any thread.
 * (element-type SbSplice) */
GArray *_sb_record_diff (GPtrArray *old,
                         GPtrArray *new) G_GNUC_WARN_UNUSED_RESULT;

/* The same for ids alone (element-type gint64), none of which is there twice. Any
 * thread. (element-type SbSplice) */
GArray *_sb_id_diff (GArray *old,
                     GArray *new) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
