/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-print.h"

#include "sb-date.h"
#include "sb-print-memory.h"
#include "sb-test-desk.h"
#include "sb-test-screen.h"

#include <glib/gstdio.h>
#include <poppler.h>

/* The map of the sample dossier, printed to a file as if that had been chosen in the
 * dialog. */

static SbSession *
create_session (void)
{
  SbSession *session = sb_session_new ();

  sb_session_set_period (session, sb_day_from_ymd (2025, 7, 1), sb_day_from_ymd (2025, 9, 10));
  sb_session_set_as_of (session, sb_day_from_ymd (2025, 9, 10));
  return session;
}

static SbMapInView
get_view (void)
{
  SbMapInView view = { .bounds = { -14, 10, 5, 20 }, .layers = SB_MAP_LAYERS_ALL & ~SB_MAP_LAYER_CONTROL };

  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    view.opacities[i] = 1;
  return view;
}

static char *
dup_path (const char *name)
{
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  return g_build_filename (g_get_user_cache_dir (), name, NULL);
}

/* What the only page of a file says, which is @width × @height points. Removes the file. */
static char *
take_text (const char *path,
           double width,
           double height)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);
  PopplerPage *page;
  double own_width, own_height;
  char *text;

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &own_width, &own_height);
  g_assert_cmpfloat_with_epsilon (own_width, width, 1);
  g_assert_cmpfloat_with_epsilon (own_height, height, 1);
  text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);
  g_unlink (path);
  return text;
}

/* What an export of the map would say on a sheet of that size. */
static char *
read_export (SbApplication *application,
             SbSession *session,
             double width,
             double height)
{
  SbMapInView view = get_view ();
  g_autoptr (SbMapRequest) request = sb_map_request_new (session, &view, NULL, 0);
  g_autoptr (SbStore) store = sb_test_desk_open_store (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbMapSheet) sheet = sb_map_request_load (request, store, &error);
  g_autofree char *path = dup_path ("map.pdf");

  g_assert_no_error (error);
  sb_map_sheet_write (sheet, path, SB_MAP_SHEET_PDF, &(SbMapSheetSize) { width, height, 1 }, &error);
  g_assert_no_error (error);
  return take_text (path, width, height);
}

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         int *told)
{
  *told = (int) result;
}

static gboolean
is_told (gpointer data)
{
  return *(int *) data >= 0;
}

static SbMapPrint *
start (SbContext *context,
       SbSession *session,
       const char *paper,
       const char *path,
       int *told)
{
  SbMapInView view = get_view ();
  SbMapPrint *print = sb_map_print_new (context, sb_map_request_new (session, &view, NULL, 0));
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autoptr (GError) error = NULL;

  *told = -1;
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (print), setup);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (print), path);
  g_signal_connect (print, "done", G_CALLBACK (done_cb), told);
  gtk_print_operation_run (GTK_PRINT_OPERATION (print), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  return print;
}

/* One sheet with what the export has, on whatever paper. */
static void
test_papers (void)
{
  static const char *const papers[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER, GTK_PAPER_NAME_A3 };
  SbApplication *application = sb_test_desk_start ();
  SbContext *context = sb_application_get_context (application);
  g_autoptr (SbSession) session = create_session ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = dup_path ("print.pdf");
      g_autofree char *text = NULL;
      g_autofree char *exported = NULL;
      int told;
      g_autoptr (SbMapPrint) print = start (context, session, papers[i], path, &told);
      GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (GTK_PRINT_OPERATION (print));
      double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
      double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);

      sb_test_wait (is_told, &told);
      g_assert_cmpint (told, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (sb_map_print_get_failure (print));
      g_assert_cmpfloat (width, >, height);
      text = take_text (path, width, height);
      g_assert_nonnull (strstr (text, "As of 10 September 2025"));
      g_assert_null (strstr (text, "Jihadist groups"));
      exported = read_export (application, session, width, height);
      g_assert_cmpstr (text, ==, exported);
    }

  sb_test_desk_stop (application);
}

static void
cancel_cb (GListModel *operations,
           guint position,
           guint n_removed,
           guint n_added,
           gboolean *is_cancelled)
{
  g_autoptr (SbOperation) operation = NULL;

  if (n_added == 0)
    return;

  operation = g_list_model_get_item (operations, position);
  g_assert_cmpstr (sb_operation_get_title (operation), ==, "Preparing the map for printing");
  sb_operation_cancel (operation);
  *is_cancelled = TRUE;
}

/* What takes long is shown, and can be cancelled: then nothing is printed. */
static void
test_cancelled (void)
{
  SbApplication *application = sb_test_desk_start ();
  SbContext *context = sb_application_get_context (application);
  GListModel *operations = G_LIST_MODEL (sb_context_get_operations (context));
  g_autoptr (SbSession) session = create_session ();
  g_autofree char *path = dup_path ("cancelled.pdf");
  g_autoptr (SbMapPrint) print = NULL;
  gboolean is_cancelled = FALSE;
  gulong handler = g_signal_connect (operations, "items-changed", G_CALLBACK (cancel_cb), &is_cancelled);
  int told;

  print = start (context, session, GTK_PAPER_NAME_A4, path, &told);
  sb_test_wait (is_told, &told);
  g_assert_true (is_cancelled);
  g_assert_cmpint (told, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_error (sb_map_print_get_failure (print), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (operations), ==, 0);
  g_signal_handler_disconnect (operations, handler);
  g_clear_object (&print);
  sb_test_desk_wait_for_workers (application);

  sb_test_desk_stop (application);
}

/* The printer is kept, and how many and how the paper lies is not. */
static void
test_memory (void)
{
  SbApplication *application = sb_test_desk_start ();
  GSettings *settings = sb_context_get_settings (sb_application_get_context (application));
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) chosen = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GtkPageSetup) lying = gtk_page_setup_new ();
  g_autoptr (GtkPageSetup) standing = NULL;

  g_assert_null (sb_print_memory_load_settings (settings));
  gtk_print_settings_set_printer (chosen, "Bureau");
  gtk_print_settings_set_n_copies (chosen, 3);
  gtk_print_settings_set_orientation (chosen, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_orientation (lying, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_print_settings (operation, chosen);
  gtk_print_operation_set_default_page_setup (operation, lying);
  sb_print_memory_keep (settings, operation);

  kept = sb_print_memory_load_settings (settings);
  g_assert_cmpstr (gtk_print_settings_get_printer (kept), ==, "Bureau");
  g_assert_cmpint (gtk_print_settings_get_n_copies (kept), ==, 1);
  g_assert_false (gtk_print_settings_has_key (kept, GTK_PRINT_SETTINGS_ORIENTATION));
  standing = sb_print_memory_load_setup (settings, SB_PAPER_LETTER, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_assert_cmpint (gtk_page_setup_get_orientation (standing), ==, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (standing, GTK_UNIT_POINTS), 612, 1);

  sb_test_desk_stop (application);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);

  g_test_add_func ("/app/map-print/papers", test_papers);
  g_test_add_func ("/app/map-print/cancelled", test_cancelled);
  g_test_add_func ("/app/map-print/memory", test_memory);

  return sb_test_screen_run ();
}
