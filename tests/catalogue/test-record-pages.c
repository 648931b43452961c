/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-record-pages.h"

#include "sb-document.h"
#include "sb-record-builder.h"
#include "sb-search.h"
#include "sb-test-records.h"

typedef struct
{
  char *folder; /* (owned) */
  SbCatalogue *catalogue; /* (owned) */
  SbRecordPages *pages; /* (owned) */
  GArray *mirror; /* (owned) (element-type gint64) what the signals say */
  GString *log; /* (owned) the signals */
} Fixture;

static void
items_changed_cb (SbRecordPages *pages,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  Fixture *fixture)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (pages));

  g_string_append_printf (fixture->log, "%u-%u+%u ", position, n_removed, n_added);
  if (n_removed > 0)
    g_array_remove_range (fixture->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      gint64 id = sb_record_pages_get_id (pages, position + i);

      g_array_insert_val (fixture->mirror, position + i, id);
    }

  g_assert_cmpuint (fixture->mirror->len, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpint (g_array_index (fixture->mirror, gint64, i), ==, sb_record_pages_get_id (pages, i));
}

static void
wait_until_loaded (Fixture *fixture)
{
  while (sb_record_pages_is_loading (fixture->pages) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->catalogue = sb_test_open_catalogue (fixture->folder);

  fixture->mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->log = g_string_new (NULL);
  fixture->pages = sb_record_pages_new (fixture->catalogue);
  g_signal_connect (fixture->pages, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_array_unref (fixture->mirror);
  g_string_free (fixture->log, TRUE);
  g_assert_finalize_object (fixture->pages);
  sb_test_close_catalogue (fixture->catalogue);
  sb_test_remove_folder (fixture->folder);
}

static void
store_changes (Fixture *fixture,
               SbChangeSet *changes)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_string_truncate (fixture->log, 0);
  sb_catalogue_write_async (fixture->catalogue, changes, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  sb_catalogue_write_finish (fixture->catalogue, result, &error);
  g_assert_no_error (error);
  wait_until_loaded (fixture);
}

static SbRecord *
make_document (guint day,
               const char *title,
               const char *language)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autofree char *edtf = g_strdup_printf ("2026-04-%02u", day);
  g_autofree char *url = g_strdup_printf ("https://presse.example/%u", day);
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_text (builder, SB_DOCUMENT_URL, url);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, language);
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  return sb_record_builder_end (builder);
}

/* Documents of the days from @first on, one a day; every third one is in English, every
 * fifth one is of Kayes. */
static void
write_documents (Fixture *fixture,
                 guint first,
                 guint n_documents)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  for (guint day = first; day < first + n_documents; day++)
    {
      g_autofree char *title = g_strdup_printf ("Le %u, %s", day, day % 5 == 0 ? "blocus de Kayes" : "rien de nouveau");
      g_autoptr (SbRecord) document = make_document (day, title, day % 3 == 0 ? "en" : "fr");

      sb_change_set_put (changes, document);
    }

  store_changes (fixture, changes);
}

static void
list_documents (Fixture *fixture,
                SbQuery *query)
{
  g_string_truncate (fixture->log, 0);
  sb_record_pages_set_query (fixture->pages, query);
  wait_until_loaded (fixture);
}

static SbRecord *
get_record (Fixture *fixture,
            guint position)
{
  g_autoptr (SbRecordItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->pages), position);
  SbRecord *record;

  while ((record = sb_record_item_get_record (item)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_object_ref (record);
}

static void
mark (Fixture *fixture,
      guint position,
      const char *what)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_DOCUMENT, sb_record_pages_get_id (fixture->pages, position), NULL, NULL);

  if (g_str_equal (what, "read"))
    sb_change_set_mark_read (changes, ref, TRUE);
  else if (g_str_equal (what, "starred"))
    sb_change_set_mark_starred (changes, ref, TRUE);
  else
    sb_change_set_mark_archived (changes, ref, TRUE);
  store_changes (fixture, changes);
}

/* The ids are there at once; the records when they are looked at, and not all. */
static void
test_records (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (SbRecord) newest = NULL;
  g_autoptr (SbRecord) oldest = NULL;
  g_autoptr (SbRecordItem) item = NULL;
  g_autoptr (SbRecordItem) again = NULL;
  guint position;

  write_documents (fixture, 1, 28);
  list_documents (fixture, query);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+28 ");
  item = g_list_model_get_item (G_LIST_MODEL (fixture->pages), 3);
  again = g_list_model_get_item (G_LIST_MODEL (fixture->pages), 3);
  g_assert_true (item == again);
  g_assert_null (sb_record_item_get_record (item));

  newest = get_record (fixture, 0);
  oldest = get_record (fixture, 27);
  g_assert_cmpstr (sb_record_get_text (newest, SB_DOCUMENT_TITLE), ==, "Le 28, rien de nouveau");
  g_assert_cmpstr (sb_record_get_text (oldest, SB_DOCUMENT_TITLE), ==, "Le 1, rien de nouveau");
  g_assert_true (sb_record_pages_find (fixture->pages, sb_record_get_id (oldest), &position));
  g_assert_cmpuint (position, ==, 27);
  g_assert_false (sb_record_pages_find (fixture->pages, 999999, &position));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->pages), 28));
}

/* What is new is told and nothing else, and a record that changes by its item. */
static void
test_follows (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (SbRecordItem) item = NULL;

  write_documents (fixture, 5, 20);
  list_documents (fixture, query);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->pages), 2);
  while (sb_record_item_get_record (item) == NULL)
    g_main_context_iteration (NULL, TRUE);

  write_documents (fixture, 25, 2);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+2 ");
  write_documents (fixture, 3, 2);
  g_assert_cmpstr (fixture->log->str, ==, "22-0+2 ");

  mark (fixture, 4, "starred");
  g_assert_cmpstr (fixture->log->str, ==, "");
  while (!sb_record_get_boolean (sb_record_item_get_record (item), SB_DOCUMENT_STARRED))
    g_main_context_iteration (NULL, TRUE);
}

/* What is kept stays where it stood though it is read; until there is another query, or
 * it is let go of, or taken out of the catalogue. */
static void
test_keeps (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (SbQuery) all = sb_query_new (SB_KIND_DOCUMENT);
  gint64 kept;

  query->flags = SB_QUERY_UNREAD;
  write_documents (fixture, 1, 6);
  list_documents (fixture, query);
  kept = sb_record_pages_get_id (fixture->pages, 2);
  sb_record_pages_keep (fixture->pages, kept);
  mark (fixture, 2, "read");
  g_assert_cmpstr (fixture->log->str, ==, "");
  mark (fixture, 1, "read");
  g_assert_cmpstr (fixture->log->str, ==, "1-1+0 ");
  g_assert_cmpint (sb_record_pages_get_id (fixture->pages, 1), ==, kept);

  sb_record_pages_let_go (fixture->pages, kept);
  mark (fixture, 0, "starred");
  g_assert_cmpstr (fixture->log->str, ==, "1-1+0 ");

  list_documents (fixture, all);
  list_documents (fixture, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->pages)), ==, 4);
}

static void
index_all (Fixture *fixture)
{
  g_autofree char *path = g_strdup (sb_catalogue_get_path (fixture->catalogue));
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  sb_store_index (store, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What restricts a list of documents, alone and together. */
static void
test_restrictions (Fixture *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *search;
    const char *language;
    SbQueryFlags flags;
    guint n;
  } cases[] = {
    { NULL, NULL, SB_QUERY_DEFAULT, 20 },
    { NULL, "en", SB_QUERY_DEFAULT, 6 },
    { NULL, NULL, SB_QUERY_IN_TRAY, 19 },
    { NULL, NULL, SB_QUERY_PUT_AWAY, 1 },
    { NULL, "fr", SB_QUERY_PUT_AWAY | SB_QUERY_STARRED, 0 },
    { "kayes", NULL, SB_QUERY_DEFAULT, 4 },
    { "kayes", "en", SB_QUERY_DEFAULT, 1 },
    { "\"blocus de kayes\" lang:fr", NULL, SB_QUERY_GROUPED, 3 },
    { "kayes OR nouveau", NULL, SB_QUERY_IN_TRAY, 19 },
    { "kayes since:2026-04-10", NULL, SB_QUERY_DEFAULT, 3 },
    { "nouveau", NULL, SB_QUERY_STARRED, 1 },
    { "gao", NULL, SB_QUERY_DEFAULT, 0 },
  };
  g_autoptr (SbQuery) all = sb_query_new (SB_KIND_DOCUMENT);

  write_documents (fixture, 1, 20);
  index_all (fixture);
  list_documents (fixture, all);
  mark (fixture, 1, "archived");
  mark (fixture, 2, "starred");
  index_all (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);

      query->search = g_strdup (cases[i].search);
      query->language = g_strdup (cases[i].language);
      query->flags = cases[i].flags;
      g_test_message ("case %u", i);
      list_documents (fixture, query);
      g_assert_null (sb_record_pages_get_error (fixture->pages));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->pages)), ==, cases[i].n);
    }
}

/* A search that cannot be understood says so; what was listed before stays. */
static void
test_error (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (SbQuery) wrong = sb_query_new (SB_KIND_DOCUMENT);

  write_documents (fixture, 1, 3);
  list_documents (fixture, query);
  wrong->search = g_strdup ("kind:nonsense");
  list_documents (fixture, wrong);
  g_assert_error (sb_record_pages_get_error (fixture->pages), SB_SEARCH_ERROR, SB_SEARCH_ERROR_KIND);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->pages)), ==, 3);

  list_documents (fixture, query);
  g_assert_no_error (sb_record_pages_get_error (fixture->pages));
  sb_record_pages_set_query (fixture->pages, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->pages)), ==, 0);
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
    { "/catalogue/record-pages/records", test_records },
    { "/catalogue/record-pages/follows", test_follows },
    { "/catalogue/record-pages/keeps", test_keeps },
    { "/catalogue/record-pages/restrictions", test_restrictions },
    { "/catalogue/record-pages/error", test_error },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
