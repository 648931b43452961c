/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbBulk:
 *
 * More than fits in memory as one unit of work: many change sets, one after the
 * other, in one transaction and under one label of the history. Freed without
 * having been committed, it leaves no trace. What a change set refers to is in it,
 * in one before, or in the catalogue. Belongs to the thread of its store.
 */
typedef struct _SbBulk SbBulk;

/* @label as for sb_change_set_new(). */
SbBulk *sb_bulk_new (SbStore *store,
                     const char *label,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Stores a part; its own label does not count. */
gboolean sb_bulk_apply (SbBulk *self,
                        SbChangeSet *changes,
                        GError **error);
/* Whether storing @record over @stored would change anything: what is derived and
 * the names in references do not count. */
gboolean sb_bulk_is_change (SbRecord *stored,
                            SbRecord *record);
gboolean sb_bulk_commit (SbBulk *self,
                         GError **error);
void sb_bulk_free (SbBulk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBulk, sb_bulk_free)

G_END_DECLS
