/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <string.h>

#include "sb-document-reader.h"
#include "sb-document.h"
#include "sb-documents-page.h"
#include "sb-illustration-card.h"
#include "sb-page.h"
#include "sb-reader-text.h"
#include "sb-reader.h"
#include "sb-record-builder.h"
#include "sb-test-desk.h"
#include "sb-test-loopback.h"

/* Pictures of a document are fetched when they are asked for, and never before; those
 * that were are kept with it. */

#define UUID  "7c1d6c5e-3b0e-4d53-9d1a-7f5a1c2b3d4e"
#define TITLE "Le carburant manque à Kayes"

#define WIDTH  64
#define HEIGHT 40

static const char html[] =
  "<p>Les camions n’arrivent plus que sous escorte.</p>"
  "<figure><img src=/camions.png alt='Des camions'><figcaption>À Kayes, en octobre.</figcaption></figure>"
  "<p>Les stations de la ville ferment.</p>"
  "<img src=/page.png><img src=/court.png><img src=/grand.png><img src=/absent.png><img src=/prive.png>"
  "<p>Fin.</p><img src=/lent.png>";

/* Where each of them is in the text. */
enum
{
  CAMIONS,
  PAGE,
  COURT,
  GRAND,
  ABSENT,
  PRIVE,
  LENT,
  N_PICTURES,
};

typedef struct
{
  SbTestLoopback *server; /* (owned) */
  GBytes *picture; /* (owned) */
  guint n_requests;
  SbApplication *application; /* (owned) */
  SbWindow *window;
  SbReader *reader;
  SbReaderText *text;
} Desk;

static void
answer_with (SoupServerMessage *message,
             GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY, data, size);
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Desk *desk = user_data;
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (desk->picture, 0, g_bytes_get_size (desk->picture) / 2);
  g_autoptr (GBytes) grand = NULL;
  g_autoptr (GBytes) page = g_bytes_new_static ("<!DOCTYPE html><p>Non</p>", 25);

  desk->n_requests++;
  if (g_str_equal (path, "/camions.png"))
    answer_with (message, desk->picture);
  else if (g_str_equal (path, "/page.png"))
    answer_with (message, page);
  else if (g_str_equal (path, "/court.png"))
    answer_with (message, half);
  else if (g_str_equal (path, "/grand.png"))
    {
      grand = g_bytes_new_take (g_malloc0 (9 << 20), 9 << 20);
      answer_with (message, grand);
    }
  else if (g_str_equal (path, "/prive.png"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "file:///etc/passwd");
  else if (g_str_equal (path, "/lent.png"))
    soup_server_message_pause (message);
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* The document as its page was captured. */
static void
put_document (Desk *desk,
              SbCatalogue *catalogue,
              const char *page)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autofree char *base = g_strdup_printf ("<base href='http://127.0.0.1:%u/page'>", sb_test_loopback_get_port (desk->server));
  g_autofree char *url = page != NULL ? g_strdup (page) : g_strdup_printf ("http://127.0.0.1:%u/page", sb_test_loopback_get_port (desk->server));
  g_autofree char *text = g_strconcat (base, html, NULL);
  g_autoptr (GBytes) original = g_bytes_new (text, strlen (text));
  g_autoptr (SbExtraction) extraction = sb_extract (original, "text/html; charset=utf-8", url, SB_EXTRACT_WHOLE, NULL, NULL);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) document = NULL;
  gboolean is_written = FALSE;

  sb_record_builder_set_uuid (builder, UUID);
  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, TITLE);
  sb_record_builder_set_text (builder, SB_DOCUMENT_URL, url);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, "fr");
  sb_record_builder_set_text (builder, SB_DOCUMENT_MEDIA_TYPE, "text/html");
  document = sb_record_builder_end (builder);
  sb_change_set_put_document (changes, document, sb_extraction_get_blocks (extraction), original);
  sb_catalogue_write_async (catalogue, changes, NULL, written_cb, &is_written);
  sb_test_wait (is_true, &is_written);
}

/* Run in the worker. */
static gpointer
find_document (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  return sb_store_get_by_uuid (store, SB_KIND_DOCUMENT, UUID, error);
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(SbRecord **) user_data = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static SbRecord *
read_document (Desk *desk)
{
  SbCatalogue *catalogue = sb_context_get_catalogue (sb_application_get_context (desk->application));
  SbRecord *document = NULL;

  sb_catalogue_read_async (catalogue, find_document, NULL, NULL, g_object_unref, NULL, found_cb, &document);
  sb_test_wait (is_set, &document);
  return document;
}

static gboolean
has_cards (gpointer data)
{
  return sb_reader_get_n_illustrations (((Desk *) data)->reader) == N_PICTURES;
}

/* In a window of its own. */
static void
open_document (Desk *desk)
{
  g_autoptr (SbRecord) document = read_document (desk);
  SbPage *page;

  desk->window = sb_test_desk_open_window (desk->application);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-page", "s", "documents");
  sb_test_wait_for_frame (GTK_WIDGET (desk->window));
  page = SB_PAGE (sb_test_find_type (GTK_WIDGET (desk->window), SB_TYPE_DOCUMENTS_PAGE));
  desk->reader = SB_READER (sb_test_find_type (GTK_WIDGET (page), SB_TYPE_READER));
  desk->text = SB_READER_TEXT (sb_test_find_type (GTK_WIDGET (desk->reader), SB_TYPE_READER_TEXT));
  sb_session_request_document (sb_page_get_session (page), sb_record_get_id (document), 0, 0);
  sb_test_wait (has_cards, desk);
}

/* @page: the address of the document; NULL for one of the server. */
static void
start_at (Desk *desk,
          const char *page)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0xb5532aff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
  desk->picture = g_bytes_new_take (data, size);
  desk->server = sb_test_loopback_new (handle_cb, desk);
  desk->application = sb_test_desk_start ();
  put_document (desk, sb_context_get_catalogue (sb_application_get_context (desk->application)), page);
  open_document (desk);
}

static void
start (Desk *desk)
{
  start_at (desk, NULL);
}

static void
stop (Desk *desk)
{
  gtk_window_close (GTK_WINDOW (desk->window));
  sb_test_desk_stop (g_steal_pointer (&desk->application));
  g_clear_pointer (&desk->server, sb_test_loopback_free);
  g_clear_pointer (&desk->picture, g_bytes_unref);
}

static GtkWidget *
get_child (Desk *desk,
           guint i,
           const char *id)
{
  SbIllustrationCard *card = sb_reader_text_get_card (desk->text, i);

  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (card), SB_TYPE_ILLUSTRATION_CARD, id));
}

static gboolean
is_first_shown (gpointer data)
{
  return gtk_widget_get_visible (get_child (data, CAMIONS, "picture"));
}

static const char *
get_state (Desk *desk,
           guint i)
{
  return gtk_label_get_label (GTK_LABEL (get_child (desk, i, "state_label")));
}

static gboolean
has_failed (Desk *desk,
            guint i)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (get_child (desk, i, "button"))), "Try Again") == 0;
}

static gboolean
have_others_failed (gpointer data)
{
  return has_failed (data, PAGE) && has_failed (data, COURT) && has_failed (data, GRAND) && has_failed (data, ABSENT) &&
         has_failed (data, PRIVE);
}

static gboolean
is_slow_fetching (gpointer data)
{
  return gtk_widget_get_visible (get_child (data, LENT, "progress"));
}

static gboolean
is_slow_offered (gpointer data)
{
  return !is_slow_fetching (data) && !has_failed (data, LENT);
}

/* Where it lies, from the top of the text. */
static double
get_y (Desk *desk,
       guint i)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (sb_reader_text_get_card (desk->text, i)), GTK_WIDGET (desk->text), &bounds));
  return bounds.origin.y;
}

/* The lines that stand before a card keep room for it: the next line is below it. */
static gboolean
are_laid (gpointer data)
{
  Desk *desk = data;
  GtkTextView *view = GTK_TEXT_VIEW (desk->text);
  GtkTextIter iter;
  GdkRectangle caption;
  int y;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &iter);
  gtk_text_iter_forward_lines (&iter, 2);
  gtk_text_view_get_iter_location (view, &iter, &caption);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, caption.y, NULL, &y);
  return gtk_widget_get_mapped (GTK_WIDGET (sb_reader_text_get_card (desk->text, CAMIONS))) && get_y (desk, CAMIONS) > 0 &&
         get_y (desk, CAMIONS) + gtk_widget_get_height (GTK_WIDGET (sb_reader_text_get_card (desk->text, CAMIONS))) <= y &&
         get_y (desk, PAGE) > y;
}

/* The characters of the text are as they were, and the cards lie between them. */
static void
test_offered (void)
{
  Desk desk = { 0 };
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;

  start (&desk);
  sb_test_wait (are_laid, &desk);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk.text));
  g_object_get (buffer, "text", &text, NULL);
  expected = sb_blocks_join (sb_reader_get_blocks (desk.reader));
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (&desk, CAMIONS, "description"))), ==, "Des camions");
  g_assert_nonnull (strstr (get_state (&desk, CAMIONS), "127.0.0.1"));
  g_assert_cmpuint (desk.n_requests, ==, 0);
  stop (&desk);
}

/* The picture is kept with its document, with its hash and the moment, and is no work that
 * could be undone. */
static void
check_capture (Desk *desk)
{
  g_autoptr (SbRecord) document = read_document (desk);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, desk->picture);
  SbRecord *capture;

  g_assert_cmpuint (sb_record_get_n_items (document, SB_DOCUMENT_CAPTURES), ==, 1);
  capture = sb_record_get_item (document, SB_DOCUMENT_CAPTURES, 0);
  g_assert_cmpstr (sb_record_get_text (capture, SB_CAPTURE_HASH), ==, hash);
  g_assert_cmpstr (sb_record_get_text (capture, SB_CAPTURE_MEDIA_TYPE), ==, "image/png");
  g_assert_true (g_str_has_suffix (sb_record_get_text (capture, SB_CAPTURE_URL), "/camions.png"));
  g_assert_cmpint (sb_record_get_time (capture, SB_CAPTURE_TIME), >, 0);
}

/* By the key; then it is there in another window, without the network. */
static void
test_shown_and_kept (void)
{
  Desk desk = { 0 };
  guint n_requests;
  GtkPicture *picture;

  start (&desk);
  sb_test_wait (are_laid, &desk);
  sb_reader_focus_text (desk.reader);
  g_assert_true (sb_test_press (GTK_WIDGET (desk.reader), "i"));
  sb_test_wait (is_first_shown, &desk);
  picture = GTK_PICTURE (get_child (&desk, CAMIONS, "picture"));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (picture)), ==, WIDTH);
  g_assert_cmpuint (desk.n_requests, ==, 1);
  check_capture (&desk);

  n_requests = desk.n_requests;
  gtk_window_close (GTK_WINDOW (desk.window));
  open_document (&desk);
  sb_test_wait (is_first_shown, &desk);
  g_assert_cmpuint (desk.n_requests, ==, n_requests);
  stop (&desk);
}

/* Each says in one sentence why it is not shown, and nothing of it is kept. */
static void
test_hostile (void)
{
  Desk desk = { 0 };

  start (&desk);
  g_assert_true (sb_reader_request_illustrations (desk.reader, SB_READER_ILLUSTRATIONS_ALL));
  sb_test_wait (is_first_shown, &desk);
  sb_test_wait (have_others_failed, &desk);
  g_assert_nonnull (strstr (get_state (&desk, PAGE), "web page"));
  g_assert_nonnull (strstr (get_state (&desk, COURT), "incomplete"));
  g_assert_nonnull (strstr (get_state (&desk, GRAND), "8 MB"));
  g_assert_nonnull (strstr (get_state (&desk, ABSENT), "not there any more"));
  g_assert_nonnull (strstr (get_state (&desk, PRIVE), "not safe"));
  check_capture (&desk);

  sb_test_wait (is_slow_fetching, &desk);
  g_signal_emit_by_name (get_child (&desk, LENT, "button"), "clicked");
  sb_test_wait (is_slow_offered, &desk);
  stop (&desk);
}

static gboolean
is_first_refused (gpointer data)
{
  return has_failed (data, CAMIONS);
}

/* No page of the web leads into the local network. */
static void
test_private (void)
{
  Desk desk = { 0 };

  start_at (&desk, "https://presse.example/page");
  g_assert_true (sb_reader_request_illustrations (desk.reader, SB_READER_ILLUSTRATIONS_NEXT));
  sb_test_wait (is_first_refused, &desk);
  g_assert_nonnull (strstr (get_state (&desk, CAMIONS), "not safe"));
  g_assert_cmpuint (desk.n_requests, ==, 0);
  stop (&desk);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/reading-pictures/offered", test_offered);
  g_test_add_func ("/app/reading-pictures/shown-and-kept", test_shown_and_kept);
  g_test_add_func ("/app/reading-pictures/hostile", test_hostile);
  g_test_add_func ("/app/reading-pictures/private", test_private);
  return g_test_run ();
}
