/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-name-loader.h"

#include "sb-mention-store.h"

/* Corridors last: they go through places. */
static const SbKind kinds[] = { SB_KIND_PLACE, SB_KIND_ACTOR, SB_KIND_INSTRUMENT, SB_KIND_CORRIDOR };

static gboolean
add_rules (SbNameSet *names,
           SbStore *store,
           GError **error)
{
  g_autoptr (GPtrArray) rules = sb_store_list_mention_rules (store, error);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const SbMentionRule *rule = g_ptr_array_index (rules, i);

      sb_name_set_add_rule (names, rule->text, rule->record);
    }

  return rules != NULL;
}

SbNameSet *
sb_load_names (SbStore *store,
               GError **error)
{
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (error);
  g_autoptr (SbCorridorNetwork) network = NULL;
  g_autoptr (SbNameSet) names = sb_name_set_new ();

  if (gazetteer == NULL)
    return NULL;
  network = sb_corridor_network_new (gazetteer, error);
  if (network == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && store != NULL; i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (kinds[i]);
      g_autoptr (GPtrArray) records = sb_store_list (store, query, error);

      if (records == NULL)
        return NULL;
      for (guint j = 0; j < records->len; j++)
        sb_name_set_add_record (names, g_ptr_array_index (records, j));
    }

  sb_name_set_add_shipped (names, gazetteer, network);
  if (store != NULL && !add_rules (names, store, error))
    return NULL;
  sb_name_set_end (names);
  return g_steal_pointer (&names);
}
