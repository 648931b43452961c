/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-dossier-reader.h"

#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-extract.h"
#include "sb-record-json.h"
#include "sb-source.h"
#include "sb-test-records.h"

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

static gboolean
read_text (Fixture *fixture,
           const char *text,
           const char *label,
           SbImportCounts *counts,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sb_dossier_read_ndjson (fixture->store, bytes, label, counts, NULL, error);
}

static gint64
count (Fixture *fixture,
       SbKind kind,
       SbQueryFlags flags)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);

  query->flags = flags;
  return sb_store_count (fixture->store, query, NULL);
}

static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SbImportCounts counts = { 0 };
  guint n_records;

  sb_dossier_read_sample (fixture->store, &counts, &error);
  g_assert_no_error (error);
  n_records = counts.added;
  g_assert_cmpuint (n_records, >, 100);
  g_assert_cmpuint (counts.updated, ==, 0);
  g_assert_cmpint (count (fixture, SB_KIND_EVENT, 0), >=, 20);
  g_assert_cmpint (count (fixture, SB_KIND_ACTOR, 0), >=, 20);
  g_assert_cmpint (count (fixture, SB_KIND_RESTRICTION, 0), >=, 6);
  g_assert_cmpint (count (fixture, SB_KIND_EVENT, SB_QUERY_UNSOURCED), ==, 0);

  /* Doing it twice changes nothing. */
  sb_dossier_read_sample (fixture->store, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added + counts.updated, ==, 0);
  g_assert_cmpuint (counts.unchanged, ==, n_records);
}

/* Extracts are found again where they say that they are. */
static void
test_sample_extracts (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EXTRACT);
  g_autoptr (GPtrArray) extracts = NULL;
  g_autoptr (GError) error = NULL;

  sb_dossier_read_sample (fixture->store, NULL, &error);
  g_assert_no_error (error);
  extracts = sb_store_list (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (extracts->len, >, 0);

  for (guint i = 0; i < extracts->len; i++)
    {
      SbRecord *extract = g_ptr_array_index (extracts, i);
      gint64 document = sb_ref_get_id (sb_record_get_ref (extract, SB_EXTRACT_DOCUMENT));
      g_autoptr (GPtrArray) blocks = sb_store_get_blocks (fixture->store, document, &error);
      g_autofree char *text = sb_blocks_join (blocks);
      g_autofree char *passage = g_utf8_substring (text,
                                                   sb_record_get_integer (extract, SB_EXTRACT_START, 0),
                                                   sb_record_get_integer (extract, SB_EXTRACT_END, 0));

      g_assert_cmpstr (passage, ==, sb_record_get_text (extract, SB_EXTRACT_QUOTE));
    }
}

/* What older dossiers have as one text is that of the language of the record. */
static void
test_once_text (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    SbKind kind;
    const char *line;
    guint field;
    const char *words[SB_N_LANGUAGES];
  } cases[] = {
    { SB_KIND_SOURCE, "{\"name\":\"Studio Tamani\"}", SB_SOURCE_NAME, { "Studio Tamani", NULL } },
    { SB_KIND_SOURCE, "{\"name\":{\"fr\":\"Armée\",\"en\":\"Army\"}}", SB_SOURCE_NAME, { "Armée", "Army" } },
    { SB_KIND_DOCUMENT, "{\"title\":\"t\",\"language\":\"fr\",\"reference\":\"Entretien, 2025\"}", SB_DOCUMENT_REFERENCE, { "Entretien, 2025", NULL } },
    { SB_KIND_DOCUMENT, "{\"title\":\"t\",\"reference\":\"Entretien, 2025\"}", SB_DOCUMENT_REFERENCE, { "Entretien, 2025", NULL } },
    { SB_KIND_DOCUMENT, "{\"title\":\"t\",\"reference\":\"Interview, 2025\",\"language\":\"en-GB\"}", SB_DOCUMENT_REFERENCE, { NULL, "Interview, 2025" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (cases[i].line, &error);
      g_autoptr (SbRecord) record = NULL;

      g_assert_no_error (error);
      record = sb_record_from_json (sb_kind_get_schema (cases[i].kind), json_node_get_object (node), &error);
      g_assert_no_error (error);
      for (guint k = 0; k < SB_N_LANGUAGES; k++)
        g_assert_cmpstr (sb_bilingual_get (sb_record_get_bilingual (record, cases[i].field), k), ==, cases[i].words[k]);
    }
}

/* All that the store holds, written as JSON and read back, is the same. */
static void
test_json_round_trip (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (GError) error = NULL;

  sb_store_apply (fixture->store, all, &error);
  g_assert_no_error (error);

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    for (guint flags = 0; flags <= SB_RECORD_JSON_FULL; flags++)
      {
        g_autoptr (SbQuery) query = sb_query_new ((SbKind) kind);
        g_autoptr (GPtrArray) records = sb_store_list (fixture->store, query, &error);
        g_autoptr (JsonNode) node = sb_record_to_json (g_ptr_array_index (records, 0), flags);
        g_autoptr (SbRecord) back = NULL;
        g_autofree char *text = json_to_string (node, FALSE);
        g_autofree char *again = NULL;
        g_autoptr (JsonNode) second = NULL;

        back = sb_record_from_json (sb_kind_get_schema ((SbKind) kind), json_node_get_object (node), &error);
        g_assert_no_error (error);
        if (flags == SB_RECORD_JSON_FULL)
          continue;

        second = sb_record_to_json (back, flags);
        again = json_to_string (second, FALSE);
        g_assert_cmpstr (again, ==, text);
      }
}

#define SOURCE "{\"@kind\":\"source\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"name\":\"RFI\"}\n"

static void
test_update (Fixture *fixture,
             gconstpointer data)
{
  static const char text[] = SOURCE "\n"
                                    "{\"@kind\":\"feed\",\"uuid\":\"00000000-0000-4000-8000-000000000002\",\"url\":\"https://example.org/feed\","
                                    "\"source\":{\"uuid\":\"00000000-0000-4000-8000-000000000001\"}}";
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  SbImportCounts counts;

  read_text (fixture, text, "Import", &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 2);

  read_text (fixture, "{\"@kind\":\"source\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"name\":\"RFI Afrique\"}", "Import", &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.updated, ==, 1);

  label = sb_store_undo (fixture->store, &error);
  g_assert_cmpstr (label, ==, "Import");
}

static void
test_faults (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "pas du JSON", "*line 1:*JSON*" },
    { SOURCE "[1]", "*line 2:*object*" },
    { "{}", "*@kind*" },
    { "{\"@kind\":\"licorne\"}", "*licorne*" },
    { "{\"@kind\":\"source\",\"name\":\"RFI\"}", "*uuid*" },
    { "{\"@kind\":\"source\",\"uuid\":\"1\",\"name\":\"RFI\"}", "*uuid*" },
    { "{\"@kind\":\"source\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"name\":3}", "*name*" },
    { "{\"@kind\":\"source\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"couleur\":3}", "*couleur*" },
    { "{\"@kind\":\"source\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"kind\":\"licorne\"}", "*licorne*" },
    { "{\"@kind\":\"document\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"T\",\"blocks\":[{}]}", "*blocks*" },
    { "{\"@kind\":\"document\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"T\",\"blocks\":3}", "*blocks*" },
    { "{\"@kind\":\"document\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"T\",\"date\":{\"edtf\":\"hier\"}}", "*date*" },
    { "{\"@kind\":\"evidence\"}", "*record*" },
    { "{\"@kind\":\"member\",\"dossier\":{\"uuid\":\"x\"}}", "*dossier*" },
    { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "*deep*" },
    { "{\"@kind\":\"source\",\"name\":\"\xff\"}", "*UTF-8*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_false (read_text (fixture, cases[i].text, NULL, NULL, &error));
      g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
      g_assert_cmpint (count (fixture, SB_KIND_SOURCE, 0), ==, 0);
    }
}

/* The document names every kind and field. */
static void
test_documented (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "docs", "dossier-format.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      const SbSchema *schema = sb_kind_get_schema ((SbKind) kind);
      g_autofree char *heading = g_strdup_printf ("\n### %s\n", sb_kind_get_name ((SbKind) kind));
      const char *section = strstr (text, heading);
      const char *end;

      g_test_message ("%s", heading);
      g_assert_nonnull (section);
      end = strstr (section + strlen (heading), "\n### ");
      for (guint i = 0; i < schema->n_fields; i++)
        {
          g_autofree char *name = g_strdup_printf ("`%s`", schema->fields[i].name);
          const char *found = strstr (section, name);

          g_test_message ("%s", name);
          g_assert_true (found != NULL && (end == NULL || found < end));
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/dossier-reader/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("sample", test_sample);
  ADD ("sample-extracts", test_sample_extracts);
  ADD ("once-text", test_once_text);
  ADD ("json-round-trip", test_json_round_trip);
  ADD ("update", test_update);
  ADD ("faults", test_faults);
#undef ADD
  g_test_add_func ("/catalogue/dossier-reader/documented", test_documented);

  return g_test_run ();
}
