/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-alliances-page-private.h"

#include "sb-export-chooser.h"
#include "sb-file-export.h"
#include "sb-graph-export.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

typedef struct
{
  char *title; /* (owned) */
  SbGraphFigure *figure; /* (owned) */
  SbLanguage language;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  sb_graph_figure_unref (request->figure);
  g_free (request->title);
  g_free (request);
}

/* An #SbFileExportFunc. */
static gboolean
write_file (SbStore *store,
            const char *path,
            gpointer data,
            SbOperation *operation,
            GCancellable *cancellable,
            GError **error)
{
  const Request *request = data;

  return sb_graph_export_write (store, request->figure, request->language, request->title, path, operation, cancellable, error);
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbAlliancesPage) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_written = sb_file_export_finish (SB_CONTEXT (object), result, &error);

  if (self == NULL)
    return;

  if (is_written)
    sb_page_show_message (SB_PAGE (self), _ ("The graph was exported."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME))
    sb_page_show_message (SB_PAGE (self), _ ("The name of the file must end in .pdf, .svg, .png or .graphml."));
  else
    sb_page_show_error (SB_PAGE (self), error);
}

static void
write_to (SbAlliancesPage *self,
          const char *path)
{
  Request *request = g_new0 (Request, 1);

  request->figure = sb_graph_figure_ref (sb_graph_view_get_figure (self->view));
  request->language = sb_session_get_language (sb_page_get_session (SB_PAGE (self)));
  request->title = self->focus != NULL ? g_strdup (gtk_label_get_text (self->focus_label)) : g_strdup (_ ("Who is tied to whom"));
  sb_file_export_async (sb_page_get_context (SB_PAGE (self)), _ ("Exporting the graph"), path, write_file, request, request_free,
                        written_cb, sb_weak_ref_new (self));
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int response,
           SbAlliancesPage *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? sb_export_chooser_dup_path (self->chooser) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL && sb_graph_view_get_figure (self->view) != NULL)
    write_to (self, path);
}

void
_sb_alliances_page_export (SbAlliancesPage *self)
{
  static const SbExportFormat formats[] = {
    { ".pdf", N_ ("PDF document") },
    { ".svg", N_ ("SVG drawing") },
    { ".png", N_ ("PNG picture") },
    { ".graphml", N_ ("Graph for other programs") },
  };
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  g_clear_object (&self->chooser);
  /* Translators: the proposed name of a file; its ending must stay. */
  self->chooser = sb_export_chooser_new (window, _ ("Export the graph"), _ ("alliances.pdf"), formats, G_N_ELEMENTS (formats));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
