/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-drawing-bar.h"

#include "sb-date-format.h"

#include <glib/gi18n.h>

struct _SbDrawingBar
{
  GtkWidget parent_instance;

  SbDrawingLayer *layer; /* (owned) */
  gboolean is_updating;

  GtkWidget *box;
  GtkToggleButton *area;
  GtkToggleButton *line;
  GtkToggleButton *arrow;
  GtkToggleButton *label;
  GtkToggleButton *select;
  GtkWidget *end;
  GtkWidget *edit;
  GtkWidget *remove;
  GtkMenuButton *list_button;
  GtkListBox *list;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (SbDrawingBar, sb_drawing_bar, GTK_TYPE_WIDGET)

enum
{
  SHOWN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkToggleButton *
get_button (SbDrawingBar *self,
            SbDrawingTool tool)
{
  switch (tool)
    {
    case SB_DRAWING_TOOL_AREA:
      return self->area;

    case SB_DRAWING_TOOL_LINE:
      return self->line;

    case SB_DRAWING_TOOL_ARROW:
      return self->arrow;

    case SB_DRAWING_TOOL_LABEL:
      return self->label;

    case SB_DRAWING_TOOL_SELECT:
      return self->select;

    case SB_DRAWING_TOOL_NONE:
    default:
      return NULL;
    }
}

/* What to do next. */
static const char *
get_hint (SbDrawingBar *self)
{
  switch (sb_drawing_layer_get_tool (self->layer))
    {
    case SB_DRAWING_TOOL_AREA:
    case SB_DRAWING_TOOL_LINE:
    case SB_DRAWING_TOOL_ARROW:
      return sb_drawing_layer_get_n_points (self->layer) == 0
               ? _ ("Click where it begins, or move the cross with the arrow keys and press Space.")
               : _ ("Click adds a point, double click or Enter ends, Backspace takes the last point back, Escape gives up.");

    case SB_DRAWING_TOOL_LABEL:
      return _ ("Click where the label goes, or move the cross with the arrow keys and press Space.");

    case SB_DRAWING_TOOL_SELECT:
      return sb_drawing_layer_get_selected (self->layer) == NULL
               ? _ ("Click a drawing, or choose one from the list.")
               : _ ("Drag a point to move it. Page Down chooses a point, the arrow keys move it, Enter keeps it. Delete removes the drawing.");

    case SB_DRAWING_TOOL_NONE:
    default:
      return _ ("Choose what to draw.");
    }
}

static void
update (SbDrawingBar *self)
{
  SbDrawingTool tool = sb_drawing_layer_get_tool (self->layer);
  gboolean has_selected = sb_drawing_layer_get_selected (self->layer) != NULL;
  g_autoptr (SbRecord) draft = NULL;

  self->is_updating = TRUE;
  for (SbDrawingTool other = SB_DRAWING_TOOL_AREA; other <= SB_DRAWING_TOOL_SELECT; other++)
    gtk_toggle_button_set_active (get_button (self, other), other == tool);
  self->is_updating = FALSE;

  if (tool != SB_DRAWING_TOOL_NONE)
    draft = sb_drawing_layer_dup_draft (self->layer);
  gtk_widget_set_visible (self->end, tool != SB_DRAWING_TOOL_NONE && tool != SB_DRAWING_TOOL_SELECT && tool != SB_DRAWING_TOOL_LABEL);
  gtk_widget_set_sensitive (self->end, draft != NULL);
  gtk_widget_set_visible (self->edit, tool == SB_DRAWING_TOOL_SELECT);
  gtk_widget_set_visible (self->remove, tool == SB_DRAWING_TOOL_SELECT);
  gtk_widget_set_sensitive (self->edit, has_selected);
  gtk_widget_set_sensitive (self->remove, has_selected);
  gtk_label_set_label (self->hint, get_hint (self));
}

static void
tool_toggled_cb (SbDrawingBar *self,
                 GtkToggleButton *button)
{
  if (self->is_updating)
    return;

  for (SbDrawingTool tool = SB_DRAWING_TOOL_AREA; tool <= SB_DRAWING_TOOL_SELECT; tool++)
    if (get_button (self, tool) == button)
      sb_drawing_layer_set_tool (self->layer, gtk_toggle_button_get_active (button) ? tool : SB_DRAWING_TOOL_NONE);
  update (self);
}

static void
end_clicked_cb (SbDrawingBar *self)
{
  sb_drawing_layer_end (self->layer);
}

static void
edit_clicked_cb (SbDrawingBar *self)
{
  SbRecord *selected = sb_drawing_layer_get_selected (self->layer);

  if (selected != NULL)
    g_signal_emit_by_name (self->layer, "opened", selected);
}

static void
remove_clicked_cb (SbDrawingBar *self)
{
  SbRecord *selected = sb_drawing_layer_get_selected (self->layer);

  if (selected != NULL)
    g_signal_emit_by_name (self->layer, "removed", selected);
}

static void
close_clicked_cb (SbDrawingBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
row_activated_cb (SbDrawingBar *self,
                  GtkListBoxRow *row)
{
  SbRecord *drawing = g_object_get_data (G_OBJECT (row), "drawing");

  gtk_menu_button_popdown (self->list_button);
  sb_drawing_layer_select (self->layer, drawing);
  g_signal_emit (self, signals[SHOWN], 0, drawing);
  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
}

/* "Area · since 3 September 2025 · no source" */
static char *
describe (SbRecord *drawing,
          SbLanguage language)
{
  g_autofree char *dates = sb_date_format_lasting (sb_record_get_date (drawing, SB_DRAWING_SINCE),
                                                   sb_record_get_date (drawing, SB_DRAWING_UNTIL), language, SB_DATE_STYLE_LONG);
  g_autoptr (GString) text = g_string_new (sb_record_get_term_label (drawing, SB_DRAWING_KIND, language));

  if (dates != NULL && *dates != '\0')
    g_string_append_printf (text, " · %s", dates);
  if (sb_record_get_n_extracts (drawing) == 0)
    g_string_append_printf (text, " · %s", _ ("no source"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SbRecord *drawing = item;
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *about = describe (drawing, language);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (sb_record_get_title (drawing, language));
  GtkWidget *subtitle = gtk_label_new (about);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sb_record_get_title (drawing, language), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  g_object_set_data_full (G_OBJECT (row), "drawing", g_object_ref (drawing), g_object_unref);
  return row;
}

static void
sb_drawing_bar_dispose (GObject *object)
{
  SbDrawingBar *self = SB_DRAWING_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->layer);

  G_OBJECT_CLASS (sb_drawing_bar_parent_class)->dispose (object);
}

static void
sb_drawing_bar_class_init (SbDrawingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_drawing_bar_dispose;

  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 SB_TYPE_RECORD);
  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-drawing-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, box);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, area);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, line);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, arrow);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, label);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, select);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, end);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, edit);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, remove);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, list_button);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, list);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingBar, hint);
  gtk_widget_class_bind_template_callback (widget_class, tool_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sb_drawing_bar_init (SbDrawingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sb_drawing_bar_new (SbDrawingLayer *layer)
{
  SbDrawingBar *self;

  g_return_val_if_fail (SB_IS_DRAWING_LAYER (layer), NULL);

  self = g_object_new (SB_TYPE_DRAWING_BAR, NULL);
  self->layer = g_object_ref (layer);
  g_signal_connect_object (layer, "notify::tool", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (layer, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
sb_drawing_bar_set_drawings (SbDrawingBar *self,
                             GListModel *drawings)
{
  g_return_if_fail (SB_IS_DRAWING_BAR (self));

  gtk_list_box_bind_model (self->list, drawings, create_row, NULL, NULL);
}

void
sb_drawing_bar_focus (SbDrawingBar *self)
{
  g_return_if_fail (SB_IS_DRAWING_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->area));
}
