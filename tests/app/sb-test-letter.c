/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-letter.h"

#define TITLE "Mali: what 25 April changes"

static gboolean
is_listed (gpointer data)
{
  SbBriefingsPage *page = data;

  return page->briefings != NULL && g_list_model_get_n_items (G_LIST_MODEL (page->briefings)) > 0;
}

static void
show_letter (SbBriefingsPage *page)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (page->briefings)); i++)
    {
      g_autoptr (SbRecord) briefing = g_list_model_get_item (G_LIST_MODEL (page->briefings), i);

      if (g_strcmp0 (sb_record_get_title (briefing, SB_LANGUAGE_EN), TITLE) == 0)
        _sb_briefings_page_show (page, briefing);
    }
  g_assert_cmpstr (sb_record_get_title (page->briefing, SB_LANGUAGE_EN), ==, TITLE);
  gtk_toggle_button_set_active (page->french, TRUE);
}

void
sb_test_letter_open (SbTestLetter *letter)
{
  letter->application = sb_test_desk_start ();
  letter->window = sb_test_desk_open_window (letter->application);
  letter->page = SB_BRIEFINGS_PAGE (sb_test_desk_show_page (letter->window, "briefings"));
  sb_test_wait (is_listed, letter->page);
  show_letter (letter->page);
  sb_test_letter_wait_until_composed (letter);
}

void
sb_test_letter_close (SbTestLetter *letter)
{
  gtk_window_close (GTK_WINDOW (letter->window));
  sb_test_desk_stop (g_steal_pointer (&letter->application));
}

static gboolean
is_composed (gpointer data)
{
  SbBriefingsPage *page = data;

  return page->live != NULL && sb_live_edition_is_current (page->live) && sb_live_edition_get (page->live, page->language) != NULL;
}

void
sb_test_letter_wait_until_composed (SbTestLetter *letter)
{
  sb_test_wait (is_composed, letter->page);
}

static gboolean
is_stored (gpointer data)
{
  SbBriefingsPage *page = data;

  return page->label == NULL && page->n_writing == 0;
}

void
sb_test_letter_wait_until_stored (SbTestLetter *letter)
{
  sb_test_wait (is_stored, letter->page);
}

SbTextEditor *
sb_test_letter_get_editor (SbTestLetter *letter,
                           SbLanguage language)
{
  return sb_section_editor_get_editor (letter->page->editor, language);
}

SbSheets *
sb_test_letter_get_sheets (SbTestLetter *letter)
{
  return sb_edition_get_sheets (sb_live_edition_get (letter->page->live, SB_LANGUAGE_FR));
}

SbSheetView *
sb_test_letter_get_sheet_view (SbTestLetter *letter,
                               guint sheet)
{
  GtkWidget *view = sb_test_find_type (GTK_WIDGET (letter->page->preview), SB_TYPE_SHEET_VIEW);

  for (guint i = 0; i < sheet && view != NULL; i++)
    view = gtk_widget_get_next_sibling (view);

  return SB_SHEET_VIEW (view);
}

gboolean
sb_test_letter_is_drawn (SbTestLetter *letter,
                         guint sheet)
{
  SbSheetView *view = sb_test_letter_get_sheet_view (letter, sheet);

  return view != NULL && sb_sheet_view_get_texture (view) != NULL;
}

SbRecord *
sb_test_letter_read (SbTestLetter *letter)
{
  return sb_test_desk_read (letter->application, SB_KIND_BRIEFING, sb_record_get_uuid (letter->page->briefing));
}

SbRecord *
sb_test_letter_read_newest (SbTestLetter *letter,
                            SbKind kind)
{
  g_autoptr (SbStore) store = sb_test_desk_open_store (letter->application);
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  query->limit = 1;
  records = sb_store_list (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (g_ptr_array_index (records, 0));
}
