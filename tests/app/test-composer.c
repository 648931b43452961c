/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

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

/* The words that are compared are those that print. */
static void
check_difference (GtkWidget *dialog)
{
  GtkWidget *box = GTK_WIDGET (gtk_widget_get_template_child (dialog, SB_TYPE_REFRESH_DIALOG, "difference_fr"));
  const char *shown = gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (box)));

  g_assert_nonnull (strstr (shown, "disait"));
  g_assert_null (strchr (shown, '*'));
  g_assert_null (strstr (shown, "[@"));
  g_assert_false (g_str_has_prefix (shown, "- "));
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
  check_difference (dialog);
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

static gboolean
has_one_wrong (gpointer data)
{
  return sb_text_editor_get_n_misspelled (data) == 1;
}

/* What an actor is called for short is no mistake. */
static void
test_names (void)
{
  SbTestLetter letter;
  SbTextEditor *editor;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  editor = sb_test_letter_get_editor (&letter, SB_LANGUAGE_FR);
  sb_text_editor_set_text (editor, "Les FAMa et le xqzt.");
  sb_test_wait (has_one_wrong, editor);
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
  _sb_briefings_page_choose_block (letter.page, NULL);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (letter.page->comment)), ==, "Comment on the briefing");
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (letter.page->comment)), ==, "Comment on this block");
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
  translated.extract = sb_test_letter_read_newest (letter, SB_KIND_EXTRACT);
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

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/composer/typing", test_typing);
  g_test_add_func ("/app/composer/undo-at-once", test_undo_at_once);
  g_test_add_func ("/app/composer/closing", test_closing);
  g_test_add_func ("/app/composer/by-hand", test_by_hand);
  g_test_add_func ("/app/composer/stale", test_stale);
  g_test_add_func ("/app/composer/names", test_names);
  g_test_add_func ("/app/composer/replace", test_replace);
  g_test_add_func ("/app/composer/comments", test_comments);
  g_test_add_func ("/app/composer/translate", test_translate);
  return sb_test_screen_run ();
}
