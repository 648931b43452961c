/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-document.h"
#include "sb-likeness-intake.h"
#include "sb-likeness-store.h"
#include "sb-record-builder.h"
#include "sb-republication.h"
#include "sb-source.h"
#include "sb-test-records.h"

/* Documents are compared as they come: what republishes another one is grouped under
 * the first, in whatever order they come, and the analyst has the last word. */

#define N_SOURCES 4

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbRef *sources[N_SOURCES]; /* (owned) */
  char *text; /* (owned) a text, and another one of the same event */
  char *other_text; /* (owned) */
} Fixture;

static char *
load_text (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "documents", "likeness", "texts.txt", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *head = g_strdup_printf ("\n== %s ", name);
  const char *start;
  const char *end;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  start = strstr (contents, head);
  g_assert_nonnull (start);
  start = strchr (start + 1, '\n') + 1;
  end = strstr (start, "\n== ");
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  for (guint i = 0; i < N_SOURCES; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_source_schema);
      g_autofree char *name = g_strdup_printf ("Source %u", i);
      g_autoptr (SbRecord) source = NULL;

      sb_record_builder_set_words (builder, SB_SOURCE_NAME, name, NULL);
      source = sb_record_builder_end (builder);
      sb_change_set_put (changes, source);
      fixture->sources[i] = sb_record_dup_ref (source);
    }
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >=, 0);
  fixture->text = load_text ("convoy-1");
  fixture->other_text = load_text ("convoy-2");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
  for (guint i = 0; i < N_SOURCES; i++)
    sb_ref_unref (fixture->sources[i]);
  g_free (fixture->text);
  g_free (fixture->other_text);
}

static void
compare_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) waiting = NULL;

  g_assert_true (sb_likeness_intake_run (fixture->store, NULL, NULL, &error));
  g_assert_no_error (error);
  waiting = sb_store_list_uncompared (fixture->store, 10, &error);
  g_assert_cmpuint (waiting->len, ==, 0);
}

static SbRecord *
get (Fixture *fixture,
     gint64 id)
{
  g_autoptr (GError) error = NULL;
  SbRecord *document = sb_store_get (fixture->store, SB_KIND_DOCUMENT, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

/* Stores a document over @id, or a new one; its id. */
static gint64
put (Fixture *fixture,
     gint64 id,
     guint source,
     const char *day,
     const char *text)
{
  g_autoptr (SbRecord) stored = id != 0 ? get (fixture, id) : NULL;
  SbRecordBuilder *builder = stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_document_schema);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbDate) date = sb_date_new (day, NULL);
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) now = NULL;
  g_autoptr (GError) error = NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Attaque d’un convoi à Kayes");
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, fixture->sources[source]);
  document = sb_record_builder_end (builder);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text, NULL));
  sb_change_set_put_document (changes, document, blocks, NULL);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >=, 0);
  g_assert_no_error (error);
  now = sb_store_get_by_uuid (fixture->store, SB_KIND_DOCUMENT, sb_record_get_uuid (document), &error);
  return sb_record_get_id (now);
}

static void
remove_document (Fixture *fixture,
                 gint64 id)
{
  g_autoptr (SbRecord) document = get (fixture, id);
  g_autoptr (SbRef) ref = sb_record_dup_ref (document);
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Remove");
  g_autoptr (GError) error = NULL;

  sb_change_set_remove (changes, ref);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >=, 0);
  g_assert_no_error (error);
}

/* The first of the group of @id, itself when it is that. */
static gint64
get_first (Fixture *fixture,
           gint64 id)
{
  g_autoptr (SbRecord) document = get (fixture, id);
  SbRef *first = sb_record_get_ref (document, SB_DOCUMENT_FIRST);

  return first != NULL ? sb_ref_get_id (first) : id;
}

static gint64
count_republications (Fixture *fixture,
                      gint64 id)
{
  g_autoptr (SbRecord) document = get (fixture, id);

  return sb_record_get_integer (document, SB_DOCUMENT_REPUBLICATIONS, 0);
}

static gint64
count_listed (Fixture *fixture,
              SbQueryFlags flags,
              gint64 source)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (GError) error = NULL;
  gint64 n;

  query->flags = flags;
  query->source = source;
  n = sb_store_count (fixture->store, query, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_grouped (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *copy = g_strconcat ("BAMAKO (AFP) – ", fixture->text, NULL);
  gint64 first = put (fixture, 0, 0, "2026-05-12", fixture->text);
  gint64 second = put (fixture, 0, 1, "2026-05-13", copy);
  gint64 third = put (fixture, 0, 2, "2026-05-13", fixture->text);
  gint64 other = put (fixture, 0, 3, "2026-05-13", fixture->other_text);
  g_autoptr (SbQuery) group = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  SbRecord *link;

  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, second), ==, first);
  g_assert_cmpint (get_first (fixture, third), ==, first);
  g_assert_cmpint (get_first (fixture, other), ==, other);
  g_assert_cmpint (count_republications (fixture, first), ==, 2);

  stored = get (fixture, second);
  link = sb_record_get_item (stored, SB_DOCUMENT_LINKS, 0);
  g_assert_true (sb_record_get_boolean (link, SB_DOCUMENT_LINK_FOUND));
  g_assert_cmpint (sb_record_get_integer (link, SB_DOCUMENT_LINK_LIKENESS, 0), >=, 95);

  g_assert_cmpint (count_listed (fixture, SB_QUERY_DEFAULT, 0), ==, 4);
  g_assert_cmpint (count_listed (fixture, SB_QUERY_GROUPED, 0), ==, 2);
  g_assert_cmpint (count_listed (fixture, SB_QUERY_GROUPED | SB_QUERY_UNREAD, 0), ==, 2);
  /* What a source has published is listed, though it is not the first. */
  g_assert_cmpint (count_listed (fixture, SB_QUERY_GROUPED, sb_ref_get_id (sb_record_get_ref (stored, SB_DOCUMENT_SOURCE))), ==, 1);

  group->group = first;
  listed = sb_store_list (fixture->store, group, NULL);
  g_assert_cmpuint (listed->len, ==, 3);
  g_assert_cmpint (sb_record_get_id (g_ptr_array_index (listed, 0)), ==, first);
}

/* The one that was published first is the first, though it came last. */
static void
test_turned (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *copy = g_strconcat ("BAMAKO (AFP) – ", fixture->text, NULL);
  gint64 second = put (fixture, 0, 1, "2026-05-13", copy);
  gint64 third = put (fixture, 0, 2, "2026-05-14", fixture->text);
  gint64 first;

  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, third), ==, second);

  first = put (fixture, 0, 0, "2026-05-12", fixture->text);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, second), ==, first);
  g_assert_cmpint (get_first (fixture, third), ==, first);
  g_assert_cmpint (count_republications (fixture, first), ==, 2);

  /* So it is when the day of one is corrected. */
  put (fixture, third, 2, "2026-05-10", fixture->text);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, first), ==, third);
  g_assert_cmpint (get_first (fixture, second), ==, third);

  /* Without it, the others are still one text. */
  remove_document (fixture, third);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, first), ==, first);
  g_assert_cmpint (get_first (fixture, second), ==, first);
}

/* A text that changes is compared again, and so is what was found to be of it. */
static void
test_changed (Fixture *fixture,
              gconstpointer data)
{
  gint64 first = put (fixture, 0, 0, "2026-05-12", fixture->text);
  gint64 second = put (fixture, 0, 1, "2026-05-13", fixture->text);

  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, second), ==, first);
  put (fixture, first, 0, "2026-05-12", fixture->other_text);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, second), ==, second);
  put (fixture, first, 0, "2026-05-12", fixture->text);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, second), ==, first);
}

/* Two texts of one source are versions of an article. */
static void
test_version (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *longer = g_strconcat (fixture->text, "\n\nLe bilan s’est alourdi dans la soirée, selon un élu.", NULL);
  gint64 first = put (fixture, 0, 0, "2026-05-12", fixture->text);
  gint64 second = put (fixture, 0, 0, "2026-05-12", longer);
  g_autoptr (SbRecord) stored = NULL;
  SbRecord *link;

  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, second), ==, second);
  stored = get (fixture, second);
  link = sb_record_get_item (stored, SB_DOCUMENT_LINKS, 0);
  g_assert_cmpint (sb_record_get_term (link, SB_DOCUMENT_LINK_RELATION, -1), ==, SB_DOCUMENT_RELATION_SUPERSEDES);
  g_assert_cmpint (sb_ref_get_id (sb_record_get_ref (link, SB_DOCUMENT_LINK_DOCUMENT)), ==, first);
}

static void
say (Fixture *fixture,
     gint64 document,
     gint64 other,
     SbRepublicationWord word)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sb_republication_say (fixture->store, document, other, word, &error));
  g_assert_no_error (error);
  compare_all (fixture);
}

/* No is no, whatever comes; until it is undone or taken back. */
static void
test_no (Fixture *fixture,
         gconstpointer data)
{
  gint64 first = put (fixture, 0, 0, "2026-05-12", fixture->text);
  gint64 second = put (fixture, 0, 1, "2026-05-13", fixture->text);
  gint64 third = put (fixture, 0, 2, "2026-05-14", fixture->text);
  g_autofree char *label = NULL;
  gint64 earliest;

  compare_all (fixture);
  say (fixture, second, 0, SB_REPUBLICATION_NO);
  g_assert_cmpint (get_first (fixture, second), ==, second);
  g_assert_cmpint (get_first (fixture, third), ==, first);

  /* Nor is it one of what turns out to be the first of that group. */
  earliest = put (fixture, 0, 3, "2026-05-10", fixture->text);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, first), ==, earliest);
  g_assert_cmpint (get_first (fixture, second), ==, second);
  put (fixture, second, 1, "2026-05-13", fixture->text);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, second), ==, second);

  label = sb_store_undo (fixture->store, NULL);
  g_assert_nonnull (label);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, second), ==, earliest);

  say (fixture, second, first, SB_REPUBLICATION_NO);
  g_assert_cmpint (get_first (fixture, second), ==, second);
  say (fixture, second, first, SB_REPUBLICATION_FORGET);
  g_assert_cmpint (get_first (fixture, second), ==, earliest);
}

/* What the analyst says needs no likeness, and stays when the texts change. */
static void
test_yes (Fixture *fixture,
          gconstpointer data)
{
  gint64 first = put (fixture, 0, 0, "2026-05-12", fixture->text);
  gint64 second = put (fixture, 0, 1, "2026-05-13", fixture->other_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) stored = NULL;

  compare_all (fixture);
  g_assert_false (sb_republication_say (fixture->store, second, 0, SB_REPUBLICATION_YES, &error));
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID);
  say (fixture, second, first, SB_REPUBLICATION_YES);
  g_assert_cmpint (get_first (fixture, second), ==, first);
  stored = get (fixture, second);
  g_assert_false (sb_record_get_boolean (sb_record_get_item (stored, SB_DOCUMENT_LINKS, 0), SB_DOCUMENT_LINK_FOUND));
}

/* Pages with @n_words of their own, which no other one has, over a foot. */
static gint64
put_page (Fixture *fixture,
          guint number,
          guint n_words,
          const char *foot)
{
  g_auto (GStrv) words = g_strsplit (fixture->text, " ", -1);
  g_autoptr (GString) page = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (page, "%s%u ", words[i % g_strv_length (words)], number);
  g_string_append (page, foot);
  return put (fixture, 0, number % N_SOURCES, "2026-05-12", page->str);
}

/* What many pages have leads to none of them, and does not count where it is most
 * of one. */
static void
test_common (Fixture *fixture,
             gconstpointer data)
{
  guint number;
  gint64 page;
  gint64 next;

  for (number = 0; number <= SB_COMMON_MARK; number++)
    put_page (fixture, number, 120, fixture->other_text);
  compare_all (fixture);
  g_assert_cmpint (count_listed (fixture, SB_QUERY_GROUPED, 0), ==, SB_COMMON_MARK + 1);

  page = put_page (fixture, number++, 50, fixture->other_text);
  next = put_page (fixture, number++, 50, fixture->other_text);
  compare_all (fixture);
  g_assert_cmpint (get_first (fixture, page), ==, page);
  g_assert_cmpint (get_first (fixture, next), ==, next);
}

#define ADD(name, func) g_test_add ("/sync/likeness-intake/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("grouped", test_grouped);
  ADD ("turned", test_turned);
  ADD ("changed", test_changed);
  ADD ("version", test_version);
  ADD ("no", test_no);
  ADD ("yes", test_yes);
  ADD ("common", test_common);

  return g_test_run ();
}
