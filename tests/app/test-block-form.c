/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-figure.h"
#include "sb-key-field.h"
#include "sb-key-place-list.h"
#include "sb-map-view.h"
#include "sb-place-suggestions.h"
#include "sb-test-letter.h"

#include <string.h>

static char *
dup_key (SbTestLetter *letter,
         const char *key)
{
  return sb_outline_dup_key (letter->page->outline, sb_outline_list_get_chosen (letter->page->outline_list), key);
}

static void
assert_key (SbTestLetter *letter,
            const char *key,
            const char *expected)
{
  g_autofree char *value = dup_key (letter, key);

  g_assert_cmpstr (value, ==, expected);
}

static GtkWidget *
get_field (SbTestLetter *letter,
           const char *key)
{
  GtkWidget *field = sb_block_form_find_field (letter->page->form, key);

  g_assert_nonnull (field);
  return field;
}

static GtkWidget *
find_in (SbTestLetter *letter,
         const char *key,
         GType type)
{
  GtkWidget *found = sb_test_find_type (get_field (letter, key), type);

  g_assert_nonnull (found);
  return found;
}

static gboolean
is_map_as_in_template (gpointer data)
{
  g_autofree char *layers = dup_key (data, "Layers");

  return layers == NULL;
}

static gboolean
is_checked (GtkWidget *widget,
            gpointer data)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
}

/* The keys of the kind stand below the heading; what is chosen is kept and stored, and
 * undone as all else is. */
static void
test_map (void)
{
  SbTestLetter letter;
  GtkWidget *events;
  GtkWidget *edges;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) before = NULL;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, "map");
  sb_test_wait_for_frame (GTK_WIDGET (letter.window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (letter.page->form)));
  g_assert_null (sb_block_form_find_field (letter.page->form, "Records"));

  /* The first of the layers; all but the whole network are on. */
  events = sb_test_find (get_field (&letter, "Layers"), GTK_TYPE_CHECK_BUTTON, is_checked, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (events), FALSE);
  assert_key (&letter, "Layers", "control;roads;restrictions;drawings");
  sb_test_letter_wait_until_stored (&letter);
  stored = sb_test_letter_read (&letter);
  g_assert_true (sb_record_equal (stored, letter.page->briefing));
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
  sb_test_wait (is_map_as_in_template, &letter);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (events)));
  sb_test_letter_wait_until_stored (&letter);

  /* What is no extent is told, and not kept. */
  before = g_object_ref (letter.page->briefing);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (&letter, "Extent", GTK_TYPE_DROP_DOWN)), 3);
  edges = find_in (&letter, "Extent", GTK_TYPE_ENTRY);
  while (!g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (edges)), "SbKeyPlacesField"))
    edges = gtk_widget_get_next_sibling (gtk_widget_get_ancestor (edges, SB_TYPE_KEY_PLACE_LIST));
  gtk_editable_set_text (GTK_EDITABLE (edges), "-12,10,4");
  g_assert_true (sb_record_equal (letter.page->briefing, before));
  g_assert_nonnull (sb_test_find_label (get_field (&letter, "Extent"), "Write west, south, east and north in degrees: -12.5,10,4.5,25."));
  gtk_editable_set_text (GTK_EDITABLE (edges), "-12,10,4,25");
  assert_key (&letter, "Extent", "-12,10,4,25");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (&letter, "Extent", GTK_TYPE_DROP_DOWN)), 0);
  assert_key (&letter, "Extent", "shown");
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* A map takes what the map of the window shows, as one thing to undo. */
static void
test_view (void)
{
  SbTestLetter letter;
  SbBounds sahel = { -12, 10, 4, 25 };
  SbPage *map;
  g_autofree char *before = NULL;
  g_autofree char *extent = NULL;
  g_autofree char *period = NULL;
  g_autofree char *as_of = NULL;

  sb_test_letter_open (&letter);
  map = sb_test_desk_show_page (letter.window, "map");
  sb_test_wait_for_frame (GTK_WIDGET (map));
  sb_map_view_go_to_bounds (SB_MAP_VIEW (sb_test_find_type (GTK_WIDGET (map), SB_TYPE_MAP_VIEW)), &sahel);
  sb_test_desk_show_page (letter.window, "briefings");
  _sb_briefings_page_choose_block (letter.page, "map");
  before = dup_key (&letter, "Extent");
  g_signal_emit_by_name (letter.page->form, "view-requested");
  extent = dup_key (&letter, "Extent");
  period = dup_key (&letter, "Period");
  as_of = dup_key (&letter, "AsOf");
  g_assert_nonnull (extent);
  g_assert_nonnull (strchr (period, '/'));
  g_assert_nonnull (as_of);
  g_assert_false (is_map_as_in_template (&letter));
  g_assert_null (sb_outline_find (letter.page->outline, "map")->problem);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find_in (&letter, "Extent", GTK_TYPE_DROP_DOWN))), ==, 3);

  sb_test_letter_wait_until_stored (&letter);
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
  sb_test_wait (is_map_as_in_template, &letter);
  assert_key (&letter, "Extent", before);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* Words, numbers, days and actors; none is a choice where the kind knows it. */
static void
test_values (void)
{
  SbTestLetter letter;
  GtkWidget *form;
  GtkWidget *day;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, "keyfacts");
  form = GTK_WIDGET (letter.page->form);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (find_in (&letter, "Most", GTK_TYPE_SPIN_BUTTON))), ==, 24);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_in (&letter, "Most", GTK_TYPE_SPIN_BUTTON)), 5);
  assert_key (&letter, "Most", "5");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_in (&letter, "Most", GTK_TYPE_SPIN_BUTTON)), 0);
  assert_key (&letter, "Most", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_in (&letter, "Most", GTK_TYPE_SPIN_BUTTON))), ==, "All");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (&letter, "Only", GTK_TYPE_DROP_DOWN)), 0);
  assert_key (&letter, "Only", NULL);
  gtk_switch_set_active (GTK_SWITCH (find_in (&letter, "Once", GTK_TYPE_SWITCH)), TRUE);
  assert_key (&letter, "Once", "yes");

  _sb_briefings_page_choose_block (letter.page, "weeks");
  g_assert_true (gtk_widget_get_visible (form));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (&letter, "By", GTK_TYPE_DROP_DOWN)), 2);
  assert_key (&letter, "By", "type");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (&letter, "Period", GTK_TYPE_DROP_DOWN)), 1);
  assert_key (&letter, "Period", "30");

  _sb_briefings_page_choose_block (letter.page, "ties");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (&letter, "Focus", GTK_TYPE_DROP_DOWN)), 1);
  assert_key (&letter, "Focus", "actor");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_in (&letter, "AsOf", GTK_TYPE_DROP_DOWN)), 3);
  day = find_in (&letter, "AsOf", GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (day), "1 May 2026");
  assert_key (&letter, "AsOf", "2026-05-01");

  /* A text keeps its text; its few keys take its place when they are asked for. */
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  g_assert_false (gtk_widget_get_mapped (form));
  sb_section_editor_show_form (letter.page->editor, TRUE);
  sb_test_wait_for_frame (GTK_WIDGET (letter.window));
  g_assert_true (gtk_widget_get_mapped (form));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR))));
  sb_section_editor_focus_text (letter.page->editor, SB_LANGUAGE_FR);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR))));
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

static gboolean
has_places (gpointer data)
{
  GtkWidget *list = data;
  GtkWidget *entry = sb_test_find_type (list, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Dakar");
  return sb_place_suggestions_choose (SB_PLACE_SUGGESTIONS (sb_test_find_type (list, SB_TYPE_PLACE_SUGGESTIONS)));
}

/* A way is two places by their names. */
static void
test_ways (void)
{
  SbTestLetter letter;
  GtkWidget *list;
  GtkWidget *from;
  GtkWidget *to;
  g_autofree char *before = NULL;
  g_autofree char *ways = NULL;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, "roads");
  before = dup_key (&letter, "Ways");
  list = find_in (&letter, "Ways", SB_TYPE_KEY_PLACE_LIST);
  sb_test_wait (has_places, list);
  from = sb_test_find_type (list, GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "Dakar");
  to = gtk_widget_get_next_sibling (from);
  gtk_editable_set_text (GTK_EDITABLE (to), "Kayes");
  g_signal_emit_by_name (to, "activate");
  ways = dup_key (&letter, "Ways");
  g_assert_true (g_str_has_suffix (ways, "sn-dakar>ml-kayes"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "");
  g_assert_nonnull (sb_test_find_label (list, "Dakar → Kayes"));
  g_assert_null (sb_outline_find (letter.page->outline, "roads")->problem);

  /* And is taken out again. */
  {
    GtkWidget *chip = gtk_widget_get_parent (sb_test_find_label (list, "Dakar → Kayes"));

    g_signal_emit_by_name (gtk_widget_get_last_child (chip), "clicked");
  }
  assert_key (&letter, "Ways", before);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

static guint
count_checked (SbTestLetter *letter)
{
  GtkWidget *list = find_in (letter, "Figures", GTK_TYPE_LIST_BOX);
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && gtk_check_button_get_active (GTK_CHECK_BUTTON (sb_test_find_type (row, GTK_TYPE_CHECK_BUTTON))))
      n++;
  return n;
}

static gboolean
has_four (gpointer data)
{
  return count_checked (data) == 4;
}

static gboolean
is_automatic (gpointer data)
{
  g_autofree char *figures = dup_key (data, "Figures");

  return figures == NULL;
}

static char **
split_figures (SbTestLetter *letter)
{
  g_autofree char *figures = dup_key (letter, "Figures");

  return g_strsplit (figures, ";", -1);
}

/* A figure that no strip has. */
static SbRecord *
read_other_figure (SbTestLetter *letter)
{
  g_autoptr (SbStore) store = sb_test_desk_open_store (letter->application);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FIGURE);
  g_autoptr (GPtrArray) figures = sb_store_list (store, query, NULL);
  GPtrArray *printed = sb_edition_get_key_figures (sb_live_edition_get (letter->page->live, SB_LANGUAGE_FR), sb_outline_list_get_chosen (letter->page->outline_list));

  for (guint i = 0; i < figures->len; i++)
    {
      gboolean is_printed = FALSE;

      for (guint k = 0; k < printed->len; k++)
        is_printed |= g_strcmp0 (sb_record_get_uuid (g_ptr_array_index (figures, i)), sb_record_get_uuid (g_ptr_array_index (printed, k))) == 0;
      if (!is_printed)
        return g_object_ref (g_ptr_array_index (figures, i));
    }

  g_assert_not_reached ();
}

/* A strip lists what it prints; a figure of the tray is put into it, others are taken out
 * and moved, and it chooses itself again. */
static void
test_key_figures (void)
{
  SbTestLetter letter;
  GtkWidget *list;
  GtkWidget *first;
  g_autoptr (SbRecord) other = NULL;
  g_auto (GStrv) added = NULL;
  g_auto (GStrv) moved = NULL;
  g_auto (GStrv) left = NULL;
  SbSheetPlace place;

  sb_test_letter_open (&letter);
  /* Kinds are listed by what they are called; the strip is the one that is added. */
  _sb_briefings_page_choose_block (letter.page, "keyfacts");
  _sb_briefings_page_take_edit (letter.page, sb_outline_add (letter.page->outline, SB_TEMPLATE_BLOCK_FIGURES, "strip", "Most=4", NULL, 2), "test");
  _sb_briefings_page_flush (letter.page);
  _sb_briefings_page_choose_block (letter.page, "strip");
  sb_test_letter_wait_until_composed (&letter);
  sb_test_wait (has_four, &letter);
  other = read_other_figure (&letter);

  g_assert_true (sb_sheets_find_block (sb_test_letter_get_sheets (&letter), "strip", 0, &place));
  g_signal_emit_by_name (letter.page->preview, "record-dropped", other, place.sheet, place.x + 1, place.y + 1);
  added = split_figures (&letter);
  g_assert_cmpuint (g_strv_length (added), ==, 5);
  g_assert_cmpstr (added[4], ==, sb_record_get_uuid (other));
  g_assert_cmpuint (count_checked (&letter), ==, 5);
  g_assert_false (gtk_widget_get_sensitive (get_field (&letter, "Most")));
  sb_test_letter_wait_until_stored (&letter);

  /* The first one goes down, then is taken out. */
  list = find_in (&letter, "Figures", GTK_TYPE_LIST_BOX);
  first = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_first_child (first)), "clicked");
  moved = split_figures (&letter);
  g_assert_cmpstr (moved[0], ==, added[1]);
  g_assert_cmpstr (moved[1], ==, added[0]);
  first = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (sb_test_find_type (first, GTK_TYPE_CHECK_BUTTON)), FALSE);
  left = split_figures (&letter);
  g_assert_cmpuint (g_strv_length (left), ==, 4);
  g_assert_cmpstr (left[0], ==, added[0]);
  sb_test_letter_wait_until_composed (&letter);
  g_assert_cmpuint (sb_edition_get_key_figures (sb_live_edition_get (letter.page->live, SB_LANGUAGE_FR), "strip")->len, ==, 4);
  sb_test_letter_wait_until_stored (&letter);

  /* All of that is undone. */
  for (guint i = 0; i < 2 && !is_automatic (&letter); i++)
    {
      g_autofree char *before = dup_key (&letter, "Figures");

      sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
      sb_test_letter_wait_until_stored (&letter);
      while (TRUE)
        {
          g_autofree char *now = dup_key (&letter, "Figures");

          if (g_strcmp0 (now, before) != 0)
            break;
          g_main_context_iteration (NULL, TRUE);
        }
    }
  g_assert_true (is_automatic (&letter));
  sb_test_letter_wait_until_composed (&letter);
  sb_test_wait (has_four, &letter);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/block-form/map", test_map);
  g_test_add_func ("/app/block-form/view", test_view);
  g_test_add_func ("/app/block-form/values", test_values);
  g_test_add_func ("/app/block-form/ways", test_ways);
  g_test_add_func ("/app/block-form/key-figures", test_key_figures);
  return sb_test_screen_run ();
}
