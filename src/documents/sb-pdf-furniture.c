/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-furniture.h"

#include <string.h>

/* How much of a page, from above and from below, may hold furniture. */
#define EDGE 0.12

/* A line is furniture when it stands on this share of the pages, and on two
 * of them at least. */
#define MIN_SHARE 0.4

/* Longer lines are text, in bytes. */
#define MAX_LENGTH 160

typedef enum
{
  EDGE_NONE,
  EDGE_TOP,
  EDGE_BOTTOM,
} Edge;

static Edge
find_edge (const SbPdfLine *line,
           double height)
{
  if (line->box.y2 < height * EDGE)
    return EDGE_TOP;
  return line->box.y1 > height * (1 - EDGE) ? EDGE_BOTTOM : EDGE_NONE;
}

/* The line without its numbers, and where it stands to the nearest points: the
 * same for the heads of all pages. */
static char *
dup_signature (const SbPdfLine *line,
               Edge edge)
{
  GString *signature = g_string_new (edge == EDGE_TOP ? "t" : "b");

  for (const char *p = line->text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        g_string_append_c (signature, *p);
      else if (signature->str[signature->len - 1] != '#')
        g_string_append_c (signature, '#');
    }
  return g_string_free (signature, FALSE);
}

static Edge
find_line_edge (const SbPdfLine *line,
                GArray *heights)
{
  if (strlen (line->text) > MAX_LENGTH)
    return EDGE_NONE;
  return find_edge (line, g_array_index (heights, double, line->page - 1));
}

/* How many pages have each signature. */
static GHashTable *
count_signatures (GArray *lines,
                  GArray *heights)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) on_page = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint page = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const SbPdfLine *line = &g_array_index (lines, SbPdfLine, i);
      Edge edge = find_line_edge (line, heights);
      g_autofree char *signature = NULL;

      if (edge == EDGE_NONE)
        continue;
      if (line->page != page)
        g_hash_table_remove_all (on_page);
      page = line->page;
      signature = dup_signature (line, edge);
      if (g_hash_table_add (on_page, g_strdup (signature)))
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, signature));

          g_hash_table_insert (counts, g_steal_pointer (&signature), GUINT_TO_POINTER (n + 1));
        }
    }
  return counts;
}

void
_sb_pdf_drop_furniture (GArray *lines,
                        GArray *heights)
{
  g_autoptr (GHashTable) counts = count_signatures (lines, heights);

  for (guint i = 0; i < lines->len; i++)
    {
      SbPdfLine *line = &g_array_index (lines, SbPdfLine, i);
      Edge edge = find_line_edge (line, heights);
      g_autofree char *signature = NULL;
      guint n;

      if (edge == EDGE_NONE)
        continue;
      signature = dup_signature (line, edge);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, signature));
      line->is_dropped = n >= 2 && n >= heights->len * MIN_SHARE;
    }
}
