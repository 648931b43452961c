/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-test-graph.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-record-builder.h"

static void
set_date (SbRecordBuilder *builder,
          guint field,
          const char *edtf)
{
  g_autoptr (SbDate) date = edtf != NULL ? sb_date_new (edtf, NULL) : NULL;

  g_assert_true (edtf == NULL || date != NULL);
  sb_record_builder_set_date (builder, field, date);
}

static gint64
get_id (char name)
{
  return g_ascii_isupper (name) ? name - 'A' + 1 : name - 'a' + 51;
}

static void
set_actor (SbRecordBuilder *builder,
           guint field,
           gint64 id)
{
  g_autoptr (SbRef) ref = id > 0 ? sb_ref_new (SB_KIND_ACTOR, id, NULL, NULL) : NULL;

  if (ref != NULL)
    sb_record_builder_set_ref (builder, field, ref);
}

static void
set_named (SbRecordBuilder *builder,
           guint field,
           const char *name)
{
  set_actor (builder, field, name != NULL ? get_id (name[0]) : 0);
}

static void
take (SbGraphInput *input,
      SbRecordBuilder *builder)
{
  g_autoptr (SbRecord) record = sb_record_builder_end (builder);

  sb_graph_input_add (input, record);
}

static void
add_actor (SbGraphInput *input,
           const SbTestActor *actor)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);

  sb_record_builder_set_id (builder, get_id (actor->name[0]));
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, actor->name, NULL);
  sb_record_builder_set_term (builder, SB_ACTOR_KIND, actor->kind);
  sb_record_builder_set_term (builder, SB_ACTOR_FAMILY, actor->kind % 6);
  set_date (builder, SB_ACTOR_FOUNDED, actor->founded);
  set_date (builder, SB_ACTOR_DISSOLVED, actor->dissolved);
  set_named (builder, SB_ACTOR_PARENT, actor->parent);
  if (actor->body != NULL)
    {
      SbRecordBuilder *role = sb_record_builder_new (&sb_actor_role_schema);

      sb_record_builder_set_words (role, SB_ACTOR_ROLE_TITLE, "Chef", NULL);
      set_named (role, SB_ACTOR_ROLE_BODY, actor->body);
      set_date (role, SB_ACTOR_ROLE_SINCE, "2020");
      sb_record_builder_take_item (builder, SB_ACTOR_ROLES, sb_record_builder_end (role));
    }
  take (input, builder);
}

static void
add_relation (SbGraphInput *input,
              const SbTestTie *tie,
              gint64 id,
              gint64 from,
              gint64 to)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_relation_schema);

  sb_record_builder_set_id (builder, id);
  set_actor (builder, SB_RELATION_SUBJECT, from);
  set_actor (builder, SB_RELATION_OBJECT, to);
  sb_record_builder_set_term (builder, SB_RELATION_KIND, tie->kind);
  set_date (builder, SB_RELATION_SINCE, tie->since);
  set_date (builder, SB_RELATION_UNTIL, tie->until);
  sb_graph_input_set_sources (input, id, (SbSourceCounts) { .supporting = tie->n_sources });
  take (input, builder);
}

static void
add_alliance (SbGraphInput *input,
              const SbTestAlliance *alliance,
              gint64 id)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_alliance_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_ALLIANCE_NAME, "Alliance", NULL);
  set_date (builder, SB_ALLIANCE_SINCE, alliance->since);
  set_date (builder, SB_ALLIANCE_UNTIL, alliance->until);
  set_named (builder, SB_ALLIANCE_ADVERSARY, alliance->adversary);
  for (const char *party = alliance->parties; *party != '\0'; party++)
    {
      SbRecordBuilder *item = sb_record_builder_new (&sb_alliance_party_schema);

      set_actor (item, SB_ALLIANCE_PARTY_ACTOR, get_id (*party));
      sb_record_builder_take_item (builder, SB_ALLIANCE_PARTIES, sb_record_builder_end (item));
    }
  take (input, builder);
}

SbGraphInput *
sb_test_graph_input_new (const SbTestActor *actors,
                         const SbTestTie *ties,
                         const SbTestAlliance *alliances)
{
  SbGraphInput *input = sb_graph_input_new ();

  for (guint i = 0; actors[i].name != NULL; i++)
    add_actor (input, &actors[i]);
  for (guint i = 0; ties != NULL && ties[i].from != NULL; i++)
    add_relation (input, &ties[i], 101 + i, get_id (ties[i].from[0]), get_id (ties[i].to[0]));
  for (guint i = 0; alliances != NULL && alliances[i].parties != NULL; i++)
    add_alliance (input, &alliances[i], 201 + i);

  return input;
}

SbGraphInput *
sb_test_graph_input_new_large (guint n_actors,
                               guint n_ties)
{
  SbGraphInput *input = sb_graph_input_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (guint i = 0; i < n_actors; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
      g_autofree char *name = g_strdup_printf ("Katiba numéro %u", i);

      sb_record_builder_set_id (builder, i + 1);
      sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, NULL);
      sb_record_builder_set_term (builder, SB_ACTOR_KIND, (int) (i % 8));
      sb_record_builder_set_term (builder, SB_ACTOR_FAMILY, (int) (i % 6));
      take (input, builder);
    }

  /* First each to one that was there before, then mostly to one nearby. */
  for (guint i = 0; i < n_ties; i++)
    {
      guint from = i < n_actors - 1 ? i + 1 : (guint) g_rand_int_range (chance, 0, (gint32) n_actors);
      guint to = i < n_actors - 1          ? (guint) (from * g_rand_double (chance))
                 : g_rand_boolean (chance) ? from / 12 * 12 + (guint) g_rand_int_range (chance, 0, 12)
                                           : (guint) (n_actors * g_rand_double (chance) * g_rand_double (chance));
      SbTestTie tie = { .kind = g_rand_int_range (chance, 0, 16), .since = i % 3 == 0 ? NULL : "2020", .n_sources = i % 5 };

      to = MIN (to, n_actors - 1);
      if (from == to)
        to = (from + 1) % n_actors;
      add_relation (input, &tie, 100000 + i, from + 1, to + 1);
    }

  return input;
}
