/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing-export-dialog.h"
#include "sb-briefing.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* What is being exported. */
typedef struct
{
  gpointer page; /* (owned) a weak reference */
  SbRecord *briefing; /* (owned) as it was when it was asked for */
  SbBriefingFormat format;
  SbEditionManner manner;
  SbOperation *operation; /* (owned) (nullable) until it is begun */
  char *path; /* (owned) (nullable) until it is chosen */
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->operation);
  g_object_unref (self->briefing);
  g_free (self->path);
  g_free (self);
}

static void
open_cb (AdwToast *toast,
         GtkWidget *page)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), "sb-file");
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (page)), uri, GDK_CURRENT_TIME);
}

void
_sb_briefings_page_tell_written (SbBriefingsPage *self,
                                 const char *path)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
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
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (SbBriefingsPage) self = sb_weak_ref_take (export->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);

  sb_operation_complete (export->operation);
  if (self != NULL && sheets != NULL)
    _sb_briefings_page_tell_written (self, export->path);
  else if (self != NULL)
    sb_page_show_error (SB_PAGE (self), error);
  export_free (export);
}

static void
begin_export (SbBriefingsPage *self,
              Export *export)
{
  SbContext *context = sb_page_get_context (SB_PAGE (self));

  export->operation = sb_context_start_operation (context, _ ("Exporting the briefing"));
  export->page = sb_weak_ref_new (self);
  sb_edition_request_async (sb_context_get_catalogue (context), export->briefing, &export->manner, self->painter,
                            export->format, export->path, export->operation, exported_cb, export);
}

char *
_sb_briefings_page_dup_name (SbBriefingsPage *self,
                             guint languages,
                             const char *extension)
{
  const char *template = sb_record_get_text (self->briefing, SB_BRIEFING_TEMPLATE);

  return g_strdup_printf ("%s%s%s.%s", template, (languages & (1u << SB_LANGUAGE_FR)) != 0 ? "-fr" : "",
                          (languages & (1u << SB_LANGUAGE_EN)) != 0 ? "-en" : "", extension);
}

/* The folder of the last file, where it is still there. */
void
_sb_briefings_page_set_folder (SbBriefingsPage *self,
                               GtkFileChooser *chooser)
{
  g_autofree char *path = g_settings_get_string (sb_context_get_settings (sb_page_get_context (SB_PAGE (self))), "export-folder");
  g_autoptr (GFile) folder = NULL;

  if (path[0] == '\0' || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return;

  folder = g_file_new_for_path (path);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

char *
_sb_briefings_page_take_path (SbBriefingsPage *self,
                              GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *folder = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    {
      sb_page_show_message (SB_PAGE (self), _ ("A briefing can only be written to a folder of this machine."));
      return NULL;
    }

  folder = g_path_get_dirname (g_file_peek_path (file));
  g_settings_set_string (sb_context_get_settings (sb_page_get_context (SB_PAGE (self))), "export-folder", folder);
  return g_file_get_path (file);
}

static void
file_chosen_cb (GtkNativeDialog *chooser,
                int response,
                SbBriefingsPage *self)
{
  Export *export = g_object_get_data (G_OBJECT (chooser), "sb-export");

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  export->path = _sb_briefings_page_take_path (self, GTK_FILE_CHOOSER (chooser));
  if (export->path == NULL)
    return;

  g_object_steal_data (G_OBJECT (chooser), "sb-export");
  begin_export (self, export);
}

static void
manner_chosen_cb (SbBriefingsPage *self,
                  SbBriefingExportDialog *dialog)
{
  Export *export = g_new0 (Export, 1);
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  export->briefing = g_object_ref (self->briefing);
  export->format = sb_briefing_export_dialog_get_format (dialog);
  export->manner = sb_briefing_export_dialog_get_manner (dialog);
  name = _sb_briefings_page_dup_name (self, export->manner.languages, sb_briefing_format_get_extension (export->format));

  chooser = gtk_file_chooser_native_new (_ ("Export the briefing"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  _sb_briefings_page_set_folder (self, GTK_FILE_CHOOSER (chooser));
  g_object_set_data_full (G_OBJECT (chooser), "sb-export", export, (GDestroyNotify) export_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  GSettings *settings = sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));
  SbBriefingExportDialog *dialog = sb_briefing_export_dialog_new (settings, _sb_briefings_page_get_languages (self));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (manner_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_sb_briefings_page_class_init_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "briefing.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "briefing.export", NULL);
}
