/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-road-loader.h"

#include "sb-corridor.h"
#include "sb-figure.h"
#include "sb-restriction.h"
#include "sb-store-export.h"

typedef struct
{
  SbStore *store; /* (unowned) */
  SbSituationInput *input; /* (unowned) */
  GArray *places; /* (owned) (element-type gint64) ids of places that are named */
} Loading;

static void
add_place (const Loading *loading,
           SbRef *place)
{
  gint64 id = place != NULL ? sb_ref_get_id (place) : 0;

  if (id > 0)
    g_array_append_val (loading->places, id);
}

static gboolean
load_evidence (const Loading *loading,
               SbRecord *record,
               GError **error)
{
  g_autoptr (GPtrArray) evidence = NULL;

  if (sb_record_get_n_extracts (record) == 0)
    return TRUE;

  evidence = sb_store_list_evidence (loading->store, sb_record_get_id (record), error);
  if (evidence == NULL)
    return FALSE;

  sb_situation_input_set_evidence (loading->input, sb_record_get_id (record), evidence);
  return TRUE;
}

static gboolean
load_corridors (const Loading *loading,
                GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_CORRIDOR);
  g_autoptr (GPtrArray) records = sb_store_list (loading->store, query, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);

      sb_situation_input_add (loading->input, record);
      for (guint j = 0; j < sb_record_get_n_items (record, SB_CORRIDOR_STOPS); j++)
        add_place (loading, sb_record_get_ref (sb_record_get_item (record, SB_CORRIDOR_STOPS, j), SB_CORRIDOR_STOP_PLACE));
    }

  return records != NULL;
}

static gboolean
load_restrictions (const Loading *loading,
                   int day,
                   gint64 dossier,
                   GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_RESTRICTION);
  g_autoptr (GPtrArray) records = NULL;

  query->has_as_of = TRUE;
  query->as_of = day;
  query->dossier = dossier;
  query->flags = SB_QUERY_OLDEST_FIRST;
  records = sb_store_list (loading->store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);

      sb_situation_input_add (loading->input, record);
      if (!load_evidence (loading, record, error))
        return FALSE;
      for (guint j = 0; j < sb_record_get_n_items (record, SB_RESTRICTION_PLACES); j++)
        add_place (loading, sb_record_get_ref (sb_record_get_item (record, SB_RESTRICTION_PLACES, j), SB_RESTRICTION_PLACE_PLACE));
    }

  return records != NULL;
}

/* Those about a corridor: of all others there may be thousands. */
static gboolean
load_figures (const Loading *loading,
              GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FIGURE);
  g_autoptr (GPtrArray) records = NULL;

  query->flags = SB_QUERY_OLDEST_FIRST;
  records = sb_store_list (loading->store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      SbRef *about = sb_record_get_ref (record, SB_FIGURE_ABOUT);

      if (about == NULL || sb_ref_get_kind (about) != SB_KIND_CORRIDOR)
        continue;

      sb_situation_input_add (loading->input, record);
      if (!load_evidence (loading, record, error))
        return FALSE;
    }

  return records != NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static gboolean
load_places (const Loading *loading,
             GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) records = NULL;

  g_array_sort (loading->places, compare_ids);
  for (guint i = 0; i < loading->places->len; i++)
    if (i == 0 || g_array_index (loading->places, gint64, i) != g_array_index (loading->places, gint64, i - 1))
      g_array_append_val (ids, g_array_index (loading->places, gint64, i));

  records = sb_store_get_all (loading->store, SB_KIND_PLACE, ids, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    sb_situation_input_add (loading->input, g_ptr_array_index (records, i));

  return records != NULL;
}

static gboolean
load_all (const Loading *loading,
          int day,
          gint64 dossier,
          GError **error)
{
  g_autoptr (SbSnapshot) snapshot = sb_snapshot_new (loading->store, error);

  return snapshot != NULL && load_corridors (loading, error) && load_restrictions (loading, day, dossier, error) &&
         load_figures (loading, error) && load_places (loading, error);
}

/* The roads that ship with the program. */
static SbCorridorNetwork *
load_shipped (GError **error)
{
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (error);

  return gazetteer != NULL ? sb_corridor_network_new (gazetteer, error) : NULL;
}

SbRoadPicture *
sb_road_picture_load (SbStore *store,
                      SbCorridorNetwork *shipped,
                      int day,
                      gint64 dossier,
                      int known_by,
                      GError **error)
{
  g_autoptr (SbCorridorNetwork) roads = NULL;
  g_autoptr (SbSituationInput) all = NULL;
  g_autoptr (SbSituationInput) input = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SbRoadNetwork) network = NULL;
  SbRoadPicture *self;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  roads = shipped != NULL ? sb_corridor_network_ref (shipped) : load_shipped (error);
  if (roads == NULL)
    return NULL;

  all = sb_situation_input_new ();
  if (!load_all (&(Loading) { store, all, places }, day, dossier, error))
    return NULL;

  input = sb_situation_input_new_known (all, known_by);

  network = sb_road_network_new (roads, sb_situation_input_get_records (input, SB_KIND_CORRIDOR),
                                 sb_situation_input_get_records (input, SB_KIND_PLACE));
  self = g_new0 (SbRoadPicture, 1);
  self->conditions = sb_road_conditions_new (network, input, day);
  self->input = g_steal_pointer (&input);
  return self;
}

void
sb_road_picture_free (SbRoadPicture *self)
{
  g_return_if_fail (self != NULL);

  sb_road_conditions_unref (self->conditions);
  sb_situation_input_free (self->input);
  g_free (self);
}
