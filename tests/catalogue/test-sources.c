/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-document.h"
#include "sb-dossier.h"
#include "sb-evidence.h"
#include "sb-extract.h"
#include "sb-record-builder.h"
#include "sb-referrer.h"
#include "sb-source.h"
#include "sb-test-records.h"

/* What stands behind a record, and what has to do with it, through the store. */

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbChangeSet *changes; /* (owned) what is being made */
  SbRef *event; /* (owned) what the evidence is of */
} Fixture;

/* Documents: the letter of an institute, its translation, the republication of
 * the translation by a paper, another note of the institute, a page of nobody
 * known, and a copy of that. */
static const struct
{
  guint source; /* 0 for none known */
  SbDocumentRelation relation;
  int of; /* which document it links to, -1 for none */
} documents[] = {
  { 1, SB_DOCUMENT_RELATION_CITES, -1 },
  { 1, SB_DOCUMENT_RELATION_TRANSLATES, 0 },
  { 2, SB_DOCUMENT_RELATION_REPUBLISHES, 1 },
  { 1, SB_DOCUMENT_RELATION_CITES, 0 },
  { 0, SB_DOCUMENT_RELATION_CITES, -1 },
  { 0, SB_DOCUMENT_RELATION_REPUBLISHES, 4 },
  /* A paper that only cites the letter speaks for itself. */
  { 2, SB_DOCUMENT_RELATION_CITES, 0 },
};

static void
put (Fixture *fixture,
     SbRecordBuilder *builder,
     SbKind kind,
     guint number)
{
  g_autofree char *uuid = sb_test_make_uuid (kind, number);
  g_autoptr (SbRecord) record = NULL;

  sb_record_builder_set_uuid (builder, uuid);
  record = sb_record_builder_end (builder);
  sb_change_set_put (fixture->changes, record);
}

static void
put_document (Fixture *fixture,
              guint number)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  SbRecordBuilder *extract = sb_record_builder_new (&sb_extract_schema);
  g_autoptr (SbRef) source = sb_test_make_ref (SB_KIND_SOURCE, documents[number].source);
  g_autoptr (SbRef) document = sb_test_make_ref (SB_KIND_DOCUMENT, number);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Kidal");
  if (documents[number].source != 0)
    sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, source);
  if (documents[number].of >= 0)
    {
      SbRecordBuilder *link = sb_record_builder_new (&sb_document_link_schema);
      g_autoptr (SbRef) other = sb_test_make_ref (SB_KIND_DOCUMENT, (guint) documents[number].of);

      sb_record_builder_set_term (link, SB_DOCUMENT_LINK_RELATION, documents[number].relation);
      sb_record_builder_set_ref (link, SB_DOCUMENT_LINK_DOCUMENT, other);
      sb_record_builder_take_item (builder, SB_DOCUMENT_LINKS, sb_record_builder_end (link));
    }
  put (fixture, builder, SB_KIND_DOCUMENT, number);

  sb_record_builder_set_ref (extract, SB_EXTRACT_DOCUMENT, document);
  sb_record_builder_set_integer (extract, SB_EXTRACT_START, 0);
  sb_record_builder_set_integer (extract, SB_EXTRACT_END, 5);
  sb_record_builder_set_text (extract, SB_EXTRACT_QUOTE, "Kidal");
  put (fixture, extract, SB_KIND_EXTRACT, number);
}

static void
apply (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sb_store_apply (fixture->store, fixture->changes, &error);
  g_assert_no_error (error);
  sb_change_set_unref (fixture->changes);
  fixture->changes = sb_change_set_new (NULL);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbRecord) event = sb_test_make_event ("Kidal", "2026-04-25");

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  fixture->changes = sb_change_set_new (NULL);
  fixture->event = sb_record_dup_ref (event);

  sb_change_set_put (fixture->changes, event);
  for (guint i = 1; i <= 2; i++)
    {
      SbRecordBuilder *source = sb_record_builder_new (&sb_source_schema);

      sb_record_builder_set_words (source, SB_SOURCE_NAME, i == 1 ? "Institute" : "Paper", NULL);
      put (fixture, source, SB_KIND_SOURCE, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    put_document (fixture, i);
  apply (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_change_set_unref (fixture->changes);
  sb_ref_unref (fixture->event);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static gint64
get_id (Fixture *fixture,
        SbRef *ref)
{
  g_autoptr (SbRecord) record = sb_store_get_by_uuid (fixture->store, sb_ref_get_kind (ref), sb_ref_get_uuid (ref), NULL);

  return sb_record_get_id (record);
}

static SbSourceCounts
count_sources (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = sb_store_list_evidence (fixture->store, get_id (fixture, fixture->event), &error);

  g_assert_no_error (error);
  return sb_evidence_count_sources (evidence);
}

static void
test_count (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *rests_on; /* numbers of documents */
    guint sources;
  } cases[] = {
    { "0", 1 },
    { "01", 1 },
    { "012", 1 },
    { "2", 1 },
    { "03", 1 },
    { "23", 1 },
    { "4", 1 },
    { "45", 1 },
    { "5", 1 },
    { "04", 2 },
    { "06", 2 },
    { "26", 2 },
    { "0123456", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (documents); k++)
        {
          g_autoptr (SbRef) extract = sb_test_make_ref (SB_KIND_EXTRACT, k);
          gboolean is_there = strchr (cases[i].rests_on, (char) ('0' + k)) != NULL;

          if (is_there)
            sb_change_set_put_evidence (fixture->changes, fixture->event, extract, SB_STANCE_SUPPORTS, SB_CREDIBILITY_2);
          else
            sb_change_set_remove_evidence (fixture->changes, fixture->event, extract);
        }
      apply (fixture);

      g_test_message ("%s", cases[i].rests_on);
      g_assert_cmpuint (count_sources (fixture).supporting, ==, cases[i].sources);
      g_assert_cmpuint (count_sources (fixture).contradicting, ==, 0);
    }
}

static void
check_names (GPtrArray *referrers,
             SbKind kind,
             guint n_named,
             gint64 total)
{
  guint found = 0;

  for (guint i = 0; i < referrers->len; i++)
    {
      SbRecord *referrer = g_ptr_array_index (referrers, i);

      if (sb_ref_get_kind (sb_record_get_ref (referrer, SB_REFERRER_RECORD)) != kind)
        continue;
      found++;
      g_assert_cmpint (sb_record_get_integer (referrer, SB_REFERRER_TOTAL, 0), ==, total);
    }
  g_assert_cmpuint (found, ==, n_named);
}

/* What names it, what rests on it, what holds it: some of each, and how many. */
static void
test_referrers (Fixture *fixture,
                gconstpointer data)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_dossier_schema);
  g_autoptr (SbRef) source = sb_test_make_ref (SB_KIND_SOURCE, 1);
  g_autoptr (SbRef) extract = sb_test_make_ref (SB_KIND_EXTRACT, 0);
  g_autoptr (SbRef) dossier = sb_test_make_ref (SB_KIND_DOSSIER, 0);
  g_autoptr (GPtrArray) of_source = NULL;
  g_autoptr (GPtrArray) of_extract = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GError) error = NULL;

  sb_record_builder_set_words (builder, SB_DOSSIER_TITLE, "Mali", NULL);
  put (fixture, builder, SB_KIND_DOSSIER, 0);
  sb_change_set_put_evidence (fixture->changes, fixture->event, extract, SB_STANCE_SUPPORTS, SB_CREDIBILITY_NONE);
  sb_change_set_add_member (fixture->changes, dossier, extract);
  sb_change_set_add_member (fixture->changes, dossier, source);
  sb_change_set_add_member (fixture->changes, dossier, fixture->event);
  apply (fixture);

  of_source = sb_store_list_referrers (fixture->store, get_id (fixture, source), 2, &error);
  g_assert_no_error (error);
  check_names (of_source, SB_KIND_DOCUMENT, 2, 3);
  check_names (of_source, SB_KIND_DOSSIER, 1, 1);
  g_assert_cmpuint (of_source->len, ==, 3);

  of_extract = sb_store_list_referrers (fixture->store, get_id (fixture, extract), 10, &error);
  g_assert_no_error (error);
  check_names (of_extract, SB_KIND_EVENT, 1, 1);
  check_names (of_extract, SB_KIND_DOSSIER, 1, 1);
  g_assert_cmpuint (of_extract->len, ==, 2);

  members = sb_store_list_members (fixture->store, get_id (fixture, dossier), 10, &error);
  g_assert_no_error (error);
  check_names (members, SB_KIND_EVENT, 1, 1);
  check_names (members, SB_KIND_SOURCE, 1, 1);
  check_names (members, SB_KIND_EXTRACT, 1, 1);
  g_assert_cmpuint (members->len, ==, 3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/catalogue/sources/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/catalogue/sources/referrers", Fixture, NULL, set_up, test_referrers, tear_down);

  return g_test_run ();
}
