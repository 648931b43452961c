/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window-private.h"

#include "sb-columns-dialog.h"
#include "sb-import-words.h"
#include "sb-table-error.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>
#include <string.h>

/* The suffixes of what can be imported. */
static const char *const importable[] = {
  "pdf",
  "html",
  "htm",
  "xhtml",
  "txt",
  "text",
  "md",
  "markdown",
  "mhtml",
  "mht",
  "eml",
  "odt",
  "docx",
  "opml",
  "xml",
  "ndjson",
  "sahelbrief",
  "json",
  "jsonl",
  "csv",
  "tsv",
  "tab",
  "geojson",
  "kml",
  "kmz",
  "gpx",
  NULL,
};

static void import_names (SbWindow *self,
                          const char *const *names,
                          SbImportSpec *spec);

static void
table_accepted_cb (SbWindow *self,
                   const char *file,
                   SbImportSpec *spec)
{
  const char *const names[] = { file, NULL };

  import_names (self, names, spec);
}

/* Asks what the columns of a table hold. */
static void
show_columns (SbWindow *self,
              const char *file)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "sahel-brief", "import-specifications", NULL);
  SbColumnsDialog *dialog = sb_columns_dialog_new (file, folder);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (table_accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The first of what failed that is a table whose columns are not known. */
static const char *
find_unknown_table (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const SbImportResult *result = g_ptr_array_index (results, i);

      if (g_error_matches (result->error, SB_TABLE_ERROR, SB_TABLE_ERROR_UNKNOWN) ||
          g_error_matches (result->error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS))
        return result->file;
    }

  return NULL;
}

static void
failure_answered_cb (AdwMessageDialog *dialog,
                     const char *response,
                     SbWindow *self)
{
  if (g_str_equal (response, "columns"))
    show_columns (self, g_object_get_data (G_OBJECT (dialog), "file"));
}

static void
show_failures (SbWindow *self,
               GPtrArray *results,
               guint n_failed)
{
  g_autofree char *text = sb_import_words_list_failures (results);
  const char *table = find_unknown_table (results);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), ngettext ("A file was not imported", "Some files were not imported", n_failed), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (table != NULL)
    {
      g_object_set_data_full (G_OBJECT (dialog), "file", g_strdup (table), g_free);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "columns", _ ("_Name the columns…"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "columns", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "columns");
      g_signal_connect_object (dialog, "response", G_CALLBACK (failure_answered_cb), self, 0);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_rejections (SbWindow *self,
                 GPtrArray *results,
                 guint n_rejected)
{
  g_autofree char *text = sb_import_words_list_rejections (results);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), ngettext ("A line was not taken", "Some lines were not taken", n_rejected), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_results (SbWindow *self,
              GPtrArray *results)
{
  SbImportTotals totals = sb_import_words_add_up (results);
  const SbImportResult *only = results->len == 1 ? g_ptr_array_index (results, 0) : NULL;
  g_autofree char *text = sb_import_words_sum_up (&totals);

  /* A document that comes alone is meant to be read. */
  if (only != NULL && only->document != 0)
    sb_session_request_document (self->session, only->document, 0, 0);

  if (totals.n_failed > 0)
    show_failures (self, results, totals.n_failed);
  if (totals.n_rejected > 0)
    show_rejections (self, results, totals.n_rejected);

  if (totals.n_failed == results->len)
    return;

  if (totals.n_feeds > 0)
    _sb_window_show_leading (self, text, "feeds");
  else if (only == NULL && totals.n_taken > 0 && totals.n_rows == 0)
    _sb_window_show_leading (self, text, "documents");
  else
    _sb_window_show_message (self, text);
}

typedef struct
{
  gpointer window; /* (owned) a weak reference */
  SbOperation *operation; /* (owned) */
} Import;

/* The work is over: the window, if it is still there. */
static SbWindow *
end_import (Import *import)
{
  SbWindow *window = sb_weak_ref_take (import->window);

  sb_operation_complete (import->operation);
  g_object_unref (import->operation);
  g_free (import);
  return window;
}

static void
imported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbWindow) self = end_import (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = sb_import_files_finish (SB_CATALOGUE (object), result, &error);

  /* The window was closed meanwhile; the files are in all the same. */
  if (self == NULL)
    return;

  if (results != NULL)
    show_results (self, results);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _sb_window_show_message (self, _ ("The import was stopped; what had come in is kept."));
  else
    _sb_window_show_error (self, error);
}

static void
import_names (SbWindow *self,
              const char *const *names,
              SbImportSpec *spec)
{
  Import *import = g_new0 (Import, 1);

  import->window = sb_weak_ref_new (self);
  import->operation = sb_context_start_operation (self->context, _ ("Importing files"));
  sb_import_files_async (sb_context_get_catalogue (self->context), names, spec, import->operation,
                         sb_operation_get_cancellable (import->operation), imported_cb, import);
}

static gboolean
is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 || g_ascii_strncasecmp (text, "https://", 8) == 0;
}

void
sb_window_import_files (SbWindow *self,
                        GFile **files,
                        guint n_files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_return_if_fail (SB_IS_WINDOW (self));
  g_return_if_fail (files != NULL || n_files == 0);

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);
      const char *path = g_file_peek_path (files[i]);

      if (is_address (uri))
        _sb_window_add_feed (self, uri);
      else
        g_strv_builder_add (builder, path != NULL ? path : uri);
    }

  names = g_strv_builder_end (builder);
  if (*names == NULL)
    return;

  if (sb_context_is_ready (self->context))
    {
      import_names (self, (const char *const *) names, NULL);
      return;
    }

  /* Files that are named on the command line come before the catalogue is
   * open. */
  g_strfreev (self->waiting_files);
  self->waiting_files = g_steal_pointer (&names);
}

void
_sb_window_import_waiting (SbWindow *self)
{
  g_auto (GStrv) names = g_steal_pointer (&self->waiting_files);

  if (names != NULL)
    import_names (self, (const char *const *) names, NULL);
}

static void
add_filters (GtkFileChooser *chooser,
             const char *name,
             const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (known, suffixes[i]);

  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, known);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
files_chosen_cb (SbWindow *self,
                 int response)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));

  g_clear_object (&self->chooser);
  if (array->len > 0)
    sb_window_import_files (self, (GFile **) array->pdata, array->len);
}

void
_sb_window_show_chooser (SbWindow *self,
                         GtkFileChooserNative *chooser,
                         GCallback chosen)
{
  g_set_object (&self->chooser, chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", chosen, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
import_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_ ("Import files"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser), _ ("Documents, lists of feeds, dossiers and data"), importable);
  _sb_window_show_chooser (SB_WINDOW (widget), chooser, G_CALLBACK (files_chosen_cb));
}

static void
table_chosen_cb (SbWindow *self,
                 int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  g_clear_object (&self->chooser);
  if (file != NULL)
    show_columns (self, g_file_peek_path (file) != NULL ? g_file_peek_path (file) : uri);
}

static void
import_table_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  static const char *const tables[] = { "csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "geojson", "kml", "kmz", "gpx", NULL };
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_ ("Import a table"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  add_filters (GTK_FILE_CHOOSER (chooser), _ ("Tables"), tables);
  _sb_window_show_chooser (SB_WINDOW (widget), chooser, G_CALLBACK (table_chosen_cb));
}

static gboolean
take_files (SbWindow *self,
            const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (array, l->data);

  sb_window_import_files (self, (GFile **) array->pdata, array->len);
  return array->len > 0;
}

/* The address that the text begins with. */
static gboolean
take_text (SbWindow *self,
           const char *text)
{
  g_autofree char *address = g_strstrip (g_strdup (text));

  address[strcspn (address, "\r\n\t ")] = '\0';
  if (!is_address (address))
    return FALSE;

  _sb_window_add_feed (self, address);
  return TRUE;
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue *value,
            double x,
            double y,
            gpointer user_data)
{
  return _sb_window_take (SB_WINDOW (user_data), value);
}

gboolean
_sb_window_take (SbWindow *self,
                 const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return take_files (self, value);

  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    return take_text (self, g_value_get_string (value));

  return FALSE;
}

void
_sb_window_accept_drops (SbWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
_sb_window_class_install_import (SbWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.import", NULL, import_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.import-table", NULL, import_table_action);
}
