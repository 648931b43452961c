/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-event.h"
#include "sb-list-words.h"
#include "sb-made-events.h"
#include "sb-record-builder.h"
#include "sb-search.h"
#include "sb-test-records.h"
#include "sb-words.h"

/* Lists by the words of titles: whether they are found by the full-text index, by
 * going through the list, or wait for being indexed, they are the same, and what is
 * worked out here from the records. */

/* With what belongs to them, more than may wait for being indexed. */
#define N_EVENTS 750

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbMadeEvents *made; /* (owned) */
} Fixture;

static const char *const texts[] = {
  "attaque",
  "ATTAQUE",
  "attaq village",
  "village attaque",
  "l’attaque",
  "taque",
  "clash",
  "at",
  "zzz",
  "zzzz licorne",
  "licorne",
  "L'Azawad",
  "azaw",
  "zawad",
  "depeche",
  "Dépêche 3",
  "3",
  "blocus",
  "hommes armes",
  "Ba",
  "",
};

static const SbKind kinds[] = { SB_KIND_EVENT, SB_KIND_CLAIM, SB_KIND_DOCUMENT, SB_KIND_EXTRACT, SB_KIND_PLACE };

static void
put_event (Fixture *fixture,
           const char *title)
{
  g_autoptr (SbRecord) event = sb_test_make_event (title, "2025-09-03");

  sb_test_put (fixture->store, event, NULL);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  fixture->made = sb_made_events_new (fixture->store, N_EVENTS, SB_MADE_SEED, &error);
  g_assert_no_error (error);
  put_event (fixture, "Une licorne dans l’Azawad");
  put_event (fixture, "Licornes");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->made, sb_made_events_free);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static gboolean
begins_a_word (const char *beginning,
               const char *text)
{
  g_autofree char *joined = sb_words_join (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit (joined, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], beginning))
      return TRUE;

  return FALSE;
}

static gboolean
has_all (SbRecord *record,
         const char *text)
{
  g_autofree char *joined = sb_words_join (text);
  g_auto (GStrv) words = g_strsplit (joined, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!begins_a_word (words[i], sb_record_get_title (record, SB_LANGUAGE_FR)) &&
        !begins_a_word (words[i], sb_record_get_title (record, SB_LANGUAGE_EN)))
      return FALSE;

  return TRUE;
}

/* @all are the records of the kind, in the order of @flags. */
static void
check_text (Fixture *fixture,
            GPtrArray *all,
            SbKind kind,
            SbQueryFlags flags,
            const char *text)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  query->flags = flags;
  query->text = g_strdup (text);
  records = sb_store_list (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, records->len);
  for (guint i = 0; i < all->len; i++)
    if (has_all (g_ptr_array_index (all, i), text))
      {
        g_assert_cmpuint (n, <, records->len);
        g_assert_cmpint (sb_record_get_id (g_ptr_array_index (records, n)), ==, sb_record_get_id (g_ptr_array_index (all, i)));
        n++;
      }
  g_assert_cmpuint (records->len, ==, n);

  /* A page behind the first. */
  if (n < 3)
    return;
  query->after = sb_record_get_id (g_ptr_array_index (records, 0));
  query->limit = 2;
  page = sb_store_list (fixture->store, query, NULL);
  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpint (sb_record_get_id (g_ptr_array_index (page, 1)), ==, sb_record_get_id (g_ptr_array_index (records, 2)));
}

static void
check_all (Fixture *fixture)
{
  static const SbQueryFlags directions[] = { SB_QUERY_DEFAULT, SB_QUERY_OLDEST_FIRST };

  for (guint i = 0; i < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (directions); i++)
    {
      SbKind kind = kinds[i / G_N_ELEMENTS (directions)];
      g_autoptr (SbQuery) query = sb_query_new (kind);
      g_autoptr (GPtrArray) all = NULL;

      query->flags = directions[i % G_N_ELEMENTS (directions)];
      all = sb_store_list (fixture->store, query, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_test_message ("%s, “%s”", sb_kind_get_name (kind), texts[j]);
          check_text (fixture, all, kind, query->flags, texts[j]);
        }
    }
}

static char *
dup_found (Fixture *fixture,
           const char *text)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GError) error = NULL;
  char *found;

  query->text = g_strdup (text);
  query->limit = 50;
  found = _sb_list_words_dup_found (fixture->store, query, &error);
  g_assert_no_error (error);
  return found;
}

static void
test_ways (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *behind = NULL;
  g_autofree char *rare = NULL;
  g_autofree char *common = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;

  /* Nothing is indexed yet, of which there is too much. */
  behind = dup_found (fixture, "licorne");
  g_assert_null (behind);
  check_all (fixture);

  sb_store_index (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  rare = dup_found (fixture, "licorne");
  g_assert_nonnull (strchr (rare, ','));
  none = dup_found (fixture, "rhinoceros");
  g_assert_cmpstr (none, ==, "[]");
  common = dup_found (fixture, "attaque");
  g_assert_null (common);
  check_all (fixture);
}

/* What the index does not know yet, or knows as it was. */
static void
test_pending (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (SbRecord) renamed = NULL;
  g_autoptr (SbChangeSet) removal = sb_change_set_new (NULL);
  g_autoptr (SbRef) removed = NULL;
  g_autoptr (GError) error = NULL;
  SbRecordBuilder *builder;

  sb_store_index (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  query->text = g_strdup ("licorne");
  records = sb_store_list (fixture->store, query, NULL);
  g_assert_cmpuint (records->len, ==, 2);

  builder = sb_record_builder_new_from (g_ptr_array_index (records, 0));
  sb_record_builder_set_words (builder, SB_EVENT_TITLE, "Un rhinocéros", NULL);
  renamed = sb_record_builder_end (builder);
  sb_test_put (fixture->store, renamed, NULL);
  removed = sb_record_dup_ref (g_ptr_array_index (records, 1));
  sb_change_set_remove (removal, removed);
  sb_store_apply (fixture->store, removal, &error);
  g_assert_no_error (error);
  put_event (fixture, "Encore une licorne");

  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, 1);
  g_free (query->text);
  query->text = g_strdup ("rhino");
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, 1);
  check_all (fixture);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/list-words/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("ways", test_ways);
  ADD ("pending", test_pending);
#undef ADD

  return g_test_run ();
}
