/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-situation-loader.h"

#include "sb-control.h"
#include "sb-store-export.h"

/* The kinds of which a situation is made, and what is asked of them. */
static const struct
{
  SbKind kind;
  SbQueryFlags flags;
} kinds[] = {
  { SB_KIND_CONTROL, SB_QUERY_DEFAULT },
  { SB_KIND_RESTRICTION, SB_QUERY_DEFAULT },
  { SB_KIND_ALLIANCE, SB_QUERY_DEFAULT },
  { SB_KIND_RELATION, SB_QUERY_DEFAULT },
  { SB_KIND_ACTOR, SB_QUERY_IN_OFFICE },
  { SB_KIND_CLAIM, SB_QUERY_DISPUTED },
  { SB_KIND_INSTRUMENT, SB_QUERY_DEFAULT },
  { SB_KIND_ZONE, SB_QUERY_DEFAULT },
};

typedef struct
{
  SbStore *store; /* (unowned) */
  const SbSituationRequest *request; /* (unowned) */
  SbSituationInput *input; /* (unowned) */
} Loading;

static SbQuery *
create_query (const SbSituationRequest *request,
              SbKind kind,
              SbQueryFlags flags)
{
  SbQuery *query = sb_query_new (kind);

  query->flags = flags;
  query->dossier = request->dossier;
  query->actor = request->actor;
  query->place = request->place;
  /* One more than is shown tells that there are more. */
  query->limit = request->limit > 0 ? request->limit + 1 : 0;
  return query;
}

/* Whether @record, or an item of a list in it, names the record @id. */
static gboolean
names (SbRecord *record,
       gint64 id)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (schema->fields[i].type == SB_FIELD_REF && sb_record_has (record, i) &&
          sb_ref_get_id (sb_record_get_ref (record, i)) == id)
        return TRUE;
      for (guint j = 0; schema->fields[i].type == SB_FIELD_LIST && j < sb_record_get_n_items (record, i); j++)
        if (names (sb_record_get_item (record, i, j), id))
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_asked_for (const SbSituationRequest *request,
              SbRecord *record)
{
  return (request->actor == 0 || sb_record_get_id (record) == request->actor || names (record, request->actor)) &&
         (request->place == 0 || names (record, request->place));
}

/* The records of @kind with @ids that are not there yet, each once.
 * (element-type SbRecord) */
static GPtrArray *
get_missing (const Loading *loading,
             SbKind kind,
             GArray *ids,
             GError **error)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 *id = &g_array_index (ids, gint64, i);

      if (!sb_situation_input_has (loading->input, *id) && g_hash_table_add (seen, id))
        g_array_append_val (missing, *id);
    }

  return sb_store_get_all (loading->store, kind, missing, error);
}

/* Adds up to the limit of the records of @kind with @ids. */
static gboolean
add_first (const Loading *loading,
           SbKind kind,
           GArray *ids,
           GError **error)
{
  guint limit = loading->request->limit > 0 ? loading->request->limit : G_MAXUINT;
  g_autoptr (GPtrArray) records = NULL;

  if (ids->len > limit)
    {
      sb_situation_input_set_truncated (loading->input, kind);
      g_array_set_size (ids, limit);
    }

  records = get_missing (loading, kind, ids, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    sb_situation_input_add (loading->input, g_ptr_array_index (records, i));

  return records != NULL;
}

/* Adds those of the records of @kind with @ids that are asked for. */
static gboolean
add_asked_for (const Loading *loading,
               SbKind kind,
               GArray *ids,
               GError **error)
{
  g_autoptr (GPtrArray) records = get_missing (loading, kind, ids, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (is_asked_for (loading->request, g_ptr_array_index (records, i)))
      sb_situation_input_add (loading->input, g_ptr_array_index (records, i));

  return records != NULL;
}

static gboolean
load_in_force (const Loading *loading,
               SbKind kind,
               SbQueryFlags flags,
               int day,
               GError **error)
{
  g_autoptr (SbQuery) query = create_query (loading->request, kind, flags);
  g_autoptr (GArray) ids = NULL;

  query->has_as_of = TRUE;
  query->as_of = day;
  ids = sb_store_list_ids (loading->store, query, error);
  return ids != NULL && add_first (loading, kind, ids, error);
}

static gboolean
load_turned (const Loading *loading,
             SbKind kind,
             GError **error)
{
  g_autoptr (SbQuery) query = create_query (loading->request, kind, SB_QUERY_DEFAULT);
  g_autoptr (GArray) ids = NULL;

  query->has_period = TRUE;
  query->first_day = loading->request->since + 1;
  query->last_day = loading->request->as_of;
  query->limit = 0;
  ids = sb_store_list_turned (loading->store, query, error);
  return ids != NULL && add_asked_for (loading, kind, ids, error);
}

static gboolean
load_events (const Loading *loading,
             GError **error)
{
  g_autoptr (SbQuery) query = create_query (loading->request, SB_KIND_EVENT, SB_QUERY_DEFAULT);
  g_autoptr (GArray) ids = NULL;

  query->has_period = TRUE;
  query->first_day = loading->request->since + 1;
  query->last_day = loading->request->as_of;
  ids = sb_store_list_ids (loading->store, query, error);
  return ids != NULL && add_first (loading, SB_KIND_EVENT, ids, error);
}

/* The places that anything is said of. (element-type gint64) */
static GArray *
collect_places (const Loading *loading)
{
  GPtrArray *controls = sb_situation_input_get_records (loading->input, SB_KIND_CONTROL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < controls->len; i++)
    {
      gint64 id = sb_ref_get_id (sb_record_get_ref (g_ptr_array_index (controls, i), SB_CONTROL_PLACE));

      if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        g_array_append_val (places, id);
    }

  return places;
}

/* All that is said of the places that stood on either day: what stands side by
 * side is rarely said on one day. */
static gboolean
load_places (const Loading *loading,
             GError **error)
{
  const SbSituationRequest *request = loading->request;
  g_autoptr (SbQuery) query = create_query (request, SB_KIND_CONTROL, SB_QUERY_DEFAULT);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 as_of = request->as_of;
  gint64 since = request->since;

  /* Without a limit they are all there. */
  if (request->limit == 0 && !request->has_since)
    return TRUE;

  g_array_append_val (days, as_of);
  if (request->has_since)
    g_array_append_val (days, since);

  places = collect_places (loading);
  ids = sb_store_list_controls_of_places (loading->store, query, places, days, error);
  return ids != NULL && add_asked_for (loading, SB_KIND_CONTROL, ids, error);
}

static gboolean
load_evidence (const Loading *loading,
               SbKind kind,
               GError **error)
{
  GPtrArray *records = sb_situation_input_get_records (loading->input, kind);

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) evidence = NULL;

      if (sb_record_get_n_extracts (record) == 0)
        continue;

      evidence = sb_store_list_evidence (loading->store, sb_record_get_id (record), error);
      if (evidence == NULL)
        return FALSE;

      sb_situation_input_set_evidence (loading->input, sb_record_get_id (record), evidence);
    }

  return TRUE;
}

static gboolean
load_all (const Loading *loading,
          GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!load_in_force (loading, kinds[i].kind, kinds[i].flags, loading->request->as_of, error) ||
        (loading->request->has_since && !load_turned (loading, kinds[i].kind, error)))
      return FALSE;

  if ((loading->request->has_since && !load_events (loading, error)) || !load_places (loading, error))
    return FALSE;

  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    if (!load_evidence (loading, kind, error))
      return FALSE;

  return TRUE;
}

SbSituationInput *
sb_situation_loader_load (SbStore *store,
                          const SbSituationRequest *request,
                          GError **error)
{
  g_autoptr (SbSituationInput) input = NULL;
  g_autoptr (SbSnapshot) snapshot = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail (!request->has_since || request->since <= request->as_of, NULL);

  snapshot = sb_snapshot_new (store, error);
  if (snapshot == NULL)
    return NULL;

  input = sb_situation_input_new ();
  if (!load_all (&(Loading) { store, request, input }, error))
    return NULL;

  return g_steal_pointer (&input);
}
