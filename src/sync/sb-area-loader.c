/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-area-loader.h"

#include "sb-held-areas.h"
#include "sb-restriction-areas.h"
#include "sb-store-export.h"
#include "sb-zone-areas.h"

/* The places and actors that records name, read once each. What cannot be read
 * is kept as the first error. */
typedef struct
{
  SbStore *store; /* (unowned) */
  GHashTable *records; /* (owned) (element-type gint64 SbRecord) */
  GError *error; /* (owned) (nullable) */
} Book;

static void
unref_record (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static SbRecord *
look_up (const SbRef *ref,
         gpointer data)
{
  Book *book = data;
  gint64 id = ref != NULL ? sb_ref_get_id (ref) : 0;
  SbRecord *record;

  if (id == 0 || book->error != NULL)
    return NULL;

  record = g_hash_table_lookup (book->records, &id);
  if (record == NULL && !g_hash_table_contains (book->records, &id))
    {
      record = sb_store_get (book->store, sb_ref_get_kind (ref), id, &book->error);
      g_hash_table_insert (book->records, g_memdup2 (&id, sizeof id), record);
    }

  return record;
}

/* What was made with @book; NULL when something could not be looked up. */
static GPtrArray *
end_areas (Book *book,
           GPtrArray *areas,
           GError **error)
{
  if (book->error == NULL)
    return areas;

  g_clear_pointer (&areas, g_ptr_array_unref);
  g_propagate_error (error, g_steal_pointer (&book->error));
  return NULL;
}

/* The records of a kind that hold on a day. */
static GPtrArray *
list_as_of (SbStore *store,
            SbKind kind,
            int as_of,
            GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);

  query->has_as_of = TRUE;
  query->as_of = as_of;
  return sb_store_list (store, query, error);
}

static SbSituationInput *
load_controls (SbStore *store,
               int as_of,
               GError **error)
{
  g_autoptr (SbSituationInput) input = sb_situation_input_new ();
  g_autoptr (GPtrArray) controls = list_as_of (store, SB_KIND_CONTROL, as_of, error);

  for (guint i = 0; controls != NULL && i < controls->len; i++)
    {
      SbRecord *control = g_ptr_array_index (controls, i);
      g_autoptr (GPtrArray) evidence = NULL;

      sb_situation_input_add (input, control);
      if (sb_record_get_n_extracts (control) == 0)
        continue;
      if (!(evidence = sb_store_list_evidence (store, sb_record_get_id (control), error)))
        return NULL;
      sb_situation_input_set_evidence (input, sb_record_get_id (control), evidence);
    }

  return controls != NULL ? g_steal_pointer (&input) : NULL;
}

GPtrArray *
sb_area_loader_load_held (SbStore *store,
                          int as_of,
                          SbRegionShapes *shapes,
                          GError **error)
{
  g_autoptr (SbSnapshot) snapshot = NULL;
  g_autoptr (SbSituationInput) input = NULL;
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_record);
  Book book = { store, records, NULL };

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  snapshot = sb_snapshot_new (store, error);
  input = snapshot != NULL ? load_controls (store, as_of, error) : NULL;
  if (input == NULL)
    return NULL;

  return end_areas (&book, sb_held_areas_new (input, as_of, shapes, look_up, &book), error);
}

GPtrArray *
sb_area_loader_load_zones (SbStore *store,
                           int as_of,
                           SbRegionShapes *shapes,
                           GError **error)
{
  g_autoptr (SbSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) zones = NULL;
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_record);
  Book book = { store, records, NULL };

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  snapshot = sb_snapshot_new (store, error);
  zones = snapshot != NULL ? list_as_of (store, SB_KIND_ZONE, as_of, error) : NULL;
  if (zones == NULL)
    return NULL;

  return end_areas (&book, sb_zone_areas_new (zones, as_of, shapes, look_up, &book), error);
}

GPtrArray *
sb_area_loader_load_restrictions (SbStore *store,
                                  int as_of,
                                  SbRegionShapes *shapes,
                                  GError **error)
{
  g_autoptr (SbSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) restrictions = NULL;
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_record);
  Book book = { store, records, NULL };

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  snapshot = sb_snapshot_new (store, error);
  restrictions = snapshot != NULL ? list_as_of (store, SB_KIND_RESTRICTION, as_of, error) : NULL;
  if (restrictions == NULL)
    return NULL;

  return end_areas (&book, sb_restriction_areas_new (restrictions, shapes, look_up, &book), error);
}
