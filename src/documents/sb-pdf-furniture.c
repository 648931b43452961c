/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-furniture.h"

#include <math.h>
#include <string.h>

/* How much of a page, from above and from below, may hold furniture, and in
 * how many rows. */
#define EDGE     0.13
#define MAX_ROWS 3

/* A row is furniture when it stands on this share of the pages, and on two of
 * them at least; the rows behind the outermost one on that share. */
#define MIN_SHARE       0.4
#define MIN_INNER_SHARE 0.6

/* What says as much as this, in letters, or is this much larger than the text,
 * is told once: it may be the title, the date or the name of the journal. */
#define MIN_TOLD_LETTERS 20
#define MIN_TOLD_RATIO   1.3

/* Longer page numbers are none, in characters. */
#define MAX_NUMBER_LENGTH 20

/* Longer rows are text, in bytes. */
#define MAX_LENGTH 200

/* The lines of one page, from an edge inwards. */
typedef struct
{
  GArray *lines; /* (unowned) (element-type SbPdfLine) */
  GHashTable *counts; /* (owned) (element-type utf8) signature to number of pages */
  GHashTable *seen; /* (owned) (element-type utf8) the same, of the pages so far */
  guint n_pages;
  double size; /* of the letters, on average */
} Pages;

/* What becomes of the rows of an edge. */
typedef enum
{
  COUNT,
  DROP,
} Action;

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

/* TRUE for "12", "- 12 -", "Page 12 sur 40" on page 12: furniture even where no
 * other page has it. */
static gboolean
is_page_number (GPtrArray *lines,
                guint start,
                guint end)
{
  static const char *const words[] = { "page", "p", "sur", "of", "de", NULL };
  const SbPdfLine *line = g_ptr_array_index (lines, start);
  g_auto (GStrv) parts = NULL;
  guint n_numbers = 0;

  if (end - start != 1 || line->n_chars > MAX_NUMBER_LENGTH)
    return FALSE;
  parts = g_strsplit_set (line->text, " .-/|", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (parts[i], -1);
      guint64 number;

      if (*lower == '\0' || g_str_equal (lower, "–") || g_strv_contains (words, lower))
        continue;
      if (!g_ascii_string_to_unsigned (lower, 10, 1, G_MAXUINT, &number, NULL) || (n_numbers == 0 && number != line->page))
        return FALSE;
      n_numbers++;
    }
  return n_numbers == 1 || n_numbers == 2;
}

static guint
get_count (GHashTable *counts,
           const char *signature)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, signature));
}

static void
add_count (GHashTable *counts,
           const char *signature)
{
  g_hash_table_insert (counts, g_strdup (signature), GUINT_TO_POINTER (get_count (counts, signature) + 1));
}

static gboolean
is_telling (const Pages *self,
            const char *signature,
            const SbPdfLine *line)
{
  guint n_letters = 0;

  for (const char *p = signature + 1; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n_letters >= MIN_TOLD_LETTERS || (n_letters > 2 && line->size > self->size * MIN_TOLD_RATIO);
}

/* Drops the row, or keeps it before or behind all that is on its page: a head
 * is told the first time, a foot the last time. */
static void
drop_row (const Pages *self,
          GPtrArray *lines,
          guint start,
          guint end,
          const char *signature)
{
  gboolean is_top = *signature == 't';
  guint n = get_count (self->seen, signature);
  gboolean is_told = n == (is_top ? 1 : get_count (self->counts, signature)) &&
                     is_telling (self, signature, g_ptr_array_index (lines, start));

  for (guint i = start; i < end; i++)
    {
      SbPdfLine *line = g_ptr_array_index (lines, i);

      line->is_dropped = !is_told;
      line->edge = is_top ? SB_PDF_EDGE_HEAD : SB_PDF_EDGE_FOOT;
    }
}

/* Goes through the rows of a page from one edge inwards: counts them, or drops
 * them as long as they are furniture. */
static void
walk_edge (const Pages *self,
           GPtrArray *lines,
           double height,
           gboolean is_top,
           Action action)
{
  g_autoptr (GHashTable) here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint start = 0;

  g_ptr_array_sort (lines, is_top ? _sb_pdf_line_compare_tops : compare_bottoms);
  for (guint row = 0; row < MAX_ROWS && start < lines->len; row++)
    {
      guint end = find_row_end (lines, start);
      double share = row == 0 ? MIN_SHARE : MIN_INNER_SHARE;
      g_autofree char *signature = NULL;

      /* A second row of these words on one page is a list. */
      if (!is_in_edge (g_ptr_array_index (lines, start), height, is_top) ||
          !(signature = dup_signature (lines, start, end, is_top)) || !g_hash_table_add (here, g_strdup (signature)))
        return;
      if (action == DROP && get_count (self->counts, signature) < MAX (2, ceil (self->n_pages * share)) &&
          !is_page_number (lines, start, end))
        return;
      add_count (action == COUNT ? self->counts : self->seen, signature);
      if (action == DROP)
        drop_row (self, lines, start, end, signature);
      start = end;
    }
}

static void
walk_pages (const Pages *self,
            GArray *heights,
            Action action)
{
  guint i = 0;

  for (guint page = 1; page <= heights->len; page++)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();
      double height = g_array_index (heights, double, page - 1);

      for (; i < self->lines->len && g_array_index (self->lines, SbPdfLine, i).page == page; i++)
        g_ptr_array_add (lines, &g_array_index (self->lines, SbPdfLine, i));
      walk_edge (self, lines, height, TRUE, action);
      walk_edge (self, lines, height, FALSE, action);
    }
}

static double
find_average_size (GArray *lines)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const SbPdfLine *line = &g_array_index (lines, SbPdfLine, i);

      sum += line->size * line->n_chars;
      n += line->n_chars;
    }
  return n == 0 ? 0 : sum / n;
}

/* Heads go before what is on their page and feet behind it, whenever they were
 * drawn; all else stays as it is. */
static void
move_edges (GArray *lines)
{
  g_autoptr (GArray) moved = g_array_sized_new (FALSE, FALSE, sizeof (SbPdfLine), lines->len);

  for (guint start = 0; start < lines->len;)
    {
      guint end = start;

      while (end < lines->len &&
             g_array_index (lines, SbPdfLine, end).page == g_array_index (lines, SbPdfLine, start).page)
        end++;
      for (SbPdfEdge edge = SB_PDF_EDGE_HEAD; edge <= SB_PDF_EDGE_FOOT; edge++)
        for (guint i = start; i < end; i++)
          if (g_array_index (lines, SbPdfLine, i).edge == edge)
            g_array_append_vals (moved, &g_array_index (lines, SbPdfLine, i), 1);
      start = end;
    }
  if (lines->len > 0)
    memcpy (lines->data, moved->data, lines->len * sizeof (SbPdfLine));
}

void
_sb_pdf_drop_furniture (GArray *lines,
                        GArray *heights)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Pages self = { lines, counts, seen, heights->len, find_average_size (lines) };

  walk_pages (&self, heights, COUNT);
  walk_pages (&self, heights, DROP);
  move_edges (lines);
}
