/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-shingle-shelf.h"

#include <string.h>

/* Words that are kept, 4 bytes each. */
#define KEPT_WORDS (2 << 20)

struct _SbShingleShelf
{
  SbStore *store; /* (unowned) */
  GHashTable *shingles; /* (owned) (element-type gint64 SbShingles) NULL for a document without a text */
  guint n_words; /* of those */
};

static void
free_shingles (gpointer data)
{
  if (data != NULL)
    sb_shingles_free (data);
}

SbShingleShelf *
_sb_shingle_shelf_new (SbStore *store)
{
  SbShingleShelf *self = g_new0 (SbShingleShelf, 1);

  self->store = store;
  self->shingles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_shingles);
  return self;
}

void
_sb_shingle_shelf_free (SbShingleShelf *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->shingles);
  g_free (self);
}

SbShingles *
_sb_shingle_shelf_make (const SbDocumentText *text)
{
  return text->text != NULL && !text->is_withdrawn ? sb_shingles_new (text->text, strlen (text->text)) : NULL;
}

static const SbShingles *
keep (SbShingleShelf *self,
      gint64 document,
      SbShingles *shingles)
{
  g_hash_table_insert (self->shingles, g_memdup2 (&document, sizeof document), shingles);
  self->n_words += shingles != NULL ? sb_shingles_get_n_words (shingles) : 0;
  return shingles;
}

const SbShingles *
_sb_shingle_shelf_put (SbShingleShelf *self,
                       gint64 document,
                       SbShingles *shingles)
{
  if (self->n_words > KEPT_WORDS)
    {
      g_hash_table_remove_all (self->shingles);
      self->n_words = 0;
    }

  return keep (self, document, shingles);
}

gboolean
_sb_shingle_shelf_get (SbShingleShelf *self,
                       gint64 document,
                       const SbShingles **shingles,
                       GError **error)
{
  g_auto (SbDocumentText) text = { 0 };
  gpointer kept;

  if (g_hash_table_lookup_extended (self->shingles, &document, NULL, &kept))
    {
      *shingles = kept;
      return TRUE;
    }
  if (!sb_store_get_document_text (self->store, document, &text, error))
    return FALSE;

  *shingles = keep (self, document, _sb_shingle_shelf_make (&text));
  return TRUE;
}
