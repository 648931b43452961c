/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-item-list.h"

#include "sb-record-form.h"

#include <glib/gi18n.h>

struct _SbItemList
{
  GtkWidget parent_instance;

  SbFormAid *aid; /* (owned) */
  const SbSchema *schema;
  char *label; /* (owned) */

  GtkWidget *items; /* a GtkBox of boxes, each with a form and a button */
};

G_DEFINE_FINAL_TYPE (SbItemList, sb_item_list, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (SbItemList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (SbItemList *self,
                   GtkButton *button)
{
  gtk_box_remove (GTK_BOX (self->items), gtk_widget_get_parent (GTK_WIDGET (button)));
  changed_cb (self);
}

static SbRecordForm *
get_form (GtkWidget *row)
{
  return SB_RECORD_FORM (gtk_widget_get_first_child (row));
}

static SbRecordForm *
append_item (SbItemList *self,
             SbRecord *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *form = sb_record_form_new (self->aid, item, SB_RECORD_FORM_ITEM);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: takes one item, of the list that is named, out of it. */
  g_autofree char *tip = g_strdup_printf (_ ("Remove from “%s”"), self->label);

  gtk_widget_set_hexpand (form, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  if (!sb_record_form_is_compact (SB_RECORD_FORM (form)))
    gtk_widget_add_css_class (row, "form-item");

  gtk_box_append (GTK_BOX (row), form);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->items), row);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  return SB_RECORD_FORM (form);
}

static void
add_clicked_cb (SbItemList *self)
{
  g_autoptr (SbRecord) item = sb_record_builder_end (sb_record_builder_new (self->schema));

  gtk_widget_grab_focus (GTK_WIDGET (append_item (self, item)));
  changed_cb (self);
}

static gboolean
sb_item_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
sb_item_list_dispose (GObject *object)
{
  SbItemList *self = SB_ITEM_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->aid);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (sb_item_list_parent_class)->dispose (object);
}

static void
sb_item_list_class_init (SbItemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_item_list_dispose;
  widget_class->grab_focus = sb_item_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_item_list_init (SbItemList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
}

GtkWidget *
sb_item_list_new (SbFormAid *aid,
                  const SbSchema *schema,
                  const char *label)
{
  SbItemList *self = g_object_new (SB_TYPE_ITEM_LIST, NULL);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: adds an item to the list that is named: “Places”. */
  g_autofree char *tip = g_strdup_printf (_ ("Add to “%s”"), label);

  self->aid = g_object_ref (aid);
  self->schema = schema;
  self->label = g_strdup (label);
  self->items = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->items, GTK_WIDGET (self));
  gtk_widget_set_parent (add, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
sb_item_list_load (SbItemList *self,
                   SbRecord *record,
                   guint index)
{
  GtkWidget *row;

  g_return_if_fail (SB_IS_ITEM_LIST (self));

  while ((row = gtk_widget_get_first_child (self->items)) != NULL)
    gtk_box_remove (GTK_BOX (self->items), row);

  for (guint i = 0; i < sb_record_get_n_items (record, index); i++)
    append_item (self, sb_record_get_item (record, index, i));
}

gboolean
sb_item_list_store (SbItemList *self,
                    SbRecordBuilder *builder,
                    guint index)
{
  gboolean is_right = TRUE;

  g_return_val_if_fail (SB_IS_ITEM_LIST (self), FALSE);

  sb_record_builder_clear (builder, index);
  for (GtkWidget *row = gtk_widget_get_first_child (self->items); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      SbRecord *item = sb_record_form_dup_record (get_form (row));

      if (item != NULL)
        sb_record_builder_take_item (builder, index, item);
      else
        is_right = FALSE;
    }

  return is_right;
}

void
sb_item_list_collect_new (SbItemList *self,
                          GPtrArray *records)
{
  g_return_if_fail (SB_IS_ITEM_LIST (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->items); row != NULL; row = gtk_widget_get_next_sibling (row))
    sb_record_form_collect_new (get_form (row), records);
}
