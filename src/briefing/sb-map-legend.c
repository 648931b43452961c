/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-area-painter.h"
#include "sb-font-hold.h"
#include "sb-ordinal-private.h"
#include "sb-road-stroke.h"
#include "sb-symbol.h"
#include "sb-translate.h"
#include "sb-type-style.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

/* In points. */
#define TEXT_SIZE     7.0
#define SMALL_SIZE    5.7
#define SYMBOL_SIZE   7.5
#define ROAD_WIDTH    1.1
#define SYMBOL_COLUMN 14.0
#define ENTRY_GAP     3.4
#define PART_GAP      5.0
#define SAMPLE_HEIGHT 7.5
#define SAMPLE_UNIT   0.6

/* A legend of many entries is drawn smaller, down to this. */
#define LEAST_SCALE 0.72
#define SCALE_STEP  0.04

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
draw_events (const SbMapLegend *self,
             Pen *pen)
{
  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    if (self->n_events[i] > 0)
      {
        double y = write_entry (pen, sb_vocabulary_get_label (&sb_event_type_vocabulary, (int) i, self->language));

        sb_symbol_draw_event (pen->cr, (SbEventType) i, SYMBOL_SIZE / 2 + 0.5, y, SYMBOL_SIZE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_DEFAULT);
      }
}

static void
draw_road (const SbMapLegend *self,
           Pen *pen,
           const char *label,
           SbRoadState state,
           SbRoadStrokeFlags flags)
{
  double y = write_entry (pen, sb_translate (self->language, label));

  cairo_move_to (pen->cr, 0, y);
  cairo_line_to (pen->cr, SYMBOL_COLUMN - 3, y);
  sb_road_stroke (pen->cr, state, flags, ROAD_WIDTH, SB_BASEMAP_STYLE_PRINT);
}

/* What matters most is a cut; of the others one stands for all. */
static void
draw_denied (const SbMapLegend *self,
             Pen *pen)
{
  if ((self->denied_states & 1u << SB_ROAD_CUT) != 0)
    draw_road (self, pen, N_ ("Road cut according to some, denied by others (route simplified)"), SB_ROAD_CUT, SB_ROAD_STROKE_DISPUTED);
  if ((self->denied_states & 1u << SB_ROAD_THREATENED) != 0)
    draw_road (self, pen, N_ ("Denied or contradicted"), SB_ROAD_THREATENED, SB_ROAD_STROKE_DISPUTED);
  else if ((self->denied_states & 1u << SB_ROAD_LIMITED) != 0)
    draw_road (self, pen, N_ ("Denied or contradicted"), SB_ROAD_LIMITED, SB_ROAD_STROKE_DISPUTED);
}

static void
draw_rest (const SbMapLegend *self,
           Pen *pen)
{
  static const struct
  {
    SbRoadState state;
    const char *label;
  } roads[] = {
    { SB_ROAD_CUT, N_ ("Road cut (route simplified)") },
    { SB_ROAD_THREATENED, N_ ("Road threatened (route simplified)") },
    { SB_ROAD_LIMITED, N_ ("Road with limits (route simplified)") },
    { SB_ROAD_OPEN, N_ ("Road open (route simplified)") },
  };
  double x = SYMBOL_SIZE / 2 + 0.5;

  if (self->has_restrictions)
    sb_symbol_draw_restriction (pen->cr, x, write_entry (pen, sb_translate (self->language, "Blockade or other restriction")), SYMBOL_SIZE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_DEFAULT);
  if (self->has_denied)
    sb_symbol_draw_restriction (pen->cr, x, write_entry (pen, sb_translate (self->language, "Restriction that is denied")), SYMBOL_SIZE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_DENIED);
  if (self->has_ways)
    {
      double y = write_entry (pen, sb_translate (self->language, "Way by road (route simplified)"));

      cairo_move_to (pen->cr, 0, y);
      cairo_line_to (pen->cr, SYMBOL_COLUMN - 3, y);
      _sb_map_stroke_way (pen->cr, 1.1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (roads); i++)
    if ((self->road_states & 1u << roads[i].state) != 0)
      draw_road (self, pen, roads[i].label, roads[i].state, SB_ROAD_STROKE_DEFAULT);
  draw_denied (self, pen);
  if (self->has_counts)
    _sb_map_draw_count (pen->cr, "5", x - SYMBOL_SIZE / 2, write_entry (pen, sb_translate (self->language, "So many events together; the symbol is larger where more people died")));
  if (self->has_vague)
    sb_symbol_draw_event (pen->cr, SB_EVENT_TYPE_BATTLE, x, write_entry (pen, sb_translate (self->language, "Place not known exactly")), SYMBOL_SIZE * 0.75, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_VAGUE);
  if (self->has_unsourced)
    sb_symbol_draw_event (pen->cr, SB_EVENT_TYPE_BATTLE, x, write_entry (pen, sb_translate (self->language, "Without a source")), SYMBOL_SIZE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_UNSOURCED);
}

/* "Travel advice: France Diplomatie" */
static void
write_heading (const SbMapLegend *self,
               Pen *pen)
{
  const char *heading = sb_translate (self->language, "Travel advice");
  g_autofree char *text = self->zone_issuers != NULL ? g_strdup_printf (sb_translate (self->language, "Travel advice: %s"), self->zone_issuers) : g_strdup (heading);

  pen->y += ENTRY_GAP;
  cairo_set_source_rgb (pen->cr, 0.08, 0.1, 0.13);
  write_text (pen, text, 0, TEXT_SIZE, PANGO_WEIGHT_SEMIBOLD);
  pen->y += ENTRY_GAP;
}

static void
draw_areas (const SbMapLegend *self,
            Pen *pen)
{
  g_autoptr (GArray) entries = sb_area_legend_new (&self->areas, self->language);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const SbAreaEntry *entry = &g_array_index (entries, SbAreaEntry, i);
      SbRect rect;
      double y;

      /* Zones come last, under a heading of their own: they are not about control. */
      if (entry->area.zone != SB_AREA_ZONE_NONE && !has_heading)
        {
          write_heading (self, pen);
          has_heading = TRUE;
        }
      y = write_entry (pen, entry->text);
      rect = (SbRect) { 0.5, y - SAMPLE_HEIGHT / 2, SYMBOL_COLUMN - 4, SAMPLE_HEIGHT };

      sb_area_painter_draw_sample (pen->cr, &rect, SAMPLE_UNIT, &entry->area, SB_BASEMAP_STYLE_PRINT, self->language);
    }
}

/* What must stand by every map, at the foot of the column; returns its height. */
static double
draw_imprint (const SbMapLegend *self,
              cairo_t *cr,
              double width,
              double height)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", sb_translate (self->language, "The boundaries and names shown do not imply official endorsement or acceptance."), self->attribution);
  g_autoptr (PangoLayout) layout = _sb_map_text_new (cr, text, SMALL_SIZE, PANGO_WEIGHT_NORMAL, width);

  cairo_set_source_rgb (cr, 0.35, 0.38, 0.4);
  cairo_move_to (cr, 0, height - _sb_map_text_get_height (layout));
  pango_cairo_show_layout (cr, layout);
  return _sb_map_text_get_height (layout);
}

void
_sb_map_legend_join (SbMapLegend *self,
                     const SbMapLegend *other)
{
  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    self->n_events[i] += other->n_events[i];
  self->has_restrictions = self->has_restrictions || other->has_restrictions;
  self->has_denied = self->has_denied || other->has_denied;
  self->denied_states |= other->denied_states;
  self->has_ways = self->has_ways || other->has_ways;
  self->zone_issuers = self->zone_issuers != NULL ? self->zone_issuers : other->zone_issuers;
  self->road_states |= other->road_states;
  sb_area_contents_join (&self->areas, &other->areas);
  self->has_vague = self->has_vague || other->has_vague;
  self->has_counts = self->has_counts || other->has_counts;
  self->has_unsourced = self->has_unsourced || other->has_unsourced;
}

/* All above the imprint; returns how high it is. */
static double
draw_entries (const SbMapLegend *self,
              cairo_t *cr,
              double width)
{
  Pen pen = { cr, width, 0 };

  cairo_set_source_rgb (cr, 0.08, 0.1, 0.13);
  /* An empty line is not of one height on every surface. */
  if (self->as_of[0] != '\0')
    {
      write_text (&pen, self->as_of, 0, TEXT_SIZE, PANGO_WEIGHT_SEMIBOLD);
      pen.y += PART_GAP;
    }
  draw_events (self, &pen);
  draw_rest (self, &pen);
  draw_areas (self, &pen);
  return pen.y;
}

/* How much smaller the entries must be drawn to fit: in smaller letters fewer lines
 * break, so that it is tried in steps. */
static double
choose_scale (const SbMapLegend *self,
              double width,
              double height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double scale = 1;

  while (scale > LEAST_SCALE && draw_entries (self, cr, width / scale) * scale > height)
    scale -= SCALE_STEP;

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return scale;
}

void
_sb_map_legend_draw (const SbMapLegend *self,
                     cairo_t *cr,
                     double width,
                     double height)
{
  double room = height - draw_imprint (self, cr, width, height) - PART_GAP;
  double scale = choose_scale (self, width, room);

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  draw_entries (self, cr, width / scale);
  cairo_restore (cr);
}
