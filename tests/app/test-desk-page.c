/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-desk-page.h"
#include "sb-document-view.h"
#include "sb-document.h"
#include "sb-documents-page-private.h"
#include "sb-news-notification.h"
#include "sb-record-builder.h"
#include "sb-test-desk.h"

typedef struct
{
  SbApplication *application;
  SbWindow *window;
  SbSavedSearches *searches;
  char *title; /* (owned) (nullable) of the notification */
  guint n_told;
} Fixture;

static void
news_cb (SbSavedSearches *searches,
         GPtrArray *news,
         Fixture *fixture)
{
  g_autoptr (GNotification) notification = sb_news_notification_new (news);

  g_assert_nonnull (notification);
  g_clear_pointer (&fixture->title, g_free);
  fixture->title = sb_news_dup_title (news);
  fixture->n_told++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->application = sb_test_desk_start ();
  fixture->window = sb_test_desk_open_window (fixture->application);
  fixture->searches = sb_context_get_saved_searches (sb_application_get_context (fixture->application));
  /* There is no desktop that would show them. */
  g_settings_set_boolean (sb_context_get_settings (sb_application_get_context (fixture->application)), "tell-news", FALSE);
  g_signal_connect (fixture->searches, "news", G_CALLBACK (news_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->searches, fixture);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->window));
  sb_test_desk_show_page (fixture->window, "desk");
  sb_test_desk_close_window (fixture->window);
  sb_test_desk_stop (fixture->application);
  g_free (fixture->title);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  AdwViewStack *stack = ADW_VIEW_STACK (sb_test_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK));

  return sb_test_find_type (adw_view_stack_get_visible_child (stack), SB_TYPE_PAGE);
}

static gboolean
has_rows (gpointer data)
{
  SbDocumentView *view = SB_DOCUMENT_VIEW (data);

  sb_document_view_step (view, 0);
  return sb_document_view_get_selected (view) != 0;
}

static gboolean
is_read (gpointer data)
{
  SbReadingPane *pane = SB_READING_PANE (data);
  SbRecord *document = sb_reading_pane_get_document (pane);

  return document != NULL && sb_record_get_id (document) == sb_reading_pane_get_current (pane);
}

/* What is chosen on the desk is read there, beside the map. */
static void
test_reads (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *page = get_page (fixture);
  SbDocumentView *view = SB_DOCUMENT_VIEW (sb_test_find_type (page, SB_TYPE_DOCUMENT_VIEW));
  GtkWidget *pane;
  SbRef *selected;

  g_assert_true (SB_IS_DESK_PAGE (page));
  g_assert_null (sb_test_find_type (page, SB_TYPE_READING_PANE));
  sb_test_wait (has_rows, view);
  pane = sb_test_find_type (page, SB_TYPE_READING_PANE);
  g_assert_nonnull (pane);
  sb_test_wait (is_read, pane);
  selected = sb_session_get_selection (sb_window_get_session (fixture->window));
  g_assert_cmpint (sb_ref_get_id (selected), ==, sb_document_view_get_selected (view));

  g_assert_true (sb_test_press (page, "j"));
  sb_test_wait (is_read, pane);
  g_assert_cmpint (sb_reading_pane_get_current (SB_READING_PANE (pane)), !=, 0);
  g_assert_true (gtk_widget_get_mapped (pane));
}

static gboolean
has_focus (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (data));

  return focus != NULL && gtk_widget_is_ancestor (focus, data);
}

/* What is being waited for: that the list no more has a document. */
typedef struct
{
  SbDocumentView *view;
  gint64 document;
} Gone;

static gboolean
is_gone (gpointer data)
{
  const Gone *gone = data;

  return sb_document_view_get_selected (gone->view) != gone->document;
}

/* The keys work from the start. What was selected elsewhere and read there leaves the
 * list: the next key leads to the one behind it, and none is passed over. */
static void
test_passes_none_over (Fixture *fixture,
                       gconstpointer data)
{
  GtkWidget *page = get_page (fixture);
  SbDocumentView *view = SB_DOCUMENT_VIEW (sb_test_find_type (page, SB_TYPE_DOCUMENT_VIEW));
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) first = NULL;
  gint64 ids[2];
  GtkSelectionModel *rows;

  sb_test_wait (has_focus, view);
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (sb_test_find_type (GTK_WIDGET (view), GTK_TYPE_LIST_VIEW)));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (SbRecordItem) item = g_list_model_get_item (G_LIST_MODEL (rows), i);

      ids[i] = sb_record_item_get_id (item);
    }

  first = sb_ref_new (SB_KIND_DOCUMENT, ids[0], NULL, NULL);
  sb_session_select (sb_window_get_session (fixture->window), first);
  g_assert_cmpint (sb_document_view_get_selected (view), ==, ids[0]);
  sb_change_set_mark_read (changes, first, TRUE);
  sb_test_desk_write (fixture->application, changes);
  sb_test_wait (is_gone, &(Gone) { view, ids[0] });

  g_assert_true (sb_test_press (page, "j"));
  g_assert_cmpint (sb_document_view_get_selected (view), ==, ids[1]);
  sb_test_wait (is_read, sb_test_find_type (page, SB_TYPE_READING_PANE));
}

static gboolean
has_search (gpointer data)
{
  GPtrArray *all = sb_saved_searches_get_all (SB_SAVED_SEARCHES (data));

  return all->len == 1 && ((const SbSavedSearch *) g_ptr_array_index (all, 0))->n_all >= 0;
}

static gboolean
has_no_search (gpointer data)
{
  return sb_saved_searches_get_all (SB_SAVED_SEARCHES (data))->len == 0;
}

static gboolean
has_told (gpointer data)
{
  return ((Fixture *) data)->n_told > 0;
}

static gboolean
has_new (gpointer data)
{
  GPtrArray *all = sb_saved_searches_get_all (SB_SAVED_SEARCHES (data));

  return all->len == 1 && ((const SbSavedSearch *) g_ptr_array_index (all, 0))->n_new > 0;
}

static gboolean
has_nothing_new (gpointer data)
{
  return !has_new (data);
}

static void
result_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
}

static void
add_document (Fixture *fixture,
              const char *title,
              const char *edtf)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);
  g_autoptr (SbRecord) document = NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  document = sb_record_builder_end (builder);
  sb_change_set_put (changes, document);
  sb_catalogue_write_async (sb_test_desk_get_catalogue (fixture->application), changes, NULL, result_cb, NULL);
}

static gboolean
has_place (gpointer data)
{
  SbDocumentPlace *place = _sb_documents_page_get_place (SB_DOCUMENTS_PAGE (data));

  return place != NULL && sb_document_place_get_kind (place) == SB_DOCUMENT_PLACE_SAVED;
}

static gboolean
has_one_document (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (SB_DOCUMENTS_PAGE (data)->documents)) == 1;
}

static gboolean
is_named (gpointer data,
          const char *name)
{
  GPtrArray *all = sb_saved_searches_get_all (data);

  return all->len == 1 && g_str_equal (((SbSavedSearch *) g_ptr_array_index (all, 0))->name, name);
}

static gboolean
is_renamed (gpointer data)
{
  return is_named (data, "Musique");
}

static gboolean
is_named_as_before (gpointer data)
{
  return is_named (data, "Xylophone");
}

/* A watch-word: told once, of what is new and was published lately; the notification
 * leads to what it found; what was looked at is new no more; what was forgotten comes
 * back. */
static void
test_news (Fixture *fixture,
           gconstpointer data)
{
  const SbSavedSearch search = { .name = (char *) "Xylophone", .query = (char *) "xylophone", .is_watched = TRUE };
  const SbSavedSearch *saved;
  SbDocumentsPage *page;
  g_autoptr (SbSavedSearch) renamed = NULL;

  sb_saved_searches_put (fixture->searches, &search);
  sb_test_wait (has_search, fixture->searches);
  add_document (fixture, "Un xylophone d’il y a deux ans", "2024-05-01");
  sb_test_wait (has_new, fixture->searches);
  g_assert_cmpuint (fixture->n_told, ==, 0);

  add_document (fixture, "Un xylophone à Kayes", "2026-05-19");
  sb_test_wait (has_told, fixture);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpstr (fixture->title, ==, "1 new document: Xylophone");

  saved = g_ptr_array_index (sb_saved_searches_get_all (fixture->searches), 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "show-saved-search", g_variant_new_string (saved->uuid));
  sb_test_wait_for_frame (GTK_WIDGET (fixture->window));
  page = SB_DOCUMENTS_PAGE (get_page (fixture));
  sb_test_wait (has_place, page);
  sb_test_wait (has_nothing_new, fixture->searches);
  g_assert_true (gtk_widget_get_visible (page->saved_bar));
  g_assert_true (gtk_toggle_button_get_active (page->watch));
  gtk_editable_set_text (GTK_EDITABLE (page->search), "kayes");
  sb_test_wait (has_one_document, page);
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");

  sb_test_activate (GTK_WIDGET (page), "document.remove-search");
  sb_test_wait (has_no_search, fixture->searches);
  sb_test_activate (GTK_WIDGET (fixture->window), "win.undo");
  sb_test_wait (has_search, fixture->searches);
  g_assert_cmpuint (fixture->n_told, ==, 1);

  /* As is a change of its name. */
  renamed = sb_saved_search_copy (g_ptr_array_index (sb_saved_searches_get_all (fixture->searches), 0));
  g_free (renamed->name);
  renamed->name = g_strdup ("Musique");
  sb_saved_searches_put (fixture->searches, renamed);
  sb_test_wait (is_renamed, fixture->searches);
  sb_test_activate (GTK_WIDGET (fixture->window), "win.undo");
  sb_test_wait (is_named_as_before, fixture->searches);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);
  g_test_add ("/app/desk-page/reads", Fixture, NULL, set_up, test_reads, tear_down);
  g_test_add ("/app/desk-page/passes-none-over", Fixture, NULL, set_up, test_passes_none_over, tear_down);
  g_test_add ("/app/desk-page/news", Fixture, NULL, set_up, test_news, tear_down);
  return sb_test_screen_run ();
}
