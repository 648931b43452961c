/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-merge-dialog.h"

#include "sb-drop-down-name.h"

#include <glib/gi18n.h>

struct _SbMergeDialog
{
  SbFormDialog parent_instance;

  SbRecord *actor; /* (owned) */

  GtkDropDown *other;
  GtkCheckButton *keep_this;
  GtkCheckButton *keep_other;
};

G_DEFINE_FINAL_TYPE (SbMergeDialog, sb_merge_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SbRecord *
get_other (SbMergeDialog *self)
{
  return gtk_drop_down_get_selected_item (self->other);
}

static char *
format_keep (SbRecord *actor)
{
  /* Translators: %s is the name of an actor. */
  return g_strdup_printf (_ ("Keep the name “%s”"), sb_record_get_title (actor, sb_language_get_interface ()));
}

static void
other_changed_cb (SbMergeDialog *self)
{
  SbRecord *other = get_other (self);
  g_autofree char *label = other != NULL ? format_keep (other) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->keep_other), other != NULL);
  if (label != NULL)
    gtk_check_button_set_label (self->keep_other, label);
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), other != NULL);
}

static void
sb_merge_dialog_accept (SbFormDialog *dialog)
{
  SbMergeDialog *self = SB_MERGE_DIALOG (dialog);
  gint64 this_one = sb_record_get_id (self->actor);
  gint64 other = sb_record_get_id (get_other (self));
  gboolean keeps_this = gtk_check_button_get_active (self->keep_this);

  g_signal_emit (self, signals[CHOSEN], 0, keeps_this ? this_one : other, keeps_this ? other : this_one);
  sb_form_dialog_finish (dialog, NULL);
}

static void
sb_merge_dialog_dispose (GObject *object)
{
  g_clear_object (&SB_MERGE_DIALOG (object)->actor);

  G_OBJECT_CLASS (sb_merge_dialog_parent_class)->dispose (object);
}

static void
sb_merge_dialog_class_init (SbMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_merge_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_merge_dialog_accept;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbMergeDialog, other);
  gtk_widget_class_bind_template_child (widget_class, SbMergeDialog, keep_this);
  gtk_widget_class_bind_template_child (widget_class, SbMergeDialog, keep_other);
  gtk_widget_class_bind_template_callback (widget_class, other_changed_cb);
}

static char *
get_title (SbRecord *actor)
{
  return actor != NULL ? g_strdup (sb_record_get_title (actor, sb_language_get_interface ())) : NULL;
}

static void
sb_merge_dialog_init (SbMergeDialog *self)
{
  g_autoptr (GtkExpression) title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_title), NULL, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->other, title);
  gtk_drop_down_set_enable_search (self->other, TRUE);
  sb_drop_down_name_all (GTK_WIDGET (self));
}

static gboolean
is_other (gpointer item,
          gpointer user_data)
{
  return sb_record_get_id (item) != sb_record_get_id (user_data);
}

SbMergeDialog *
sb_merge_dialog_new (SbRecord *actor,
                     GListModel *actors)
{
  SbMergeDialog *self = g_object_new (SB_TYPE_MERGE_DIALOG, NULL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_other, g_object_ref (actor), g_object_unref));
  g_autoptr (GtkFilterListModel) others = gtk_filter_list_model_new (g_object_ref (actors), filter);
  g_autofree char *label = format_keep (actor);

  self->actor = g_object_ref (actor);
  gtk_check_button_set_label (self->keep_this, label);
  gtk_drop_down_set_model (self->other, G_LIST_MODEL (others));
  gtk_drop_down_set_selected (self->other, GTK_INVALID_LIST_POSITION);
  other_changed_cb (self);
  return self;
}
