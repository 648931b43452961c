/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-import.h"

#include <string.h>

#include "sb-document-error.h"
#include "sb-document.h"
#include "sb-import-spec.h"
#include "sb-test-records.h"

typedef struct
{
  char *folder; /* (owned) */
  SbCatalogue *catalogue; /* (owned) */
} Fixture;

static SbImportDraft *
read_text (const char *text,
           const char *name,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sb_import_draft_new (bytes, name, NULL, NULL, error);
}

static SbStore *
open_store (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "catalogue.db", NULL);
  g_autoptr (GError) error = NULL;
  SbStore *store = sb_store_open (path, SB_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static SbImportResult *
import_text (SbStore *store,
             const char *text,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbImportDraft) draft = read_text (text, name, &error);
  SbImportResult *result;

  g_assert_no_error (error);
  result = sb_import_draft_store (draft, store, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sb_test_make_folder ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_test_remove_folder (fixture->folder);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *kind;
  const char *title; /* (nullable) of the document */
} Kind;

static const Kind kinds[] = {
  { "a.txt", "Le convoi\n\nLe convoi est arrivé à Kayes mardi soir.\n", "text", "Le convoi" },
  { "b.txt", "Le convoi est arrivé à Kayes mardi soir, et le marché a rouvert.\n", "text", "Le convoi est arrivé à Kayes mardi soir, et le marché a rouvert." },
  { "c", "<!DOCTYPE html><html><head><title>Le fil</title></head><body><p>Le convoi est arrivé.</p></body></html>", "html", "Le fil" },
  { "f.md", "# Le convoi\n\nLe convoi est arrivé à Kayes mardi soir.\n", "markdown", "Le convoi" },
  { "g", "---\ntitle: Le fil\n---\nLe convoi est arrivé à Kayes mardi soir.\n", "markdown", "Le fil" },
  { "h.mhtml", "MIME-Version: 1.0\nSubject: Le fil\nContent-Type: text/html\n\n<p>Le convoi est arrivé à Kayes.</p>\n", "mail", "Le fil" },
  { "d.html", "<opml version=\"2.0\"><body><outline xmlUrl=\"https://x.example/f\"/></body></opml>", "opml", NULL },
  { "e.txt", "{\"@kind\":\"source\",\"uuid\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"name\":\"Le fil\"}\n", "dossier", NULL },
};

/* What a file is, is told by its bytes. */
static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbStore) store = open_store (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (SbImportResult) result = import_text (store, kinds[i].text, kinds[i].name);
      g_autoptr (SbRecord) document = sb_store_get (store, SB_KIND_DOCUMENT, result->document, NULL);

      g_test_message ("%s", kinds[i].name);
      g_assert_cmpstr (result->kind, ==, kinds[i].kind);
      g_assert_cmpuint (result->counts.added, ==, 1);
      g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_TITLE), ==, kinds[i].title);
    }
}

/* A document keeps its bytes, and the same bytes are the same document. */
static void
test_again (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbStore) store = open_store (fixture);
  g_autoptr (SbImportResult) first = import_text (store, kinds[0].text, kinds[0].name);
  g_autoptr (SbImportResult) again = import_text (store, kinds[0].text, "other name.txt");
  g_autoptr (GBytes) original = sb_store_get_original (store, first->document, NULL);

  g_assert_cmpuint (again->counts.added, ==, 0);
  g_assert_cmpuint (again->counts.unchanged, ==, 1);
  g_assert_cmpint (again->document, ==, first->document);
  g_assert_cmpmem (g_bytes_get_data (original, NULL), g_bytes_get_size (original), kinds[0].text,
                   strlen (kinds[0].text));
}

static void
test_bad (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    GQuark (*get_domain) (void);
    int code;
  } cases[] = {
    { "a.xml", "<rss version=\"2.0\"><channel/></rss>", sb_document_error_quark, SB_DOCUMENT_ERROR_UNSUPPORTED },
    { "b.html", "<html><body><script>x</script></body></html>", sb_document_error_quark, SB_DOCUMENT_ERROR_EMPTY },
    { "c.bin", "\177ELF\001\002\003\004\005\006\007\016\017\020", sb_document_error_quark, SB_DOCUMENT_ERROR_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbImportDraft) draft = read_text (cases[i].text, cases[i].name, &error);

      g_test_message ("%s", cases[i].name);
      g_assert_error (error, cases[i].get_domain (), cases[i].code);
      g_assert_null (draft);
    }
}

static char *
write_file (Fixture *fixture,
            const char *name,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* Beside the main loop: each file has its result, a bad one its error. */
static void
test_async (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *good = write_file (fixture, "good.txt", kinds[0].text);
  g_autofree char *bad = write_file (fixture, "bad.pdf", "%PDF-1.4\n1 0 obj");
  const char *const files[] = { bad, fixture->folder, "/nowhere/file", good, NULL };
  g_autoptr (SbOperation) operation = sb_operation_new ("Import");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  fixture->catalogue = sb_test_open_catalogue (fixture->folder);
  sb_import_files_async (fixture->catalogue, files, NULL, operation, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  results = sb_import_files_finish (fixture->catalogue, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 4);
  for (guint i = 0; i < results->len; i++)
    {
      SbImportResult *imported = g_ptr_array_index (results, i);

      g_assert_cmpstr (imported->file, ==, files[i]);
      g_assert_cmpint (imported->error == NULL, ==, files[i] == good);
      g_assert_cmpuint (imported->counts.added, ==, files[i] == good);
    }

  g_clear_object (&result);
  sb_test_close_catalogue (fixture->catalogue);
}

/* A table that tells nothing is read as a specification says. */
static void
test_by_specification (Fixture *fixture,
                       gconstpointer data)
{
  static const char json[] = "{\"columns\":{\"date\":\"c1\",\"location\":\"c2\"}}";
  g_autofree char *file = write_file (fixture, "table.csv", "c1,c2\n2026-05-12,Kidal\n2026-05-13,Gao\n");
  const char *const files[] = { file, NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (SbImportSpec) spec = sb_import_spec_new (bytes, &error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) results = NULL;
  SbImportResult *imported;

  g_assert_no_error (error);
  fixture->catalogue = sb_test_open_catalogue (fixture->folder);
  sb_import_files_async (fixture->catalogue, files, spec, NULL, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  results = sb_import_files_finish (fixture->catalogue, result, &error);
  g_assert_no_error (error);
  imported = g_ptr_array_index (results, 0);
  g_assert_no_error (imported->error);
  g_assert_cmpuint (imported->counts.added, ==, 2);

  g_clear_object (&result);
  sb_test_close_catalogue (fixture->catalogue);
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *good = write_file (fixture, "good.txt", kinds[0].text);
  const char *const files[] = { good, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  fixture->catalogue = sb_test_open_catalogue (fixture->folder);
  g_cancellable_cancel (cancellable);
  sb_import_files_async (fixture->catalogue, files, NULL, NULL, cancellable, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  results = sb_import_files_finish (fixture->catalogue, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (results);

  g_clear_object (&result);
  sb_test_close_catalogue (fixture->catalogue);
}

/* A store that was stopped keeps nothing of the file and works as before. */
static void
test_stopped (Fixture *fixture,
              gconstpointer data)
{
  static const char event[] = "{\"@kind\":\"event\",\"uuid\":\"7a3f6a52-0b5d-4d0e-8f0a-0c9d3a5d2f11\","
                              "\"title\":{\"fr\":\"Attaque\"},\"type\":\"battle\",\"date\":{\"edtf\":\"2025\"}}\n";
  g_autoptr (SbStore) store = open_store (fixture);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SbImportDraft) draft = read_text (event, "event.ndjson", &error);
  g_autoptr (SbImportResult) result = NULL;

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  result = sb_import_draft_store (draft, store, NULL, cancellable, &error);
  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (sb_store_count (store, query, &error), ==, 0);

  result = sb_import_draft_store (draft, store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->counts.added, ==, 1);
  g_assert_cmpint (sb_store_count (store, query, &error), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sync/import/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/sync/import/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add_func ("/sync/import/bad", test_bad);
  g_test_add ("/sync/import/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/sync/import/async", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/sync/import/by-specification", Fixture, NULL, set_up, test_by_specification, tear_down);
  g_test_add ("/sync/import/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
