/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-reader.h"

#include "sb-block.h"
#include "sb-document.h"
#include "sb-reader-page.h"
#include "sb-record-builder.h"
#include "sb-shrink-box.h"
#include "sb-test-screen.h"

static gpointer
get_child (GtkWidget *reader,
           const char *id)
{
  return gtk_widget_get_template_child (reader, SB_TYPE_READER, id);
}

static SbRecord *
make_document (guint n_attachments)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Blocus de Kayes");
  for (guint i = 0; i < n_attachments; i++)
    {
      SbRecordBuilder *attachment = sb_record_builder_new (&sb_document_attachment_schema);
      g_autofree char *url = g_strdup_printf ("https://presse.example/%u.pdf", i);

      sb_record_builder_set_text (attachment, SB_ATTACHMENT_URL, url);
      sb_record_builder_take_item (builder, SB_DOCUMENT_ATTACHMENTS, sb_record_builder_end (attachment));
    }

  return sb_record_builder_end (builder);
}

static void
activated_cb (guint *activated,
              guint position)
{
  *activated = position;
}

static void
test_attachments (void)
{
  static const SbAttachmentState states[] = { SB_ATTACHMENT_STATE_FETCHED, SB_ATTACHMENT_STATE_FETCHING };
  GtkWidget *reader = g_object_ref_sink (sb_reader_new ());
  GtkListBox *list = get_child (reader, "attachments");
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbRecord) document = make_document (3);
  g_autoptr (SbRecord) bare = make_document (0);
  SbAttachmentRow *rows[3];
  guint activated = G_MAXUINT;

  g_signal_connect_swapped (reader, "attachment-activated", G_CALLBACK (activated_cb), &activated);
  sb_reader_set_document (SB_READER (reader), document, blocks);
  for (int i = 0; i < 3; i++)
    rows[i] = SB_ATTACHMENT_ROW (gtk_list_box_get_row_at_index (list, i));
  g_assert_null (gtk_list_box_get_row_at_index (list, 3));
  g_assert_cmpint (sb_attachment_row_get_state (rows[0]), ==, SB_ATTACHMENT_STATE_AWAY);

  /* The same rows say how far they are; one that is being fetched cannot be fetched. */
  sb_reader_set_attachments (SB_READER (reader), document, states, G_N_ELEMENTS (states));
  g_assert_true (gtk_list_box_get_row_at_index (list, 1) == GTK_LIST_BOX_ROW (rows[1]));
  g_assert_cmpint (sb_attachment_row_get_state (rows[0]), ==, SB_ATTACHMENT_STATE_FETCHED);
  g_assert_cmpint (sb_attachment_row_get_state (rows[2]), ==, SB_ATTACHMENT_STATE_AWAY);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (rows[1])));
  g_signal_emit_by_name (list, "row-activated", rows[2]);
  g_assert_cmpuint (activated, ==, 2);

  sb_reader_set_document (SB_READER (reader), bare, blocks);
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  g_assert_false (gtk_widget_is_visible (GTK_WIDGET (list)));
  sb_reader_set_document (SB_READER (reader), NULL, NULL);

  g_assert_finalize_object (reader);
}

static GPtrArray *
make_blocks (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Chapeau é", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 2, 0, "Les faits", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_TABLE, 0, 0, "Ville\tPrix\nNioro du Sahel\t1 500\nKayes\t1 200", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 3, 0, "Le carburant", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 2, 0, "", NULL));
  return blocks;
}

static gboolean
has_narrow_head (gpointer data)
{
  int width = gtk_widget_get_width (data);

  return width > 0 && width < 400;
}

/* The head is seen as a whole, however often its lines are broken; where there is little
 * room the text keeps its own. */
static void
test_head (void)
{
  GtkWidget *reader = sb_reader_new ();
  g_autoptr (GPtrArray) blocks = make_blocks ();
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbRecord) document = NULL;
  GtkWindow *window = sb_test_show (reader, 380, 600);
  GtkWidget *head = gtk_widget_get_ancestor (get_child (reader, "header_clamp"), SB_TYPE_SHRINK_BOX);
  int least;
  int whole;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Les routes de Kayes et de Nioro du Sahel sont fermées, et les camions attendent à la frontière du Sénégal");
  sb_record_builder_set_words (builder, SB_DOCUMENT_REFERENCE, "Awa Diarra, « Les routes », Le Fleuve, 3 septembre 2025", NULL);
  document = sb_record_builder_end (builder);
  sb_reader_set_document (SB_READER (reader), document, blocks);
  sb_test_wait (has_narrow_head, head);
  for (guint i = 0; i < 4; i++)
    sb_test_wait_for_frame (reader);
  gtk_widget_measure (gtk_widget_get_parent (get_child (reader, "title")), GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (head), &whole, NULL, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (head), >=, whole);
  gtk_widget_measure (reader, GTK_ORIENTATION_VERTICAL, 380, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, whole + 100);
  gtk_window_destroy (window);
}

/* The headings lead to their places in the text; one alone is none. */
static void
test_outline (void)
{
  GtkWidget *reader = g_object_ref (sb_reader_new ());
  GtkListBox *outline = get_child (reader, "outline");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_child (reader, "text"));
  g_autoptr (GPtrArray) blocks = make_blocks ();
  g_autoptr (SbRecord) document = make_document (0);
  GtkWindow *window = sb_test_show (reader, 900, 600);
  GtkTextIter at;

  sb_reader_set_document (SB_READER (reader), document, blocks);
  g_assert_true (gtk_widget_get_visible (get_child (reader, "outline_button")));
  sb_test_activate (reader, "reader.outline");
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (gtk_list_box_get_row_at_index (outline, 1)), "Le carburant"));
  g_assert_null (gtk_list_box_get_row_at_index (outline, 2));
  g_signal_emit_by_name (outline, "row-activated", gtk_list_box_get_row_at_index (outline, 0));
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&at), ==, 11);

  g_ptr_array_set_size (blocks, 2);
  sb_reader_set_document (SB_READER (reader), document, blocks);
  g_assert_false (gtk_widget_get_visible (get_child (reader, "outline_button")));
  g_object_unref (reader);
  sb_test_close (window);
}

static int
get_measure (GtkWidget *reader)
{
  return adw_clamp_scrollable_get_maximum_size (get_child (reader, "clamp"));
}

/* Lines are as long as their characters, in each size and face. */
static void
test_look (void)
{
  GtkWidget *reader = g_object_ref (sb_reader_new ());
  g_autoptr (GPtrArray) blocks = make_blocks ();
  g_autoptr (SbRecord) document = make_document (0);
  GtkWindow *window = sb_test_show (reader, 900, 600);
  int normal;
  g_autofree char *width = NULL;

  sb_reader_set_document (SB_READER (reader), document, blocks);
  sb_test_wait_for_frame (reader);
  normal = get_measure (reader);
  g_assert_cmpint (normal, >, 300);
  g_assert_true (gtk_widget_activate_action (reader, "reader.width", "s", "wide"));
  g_assert_cmpint (get_measure (reader), >, normal * 11 / 10);
  sb_reader_set_width (SB_READER (reader), "narrow");
  g_assert_cmpint (get_measure (reader), <, normal);
  sb_reader_set_width (SB_READER (reader), "endless");
  g_object_get (reader, "width", &width, NULL);
  g_assert_cmpstr (width, ==, "narrow");
  sb_reader_set_width (SB_READER (reader), "normal");

  sb_reader_set_text_size (SB_READER (reader), 2);
  sb_test_wait_for_frame (reader);
  g_assert_cmpint (get_measure (reader), >, normal * 3 / 2);

  sb_reader_set_ground (SB_READER (reader), "sepia");
  g_assert_true (gtk_widget_has_css_class (get_child (reader, "sheet"), "reader-sepia"));
  sb_reader_set_ground (SB_READER (reader), "dark");
  g_assert_false (gtk_widget_has_css_class (get_child (reader, "sheet"), "reader-sepia"));
  g_assert_true (gtk_widget_has_css_class (get_child (reader, "sheet"), "reader-dark"));
  sb_reader_set_ground (SB_READER (reader), "system");
  g_assert_false (gtk_widget_has_css_class (get_child (reader, "sheet"), "reader-dark"));
  g_object_unref (reader);
  sb_test_close (window);
}

static int
get_x (GtkTextView *view,
       int at)
{
  GtkTextIter iter;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, at);
  gtk_text_view_get_iter_location (view, &iter, &place);
  return place.x;
}

/* What is below each other in a table is so on the page, however wide the cells are. */
static void
test_table (void)
{
  GtkWidget *reader = g_object_ref (sb_reader_new ());
  GtkTextView *text = get_child (reader, "text");
  g_autoptr (GPtrArray) blocks = make_blocks ();
  g_autoptr (SbRecord) document = make_document (0);
  GtkWindow *window = sb_test_show (reader, 900, 600);

  sb_reader_set_document (SB_READER (reader), document, blocks);
  sb_test_wait_for_frame (reader);
  /* "Chapeau é", "Les faits", and two characters behind each. */
  g_assert_cmpint (get_x (text, 22 + 6), ==, get_x (text, 22 + 26));
  g_assert_cmpint (get_x (text, 22 + 6), ==, get_x (text, 22 + 38));
  g_object_unref (reader);
  sb_test_close (window);
}

/* A page on which each character of @text has a box, in a row. */
static SbPagePicture *
make_page (guint number,
           guint n_pages,
           const char *text)
{
  SbPagePicture *page = g_new0 (SbPagePicture, 1);
  guint n = (guint) g_utf8_strlen (text, -1);

  page->width = 100;
  page->height = 140;
  page->stride = 400;
  page->pixels = g_bytes_new_take (g_malloc0 (400 * 140), 400 * 140);
  page->text = g_strdup (text);
  page->boxes = g_array_new (FALSE, FALSE, sizeof (SbPageBox));
  page->number = number;
  page->n_pages = n_pages;
  for (guint i = 0; i < n; i++)
    {
      SbPageBox box = { (float) i / (float) n, 0.5f, 1.0f / (float) n, 0.1f };

      g_array_append_val (page->boxes, box);
    }

  return page;
}

static void
page_wanted_cb (guint *wanted,
                guint number,
                guint width)
{
  g_assert_cmpuint (width, >, 0);
  *wanted = number;
}

static void
requested_cb (int *range,
              int start,
              int end)
{
  range[0] = start;
  range[1] = end;
}

/* What is selected on a page, broken otherwise there, is a passage of the text. */
static void
test_pages (void)
{
  GtkWidget *reader = g_object_ref (sb_reader_new ());
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbRecord) document = make_document (0);
  SbReaderPage *page = get_child (reader, "page");
  GtkWindow *window = sb_test_show (reader, 900, 600);
  g_autofree char *selected = NULL;
  guint wanted = 0;
  int range[2] = { -1, -1 };

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 1, "Kayes attend.", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 2, "Le carburant manque à Kayes.", NULL));
  g_signal_connect_swapped (reader, "page-wanted", G_CALLBACK (page_wanted_cb), &wanted);
  g_signal_connect_swapped (reader, "extract-requested", G_CALLBACK (requested_cb), range);
  sb_reader_set_document (SB_READER (reader), document, blocks);
  g_assert_false (gtk_widget_get_visible (get_child (reader, "pages_button")));
  sb_reader_set_has_pages (SB_READER (reader), TRUE);
  g_assert_cmpuint (sb_reader_get_page_number (SB_READER (reader)), ==, 0);
  sb_test_wait_for_frame (reader);
  sb_test_activate (reader, "reader.pages");
  g_assert_cmpuint (wanted, ==, 1);
  sb_reader_take_page (SB_READER (reader), make_page (1, 2, "Kayes attend."));
  sb_test_activate (reader, "reader.next-page");
  g_assert_cmpuint (wanted, ==, 2);
  sb_reader_take_page (SB_READER (reader), make_page (2, 2, "Le carbu-\nrant manque\nà Kayes."));
  /* It is the last one. */
  g_assert_false (sb_test_can_activate (reader, "reader.next-page"));
  g_assert_cmpuint (wanted, ==, 2);

  sb_reader_page_select (page, 20, 3);
  selected = sb_reader_page_dup_selected (page);
  g_assert_cmpstr (selected, ==, "carbu-\nrant manqu");
  g_assert_true (sb_reader_request_extract (SB_READER (reader)));
  g_assert_cmpint (range[0], ==, 15 + 3);
  g_assert_cmpint (range[1], ==, 15 + 18);

  /* "Kayes" stands on both: the page that is looked at is meant. */
  sb_reader_page_select (page, 24, 29);
  g_assert_true (sb_reader_request_extract (SB_READER (reader)));
  g_assert_cmpint (range[0], ==, 15 + 22);

  /* A passage of the other page is gone to, and selected there. */
  sb_reader_show_range (SB_READER (reader), 6, 12);
  g_assert_cmpuint (wanted, ==, 1);
  sb_reader_take_page (SB_READER (reader), make_page (1, 2, "Kayes attend."));
  g_free (selected);
  selected = sb_reader_page_dup_selected (page);
  g_assert_cmpstr (selected, ==, "attend");

  sb_reader_start_find (SB_READER (reader));
  g_assert_cmpuint (sb_reader_get_page_number (SB_READER (reader)), ==, 0);
  sb_reader_set_document (SB_READER (reader), document, blocks);
  g_assert_false (gtk_widget_get_visible (get_child (reader, "pages_button")));
  g_object_unref (reader);
  sb_test_close (window);
}

/* A text that begins with the title has it, and the head does not; pages need that of the
 * head. */
static void
test_title_once (void)
{
  static const struct
  {
    SbBlockKind kind;
    const char *text;
    gboolean is_shown;
  } cases[] = {
    { SB_BLOCK_HEADING, "BLOCUS de\302\240Kayes ", FALSE },
    { SB_BLOCK_HEADING, "Blocus de Kayes et de Nioro", TRUE },
    { SB_BLOCK_PARAGRAPH, "Blocus de Kayes", TRUE },
  };
  GtkWidget *reader = g_object_ref (sb_reader_new ());
  g_autoptr (SbRecord) document = make_document (0);
  GtkWindow *window = sb_test_show (reader, 900, 600);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

      g_ptr_array_add (blocks, sb_block_new (cases[i].kind, 1, 1, cases[i].text, NULL));
      sb_reader_set_document (SB_READER (reader), document, blocks);
      g_assert_cmpint (gtk_widget_get_visible (get_child (reader, "title")), ==, cases[i].is_shown);
      sb_reader_set_has_pages (SB_READER (reader), TRUE);
      sb_test_wait_for_frame (reader);
      sb_test_activate (reader, "reader.pages");
      g_assert_true (gtk_widget_get_visible (get_child (reader, "title")));
    }

  g_object_unref (reader);
  sb_test_close (window);
}

/* While a passage is selected, what can be done with it is offered. */
static void
test_passage (void)
{
  GtkWidget *reader = g_object_ref (sb_reader_new ());
  GtkRevealer *bar = get_child (reader, "passage_bar");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_child (reader, "text"));
  g_autoptr (GPtrArray) blocks = make_blocks ();
  g_autoptr (SbRecord) document = make_document (0);
  GtkWindow *window = sb_test_show (reader, 900, 600);
  GtkTextIter from;
  GtkTextIter to;

  sb_reader_set_document (SB_READER (reader), document, blocks);
  g_assert_false (gtk_revealer_get_reveal_child (bar));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, 7);
  gtk_text_buffer_select_range (buffer, &from, &to);
  g_assert_true (gtk_revealer_get_reveal_child (bar));
  gtk_text_buffer_place_cursor (buffer, &to);
  g_assert_false (gtk_revealer_get_reveal_child (bar));
  g_object_unref (reader);
  sb_test_close (window);
}

/* Where there is no text, the reader says what to do, and offers the original where that
 * is known. */
static void
test_no_text (void)
{
  GtkWidget *reader = g_object_ref_sink (sb_reader_new ());
  GtkWidget *notice = get_child (reader, "no_text");
  GtkWidget *original = get_child (reader, "no_text_original");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) some = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbRecord) nowhere = make_document (0);
  SbRecordBuilder *builder = sb_record_builder_new_from (nowhere);
  g_autoptr (SbRecord) somewhere = NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_URL, "https://presse.example/kayes");
  somewhere = sb_record_builder_end (builder);
  g_ptr_array_add (some, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Kayes attend.", NULL));

  g_assert_false (gtk_widget_get_visible (notice));
  sb_reader_set_document (SB_READER (reader), nowhere, none);
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_false (gtk_widget_get_visible (original));
  sb_reader_set_document (SB_READER (reader), somewhere, none);
  g_assert_true (gtk_widget_get_visible (original));
  sb_reader_set_document (SB_READER (reader), somewhere, some);
  g_assert_false (gtk_widget_get_visible (notice));
  sb_reader_set_document (SB_READER (reader), NULL, NULL);
  g_assert_false (gtk_widget_get_visible (notice));

  g_assert_finalize_object (reader);
}

/* What was opened above the text gives the keyboard back to it. */
static void
test_focus_returns (void)
{
  GtkWidget *reader = sb_reader_new ();
  GtkWindow *window = sb_test_show (reader, 500, 400);
  GtkMenuButton *buttons[] = { get_child (reader, "outline_button"), get_child (reader, "related_button") };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbRecord) document = make_document (0);

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 1, 0, "Le blocus", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Kayes attend.", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 1, 0, "La suite", NULL));
  sb_reader_set_document (SB_READER (reader), document, blocks);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_menu_button_popup (buttons[i]);
      sb_test_wait_for_frame (reader);
      g_assert_false (gtk_window_get_focus (window) == get_child (reader, "text"));
      gtk_menu_button_popdown (buttons[i]);
      g_assert_true (gtk_window_get_focus (window) == get_child (reader, "text"));
    }

  sb_test_close (window);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/reader/attachments", test_attachments);
  g_test_add_func ("/widgets/reader/head", test_head);
  g_test_add_func ("/widgets/reader/outline", test_outline);
  g_test_add_func ("/widgets/reader/look", test_look);
  g_test_add_func ("/widgets/reader/table", test_table);
  g_test_add_func ("/widgets/reader/pages", test_pages);
  g_test_add_func ("/widgets/reader/title-once", test_title_once);
  g_test_add_func ("/widgets/reader/passage", test_passage);
  g_test_add_func ("/widgets/reader/no-text", test_no_text);
  g_test_add_func ("/widgets/reader/focus-returns", test_focus_returns);

  return g_test_run ();
}
