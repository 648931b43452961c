/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-briefing-dialog.h"
#include "sb-briefing.h"
#include "sb-figure-list.h"
#include "sb-figure.h"
#include "sb-refresh-dialog.h"
#include "sb-test-letter.h"
#include "sb-translation-dialog.h"
#include "sb-translation.h"

#include <string.h>

static char *
dup_stored_text (SbTestLetter *letter,
                 SbLanguage language)
{
  g_autoptr (SbRecord) stored = sb_test_letter_read (letter);
  g_autoptr (SbOutline) outline = sb_outline_new (letter->page->template, stored);

  return g_strdup (sb_outline_get_text (outline, SB_TEST_LETTER_BLOCK, language));
}

static gboolean
is_text_as_in_template (gpointer data)
{
  SbTestLetter *letter = data;
  g_autofree char *text = sb_text_editor_dup_text (sb_test_letter_get_editor (letter, SB_LANGUAGE_FR));

  return strstr (text, "MARQUE") == NULL;
}

static gboolean
is_text_typed (gpointer data)
{
  return !is_text_as_in_template (data);
}

/* What is typed is on the page within the time that a person does not notice, is stored
 * behind a pause, is undone and done again. */
static void
test_typing (void)
{
  SbTestLetter letter;
  g_autofree char *stored = NULL;
  g_autofree char *english = NULL;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  g_assert_true (sb_section_editor_is_writable (letter.page->editor));
  sb_text_editor_insert_paragraph (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR), "MARQUE de la frappe.");
  sb_test_letter_wait_until_composed (&letter);
  g_test_message ("composed in %" G_GINT64_FORMAT " us", sb_live_edition_get_cost (letter.page->live));
  g_assert_cmpint (sb_live_edition_get_cost (letter.page->live), >, 0);

  sb_test_letter_wait_until_stored (&letter);
  stored = dup_stored_text (&letter, SB_LANGUAGE_FR);
  g_assert_nonnull (strstr (stored, "MARQUE"));
  /* The text of the template stays in the other language. */
  english = dup_stored_text (&letter, SB_LANGUAGE_EN);
  g_assert_nonnull (english);

  sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
  sb_test_wait (is_text_as_in_template, &letter);
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.redo");
  sb_test_wait (is_text_typed, &letter);
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
  sb_test_wait (is_text_as_in_template, &letter);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* What was typed and not stored yet is when it is undone: nothing of it is lost on the
 * way. */
static void
test_undo_at_once (void)
{
  SbTestLetter letter;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  sb_text_editor_insert_paragraph (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR), "MARQUE de la frappe.");
  g_assert_nonnull (letter.page->label);
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
  sb_test_wait (is_text_as_in_template, &letter);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

static guint
find_entry (SbTestLetter *letter,
            const char *name)
{
  for (guint i = 0; i < sb_outline_get_n_entries (letter->page->outline); i++)
    if (g_str_equal (sb_outline_get_entry (letter->page->outline, i)->name, name))
      return i;

  return G_MAXUINT;
}

/* Closed with something typed, it is stored. */
static void
test_closing (void)
{
  SbTestLetter letter;
  g_autofree char *uuid = NULL;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  sb_text_editor_insert_paragraph (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR), "MARQUE de la fin.");
  uuid = g_strdup (sb_record_get_uuid (letter.page->briefing));
  sb_test_letter_close (&letter);

  sb_test_letter_open (&letter);
  g_assert_cmpstr (uuid, ==, sb_record_get_uuid (letter.page->briefing));
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  g_assert_true (is_text_typed (&letter));
  sb_section_editor_focus_text (letter.page->editor, SB_LANGUAGE_FR);
  g_signal_emit_by_name (letter.page->editor, "fill-requested");
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* Blocks are moved, hidden, added and taken out by what the list tells. */
static void
test_blocks (void)
{
  SbTestLetter letter;
  guint before;
  SbOutlineList *list;
  guint n_entries;

  sb_test_letter_open (&letter);
  list = letter.page->outline_list;
  before = find_entry (&letter, SB_TEST_LETTER_BLOCK);
  n_entries = sb_outline_get_n_entries (letter.page->outline);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);

  sb_test_activate (GTK_WIDGET (list), "outline.move-up");
  g_assert_cmpuint (find_entry (&letter, SB_TEST_LETTER_BLOCK), ==, before - 1);
  g_assert_cmpstr (sb_outline_list_get_chosen (list), ==, SB_TEST_LETTER_BLOCK);
  sb_test_activate (GTK_WIDGET (list), "outline.move-down");
  g_assert_cmpuint (find_entry (&letter, SB_TEST_LETTER_BLOCK), ==, before);

  sb_test_activate (GTK_WIDGET (list), "outline.toggle");
  g_assert_true (sb_outline_find (letter.page->outline, SB_TEST_LETTER_BLOCK)->is_hidden);
  sb_test_activate (GTK_WIDGET (list), "outline.toggle");
  g_assert_false (sb_outline_find (letter.page->outline, SB_TEST_LETTER_BLOCK)->is_hidden);

  /* The first kind is a text; it comes behind the block that is chosen. */
  g_signal_emit_by_name (letter.page->kinds, "row-activated", gtk_list_box_get_row_at_index (letter.page->kinds, 0));
  g_assert_cmpuint (sb_outline_get_n_entries (letter.page->outline), ==, n_entries + 1);
  g_assert_cmpuint (find_entry (&letter, sb_outline_list_get_chosen (list)), ==, before + 1);
  g_assert_true (sb_outline_find (letter.page->outline, sb_outline_list_get_chosen (list))->is_added);
  sb_test_activate (GTK_WIDGET (list), "outline.remove");
  g_assert_cmpuint (sb_outline_get_n_entries (letter.page->outline), ==, n_entries);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* A map, a chart and a graph of the tray are put behind the block that is chosen. */
static void
test_figures (void)
{
  SbTestLetter letter;
  GtkWidget *figures;
  guint n_entries;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  n_entries = sb_outline_get_n_entries (letter.page->outline);
  figures = sb_test_find_type (GTK_WIDGET (letter.page->tray), SB_TYPE_FIGURE_ROW);
  for (; figures != NULL; figures = gtk_widget_get_next_sibling (figures))
    {
      const SbOutlineEntry *entry;

      g_signal_emit_by_name (gtk_widget_get_parent (figures), "row-activated", figures);
      g_assert_cmpuint (sb_outline_get_n_entries (letter.page->outline), ==, n_entries + 1);
      entry = sb_outline_find (letter.page->outline, sb_outline_list_get_chosen (letter.page->outline_list));
      g_assert_true (entry->is_added);
      g_assert_null (entry->problem);
      g_assert_cmpstr (sb_template_get_block_name (entry->kind), ==, sb_figure_row_get_kind (SB_FIGURE_ROW (figures)));
      g_signal_emit_by_name (letter.page->outline_list, "block-removed", entry->name);
      g_assert_cmpuint (sb_outline_get_n_entries (letter.page->outline), ==, n_entries);
      _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
    }
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* The newest record of that kind, read by a connection of its own. */
static SbRecord *
read_newest (SbTestLetter *letter,
             SbKind kind)
{
  const char *path = sb_catalogue_get_path (sb_page_get_catalogue (SB_PAGE (letter->page)));
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_READ_ONLY, &error);
  g_autoptr (GPtrArray) records = NULL;

  g_assert_no_error (error);
  query->limit = 1;
  records = sb_store_list (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (g_ptr_array_index (records, 0));
}

/* What is put in while a block is chosen that the catalogue fills becomes a text behind
 * it; a figure says how much. */
static void
test_insert (void)
{
  SbTestLetter letter;
  g_autoptr (SbRecord) figure = NULL;
  g_autofree char *value = NULL;
  const char *name = NULL;
  guint n_entries;

  sb_test_letter_open (&letter);
  figure = read_newest (&letter, SB_KIND_FIGURE);
  value = sb_figure_dup_value (figure, SB_LANGUAGE_FR);
  n_entries = sb_outline_get_n_entries (letter.page->outline);
  for (guint i = 0; i < n_entries && name == NULL; i++)
    if (sb_outline_get_entry (letter.page->outline, i)->kind == SB_TEMPLATE_BLOCK_ITEMS)
      name = sb_outline_get_entry (letter.page->outline, i)->name;
  _sb_briefings_page_choose_block (letter.page, name);
  g_assert_false (sb_section_editor_is_writable (letter.page->editor));

  g_signal_emit_by_name (letter.page->tray, "insert-requested", figure);
  g_assert_cmpuint (sb_outline_get_n_entries (letter.page->outline), ==, n_entries + 1);
  name = sb_outline_list_get_chosen (letter.page->outline_list);
  g_assert_nonnull (strstr (sb_outline_get_text (letter.page->outline, name, SB_LANGUAGE_FR), value));
  g_assert_nonnull (strstr (sb_outline_get_text (letter.page->outline, name, SB_LANGUAGE_EN), sb_record_get_uuid (figure)));

  g_signal_emit_by_name (letter.page->outline_list, "block-removed", name);

  /* The same where it is dropped: at a place of the outline, and on a page. */
  g_signal_emit_by_name (letter.page->outline_list, "record-dropped", figure, NULL, 1);
  name = sb_outline_list_get_chosen (letter.page->outline_list);
  g_assert_true (sb_outline_get_entry (letter.page->outline, 1) == sb_outline_find (letter.page->outline, name));
  g_assert_nonnull (strstr (sb_outline_get_text (letter.page->outline, name, SB_LANGUAGE_FR), value));
  g_signal_emit_by_name (letter.page->outline_list, "block-removed", name);
  sb_test_letter_wait_until_composed (&letter);
  g_signal_emit_by_name (letter.page->preview, "record-dropped", figure, 0, 200.0, 300.0);
  g_assert_cmpuint (sb_outline_get_n_entries (letter.page->outline), ==, n_entries + 1);
  g_signal_emit_by_name (letter.page->outline_list, "block-removed", sb_outline_list_get_chosen (letter.page->outline_list));
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* What fills a block becomes a text of the author's, and is filled again. */
static void
test_by_hand (void)
{
  SbTestLetter letter;
  g_autofree char *text = NULL;
  const char *name = NULL;

  sb_test_letter_open (&letter);
  for (guint i = 0; i < sb_outline_get_n_entries (letter.page->outline); i++)
    if (sb_outline_get_entry (letter.page->outline, i)->kind == SB_TEMPLATE_BLOCK_ITEMS && name == NULL)
      name = sb_outline_get_entry (letter.page->outline, i)->name;
  _sb_briefings_page_choose_block (letter.page, name);
  g_assert_false (sb_section_editor_is_writable (letter.page->editor));

  g_signal_emit_by_name (letter.page->editor, "write-requested");
  while (!sb_section_editor_is_writable (letter.page->editor))
    g_main_context_iteration (NULL, TRUE);
  text = sb_text_editor_dup_text (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR));
  g_assert_nonnull (strstr (text, "[@"));
  sb_test_letter_wait_until_composed (&letter);

  g_signal_emit_by_name (letter.page->editor, "fill-requested");
  g_assert_false (sb_section_editor_is_writable (letter.page->editor));
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

static GtkWidget *
find_refresh_dialog (void)
{
  return sb_test_find_window (SB_TYPE_REFRESH_DIALOG);
}

static gboolean
is_stale (gpointer data)
{
  return sb_section_editor_is_stale (((SbBriefingsPage *) data)->editor);
}

static gboolean
is_asked (gpointer data)
{
  return find_refresh_dialog () != NULL;
}

static const char *
get_text (SbTestLetter *letter,
          const char *name)
{
  return sb_outline_get_text (letter->page->outline, name, SB_LANGUAGE_FR);
}

static void
answer (SbTestLetter *letter,
        gboolean is_new)
{
  GtkWidget *dialog;

  sb_test_wait (is_stale, letter->page);
  sb_test_activate (GTK_WIDGET (letter->page->editor), "section.difference");
  sb_test_wait (is_asked, NULL);
  dialog = find_refresh_dialog ();
  sb_refresh_dialog_choose_new (SB_REFRESH_DIALOG (dialog), is_new);
  sb_test_activate (dialog, "form.accept");
  g_assert_false (is_stale (letter->page));
}

/* A text that was made from what the catalogue says no more says so; the author's is
 * kept, or the new one taken, which is undone as all else is. */
static void
test_stale (void)
{
  SbTestLetter letter;
  const char *name = NULL;
  g_autoptr (SbBilingual) other = sb_bilingual_new ("Ce que le catalogue disait.", "What the catalogue said.");
  g_autoptr (SbBilingual) mine = sb_bilingual_new ("Le MIEN.", "MINE.");

  sb_test_letter_open (&letter);
  for (guint i = 0; i < sb_outline_get_n_entries (letter.page->outline); i++)
    if (sb_outline_get_entry (letter.page->outline, i)->kind == SB_TEMPLATE_BLOCK_ITEMS && name == NULL)
      name = g_intern_string (sb_outline_get_entry (letter.page->outline, i)->name);
  _sb_briefings_page_choose_block (letter.page, name);
  g_signal_emit_by_name (letter.page->editor, "write-requested");
  while (!sb_section_editor_is_writable (letter.page->editor))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_stale (letter.page));

  _sb_briefings_page_take_edit (letter.page, sb_outline_refresh (letter.page->outline, name, mine, other), "test");
  answer (&letter, FALSE);
  g_assert_cmpstr (get_text (&letter, name), ==, "Le MIEN.");

  _sb_briefings_page_take_edit (letter.page, sb_outline_refresh (letter.page->outline, name, mine, other), "test");
  answer (&letter, TRUE);
  g_assert_null (strstr (get_text (&letter, name), "MIEN"));
  g_signal_emit_by_name (letter.page->editor, "fill-requested");
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

/* All texts in both languages are searched, and all that is found is replaced as one. */
static void
test_replace (void)
{
  SbTestLetter letter;
  guint n_found;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  sb_text_editor_insert_paragraph (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR), "Un zébu, deux ZÉBU.");
  sb_text_editor_insert_paragraph (sb_test_letter_get_editor (&letter, SB_LANGUAGE_EN), "One zébu.");
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.find");
  gtk_editable_set_text (letter.page->sought, "zébu");
  n_found = letter.page->matches->len;
  g_assert_cmpuint (n_found, ==, 3);

  sb_test_activate (GTK_WIDGET (letter.page), "briefing.find-next");
  gtk_editable_set_text (letter.page->replacement, "chameau");
  sb_test_activate (GTK_WIDGET (letter.page), "briefing.replace-all");
  g_assert_cmpuint (letter.page->matches->len, ==, 0);
  {
    g_autofree char *text = sb_text_editor_dup_text (sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR));

    g_assert_nonnull (strstr (text, "Un chameau, deux chameau."));
  }
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

static void
test_comments (void)
{
  SbTestLetter letter;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  gtk_editable_set_text (letter.page->comment, "À vérifier.");
  g_signal_emit_by_name (letter.page->comment, "activate");
  g_assert_cmpuint (sb_outline_find (letter.page->outline, SB_TEST_LETTER_BLOCK)->n_comments, ==, 1);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (letter.page->comments), "À vérifier."));
  g_assert_cmpstr (gtk_editable_get_text (letter.page->comment), ==, "");

  {
    GtkWidget *done = sb_test_find_type (GTK_WIDGET (letter.page->comments), GTK_TYPE_CHECK_BUTTON);

    gtk_check_button_set_active (GTK_CHECK_BUTTON (done), TRUE);
  }
  g_assert_cmpuint (sb_outline_find (letter.page->outline, SB_TEST_LETTER_BLOCK)->n_comments, ==, 0);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
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
  _sb_briefings_page_choose_block (letter.page, name);
  _sb_briefings_page_mark_block (letter.page, TRUE);
  sb_test_wait (is_on_sixth_sheet, &letter);
  sb_test_wait (is_sixth_drawn, &letter);

  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  g_signal_emit_by_name (letter.page->preview, "point-chosen", place.sheet, place.x + 1, place.y + 1);
  g_assert_cmpstr (sb_outline_list_get_chosen (letter.page->outline_list), ==, name);
  sb_test_letter_close (&letter);
}

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

typedef struct
{
  SbTestLetter letter;
  SbRecord *extract; /* (owned) as it was */
} Translated;

static gboolean
is_translated (gpointer data)
{
  Translated *translated = data;
  const char *path = sb_catalogue_get_path (sb_page_get_catalogue (SB_PAGE (translated->letter.page)));
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_READ_ONLY, NULL);
  g_autoptr (SbRecord) extract = sb_store_get (store, SB_KIND_EXTRACT, sb_record_get_id (translated->extract), NULL);

  return g_strcmp0 (sb_translation_get_text (extract, 0, SB_LANGUAGE_FR), "MARQUE") == 0;
}

static gboolean
is_not_translated (gpointer data)
{
  return !is_translated (data);
}

static gboolean
can_undo (gpointer data)
{
  return sb_catalogue_get_undo_label (sb_page_get_catalogue (SB_PAGE (((SbTestLetter *) data)->page))) != NULL;
}

/* A passage of the tray is translated, in the record, and that is undone. */
static void
test_translate (void)
{
  Translated translated = { 0 };
  SbTestLetter *letter = &translated.letter;
  GtkWidget *dialog;
  GtkTextView *text;

  sb_test_letter_open (letter);
  translated.extract = read_newest (letter, SB_KIND_EXTRACT);
  g_signal_emit_by_name (letter->page->tray, "translate-requested", translated.extract);
  dialog = GTK_WIDGET (sb_test_find_window (SB_TYPE_TRANSLATION_DIALOG));
  g_assert_nonnull (dialog);
  text = GTK_TEXT_VIEW (gtk_widget_get_template_child (dialog, SB_TYPE_TRANSLATION_DIALOG, "text"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), " MARQUE\n", -1);
  sb_test_activate (dialog, "form.accept");
  sb_test_wait (is_translated, &translated);
  sb_test_wait (can_undo, letter);

  sb_test_activate (GTK_WIDGET (letter->window), "win.undo");
  sb_test_wait (is_not_translated, &translated);
  g_object_unref (translated.extract);
  sb_test_letter_close (letter);
}

/* A briefing that is printed in French alone has no English to write and to look at; what
 * was written is there again with English. */
static void
test_languages (void)
{
  SbTestLetter letter;
  SbBriefingsPage *page;
  GtkWidget *editor;

  sb_test_letter_open (&letter);
  page = letter.page;
  _sb_briefings_page_choose_block (page, SB_TEST_LETTER_BLOCK);
  editor = GTK_WIDGET (sb_test_letter_get_editor (&letter, SB_LANGUAGE_EN));
  sb_test_wait_for_frame (GTK_WIDGET (letter.window));
  g_assert_true (gtk_widget_get_mapped (editor));
  gtk_toggle_button_set_active (page->english, TRUE);

  gtk_check_button_set_active (page->in_english, FALSE);
  g_assert_cmpstr (sb_record_get_text (page->briefing, SB_BRIEFING_LANGUAGES), ==, "fr");
  g_assert_false (gtk_widget_get_mapped (editor));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (page->english)));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (page->both)));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (page->in_french)));
  g_assert_cmpint (page->language, ==, SB_LANGUAGE_FR);
  g_assert_true (sb_section_editor_get_current (page->editor) == sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR));

  gtk_check_button_set_active (page->in_english, TRUE);
  g_assert_cmpint (page->language, ==, SB_LANGUAGE_EN);
  g_assert_true (gtk_widget_get_visible (editor));
  gtk_toggle_button_set_active (page->french, TRUE);
  sb_test_letter_wait_until_stored (&letter);
  sb_test_letter_close (&letter);
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/composer/typing", test_typing);
  g_test_add_func ("/app/composer/undo-at-once", test_undo_at_once);
  g_test_add_func ("/app/composer/closing", test_closing);
  g_test_add_func ("/app/composer/blocks", test_blocks);
  g_test_add_func ("/app/composer/figures", test_figures);
  g_test_add_func ("/app/composer/insert", test_insert);
  g_test_add_func ("/app/composer/by-hand", test_by_hand);
  g_test_add_func ("/app/composer/stale", test_stale);
  g_test_add_func ("/app/composer/replace", test_replace);
  g_test_add_func ("/app/composer/comments", test_comments);
  g_test_add_func ("/app/composer/outline-and-pages", test_outline_and_pages);
  g_test_add_func ("/app/composer/signs", test_signs);
  g_test_add_func ("/app/composer/new-briefing", test_new_briefing);
  g_test_add_func ("/app/composer/translate", test_translate);
  g_test_add_func ("/app/composer/languages", test_languages);
  return sb_test_screen_run ();
}
