/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-find-dialog.h"

#include "sb-stack-hidden.h"

#include <glib/gi18n.h>

/* Rows that Page Up and Page Down go past. */
#define PAGE_ROWS 6

struct _SbFindDialog
{
  AdwWindow parent_instance;

  SbFinder *finder; /* (owned) (nullable) */

  GtkEditable *entry;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  GtkLabel *message;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (SbFindDialog, sb_find_dialog, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* The keys of a command, as the menus write them. */
static GtkWidget *
create_keys (const char *action)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_auto (GStrv) accelerators = NULL;
  g_autofree char *text = NULL;
  GdkModifierType modifiers;
  guint key;
  GtkWidget *label;

  if (application == NULL)
    return NULL;

  accelerators = gtk_application_get_accels_for_action (application, action);
  if (accelerators[0] == NULL || !gtk_accelerator_parse (accelerators[0], &key, &modifiers))
    return NULL;

  text = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
create_row (gpointer data,
            gpointer user_data)
{
  SbFindItem *item = data;
  const char *detail = sb_find_item_get_detail (item);
  const char *action = sb_find_item_get_action (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *keys = action != NULL ? create_keys (action) : NULL;

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), create_line (sb_find_item_get_title (item)));
  if (detail != NULL)
    {
      GtkWidget *line = create_line (NULL);

      gtk_label_set_markup (GTK_LABEL (line), detail);
      gtk_widget_add_css_class (line, "dim-label");
      gtk_widget_add_css_class (line, "caption");
      gtk_box_append (GTK_BOX (lines), line);
    }

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (sb_find_item_get_icon_name (item)));
  gtk_box_append (GTK_BOX (box), lines);
  if (keys != NULL)
    gtk_box_append (GTK_BOX (box), keys);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sb_find_item_get_title (item), -1);
  return row;
}

/* Borrowed. By the row and not by its place: while rows come and go, those do not agree
 * with the places of the model. */
static SbFindItem *
get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

/* The first row of a section has its title above it. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer user_data)
{
  SbFindSection section = sb_find_item_get_section (get_item (row));
  GtkWidget *title;

  if (before != NULL && sb_find_item_get_section (get_item (before)) == section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  title = create_line (sb_find_section_get_title (section));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "find-section");
  gtk_list_box_row_set_header (row, title);
}

/* Chooses @row and brings it into view, while the entry keeps the keyboard. */
static void
choose (SbFindDialog *self,
        GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
finder_changed_cb (SbFindDialog *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->finder));
  gboolean is_loading;
  g_autofree char *message = NULL;

  g_object_get (self->finder, "loading", &is_loading, "message", &message, NULL);
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    choose (self, gtk_list_box_get_row_at_index (self->list, 0));

  gtk_spinner_set_spinning (self->spinner, is_loading);
  gtk_stack_set_visible_child_name (self->stack, n_items > 0 || is_loading ? "found" : "nothing");
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
text_changed_cb (SbFindDialog *self)
{
  sb_finder_set_text (self->finder, gtk_editable_get_text (self->entry));
  choose (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
open_row (SbFindDialog *self,
          GtkListBoxRow *row,
          gboolean on_map)
{
  g_autoptr (SbFindDialog) kept = g_object_ref (self);
  g_autoptr (SbFindItem) item = NULL;

  if (row == NULL)
    return;

  item = g_object_ref (get_item (row));
  g_signal_emit (self, signals[CHOSEN], 0, item, on_map);
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (SbFindDialog *self,
                  GtkListBoxRow *row)
{
  open_row (self, row, FALSE);
}

static void
step (SbFindDialog *self,
      int n_rows)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int last = (int) g_list_model_get_n_items (G_LIST_MODEL (self->finder)) - 1;
  int position = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;

  if (last >= 0)
    choose (self, gtk_list_box_get_row_at_index (self->list, CLAMP (position + n_rows, 0, last)));
}

static void
step_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  step (SB_FIND_DIALOG (widget), g_variant_get_int32 (parameter));
}

static void
open_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbFindDialog *self = SB_FIND_DIALOG (widget);

  open_row (self, gtk_list_box_get_selected_row (self->list), g_variant_get_boolean (parameter));
}

static void
close_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static const struct
{
  const char *keys;
  const char *action; /* with its target */
} bindings[] = {
  { "Down", "find.step(1)" },
  { "Up", "find.step(-1)" },
  { "Page_Down", "find.step(" G_STRINGIFY (PAGE_ROWS) ")" },
  { "Page_Up", "find.step(-" G_STRINGIFY (PAGE_ROWS) ")" },
  { "Return|KP_Enter", "find.open(false)" },
  { "<Control>Return|<Control>KP_Enter", "find.open(true)" },
  { "Escape", "find.close" },
};

/* Before the entry gets them. */
static void
add_bindings (SbFindDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut;

      g_action_parse_detailed_name (bindings[i].action, &name, &target, NULL);
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (bindings[i].keys), gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sb_find_dialog_dispose (GObject *object)
{
  SbFindDialog *self = SB_FIND_DIALOG (object);

  if (self->finder != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (sb_find_dialog_parent_class)->dispose (object);
}

static void
sb_find_dialog_class_init (SbFindDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_find_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  SB_TYPE_FIND_ITEM, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-find-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbFindDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, SbFindDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SbFindDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, SbFindDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SbFindDialog, message);
  gtk_widget_class_bind_template_child (widget_class, SbFindDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "find.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "find.open", "b", open_action);
  gtk_widget_class_install_action (widget_class, "find.close", NULL, close_action);
}

static void
sb_find_dialog_init (SbFindDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_stack_hide_behind_all (GTK_WIDGET (self));
  add_bindings (self);
}

SbFindDialog *
sb_find_dialog_new (SbFinder *finder,
                    GtkWindow *parent)
{
  SbFindDialog *self = g_object_new (SB_TYPE_FIND_DIALOG, "transient-for", parent, NULL);

  self->finder = g_object_ref (finder);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (finder), create_row, NULL, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  g_signal_connect_object (finder, "items-changed", G_CALLBACK (finder_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "notify", G_CALLBACK (finder_changed_cb), self, G_CONNECT_SWAPPED);
  finder_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self;
}
