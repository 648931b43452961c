/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbIdSet:
 *
 * A set of record ids, one bit for each id up to the largest: the ids of a
 * catalogue are small and lie close together. Immutable and reference counted,
 * safe to share between threads. To ask costs one load of memory, so that it may
 * be done for each of a million events.
 */
typedef struct _SbIdSet SbIdSet;

/* @ids: (element-type gint64). Those below 1 or above G_MAXUINT32, which no
 * catalogue has, are left out. */
SbIdSet *sb_id_set_new (GArray *ids) G_GNUC_WARN_UNUSED_RESULT;
SbIdSet *sb_id_set_ref (SbIdSet *self);
void sb_id_set_unref (SbIdSet *self);

guint sb_id_set_get_size (const SbIdSet *self);
gboolean sb_id_set_contains (const SbIdSet *self,
                             gint64 id);

/* The bits, 64 in a word, id 0 the lowest of the first; for loops that ask of
 * very many ids. @n_words is how many words there are. */
const guint64 *sb_id_set_get_words (const SbIdSet *self,
                                    gsize *n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbIdSet, sb_id_set_unref)

G_END_DECLS
