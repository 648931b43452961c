/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-certainty.h"
#include "sb-record-builder.h"
#include "sb-record-error.h"
#include "sb-test-records.h"

/* Lists as of a day and lists of a period, which are SQL, find what could hold
 * or could have been by sb-certainty.h, which is C: every date against every
 * other, for every kind that is dated. */

static const char *const dates[] = {
  NULL,
  "2025-09-03",
  "2025-09-03~",
  "2025-09",
  "2025-09?",
  "2025-22",
  "2025",
  "2025%",
  "202X",
  "20XX",
  "2025-09-05/2025-09-06",
  "2025-03/2025-10-15",
  "2025-09-03/..",
  "2025-09/",
  "../2025-09-03",
  "/2025",
  "../2025-06~",
  "2024-09-03/",
  "2018~/",
};

static const char *const days[] = {
  "1950-01-01",
  "2019-12-31",
  "2024-09-03",
  "2025-01-01",
  "2025-05-31",
  "2025-09-01",
  "2025-09-03",
  "2025-09-06",
  "2025-09-30",
  "2025-10-01",
  "2026-01-01",
  "2100-01-01",
};

/* Of the dates, those that an end is tried with. */
static const guint ends[] = { 0, 1, 4, 7, 10, 12, 13, 14, 17, 18 };

/* A record that was stored, and its dates. */
typedef struct
{
  char *uuid; /* (owned) */
  SbDate *since; /* (owned) (nullable) or the only date */
  SbDate *until; /* (owned) (nullable) */
} Dated;

static void
dated_clear (gpointer data)
{
  Dated *dated = data;

  g_clear_pointer (&dated->uuid, g_free);
  g_clear_pointer (&dated->since, sb_date_unref);
  g_clear_pointer (&dated->until, sb_date_unref);
}

static SbDate *
read_date (const char *edtf)
{
  return edtf != NULL ? sb_date_new (edtf, NULL) : NULL;
}

static int
read_day (const char *text)
{
  int day;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

static void
add_dated (GArray *all,
           SbChangeSet *changes,
           SbKind kind,
           const char *since_name,
           const char *since,
           const char *until)
{
  g_autoptr (SbRecord) example = sb_test_make_record (kind, 1);
  SbRecordBuilder *builder = sb_record_builder_new_from (example);
  Dated dated = { g_uuid_string_random (), read_date (since), read_date (until) };
  g_autoptr (SbRecord) record = NULL;
  int until_field = sb_schema_find (sb_kind_get_schema (kind), "until");

  sb_record_builder_set_id (builder, 0);
  sb_record_builder_set_uuid (builder, dated.uuid);
  sb_record_builder_set_date (builder, (guint) sb_schema_find (sb_kind_get_schema (kind), since_name), dated.since);
  if (until_field >= 0)
    sb_record_builder_set_date (builder, (guint) until_field, dated.until);
  record = sb_record_builder_end (builder);

  /* What ends before it begins is no record. */
  if (sb_record_validate (record, NULL))
    {
      sb_change_set_put (changes, record);
      g_array_append_val (all, dated);
    }
  else
    dated_clear (&dated);
}

/* Stores one record of @kind for each pair of dates, or each date. */
static GArray *
store_all (SbStore *store,
           SbKind kind,
           const char *since_name)
{
  gboolean may_be_without = (sb_kind_get_schema (kind)->fields[sb_schema_find (sb_kind_get_schema (kind), since_name)].flags & SB_FIELD_REQUIRED) == 0;
  gboolean has_end = sb_schema_find (sb_kind_get_schema (kind), "until") >= 0;
  g_autoptr (SbChangeSet) changes = sb_test_make_all (NULL);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Dated));
  g_autoptr (GError) error = NULL;

  g_array_set_clear_func (all, dated_clear);
  for (guint i = may_be_without ? 0 : 1; i < G_N_ELEMENTS (dates); i++)
    for (guint j = 0; j < (has_end ? G_N_ELEMENTS (ends) : 1); j++)
      add_dated (all, changes, kind, since_name, dates[i], has_end ? dates[ends[j]] : NULL);

  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);
  return all;
}

/* The UUIDs of what @query finds. */
static GHashTable *
find_uuids (SbStore *store,
            const SbQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sb_store_list (store, query, &error);
  GHashTable *uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_assert_true (g_hash_table_add (uuids, g_strdup (sb_record_get_uuid (g_ptr_array_index (records, i)))));

  g_assert_cmpint (sb_store_count (store, query, &error), ==, records->len);
  return uuids;
}

static void
check_found (GHashTable *found,
             const Dated *dated,
             SbKind kind,
             const char *day,
             SbCertainty expected)
{
  if (g_hash_table_contains (found, dated->uuid) == (expected != SB_CERTAINTY_NO))
    return;

  g_test_message ("%s %s – %s on %s: %s", sb_kind_get_name (kind),
                  dated->since != NULL ? sb_date_get_edtf (dated->since) : "?",
                  dated->until != NULL ? sb_date_get_edtf (dated->until) : "?", day, sb_certainty_get_name (expected));
  g_test_fail ();
}

static void
test_holding (void)
{
  static const SbKind kinds[] = { SB_KIND_RELATION, SB_KIND_ALLIANCE, SB_KIND_RESTRICTION, SB_KIND_CONTROL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      char *folder = sb_test_make_folder ();
      g_autoptr (SbStore) store = sb_test_open_store (folder);
      g_autoptr (GArray) all = store_all (store, kinds[i], "since");

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        {
          g_autoptr (SbQuery) query = sb_query_new (kinds[i]);
          g_autoptr (GHashTable) found = NULL;

          query->has_as_of = TRUE;
          query->as_of = read_day (days[j]);
          found = find_uuids (store, query);
          for (guint k = 0; k < all->len; k++)
            {
              const Dated *dated = &g_array_index (all, Dated, k);

              check_found (found, dated, kinds[i], days[j], sb_certainty_of_holding (dated->since, dated->until, query->as_of));
            }
        }

      g_clear_object (&store);
      sb_test_remove_folder (folder);
    }
}

/* Of what has one date: what could have been by that day, and could be in a
 * period that begins on it. */
static void
check_day (SbStore *store,
           SbKind kind,
           GArray *all,
           const char *day)
{
  g_autoptr (SbQuery) by = sb_query_new (kind);
  g_autoptr (SbQuery) in = sb_query_new (kind);
  g_autoptr (GHashTable) found_by = NULL;
  g_autoptr (GHashTable) found_in = NULL;

  by->has_as_of = TRUE;
  by->as_of = read_day (day);
  in->has_period = TRUE;
  in->first_day = by->as_of;
  in->last_day = by->as_of + 30;
  found_by = find_uuids (store, by);
  found_in = find_uuids (store, in);
  for (guint i = 0; i < all->len; i++)
    {
      const Dated *dated = &g_array_index (all, Dated, i);

      check_found (found_by, dated, kind, day, sb_certainty_of_being_past (dated->since, by->as_of));
      check_found (found_in, dated, kind, day, sb_certainty_of_falling (dated->since, in->first_day, in->last_day));
    }
}

static void
test_falling (void)
{
  static const SbKind kinds[] = { SB_KIND_EVENT, SB_KIND_CLAIM, SB_KIND_INSTRUMENT, SB_KIND_FIGURE, SB_KIND_JUDGEMENT, SB_KIND_RECOMMENDATION };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      char *folder = sb_test_make_folder ();
      g_autoptr (SbStore) store = sb_test_open_store (folder);
      g_autoptr (GArray) all = store_all (store, kinds[i], "date");

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        check_day (store, kinds[i], all, days[j]);

      g_clear_object (&store);
      sb_test_remove_folder (folder);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/store-as-of/holding", test_holding);
  g_test_add_func ("/catalogue/store-as-of/falling", test_falling);

  return g_test_run ();
}
