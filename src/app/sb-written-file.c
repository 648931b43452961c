/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-written-file.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define FOLDER_KEY "export-folder"

GtkFileChooserNative *
sb_written_file_choose (GtkWidget *widget,
                        const char *title,
                        const char *name,
                        GSettings *settings)
{
  GtkFileChooserNative *chooser;
  g_autofree char *path = g_settings_get_string (settings, FOLDER_KEY);

  chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Write"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) folder = g_file_new_for_path (path);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
    }
  g_signal_connect_after (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  return chooser;
}

char *
sb_written_file_take_path (GtkFileChooser *chooser,
                           GSettings *settings)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *folder = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return NULL;

  folder = g_path_get_dirname (g_file_peek_path (file));
  g_settings_set_string (settings, FOLDER_KEY, folder);
  return g_file_get_path (file);
}

static void
open_cb (AdwToast *toast,
         GtkWidget *widget)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), "sb-file");
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

void
sb_written_file_tell (GtkWidget *widget,
                      const char *path)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("Written to “%s”"), name);
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast;

  if (toasts == NULL)
    return;

  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "sb-file", g_file_new_for_path (path), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), widget, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}
