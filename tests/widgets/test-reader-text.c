/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-reader-text.h"

#include "sb-block.h"
#include "sb-extract.h"
#include "sb-record-builder.h"
#include "sb-test-screen.h"

static GPtrArray *
create_blocks (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
  const SbSpan strong = { SB_SPAN_STRONG, 3, 6, NULL };
  const SbSpan link = { SB_SPAN_LINK, 7, 12, g_strdup ("https://www.example.org/") };

  g_array_append_val (spans, strong);
  g_array_append_val (spans, link);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 1, 0, "Le blocus de Kayes", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Le mot clé est là : « blocus ».", spans));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_LIST_ITEM, 2, 0, "Kayes, Nioro", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_LIST_ITEM, 99, 0, "Ségou", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_QUOTE, 0, 0, "Nous levons le BLOCUS.", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_TABLE, 0, 0, "a\tb\nc\td", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 6, 0, "", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_FIGURE, 0, 0, "Carte", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_CODE, 0, 0, "x = 1", NULL));
  return blocks;
}

static SbReaderText *
create_reader (void)
{
  SbReaderText *reader = SB_READER_TEXT (g_object_ref_sink (sb_reader_text_new ()));
  g_autoptr (GPtrArray) blocks = create_blocks ();

  sb_reader_text_set_blocks (reader, blocks);
  return reader;
}

static char *
get_text (SbReaderText *reader,
          int start,
          int end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader));
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  return gtk_text_buffer_get_slice (buffer, &from, &to, TRUE);
}

/* The characters that a tag is on, in order. */
static char *
get_tagged (SbReaderText *reader,
            const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GString *text = g_string_new (NULL);
  GtkTextIter iter;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  while (!gtk_text_iter_is_end (&iter))
    {
      if (gtk_text_iter_starts_tag (&iter, tag) && text->len > 0)
        g_string_append_c (text, '|');
      if (gtk_text_iter_has_tag (&iter, tag))
        g_string_append_unichar (text, gtk_text_iter_get_char (&iter));

      gtk_text_iter_forward_char (&iter);
    }

  return g_string_free (text, FALSE);
}

/* Extracts are positions in the joined text: the buffer must be that text. */
static void
test_text (void)
{
  g_autoptr (GPtrArray) blocks = create_blocks ();
  g_autofree char *joined = sb_blocks_join (blocks);
  SbReaderText *reader = create_reader ();
  g_autofree char *shown = get_text (reader, 0, -1);
  g_autofree char *nothing = NULL;

  g_assert_cmpstr (shown, ==, joined);
  sb_reader_text_set_blocks (reader, NULL);
  nothing = get_text (reader, 0, -1);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_finalize_object (reader);
}

static void
test_tags (void)
{
  static const struct
  {
    const char *tag;
    const char *text;
  } cases[] = {
    { "heading-1", "Le blocus de Kayes" },
    { "strong", "mot" },
    { "link", "clé e" },
    { "inset-2", "Kayes, Nioro" },
    { "inset-6", "Ségou" },
    { "quote", "Nous levons le BLOCUS." },
    { "table", "a\tb\nc\td" },
    { "figure", "Carte" },
    { "code", "x = 1" },
    { "match", "" },
    { "extract", "" },
  };
  SbReaderText *reader = create_reader ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = get_tagged (reader, cases[i].tag);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  g_assert_finalize_object (reader);
}

static void
test_ranges (void)
{
  static const struct
  {
    int start;
    int end;
    const char *selected; /* NULL: nothing */
  } cases[] = {
    { 3, 9, "blocus" },
    { 2, 10, "blocus" }, /* spaces at the ends are left out */
    { 9, 3, "blocus" },
    { 13, 22, "Kayes\n\nLe" },
    { 12, 20, "Kayes" },
    { 2, 3, NULL },
    { 5, 5, NULL },
    { 18, 20, NULL },
  };
  SbReaderText *reader = create_reader ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int start = -1;
      int end = -1;
      gboolean has_range;

      sb_reader_text_show_range (reader, cases[i].start, cases[i].end);
      has_range = sb_reader_text_get_selected_range (reader, &start, &end);
      g_assert_cmpint (has_range, ==, cases[i].selected != NULL);
      if (has_range)
        {
          g_autofree char *text = get_text (reader, start, end);

          g_assert_cmpstr (text, ==, cases[i].selected);
        }
    }

  g_assert_finalize_object (reader);
}

static int
get_selection_start (SbReaderText *reader)
{
  int start = -1;
  int end = -1;

  sb_reader_text_get_selected_range (reader, &start, &end);
  return start;
}

/* "blocus" stands three times; case aside. */
static void
test_find (void)
{
  SbReaderText *reader = create_reader ();
  g_autofree char *all = get_text (reader, 0, -1);
  g_autofree char *folded = g_utf8_strdown (all, -1);
  int places[3];
  const char *at = folded;
  g_autofree char *marked = NULL;
  g_autofree char *unmarked = NULL;

  for (guint i = 0; i < 3; i++)
    {
      at = strstr (at, "blocus");
      places[i] = (int) g_utf8_pointer_to_offset (folded, at);
      at++;
    }

  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (sb_reader_text_find (reader, "Blocus", FALSE), ==, 3);
      g_assert_cmpint (get_selection_start (reader), ==, places[i % 3]);
    }

  /* It stands at the first one, and goes round. */
  g_assert_cmpuint (sb_reader_text_find (reader, "blocus", TRUE), ==, 3);
  g_assert_cmpint (get_selection_start (reader), ==, places[2]);
  g_assert_cmpuint (sb_reader_text_find (reader, "blocus", TRUE), ==, 3);
  g_assert_cmpint (get_selection_start (reader), ==, places[1]);

  marked = get_tagged (reader, "match");
  g_assert_cmpstr (marked, ==, "blocus|blocus|BLOCUS");
  g_assert_cmpuint (sb_reader_text_find (reader, "", FALSE), ==, 0);
  unmarked = get_tagged (reader, "match");
  g_assert_cmpstr (unmarked, ==, "");
  g_assert_cmpuint (sb_reader_text_find (reader, NULL, FALSE), ==, 0);
  g_assert_cmpuint (sb_reader_text_find (reader, "nulle part", FALSE), ==, 0);
  g_assert_finalize_object (reader);
}

/* A text may have its accents apart from their letters; what is found is
 * selected whole. */
static void
test_find_decomposed (void)
{
  SbReaderText *reader = create_reader ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autofree char *found = NULL;
  int start = -1;
  int end = -1;

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Vers Se\314\201gou par la route", NULL));
  sb_reader_text_set_blocks (reader, blocks);
  g_assert_cmpuint (sb_reader_text_find (reader, "Ségou", FALSE), ==, 1);
  g_assert_true (sb_reader_text_get_selected_range (reader, &start, &end));
  found = get_text (reader, start, end);
  g_assert_cmpstr (found, ==, "Se\314\201gou");
  g_assert_finalize_object (reader);
}

static SbRecord *
create_extract (int start,
                int end)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_extract_schema);

  sb_record_builder_set_integer (builder, SB_EXTRACT_START, start);
  sb_record_builder_set_integer (builder, SB_EXTRACT_END, end);
  return sb_record_builder_end (builder);
}

static void
assert_highlights (SbReaderText *reader,
                   const char *expected)
{
  g_autofree char *text = get_tagged (reader, "extract");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_highlights_follow (void)
{
  g_autoptr (GListStore) extracts = g_list_store_new (SB_TYPE_RECORD);
  g_autoptr (SbRecord) first = create_extract (3, 9);
  g_autoptr (SbRecord) second = create_extract (13, 18);
  g_autoptr (SbRecord) beyond = create_extract (5000, 6000);
  SbReaderText *reader = create_reader ();

  g_list_store_append (extracts, first);
  sb_reader_text_set_extracts (reader, G_LIST_MODEL (extracts));
  assert_highlights (reader, "blocus");
  g_list_store_append (extracts, second);
  assert_highlights (reader, "blocus|Kayes");
  g_list_store_append (extracts, beyond);
  assert_highlights (reader, "blocus|Kayes");
  g_list_store_remove (extracts, 0);
  assert_highlights (reader, "Kayes");

  /* The document may come after its extracts. */
  sb_reader_text_set_blocks (reader, NULL);
  assert_highlights (reader, "");
  {
    g_autoptr (GPtrArray) blocks = create_blocks ();

    sb_reader_text_set_blocks (reader, blocks);
  }
  assert_highlights (reader, "Kayes");

  sb_reader_text_set_extracts (reader, NULL);
  assert_highlights (reader, "");
  g_list_store_append (extracts, first);
  assert_highlights (reader, "");
  g_assert_finalize_object (reader);
}

static GPtrArray *
create_names (void)
{
  static const struct
  {
    SbReaderMarkKind kind;
    guint start;
    guint end;
  } names[] = { { SB_READER_MARK_PLACE, 13, 18 }, { SB_READER_MARK_ACTOR, 20, 26 }, { SB_READER_MARK_DATE, 53, 58 } };
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_reader_mark_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (marks, sb_reader_mark_new (names[i].kind, names[i].start, names[i].end));

  return marks;
}

static void
test_find_name (void)
{
  static const struct
  {
    guint at;
    int start; /* -1: nothing */
  } cases[] = { { 0, -1 }, { 12, -1 }, { 13, 13 }, { 17, 13 }, { 18, -1 }, { 20, 20 }, { 57, 53 }, { 58, -1 }, { 999, -1 } };
  g_autoptr (GPtrArray) marks = create_names ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbReaderMark *mark = sb_reader_marks_find (marks, cases[i].at);

      g_assert_cmpint (mark != NULL ? (int) mark->start : -1, ==, cases[i].start);
    }
}

static void
pointed_cb (int *pointed,
            int start,
            int end)
{
  *pointed = start;
}

/* The keys go from name to name, and round. */
static void
test_step_names (void)
{
  static const int places[] = { 13, 20, 53 };
  SbReaderText *reader = create_reader ();
  g_autoptr (GPtrArray) marks = create_names ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader));
  GtkTextIter start;
  int pointed = -1;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  g_assert_false (sb_reader_text_step_name (reader, FALSE));
  sb_reader_text_set_names (reader, marks);
  g_signal_connect_swapped (reader, "name-pointed", G_CALLBACK (pointed_cb), &pointed);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (sb_test_press (GTK_WIDGET (reader), "w"));
      g_assert_cmpint (pointed, ==, places[i % 3]);
      g_assert_cmpint (get_selection_start (reader), ==, places[i % 3]);
    }
  g_assert_true (sb_test_press (GTK_WIDGET (reader), "<Shift>w"));
  g_assert_cmpint (pointed, ==, 13);
  g_assert_true (sb_test_press (GTK_WIDGET (reader), "<Shift>w"));
  g_assert_cmpint (pointed, ==, 53);

  /* Those of another document are not its own; hidden ones are not gone to. */
  sb_reader_text_set_show_names (reader, FALSE);
  g_assert_false (sb_reader_text_step_name (reader, FALSE));
  sb_reader_text_set_show_names (reader, TRUE);
  sb_reader_text_set_blocks (reader, NULL);
  g_assert_null (sb_reader_text_get_names (reader));
  g_assert_finalize_object (reader);
}

/* Lines are drawn below them, also where a name goes over two lines. */
static void
test_names_drawn (void)
{
  SbReaderText *reader = create_reader ();
  g_autoptr (GPtrArray) marks = create_names ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (reader), 120, 600);
  double plain;
  double marked;
  cairo_surface_t *picture;

  picture = sb_test_draw (GTK_WIDGET (reader));
  plain = sb_test_get_lightness (picture);
  cairo_surface_destroy (picture);
  sb_reader_text_set_names (reader, marks);
  sb_test_wait_for_frame (GTK_WIDGET (reader));
  picture = sb_test_draw (GTK_WIDGET (reader));
  marked = sb_test_get_lightness (picture);
  cairo_surface_destroy (picture);
  g_assert_cmpfloat (marked, <, plain);

  sb_reader_text_set_show_names (reader, FALSE);
  sb_test_wait_for_frame (GTK_WIDGET (reader));
  picture = sb_test_draw (GTK_WIDGET (reader));
  g_assert_cmpfloat_with_epsilon (sb_test_get_lightness (picture), plain, 1e-9);
  cairo_surface_destroy (picture);
  g_object_unref (reader);
  sb_test_close (window);
}

/* A long text is not set at once; whoever asks for a place in it finds it, and all of it
 * is there in the end. */
static void
test_long (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  SbReaderText *reader = SB_READER_TEXT (g_object_ref_sink (sb_reader_text_new ()));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader));
  g_autofree char *joined = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *again = NULL;
  int n;

  for (guint i = 0; i < 20000; i++)
    g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Kayes attend là.", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "La fin.", NULL));
  joined = sb_blocks_join (blocks);
  n = (int) g_utf8_strlen (joined, -1);
  sb_reader_text_set_blocks (reader, blocks);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), <, n);
  g_assert_cmpuint (sb_reader_text_find (reader, "La fin", FALSE), ==, 1);
  shown = get_text (reader, 0, -1);
  g_assert_cmpstr (shown, ==, joined);

  sb_reader_text_set_blocks (reader, blocks);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), <, n);
  while (gtk_text_buffer_get_char_count (buffer) < n)
    g_main_context_iteration (NULL, TRUE);
  again = get_text (reader, 0, -1);
  g_assert_cmpstr (again, ==, joined);

  /* Another one may come before it is there. */
  sb_reader_text_set_blocks (reader, blocks);
  sb_reader_text_set_blocks (reader, NULL);
  sb_test_run_main_loop ();
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  sb_reader_text_set_blocks (reader, blocks);
  g_assert_finalize_object (reader);
}

static void
test_shown (void)
{
  SbReaderText *reader = create_reader ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (reader), 500, 600);
  cairo_surface_t *small = sb_test_draw (GTK_WIDGET (reader));
  cairo_surface_t *large;

  sb_reader_text_set_text_size (reader, 2);
  sb_test_run_main_loop ();
  large = sb_test_draw (GTK_WIDGET (reader));
  /* Larger letters are more ink. */
  g_assert_cmpfloat (sb_test_get_lightness (large), <, sb_test_get_lightness (small));
  cairo_surface_destroy (small);
  cairo_surface_destroy (large);
  g_object_unref (reader);
  sb_test_close (window);
}

/* What is selected in another field takes the selection away: it is back with the
 * keyboard. Once the cursor was moved, it is not. */
static void
test_selection_kept (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  SbReaderText *reader = create_reader ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWindow *window;
  int start;
  int end;

  gtk_editable_set_text (GTK_EDITABLE (entry), "Un titre");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (reader));
  gtk_box_append (GTK_BOX (box), entry);
  window = sb_test_show (box, 400, 300);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_grab_focus (GTK_WIDGET (reader));
      sb_reader_text_show_range (reader, 3, 9);
      gtk_widget_grab_focus (entry);
      gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
      g_assert_false (sb_reader_text_get_selected_range (reader, &start, &end));
      if (i == 1)
        sb_reader_text_go_to (reader, 0);
      gtk_widget_grab_focus (GTK_WIDGET (reader));
      g_assert_cmpint (sb_reader_text_get_selected_range (reader, &start, &end), ==, i == 0);
    }

  g_object_unref (reader);
  sb_test_close (window);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/reader-text/text", test_text);
  g_test_add_func ("/widgets/reader-text/tags", test_tags);
  g_test_add_func ("/widgets/reader-text/ranges", test_ranges);
  g_test_add_func ("/widgets/reader-text/find", test_find);
  g_test_add_func ("/widgets/reader-text/find-decomposed", test_find_decomposed);
  g_test_add_func ("/widgets/reader-text/highlights-follow", test_highlights_follow);
  g_test_add_func ("/widgets/reader-text/find-name", test_find_name);
  g_test_add_func ("/widgets/reader-text/step-names", test_step_names);
  g_test_add_func ("/widgets/reader-text/names-drawn", test_names_drawn);
  g_test_add_func ("/widgets/reader-text/long", test_long);
  g_test_add_func ("/widgets/reader-text/shown", test_shown);
  g_test_add_func ("/widgets/reader-text/selection-kept", test_selection_kept);

  return g_test_run ();
}
