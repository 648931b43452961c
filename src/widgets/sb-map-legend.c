/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-legend.h"

#include <glib/gi18n.h>
#include <string.h>

/* Logical pixels. */
#define SAMPLE_WIDTH  22
#define SAMPLE_HEIGHT 17
#define ROW_SPACING   8
#define MIN_HEIGHT    90 /* of what is in view of a long one */

/* Of a line, before it is broken. */
#define MAX_CHARS 32

struct _SbMapLegend
{
  GtkWidget parent_instance;

  GtkWidget *frame; /* a GtkScrolledWindow: a legend must not cover the map */
  GtkWidget *rows; /* a GtkBox, in it */
  SbMapContents shown; /* what the rows explain */
  SbBasemapStyle style;
  SbLanguage language;
};

G_DEFINE_FINAL_TYPE (SbMapLegend, sb_map_legend, GTK_TYPE_WIDGET)

/* What a row's sample is drawn of. */
typedef struct
{
  SbMapEntry entry; /* but for its text */
  SbMapLegendLook look;
} Sample;

static void
draw_sample (GtkDrawingArea *area,
             cairo_t *cr,
             int width,
             int height,
             gpointer user_data)
{
  const Sample *sample = user_data;

  sb_map_entry_draw (&sample->entry, cr, &(SbRect) { 1, 1, width - 2, height - 2 }, &sample->look);
}

static GtkWidget *
create_sample (SbMapLegend *self,
               const SbMapEntry *entry)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  Sample *sample = g_new0 (Sample, 1);

  sample->entry = *entry;
  sample->entry.text = NULL;
  sample->look = (SbMapLegendLook) { self->style, self->language, 1, SB_ROAD_STROKE_SCREEN };
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample, sample, g_free);
  return area;
}

static void
append_row (SbMapLegend *self,
            const SbMapEntry *entry)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", ROW_SPACING, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *label = gtk_label_new (entry->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Large text on a narrow map. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  if (entry->kind == SB_MAP_ENTRY_HEADING)
    gtk_widget_add_css_class (label, "caption-heading");
  else
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (row), create_sample (self, entry));
    }
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->rows), row);
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
  self->rows = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  /* One sees that there is more. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->frame), FALSE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->frame), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->frame), TRUE);
  /* It is scrolled by keys as well. */
  gtk_widget_set_focusable (self->frame, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), self->rows);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-card");
}

int
sb_map_legend_get_full_width (SbMapLegend *self)
{
  PangoContext *context;
  PangoFontMetrics *metrics;
  int line;

  g_return_val_if_fail (SB_IS_MAP_LEGEND (self), 0);

  context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  metrics = pango_context_get_metrics (context, NULL, NULL);
  line = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics) * MAX_CHARS);
  pango_font_metrics_unref (metrics);
  return line + ROW_SPACING + SAMPLE_WIDTH;
}

void
sb_map_legend_set_max_height (SbMapLegend *self,
                              int max_height)
{
  g_return_if_fail (SB_IS_MAP_LEGEND (self));

  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->frame), MAX (max_height, MIN_HEIGHT));
}

void
sb_map_legend_show (SbMapLegend *self,
                    const SbMapContents *contents,
                    SbBasemapStyle style,
                    SbLanguage language)
{
  g_autoptr (GArray) entries = NULL;
  GtkWidget *row;

  g_return_if_fail (SB_IS_MAP_LEGEND (self));
  g_return_if_fail (contents != NULL);

  /* A map that is moved mostly shows the same. */
  if (self->style == style && self->language == language && memcmp (&self->shown, contents, sizeof *contents) == 0)
    return;

  self->shown = *contents;
  self->style = style;
  self->language = language;
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);

  entries = sb_map_contents_list_entries (contents, language);
  for (guint i = 0; i < entries->len; i++)
    append_row (self, &g_array_index (entries, SbMapEntry, i));

  gtk_widget_set_visible (GTK_WIDGET (self), entries->len > 0);
}
