/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-briefing-export-dialog.h"
#include "sb-test-folder.h"
#include "sb-test-letter.h"

/* What goes to the printer and to files, of the letter of the sample. */

static GPtrArray *printed; /* (element-type SbSheets) */

static void
printed_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  printed = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_printed (gpointer data)
{
  return printed != NULL;
}

static gboolean
is_drawn (gpointer data)
{
  return sb_test_letter_is_drawn (data, 0);
}

/* The sheet on the screen, of a typesetter that has set others before, and the one that
 * goes to the printer are the same, pixel for pixel. */
static void
test_preview_is_print (void)
{
  const SbEditionManner manner = { 1u << SB_LANGUAGE_FR, FALSE, SB_PAPER_A4, SB_EDITION_MARGINS_TEMPLATE };
  SbTestLetter letter;
  GdkTexture *texture;
  int width, height;
  gsize stride;
  g_autofree guchar *shown = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double scale;

  sb_test_letter_open (&letter);
  sb_test_wait (is_drawn, &letter);
  texture = sb_sheet_view_get_texture (sb_test_letter_get_sheet_view (&letter, 0));
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  stride = (gsize) width * 4;
  shown = g_malloc (stride * (gsize) height);
  gdk_texture_download (texture, shown, stride);

  sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (letter.page)), letter.page->briefing, &manner, letter.page->painter,
                            SB_BRIEFING_FORMAT_PDF, NULL, NULL, printed_cb, NULL);
  sb_test_wait (is_printed, NULL);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  scale = width / sb_paper_get_width (SB_PAPER_A4);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  sb_sheets_draw (g_ptr_array_index (printed, 0), 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    g_assert_cmpmem (shown + (gsize) y * stride, stride,
                     cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface), stride);

  cairo_surface_destroy (surface);
  g_clear_pointer (&printed, g_ptr_array_unref);
  sb_test_letter_close (&letter);
}

/* What is exported is what its format begins with, in one language, both, or columns. */
static void
test_export (void)
{
  static const struct
  {
    SbBriefingFormat format;
    guint languages;
    gboolean is_columns;
    const char *beginning;
    guint n_sheets; /* element-type SbSheets */
  } cases[] = {
    { SB_BRIEFING_FORMAT_PDF, 1, FALSE, "%PDF-", 1 },
    { SB_BRIEFING_FORMAT_PDF, 3, FALSE, "%PDF-", 2 },
    { SB_BRIEFING_FORMAT_PDF, 3, TRUE, "%PDF-", 1 },
    { SB_BRIEFING_FORMAT_ODT, 2, FALSE, "PK", 1 },
    { SB_BRIEFING_FORMAT_HTML, 3, FALSE, "<!DOCTYPE html>", 2 },
    { SB_BRIEFING_FORMAT_TEXT, 1, FALSE, "", 1 },
  };
  SbTestLetter letter;
  char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "briefing", NULL);

  sb_test_letter_open (&letter);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbEditionManner manner = { cases[i].languages, cases[i].is_columns, SB_PAPER_A4, SB_EDITION_MARGINS_TEMPLATE };
      g_autofree char *written = NULL;
      gsize length;

      sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (letter.page)), letter.page->briefing, &manner, letter.page->painter,
                                cases[i].format, path, NULL, printed_cb, NULL);
      sb_test_wait (is_printed, NULL);
      g_assert_cmpuint (printed->len, ==, cases[i].n_sheets);
      g_clear_pointer (&printed, g_ptr_array_unref);
      g_assert_true (g_file_get_contents (path, &written, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (g_str_has_prefix (written, cases[i].beginning));
    }
  sb_test_remove_folder (folder);
  sb_test_letter_close (&letter);
}

static void
cancelled_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);

  g_assert_null (sheets);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

/* What is cancelled leaves no file. */
static void
test_cancelled (void)
{
  const SbEditionManner manner = { 1, FALSE, SB_PAPER_A4, SB_EDITION_MARGINS_TEMPLATE };
  g_autoptr (SbOperation) operation = sb_operation_new ("export");
  char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "briefing.pdf", NULL);
  gboolean is_cancelled = FALSE;
  SbTestLetter letter;

  sb_test_letter_open (&letter);
  sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (letter.page)), letter.page->briefing, &manner, letter.page->painter,
                            SB_BRIEFING_FORMAT_PDF, path, operation, cancelled_cb, &is_cancelled);
  sb_operation_cancel (operation);
  sb_test_wait (sb_test_is_true, &is_cancelled);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  sb_test_remove_folder (folder);
  sb_test_letter_close (&letter);
}

/* Where the text of the second sheet begins. */
static double
find_left (SbTestLetter *letter,
           SbEditionMargins margins)
{
  const SbEditionManner manner = { 1, FALSE, SB_PAPER_A4, margins };
  double left = G_MAXDOUBLE;
  const SbSheetPlace *places;
  guint n_places;

  sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (letter->page)), letter->page->briefing, &manner, letter->page->painter,
                            SB_BRIEFING_FORMAT_PDF, NULL, NULL, printed_cb, NULL);
  sb_test_wait (is_printed, NULL);
  places = sb_sheets_get_places (g_ptr_array_index (printed, 0), &n_places);
  for (guint i = 0; i < n_places; i++)
    if (places[i].sheet == 1)
      left = MIN (left, places[i].x);
  g_clear_pointer (&printed, g_ptr_array_unref);
  return left;
}

/* The letter has the outer margin of its second sheet on the left, if it is not asked for
 * otherwise. */
static void
test_margins (void)
{
  SbTestLetter letter;

  sb_test_letter_open (&letter);
  g_assert_cmpfloat (find_left (&letter, SB_EDITION_MARGINS_TEMPLATE), ==, find_left (&letter, SB_EDITION_MARGINS_DUPLEX));
  g_assert_cmpfloat (find_left (&letter, SB_EDITION_MARGINS_DUPLEX), >, find_left (&letter, SB_EDITION_MARGINS_SIMPLEX));
  sb_test_letter_close (&letter);
}

/* The dialog proposes what was chosen in it last. */
static void
test_dialog (void)
{
  SbTestLetter letter;
  GSettings *settings;
  g_autoptr (SbBriefingExportDialog) dialog = NULL;
  g_autoptr (SbBriefingExportDialog) again = NULL;

  sb_test_letter_open (&letter);
  settings = sb_context_get_settings (sb_page_get_context (SB_PAGE (letter.page)));
  g_settings_set_string (settings, "briefing-export-languages", "columns");
  g_settings_set_string (settings, "briefing-margins", "simplex");
  dialog = g_object_ref (sb_briefing_export_dialog_new (settings, 3));
  g_assert_true (sb_briefing_export_dialog_get_manner (dialog).is_columns);
  g_assert_cmpint (sb_briefing_export_dialog_get_manner (dialog).margins, ==, SB_EDITION_MARGINS_SIMPLEX);

  g_settings_set_string (settings, "briefing-export-format", "odt");
  again = g_object_ref (sb_briefing_export_dialog_new (settings, 3));
  g_assert_cmpint (sb_briefing_export_dialog_get_format (again), ==, SB_BRIEFING_FORMAT_ODT);
  g_assert_false (sb_briefing_export_dialog_get_manner (again).is_columns);
  g_assert_cmpuint (sb_briefing_export_dialog_get_manner (again).languages, ==, 3);
  sb_test_activate (GTK_WIDGET (again), "form.accept");
  /* Columns are still what is wanted where they can be had. */
  g_assert_cmpint (g_settings_get_enum (settings, "briefing-export-languages"), ==, 3);
  gtk_window_destroy (GTK_WINDOW (dialog));
  sb_test_letter_close (&letter);
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/edition-request/preview-is-print", test_preview_is_print);
  g_test_add_func ("/app/edition-request/export", test_export);
  g_test_add_func ("/app/edition-request/cancelled", test_cancelled);
  g_test_add_func ("/app/edition-request/margins", test_margins);
  g_test_add_func ("/app/edition-request/dialog", test_dialog);
  return sb_test_screen_run ();
}
