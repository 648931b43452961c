/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-figure-list.h"
#include "sb-figure.h"
#include "sb-test-letter.h"

#include <string.h>

static guint
find_entry (SbTestLetter *letter,
            const char *name)
{
  for (guint i = 0; i < sb_outline_get_n_entries (letter->page->outline); i++)
    if (g_str_equal (sb_outline_get_entry (letter->page->outline, i)->name, name))
      return i;

  return G_MAXUINT;
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

/* Enter on a block that can be no text goes to what it shows, and how. */
static void
test_open_map (void)
{
  SbTestLetter letter;
  GtkWidget *write;
  const char *name = NULL;

  sb_test_letter_open (&letter);
  write = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (letter.page->editor), SB_TYPE_SECTION_EDITOR, "write"));
  for (guint i = 0; i < sb_outline_get_n_entries (letter.page->outline) && name == NULL; i++)
    if (sb_outline_get_entry (letter.page->outline, i)->kind == SB_TEMPLATE_BLOCK_MAP)
      name = sb_outline_get_entry (letter.page->outline, i)->name;
  _sb_briefings_page_choose_block (letter.page, name);
  g_assert_false (gtk_widget_get_visible (write));
  g_signal_emit_by_name (letter.page->outline_list, "block-opened", name);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (letter.window)), GTK_WIDGET (letter.page->form)));
  sb_test_letter_close (&letter);
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
  figure = sb_test_letter_read_newest (&letter, SB_KIND_FIGURE);
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

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/composer-blocks/blocks", test_blocks);
  g_test_add_func ("/app/composer-blocks/figures", test_figures);
  g_test_add_func ("/app/composer-blocks/insert", test_insert);
  g_test_add_func ("/app/composer-blocks/open-map", test_open_map);
  return sb_test_screen_run ();
}
