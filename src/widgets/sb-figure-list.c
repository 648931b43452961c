/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-figure-list.h"

#include "sb-spoken-name.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *kind;
  const char *keys; /* (nullable) */
  const char *name;
  const char *summary;
  gboolean is_of_view;
} Figure;

static const Figure figures[] = {
  { "map", NULL, N_ ("Map as it is in view"), N_ ("What the map of the window shows now"), TRUE },
  { "map", NULL, N_ ("Map of the period"), N_ ("All that happened in the period of the briefing"), FALSE },
  { "map", "Extent=roads", N_ ("Map of the roads"), N_ ("The roads that something lies on"), FALSE },
  { "maps", "Dates=first;last", N_ ("Maps side by side"), N_ ("The first and the last day of the period"), FALSE },
  { "chart", "Measure=events\nBy=week", N_ ("Events by week"), N_ ("A bar for each week"), FALSE },
  { "chart", "Measure=fatalities\nBy=week", N_ ("Fatalities by week"), N_ ("The least and, hatched, the most that is said"), FALSE },
  { "chart", "Measure=events\nBy=type", N_ ("Events by type"), N_ ("A bar for each type of event"), FALSE },
  { "chart", "Measure=events\nBy=actor\nMost=8", N_ ("Events by actor"), N_ ("A bar for each of the eight with most events"), FALSE },
  { "graph", NULL, N_ ("Graph of alliances"), N_ ("Who is tied to whom on the as-of day"), FALSE },
};

struct _SbFigureRow
{
  GtkListBoxRow parent_instance;

  const Figure *figure;
};

G_DEFINE_FINAL_TYPE (SbFigureRow, sb_figure_row, GTK_TYPE_LIST_BOX_ROW)

static void
sb_figure_row_class_init (SbFigureRowClass *klass)
{
}

static void
sb_figure_row_init (SbFigureRow *self)
{
}

static GdkContentProvider *
drag_prepared_cb (SbFigureRow *row)
{
  return gdk_content_provider_new_typed (SB_TYPE_FIGURE_ROW, row);
}

static void
drag_begun_cb (GtkDragSource *source,
               GdkDrag *drag,
               SbFigureRow *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
create_row (const Figure *figure)
{
  SbFigureRow *row = g_object_new (SB_TYPE_FIGURE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *summary = create_label (_ (figure->summary));
  GtkDragSource *source = gtk_drag_source_new ();

  row->figure = figure;
  gtk_widget_add_css_class (summary, "caption");
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_box_append (GTK_BOX (box), create_label (_ (figure->name)));
  gtk_box_append (GTK_BOX (box), summary);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  sb_spoken_name_row (GTK_WIDGET (row));
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepared_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begun_cb), row, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
  return GTK_WIDGET (row);
}

const char *
sb_figure_row_get_kind (SbFigureRow *self)
{
  g_return_val_if_fail (SB_IS_FIGURE_ROW (self), NULL);

  return self->figure->kind;
}

const char *
sb_figure_row_get_keys (SbFigureRow *self)
{
  g_return_val_if_fail (SB_IS_FIGURE_ROW (self), NULL);

  return self->figure->keys;
}

gboolean
sb_figure_row_is_of_view (SbFigureRow *self)
{
  g_return_val_if_fail (SB_IS_FIGURE_ROW (self), FALSE);

  return self->figure->is_of_view;
}

GtkWidget *
sb_figure_list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "composer-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Maps and figures"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (&figures[i]));
  return list;
}
