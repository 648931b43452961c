/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-furniture.h"

#include <string.h>

/* How much of a page, from above and from below, may hold furniture, and in
 * how many rows. */
#define EDGE     0.13
#define MAX_ROWS 3

/* A row is furniture when it stands on this share of the pages, and on two of
 * them at least. */
#define MIN_SHARE 0.4

/* Longer rows are text, in bytes. */
#define MAX_LENGTH 200

/* The lines of one page, from an edge inwards. */
typedef struct
{
  GArray *lines; /* (unowned) (element-type SbPdfLine) */
  GHashTable *counts; /* (unowned) (element-type utf8) signature to number of pages */
  guint min_pages;
} Pages;

static int
compare_bottoms (gconstpointer a,
                 gconstpointer b)
{
  return -_sb_pdf_line_compare_tops (a, b);
}

/* The text of a row without its numbers: the same for the heads of all pages.
 * NULL for what is no furniture: a long row, or one of many numbers. */
static char *
dup_signature (GPtrArray *lines,
               guint start,
               guint end,
               gboolean is_top)
{
  g_autoptr (GString) signature = g_string_new (is_top ? "t" : "b");
  guint n_numbers = 0;
  guint n_letters = 0;

  for (guint i = start; i < end; i++)
    for (const char *p = ((SbPdfLine *) g_ptr_array_index (lines, i))->text; *p != '\0'; p++)
      {
        gboolean is_digit = g_ascii_isdigit (*p);

        n_letters += is_digit || g_ascii_ispunct (*p) || *p == ' ' ? 0 : 1;
        if (is_digit && signature->str[signature->len - 1] == '#')
          continue;
        n_numbers += is_digit ? 1 : 0;
        g_string_append_c (signature, is_digit ? '#' : *p);
      }
  if (signature->len > MAX_LENGTH || (n_letters == 0 && n_numbers > 2))
    return NULL;
  return g_strdup (signature->str);
}

static guint
find_row_end (GPtrArray *lines,
              guint start)
{
  const SbPdfLine *first = g_ptr_array_index (lines, start);
  guint end = start + 1;

  while (end < lines->len)
    {
      const SbPdfLine *line = g_ptr_array_index (lines, end);
      double middle = (line->box.y1 + line->box.y2) / 2;

      if (middle < first->box.y1 || middle > first->box.y2)
        break;
      end++;
    }
  return end;
}

static gboolean
is_in_edge (const SbPdfLine *line,
            double height,
            gboolean is_top)
{
  return is_top ? line->box.y2 < height * EDGE : line->box.y1 > height * (1 - EDGE);
}

/* Goes through the rows of a page from one edge inwards: counts them, or drops
 * them as long as they are furniture. */
static void
walk_edge (const Pages *self,
           GPtrArray *lines,
           double height,
           gboolean is_top,
           gboolean drop)
{
  guint start = 0;

  g_ptr_array_sort (lines, is_top ? _sb_pdf_line_compare_tops : compare_bottoms);
  for (guint row = 0; row < MAX_ROWS && start < lines->len; row++)
    {
      guint end = find_row_end (lines, start);
      g_autofree char *signature = NULL;
      guint n;

      if (!is_in_edge (g_ptr_array_index (lines, start), height, is_top) ||
          !(signature = dup_signature (lines, start, end, is_top)))
        return;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, signature));
      if (drop && n < self->min_pages)
        return;
      if (!drop)
        g_hash_table_insert (self->counts, g_steal_pointer (&signature), GUINT_TO_POINTER (n + 1));
      for (guint i = start; i < end && drop; i++)
        ((SbPdfLine *) g_ptr_array_index (lines, i))->is_dropped = TRUE;
      start = end;
    }
}

static void
walk_pages (const Pages *self,
            GArray *heights,
            gboolean drop)
{
  guint i = 0;

  for (guint page = 1; page <= heights->len; page++)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();
      double height = g_array_index (heights, double, page - 1);

      for (; i < self->lines->len && g_array_index (self->lines, SbPdfLine, i).page == page; i++)
        g_ptr_array_add (lines, &g_array_index (self->lines, SbPdfLine, i));
      walk_edge (self, lines, height, TRUE, drop);
      walk_edge (self, lines, height, FALSE, drop);
    }
}

void
_sb_pdf_drop_furniture (GArray *lines,
                        GArray *heights)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Pages self = { lines, counts, MAX (2, (guint) (heights->len * MIN_SHARE)) };

  walk_pages (&self, heights, FALSE);
  walk_pages (&self, heights, TRUE);
}
