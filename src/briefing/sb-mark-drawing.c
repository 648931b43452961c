/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-sheets-private.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Text is drawn glyph by glyph together with the characters it stands for, so
 * that a PDF can be searched and copied from. Pango would do that too, but hands
 * on the soft hyphens of words that were not broken. */

#define SOFT_HYPHEN 0xad
#define WORD_JOINER 0x2060

/* A run of glyphs on its way to Cairo. */
typedef struct
{
  GString *text;
  GArray *glyphs; /* (element-type cairo_glyph_t) */
  GArray *clusters; /* (element-type cairo_text_cluster_t) */
  gboolean raised;
} TextGlyphs;

/* The marks of sources are raised by the font; in the text of a PDF they are
 * superscript digits, or "2012" and mark 1 would be copied as 20121. */
static gunichar
raise_digit (gunichar c)
{
  static const gunichar digits[] = { 0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

  return c >= '0' && c <= '9' ? digits[c - '0'] : c;
}

static gboolean
is_raised (const PangoGlyphItem *run)
{
  for (GSList *l = run->item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      PangoAttrFontFeatures *attribute = pango_attribute_as_font_features (l->data);

      /* Features do not part runs: they may be for another piece of this one. */
      if (attribute != NULL && g_str_has_prefix (attribute->features, SB_RAISED_FEATURES) &&
          attribute->attr.start_index <= (guint) run->item->offset &&
          attribute->attr.end_index >= (guint) (run->item->offset + run->item->length))
        return TRUE;
    }

  return FALSE;
}

/* The bytes of a cluster: without what only guides the breaking of lines, but
 * for the soft hyphen that is shown as a hyphen at the end of one. Returns their
 * number. */
static int
append_characters (GString *text,
                   const char *start,
                   const char *end,
                   guint n_glyphs,
                   gboolean raised)
{
  gsize before = text->len;

  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) != SOFT_HYPHEN && g_utf8_get_char (at) != WORD_JOINER)
      g_string_append_unichar (text, raised ? raise_digit (g_utf8_get_char (at)) : g_utf8_get_char (at));

  if (text->len == before && n_glyphs > 0)
    g_string_append_c (text, '-');

  return (int) (text->len - before);
}

static void
append_cluster (TextGlyphs *self,
                const PangoGlyphItemIter *iter,
                const char *text,
                double stretch,
                double *x,
                double y)
{
  const PangoGlyphString *glyphs = iter->glyph_item->glyphs;
  cairo_text_cluster_t cluster = { 0, 0 };

  for (int i = iter->start_glyph; i < iter->end_glyph; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          cairo_glyph_t glyph = { info->glyph, *x + pango_units_to_double (info->geometry.x_offset), y + pango_units_to_double (info->geometry.y_offset) };

          g_array_append_val (self->glyphs, glyph);
          cluster.num_glyphs++;
        }
      *x += pango_units_to_double (info->geometry.width);
    }
  if (iter->start_index < iter->end_index && _sb_is_stretched (g_utf8_get_char (text + iter->start_index)))
    *x += stretch;

  cluster.num_bytes = append_characters (self->text, text + iter->start_index, text + iter->end_index, (guint) cluster.num_glyphs, self->raised);
  if (cluster.num_bytes > 0 || cluster.num_glyphs > 0)
    g_array_append_val (self->clusters, cluster);
}

/* Glyphs that no font has, and text that runs from right to left, are left to
 * Pango. */
static gboolean
is_plain_run (const PangoGlyphItem *run)
{
  if (run->item->analysis.font == NULL || run->item->analysis.level % 2 != 0)
    return FALSE;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY &&
        (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      return FALSE;

  return TRUE;
}

/* Returns where the next run starts. */
static double
show_run (cairo_t *cr,
          PangoGlyphItem *run,
          const char *text,
          double stretch,
          double x,
          double y)
{
  TextGlyphs glyphs = { g_string_new (NULL),
                        g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)),
                        g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t)),
                        is_raised (run) };
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more; more = pango_glyph_item_iter_next_cluster (&iter))
    append_cluster (&glyphs, &iter, text, stretch, &x, y);

  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font)));
  cairo_show_text_glyphs (cr, glyphs.text->str, (int) glyphs.text->len,
                          (const cairo_glyph_t *) (gpointer) glyphs.glyphs->data, (int) glyphs.glyphs->len,
                          (const cairo_text_cluster_t *) (gpointer) glyphs.clusters->data, (int) glyphs.clusters->len, 0);

  g_string_free (glyphs.text, TRUE);
  g_array_unref (glyphs.glyphs);
  g_array_unref (glyphs.clusters);

  return x;
}

/* The colour that a run asks for, or the line's. */
static void
set_run_ink (cairo_t *cr,
             const PangoGlyphItem *run,
             SbInk ink)
{
  double rgb[3];

  sb_ink_get_rgb (ink, rgb);
  for (GSList *l = run->item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      PangoAttrColor *attribute = pango_attribute_as_color (l->data);

      if (attribute != NULL && attribute->attr.klass->type == PANGO_ATTR_FOREGROUND)
        {
          rgb[0] = attribute->color.red / 65535.0;
          rgb[1] = attribute->color.green / 65535.0;
          rgb[2] = attribute->color.blue / 65535.0;
        }
    }
  cairo_set_source_rgb (cr, rgb[0], rgb[1], rgb[2]);
}

static void
draw_line (const SbMark *mark,
           cairo_t *cr)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (mark->layout, (int) mark->number);
  const char *text = pango_layout_get_text (mark->layout);
  double x = mark->x;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;

      set_run_ink (cr, run, mark->ink);
      if (is_plain_run (run))
        {
          x = show_run (cr, run, text, mark->stretch, x, mark->y);
          continue;
        }
      cairo_move_to (cr, x, mark->y);
      pango_cairo_show_glyph_item (cr, text, run);
      x += pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
    }
}

static void
draw_figure (const SbMark *mark,
             cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  sb_piece_draw_figure (mark->piece, cr, mark->width, mark->height);
  cairo_restore (cr);
}

static void
draw_fill (const SbMark *mark,
           cairo_t *cr)
{
  double rgb[3];

  sb_ink_get_rgb (mark->ink, rgb);
  cairo_set_source_rgb (cr, rgb[0], rgb[1], rgb[2]);
  cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  cairo_fill (cr);
}

void
_sb_mark_draw (const SbMark *mark,
               cairo_t *cr)
{
  if (mark->kind == SB_MARK_LINE)
    draw_line (mark, cr);
  else if (mark->kind == SB_MARK_FILL)
    draw_fill (mark, cr);
  else if (mark->kind == SB_MARK_FIGURE)
    draw_figure (mark, cr);
}
