/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-test-merging.h"

/* What a merge makes of what names the two, and of what they rest on. */

/* A chain of parts, the first of which is in the last: "child>parent". */
static void
test_circles (SbTestMerging *fixture,
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
      SbRecord *places[4] = { sb_test_make_place ("a"), sb_test_make_place ("b"), sb_test_make_place ("c"), sb_test_make_place ("d") };
      g_autoptr (GString) parents = g_string_new (NULL);
      g_autofree char *notes = NULL;
      g_autofree char *parted = NULL;

      for (guint j = 0; j < 4; j++)
        sb_test_put (fixture->store, places[j], "Add");
      for (guint j = 0; j < 4; j++)
        if (cases[i].parents[j] != '-')
          {
            g_autoptr (SbRecord) edited = sb_test_with_ref (places[j], SB_PLACE_PARENT, places[cases[i].parents[j] - 'a']);

            sb_test_put (fixture->store, edited, "Edit");
          }

      g_test_message ("%s", cases[i].parents);
      notes = sb_test_merging_merge (fixture, places[cases[i].kept - 'a'], places[cases[i].gone - 'a']);
      g_assert_cmpstr (notes, ==, cases[i].notes);
      for (guint j = 0; j < 4; j++)
        {
          g_autoptr (SbRecord) place = sb_test_get (fixture->store, places[j]);
          SbRef *parent = sb_record_get_ref (place, SB_PLACE_PARENT);
          gboolean is_gone = (char) ('a' + j) == cases[i].gone;

          g_string_append_c (parents, parent != NULL && !is_gone ? sb_ref_get_name (parent, SB_LANGUAGE_FR)[0] : '-');
        }
      g_assert_cmpstr (parents->str, ==, cases[i].expected);
      parted = sb_test_merging_part (fixture);
      g_assert_cmpstr (parted, ==, "");
      for (guint j = 0; j < 4; j++)
        {
          g_autoptr (SbRecord) place = sb_test_get (fixture->store, places[j]);
          SbRef *parent = sb_record_get_ref (place, SB_PLACE_PARENT);

          g_assert_cmpint (parent != NULL ? sb_ref_get_name (parent, SB_LANGUAGE_FR)[0] : '-', ==, cases[i].parents[j]);
          g_object_unref (places[j]);
        }
    }
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
test_lists (SbTestMerging *fixture,
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
          records[j] = is_actor ? sb_test_make_actor (names[j]) : sb_test_make_place (names[j]);
          sb_test_put (fixture->store, records[j], "Add");
        }
      sb_test_add_items (builder, cases[i].list, cases[i].item, cases[i].before, records);
      record = sb_record_builder_end (builder);
      sb_test_put (fixture->store, record, "Add");

      g_test_message ("%s %s", cases[i].item->name, cases[i].before);
      notes = sb_test_merging_merge (fixture, records[0], records[1]);
      merged = sb_test_get (fixture->store, record);
      list = sb_test_write_items (merged, cases[i].list);
      g_assert_cmpstr (list, ==, cases[i].after);
      parted_notes = sb_test_merging_part (fixture);
      g_assert_cmpstr (parted_notes, ==, "");
      parted = sb_test_get (fixture->store, record);
      parted_list = sb_test_write_items (parted, cases[i].list);
      g_assert_cmpstr (parted_list, ==, cases[i].before);
      for (guint j = 0; j < 4; j++)
        g_object_unref (records[j]);
    }
}

/* The stances of the extract for the two, "-" where there is none. */
static void
check_stances (SbTestMerging *fixture,
               const char *expected)
{
  SbRecord *const actors[] = { fixture->kept, fixture->gone };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SbRecord) actor = sb_test_get (fixture->store, actors[i]);
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

/* What was judged anew while the two were one is not lost. */
static void
test_evidence (SbTestMerging *fixture,
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
      sb_test_merging_put_stance (fixture, fixture->kept, cases[i].kept);
      sb_test_merging_put_stance (fixture, fixture->gone, cases[i].gone);
      sb_test_merging_merge_both (fixture);
      sb_test_merging_put_stance (fixture, fixture->kept, cases[i].later);
      notes = sb_test_merging_part (fixture);
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
test_third (SbTestMerging *fixture,
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
  sb_test_merging_put_stance (fixture, third, "11");
  sb_test_merging_put_stance (fixture, fixture->gone, "02");
  sb_test_merging_merge_both (fixture);
  first = fixture->merge;
  merged = sb_test_merging_merge (fixture, third, fixture->kept);
  second = fixture->merge;
  fixture->merge = first;
  parted = sb_test_merging_part (fixture);
  fixture->merge = second;
  parted_again = sb_test_merging_part (fixture);

  check_stances (fixture, "- 02 ");
  stored = sb_test_get (fixture->store, third);
  g_assert_cmpuint (sb_record_get_n_items (stored, SB_ACTOR_ALIASES), ==, 1);
  evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (stored), NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/catalogue/merge-ties/" name, SbTestMerging, NULL, sb_test_merging_open, func, sb_test_merging_close)
  ADD ("circles", test_circles);
  ADD ("lists", test_lists);
  ADD ("evidence", test_evidence);
  ADD ("third", test_third);
#undef ADD
  return g_test_run ();
}
