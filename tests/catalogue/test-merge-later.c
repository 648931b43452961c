/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-catalogue-error.h"
#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-event.h"
#include "sb-history.h"
#include "sb-merge.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-search.h"
#include "sb-test-records.h"

/* What a merge makes of what names the two, and what becomes of work that was
 * done while it held. */

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbRecord *kept; /* (owned) an actor */
  SbRecord *gone; /* (owned) an actor */
  gint64 merge;
} Fixture;

static SbRecord *
make_place (const char *name)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);

  sb_record_builder_set_words (builder, SB_PLACE_NAME, name, name);
  return sb_record_builder_end (builder);
}

static SbRecord *
make_actor (const char *fr,
            const char *en,
            const char *summary_fr,
            const char *summary_en)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, fr, en);
  sb_record_builder_set_words (builder, SB_ACTOR_SUMMARY, summary_fr, summary_en);
  return sb_record_builder_end (builder);
}

static void
take_ref (SbRecordBuilder *builder,
          guint field,
          SbRecord *record)
{
  g_autoptr (SbRef) ref = sb_record_dup_ref (record);

  sb_record_builder_set_ref (builder, field, ref);
}

static SbRecord *
with_ref (SbRecord *record,
          guint field,
          SbRecord *other)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (record);

  take_ref (builder, field, other);
  return sb_record_builder_end (builder);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  fixture->kept = make_actor ("Alpha", NULL, "Résumé d’Alpha", NULL);
  fixture->gone = make_actor ("Bravo", "Beta", NULL, "Summary of Beta");
  sb_test_put (fixture->store, fixture->kept, "Add");
  sb_test_put (fixture->store, fixture->gone, "Add");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->kept);
  g_clear_object (&fixture->gone);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static SbRecord *
get (Fixture *fixture,
     SbRecord *record)
{
  g_autoptr (GError) error = NULL;
  SbRecord *stored = sb_store_get_by_uuid (fixture->store, sb_record_get_kind (record), sb_record_get_uuid (record), &error);

  g_assert_no_error (error);
  return stored;
}

/* "differs actor status; …" */
static char *
write_notes (GPtrArray *notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const SbMergeNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "", sb_merge_note_type_get_name (note->type),
                              sb_kind_get_name (sb_ref_get_kind (note->ref)), note->field != NULL ? note->field->name : "-");
    }

  return g_string_free (text, FALSE);
}

static char *
merge (Fixture *fixture,
       SbRecord *kept,
       SbRecord *gone)
{
  g_autoptr (SbRecord) kept_now = get (fixture, kept);
  g_autoptr (SbRecord) gone_now = get (fixture, gone);
  const SbMergeQuery query = { .gone_id = sb_record_get_id (gone_now) };
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;

  notes = sb_store_merge (fixture->store, sb_record_get_kind (kept), sb_record_get_id (kept_now), sb_record_get_id (gone_now), "Merge",
                          NULL, NULL, &error);
  g_assert_no_error (error);
  merges = sb_store_list_merges (fixture->store, &query, &error);
  g_assert_no_error (error);
  fixture->merge = ((const SbMerge *) g_ptr_array_index (merges, 0))->id;
  return write_notes (notes);
}

static void
merge_actors (Fixture *fixture)
{
  g_autofree char *notes = merge (fixture, fixture->kept, fixture->gone);

  g_assert_cmpstr (notes, ==, "");
}

static char *
part (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = sb_store_unmerge (fixture->store, fixture->merge, "Part", NULL, NULL, &error);

  g_assert_no_error (error);
  return write_notes (notes);
}

/* "kept fr/en gone fr/en" of the field. */
static void
check_words (Fixture *fixture,
             guint field,
             const char *expected)
{
  g_autoptr (SbRecord) kept = get (fixture, fixture->kept);
  g_autoptr (SbRecord) gone = get (fixture, fixture->gone);
  SbBilingual *words = sb_record_get_bilingual (kept, field);
  SbBilingual *other = sb_record_get_bilingual (gone, field);
  g_autofree char *text = g_strdup_printf ("%s/%s %s/%s", sb_bilingual_get (words, SB_LANGUAGE_FR), sb_bilingual_get (words, SB_LANGUAGE_EN),
                                           sb_bilingual_get (other, SB_LANGUAGE_FR), sb_bilingual_get (other, SB_LANGUAGE_EN));

  g_assert_cmpstr (text, ==, expected);
}

static void
set_summary (Fixture *fixture,
             const char *fr,
             const char *en)
{
  g_autoptr (SbRecord) kept = get (fixture, fixture->kept);
  g_autoptr (SbRecord) edited = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (kept);

  sb_record_builder_set_words (builder, SB_ACTOR_SUMMARY, fr, en);
  edited = sb_record_builder_end (builder);
  sb_test_put (fixture->store, edited, "Edit");
}

/* What is said in one language is completed by the other one. */
static void
test_languages (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *fr; /* written after the merge */
    const char *en;
    const char *notes;
    const char *parted;
  } cases[] = {
    { "Résumé d’Alpha", "Summary of Beta", "", "Résumé d’Alpha/(null) (null)/Summary of Beta" },
    { "Récrit", "Summary of Beta", "", "Récrit/(null) (null)/Summary of Beta" },
    { "Résumé d’Alpha", "Rewritten", "changed actor summary", "Résumé d’Alpha/Rewritten (null)/Summary of Beta" },
    { "Résumé d’Alpha", NULL, "", "Résumé d’Alpha/(null) (null)/Summary of Beta" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *notes = NULL;

      set_summary (fixture, "Résumé d’Alpha", NULL);
      merge_actors (fixture);
      check_words (fixture, SB_ACTOR_SUMMARY, "Résumé d’Alpha/Summary of Beta Résumé d’Alpha/Summary of Beta");
      check_words (fixture, SB_ACTOR_NAME, "Alpha/Beta Alpha/Beta");
      set_summary (fixture, cases[i].fr, cases[i].en);
      notes = part (fixture);
      g_assert_cmpstr (notes, ==, cases[i].notes);
      check_words (fixture, SB_ACTOR_SUMMARY, cases[i].parted);
      check_words (fixture, SB_ACTOR_NAME, "Alpha/(null) Bravo/Beta");
    }
}

/* What the two say differently is told; what one of the two sources took back is
 * not taken back by the other. */
static void
test_differences (Fixture *fixture,
                  gconstpointer data)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (fixture->kept);
  g_autoptr (SbRecord) kept = NULL;
  g_autoptr (SbRecord) gone = NULL;
  g_autoptr (SbRecord) parted = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *parted_notes = NULL;

  sb_record_builder_set_text (builder, SB_ACTOR_COUNTRY, "ML");
  sb_record_builder_set_withdrawn (builder, TRUE);
  kept = sb_record_builder_end (builder);
  builder = sb_record_builder_new_from (fixture->gone);
  sb_record_builder_set_text (builder, SB_ACTOR_COUNTRY, "BF");
  gone = sb_record_builder_end (builder);
  sb_test_put (fixture->store, kept, "Edit");
  sb_test_put (fixture->store, gone, "Edit");

  notes = merge (fixture, kept, gone);
  g_assert_cmpstr (notes, ==, "differs actor country");
  parted = get (fixture, kept);
  g_assert_cmpstr (sb_record_get_text (parted, SB_ACTOR_COUNTRY), ==, "ML");
  g_assert_false (sb_record_is_withdrawn (parted));
  parted_notes = part (fixture);
  g_assert_cmpstr (parted_notes, ==, "");
  g_clear_object (&parted);
  parted = get (fixture, kept);
  g_assert_true (sb_record_is_withdrawn (parted));
}

/* A chain of parts, the first of which is in the last: "child>parent". */
static void
test_circles (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *parents; /* of a b c d */
    char kept;
    char gone;
    const char *notes;
    const char *expected;
  } cases[] = {
    { "bc--", 'a', 'c', "circle place parent", "-a--" },
    { "-a-b", 'a', 'd', "circle place parent", "-a--" },
    { "-ab-", 'a', 'c', "circle place parent", "-a--" },
    { "c-d-", 'a', 'b', "", "c-d-" },
    { "c-d-", 'b', 'a', "", "-cd-" },
    { "b---", 'a', 'b', "circle place parent", "----" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbRecord *places[4] = { make_place ("a"), make_place ("b"), make_place ("c"), make_place ("d") };
      g_autoptr (GString) parents = g_string_new (NULL);
      g_autofree char *notes = NULL;
      g_autofree char *parted = NULL;

      for (guint j = 0; j < 4; j++)
        sb_test_put (fixture->store, places[j], "Add");
      for (guint j = 0; j < 4; j++)
        if (cases[i].parents[j] != '-')
          {
            g_autoptr (SbRecord) edited = with_ref (places[j], SB_PLACE_PARENT, places[cases[i].parents[j] - 'a']);

            sb_test_put (fixture->store, edited, "Edit");
          }

      g_test_message ("%s", cases[i].parents);
      notes = merge (fixture, places[cases[i].kept - 'a'], places[cases[i].gone - 'a']);
      g_assert_cmpstr (notes, ==, cases[i].notes);
      for (guint j = 0; j < 4; j++)
        {
          g_autoptr (SbRecord) place = get (fixture, places[j]);
          SbRef *parent = sb_record_get_ref (place, SB_PLACE_PARENT);
          gboolean is_gone = (char) ('a' + j) == cases[i].gone;

          g_string_append_c (parents, parent != NULL && !is_gone ? sb_ref_get_name (parent, SB_LANGUAGE_FR)[0] : '-');
        }
      g_assert_cmpstr (parents->str, ==, cases[i].expected);
      parted = part (fixture);
      g_assert_cmpstr (parted, ==, "");
      for (guint j = 0; j < 4; j++)
        {
          g_autoptr (SbRecord) place = get (fixture, places[j]);
          SbRef *parent = sb_record_get_ref (place, SB_PLACE_PARENT);

          g_assert_cmpint (parent != NULL ? sb_ref_get_name (parent, SB_LANGUAGE_FR)[0] : '-', ==, cases[i].parents[j]);
          g_object_unref (places[j]);
        }
    }
}

/* A list of places or actors as words: "a1 b2" is the place a with the second
 * field 1. */
static void
add_items (SbRecordBuilder *builder,
           guint list,
           const SbSchema *schema,
           const char *words,
           SbRecord *const *records)
{
  for (const char *word = words; *word != '\0'; word++)
    {
      SbRecordBuilder *item;

      if (*word == ' ')
        continue;

      item = sb_record_builder_new (schema);
      take_ref (item, 0, records[*word - 'a']);
      if (word[1] != ' ' && word[1] != '\0')
        {
          word++;
          if (schema->fields[1].type == SB_FIELD_REAL)
            sb_record_builder_set_real (item, 1, *word - '0');
          else if (schema->fields[1].type == SB_FIELD_DATE)
            {
              g_autofree char *year = g_strdup_printf ("200%c", *word);
              g_autoptr (SbDate) date = sb_date_new (year, NULL);

              sb_record_builder_set_date (item, 1, date);
            }
          else
            sb_record_builder_set_term (item, 1, *word - '0');
        }
      sb_record_builder_take_item (builder, list, sb_record_builder_end (item));
    }
}

static char *
write_items (SbRecord *record,
             guint list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (record, list); i++)
    {
      SbRecord *item = sb_record_get_item (record, list, i);
      const SbSchema *schema = sb_record_get_schema (item);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", sb_ref_get_name (sb_record_get_ref (item, 0), SB_LANGUAGE_FR));
      if (schema->n_fields < 2 || !sb_record_has (item, 1))
        continue;
      if (schema->fields[1].type == SB_FIELD_REAL)
        g_string_append_printf (text, "%.0f", sb_record_get_real (item, 1, 0));
      else if (schema->fields[1].type == SB_FIELD_DATE)
        g_string_append_c (text, sb_date_get_edtf (sb_record_get_date (item, 1))[3]);
      else
        g_string_append_printf (text, "%d", sb_record_get_term (item, 1, 0));
    }

  return g_string_free (text, FALSE);
}

static SbRecordBuilder *
start_record (const SbSchema *schema)
{
  g_autoptr (SbRecord) event = sb_test_make_event ("x", "2026-04-25");
  g_autoptr (SbDate) date = sb_date_new ("2026-04-25", NULL);
  SbRecordBuilder *builder;

  if (schema == &sb_event_schema)
    return sb_record_builder_new_from (event);

  builder = sb_record_builder_new (schema);
  sb_record_builder_set_words (builder, (guint) schema->title, "x", NULL);
  if (schema == &sb_restriction_schema)
    {
      sb_record_builder_set_term (builder, SB_RESTRICTION_KIND, 0);
      sb_record_builder_set_date (builder, SB_RESTRICTION_SINCE, date);
    }
  return builder;
}

/* b becomes a in lists of all sorts. */
static void
test_lists (Fixture *fixture,
            gconstpointer data)
{
  const struct
  {
    const SbSchema *schema;
    guint list;
    const SbSchema *item;
    const char *before;
    const char *after;
  } cases[] = {
    /* An event has a place once; what named the one that is kept knows better. */
    { &sb_event_schema, SB_EVENT_PLACES, &sb_event_place_schema, "a b c", "a c" },
    { &sb_event_schema, SB_EVENT_PLACES, &sb_event_place_schema, "b1 c a0", "a0 c" },
    { &sb_event_schema, SB_EVENT_PLACES, &sb_event_place_schema, "b1 a", "a1" },
    /* Roles are different things, but none is no other one. */
    { &sb_event_schema, SB_EVENT_ACTORS, &sb_event_actor_schema, "a0 b1", "a0 a1" },
    { &sb_event_schema, SB_EVENT_ACTORS, &sb_event_actor_schema, "a b1 c", "a1 c" },
    { &sb_event_schema, SB_EVENT_ACTORS, &sb_event_actor_schema, "a1 a b1", "a1 a" },
    /* A road goes on; it may come back. */
    { &sb_corridor_schema, SB_CORRIDOR_STOPS, &sb_corridor_stop_schema, "c0 a3 b4 d9", "c0 a3 d9" },
    { &sb_corridor_schema, SB_CORRIDOR_STOPS, &sb_corridor_stop_schema, "c0 b3 a4 d9", "c0 a4 d9" },
    { &sb_corridor_schema, SB_CORRIDOR_STOPS, &sb_corridor_stop_schema, "a c b", "a c a" },
    { &sb_restriction_schema, SB_RESTRICTION_PLACES, &sb_restriction_place_schema, "c b a", "c a" },
    /* Who left and came back is there twice. */
    { &sb_alliance_schema, SB_ALLIANCE_PARTIES, &sb_alliance_party_schema, "a b", "a" },
    { &sb_alliance_schema, SB_ALLIANCE_PARTIES, &sb_alliance_party_schema, "a1 b c", "a1 c" },
    { &sb_alliance_schema, SB_ALLIANCE_PARTIES, &sb_alliance_party_schema, "a1 b2 c", "a1 a2 c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_actor = cases[i].item->fields[0].target == SB_KIND_ACTOR;
      const char *const names[] = { "a", "b", "c", "d" };
      SbRecord *records[4];
      SbRecordBuilder *builder = start_record (cases[i].schema);
      g_autoptr (SbRecord) record = NULL;
      g_autoptr (SbRecord) merged = NULL;
      g_autoptr (SbRecord) parted = NULL;
      g_autofree char *list = NULL;
      g_autofree char *parted_list = NULL;
      g_autofree char *notes = NULL;
      g_autofree char *parted_notes = NULL;

      for (guint j = 0; j < 4; j++)
        {
          records[j] = is_actor ? sb_test_make_actor (names[j]) : make_place (names[j]);
          sb_test_put (fixture->store, records[j], "Add");
        }
      add_items (builder, cases[i].list, cases[i].item, cases[i].before, records);
      record = sb_record_builder_end (builder);
      sb_test_put (fixture->store, record, "Add");

      g_test_message ("%s %s", cases[i].item->name, cases[i].before);
      notes = merge (fixture, records[0], records[1]);
      merged = get (fixture, record);
      list = write_items (merged, cases[i].list);
      g_assert_cmpstr (list, ==, cases[i].after);
      parted_notes = part (fixture);
      g_assert_cmpstr (parted_notes, ==, "");
      parted = get (fixture, record);
      parted_list = write_items (parted, cases[i].list);
      g_assert_cmpstr (parted_list, ==, cases[i].before);
      for (guint j = 0; j < 4; j++)
        g_object_unref (records[j]);
    }
}

/* The stances of the extract for the two, "-" where there is none. */
static void
check_stances (Fixture *fixture,
               const char *expected)
{
  SbRecord *const actors[] = { fixture->kept, fixture->gone };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SbRecord) actor = get (fixture, actors[i]);
      g_autoptr (GPtrArray) evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (actor), NULL);

      g_assert_cmpuint (evidence->len, <=, 1);
      if (evidence->len == 0)
        g_string_append (text, "- ");
      else
        g_string_append_printf (text, "%d%d ", sb_record_get_term (g_ptr_array_index (evidence, 0), SB_EVIDENCE_STANCE, 9),
                                sb_record_get_term (g_ptr_array_index (evidence, 0), SB_EVIDENCE_CREDIBILITY, 9));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
put_stance (Fixture *fixture,
            SbRecord *actor,
            const char *stance) /* NULL for none */
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Edit");
  g_autoptr (SbRef) ref = sb_record_dup_ref (actor);
  g_autoptr (SbRef) extract = sb_test_make_ref (SB_KIND_EXTRACT, 0);
  g_autoptr (GError) error = NULL;

  if (stance != NULL)
    sb_change_set_put_evidence (changes, ref, extract, (SbStance) (stance[0] - '0'), (SbCredibility) (stance[1] - '0'));
  else
    sb_change_set_remove_evidence (changes, ref, extract);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >=, 0);
  g_assert_no_error (error);
}

/* What was judged anew while the two were one is not lost. */
static void
test_evidence (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *kept;
    const char *gone;
    const char *later; /* NULL for removed */
    const char *expected;
  } cases[] = {
    { NULL, "01", "01", "- 01 " }, /* moved, and moved back */
    { NULL, "01", "13", "- 13 " }, /* judged anew: it is of the one that was gone */
    { NULL, "01", NULL, "- - " }, /* removed: it stays away */
    { "02", "11", "13", "13 11 " }, /* of the one that is kept from the start */
    { "02", "11", NULL, "- 11 " },
  };
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);

  g_assert_cmpint (sb_store_apply (fixture->store, all, NULL), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *notes = NULL;

      g_test_message ("%u", i);
      put_stance (fixture, fixture->kept, cases[i].kept);
      put_stance (fixture, fixture->gone, cases[i].gone);
      merge_actors (fixture);
      put_stance (fixture, fixture->kept, cases[i].later);
      notes = part (fixture);
      check_stances (fixture, cases[i].expected);
    }
}

static SbRecord *
with_alias (SbRecord *actor,
            const char *name)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (actor);
  SbRecordBuilder *item = sb_record_builder_new (&sb_actor_alias_schema);

  sb_record_builder_set_text (item, SB_ACTOR_ALIAS_NAME, name);
  sb_record_builder_take_item (builder, SB_ACTOR_ALIASES, sb_record_builder_end (item));
  return sb_record_builder_end (builder);
}

/* What a third had itself stays with it when what came to it by two merges goes. */
static void
test_third (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbRecord) bare = sb_test_make_actor ("Gamma");
  g_autoptr (SbRecord) third = with_alias (bare, "X");
  g_autoptr (SbRecord) gone = with_alias (fixture->gone, "X");
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbRecord) stored = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *parted = NULL;
  g_autofree char *parted_again = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  gint64 first;
  gint64 second;

  g_assert_cmpint (sb_store_apply (fixture->store, all, NULL), >, 0);
  sb_test_put (fixture->store, third, "Add");
  sb_test_put (fixture->store, gone, "Edit");
  put_stance (fixture, third, "11");
  put_stance (fixture, fixture->gone, "02");
  merge_actors (fixture);
  first = fixture->merge;
  merged = merge (fixture, third, fixture->kept);
  second = fixture->merge;
  fixture->merge = first;
  parted = part (fixture);
  fixture->merge = second;
  parted_again = part (fixture);

  check_stances (fixture, "- 02 ");
  stored = get (fixture, third);
  g_assert_cmpuint (sb_record_get_n_items (stored, SB_ACTOR_ALIASES), ==, 1);
  evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (stored), NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
}

/* Whoever still has the one that is gone before them is told, and a program is
 * not. */
static void
test_stale_edit (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (SbChangeSet) edit = sb_change_set_new ("Edit");
  g_autoptr (SbChangeSet) sync = sb_change_set_new (NULL);
  g_autoptr (SbRecord) stale = get (fixture, fixture->gone);
  g_autoptr (GError) error = NULL;

  merge_actors (fixture);
  sb_change_set_put (edit, stale);
  g_assert_cmpint (sb_store_apply (fixture->store, edit, &error), ==, -1);
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_MERGED);
  g_clear_error (&error);
  sb_change_set_put (sync, stale);
  g_assert_cmpint (sb_store_apply (fixture->store, sync, &error), ==, 0);
  g_assert_no_error (error);
}

/* An event of those of the two that @words names. */
static SbRecord *
add_event (Fixture *fixture,
           const char *words)
{
  SbRecord *const actors[] = { fixture->kept, fixture->gone };
  SbRecordBuilder *builder = start_record (&sb_event_schema);
  SbRecord *event;

  add_items (builder, SB_EVENT_ACTORS, &sb_event_actor_schema, words, actors);
  event = sb_record_builder_end (builder);
  sb_test_put (fixture->store, event, "Add");
  return event;
}

static void
check_actors (Fixture *fixture,
              SbRecord *event,
              const char *expected)
{
  g_autoptr (SbRecord) stored = get (fixture, event);
  g_autofree char *items = write_items (stored, SB_EVENT_ACTORS);

  g_assert_cmpstr (items, ==, expected);
}

/* What named the one that was gone names it again; what went with the one that
 * was kept is told. */
static void
test_removed_since (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (SbChangeSet) removal = sb_change_set_new ("Remove");
  g_autoptr (SbRef) ref = sb_record_dup_ref (fixture->kept);
  g_autoptr (SbRecord) plain_child = make_actor ("Charlie", NULL, NULL, NULL);
  g_autoptr (SbRecord) child = with_ref (plain_child, SB_ACTOR_PARENT, fixture->gone);
  g_autoptr (SbRecord) of_gone = add_event (fixture, "b1");
  g_autoptr (SbRecord) of_both = add_event (fixture, "a0 b1");
  g_autoptr (SbRecord) orphan = NULL;
  g_autoptr (SbRecord) gone = NULL;
  g_autofree char *notes = NULL;

  sb_test_put (fixture->store, child, "Add");
  merge_actors (fixture);
  sb_change_set_remove (removal, ref);
  g_assert_cmpint (sb_store_apply (fixture->store, removal, NULL), >, 0);
  check_actors (fixture, of_gone, "");
  notes = part (fixture);
  g_assert_cmpstr (notes, ==, "removed actor -");
  gone = get (fixture, fixture->gone);
  g_assert_cmpstr (sb_record_get_title (gone, SB_LANGUAGE_EN), ==, "Beta");
  check_actors (fixture, of_gone, "Bravo1");
  check_actors (fixture, of_both, "Bravo1");
  orphan = get (fixture, child);
  g_assert_true (sb_record_has (orphan, SB_ACTOR_PARENT));
  g_assert_true (sb_record_get_id (gone) == sb_ref_get_id (sb_record_get_ref (orphan, SB_ACTOR_PARENT)));
}

static void
check_named (SbRef *ref)
{
  g_assert_cmpint (sb_ref_get_id (ref), !=, 0);
  g_assert_cmpstr (sb_ref_get_name (ref, SB_LANGUAGE_FR), !=, "");
}

/* The history calls what is gone what it was called. */
static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbRecord) event = add_event (fixture, "b1");
  const SbHistoryQuery of_gone = { .record = sb_record_get_id (fixture->gone) };
  const SbHistoryQuery of_event = { .record = sb_record_get_id (event), .limit = 1 };
  const SbHistoryQuery *const queries[] = { &of_gone, &of_event };

  g_assert_cmpint (sb_store_apply (fixture->store, all, NULL), >, 0);
  put_stance (fixture, fixture->gone, "01");
  merge_actors (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) units = sb_store_list_history (fixture->store, queries[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (units->len, >, 0);
      for (guint j = 0; j < units->len; j++)
        {
          const SbHistoryUnit *unit = g_ptr_array_index (units, j);

          for (guint k = 0; k < unit->changes->len; k++)
            {
              const SbHistoryChange *change = g_ptr_array_index (unit->changes, k);

              check_named (change->ref);
              if (change->before != NULL && sb_ref_get_kind (change->ref) == SB_KIND_EVENT)
                check_named (sb_record_get_ref (sb_record_get_item (change->before, SB_EVENT_ACTORS, 0), SB_EVENT_ACTOR_ACTOR));
            }
        }
    }
}

/* A program stores something of the one that is about to go again. */
static void
store_late (Fixture *fixture,
            SbRecord **event,
            SbRecord **relation)
{
  g_autoptr (SbRecord) other = sb_test_make_actor ("Gamma");
  g_autoptr (SbChangeSet) sync = sb_change_set_new (NULL);
  SbRecordBuilder *builder = start_record (&sb_event_schema);
  SbRecord *const actors[] = { fixture->gone };

  add_items (builder, SB_EVENT_ACTORS, &sb_event_actor_schema, "a0", actors);
  *event = sb_record_builder_end (builder);
  builder = sb_record_builder_new (&sb_relation_schema);
  take_ref (builder, SB_RELATION_SUBJECT, fixture->gone);
  sb_record_builder_set_term (builder, SB_RELATION_KIND, 0);
  take_ref (builder, SB_RELATION_OBJECT, other);
  *relation = sb_record_builder_end (builder);
  sb_change_set_put (sync, other);
  sb_change_set_put (sync, *event);
  sb_change_set_put (sync, *relation);
  g_assert_cmpint (sb_store_apply (fixture->store, sync, NULL), >, 0);
}

/* It goes to the one that is kept instead of going, when the merge is done again
 * or its parting is undone. */
static void
test_late (Fixture *fixture,
           gconstpointer data)
{
  gboolean is_parted = data != NULL;
  g_autoptr (SbRecord) event = NULL;
  g_autoptr (SbRecord) relation = NULL;
  g_autoptr (SbRecord) stored_event = NULL;
  g_autoptr (SbRecord) stored_relation = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undone = NULL;

  merge_actors (fixture);
  if (is_parted)
    notes = part (fixture);
  else
    undone = sb_store_undo (fixture->store, NULL);
  store_late (fixture, &event, &relation);
  label = is_parted ? sb_store_undo (fixture->store, NULL) : sb_store_redo (fixture->store, NULL);
  g_assert_cmpstr (label, ==, is_parted ? "Part" : "Merge");

  stored_event = get (fixture, event);
  stored_relation = get (fixture, relation);
  g_assert_cmpuint (sb_record_get_n_items (stored_event, SB_EVENT_ACTORS), ==, 1);
  g_assert_cmpstr (sb_ref_get_uuid (sb_record_get_ref (sb_record_get_item (stored_event, SB_EVENT_ACTORS, 0), SB_EVENT_ACTOR_ACTOR)), ==,
                   sb_record_get_uuid (fixture->kept));
  g_assert_nonnull (stored_relation);
  g_assert_cmpstr (sb_ref_get_uuid (sb_record_get_ref (stored_relation, SB_RELATION_SUBJECT)), ==, sb_record_get_uuid (fixture->kept));
}

static void
check_found (Fixture *fixture,
             const char *text,
             gint64 expected)
{
  const SbSearchRequest request = { .text = text, .limit = 10 };
  g_autoptr (SbSearchAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  sb_store_index (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  answer = sb_store_search (fixture->store, &request, &error);
  g_assert_no_error (error);
  g_test_message ("%s", text);
  g_assert_cmpint (answer->total, ==, expected);
}

/* The events of both are found by the names of each, and those of each again. */
static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  SbRecord *const actors[] = { fixture->kept, fixture->gone };
  g_autofree char *notes = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SbRecord) event = NULL;
      SbRecordBuilder *builder = start_record (&sb_event_schema);

      add_items (builder, SB_EVENT_ACTORS, &sb_event_actor_schema, i == 0 ? "a0" : "b0", actors);
      event = sb_record_builder_end (builder);
      sb_test_put (fixture->store, event, "Add");
    }

  for (guint i = 0; i < 2; i++)
    {
      check_found (fixture, "kind:event actor:Alpha", 1);
      check_found (fixture, "kind:event actor:Beta", 2);
      check_found (fixture, "kind:event Alpha", 1);
      check_found (fixture, "kind:event Bravo", 2);
      check_found (fixture, "kind:actor Beta", 1);
      merge_actors (fixture);
      g_assert_cmpint (sb_store_count_unindexed (fixture->store, NULL), >, 0);
      check_found (fixture, "kind:event actor:Alpha", 3);
      check_found (fixture, "kind:event actor:Bravo", 3);
      check_found (fixture, "kind:event Alpha", 3);
      check_found (fixture, "kind:event Bravo", 3);
      check_found (fixture, "kind:actor Beta", 1);
      g_free (g_steal_pointer (&notes));
      notes = part (fixture);
      g_assert_cmpint (sb_store_count_unindexed (fixture->store, NULL), >, 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func) g_test_add ("/catalogue/merge-later/" name, Fixture, data, set_up, func, tear_down)
  ADD ("languages", NULL, test_languages);
  ADD ("differences", NULL, test_differences);
  ADD ("circles", NULL, test_circles);
  ADD ("lists", NULL, test_lists);
  ADD ("evidence", NULL, test_evidence);
  ADD ("third", NULL, test_third);
  ADD ("stale-edit", NULL, test_stale_edit);
  ADD ("removed-since", NULL, test_removed_since);
  ADD ("history", NULL, test_history);
  ADD ("late/redone", NULL, test_late);
  ADD ("late/parting-undone", "parted", test_late);
  ADD ("search", NULL, test_search);
#undef ADD
  return g_test_run ();
}
