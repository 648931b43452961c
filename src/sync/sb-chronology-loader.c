/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-chronology-loader.h"

#include "sb-actor.h"
#include "sb-lane-rows.h"
#include "sb-store-export.h"

/* The kinds of record that lanes are of. */
static const SbKind kinds[SB_N_CHRONOLOGY_ORDERS] = {
  [SB_CHRONOLOGY_ACTORS] = SB_KIND_ACTOR,
  [SB_CHRONOLOGY_PLACES] = SB_KIND_PLACE,
  [SB_CHRONOLOGY_TYPES] = SB_KIND_NONE,
  [SB_CHRONOLOGY_DOSSIERS] = SB_KIND_DOSSIER,
};

typedef struct
{
  GArray *pairs; /* (unowned) (element-type SbChronologyPair) */
  GHashTable *lanes; /* (unowned) (element-type gint64) */
} Rows;

static void
add_row (gint64 record,
         gint64 lane,
         gpointer data)
{
  Rows *rows = data;
  const SbChronologyPair pair = { record, lane };

  g_array_append_val (rows->pairs, pair);
  if (!g_hash_table_contains (rows->lanes, &lane))
    g_hash_table_add (rows->lanes, g_memdup2 (&lane, sizeof lane));
}

/* A lane has little room: an actor goes by its short name. */
static SbRef *
dup_ref (SbRecord *record)
{
  const char *name = sb_record_get_kind (record) == SB_KIND_ACTOR ? sb_record_get_text (record, SB_ACTOR_SHORT_NAME) : NULL;
  g_autoptr (SbBilingual) bilingual = name != NULL ? sb_bilingual_new (name, name) : NULL;

  if (bilingual == NULL)
    return sb_record_dup_ref (record);

  return sb_ref_new (SB_KIND_ACTOR, sb_record_get_id (record), sb_record_get_uuid (record), bilingual);
}

/* What the lanes are called. (element-type SbRef) */
static GPtrArray *
load_refs (SbStore *store,
           SbKind kind,
           GHashTable *lanes,
           GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *refs;
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, lanes);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_array_append_val (ids, *id);

  records = sb_store_get_all (store, kind, ids, error);
  if (records == NULL)
    return NULL;

  refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (refs, dup_ref (g_ptr_array_index (records, i)));
  return refs;
}

static gboolean
add_records (SbStore *store,
             SbKind kind,
             gint64 dossier,
             GPtrArray *records,
             GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) listed = NULL;

  query->dossier = dossier;
  listed = sb_store_list (store, query, error);
  if (listed == NULL)
    return FALSE;

  g_ptr_array_extend (records, listed, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  return TRUE;
}

SbChronology *
sb_chronology_load (SbStore *store,
                    SbChronologyOrder order,
                    const SbEventIndex *index,
                    const SbEventFilter *filter,
                    gint64 dossier,
                    const SbChronologyMoment *moment,
                    GError **error)
{
  g_autoptr (SbSnapshot) snapshot = NULL;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (SbChronologyPair));
  g_autoptr (GHashTable) lanes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) lasting = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) refs = NULL;
  Rows rows = { pairs, lanes };

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (index != NULL && (guint) order < SB_N_CHRONOLOGY_ORDERS, NULL);

  snapshot = sb_snapshot_new (store, error);
  if (snapshot == NULL || !add_records (store, SB_KIND_RESTRICTION, dossier, lasting, error) ||
      !add_records (store, SB_KIND_ALLIANCE, dossier, lasting, error))
    return NULL;

  if (kinds[order] != SB_KIND_NONE)
    {
      if (!sb_store_read_lane_rows (store, kinds[order], add_row, &rows, error))
        return NULL;
      refs = load_refs (store, kinds[order], lanes, error);
      if (refs == NULL)
        return NULL;
    }

  return sb_chronology_new (&(SbChronologyInput) {
    .order = order,
    .index = index,
    .filter = filter,
    .pairs = pairs,
    .refs = refs,
    .lasting = lasting,
    .moment = moment,
  });
}
