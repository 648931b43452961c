/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-id-set.h"

struct _SbIdSet
{
  guint64 *words; /* (owned) */
  gsize n_words;
  guint size;
};

static gboolean
is_in_range (gint64 id)
{
  return id >= 1 && id <= G_MAXUINT32;
}

SbIdSet *
sb_id_set_new (GArray *ids)
{
  SbIdSet *self = g_atomic_rc_box_new0 (SbIdSet);
  gint64 largest = 0;

  for (guint i = 0; i < ids->len; i++)
    if (is_in_range (g_array_index (ids, gint64, i)))
      largest = MAX (largest, g_array_index (ids, gint64, i));

  self->n_words = (gsize) (largest / 64 + 1);
  self->words = g_new0 (guint64, self->n_words);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!is_in_range (id) || sb_id_set_contains (self, id))
        continue;

      self->words[id / 64] |= G_GUINT64_CONSTANT (1) << (id % 64);
      self->size++;
    }

  return self;
}

SbIdSet *
sb_id_set_ref (SbIdSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
id_set_clear (gpointer data)
{
  SbIdSet *self = data;

  g_free (self->words);
}

void
sb_id_set_unref (SbIdSet *self)
{
  g_atomic_rc_box_release_full (self, id_set_clear);
}

guint
sb_id_set_get_size (const SbIdSet *self)
{
  return self->size;
}

gboolean
sb_id_set_contains (const SbIdSet *self,
                    gint64 id)
{
  return is_in_range (id) && (gsize) (id / 64) < self->n_words && (self->words[id / 64] >> (id % 64) & 1) != 0;
}

const guint64 *
sb_id_set_get_words (const SbIdSet *self,
                     gsize *n_words)
{
  *n_words = self->n_words;
  return self->words;
}
