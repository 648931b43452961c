/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-edition-figure-private.h"

#include "sb-picture-private.h"

#include <string.h>

/* Dots to the point, of pictures that are not vectors: 300 to the inch. */
#define DENSITY (300 / 72.0)

double
_sb_edition_figure_get_width (const SbComposition *composition,
                              SbPaper paper)
{
  const SbPageLayout *layout = sb_page_layout_get (sb_composition_get_layout (composition));

  return sb_paper_get_width (paper) - layout->inner - layout->outer;
}

/* An #SbFigureFunc; @data is the piece. */
static void
draw_piece (cairo_t *cr,
            double width,
            double height,
            gpointer data)
{
  sb_piece_draw_figure (data, cr, width, height);
}

GBytes *
_sb_edition_figure_render (const SbPiece *figure,
                           double width,
                           SbMapSheetFormat format,
                           GError **error)
{
  SbMapSheetSize size = { width, sb_piece_get_height (figure), DENSITY };

  return _sb_picture_render (draw_piece, (gpointer) figure, format, &size, error);
}

/* Cairo writes no text but names and numbers, so that these stand for nothing else. */
char *
_sb_edition_figure_dup_inside (GBytes *bytes,
                               const char *prefix)
{
  static const char *const before[] = { " id=\"", "href=\"#", "url(#" };
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char *at = strstr (svg, "<svg");
  const char *end = g_strrstr (svg, "</svg>");
  GString *inside = g_string_new (NULL);

  at = at != NULL ? strchr (at, '>') : NULL;
  if (at == NULL || end == NULL)
    return g_string_free (inside, FALSE);

  for (at++; at < end;)
    {
      gsize taken = 1;

      for (guint i = 0; i < G_N_ELEMENTS (before); i++)
        if (g_str_has_prefix (at, before[i]))
          {
            taken = strlen (before[i]);
            g_string_append (inside, before[i]);
            g_string_append (inside, prefix);
            break;
          }
      if (taken == 1)
        g_string_append_c (inside, *at);
      at += taken;
    }

  return g_string_free (inside, FALSE);
}
