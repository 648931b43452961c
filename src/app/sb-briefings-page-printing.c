/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing.h"

#include <glib/gi18n.h>

/* What a print job holds on to: an edition of its own, so that the preview can
 * go on drawing the one that it shows. */
typedef struct
{
  SbBriefingsPage *page; /* (owned) */
  SbEdition *edition; /* (owned) */
} PrintJob;

static void
print_job_free (gpointer data,
                GClosure *closure)
{
  PrintJob *job = data;

  sb_edition_unref (job->edition);
  g_object_unref (job->page);
  g_free (job);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int sheet,
              PrintJob *job)
{
  sb_sheets_draw (sb_edition_get_sheets (job->edition), (guint) sheet, gtk_print_context_get_cairo_context (context));
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult result,
            PrintJob *job)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  sb_page_show_error (SB_PAGE (job->page), error);
}

static void
run_print_dialog (SbBriefingsPage *self,
                  SbEdition *edition)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;
  SbSheets *sheets = sb_edition_get_sheets (edition);
  gboolean is_a4 = sb_sheets_get_paper (sheets) == SB_PAPER_A4;
  GtkPaperSize *paper = gtk_paper_size_new (is_a4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  PrintJob *job = g_new0 (PrintJob, 1);

  job->page = g_object_ref (self);
  job->edition = sb_edition_ref (edition);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) sb_sheets_get_n_sheets (sheets));
  gtk_print_operation_set_job_name (operation, sb_record_get_title (self->briefing, self->language));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), job, print_job_free, 0);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    sb_page_show_error (SB_PAGE (self), error);
}

static void
composed_for_print_cb (GObject *object,
                       GAsyncResult *result,
                       gpointer user_data)
{
  g_autoptr (SbBriefingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbEdition) edition = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);

  if (edition == NULL)
    sb_page_show_error (SB_PAGE (self), error);
  else
    run_print_dialog (self, edition);
}

void
_sb_briefings_page_print (SbBriefingsPage *self)
{
  sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (self)), self->briefing, self->language,
                            _sb_briefings_page_get_paper (self), self->painter, NULL, composed_for_print_cb,
                            g_object_ref (self));
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbBriefingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbEdition) edition = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);

  if (edition == NULL)
    sb_page_show_error (SB_PAGE (self), error);
  else
    sb_page_show_message (SB_PAGE (self), _ ("The PDF is written."));
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int response,
                SbBriefingsPage *self)
{
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (g_file_peek_path (file) == NULL)
    {
      sb_page_show_message (SB_PAGE (self), _ ("A PDF can only be written to a folder of this machine."));
      return;
    }

  sb_edition_request_pdf_async (sb_page_get_catalogue (SB_PAGE (self)), self->briefing, self->language,
                                _sb_briefings_page_get_paper (self), self->painter, g_file_peek_path (file), NULL,
                                exported_cb, g_object_ref (self));
}

/* "situation-fr.pdf" */
static char *
propose_name (SbBriefingsPage *self)
{
  return g_strdup_printf ("%s-%s.pdf", sb_record_get_text (self->briefing, SB_BRIEFING_TEMPLATE),
                          sb_language_get_code (self->language));
}

void
_sb_briefings_page_export_pdf (SbBriefingsPage *self)
{
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;

  if (self->briefing == NULL)
    return;

  name = propose_name (self);
  dialog = gtk_file_chooser_native_new (_ ("Write a PDF"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Write"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  g_signal_connect (dialog, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
