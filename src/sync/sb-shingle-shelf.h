/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-document-text.h"
#include "sb-likeness.h"

G_BEGIN_DECLS

/**
 * SbShingleShelf:
 *
 * The words of the texts that were read while some are compared, for those that have a
 * turn of phrase in common are compared with each other again and again; those of others
 * are read from the store. Owned by one; the thread of the store.
 */
typedef struct _SbShingleShelf SbShingleShelf;

/* @store: is to live longer. */
SbShingleShelf *_sb_shingle_shelf_new (SbStore *store) G_GNUC_WARN_UNUSED_RESULT;
void _sb_shingle_shelf_free (SbShingleShelf *self);

/* The words of a text that was read; NULL without one, and of one that was withdrawn. Any
 * thread. */
SbShingles *_sb_shingle_shelf_make (const SbDocumentText *text) G_GNUC_WARN_UNUSED_RESULT;

/* Puts the words of a document there, which are taken over and lent until the next ones
 * are put there: of too many, none is kept. */
const SbShingles *_sb_shingle_shelf_put (SbShingleShelf *self,
                                         gint64 document,
                                         SbShingles *shingles);

/* Lends the words of a document until others are put there; NULL for one without a
 * text. */
gboolean _sb_shingle_shelf_get (SbShingleShelf *self,
                                gint64 document,
                                const SbShingles **shingles,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbShingleShelf, _sb_shingle_shelf_free)

G_END_DECLS
