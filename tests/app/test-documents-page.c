/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-document.h"
#include "sb-documents-page-private.h"
#include "sb-test-desk.h"

/* Documents of the sample, one of each group. */
#define N_DOCUMENTS 16

typedef struct
{
  SbApplication *application;
  SbWindow *window;
  SbDocumentsPage *page;
} Fixture;

static guint
get_n (SbDocumentsPage *page)
{
  return page->documents != NULL ? g_list_model_get_n_items (G_LIST_MODEL (page->documents)) : 0;
}

/* How many documents are waited for. */
typedef struct
{
  SbDocumentsPage *page;
  guint n;
} Wanted;

static gboolean
has_fewer (gpointer data)
{
  return get_n (((Wanted *) data)->page) < ((Wanted *) data)->n;
}

static gboolean
has_n (gpointer data)
{
  return get_n (((Wanted *) data)->page) == ((Wanted *) data)->n;
}

static void
wait_for_n (SbDocumentsPage *page,
            guint n)
{
  sb_test_wait (has_n, &(Wanted) { page, n });
}

static guint
count_unread (SbDocumentsPage *page)
{
  return sb_document_place_get_count (sb_document_places_find (page->places, "unread"));
}

static gboolean
has_unread (gpointer data)
{
  return count_unread (((Wanted *) data)->page) == ((Wanted *) data)->n;
}

static gboolean
has_all (gpointer data)
{
  return get_n (data) == N_DOCUMENTS;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->application = sb_test_desk_start ();
  fixture->window = sb_test_desk_open_window (fixture->application);
  fixture->page = SB_DOCUMENTS_PAGE (sb_test_desk_show_page (fixture->window, "documents"));
  sb_test_wait (has_all, fixture->page);
}

static void
close_window (Fixture *fixture)
{
  /* GTK does not free a list whose rows it is just making. */
  sb_test_wait_for_frame (GTK_WIDGET (fixture->window));
  sb_test_wait_for_frame (GTK_WIDGET (fixture->window));
  sb_test_desk_show_page (fixture->window, "desk");
  sb_test_desk_close_window (fixture->window);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  close_window (fixture);
  sb_test_desk_stop (fixture->application);
}

static void
press (Fixture *fixture,
       const char *key)
{
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->page), key));
}

static gboolean
is_selected_read (gpointer data)
{
  SbDocumentsPage *page = data;
  SbRecord *record = sb_document_view_get_record (page->view);
  SbRecord *read = sb_reading_pane_get_document (page->pane);

  return record != NULL && read != NULL && sb_record_get_id (record) == sb_record_get_id (read) &&
         sb_record_has (record, SB_DOCUMENT_READ);
}

static gboolean
is_selected_starred (gpointer data)
{
  SbRecord *record = sb_document_view_get_record (SB_DOCUMENTS_PAGE (data)->view);

  return record != NULL && sb_record_get_boolean (record, SB_DOCUMENT_STARRED);
}

static gboolean
is_selected_plain (gpointer data)
{
  return !is_selected_starred (data);
}

static gboolean
has_one_less (gpointer data)
{
  return get_n (data) == N_DOCUMENTS - 1;
}

/* From document to document, each read as it is chosen; stars and the archive. */
static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  SbDocumentsPage *page = fixture->page;
  SbSession *session = sb_window_get_session (fixture->window);
  gint64 first;

  press (fixture, "j");
  sb_test_wait (is_selected_read, page);
  first = sb_document_view_get_selected (page->view);
  g_assert_cmpint (first, ==, sb_record_pages_get_id (page->documents, 0));
  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (session)), ==, first);

  press (fixture, "j");
  press (fixture, "j");
  g_assert_cmpint (sb_document_view_get_selected (page->view), ==, sb_record_pages_get_id (page->documents, 2));
  press (fixture, "k");
  sb_test_wait (is_selected_read, page);
  g_assert_cmpint (sb_document_view_get_selected (page->view), ==, sb_record_pages_get_id (page->documents, 1));

  /* The keyboard has come along: Enter goes into the text of that one. */
  g_assert_true (sb_test_press (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "Return"));
  g_assert_cmpint (sb_document_view_get_selected (page->view), ==, sb_record_pages_get_id (page->documents, 1));

  press (fixture, "s");
  sb_test_wait (is_selected_starred, page);
  press (fixture, "s");
  sb_test_wait (is_selected_plain, page);

  press (fixture, "a");
  sb_test_wait (has_one_less, page);
  sb_test_wait (is_selected_read, page);
  g_assert_cmpint (sb_document_view_get_selected (page->view), ==, sb_record_pages_get_id (page->documents, 1));

  /* What was put away is in its place, and back in the list once it is taken out. */
  gtk_list_box_select_row (page->places_list, gtk_list_box_get_row_at_index (page->places_list, 3));
  wait_for_n (page, 1);
  g_assert_true (sb_document_view_choose (page->view, sb_record_pages_get_id (page->documents, 0)));
  sb_test_wait (is_selected_read, page);
  press (fixture, "a");
  wait_for_n (page, 0);
  gtk_list_box_select_row (page->places_list, gtk_list_box_get_row_at_index (page->places_list, 0));
  sb_test_wait (has_all, page);
}

/* What was put away by mistake is taken out again where that is told. */
static void
test_take_out (Fixture *fixture,
               gconstpointer data)
{
  SbDocumentsPage *page = fixture->page;
  gint64 first = sb_record_pages_get_id (page->documents, 0);

  press (fixture, "j");
  sb_test_wait (is_selected_read, page);
  press (fixture, "a");
  sb_test_wait (has_one_less, page);
  g_assert_cmpint (sb_document_view_get_selected (page->view), !=, first);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (fixture->window), "Put away: it is in the archive, and found by searching."));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.take-out", "x", first));
  sb_test_wait (has_all, page);
  g_assert_cmpint (sb_document_view_get_selected (page->view), ==, first);
}

static gboolean
has_some (gpointer data)
{
  guint n = get_n (data);

  return n > 0 && n < N_DOCUMENTS;
}

static gboolean
has_problem (gpointer data)
{
  return gtk_widget_has_css_class (GTK_WIDGET (SB_DOCUMENTS_PAGE (data)->problem), "error");
}

static gboolean
is_empty (gpointer data)
{
  return get_n (data) == 0 && sb_test_find_label (GTK_WIDGET (data), "Nothing found") != NULL;
}

/* The same words as on the command line; what is wrong with them is said, and an empty
 * list says what to do. */
static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  SbDocumentsPage *page = fixture->page;
  GtkEditable *search = GTK_EDITABLE (page->search);
  guint n_all;

  press (fixture, "slash");
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (page)) != NULL);
  gtk_editable_set_text (search, "blocus");
  sb_test_wait (has_some, page);
  n_all = get_n (page);

  gtk_editable_set_text (search, "blocus lang:en");
  sb_test_wait (has_fewer, &(Wanted) { page, n_all });

  gtk_editable_set_text (search, "kind:nonsense");
  sb_test_wait (has_problem, page);
  gtk_editable_set_text (search, "xyzzyx");
  sb_test_wait (is_empty, page);
  sb_test_activate (GTK_WIDGET (page), "document.clear-search");
  sb_test_wait (has_all, page);
  g_assert_false (has_problem (page));
}

/* From the search into the list, to a row that is not selected yet: Enter opens it. */
static void
test_search_to_row (Fixture *fixture,
                    gconstpointer data)
{
  SbDocumentsPage *page = fixture->page;

  press (fixture, "slash");
  g_assert_cmpint (sb_document_view_get_selected (page->view), ==, 0);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (page->view), GTK_DIR_DOWN));
  g_assert_true (sb_test_press (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "Return"));
  g_assert_cmpint (sb_document_view_get_selected (page->view), ==, sb_record_pages_get_id (page->documents, 0));
  sb_test_wait (is_selected_read, page);
}

static gboolean
has_unread_some (gpointer data)
{
  SbDocumentPlace *place = sb_document_places_find (SB_DOCUMENTS_PAGE (data)->places, "unread");

  return sb_document_place_get_count (place) > 0;
}

/* In the list of the unread, what is read stays under the eyes, and the count follows. */
static void
test_unread (Fixture *fixture,
             gconstpointer data)
{
  SbDocumentsPage *page = fixture->page;
  guint n;
  guint n_listed;

  gtk_list_box_select_row (page->places_list, gtk_list_box_get_row_at_index (page->places_list, 1));
  sb_test_wait (has_unread_some, page);
  n = count_unread (page);
  wait_for_n (page, n);

  press (fixture, "n");
  sb_test_wait (is_selected_read, page);
  sb_test_wait (has_unread, &(Wanted) { page, n - 1 });
  n_listed = get_n (page);
  g_assert_cmpuint (n_listed, ==, n);
  gtk_list_box_select_row (page->places_list, gtk_list_box_get_row_at_index (page->places_list, 0));
  sb_test_wait (has_all, page);
}

/* Filters and place come back with the next window. */
static void
test_remembers (Fixture *fixture,
                gconstpointer data)
{
  GSettings *settings = sb_context_get_settings (sb_application_get_context (fixture->application));

  g_settings_set_string (settings, "documents-language", "en");
  g_settings_set_string (settings, "documents-place", "starred");
  close_window (fixture);
  fixture->window = sb_test_desk_open_window (fixture->application);
  fixture->page = SB_DOCUMENTS_PAGE (sb_test_desk_show_page (fixture->window, "documents"));
  g_assert_true (sb_document_filter_bar_is_active (fixture->page->filters));
  g_assert_cmpstr (fixture->page->place_key, ==, "starred");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->page->filters_button), "filtering"));

  sb_test_activate (GTK_WIDGET (fixture->page), "document.clear-filters");
  g_assert_false (sb_document_filter_bar_is_active (fixture->page->filters));
  gtk_list_box_select_row (fixture->page->places_list, gtk_list_box_get_row_at_index (fixture->page->places_list, 0));
  sb_test_wait (has_all, fixture->page);
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture,
                 gconstpointer data);
  } tests[] = {
    { "/app/documents-page/keys", test_keys },
    { "/app/documents-page/take-out", test_take_out },
    { "/app/documents-page/search", test_search },
    { "/app/documents-page/search-to-row", test_search_to_row },
    { "/app/documents-page/unread", test_unread },
    { "/app/documents-page/remembers", test_remembers },
  };

  sb_test_desk_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return sb_test_screen_run ();
}
