/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-event-index-loader.h"

#include "sb-event-rows.h"
#include "sb-store-export.h"

typedef struct
{
  SbEventIndexBuilder *builder; /* (owned) (nullable) */
  GHashTable *types; /* (owned) (element-type utf8 int) */
  GHashTable *subtypes; /* (owned) */
  GHashTable *precisions; /* (owned) */
  gint64 last_id;
} Loading;

/* The values of a vocabulary by their names: a million names are looked up. */
static GHashTable *
map_names (const SbVocabulary *vocabulary)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < vocabulary->n_terms; i++)
    g_hash_table_insert (names, (gpointer) vocabulary->terms[i].name, GINT_TO_POINTER (vocabulary->terms[i].value));

  return names;
}

static int
find_value (GHashTable *names,
            const char *name,
            int otherwise)
{
  gpointer value;

  if (name == NULL || !g_hash_table_lookup_extended (names, name, NULL, &value))
    return otherwise;

  return GPOINTER_TO_INT (value);
}

static void
add_row (const SbEventRow *row,
         gpointer data)
{
  Loading *loading = data;
  SbEventSpot spot = {
    .id = row->id,
    .type = (SbEventType) find_value (loading->types, row->type, SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT),
    .subtype = find_value (loading->subtypes, row->subtype, -1),
    .first_day = row->first_day,
    .last_day = row->last_day,
    .is_qualified = row->is_qualified,
    .fatalities = (guint) CLAMP (row->fatalities, 0, G_MAXUINT16),
    .is_unsourced = row->is_unsourced,
    .is_further = row->id == loading->last_id,
    .has_position = row->has_position,
    .position = { row->longitude, row->latitude },
    .precision = (SbPlacePrecision) find_value (loading->precisions, row->precision, SB_PLACE_PRECISION_EXACT),
  };

  loading->last_id = row->id;
  sb_event_index_builder_add (loading->builder, &spot);
}

SbEventIndex *
sb_event_index_load (SbStore *store,
                     GError **error)
{
  Loading loading = {
    .builder = sb_event_index_builder_new (),
    .types = map_names (&sb_event_type_vocabulary),
    .subtypes = map_names (&sb_event_subtype_vocabulary),
    .precisions = map_names (&sb_place_precision_vocabulary),
  };
  gboolean is_read = sb_store_read_event_rows (store, add_row, &loading, error);

  g_hash_table_unref (loading.types);
  g_hash_table_unref (loading.subtypes);
  g_hash_table_unref (loading.precisions);
  if (is_read)
    return sb_event_index_builder_end (loading.builder);

  sb_event_index_builder_free (loading.builder);
  return NULL;
}

SbIdSet *
sb_event_index_load_ids_of_actor (SbStore *store,
                                  gint64 actor,
                                  GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GArray) ids = NULL;

  query->actor = actor;
  ids = sb_store_list_ids (store, query, error);
  return ids != NULL ? sb_id_set_new (ids) : NULL;
}
