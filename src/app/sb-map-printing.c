/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-printing.h"

#include "sb-date-format.h"
#include "sb-error-text.h"
#include "sb-map-frame.h"
#include "sb-map-print.h"
#include "sb-print-memory.h"

#include <glib/gi18n.h>

/* What has been shown in the dialog already, or was wanted, is not told again. */
static void
tell_failure (SbMapView *view,
              const GError *error)
{
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  reason = sb_error_text (error, sb_language_get_interface ());
  gtk_widget_activate_action (GTK_WIDGET (view), "win.show-message", "s", reason);
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult result,
            SbMapView *view)
{
  const GError *failure = sb_map_print_get_failure (SB_MAP_PRINT (operation));
  SbContext *context = g_object_get_data (G_OBJECT (operation), "context");
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    sb_print_memory_keep (sb_context_get_settings (context), operation);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  else if (failure != NULL)
    error = g_error_copy (failure);
  if (error != NULL)
    tell_failure (view, error);
}

/* The paper of the preferences, lying. */
static GtkPageSetup *
load_setup (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "briefing-paper");
  SbPaper paper = SB_PAPER_A4;

  sb_paper_parse (name, &paper);
  return sb_print_memory_load_setup (settings, paper, GTK_PAGE_ORIENTATION_LANDSCAPE);
}

static char *
format_job_name (SbSession *session)
{
  SbLanguage language = sb_session_get_language (session);
  g_autofree char *day = sb_day_format (sb_session_get_as_of (session), language, SB_DATE_STYLE_LONG);

  /* Translators: what is printed, in the list of what a printer has to do; then a day. */
  return g_strdup_printf (_ ("Map as of %s"), day);
}

void
sb_map_printing_start (SbContext *context,
                       SbMapView *view)
{
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbMapPrint) print = NULL;
  g_autofree char *name = NULL;
  GtkPrintOperation *operation;
  SbMapInView shown;

  g_return_if_fail (SB_IS_CONTEXT (context));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  shown = sb_map_frame_get_view (view);
  print = sb_map_print_new (context, sb_map_request_new (sb_map_view_get_session (view), &shown, NULL, 0));
  operation = GTK_PRINT_OPERATION (print);
  kept = sb_print_memory_load_settings (sb_context_get_settings (context));
  setup = load_setup (sb_context_get_settings (context));
  name = format_job_name (sb_map_view_get_session (view));
  if (kept == NULL)
    kept = gtk_print_settings_new ();
  gtk_print_settings_set (kept, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, kept);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, name);
  g_object_set_data_full (G_OBJECT (operation), "context", g_object_ref (context), g_object_unref);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), view, 0);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_failure (view, error);
}
