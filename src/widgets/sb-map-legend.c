/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-legend.h"

#include "sb-event.h"
#include "sb-symbol.h"

/* Logical pixels. */
#define SYMBOL_SIZE 13

struct _SbMapLegend
{
  GtkWidget parent_instance;

  GtkWidget *rows; /* a GtkBox */
};

G_DEFINE_FINAL_TYPE (SbMapLegend, sb_map_legend, GTK_TYPE_WIDGET)

/* What a row's symbol is drawn with. */
typedef struct
{
  SbEventType type;
  SbBasemapStyle style;
} Sample;

static void
draw_sample (GtkDrawingArea *area,
             cairo_t *cr,
             int width,
             int height,
             gpointer user_data)
{
  const Sample *sample = user_data;

  sb_symbol_draw_event (cr, sample->type, width / 2.0, height / 2.0, SYMBOL_SIZE, sample->style, SB_SYMBOL_DEFAULT);
}

static GtkWidget *
create_row (const SbTerm *term,
            SbBasemapStyle style,
            SbLanguage language)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (sb_vocabulary_get_label (&sb_event_type_vocabulary, term->value, language));
  Sample *sample = g_new0 (Sample, 1);

  sample->type = term->value;
  sample->style = style;
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SYMBOL_SIZE + 4);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SYMBOL_SIZE + 4);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample, sample, g_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), area);
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

static void
sb_map_legend_dispose (GObject *object)
{
  SbMapLegend *self = SB_MAP_LEGEND (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);

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
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-card");
}

void
sb_map_legend_show_types (SbMapLegend *self,
                          guint types,
                          SbBasemapStyle style,
                          SbLanguage language)
{
  GtkWidget *row;

  g_return_if_fail (SB_IS_MAP_LEGEND (self));

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);

  for (guint i = 0; i < sb_event_type_vocabulary.n_terms; i++)
    if ((types & 1u << sb_event_type_vocabulary.terms[i].value) != 0)
      gtk_box_append (GTK_BOX (self->rows), create_row (&sb_event_type_vocabulary.terms[i], style, language));

  gtk_widget_set_visible (GTK_WIDGET (self), types != 0);
}
