/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <json-glib/json-glib.h>

#include "sb-evidence.h"
#include "sb-record-builder.h"
#include "sb-record-json.h"
#include "sb-test-records.h"
#include "sb-tie-json.h"

/* Makes what make-fixture.py stores: a catalogue that holds some of everything,
 * and beside it, as lines of a dossier, what is in it. */

#define SUPPORTING    0
#define CONTRADICTING 1

static void
apply (SbStore *store,
       SbChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);
}

static void
put_text (SbStore *store)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbRecord) document = sb_test_make_record (SB_KIND_DOCUMENT, 0);
  g_autoptr (GBytes) original = g_bytes_new_static ("<p>Kidal</p>", 12);

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 1, 1, "Kidal", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 1, "de nouveau contestée", NULL));
  sb_change_set_put_document (changes, document, blocks, original);
  apply (store, changes);
}

/* Two of a kind, the first retained; their topic is the UUID of the first. */
static void
put_versions (SbChangeSet *changes,
              SbKind kind)
{
  g_autofree char *topic = sb_test_make_uuid (kind, 0);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SbRef) version = sb_test_make_ref (kind, i);

      sb_change_set_put_version (changes, version, topic, i == 0);
    }
}

/* Each kind rests on an extract, is contradicted by one, is in a dossier, and
 * has versions. */
static void
put_ties (SbStore *store)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Tie");
  g_autoptr (SbRef) dossier = sb_test_make_ref (SB_KIND_DOSSIER, 0);
  g_autoptr (SbRef) supporting = sb_test_make_ref (SB_KIND_EXTRACT, SUPPORTING);
  g_autoptr (SbRef) contradicting = sb_test_make_ref (SB_KIND_EXTRACT, CONTRADICTING);

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (SbRef) record = sb_test_make_ref ((SbKind) kind, 0);

      sb_change_set_put_evidence (changes, record, supporting, SB_STANCE_SUPPORTS, SB_CREDIBILITY_2);
      sb_change_set_put_evidence (changes, record, contradicting, SB_STANCE_CONTRADICTS, SB_CREDIBILITY_NONE);
      sb_change_set_add_member (changes, dossier, record);
      put_versions (changes, (SbKind) kind);
    }
  apply (store, changes);
}

/* Units of work of each sort: changed, removed with what hangs on it, undone. */
static void
make_history (SbStore *store)
{
  g_autoptr (SbChangeSet) change = sb_change_set_new ("Change");
  g_autoptr (SbChangeSet) remove = sb_change_set_new ("Remove");
  g_autoptr (SbRef) place = sb_test_make_ref (SB_KIND_PLACE, 2);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (SbRecord) record = sb_test_make_record ((SbKind) kind, 1);
      SbRecordBuilder *builder = sb_record_builder_new_from (record);
      g_autoptr (SbRecord) withdrawn = NULL;

      sb_record_builder_set_withdrawn (builder, TRUE);
      withdrawn = sb_record_builder_end (builder);
      sb_change_set_put (change, withdrawn);
    }
  apply (store, change);

  sb_change_set_remove (remove, place);
  apply (store, remove);
  label = sb_store_undo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Remove");
}

static void
append_record (SbStore *store,
               GString *lines,
               SbRecord *record)
{
  g_autoptr (JsonNode) node = sb_record_to_json (record, SB_RECORD_JSON_DEFAULT);
  g_autofree char *json = json_to_string (node, FALSE);

  g_string_append_printf (lines, "%s\n", json);
}

static const char *
get_name (const SbVocabulary *vocabulary,
          int value)
{
  const SbTerm *term = sb_vocabulary_find (vocabulary, value);

  return term != NULL ? term->name : NULL;
}

static void
append_evidence (SbStore *store,
                 GString *lines,
                 SbRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = sb_store_list_evidence (store, sb_record_get_id (record), &error);
  g_autoptr (SbRef) owner = sb_record_dup_ref (record);

  g_assert_no_error (error);
  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *tie = g_ptr_array_index (evidence, i);
      SbTie line = { .kind = SB_TIE_EVIDENCE, .owner = owner };
      g_autofree char *json = NULL;

      line.other = sb_record_get_ref (tie, SB_EVIDENCE_EXTRACT);
      line.stance = get_name (&sb_stance_vocabulary, sb_record_get_term (tie, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS));
      line.credibility = get_name (&sb_credibility_vocabulary, sb_record_get_term (tie, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE));
      json = _sb_tie_write (&line);
      g_string_append_printf (lines, "%s\n", json);
    }
}

static void
append_version (GString *lines,
                SbRecord *record)
{
  g_autoptr (SbRef) owner = sb_record_dup_ref (record);
  SbTie line = { .kind = SB_TIE_VERSION, .owner = owner };
  g_autofree char *json = NULL;

  line.topic = sb_record_get_topic (record);
  line.retained = sb_record_is_retained (record);
  if (line.topic == NULL)
    return;

  json = _sb_tie_write (&line);
  g_string_append_printf (lines, "%s\n", json);
}

static void
append_kind (SbStore *store,
             GString *lines,
             SbKind kind)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (SbRef) dossier = sb_test_make_ref (SB_KIND_DOSSIER, 0);
  g_autoptr (SbRecord) stored = sb_store_get_by_uuid (store, SB_KIND_DOSSIER, sb_ref_get_uuid (dossier), NULL);

  query->flags = SB_QUERY_WITHDRAWN;
  records = sb_store_list (store, query, NULL);
  g_assert_cmpuint (records->len, ==, SB_TEST_N_EACH);
  for (guint i = 0; i < records->len; i++)
    {
      append_record (store, lines, g_ptr_array_index (records, i));
      append_evidence (store, lines, g_ptr_array_index (records, i));
      append_version (lines, g_ptr_array_index (records, i));
    }

  query->dossier = sb_record_get_id (stored);
  members = sb_store_list (store, query, NULL);
  g_assert_cmpuint (members->len, ==, 1);
  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr (SbRef) record = sb_record_dup_ref (g_ptr_array_index (members, i));
      SbTie line = { .kind = SB_TIE_MEMBER, .owner = dossier, .other = record };
      g_autofree char *json = _sb_tie_write (&line);

      g_string_append_printf (lines, "%s\n", json);
    }
}

/* make-fixture FOLDER: writes catalogue.sqlite and catalogue.ndjson there. */
int
main (int argc,
      char **argv)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *path = NULL;

  if (argc != 2)
    {
      g_printerr ("make-fixture FOLDER\n");
      return 2;
    }

  store = sb_test_open_store (argv[1]);
  apply (store, all);
  put_text (store);
  put_ties (store);
  make_history (store);

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    append_kind (store, lines, (SbKind) kind);
  path = g_build_filename (argv[1], "catalogue.ndjson", NULL);
  return g_file_set_contents (path, lines->str, (gssize) lines->len, NULL) ? 0 : 1;
}
