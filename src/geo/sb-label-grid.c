/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-label-grid.h"

#include <math.h>

/* Side of a square, logical pixels: about the width of a name. */
#define SQUARE 96.0

/* Two squares may share a key; then rectangles are compared in vain, no more. */
#define KEY(x, y) GSIZE_TO_POINTER ((gsize) (x) *73856093u ^ (gsize) (y) *19349663u)

typedef struct
{
  SbRect box;
  guint next; /* of the same key; 0 at the end */
} Entry;

struct _SbLabelGrid
{
  GArray *entries; /* (owned) (element-type Entry): the first is not used */
  GHashTable *heads; /* (owned): key to entry */
};

SbLabelGrid *
sb_label_grid_new (void)
{
  SbLabelGrid *self = g_new0 (SbLabelGrid, 1);

  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->heads = g_hash_table_new (NULL, NULL);
  g_array_set_size (self->entries, 1);

  return self;
}

void
sb_label_grid_free (SbLabelGrid *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->heads);
  g_free (self);
}

static int
get_square (double value)
{
  return floor (value / SQUARE);
}

gboolean
sb_label_grid_is_free (const SbLabelGrid *self,
                       const SbRect *box)
{
  int right = get_square (box->x + box->width);
  int bottom = get_square (box->y + box->height);

  for (int y = get_square (box->y); y <= bottom; y++)
    for (int x = get_square (box->x); x <= right; x++)
      {
        guint next = GPOINTER_TO_UINT (g_hash_table_lookup (self->heads, KEY (x, y)));

        while (next != 0)
          {
            const Entry *entry = &g_array_index (self->entries, Entry, next);

            if (sb_rect_intersects (&entry->box, box))
              return FALSE;
            next = entry->next;
          }
      }

  return TRUE;
}

void
sb_label_grid_add (SbLabelGrid *self,
                   const SbRect *box)
{
  int right = get_square (box->x + box->width);
  int bottom = get_square (box->y + box->height);

  for (int y = get_square (box->y); y <= bottom; y++)
    for (int x = get_square (box->x); x <= right; x++)
      {
        gpointer key = KEY (x, y);
        Entry entry = { *box, GPOINTER_TO_UINT (g_hash_table_lookup (self->heads, key)) };

        g_hash_table_insert (self->heads, key, GUINT_TO_POINTER (self->entries->len));
        g_array_append_val (self->entries, entry);
      }
}
