/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-record-list.h"

#include "sb-actor.h"
#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-record-diff.h"
#include "sb-test-records.h"

typedef struct
{
  char *folder; /* (owned) */
  SbCatalogue *catalogue; /* (owned) */
  SbRecordList *list; /* (owned) */
  GPtrArray *mirror; /* (owned) (element-type SbRecord) what the signals say */
  GString *log; /* (owned) the signals */
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  gpointer user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->log, "%u-%u+%u ", position, n_removed, n_added);
  if (n_removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (fixture->mirror, (int) (position + i), g_list_model_get_item (model, position + i));

  g_assert_cmpuint (fixture->mirror->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < fixture->mirror->len; i++)
    {
      g_autoptr (SbRecord) record = g_list_model_get_item (model, i);

      g_assert_true (record == g_ptr_array_index (fixture->mirror, i));
    }
}

static void
wait_until_loaded (Fixture *fixture)
{
  while (sb_record_list_is_loading (fixture->list) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  fixture->folder = sb_test_make_folder ();
  fixture->catalogue = sb_test_open_catalogue (fixture->folder);

  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->log = g_string_new (NULL);
  fixture->list = sb_record_list_new (fixture->catalogue, query);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  wait_until_loaded (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->mirror);
  g_string_free (fixture->log, TRUE);
  g_assert_finalize_object (fixture->list);
  sb_test_close_catalogue (fixture->catalogue);
  sb_test_remove_folder (fixture->folder);
}

static void
store_records (Fixture *fixture,
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

/* Events of the first days of a month, the newest first in the list. */
static void
write_events (Fixture *fixture,
              guint n_events)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *edtf = g_strdup_printf ("2026-04-%02u", 1 + i);
      g_autoptr (SbRecord) event = sb_test_make_event (edtf, edtf);

      sb_change_set_put (changes, event);
    }

  store_records (fixture, changes);
}

static SbRecord *
get_row (Fixture *fixture,
         guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) event = sb_test_make_event ("Attaque", "2026-04-02");
  g_autoptr (SbRecord) same = NULL;
  g_autoptr (SbRecord) before = NULL;

  g_assert_cmpuint (fixture->mirror->len, ==, 0);
  write_events (fixture, 3);
  g_assert_cmpstr (fixture->log->str, ==, "0-0+3 ");

  before = get_row (fixture, 0);
  sb_change_set_put (changes, event);
  store_records (fixture, changes);
  g_assert_cmpstr (fixture->log->str, ==, "1-0+1 ");

  /* A row that did not change is the same object. */
  same = get_row (fixture, 0);
  g_assert_true (same == before);
}

static void
test_edit_and_remove (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (SbChangeSet) edit = sb_change_set_new (NULL);
  g_autoptr (SbChangeSet) removal = sb_change_set_new (NULL);
  g_autoptr (SbRecord) row = NULL;
  g_autoptr (SbRecord) edited = NULL;
  g_autoptr (SbRef) ref = NULL;
  SbRecordBuilder *builder;

  write_events (fixture, 5);
  row = get_row (fixture, 2);
  builder = sb_record_builder_new_from (row);
  sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, "Résumé", NULL);
  edited = sb_record_builder_end (builder);
  sb_change_set_put (edit, edited);
  store_records (fixture, edit);
  g_assert_cmpstr (fixture->log->str, ==, "2-1+1 ");

  ref = sb_record_dup_ref (row);
  sb_change_set_remove (removal, ref);
  store_records (fixture, removal);
  g_assert_cmpstr (fixture->log->str, ==, "2-1+0 ");
  g_assert_cmpuint (fixture->mirror->len, ==, 4);
}

/* A row shows the names of what it refers to. */
static void
test_renamed_actor (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbChangeSet) rename = sb_change_set_new (NULL);
  g_autoptr (SbRecord) actor = sb_test_make_record (SB_KIND_ACTOR, 0);
  g_autoptr (SbRecord) renamed = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (actor);

  store_records (fixture, all);
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Un autre nom", NULL);
  renamed = sb_record_builder_end (builder);
  sb_change_set_put (rename, renamed);
  store_records (fixture, rename);
  g_assert_cmpuint (fixture->log->len, >, 0);
}

static void
test_other_kind (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");

  write_events (fixture, 2);
  sb_change_set_put (changes, actor);
  store_records (fixture, changes);
  g_assert_cmpstr (fixture->log->str, ==, "");
}

static void
test_query (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  write_events (fixture, 10);
  query->has_period = TRUE;
  query->first_day = sb_day_from_ymd (2026, 4, 3);
  query->last_day = sb_day_from_ymd (2026, 4, 5);
  sb_record_list_set_query (fixture->list, query);
  g_assert_true (sb_record_list_is_loading (fixture->list));
  wait_until_loaded (fixture);
  g_assert_cmpuint (fixture->mirror->len, ==, 3);

  sb_record_list_set_query (fixture->list, NULL);
  g_assert_cmpuint (fixture->mirror->len, ==, 0);
}

static GPtrArray *
make_rows (const char *letters)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *p = letters; *p != '\0'; p++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
      const char name[] = { *p, '\0' };

      /* A capital is the same record with another name. */
      sb_record_builder_set_id (builder, g_ascii_tolower (*p));
      sb_record_builder_set_uuid (builder, "00000000-0000-4000-8000-000000000000");
      sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, NULL);
      g_ptr_array_add (rows, sb_record_builder_end (builder));
    }

  return rows;
}

static void
test_diff (void)
{
  static const struct
  {
    const char *old;
    const char *new;
    const char *splices;
  } cases[] = {
    { "", "", "" },
    { "abc", "abc", "" },
    { "", "abc", "0-0+3 " },
    { "abc", "", "0-3+0 " },
    { "abc", "axbc", "1-0+1 " },
    { "abcd", "aCd", "1-2+1 " },
    { "abc", "aBc", "1-1+1 " },
    { "abcdef", "Abcdex", "0-1+1 5-1+1 " },
    { "abcd", "bcda", "0-1+0 3-0+1 " },
    { "abcd", "dabc", "0-3+0 1-0+3 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) old = make_rows (cases[i].old);
      g_autoptr (GPtrArray) new = make_rows (cases[i].new);
      g_autoptr (GArray) splices = _sb_record_diff (old, new);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < splices->len; j++)
        {
          const SbSplice *splice = &g_array_index (splices, SbSplice, j);

          g_string_append_printf (text, "%u-%u+%u ", splice->position, splice->n_removed, splice->n_added);
        }
      g_test_message ("%s to %s", cases[i].old, cases[i].new);
      g_assert_cmpstr (text->str, ==, cases[i].splices);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/record-list/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("edit-and-remove", test_edit_and_remove);
  ADD ("renamed-actor", test_renamed_actor);
  ADD ("other-kind", test_other_kind);
  ADD ("query", test_query);
#undef ADD
  g_test_add_func ("/catalogue/record-list/diff", test_diff);

  return g_test_run ();
}
