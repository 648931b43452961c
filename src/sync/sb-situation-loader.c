/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-situation-loader.h"

#include "sb-control.h"

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

/* Adds up to the limit of @records. */
static void
add_records (const Loading *loading,
             SbKind kind,
             GPtrArray *records)
{
  guint limit = loading->request->limit > 0 ? loading->request->limit : G_MAXUINT;

  for (guint i = 0; i < MIN (records->len, limit); i++)
    sb_situation_input_add (loading->input, g_ptr_array_index (records, i));
  if (records->len > limit)
    sb_situation_input_set_truncated (loading->input, kind);
}

static gboolean
load_in_force (const Loading *loading,
               SbKind kind,
               SbQueryFlags flags,
               int day,
               GError **error)
{
  g_autoptr (SbQuery) query = create_query (loading->request, kind, flags);
  g_autoptr (GPtrArray) records = NULL;

  query->has_as_of = TRUE;
  query->as_of = day;
  records = sb_store_list (loading->store, query, error);
  if (records == NULL)
    return FALSE;

  add_records (loading, kind, records);
  return TRUE;
}

static gboolean
load_turned (const Loading *loading,
             SbKind kind,
             GError **error)
{
  g_autoptr (SbQuery) query = create_query (loading->request, kind, SB_QUERY_DEFAULT);
  g_autoptr (GPtrArray) records = NULL;

  query->has_period = TRUE;
  query->first_day = loading->request->since + 1;
  query->last_day = loading->request->as_of;
  query->limit = 0;
  records = sb_store_list_turned (loading->store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (is_asked_for (loading->request, g_ptr_array_index (records, i)))
      sb_situation_input_add (loading->input, g_ptr_array_index (records, i));

  return records != NULL;
}

static gboolean
load_events (const Loading *loading,
             GError **error)
{
  g_autoptr (SbQuery) query = create_query (loading->request, SB_KIND_EVENT, SB_QUERY_DEFAULT);
  g_autoptr (GPtrArray) records = NULL;

  query->has_period = TRUE;
  query->first_day = loading->request->since + 1;
  query->last_day = loading->request->as_of;
  records = sb_store_list (loading->store, query, error);
  if (records == NULL)
    return FALSE;

  add_records (loading, SB_KIND_EVENT, records);
  return TRUE;
}

/* All that is said of a place that stood on @day: what stands side by side is
 * rarely said on one day. */
static gboolean
load_place (const Loading *loading,
            SbRef *place,
            int day,
            GError **error)
{
  g_autoptr (SbQuery) query = create_query (loading->request, SB_KIND_CONTROL, SB_QUERY_DEFAULT);
  g_autoptr (GPtrArray) records = NULL;

  query->place = sb_ref_get_id (place);
  query->has_as_of = TRUE;
  query->as_of = day;
  records = sb_store_list (loading->store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    sb_situation_input_add (loading->input, g_ptr_array_index (records, i));

  return records != NULL;
}

static gboolean
load_places (const Loading *loading,
             GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *controls = sb_situation_input_get_records (loading->input, SB_KIND_CONTROL);
  guint n_controls = controls->len;

  /* Without a limit they are all there. */
  if (loading->request->limit == 0 && !loading->request->has_since)
    return TRUE;

  for (guint i = 0; i < n_controls; i++)
    {
      SbRef *place = sb_record_get_ref (g_ptr_array_index (controls, i), SB_CONTROL_PLACE);
      gint64 id = sb_ref_get_id (place);

      if (!g_hash_table_add (places, g_memdup2 (&id, sizeof id)))
        continue;
      if (!load_place (loading, place, loading->request->as_of, error) ||
          (loading->request->has_since && !load_place (loading, place, loading->request->since, error)))
        return FALSE;
    }

  return TRUE;
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

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail (!request->has_since || request->since <= request->as_of, NULL);

  input = sb_situation_input_new ();
  if (!load_all (&(Loading) { store, request, input }, error))
    return NULL;

  return g_steal_pointer (&input);
}
