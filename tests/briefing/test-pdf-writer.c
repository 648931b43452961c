/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-pdf-writer.h"

#include "briefing-fixture.h"
#include "sb-edition.h"
#include "sb-test-picture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <poppler.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* Pixels to the inch at which paper is compared. */
#define DPI 50.0

typedef struct
{
  SbEdition *edition;
  GBytes *bytes;
  PopplerDocument *document;
} Fixture;

static SbEdition *
make_edition (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);
  g_autoptr (SbBasemapPainter) painter = sb_basemap_painter_new (basemap);
  g_autoptr (SbTemplate) template = sb_template_new ("situation", &error);
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbBriefingInput) input = fixture_new_input (20);

  g_assert_no_error (error);

  return sb_edition_new (template, input, SB_LANGUAGE_FR, typesetter, painter);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->edition = make_edition ();
  fixture->bytes = sb_pdf_render (sb_edition_get_sheets (fixture->edition), &error);
  g_assert_no_error (error);
  fixture->document = poppler_document_new_from_bytes (fixture->bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->document);
  g_bytes_unref (fixture->bytes);
  sb_edition_unref (fixture->edition);
}

static void
test_metadata (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *title = poppler_document_get_title (fixture->document);
  g_autofree char *author = poppler_document_get_author (fixture->document);
  g_autofree char *subject = poppler_document_get_subject (fixture->document);
  g_autofree char *creator = poppler_document_get_creator (fixture->document);

  g_assert_cmpint (poppler_document_get_n_pages (fixture->document), ==, 2);
  g_assert_cmpstr (title, ==, "L’épreuve d’avril");
  g_assert_cmpstr (author, ==, "Awa Keïta");
  g_assert_cmpstr (subject, ==, "Point de situation politico-sécuritaire et recommandations");
  g_assert_true (g_str_has_prefix (creator, "SahelBrief"));
  /* SB_CLOCK of the tests. */
  g_assert_cmpint (poppler_document_get_creation_date (fixture->document), ==, 1777485600);
}

static void
list_outline (PopplerIndexIter *iter,
              GString *titles,
              guint depth)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      g_string_append_printf (titles, "%u %s\n", depth, action->any.title);
      poppler_action_free (action);
      if (child != NULL)
        list_outline (child, titles, depth + 1);
      g_clear_pointer (&child, poppler_index_iter_free);
    }
  while (poppler_index_iter_next (iter));
}

static void
test_outline (Fixture *fixture,
              gconstpointer data)
{
  PopplerIndexIter *iter = poppler_index_iter_new (fixture->document);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_nonnull (iter);
  list_outline (iter, titles, 1);
  poppler_index_iter_free (iter);
  g_assert_cmpstr (titles->str, ==,
                   "1 Situation\n2 Versions en présence\n2 Restrictions en vigueur\n1 Analyse\n"
                   "1 Risques à anticiper\n1 Recommandations\n1 Sources\n");
}

static void
test_fonts (Fixture *fixture,
            gconstpointer data)
{
  PopplerFontInfo *info = poppler_font_info_new (fixture->document);
  PopplerFontsIter *iter = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_true (poppler_font_info_scan (info, 2, &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_true (poppler_fonts_iter_is_subset (iter));
      g_string_append_printf (names, "%s ", poppler_fonts_iter_get_full_name (iter));
    }
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
  g_object_unref (info);

  g_assert_nonnull (strstr (names->str, "LinLibertineO"));
  g_assert_nonnull (strstr (names->str, "Inter-"));
}

/* Marks lead to sources, sources to the web. */
static void
test_links (Fixture *fixture,
            gconstpointer data)
{
  guint n_inner = 0;
  guint n_web = 0;

  for (int i = 0; i < 2; i++)
    {
      PopplerPage *page = poppler_document_get_page (fixture->document, i);
      GList *links = poppler_page_get_link_mapping (page);

      for (GList *l = links; l != NULL; l = l->next)
        {
          PopplerAction *action = ((PopplerLinkMapping *) l->data)->action;

          n_inner += action->type == POPPLER_ACTION_GOTO_DEST ? 1 : 0;
          if (action->type == POPPLER_ACTION_URI)
            {
              n_web++;
              g_assert_true (g_str_has_prefix (action->uri.uri, "https://example.org/"));
              g_assert_true (g_str_has_suffix (action->uri.uri, "?a='b'"));
            }
        }
      poppler_page_free_link_mapping (links);
      g_object_unref (page);
    }
  g_assert_cmpuint (n_inner, >, 10);
  g_assert_cmpuint (n_web, >=, 3);
}

/* Text can be searched: no soft hyphens, a broken word ends in a plain one, and
 * the mark of a source is no digit of what stands before it. */
static void
test_text (Fixture *fixture,
           gconstpointer data)
{
  PopplerPage *page = poppler_document_get_page (fixture->document, 0);
  g_autofree char *text = poppler_page_get_text (page);

  g_assert_null (strstr (text, "\302\255"));
  g_assert_nonnull (strstr (text, "-\n"));
  g_assert_nonnull (strstr (text, "habitants¹."));
  g_assert_nonnull (strstr (text, "TLP:GREEN"));
  g_object_unref (page);
}

static void
test_same_bytes (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbEdition) again = make_edition ();
  g_autoptr (GBytes) bytes = sb_pdf_render (sb_edition_get_sheets (again), &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, fixture->bytes));
}

/* What is drawn for the window is what is in the file. */
static void
test_preview (Fixture *fixture,
              gconstpointer data)
{
  SbSheets *sheets = sb_edition_get_sheets (fixture->edition);
  double width = sb_paper_get_width (SB_PAPER_A4);
  double height = sb_paper_get_height (SB_PAPER_A4);

  for (guint i = 0; i < sb_sheets_get_n_sheets (sheets); i++)
    {
      cairo_surface_t *preview = sb_test_picture_new (width, height, DPI);
      cairo_surface_t *paper = sb_test_picture_new_for_page (fixture->document, (int) i, width, height, DPI);
      cairo_surface_t *white = sb_test_picture_new (width, height, DPI);
      cairo_t *preview_cr = cairo_create (preview);

      cairo_scale (preview_cr, DPI / 72, DPI / 72);
      sb_sheets_draw (sheets, i, preview_cr);
      cairo_destroy (preview_cr);

      g_assert_cmpfloat (sb_test_picture_compare (preview, white), >, 1);
      g_assert_cmpfloat (sb_test_picture_compare (preview, paper), <, 1.5);
      cairo_surface_destroy (preview);
      cairo_surface_destroy (paper);
      cairo_surface_destroy (white);
    }
}

/* A disk that is full, or nearly so: an error, and the old file as it was. */
static void
test_full_disk (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("sb-pdf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "brief.pdf", NULL);
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  struct rlimit old, small;
  gboolean written;

  g_file_set_contents (path, "the one before", -1, &error);
  g_assert_no_error (error);

  getrlimit (RLIMIT_FSIZE, &old);
  small = old;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  written = sb_pdf_write (sb_edition_get_sheets (fixture->edition), path, &error);
  setrlimit (RLIMIT_FSIZE, &old);

  g_assert_false (written);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_FILE_ERROR);
  g_clear_error (&error);
  g_file_get_contents (path, &left, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (left, ==, "the one before");
  dir = g_dir_open (folder, 0, &error);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "brief.pdf");
  g_assert_null (g_dir_read_name (dir));

  g_assert_true (sb_pdf_write (sb_edition_get_sheets (fixture->edition), path, &error));
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_no_folder (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sb_pdf_write (sb_edition_get_sheets (fixture->edition), "/nonexistent/brief.pdf", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/briefing/pdf-writer/metadata", test_metadata },
    { "/briefing/pdf-writer/outline", test_outline },
    { "/briefing/pdf-writer/fonts", test_fonts },
    { "/briefing/pdf-writer/links", test_links },
    { "/briefing/pdf-writer/text", test_text },
    { "/briefing/pdf-writer/same-bytes", test_same_bytes },
    { "/briefing/pdf-writer/preview", test_preview },
    { "/briefing/pdf-writer/full-disk", test_full_disk },
    { "/briefing/pdf-writer/no-folder", test_no_folder },
  };

  g_setenv ("SB_CLOCK", "2026-04-29T18:00:00Z", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
