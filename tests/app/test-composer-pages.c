/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-block-words.h"
#include "sb-briefing-dialog.h"
#include "sb-briefing.h"
#include "sb-test-letter.h"

#include <string.h>

static gboolean
has_briefing (gpointer data)
{
  return ((SbBriefingsPage *) data)->briefing != NULL;
}

static gboolean
is_composed (gpointer data)
{
  return sb_live_edition_is_current (((SbBriefingsPage *) data)->live);
}

/* Until somebody chose, the pages are in the language of the window. */
static void
test_first_language (void)
{
  SbApplication *application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbBriefingsPage *page = SB_BRIEFINGS_PAGE (sb_test_desk_show_page (window, "briefings"));

  sb_test_wait (has_briefing, page);
  sb_test_wait (is_composed, page);
  g_assert_true (gtk_toggle_button_get_active (page->english));
  g_assert_cmpint (page->language, ==, SB_LANGUAGE_EN);
  sb_test_desk_close_window (window);
  sb_test_desk_stop (application);
}

static gboolean
is_first_drawn (gpointer data)
{
  return sb_test_letter_is_drawn (data, 0);
}

static GtkAdjustment *
get_adjustment (SbTestLetter *letter)
{
  GtkWidget *scroll = sb_test_find_type (GTK_WIDGET (letter->page->preview), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
}

static gboolean
is_sixth_drawn (gpointer data)
{
  return sb_test_letter_is_drawn (data, 5);
}

static gboolean
is_on_sixth_sheet (gpointer data)
{
  double height = gtk_widget_get_height (GTK_WIDGET (sb_test_letter_get_sheet_view (data, 0)));

  return gtk_adjustment_get_value (get_adjustment (data)) > 5 * height * 0.8;
}

/* A block that is chosen in the outline is shown on its page, and a click on a page
 * chooses the block that is there. */
static void
test_outline_and_pages (void)
{
  SbTestLetter letter;
  SbSheets *sheets;
  SbSheetPlace place = { 0 };
  const char *name = NULL;

  sb_test_letter_open (&letter);
  sheets = sb_test_letter_get_sheets (&letter);
  for (guint i = 0; i < sb_outline_get_n_entries (letter.page->outline); i++)
    if (sb_sheets_find_block (sheets, sb_outline_get_entry (letter.page->outline, i)->name, 0, &place) && place.sheet >= 5)
      {
        name = sb_outline_get_entry (letter.page->outline, i)->name;
        break;
      }
  g_assert_nonnull (name);

  sb_test_wait (is_first_drawn, &letter);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (&letter)), ==, 0);
  g_assert_cmpuint (sb_page_preview_get_sheet (letter.page->preview), ==, 0);
  _sb_briefings_page_choose_block (letter.page, name);
  _sb_briefings_page_mark_block (letter.page, TRUE);
  sb_test_wait (is_on_sixth_sheet, &letter);
  sb_test_wait (is_sixth_drawn, &letter);
  g_assert_cmpuint (sb_page_preview_get_sheet (letter.page->preview), >=, 4);

  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  g_signal_emit_by_name (letter.page->preview, "point-chosen", place.sheet, place.x + 1, place.y + 1);
  g_assert_cmpstr (sb_outline_list_get_chosen (letter.page->outline_list), ==, name);
  sb_test_letter_close (&letter);
}

static gboolean
is_scrolled (gpointer data)
{
  return gtk_adjustment_get_value (get_adjustment (data)) > 0;
}

static gboolean
is_near_start (gpointer data)
{
  double height = gtk_widget_get_height (GTK_WIDGET (sb_test_letter_get_sheet_view (data, 0)));

  return gtk_adjustment_get_value (get_adjustment (data)) < 2 * height;
}

/* What is dropped on the outline is shown where it prints, once it does. */
static void
test_drop (void)
{
  SbTestLetter letter;
  g_autoptr (SbRecord) figure = NULL;
  g_autofree char *name = NULL;
  const SbOutlineEntry *first;

  sb_test_letter_open (&letter);
  figure = sb_test_letter_read_newest (&letter, SB_KIND_FIGURE);
  sb_test_wait (is_first_drawn, &letter);
  g_assert_false (is_scrolled (&letter));
  g_signal_emit_by_name (letter.page->outline_list, "record-dropped", figure, NULL, G_MAXUINT);
  sb_test_wait (is_scrolled, &letter);

  /* The same where a block is moved. */
  name = g_strdup (sb_outline_list_get_chosen (letter.page->outline_list));
  sb_test_letter_wait_until_composed (&letter);
  first = sb_outline_get_entry (letter.page->outline, 0);
  g_signal_emit_by_name (letter.page->outline_list, "block-moved", name, first->parent, 1);
  sb_test_wait (is_near_start, &letter);
  g_assert_cmpstr (sb_outline_list_get_chosen (letter.page->outline_list), ==, name);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

static GtkLabel *
get_block_name (SbTestLetter *letter)
{
  return GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (letter->page->editor), SB_TYPE_SECTION_EDITOR, "block"));
}

static gboolean
is_name_seen (gpointer data)
{
  return gtk_widget_get_width (GTK_WIDGET (get_block_name (data))) > 0 && !pango_layout_is_ellipsized (gtk_label_get_layout (get_block_name (data)));
}

/* All that can be done to a text leaves room for the name of its block. */
static void
test_block_name (void)
{
  SbTestLetter letter;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  g_assert_true (sb_section_editor_is_writable (letter.page->editor));
  gtk_window_set_default_size (GTK_WINDOW (letter.window), 1280, 820);
  sb_test_wait (is_name_seen, &letter);
  sb_test_letter_close (&letter);
}

/* Logical pixels; not the one that it has without a choice. */
#define OUTLINE_WIDTH 240

#define TYPED "Kidal est tombée le 3 mars 2026."

/* Where what was typed stands, as it is found to have no source. */
static gboolean
find_typed (SbTestLetter *letter,
            SbSheetPlace *place)
{
  GPtrArray *findings = sb_live_edition_get_findings (letter->page->live);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const SbBriefingFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == SB_BRIEFING_FINDING_UNSOURCED && g_strcmp0 (finding->passage, TYPED) == 0)
        return sb_sheets_find_block (sb_test_letter_get_sheets (letter), finding->block, finding->line, place);
    }

  return FALSE;
}

/* Whether the sheet has a sign where that of the paragraph is to be. */
static gboolean
has_sign (gpointer data)
{
  SbTestLetter *letter = data;
  SbSheetPlace place = { 0 };
  SbSheetView *view = find_typed (letter, &place) ? sb_test_letter_get_sheet_view (letter, place.sheet) : NULL;
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) place.x, (float) place.y, (float) place.width, (float) place.height);
  graphene_rect_t sign;
  graphene_point_t middle;

  if (view == NULL || gtk_widget_get_width (GTK_WIDGET (view)) == 0)
    return FALSE;
  sb_sheet_view_find_sign (view, &rect, &sign);
  graphene_rect_get_center (&sign, &middle);

  return sb_sheet_view_find_flag (view, &middle) >= 0;
}

static gboolean
has_no_sign (gpointer data)
{
  return !has_sign (data);
}

/* A sentence without a source has a sign beside it on the page, whatever block is chosen,
 * which leads to the point to settle; it goes with the sentence. */
static void
test_signs (void)
{
  SbTestLetter letter;
  GtkListBoxRow *row;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  sb_text_editor_insert_paragraph (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR), TYPED);
  sb_test_letter_wait_until_composed (&letter);
  sb_test_wait (has_sign, &letter);

  _sb_briefings_page_choose_block (letter.page, "risks");
  gtk_stack_set_visible_child_name (letter.page->side, "tray");
  g_assert_true (has_sign (&letter));
  g_assert_cmpuint (letter.page->flags->len, >, 0);
  g_signal_emit_by_name (letter.page->preview, "flag-chosen", 0u);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (letter.page->side), ==, "points");
  row = gtk_list_box_get_selected_row (letter.page->points);
  g_assert_nonnull (row);
  g_assert_cmpstr (sb_outline_list_get_chosen (letter.page->outline_list), ==, g_object_get_data (G_OBJECT (row), "sb-block"));

  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  sb_test_letter_wait_until_stored (&letter);
  _sb_briefings_page_undo (letter.page, "win.undo");
  sb_test_wait (has_no_sign, &letter);
  sb_test_letter_close (&letter);
}

static GtkWindow *
find_dialog (void)
{
  return GTK_WINDOW (sb_test_find_window (SB_TYPE_BRIEFING_DIALOG));
}

/* Once it is stored, the window selects it. */
static gboolean
is_selected (gpointer data)
{
  SbTestLetter *letter = data;
  SbRef *ref = sb_session_get_selection (sb_page_get_session (SB_PAGE (letter->page)));

  return ref != NULL && g_strcmp0 (sb_ref_get_uuid (ref), sb_record_get_uuid (letter->page->briefing)) == 0;
}

static gboolean
has_item (gpointer data)
{
  return gtk_drop_down_get_selected_item (data) != NULL;
}

/* The dialog as it opens makes a situation report of the period in both languages. */
static void
test_new_briefing (void)
{
  SbTestLetter letter;
  GtkWidget *template;
  GtkWidget *dossier;
  g_autoptr (SbRecord) stored = NULL;

  sb_test_letter_open (&letter);
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.add");
  g_assert_nonnull (find_dialog ());
  dossier = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (find_dialog ()), SB_TYPE_BRIEFING_DIALOG, "dossier"));
  template = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (find_dialog ()), SB_TYPE_BRIEFING_DIALOG, "template"));
  g_assert_true (template == gtk_window_get_focus (find_dialog ()) ||
                 gtk_widget_is_ancestor (gtk_window_get_focus (find_dialog ()), template));
  sb_test_wait (has_item, dossier);
  sb_test_activate (GTK_WIDGET (find_dialog ()), "form.accept");
  g_assert_cmpstr (sb_record_get_text (letter.page->briefing, SB_BRIEFING_TEMPLATE), ==, "situation");
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_wait_until_composed (&letter);
  stored = sb_test_letter_read (&letter);
  g_assert_nonnull (stored);
  sb_test_wait (is_selected, &letter);
  g_assert_cmpstr (sb_record_get_text (stored, SB_BRIEFING_LANGUAGES), ==, "fr en");
  /* A report of the situation is one of the week, on the country of its dossier. */
  g_assert_cmpint (sb_date_get_last_day (sb_record_get_date (stored, SB_BRIEFING_LAST)) -
                     sb_date_get_first_day (sb_record_get_date (stored, SB_BRIEFING_FIRST)),
                   ==, 6);
  g_assert_cmpstr (sb_record_get_words (stored, SB_BRIEFING_TAG, SB_LANGUAGE_FR), ==, "MALI");
  g_assert_cmpstr (sb_template_get_name (letter.page->template), ==, "situation");
  g_assert_cmpuint (sb_sheets_get_n_sheets (sb_test_letter_get_sheets (&letter)), >, 0);
  sb_test_letter_close (&letter);
}

/* Among the fields of the page. */
#define FRENCH_TITLE  0
#define ENGLISH_TITLE 1

/* A briefing that is printed in French alone has no English to write and to look at; what
 * was written is there again with English. */
static void
test_languages (void)
{
  SbTestLetter letter;
  SbBriefingsPage *page;
  GtkWidget *editor;
  const SbOutlineEntry *entry;
  g_autofree char *french = NULL;
  g_autofree char *english = NULL;

  sb_test_letter_open (&letter);
  page = letter.page;
  _sb_briefings_page_choose_block (page, SB_TEST_LETTER_BLOCK);
  editor = GTK_WIDGET (sb_test_letter_get_editor (&letter, SB_LANGUAGE_EN));
  entry = sb_outline_find (page->outline, "risks");
  french = sb_block_words_dup_name (entry, SB_LANGUAGE_FR);
  english = sb_block_words_dup_name (entry, SB_LANGUAGE_EN);
  g_assert_cmpstr (french, !=, english);
  sb_test_wait_for_frame (GTK_WIDGET (letter.window));
  g_assert_true (gtk_widget_get_mapped (editor));
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (page->outline_list), french));
  gtk_toggle_button_set_active (page->english, TRUE);
  /* The outline follows the pages. */
  g_assert_null (sb_test_find_label (GTK_WIDGET (page->outline_list), french));
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (page->outline_list), english));

  gtk_check_button_set_active (page->in_english, FALSE);
  g_assert_cmpstr (sb_record_get_text (page->briefing, SB_BRIEFING_LANGUAGES), ==, "fr");
  g_assert_false (gtk_widget_get_mapped (editor));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (page->english)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->fields[FRENCH_TITLE])));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->fields[ENGLISH_TITLE])));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (page->both)));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (page->in_french)));
  g_assert_cmpint (page->language, ==, SB_LANGUAGE_FR);
  g_assert_true (sb_section_editor_get_current (page->editor) == sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR));

  gtk_check_button_set_active (page->in_english, TRUE);
  g_assert_cmpint (page->language, ==, SB_LANGUAGE_EN);
  g_assert_true (gtk_widget_get_visible (editor));
  gtk_toggle_button_set_active (page->french, TRUE);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_wait_until_composed (&letter);
  sb_test_letter_close (&letter);
}

static gboolean
is_folded (gpointer data)
{
  return sb_fold_box_is_folded (data);
}

static gboolean
is_unfolded (gpointer data)
{
  return !is_folded (data);
}

/* The outline has the width that it had before there was no room for it. */
static gboolean
has_outline_width (gpointer data)
{
  SbBriefingsPage *page = data;

  return gtk_paned_get_position (page->outline_paned) == OUTLINE_WIDTH &&
         g_settings_get_int (sb_context_get_settings (sb_page_get_context (SB_PAGE (page))), "briefing-outline-width") == OUTLINE_WIDTH;
}

/* In a narrow window one pane is seen at a time: that which was chosen, or which what was
 * asked for is in. */
static void
test_narrow (void)
{
  SbTestLetter letter;
  SbBriefingsPage *page;
  int least;

  sb_test_letter_open (&letter);
  page = letter.page;
  g_assert_false (gtk_widget_get_visible (page->panes));
  gtk_paned_set_position (page->outline_paned, OUTLINE_WIDTH);
  sb_test_wait (has_outline_width, page);
  gtk_window_set_default_size (GTK_WINDOW (letter.window), 360, 700);
  sb_test_wait (is_folded, page->fold);
  sb_test_wait_for_frame (GTK_WIDGET (letter.window));
  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  g_assert_true (gtk_widget_get_mapped (page->panes));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page->preview)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (page->outline_list)));
  g_assert_false (gtk_widget_get_mapped (page->side_box));

  gtk_toggle_button_set_active (page->pane_buttons[SB_BRIEFINGS_PANE_OUTLINE], TRUE);
  sb_test_wait_for_frame (GTK_WIDGET (letter.window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page->outline_list)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (page->preview)));
  _sb_briefings_page_choose_block (page, SB_TEST_LETTER_BLOCK);
  g_signal_emit_by_name (page->outline_list, "block-opened", SB_TEST_LETTER_BLOCK);
  g_assert_true (gtk_widget_get_mapped (page->text));
  g_assert_true (gtk_toggle_button_get_active (page->pane_buttons[SB_BRIEFINGS_PANE_TEXT]));
  g_signal_emit_by_name (page->editor, "cite-requested");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page->tray)));
  g_assert_false (gtk_widget_get_mapped (page->text));
  sb_test_wait_for_frame (GTK_WIDGET (letter.window));
  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);

  gtk_window_set_default_size (GTK_WINDOW (letter.window), 1400, 800);
  sb_test_wait (is_unfolded, page->fold);
  sb_test_wait (has_outline_width, page);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page->outline_list)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page->preview)));
  g_assert_true (gtk_widget_get_mapped (page->side_box));
  sb_test_letter_close (&letter);
}

static void
count_cb (guint *n_told)
{
  (*n_told)++;
}

static gboolean
is_at_rest (gpointer data)
{
  return sb_live_edition_is_current (data);
}

/* The pages of a window that is closed are not set and looked through any more: it would keep
 * the program from ending. */
static void
test_closing (void)
{
  SbTestLetter letter;
  g_autoptr (SbLiveEdition) live = NULL;
  guint n_told = 0;

  sb_test_letter_open (&letter);
  live = g_object_ref (letter.page->live);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  sb_text_editor_insert_paragraph (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR), TYPED);
  g_assert_false (sb_live_edition_is_current (live));
  g_signal_connect_swapped (live, "composed", G_CALLBACK (count_cb), &n_told);
  g_signal_connect_swapped (live, "checked", G_CALLBACK (count_cb), &n_told);
  g_signal_connect_swapped (live, "failed", G_CALLBACK (count_cb), &n_told);

  sb_test_desk_close_window (letter.window);
  sb_test_wait (is_at_rest, live);
  sb_test_desk_wait_for_workers (letter.application);
  g_assert_cmpuint (n_told, ==, 0);
  g_clear_object (&live);
  sb_test_desk_stop (g_steal_pointer (&letter.application));
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  /* The first one: what is chosen is kept. */
  g_test_add_func ("/app/composer-pages/first-language", test_first_language);
  g_test_add_func ("/app/composer-pages/outline-and-pages", test_outline_and_pages);
  g_test_add_func ("/app/composer-pages/block-name", test_block_name);
  g_test_add_func ("/app/composer-pages/drop", test_drop);
  g_test_add_func ("/app/composer-pages/signs", test_signs);
  g_test_add_func ("/app/composer-pages/new-briefing", test_new_briefing);
  g_test_add_func ("/app/composer-pages/languages", test_languages);
  g_test_add_func ("/app/composer-pages/narrow", test_narrow);
  g_test_add_func ("/app/composer-pages/closing", test_closing);
  return sb_test_screen_run ();
}
