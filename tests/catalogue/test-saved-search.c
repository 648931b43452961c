/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-saved-search.h"

#include "sb-document.h"
#include "sb-history.h"
#include "sb-record-builder.h"
#include "sb-search.h"
#include "sb-test-records.h"

/* The clock of the tests stands at 2026-05-20. */
#define TODAY    "2026-05-20"
#define LONG_AGO "2024-05-20"

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  gint64 id; /* of the search for Kayes, which is watched */
} Fixture;

static void
add_document (Fixture *fixture,
              const char *title,
              const char *edtf)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (GError) error = NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  document = sb_record_builder_end (builder);
  sb_test_put (fixture->store, document, NULL);
  sb_store_index (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
save (Fixture *fixture,
      const char *name,
      const char *query,
      gboolean is_watched)
{
  const SbSavedSearch search = { .name = (char *) name, .query = (char *) query, .is_watched = is_watched };
  g_autoptr (GError) error = NULL;
  gint64 id = sb_store_put_saved_search (fixture->store, &search, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  add_document (fixture, "Le blocus de Kayes", "2026-05-01");
  add_document (fixture, "Nuit calme à Gao", "2026-05-02");
  fixture->id = save (fixture, "Kayes", "kayes", TRUE);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  sb_test_remove_folder (fixture->folder);
}

/* The search, counted. */
static SbSavedSearch *
get_counted (Fixture *fixture,
             gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = sb_store_list_saved_searches (fixture->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      SbSavedSearch *search = g_ptr_array_index (all, i);

      if (search->id != id)
        continue;

      sb_store_count_saved_search (fixture->store, search, &error);
      g_assert_no_error (error);
      return sb_saved_search_copy (search);
    }

  return NULL;
}

static void
check_counts (Fixture *fixture,
              int n_all,
              int n_new,
              guint n_news)
{
  g_autoptr (SbSavedSearch) search = get_counted (fixture, fixture->id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) news = sb_store_list_news (fixture->store, search, 30, &error);

  g_assert_no_error (error);
  g_assert_cmpint (search->n_all, ==, n_all);
  g_assert_cmpint (search->n_new, ==, n_new);
  g_assert_cmpuint (news->len, ==, n_news);
}

/* What was there when it was saved is not new; what was published long ago is new, and
 * no news; and nothing is told twice. */
static void
test_news (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  check_counts (fixture, 1, 0, 0);
  add_document (fixture, "Camions brûlés près de Kayes", TODAY);
  check_counts (fixture, 2, 1, 1);
  add_document (fixture, "Nuit calme à Gao, encore", TODAY);
  check_counts (fixture, 2, 1, 1);
  add_document (fixture, "Kayes, il y a deux ans", LONG_AGO);
  check_counts (fixture, 3, 2, 1);

  g_assert_true (sb_store_mark_news_told (fixture->store, &error));
  g_assert_no_error (error);
  check_counts (fixture, 3, 2, 0);
  g_assert_true (sb_store_mark_saved_search_seen (fixture->store, fixture->id, &error));
  check_counts (fixture, 3, 0, 0);
}

/* A search that is put otherwise, or is watched only now, tells of nothing that was
 * there; and is told of what comes then. */
static void
test_change (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbSavedSearch) search = NULL;
  g_autoptr (GError) error = NULL;

  add_document (fixture, "Gao sous couvre-feu", TODAY);
  search = get_counted (fixture, fixture->id);
  g_free (search->query);
  search->query = g_strdup ("gao");
  g_assert_cmpint (sb_store_put_saved_search (fixture->store, search, NULL, &error), ==, fixture->id);
  check_counts (fixture, 2, 1, 0);
  add_document (fixture, "Gao de nouveau calme", TODAY);
  check_counts (fixture, 3, 2, 1);

  g_free (search->name);
  search->name = g_strdup ("Gao");
  sb_store_put_saved_search (fixture->store, search, NULL, &error);
  g_assert_no_error (error);
  check_counts (fixture, 3, 2, 1);
}

/* What is forgotten is gone; put back, it has seen what it had seen. */
static void
test_remove (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbSavedSearch) search = NULL;
  g_autoptr (SbSavedSearch) gone = NULL;
  g_autoptr (GError) error = NULL;

  add_document (fixture, "Kayes ravitaillée", TODAY);
  search = get_counted (fixture, fixture->id);
  g_assert_true (sb_store_remove_saved_search (fixture->store, search->uuid, NULL, &error));
  gone = get_counted (fixture, fixture->id);
  g_assert_null (gone);

  search->id = 0;
  fixture->id = sb_store_put_saved_search (fixture->store, search, NULL, &error);
  g_assert_no_error (error);
  check_counts (fixture, 2, 1, 1);
}

/* The names of the searches, one after the other. */
static char *
dup_names (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = sb_store_list_saved_searches (fixture->store, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((SbSavedSearch *) g_ptr_array_index (all, i))->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (Fixture *fixture,
              const char *expected)
{
  g_autofree char *names = dup_names (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static void
step_back (Fixture *fixture,
           const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = sb_store_undo (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, label);
}

static void
step_forward (Fixture *fixture,
              const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *redone = sb_store_redo (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (redone, ==, label);
}

/* To save, to rename and to remove are units of work, undone and redone in their order;
 * one that comes back has seen what it had seen. */
static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  const SbSavedSearch added = { .name = (char *) "Gao", .query = (char *) "gao" };
  const SbHistoryQuery query = { .limit = 1 };
  g_autoptr (SbSavedSearch) search = get_counted (fixture, fixture->id);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const SbHistoryChange *change;
  g_autoptr (GError) error = NULL;

  sb_store_put_saved_search (fixture->store, &added, "Save", &error);
  g_assert_no_error (error);
  g_free (search->name);
  search->name = g_strdup ("Zayes");
  sb_store_put_saved_search (fixture->store, search, "Rename", &error);
  g_assert_no_error (error);
  add_document (fixture, "Kayes ravitaillée", TODAY);
  g_assert_true (sb_store_remove_saved_search (fixture->store, search->uuid, "Remove", &error));
  assert_names (fixture, "Gao");

  units = sb_store_list_history (fixture->store, &query, &error);
  g_assert_no_error (error);
  change = g_ptr_array_index (((SbHistoryUnit *) g_ptr_array_index (units, 0))->changes, 0);
  g_assert_cmpint (change->what, ==, SB_HISTORY_REMOVED);
  g_assert_cmpstr (change->tie, ==, "saved-search");
  g_assert_cmpstr (sb_ref_get_name (change->ref, SB_LANGUAGE_FR), ==, "Zayes");

  step_back (fixture, "Remove");
  assert_names (fixture, "Gao, Zayes");
  step_back (fixture, "Rename");
  assert_names (fixture, "Gao, Kayes");
  step_back (fixture, "Save");
  assert_names (fixture, "Kayes");
  step_forward (fixture, "Save");
  step_forward (fixture, "Rename");
  assert_names (fixture, "Gao, Zayes");
  step_forward (fixture, "Remove");
  assert_names (fixture, "Gao");
  step_back (fixture, "Remove");
  all = sb_store_list_saved_searches (fixture->store, &error);
  fixture->id = ((SbSavedSearch *) g_ptr_array_index (all, 1))->id;
  check_counts (fixture, 2, 1, 1);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  static const char *const queries[] = { "", "kayes OR", "acteur:Personne", "kind:nonsense" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      const SbSavedSearch search = { .name = (char *) "x", .query = (char *) queries[i] };
      g_autoptr (GError) error = NULL;

      g_test_message ("query “%s”", queries[i]);
      g_assert_cmpint (sb_store_put_saved_search (fixture->store, &search, NULL, &error), ==, 0);
      g_assert_true (error != NULL && error->domain == SB_SEARCH_ERROR);
    }
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
    { "/catalogue/saved-search/news", test_news },
    { "/catalogue/saved-search/change", test_change },
    { "/catalogue/saved-search/remove", test_remove },
    { "/catalogue/saved-search/undo", test_undo },
    { "/catalogue/saved-search/refused", test_refused },
  };

  g_test_init (&argc, &argv, NULL);
  g_setenv ("SB_CLOCK", TODAY "T12:00:00Z", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
