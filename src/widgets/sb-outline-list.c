/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-outline-list.h"

#include "sb-figure-list.h"
#include "sb-outline-row.h"

#include <glib/gi18n.h>

struct _SbOutlineList
{
  GtkWidget parent_instance;

  SbOutline *outline; /* (owned) (nullable) */
  char *chosen; /* (owned) (nullable) */
  gboolean is_filling; /* rows are being set, not chosen */
  GtkWidget *box;
  GtkWidget *tools; /* not owned; in box; (nullable) */
  GtkListBox *list; /* not owned; in box */
};

G_DEFINE_FINAL_TYPE (SbOutlineList, sb_outline_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TOOLS,
  N_PROPS
};

enum
{
  BLOCK_CHOSEN,
  BLOCK_MOVED,
  FIGURE_DROPPED,
  RECORD_DROPPED,
  BLOCK_TOGGLED,
  BLOCK_REMOVED,
  BLOCK_RENAMED,
  BLOCK_OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static SbOutlineRow *
get_row (SbOutlineList *self,
         guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  return row != NULL ? SB_OUTLINE_ROW (row) : NULL;
}

static SbOutlineRow *
find_row (SbOutlineList *self,
          const char *name)
{
  SbOutlineRow *row;

  for (guint i = 0; name != NULL && (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (sb_outline_row_get_name (row), name) == 0)
      return row;

  return NULL;
}

/* Where a block stands among those of its parent, without @other. */
static guint
find_position (SbOutlineList *self,
               const SbOutlineEntry *entry,
               const char *other)
{
  guint position = 0;

  for (guint i = 0; i < sb_outline_get_n_entries (self->outline); i++)
    {
      const SbOutlineEntry *sibling = sb_outline_get_entry (self->outline, i);

      if (g_str_equal (sibling->name, entry->name))
        break;
      if (g_strcmp0 (sibling->parent, entry->parent) == 0 && !sibling->is_lost && g_strcmp0 (sibling->name, other) != 0)
        position++;
    }

  return position;
}

static guint
count_siblings (SbOutlineList *self,
                const SbOutlineEntry *entry)
{
  guint n = 0;

  for (guint i = 0; i < sb_outline_get_n_entries (self->outline); i++)
    {
      const SbOutlineEntry *sibling = sb_outline_get_entry (self->outline, i);

      if (g_strcmp0 (sibling->parent, entry->parent) == 0 && !sibling->is_lost)
        n++;
    }

  return n;
}

static const SbOutlineEntry *
get_chosen_entry (SbOutlineList *self)
{
  return self->outline != NULL && self->chosen != NULL ? sb_outline_find (self->outline, self->chosen) : NULL;
}

static void
move_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbOutlineList *self = SB_OUTLINE_LIST (widget);
  const SbOutlineEntry *entry = get_chosen_entry (self);
  gboolean is_up = g_str_equal (action, "outline.move-up");
  guint position;

  if (entry == NULL || entry->is_lost)
    return;

  position = find_position (self, entry, NULL);
  if (is_up ? position == 0 : position + 1 >= count_siblings (self, entry))
    return;

  g_signal_emit (self, signals[BLOCK_MOVED], 0, entry->name, entry->parent, is_up ? position - 1 : position + 1);
}

static void
block_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  SbOutlineList *self = SB_OUTLINE_LIST (widget);
  const SbOutlineEntry *entry = get_chosen_entry (self);

  if (entry == NULL)
    return;

  if (g_str_equal (action, "outline.toggle"))
    g_signal_emit (self, signals[BLOCK_TOGGLED], 0, entry->name);
  else if (g_str_equal (action, "outline.rename"))
    g_signal_emit (self, signals[BLOCK_RENAMED], 0, entry->name);
  else if (entry->is_added || entry->is_lost)
    g_signal_emit (self, signals[BLOCK_REMOVED], 0, entry->name);
  else if (!entry->is_hidden)
    g_signal_emit (self, signals[BLOCK_TOGGLED], 0, entry->name);
}

static void
update_actions (SbOutlineList *self)
{
  const SbOutlineEntry *entry = get_chosen_entry (self);
  GtkWidget *widget = GTK_WIDGET (self);
  guint position = entry != NULL ? find_position (self, entry, NULL) : 0;
  gboolean is_placed = entry != NULL && !entry->is_lost;

  gtk_widget_action_set_enabled (widget, "outline.move-up", is_placed && position > 0);
  gtk_widget_action_set_enabled (widget, "outline.move-down", is_placed && position + 1 < count_siblings (self, entry));
  gtk_widget_action_set_enabled (widget, "outline.toggle", is_placed);
  gtk_widget_action_set_enabled (widget, "outline.rename", is_placed);
  gtk_widget_action_set_enabled (widget, "outline.remove", entry != NULL && (entry->is_added || entry->is_lost || !entry->is_hidden));
}

static void
row_selected_cb (SbOutlineList *self,
                 GtkListBoxRow *row)
{
  if (self->is_filling || row == NULL || g_strcmp0 (self->chosen, sb_outline_row_get_name (SB_OUTLINE_ROW (row))) == 0)
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (sb_outline_row_get_name (SB_OUTLINE_ROW (row)));
  update_actions (self);
  g_signal_emit (self, signals[BLOCK_CHOSEN], 0, self->chosen);
}

static void
row_activated_cb (SbOutlineList *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[BLOCK_OPENED], 0, sb_outline_row_get_name (SB_OUTLINE_ROW (row)));
}

static GdkContentProvider *
drag_prepared_cb (SbOutlineRow *row)
{
  return gdk_content_provider_new_typed (SB_TYPE_OUTLINE_ROW, row);
}

static void
drag_begun_cb (GtkDragSource *source,
               GdkDrag *drag,
               SbOutlineRow *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* On the upper half of a row: before it; on the lower one: behind it. */
static gboolean
dropped_cb (SbOutlineList *self,
            const GValue *value,
            double x,
            double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  SbOutlineRow *dragged = G_VALUE_HOLDS (value, SB_TYPE_OUTLINE_ROW) ? g_value_get_object (value) : NULL;
  gboolean is_new = !G_VALUE_HOLDS (value, SB_TYPE_OUTLINE_ROW);
  const SbOutlineEntry *target = row != NULL ? sb_outline_find (self->outline, sb_outline_row_get_name (SB_OUTLINE_ROW (row))) : NULL;
  g_autofree char *name = NULL;
  guint position = G_MAXUINT;
  graphene_rect_t bounds;

  /* A row of another window is not of this outline. */
  if (!is_new &&
      (dragged == NULL || !gtk_widget_is_ancestor (GTK_WIDGET (dragged), GTK_WIDGET (self)) || GTK_LIST_BOX_ROW (dragged) == row))
    return FALSE;

  name = g_strdup (is_new ? "" : sb_outline_row_get_name (dragged));
  if (target != NULL && !target->is_lost && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    position = find_position (self, target, name) + (y > bounds.origin.y + bounds.size.height / 2 ? 1 : 0);

  if (is_new)
    g_signal_emit (self, signals[G_VALUE_HOLDS (value, SB_TYPE_RECORD) ? RECORD_DROPPED : FIGURE_DROPPED], 0, g_value_get_object (value),
                   target != NULL ? target->parent : NULL, position);
  else
    g_signal_emit (self, signals[BLOCK_MOVED], 0, name, target != NULL ? target->parent : NULL, position);
  return TRUE;
}

static void
append_row (SbOutlineList *self)
{
  GtkWidget *row = sb_outline_row_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepared_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begun_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_list_box_append (self->list, row);
}

static gboolean
sb_outline_list_grab_focus (GtkWidget *widget)
{
  SbOutlineList *self = SB_OUTLINE_LIST (widget);
  SbOutlineRow *row = find_row (self, self->chosen);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

static void
sb_outline_list_dispose (GObject *object)
{
  SbOutlineList *self = SB_OUTLINE_LIST (object);

  /* It goes row by row, and each row that goes selects another one. */
  self->is_filling = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->outline, sb_outline_unref);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (sb_outline_list_parent_class)->dispose (object);
}

static void
sb_outline_list_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_TOOLS)
    g_value_set_object (value, SB_OUTLINE_LIST (object)->tools);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sb_outline_list_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  SbOutlineList *self = SB_OUTLINE_LIST (object);

  if (prop_id != PROP_TOOLS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (self->tools != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->tools);
  self->tools = g_value_get_object (value);
  if (self->tools != NULL)
    gtk_box_append (GTK_BOX (self->box), self->tools);
}

static guint
add_signal (GType type,
            const char *name)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sb_outline_list_class_init (SbOutlineListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = sb_outline_list_dispose;
  object_class->get_property = sb_outline_list_get_property;
  object_class->set_property = sb_outline_list_set_property;
  widget_class->grab_focus = sb_outline_list_grab_focus;

  properties[PROP_TOOLS] =
    g_param_spec_object ("tools", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BLOCK_CHOSEN] = add_signal (type, "block-chosen");
  signals[BLOCK_MOVED] = g_signal_new ("block-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                       G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);
  signals[FIGURE_DROPPED] = g_signal_new ("figure-dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                          SB_TYPE_FIGURE_ROW, G_TYPE_STRING, G_TYPE_UINT);
  signals[RECORD_DROPPED] = g_signal_new ("record-dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                          SB_TYPE_RECORD, G_TYPE_STRING, G_TYPE_UINT);
  signals[BLOCK_TOGGLED] = add_signal (type, "block-toggled");
  signals[BLOCK_REMOVED] = add_signal (type, "block-removed");
  signals[BLOCK_RENAMED] = add_signal (type, "block-renamed");
  signals[BLOCK_OPENED] = add_signal (type, "block-opened");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "outline.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "outline.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "outline.toggle", NULL, block_action);
  gtk_widget_class_install_action (widget_class, "outline.rename", NULL, block_action);
  gtk_widget_class_install_action (widget_class, "outline.remove", NULL, block_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "outline.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "outline.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "outline.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "outline.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "outline.toggle", NULL);
}

static void
sb_outline_list_init (SbOutlineList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  GType dropped[] = { SB_TYPE_OUTLINE_ROW, SB_TYPE_FIGURE_ROW, SB_TYPE_RECORD };
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outline"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroll);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_target_set_gtypes (target, dropped, G_N_ELEMENTS (dropped));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  update_actions (self);
}

static void
select_chosen (SbOutlineList *self)
{
  SbOutlineRow *row = find_row (self, self->chosen);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  self->is_filling = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  else
    gtk_list_box_unselect_all (self->list);
  self->is_filling = FALSE;

  /* The keyboard goes with the block. */
  if (row != NULL && focus != NULL && focus != GTK_WIDGET (row))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  update_actions (self);
}

void
sb_outline_list_set_outline (SbOutlineList *self,
                             SbOutline *outline,
                             SbLanguage language)
{
  guint n_entries = outline != NULL ? sb_outline_get_n_entries (outline) : 0;

  g_return_if_fail (SB_IS_OUTLINE_LIST (self));

  g_clear_pointer (&self->outline, sb_outline_unref);
  self->outline = outline != NULL ? sb_outline_ref (outline) : NULL;

  self->is_filling = TRUE;
  while (get_row (self, n_entries) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, n_entries)));
  for (guint i = 0; i < n_entries; i++)
    {
      if (get_row (self, i) == NULL)
        append_row (self);
      sb_outline_row_set_entry (get_row (self, i), sb_outline_get_entry (outline, i), language);
    }
  self->is_filling = FALSE;

  if (get_chosen_entry (self) == NULL)
    g_clear_pointer (&self->chosen, g_free);
  select_chosen (self);
}

void
sb_outline_list_choose (SbOutlineList *self,
                        const char *name)
{
  g_return_if_fail (SB_IS_OUTLINE_LIST (self));

  if (g_strcmp0 (self->chosen, name) == 0)
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (name);
  select_chosen (self);
}

const char *
sb_outline_list_get_chosen (SbOutlineList *self)
{
  g_return_val_if_fail (SB_IS_OUTLINE_LIST (self), NULL);

  return self->chosen;
}

void
sb_outline_list_set_n_findings (SbOutlineList *self,
                                const char *name,
                                guint n_findings)
{
  SbOutlineRow *row;

  g_return_if_fail (SB_IS_OUTLINE_LIST (self));

  row = find_row (self, name);
  if (row != NULL)
    sb_outline_row_set_n_findings (row, n_findings);
}
