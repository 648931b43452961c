/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-columns-dialog-private.h"

#include "sb-weak-ref.h"

#include <glib/gi18n.h>
#include <string.h>

static void
show_chooser (SbColumnsDialog *self,
              GtkFileChooserNative *chooser,
              GCallback chosen)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Import specifications"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_set_object (&self->chooser, chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", chosen, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static GFile *
take_chosen (SbColumnsDialog *self,
             int response)
{
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  g_clear_object (&self->chooser);
  return file;
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbColumnsDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);
  g_autoptr (SbImportSpec) spec = bytes != NULL ? sb_import_spec_new (bytes, &error) : NULL;

  if (self == NULL)
    return;

  if (spec == NULL)
    {
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }

  sb_form_dialog_end (SB_FORM_DIALOG (self));
  _sb_columns_dialog_follow (self, spec);
}

static void
open_chosen_cb (SbColumnsDialog *self,
                int response)
{
  g_autoptr (GFile) file = take_chosen (self, response);

  if (file != NULL)
    g_file_load_bytes_async (file, sb_form_dialog_begin (SB_FORM_DIALOG (self)), opened_cb, sb_weak_ref_new (self));
}

static void
open_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_ ("Open an import specification"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  show_chooser (SB_COLUMNS_DIALOG (widget), chooser, G_CALLBACK (open_chosen_cb));
}

static void
saved_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (SbColumnsDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (object), result, NULL, &error);
  if (self == NULL)
    return;

  if (error != NULL)
    sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
  else
    sb_form_dialog_end (SB_FORM_DIALOG (self));
}

static void
save_chosen_cb (SbColumnsDialog *self,
                int response)
{
  g_autoptr (GFile) file = take_chosen (self, response);
  g_autoptr (SbImportSpec) spec = file != NULL ? _sb_columns_dialog_make_spec (self) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *json;

  if (spec == NULL)
    return;

  json = sb_import_spec_to_json (spec);
  bytes = g_bytes_new_take (json, strlen (json));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                       sb_form_dialog_begin (SB_FORM_DIALOG (self)), saved_cb, sb_weak_ref_new (self));
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_ ("Save an import specification"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("table.json"));
  show_chooser (SB_COLUMNS_DIALOG (widget), chooser, G_CALLBACK (save_chosen_cb));
}

void
_sb_columns_dialog_class_install_files (SbColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "columns.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "columns.save", NULL, save_action);
}
