/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-legend.h"

#include "sb-area-painter.h"
#include "sb-event.h"
#include "sb-road-stroke.h"
#include "sb-symbol.h"
#include "sb-translate.h"
#include "sb-way-layer.h"

#include <glib/gi18n.h>

/* Logical pixels. */
#define SYMBOL_SIZE   13
#define SAMPLE_WIDTH  22
#define SAMPLE_HEIGHT 17
#define MAX_HEIGHT    250

struct _SbMapLegend
{
  GtkWidget parent_instance;

  GtkWidget *frame; /* a GtkScrolledWindow: a legend must not cover the map */
  GtkWidget *rows; /* a GtkBox, in it */
};

G_DEFINE_FINAL_TYPE (SbMapLegend, sb_map_legend, GTK_TYPE_WIDGET)

typedef enum
{
  SAMPLE_EVENT,
  SAMPLE_ROAD,
  SAMPLE_DISPUTED_ROAD,
  SAMPLE_RESTRICTION,
  SAMPLE_CUT_OFF,
  SAMPLE_AREA,
} SampleKind;

/* What a row's sample is drawn with. */
typedef struct
{
  SampleKind kind;
  int value; /* SbEventType or SbRoadState */
  SbArea area;
  SbBasemapStyle style;
} Sample;

static const SbTerm road_terms[] = {
  { SB_ROAD_LIMITED, "limited", N_ ("Road with limits") },
  { SB_ROAD_THREATENED, "threatened", N_ ("Road under threat") },
  { SB_ROAD_CUT, "cut", N_ ("Road cut") },
};

static void
draw_sample (GtkDrawingArea *area,
             cairo_t *cr,
             int width,
             int height,
             gpointer user_data)
{
  const Sample *sample = user_data;
  double x = width / 2.0;
  double y = height / 2.0;

  switch (sample->kind)
    {
    case SAMPLE_EVENT:
      sb_symbol_draw_event (cr, sample->value, x, y, SYMBOL_SIZE, sample->style, SB_SYMBOL_DEFAULT);
      break;

    case SAMPLE_ROAD:
    case SAMPLE_DISPUTED_ROAD:
      cairo_move_to (cr, 1, y);
      cairo_line_to (cr, width - 1, y);
      sb_road_stroke (cr, sample->value, sample->kind == SAMPLE_ROAD ? SB_ROAD_STROKE_DEFAULT : SB_ROAD_STROKE_DISPUTED,
                      SB_ROAD_STROKE_SCREEN, sample->style);
      break;

    case SAMPLE_AREA:
      sb_area_painter_draw_sample (cr, &(SbRect) { 1, 2, width - 2, height - 4 }, 1, &sample->area, sample->style,
                                   sb_language_get_interface ());
      break;

    case SAMPLE_CUT_OFF:
      sb_way_layer_draw_cut_off (cr, (SbPoint) { x, y }, sample->style);
      break;

    case SAMPLE_RESTRICTION:
    default:
      sb_symbol_draw_restriction (cr, x, y, SYMBOL_SIZE, sample->style, SB_SYMBOL_DEFAULT);
      break;
    }
}

static Sample *
append_row (SbMapLegend *self,
            SampleKind kind,
            int value,
            SbBasemapStyle style,
            const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (text);
  Sample *sample = g_new0 (Sample, 1);

  sample->kind = kind;
  sample->value = value;
  sample->style = style;
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample, sample, g_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Large text on a narrow map. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), area);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->rows), row);
  return sample;
}

static void
append_areas (SbMapLegend *self,
              const SbAreaContents *areas,
              SbBasemapStyle style,
              SbLanguage language)
{
  g_autoptr (GArray) entries = sb_area_legend_new (areas, language);

  for (guint i = 0; i < entries->len; i++)
    {
      const SbAreaEntry *entry = &g_array_index (entries, SbAreaEntry, i);

      append_row (self, SAMPLE_AREA, 0, style, entry->text)->area = entry->area;
    }
}

static void
sb_map_legend_dispose (GObject *object)
{
  SbMapLegend *self = SB_MAP_LEGEND (object);

  g_clear_pointer (&self->frame, gtk_widget_unparent);

  G_OBJECT_CLASS (sb_map_legend_parent_class)->dispose (object);
}

static void
sb_map_legend_class_init (SbMapLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_map_legend_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "maplegend");
}

static void
sb_map_legend_init (SbMapLegend *self)
{
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  /* One sees that there is more. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->frame), FALSE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->frame), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->frame), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->frame), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), self->rows);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-card");
}

static void
append_roads (SbMapLegend *self,
              const SbMapContents *contents,
              SbBasemapStyle style,
              SbLanguage language)
{
  int disputed = SB_ROAD_OPEN;

  for (guint i = 0; i < G_N_ELEMENTS (road_terms); i++)
    {
      if ((contents->road_states & 1u << road_terms[i].value) != 0)
        append_row (self, SAMPLE_ROAD, road_terms[i].value, style, sb_translate (language, road_terms[i].label));
      if ((contents->disputed_states & 1u << road_terms[i].value) != 0)
        disputed = road_terms[i].value;
    }

  if (disputed != SB_ROAD_OPEN)
    append_row (self, SAMPLE_DISPUTED_ROAD, disputed, style, sb_translate (language, N_ ("Denied or contradicted")));
}

void
sb_map_legend_show (SbMapLegend *self,
                    const SbMapContents *contents,
                    SbBasemapStyle style,
                    SbLanguage language)
{
  GtkWidget *row;

  g_return_if_fail (SB_IS_MAP_LEGEND (self));
  g_return_if_fail (contents != NULL);

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);

  for (guint i = 0; i < sb_event_type_vocabulary.n_terms; i++)
    {
      int type = sb_event_type_vocabulary.terms[i].value;

      if ((contents->event_types & 1u << type) != 0)
        append_row (self, SAMPLE_EVENT, type, style, sb_vocabulary_get_label (&sb_event_type_vocabulary, type, language));
    }

  append_roads (self, contents, style, language);
  if (contents->has_restrictions)
    append_row (self, SAMPLE_RESTRICTION, 0, style, sb_translate (language, N_ ("Blockade or other restriction")));
  if (contents->has_cut_off)
    append_row (self, SAMPLE_CUT_OFF, 0, style, sb_translate (language, N_ ("Place that is cut off")));

  append_areas (self, &contents->areas, style, language);

  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->rows) != NULL);
}
