/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-pdf-page-answer.h"
#include "sb-pdf-page.h"
#include "sb-pdf.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#define PAGE_WIDTH  595
#define PAGE_HEIGHT 842
#define N_PAGES     3

static cairo_status_t
collect_cb (void *closure,
            const unsigned char *data,
            unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
show (cairo_t *cr,
      double x,
      double y,
      double size,
      const char *text)
{
  cairo_set_font_size (cr, size);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, text);
}

/* A page of two columns under a running head, with a broken word, a bullet
 * and a page number. */
static void
draw_page (cairo_t *cr,
           guint number)
{
  g_autofree char *foot = g_strdup_printf ("%u / %u", number, N_PAGES);
  g_autofree char *title = g_strdup_printf ("Le blocus, partie %u", number);

  show (cr, 60, 40, 9, "Lettre du Sahel");
  show (cr, 280, 815, 9, foot);
  show (cr, 60, 110, 20, title);
  show (cr, 60, 150, 11, "Les camions attendent aux fron-");
  show (cr, 60, 164, 11, "tières que l’armée les escorte,");
  show (cr, 60, 178, 11, "dit-on dans la ville de Kayes.");
  show (cr, 60, 210, 11, "Un second paragraphe suit là.");
  show (cr, 320, 150, 11, "La deuxième colonne vient après");
  show (cr, 320, 164, 11, "la première, comme on la lit.");
  show (cr, 320, 196, 11, "• Un point à part.");
  cairo_show_page (cr);
}

static GBytes *
make_pdf (void)
{
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_cb, data, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Le blocus de Kayes");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Awa Diarra");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-04-29T10:00:00Z");
  cr = cairo_create (surface);
  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  for (guint i = 1; i <= N_PAGES; i++)
    draw_page (cr, i);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (data);
}

/* A page that holds a drawing and no text. */
static GBytes *
make_picture (void)
{
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_cb, data, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, 50, 50, 200, 200);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (data);
}

static const struct
{
  SbBlockKind kind;
  guint level;
  const char *text; /* with %u for the number of the page */
} expected[] = {
  { SB_BLOCK_HEADING, 1, "Le blocus, partie %u" },
  { SB_BLOCK_PARAGRAPH, 0, "Les camions attendent aux frontières que l’armée les escorte, dit-on dans la ville de Kayes." },
  { SB_BLOCK_PARAGRAPH, 0, "Un second paragraphe suit là." },
  { SB_BLOCK_PARAGRAPH, 0, "La deuxième colonne vient après la première, comme on la lit." },
  { SB_BLOCK_LIST_ITEM, 1, "Un point à part." },
};

static void
test_pages (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = sb_pdf_extract (pdf, SB_EXTRACT_ARTICLE, NULL, &error);
  GPtrArray *blocks;

  g_assert_no_error (error);
  g_assert_cmpuint (sb_extraction_get_n_pages (extraction), ==, N_PAGES);
  g_assert_cmpstr (sb_extraction_get_title (extraction), ==, "Le blocus de Kayes");
  g_assert_cmpstr (sb_extraction_get_byline (extraction), ==, "Awa Diarra");
  g_assert_cmpstr (sb_extraction_get_date (extraction), ==, "2026-04-29");
  g_assert_cmpstr (sb_extraction_get_language (extraction), ==, "fr");
  blocks = sb_extraction_get_blocks (extraction);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);
      guint page = i / G_N_ELEMENTS (expected) + 1;
      guint j = i % G_N_ELEMENTS (expected);
      g_auto (GStrv) parts = g_strsplit (expected[j].text, "%u", 2);
      g_autofree char *text = g_strdup_printf ("%s%.0u", parts[0], parts[1] != NULL ? page : 0);

      g_assert_cmpstr (sb_block_get_text (block), ==, text);
      g_assert_cmpint (sb_block_get_kind (block), ==, expected[j].kind);
      g_assert_cmpuint (sb_block_get_level (block), ==, expected[j].level);
      g_assert_cmpuint (sb_block_get_page (block), ==, page);
    }
  g_assert_cmpuint (blocks->len, ==, N_PAGES * G_N_ELEMENTS (expected));
}

static void
assert_fails (GBytes *bytes,
              SbDocumentError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = sb_pdf_extract (bytes, SB_EXTRACT_ARTICLE, NULL, &error);

  g_assert_error (error, SB_DOCUMENT_ERROR, (int) code);
  g_assert_null (extraction);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (pdf, 0, 200);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("%PDF-1.5\n", 9);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  assert_fails (head, SB_DOCUMENT_ERROR_BROKEN);
  assert_fails (nothing, SB_DOCUMENT_ERROR_BROKEN);
  assert_fails (empty, SB_DOCUMENT_ERROR_BROKEN);
}

static void
test_picture (void)
{
  g_autoptr (GBytes) pdf = make_picture ();

  assert_fails (pdf, SB_DOCUMENT_ERROR_NO_TEXT);
}

/* The keys fit no password, the empty one included. */
static void
test_locked (void)
{
  static const char text[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n"
    "4 0 obj<</Filter/Standard/V 1/R 2/P -4"
    "/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>>endobj\n"
    "trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[(0123456789012345)(0123456789012345)]>>\n"
    "startxref\n0\n%%EOF\n";
  g_autoptr (GBytes) pdf = g_bytes_new_static (text, sizeof text - 1);

  assert_fails (pdf, SB_DOCUMENT_ERROR_LOCKED);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sb_pdf_extract (pdf, SB_EXTRACT_ARTICLE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A reader that is not there, that answers nonsense or nothing, that is killed. */
static void
test_bad_extractor (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autofree char *extractor = g_strdup (g_getenv ("SB_EXTRACTOR"));
  g_autofree char *folder = g_dir_make_tmp ("sb-pdf-XXXXXX", NULL);
  g_autofree char *killed = g_build_filename (folder, "killed", NULL);

  g_setenv ("SB_EXTRACTOR", "/nowhere/sahel-brief-extractor", TRUE);
  assert_fails (pdf, SB_DOCUMENT_ERROR_HELPER);
  g_setenv ("SB_EXTRACTOR", "/bin/echo", TRUE);
  assert_fails (pdf, SB_DOCUMENT_ERROR_BROKEN);
  g_setenv ("SB_EXTRACTOR", "/bin/true", TRUE);
  assert_fails (pdf, SB_DOCUMENT_ERROR_BROKEN);
  g_assert_true (g_file_set_contents_full (killed, "#!/bin/sh\nkill -9 $$\n", -1, 0, 0700, NULL));
  g_setenv ("SB_EXTRACTOR", killed, TRUE);
  assert_fails (pdf, SB_DOCUMENT_ERROR_TOO_COSTLY);
  g_setenv ("SB_EXTRACTOR", extractor, TRUE);
  g_unlink (killed);
  g_rmdir (folder);
}

static void
test_by_format (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = sb_extract (pdf, NULL, NULL, SB_EXTRACT_ARTICLE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sb_extraction_get_n_pages (extraction), ==, N_PAGES);
}

/* A page as it looks: dark where something is written, and known what. */
static void
test_drawn (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SbPagePicture) page = sb_pdf_page_draw (pdf, 2, 600, NULL, &error);
  g_autoptr (SbPagePicture) last = NULL;
  SbPassageMatch match;
  const SbPageBox *box;
  const guint8 *pixels;
  int darkest = 255;

  g_assert_no_error (error);
  g_assert_cmpint (page->width, ==, 600);
  g_assert_cmpuint (page->number, ==, 2);
  g_assert_cmpuint (page->n_pages, ==, N_PAGES);
  g_assert_cmpuint (g_bytes_get_size (page->pixels), ==, (gsize) page->stride * (gsize) page->height);
  g_assert_true (sb_passage_find (page->text, "Le blocus, partie 2", 0, &match));
  box = &g_array_index (page->boxes, SbPageBox, match.start);
  g_assert_cmpfloat_with_epsilon (box->x, 60.0 / PAGE_WIDTH, 0.02);
  pixels = g_bytes_get_data (page->pixels, NULL);
  for (int x = (int) (box->x * 600); x < (int) ((box->x + box->width) * 600); x++)
    darkest = MIN (darkest, pixels[(int) ((box->y + box->height / 2) * (float) page->height) * page->stride + 4 * x]);
  g_assert_cmpint (darkest, <, 100);
  /* The margin is white, and there. */
  g_assert_cmpuint (pixels[0], ==, 255);
  g_assert_cmpuint (pixels[3], ==, 255);
  g_assert_cmpint (sb_page_picture_find (page, box->x + box->width / 2, box->y + box->height / 2), ==, match.start);

  last = sb_pdf_page_draw (pdf, 9999, 100, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last->number, ==, N_PAGES);
}

static void
test_not_drawn (void)
{
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("%PDF-1.7 rubbish", 16);
  g_autoptr (GError) error = NULL;

  g_assert_null (sb_pdf_page_draw (rubbish, 1, 600, NULL, &error));
  g_assert_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN);
}

/* The process that draws may have been taken over: its answer is held against itself. */
static void
test_forged_page (void)
{
  static const struct
  {
    SbPdfPageHead head;
    gsize size;
  } cases[] = {
    { { SB_PDF_PAGE_MAGIC, 2, 2, 8, 1, 1, 0, 0 }, 4 }, /* too short */
    { { "SBPDFPG0", 2, 2, 8, 1, 1, 0, 0 }, sizeof (SbPdfPageHead) + 16 },
    { { SB_PDF_PAGE_MAGIC, 2, 2, 4, 1, 1, 0, 0 }, sizeof (SbPdfPageHead) + 8 }, /* rows overlap */
    { { SB_PDF_PAGE_MAGIC, 0, 2, 0, 1, 1, 0, 0 }, sizeof (SbPdfPageHead) },
    { { SB_PDF_PAGE_MAGIC, 2, 2, 8, 2, 1, 0, 0 }, sizeof (SbPdfPageHead) + 16 }, /* page 2 of 1 */
    { { SB_PDF_PAGE_MAGIC, 2, 2, 8, 1, 1, 5, 0 }, sizeof (SbPdfPageHead) + 16 }, /* boxes beyond the end */
    { { SB_PDF_PAGE_MAGIC, 2, 2, 8, 1, 1, 0, 1 }, sizeof (SbPdfPageHead) + 17 }, /* a character without a box */
    { { SB_PDF_PAGE_MAGIC, G_MAXUINT32, G_MAXUINT32, G_MAXUINT32 - 3, 1, 1, 0, 0 }, sizeof (SbPdfPageHead) + 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint8 *data = g_malloc0 (MAX (cases[i].size, sizeof (SbPdfPageHead)));
      g_autoptr (GBytes) answer = NULL;
      g_autoptr (GError) error = NULL;

      memcpy (data, &cases[i].head, sizeof (SbPdfPageHead));
      memset (data + sizeof (SbPdfPageHead), 'a', cases[i].size > sizeof (SbPdfPageHead) ? cases[i].size - sizeof (SbPdfPageHead) : 0);
      answer = g_bytes_new (data, cases[i].size);
      g_assert_null (_sb_pdf_page_parse (answer, &error));
      g_assert_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/pdf/pages", test_pages);
  g_test_add_func ("/documents/pdf/truncated", test_truncated);
  g_test_add_func ("/documents/pdf/picture", test_picture);
  g_test_add_func ("/documents/pdf/locked", test_locked);
  g_test_add_func ("/documents/pdf/cancelled", test_cancelled);
  g_test_add_func ("/documents/pdf/bad-extractor", test_bad_extractor);
  g_test_add_func ("/documents/pdf/by-format", test_by_format);
  g_test_add_func ("/documents/pdf/drawn", test_drawn);
  g_test_add_func ("/documents/pdf/not-drawn", test_not_drawn);
  g_test_add_func ("/documents/pdf/forged-page", test_forged_page);
  return g_test_run ();
}
