/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-control.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-extract.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* Which records a query finds, and in which order. */

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

/* The titles of what @query finds, a space after each. */
static char *
list_titles (Fixture *fixture,
             const SbQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sb_store_list (fixture->store, query, &error);
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (titles, "%s ", sb_record_get_title (g_ptr_array_index (records, i), SB_LANGUAGE_FR));

  return g_string_free (titles, FALSE);
}

static void
check_titles (Fixture *fixture,
              const SbQuery *query,
              const char *expected)
{
  g_autofree char *titles = list_titles (fixture, query);

  g_assert_cmpstr (titles, ==, expected);
}

static int
parse_day (const char *text)
{
  int day;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

static void
set_period (SbQuery *query,
            const char *first,
            const char *last)
{
  query->has_period = TRUE;
  query->first_day = parse_day (first);
  query->last_day = parse_day (last);
}

static void
set_as_of (SbQuery *query,
           const char *day)
{
  query->has_as_of = TRUE;
  query->as_of = parse_day (day);
}

static void
test_event_period (Fixture *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *date;
  } events[] = {
    { "jour", "2026-04-25" },
    { "mois", "2026-04" },
    { "annee", "2026" },
    { "decennie", "202X" },
    { "ouvert", "2025-09-03/.." },
    { "avant", "2025-01-10" },
    { "nuit", "2026-04-24/2026-04-25" },
  };
  static const struct
  {
    const char *first;
    const char *last;
    const char *as_of;
    const char *titles;
  } cases[] = {
    { NULL, NULL, NULL, "jour nuit mois annee ouvert avant decennie " },
    { "2026-04-25", "2026-04-25", NULL, "jour nuit mois annee ouvert decennie " },
    { "2026-04-24", "2026-04-24", NULL, "nuit mois annee ouvert decennie " },
    { "2025-01-01", "2025-01-31", NULL, "avant decennie " },
    { "2019-01-01", "2019-12-31", NULL, "" },
    { "2031-01-01", "2031-12-31", NULL, "ouvert " },
    { NULL, NULL, "2026-04-24", "nuit mois annee ouvert avant decennie " },
    { "2026-04-01", "2026-04-30", "2026-04-24", "nuit mois annee ouvert decennie " },
    { NULL, NULL, "2024-12-31", "decennie " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (SbRecord) event = sb_test_make_event (events[i].title, events[i].date);

      sb_test_put (fixture->store, event, NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

      g_test_message ("%s to %s, as of %s", cases[i].first, cases[i].last, cases[i].as_of);
      if (cases[i].first != NULL)
        set_period (query, cases[i].first, cases[i].last);
      if (cases[i].as_of != NULL)
        set_as_of (query, cases[i].as_of);
      check_titles (fixture, query, cases[i].titles);
    }
}

static void
test_pages (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);
      g_autofree char *date = g_strdup_printf ("2026-04-%02u", i);
      g_autoptr (SbRecord) event = sb_test_make_event (title, date);

      sb_test_put (fixture->store, event, NULL);
    }

  query->limit = 2;
  check_titles (fixture, query, "5 4 ");
  query->offset = 4;
  check_titles (fixture, query, "1 ");
  query->offset = 9;
  check_titles (fixture, query, "");

  query->flags = SB_QUERY_OLDEST_FIRST;
  query->offset = 0;
  check_titles (fixture, query, "1 2 ");
  query->offset = 3;
  check_titles (fixture, query, "4 5 ");
  query->offset = 4;
  check_titles (fixture, query, "5 ");
  query->offset = 9;
  check_titles (fixture, query, "");
  query->offset = 0;
  query->limit = 0;
  check_titles (fixture, query, "1 2 3 4 5 ");
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, 5);
}

static void
test_count_by_day (Fixture *fixture,
                   gconstpointer data)
{
  static const char *const dates[] = { "2026-04-01", "2026-04-03", "2026-04-03", "2026-03-20/2026-04-20", "2026-05-01" };
  static const guint expected[] = { 1, 0, 2, 0 };
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (SbRecord) event = sb_test_make_event (dates[i], dates[i]);

      sb_test_put (fixture->store, event, NULL);
    }

  set_period (query, "2026-04-01", "2026-04-04");
  counts = sb_store_count_events_by_day (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (counts->data, counts->len * sizeof (guint), expected, sizeof expected);
}

static SbRecord *
make_relation (SbRecord *subject,
               SbRecord *object,
               const char *since,
               const char *until)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_relation_schema);
  g_autoptr (SbRef) from = sb_record_dup_ref (subject);
  g_autoptr (SbRef) to = sb_record_dup_ref (object);
  g_autoptr (SbDate) first = since != NULL ? sb_date_new (since, NULL) : NULL;
  g_autoptr (SbDate) last = until != NULL ? sb_date_new (until, NULL) : NULL;
  g_autofree char *summary = g_strdup_printf ("%s..%s", since != NULL ? since : "", until != NULL ? until : "");

  sb_record_builder_set_ref (builder, SB_RELATION_SUBJECT, from);
  sb_record_builder_set_ref (builder, SB_RELATION_OBJECT, to);
  sb_record_builder_set_term (builder, SB_RELATION_KIND, SB_RELATION_KIND_ALLIED_WITH);
  sb_record_builder_set_date (builder, SB_RELATION_SINCE, first);
  sb_record_builder_set_date (builder, SB_RELATION_UNTIL, last);
  sb_record_builder_set_words (builder, SB_RELATION_SUMMARY, summary, NULL);
  return sb_record_builder_end (builder);
}

/* What holds on a day has begun and has not ended, as far as is known. */
static void
test_as_of (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *as_of;
    const char *titles;
  } cases[] = {
    { "2024-12-31", ".. ..2025-09-05 " },
    { "2025-01-01", "2025..2025-06 .. ..2025-09-05 " },
    { "2025-06-30", "2025..2025-06 .. ..2025-09-05 " },
    { "2025-07-01", ".. ..2025-09-05 " },
    { "2025-09-05", "2025-09-05.. .. ..2025-09-05 " },
    { "2026-04-25", "2025-09-05.. .. " },
  };
  g_autoptr (SbRecord) jnim = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) fla = sb_test_make_actor ("FLA");
  g_autoptr (SbRecord) always = make_relation (jnim, fla, NULL, NULL);
  g_autoptr (SbRecord) lately = make_relation (jnim, fla, "2025-09-05", NULL);
  g_autoptr (SbRecord) over = make_relation (jnim, fla, "2025", "2025-06");
  g_autoptr (SbRecord) once = make_relation (jnim, fla, NULL, "2025-09-05");
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  SbRecord *const records[] = { jnim, fla, once, always, over, lately };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    sb_change_set_put (changes, records[i]);
  sb_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_RELATION);

      g_test_message ("%s", cases[i].as_of);
      set_as_of (query, cases[i].as_of);
      check_titles (fixture, query, cases[i].titles);
    }
}

static gint64
find_id (Fixture *fixture,
         SbKind kind,
         guint number)
{
  g_autofree char *uuid = sb_test_make_uuid (kind, number);
  g_autoptr (SbRecord) record = sb_store_get_by_uuid (fixture->store, kind, uuid, NULL);

  return sb_record_get_id (record);
}

static void
put_all (Fixture *fixture)
{
  g_autoptr (SbChangeSet) changes = sb_test_make_all (NULL);
  g_autoptr (GError) error = NULL;

  sb_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
}

static gboolean
names (SbRecord *record,
       SbKind kind,
       gint64 id)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (schema->fields[i].type == SB_FIELD_REF && sb_record_has (record, i) && sb_ref_get_id (sb_record_get_ref (record, i)) == id)
        return TRUE;
      for (guint j = 0; schema->fields[i].type == SB_FIELD_LIST && j < sb_record_get_n_items (record, i); j++)
        if (names (sb_record_get_item (record, i, j), kind, id))
          return TRUE;
    }

  return FALSE;
}

/* For every kind and every filter by another record: all that is found names
 * that record. */
static void
test_named (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    SbKind kind;
    gsize offset;
    gboolean direct; /* or by way of the evidence */
  } filters[] = {
    { SB_KIND_ACTOR, G_STRUCT_OFFSET (SbQuery, actor), TRUE },
    { SB_KIND_PLACE, G_STRUCT_OFFSET (SbQuery, place), TRUE },
    { SB_KIND_CORRIDOR, G_STRUCT_OFFSET (SbQuery, corridor), TRUE },
    { SB_KIND_FEED, G_STRUCT_OFFSET (SbQuery, feed), TRUE },
    { SB_KIND_EXTRACT, G_STRUCT_OFFSET (SbQuery, extract), TRUE },
    { SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, document), FALSE },
    { SB_KIND_SOURCE, G_STRUCT_OFFSET (SbQuery, source), FALSE },
  };
  guint n_found = 0;

  put_all (fixture);
  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
      {
        g_autoptr (SbQuery) query = sb_query_new ((SbKind) kind);
        g_autoptr (GPtrArray) records = NULL;
        g_autoptr (GError) error = NULL;
        gint64 id = find_id (fixture, filters[i].kind, 0);

        G_STRUCT_MEMBER (gint64, query, filters[i].offset) = id;
        records = sb_store_list (fixture->store, query, &error);
        g_assert_no_error (error);
        n_found += records->len;
        for (guint j = 0; filters[i].direct && j < records->len; j++)
          g_assert_true (names (g_ptr_array_index (records, j), filters[i].kind, id));
      }

  /* The filters find something, or nothing was tested. */
  g_assert_cmpuint (n_found, >, 30);
}

static void
test_evidence (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) event = sb_test_make_ref (SB_KIND_EVENT, 0);
  g_autoptr (SbRef) first = sb_test_make_ref (SB_KIND_EXTRACT, 0);
  g_autoptr (SbRef) second = sb_test_make_ref (SB_KIND_EXTRACT, 1);
  g_autoptr (SbRef) dossier = sb_test_make_ref (SB_KIND_DOSSIER, 0);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GError) error = NULL;
  SbRecord *row;

  put_all (fixture);
  sb_change_set_put_evidence (changes, event, first, SB_STANCE_CONTRADICTS, SB_CREDIBILITY_2);
  sb_change_set_put_evidence (changes, event, second, SB_STANCE_SUPPORTS, SB_CREDIBILITY_NONE);
  sb_change_set_add_member (changes, dossier, event);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), ==, 1 << SB_KIND_EVENT | 1 << SB_KIND_EXTRACT | 1 << SB_KIND_DOSSIER);
  g_assert_no_error (error);

  evidence = sb_store_list_evidence (fixture->store, find_id (fixture, SB_KIND_EVENT, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (evidence->len, ==, 2);

  row = g_ptr_array_index (evidence, 0);
  g_assert_cmpint (sb_record_get_term (row, SB_EVIDENCE_STANCE, -1), ==, SB_STANCE_SUPPORTS);
  g_assert_false (sb_record_has (row, SB_EVIDENCE_CREDIBILITY));
  row = g_ptr_array_index (evidence, 1);
  g_assert_cmpint (sb_record_get_term (row, SB_EVIDENCE_STANCE, -1), ==, SB_STANCE_CONTRADICTS);
  g_assert_cmpint (sb_record_get_term (row, SB_EVIDENCE_CREDIBILITY, -1), ==, SB_CREDIBILITY_2);
  g_assert_true (sb_ref_equal (sb_record_get_ref (row, SB_EVIDENCE_RECORD), event));
  g_assert_true (sb_ref_equal (sb_record_get_ref (row, SB_EVIDENCE_EXTRACT), first));
  for (guint i = 0; i < sb_evidence_schema.n_fields; i++)
    g_assert_true (sb_record_has (row, i));

  query->flags = SB_QUERY_UNSOURCED;
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, SB_TEST_N_EACH - 1);
  query->flags = SB_QUERY_DEFAULT;
  query->extract = find_id (fixture, SB_KIND_EXTRACT, 0);
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, 1);
  query->extract = 0;
  query->dossier = find_id (fixture, SB_KIND_DOSSIER, 0);
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, 1);
  query->dossier = find_id (fixture, SB_KIND_DOSSIER, 1);
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, 0);
}

static SbRecord *
make_document (const char *title,
               const char *date,
               SbRef *feed)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbDate) day = date != NULL ? sb_date_new (date, NULL) : NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, day);
  sb_record_builder_set_text (builder, SB_DOCUMENT_ENTRY, title);
  sb_record_builder_set_text (builder, SB_DOCUMENT_URL, title);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_FEED, feed);
  if (date == NULL)
    sb_record_builder_set_time (builder, SB_DOCUMENT_FETCHED, (gint64) sb_day_from_ymd (2026, 4, 10) * 86400);
  return sb_record_builder_end (builder);
}

static void
test_documents (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbRecord) feed = sb_test_make_record (SB_KIND_FEED, 0);
  g_autoptr (SbRef) feed_ref = sb_record_dup_ref (feed);
  g_autoptr (SbRecord) old = make_document ("ancien", "2026-04-01", feed_ref);
  g_autoptr (SbRecord) new = make_document ("nouveau", "2026-04-25", NULL);
  g_autoptr (SbRecord) undated = make_document ("sans-date", NULL, feed_ref);
  g_autoptr (SbRecord) found = NULL;
  g_autoptr (SbRecord) again = NULL;
  g_autoptr (SbRef) old_ref = sb_record_dup_ref (old);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbChangeSet) marks = sb_change_set_new (NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < SB_TEST_N_EACH; i++)
    {
      g_autoptr (SbRecord) source = sb_test_make_record (SB_KIND_SOURCE, i);

      sb_change_set_put (changes, source);
    }
  sb_change_set_put (changes, feed);
  sb_change_set_put (changes, old);
  sb_change_set_put (changes, new);
  sb_change_set_put (changes, undated);
  sb_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);

  check_titles (fixture, query, "nouveau sans-date ancien ");
  query->feed = find_id (fixture, SB_KIND_FEED, 0);
  check_titles (fixture, query, "sans-date ancien ");
  query->feed = 0;

  sb_change_set_mark_read (marks, old_ref, TRUE);
  sb_change_set_mark_starred (marks, old_ref, TRUE);
  g_assert_cmpint (sb_store_apply (fixture->store, marks, &error), ==, 1 << SB_KIND_DOCUMENT);
  g_assert_cmpint (sb_store_apply (fixture->store, marks, &error), ==, 0);
  query->flags = SB_QUERY_UNREAD;
  check_titles (fixture, query, "nouveau sans-date ");
  query->flags = SB_QUERY_STARRED;
  check_titles (fixture, query, "ancien ");

  /* Fetching it again leaves the marks alone. */
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), ==, 0);
  check_titles (fixture, query, "ancien ");

  found = sb_store_find_document (fixture->store, find_id (fixture, SB_KIND_FEED, 0), "ancien", NULL, &error);
  g_assert_cmpstr (sb_record_get_uuid (found), ==, sb_record_get_uuid (old));
  g_assert_cmpint (sb_record_get_time (found, SB_DOCUMENT_READ), >, 0);
  again = sb_store_find_document (fixture->store, 0, NULL, "nouveau", &error);
  g_assert_cmpstr (sb_record_get_uuid (again), ==, sb_record_get_uuid (new));
  g_assert_null (sb_store_find_document (fixture->store, 0, NULL, "ailleurs", &error));
  g_assert_no_error (error);
}

static void
test_original (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (SbRecord) document = make_document ("un", "2026-04-01", NULL);
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (GBytes) original = g_bytes_new_static ("octets", 6);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (GPtrArray) text = NULL;
  g_autoptr (SbBlock) quote = NULL;
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
  const SbSpan link = { SB_SPAN_LINK, 1, 4, g_strdup ("https://example.org") };
  const SbSpan *read;
  g_autoptr (GError) error = NULL;
  guint n_spans;

  g_array_append_val (spans, link);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_TABLE, 0, 3, "à\té\nî\tô", spans));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_LIST_ITEM, 2, 0, "", NULL));
  quote = sb_block_new (SB_BLOCK_QUOTE, 0, 0, "the end", NULL);
  g_ptr_array_add (blocks, sb_block_new_in_language (quote, "en"));
  sb_change_set_put_document (changes, document, blocks, original);
  sb_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), ==, 0);

  stored = sb_store_find_document (fixture->store, 0, NULL, "un", &error);
  g_assert_nonnull (sb_record_get_text (stored, SB_DOCUMENT_HASH));
  g_assert_nonnull (sb_record_get_text (stored, SB_DOCUMENT_TEXT_HASH));
  back = sb_store_get_original (fixture->store, sb_record_get_id (stored), &error);
  g_assert_true (g_bytes_equal (back, original));
  none = sb_store_get_original (fixture->store, 999, &error);
  g_assert_null (none);

  text = sb_store_get_blocks (fixture->store, sb_record_get_id (stored), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (text->len, ==, 3);
  for (guint i = 0; i < text->len; i++)
    {
      const SbBlock *expected = g_ptr_array_index (blocks, i);
      const SbBlock *block = g_ptr_array_index (text, i);

      g_assert_cmpint (sb_block_get_kind (block), ==, sb_block_get_kind (expected));
      g_assert_cmpuint (sb_block_get_level (block), ==, sb_block_get_level (expected));
      g_assert_cmpuint (sb_block_get_page (block), ==, sb_block_get_page (expected));
      g_assert_cmpstr (sb_block_get_language (block), ==, sb_block_get_language (expected));
      g_assert_cmpstr (sb_block_get_text (block), ==, sb_block_get_text (expected));
    }

  read = sb_block_get_spans (g_ptr_array_index (text, 0), &n_spans);
  g_assert_cmpuint (n_spans, ==, 1);
  g_assert_cmpuint (read[0].start, ==, 1);
  g_assert_cmpuint (read[0].end, ==, 4);
  g_assert_cmpstr (read[0].target, ==, "https://example.org");
}

/* All places are listed apart from those that meet something: in the same order. */
static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  static const char *const names[] = { "Zinder", "Écho", "banane", "Abeïbara", "Ézza" };
  static const struct
  {
    SbQueryFlags flags;
    const char *text;
    guint limit;
    guint offset;
    const char *titles;
  } cases[] = {
    { SB_QUERY_DEFAULT, NULL, 0, 0, "Abeïbara Écho Ézza Zinder " },
    { SB_QUERY_UNSOURCED, NULL, 0, 0, "Abeïbara Écho Ézza Zinder " },
    { SB_QUERY_WITHDRAWN, NULL, 0, 0, "Abeïbara banane Écho Ézza Zinder " },
    { SB_QUERY_WITHDRAWN | SB_QUERY_UNSOURCED, NULL, 0, 0, "Abeïbara banane Écho Ézza Zinder " },
    { SB_QUERY_DEFAULT, "z", 0, 0, "Zinder " },
    { SB_QUERY_DEFAULT, "ezz", 0, 0, "Ézza " },
    { SB_QUERY_DEFAULT, "zza", 0, 0, "" },
    { SB_QUERY_DEFAULT, "", 0, 0, "Abeïbara Écho Ézza Zinder " },
    { SB_QUERY_DEFAULT, NULL, 2, 1, "Écho Ézza " },
    { SB_QUERY_UNSOURCED, NULL, 2, 1, "Écho Ézza " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);
      g_autoptr (SbRecord) place = NULL;

      sb_record_builder_set_words (builder, SB_PLACE_NAME, names[i], NULL);
      sb_record_builder_set_withdrawn (builder, i == 2);
      place = sb_record_builder_end (builder);
      sb_test_put (fixture->store, place, NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_PLACE);

      query->flags = cases[i].flags;
      query->text = g_strdup (cases[i].text);
      query->limit = cases[i].limit;
      query->offset = cases[i].offset;
      check_titles (fixture, query, cases[i].titles);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/store-list/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("event-period", test_event_period);
  ADD ("pages", test_pages);
  ADD ("count-by-day", test_count_by_day);
  ADD ("as-of", test_as_of);
  ADD ("named", test_named);
  ADD ("evidence", test_evidence);
  ADD ("documents", test_documents);
  ADD ("places", test_places);
  ADD ("original", test_original);
#undef ADD

  return g_test_run ();
}
