/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-font-hold.h"
#include "sb-ordinal-private.h"
#include "sb-translate.h"
#include "sb-type-style.h"

#include <pango/pangocairo.h>

/* In points. */
#define TEXT_SIZE     7.0
#define SMALL_SIZE    5.7
#define SYMBOL_COLUMN 14.0
#define SAMPLE_GAP    3.0 /* in it, between a sample and its text */
#define ENTRY_GAP     3.4
#define PART_GAP      5.0
#define SAMPLE_HEIGHT 7.5

/* A legend of many entries is drawn smaller, down to this, and in two columns where there
 * is room beside each other. */
#define LEAST_SCALE  0.72
#define SCALE_STEP   0.04
#define COLUMN_GAP   12.0
#define LEAST_COLUMN 96.0

typedef struct
{
  cairo_t *cr;
  double width;
  double y;
} Pen;

static void
raise_ordinals (PangoLayout *layout,
                const char *text)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (const char *ending = _sb_ordinal_find (text, NULL); ending != NULL; ending = _sb_ordinal_find (ending + SB_ORDINAL_LENGTH, NULL))
    {
      PangoAttribute *attribute = pango_attr_font_features_new (SB_RAISED_FEATURES);

      attribute->start_index = (guint) (ending - text);
      attribute->end_index = attribute->start_index + SB_ORDINAL_LENGTH;
      pango_attr_list_insert (list, attribute);
    }

  pango_layout_set_attributes (layout, list);
}

PangoLayout *
_sb_map_text_new (cairo_t *cr,
                  const char *text,
                  double size,
                  PangoWeight weight,
                  double width)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  pango_font_description_set_family_static (font, "Inter");
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  raise_ordinals (layout, text);
  pango_layout_context_changed (layout);
  sb_font_hold_layout (layout);

  return layout;
}

double
_sb_map_text_get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return pango_units_to_double (width);
}

double
_sb_map_text_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return pango_units_to_double (height);
}

/* A text at @x, with its first line's middle or its top at the pen. */
static void
write_text (Pen *pen,
            const char *text,
            double x,
            double size,
            PangoWeight weight)
{
  g_autoptr (PangoLayout) layout = _sb_map_text_new (pen->cr, text, size, weight, pen->width - x);

  cairo_move_to (pen->cr, x, pen->y);
  pango_cairo_show_layout (pen->cr, layout);
  pen->y += _sb_map_text_get_height (layout);
}

/* The ink of a legend's entry is drawn by the caller at the middle of its first
 * line, whose y is returned. */
static double
write_entry (Pen *pen,
             const char *label)
{
  double middle = pen->y + TEXT_SIZE * 0.62;

  cairo_set_source_rgb (pen->cr, 0.08, 0.1, 0.13);
  write_text (pen, label, SYMBOL_COLUMN, TEXT_SIZE, PANGO_WEIGHT_NORMAL);
  pen->y += ENTRY_GAP;

  return middle;
}

static void
draw_heading (Pen *pen,
              const char *text)
{
  pen->y += ENTRY_GAP;
  cairo_set_source_rgb (pen->cr, 0.08, 0.1, 0.13);
  write_text (pen, text, 0, TEXT_SIZE, PANGO_WEIGHT_SEMIBOLD);
  pen->y += ENTRY_GAP;
}

static void
draw_entry (const SbPaperLegend *self,
            Pen *pen,
            const SbMapEntry *entry)
{
  const SbMapLegendLook look = { SB_BASEMAP_STYLE_PRINT, self->language, SB_MAP_UNIT, self->road_width };
  double y;

  if (entry->kind == SB_MAP_ENTRY_HEADING)
    {
      draw_heading (pen, entry->text);
      return;
    }

  y = write_entry (pen, entry->text);
  sb_map_entry_draw (entry, pen->cr, &(SbRect) { 0, y - SAMPLE_HEIGHT / 2, SYMBOL_COLUMN - SAMPLE_GAP, SAMPLE_HEIGHT }, &look);
}

/* "Combat · Battle"; a text that is the same in both languages stands once. */
static char *
join_languages (const char *own,
                const char *other)
{
  return g_str_equal (own, other) ? g_strdup (own) : g_strdup_printf ("%s · %s", own, other);
}

static const char *
get_disclaimer (SbLanguage language)
{
  return sb_translate (language, "The boundaries and names shown do not imply official endorsement or acceptance.");
}

static char *
dup_disclaimer (const SbPaperLegend *self)
{
  if (!self->is_pair)
    return g_strdup (get_disclaimer (self->language));

  return g_strdup_printf ("%s\n%s", get_disclaimer (self->language), get_disclaimer (!self->language));
}

/* What must stand by every map, at the foot of the column; returns its height. */
static double
draw_imprint (const SbPaperLegend *self,
              cairo_t *cr,
              double width,
              double height)
{
  g_autofree char *disclaimer = dup_disclaimer (self);
  g_autofree char *text = g_strdup_printf ("%s\n%s", disclaimer, self->attribution);
  g_autoptr (PangoLayout) layout = _sb_map_text_new (cr, text, SMALL_SIZE, PANGO_WEIGHT_NORMAL, width);

  cairo_set_source_rgb (cr, 0.35, 0.38, 0.4);
  cairo_move_to (cr, 0, height - _sb_map_text_get_height (layout));
  pango_cairo_show_layout (cr, layout);
  return _sb_map_text_get_height (layout);
}

/* What there is to explain, in the language of the map or in both. */
static GArray *
list_entries (const SbPaperLegend *self)
{
  GArray *entries = sb_map_contents_list_entries (&self->contents, self->language);
  g_autoptr (GArray) others = self->is_pair ? sb_map_contents_list_entries (&self->contents, !self->language) : NULL;

  for (guint i = 0; others != NULL && i < MIN (entries->len, others->len); i++)
    {
      SbMapEntry *entry = &g_array_index (entries, SbMapEntry, i);
      char *own = entry->text;

      entry->text = join_languages (own, g_array_index (others, SbMapEntry, i).text);
      g_free (own);
    }

  return entries;
}

void
_sb_map_legend_join (SbPaperLegend *self,
                     const SbPaperLegend *other)
{
  sb_map_contents_join (&self->contents, &other->contents);
  self->road_width = MAX (self->road_width, other->road_width);
}

/* A column: the entries from @first to before @end; the first has the day above it.
 * Returns how high it is. */
static double
draw_entries (const SbPaperLegend *self,
              cairo_t *cr,
              GArray *entries,
              guint first,
              guint end,
              double width)
{
  Pen pen = { cr, width, 0 };

  cairo_set_source_rgb (cr, 0.08, 0.1, 0.13);
  /* An empty line is not of one height on every surface. */
  if (first == 0 && self->as_of[0] != '\0')
    {
      g_autofree char *as_of = self->is_pair ? join_languages (self->as_of, self->other_as_of) : g_strdup (self->as_of);

      write_text (&pen, as_of, 0, TEXT_SIZE, PANGO_WEIGHT_SEMIBOLD);
      pen.y += PART_GAP;
    }
  if (first == 0 && self->summary != NULL)
    {
      g_autofree char *summary = self->is_pair && self->other_summary != NULL ? join_languages (self->summary, self->other_summary) : g_strdup (self->summary);

      write_text (&pen, summary, 0, TEXT_SIZE, PANGO_WEIGHT_NORMAL);
      pen.y += PART_GAP;
    }
  for (guint i = first; i < end; i++)
    draw_entry (self, &pen, &g_array_index (entries, SbMapEntry, i));
  return pen.y;
}

/* How the entries fit. */
typedef struct
{
  double scale; /* how much smaller they are drawn */
  double width; /* of a column, at that scale */
  guint split; /* where the second column begins; their number when there is none */
} Fit;

static gboolean
fits (const SbPaperLegend *self,
      cairo_t *cr,
      GArray *entries,
      const Fit *fit,
      double height)
{
  return draw_entries (self, cr, entries, 0, fit->split, fit->width) * fit->scale <= height &&
         (fit->split == entries->len || draw_entries (self, cr, entries, fit->split, entries->len, fit->width) * fit->scale <= height);
}

/* Two columns of about one height, no heading at the foot of the first; FALSE when they are
 * too narrow, or too high. */
static gboolean
find_columns (const SbPaperLegend *self,
              cairo_t *cr,
              GArray *entries,
              double width,
              double height,
              Fit *fit)
{
  Fit half = { fit->scale, (width - COLUMN_GAP) / 2 / fit->scale, entries->len / 2 };

  if ((width - COLUMN_GAP) / 2 < LEAST_COLUMN || half.split == 0)
    return FALSE;

  while (half.split > 1 && draw_entries (self, cr, entries, 0, half.split, half.width) > draw_entries (self, cr, entries, half.split, entries->len, half.width))
    half.split--;
  while (half.split < entries->len && draw_entries (self, cr, entries, 0, half.split, half.width) < draw_entries (self, cr, entries, half.split, entries->len, half.width))
    half.split++;
  if (half.split > 1 && g_array_index (entries, SbMapEntry, half.split - 1).kind == SB_MAP_ENTRY_HEADING)
    half.split--;
  if (!fits (self, cr, entries, &half, height))
    return FALSE;

  *fit = half;
  return TRUE;
}

/* In smaller letters fewer lines break, so that it is tried in steps. */
static Fit
choose_fit (const SbPaperLegend *self,
            GArray *entries,
            double width,
            double height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  Fit fit = { 1, width, entries->len };

  while (!fits (self, cr, entries, &fit, height) && !find_columns (self, cr, entries, width, height, &fit) && fit.scale > LEAST_SCALE)
    {
      fit.scale -= SCALE_STEP;
      fit.width = width / fit.scale;
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return fit;
}

void
_sb_map_legend_draw (const SbPaperLegend *self,
                     cairo_t *cr,
                     double width,
                     double height)
{
  double room = height - draw_imprint (self, cr, width, height) - PART_GAP;
  g_autoptr (GArray) entries = list_entries (self);
  Fit fit = choose_fit (self, entries, width, room);

  cairo_save (cr);
  cairo_scale (cr, fit.scale, fit.scale);
  draw_entries (self, cr, entries, 0, fit.split, fit.width);
  cairo_translate (cr, fit.width + COLUMN_GAP / fit.scale, 0);
  if (fit.split < entries->len)
    draw_entries (self, cr, entries, fit.split, entries->len, fit.width);
  cairo_restore (cr);
}
