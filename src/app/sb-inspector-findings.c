/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-inspector-findings.h"

#include "sb-merge.h"
#include "sb-succession.h"
#include "sb-zone-areas.h"

/* How many records of one kind are shown around the selection. */
#define MAX_RELATED 12

/* Who is looked for around an actor that others came of, at most. */
#define MAX_SUCCESSION 60

/* Merges that are followed from one to the next, at most. */
#define MAX_MERGES 16

/* What is looked up around a selection: for each kind, which others, and by
 * which field of the query. */
typedef struct
{
  SbKind selected;
  SbKind related;
  gsize filter; /* of a gint64 of SbQuery */
} Relation;

static const Relation relations[] = {
  { SB_KIND_ACTOR, SB_KIND_ALLIANCE, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_RELATION, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_EVENT, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_CONTROL, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_CLAIM, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_PLACE, SB_KIND_EVENT, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_PLACE, SB_KIND_CONTROL, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_PLACE, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_PLACE, SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_PLACE, SB_KIND_ZONE, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_CORRIDOR, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, corridor) },
  { SB_KIND_CORRIDOR, SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, corridor) },
  { SB_KIND_DOCUMENT, SB_KIND_EVENT, G_STRUCT_OFFSET (SbQuery, document) },
  { SB_KIND_DOCUMENT, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, document) },
  { SB_KIND_DOCUMENT, SB_KIND_CLAIM, G_STRUCT_OFFSET (SbQuery, document) },
  { SB_KIND_EXTRACT, SB_KIND_EVENT, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_RELATION, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_ALLIANCE, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_CONTROL, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_CLAIM, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_FIGURE, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_ZONE, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_SOURCE, SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, source) },
};

/* What is told of a place as it was on the day, before all that is known of it. */
static const SbKind day_kinds[] = { SB_KIND_CONTROL, SB_KIND_RESTRICTION, SB_KIND_ZONE };

/* Whether the documents are those whose text names what is selected. */
static gboolean
is_naming (const Relation *relation)
{
  return relation->related == SB_KIND_DOCUMENT && relation->selected != SB_KIND_SOURCE;
}

static void
list_free (gpointer data)
{
  SbFindingsList *list = data;

  g_ptr_array_unref (list->records);
  g_free (list);
}

/* Takes over @records. */
static SbFindingsList *
add_list (GPtrArray *lists,
          SbKind kind,
          GPtrArray *records)
{
  SbFindingsList *list = g_new0 (SbFindingsList, 1);

  list->kind = kind;
  list->records = records;
  g_ptr_array_add (lists, list);
  return list;
}

void
sb_findings_free (SbFindings *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->record);
  g_clear_pointer (&self->on_day, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->article, sb_article_free);
  g_clear_pointer (&self->related, g_ptr_array_unref);
  g_clear_pointer (&self->succession, g_ptr_array_unref);
  g_free (self);
}

/* The ties of @actor by which somebody came of somebody, without those
 * that are known; whom they lead to waits in @waiting. */
static gboolean
add_successions (SbStore *store,
                 gint64 actor,
                 GPtrArray *ties,
                 GArray *waiting,
                 GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_RELATION);
  g_autoptr (GPtrArray) found = NULL;
  SbRef *ends[2];

  query->actor = actor;
  if (!(found = sb_store_list (store, query, error)))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      SbRecord *tie = g_ptr_array_index (found, i);
      gboolean is_known = FALSE;

      if (!sb_succession_read (tie, &ends[0], &ends[1]))
        continue;
      for (guint j = 0; j < ties->len && !is_known; j++)
        is_known = sb_record_get_id (g_ptr_array_index (ties, j)) == sb_record_get_id (tie);
      if (is_known)
        continue;

      g_ptr_array_add (ties, g_object_ref (tie));
      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        {
          gint64 id = sb_ref_get_id (ends[j]);

          if (id != actor)
            g_array_append_val (waiting, id);
        }
    }

  return TRUE;
}

static GPtrArray *
load_succession (SbStore *store,
                 SbRef *actor,
                 GError **error)
{
  g_autoptr (GPtrArray) ties = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = sb_ref_get_id (actor);

  g_array_append_val (waiting, id);
  for (guint i = 0; i < waiting->len && i < MAX_SUCCESSION; i++)
    if (!add_successions (store, g_array_index (waiting, gint64, i), ties, waiting, error))
      return NULL;

  return sb_succession_build (actor, ties);
}

/* Without the advice that was replaced by its issuer. Takes over @zones. */
static GPtrArray *
take_standing (GPtrArray *zones,
               int day)
{
  GPtrArray *standing = sb_zones_list_standing (zones, day);

  g_ptr_array_unref (zones);
  return standing;
}

static gboolean
look_up_day (SbFindings *self,
             SbStore *store,
             SbRef *place,
             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_kinds); i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (day_kinds[i]);
      GPtrArray *records;

      query->limit = MAX_RELATED;
      query->place = sb_ref_get_id (place);
      query->has_as_of = TRUE;
      query->as_of = self->day;
      if (!(records = sb_store_list (store, query, error)))
        return FALSE;

      add_list (self->on_day, day_kinds[i], day_kinds[i] == SB_KIND_ZONE ? take_standing (records, self->day) : records);
    }

  return TRUE;
}

static gboolean
look_up_relation (SbFindings *self,
                  SbStore *store,
                  SbRef *ref,
                  const Relation *relation,
                  GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (relation->related);
  SbFindingsList *list;
  GPtrArray *records;

  query->limit = MAX_RELATED;
  /* A text counts once, whoever prints it again. */
  if (is_naming (relation))
    query->flags |= SB_QUERY_GROUPED;
  G_STRUCT_MEMBER (gint64, query, relation->filter) = sb_ref_get_id (ref);
  if (!(records = sb_store_list (store, query, error)))
    return FALSE;

  list = add_list (self->related, relation->related, records);
  list->is_naming = is_naming (relation);
  return !list->is_naming || (self->n_naming = sb_store_count (store, query, error)) >= 0;
}

static gboolean
look_up_relations (SbFindings *self,
                   SbStore *store,
                   SbRef *ref,
                   GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (relations[i].selected == sb_ref_get_kind (ref) && !look_up_relation (self, store, ref, &relations[i], error))
      return FALSE;

  return TRUE;
}

/* What is known of records of one kind alone. */
static gboolean
look_up_special (SbFindings *self,
                 SbStore *store,
                 SbRef *ref,
                 GError **error)
{
  g_autoptr (SbRef) actor = NULL;
  g_autoptr (GError) failure = NULL;

  switch ((int) sb_ref_get_kind (ref))
    {
    case SB_KIND_PLACE:
      return look_up_day (self, store, ref, error);

    case SB_KIND_DOCUMENT:
      self->article = sb_store_get_article (store, sb_ref_get_id (ref), &failure);
      if (failure == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;

    case SB_KIND_ACTOR:
      actor = sb_record_dup_ref (self->record);
      self->succession = load_succession (store, actor, error);
      return self->succession != NULL;

    default:
      return TRUE;
    }
}

/* Into what the record of @ref was merged, maybe by way of others; NULL without an error
 * when it was not. */
static SbRecord *
find_kept (SbStore *store,
           SbRef *ref,
           GError **error)
{
  SbMergeQuery query = { .gone_id = sb_ref_get_id (ref) };
  SbRecord *record = NULL;

  for (guint i = 0; record == NULL && query.gone_id != 0 && i < MAX_MERGES; i++)
    {
      g_autoptr (GPtrArray) merges = sb_store_list_merges (store, &query, error);
      g_autoptr (GError) failure = NULL;
      const SbMerge *merge = merges != NULL && merges->len > 0 ? g_ptr_array_index (merges, 0) : NULL;

      if (merge == NULL)
        return NULL;

      query.gone_id = sb_ref_get_id (merge->kept);
      record = sb_store_get (store, sb_ref_get_kind (ref), query.gone_id, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return record;
}

SbFindings *
sb_findings_new (SbStore *store,
                 SbRef *ref,
                 int day,
                 GError **error)
{
  g_autoptr (SbFindings) self = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (ref != NULL, NULL);

  self = g_new0 (SbFindings, 1);
  self->day = day;
  self->on_day = g_ptr_array_new_with_free_func (list_free);
  self->related = g_ptr_array_new_with_free_func (list_free);
  self->record = sb_store_get (store, sb_ref_get_kind (ref), sb_ref_get_id (ref), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  /* It may have been removed since it was selected; what it was merged into is told by
   * itself. */
  if (self->record == NULL)
    {
      self->record = find_kept (store, ref, &failure);
      if (failure == NULL)
        return g_steal_pointer (&self);

      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  self->evidence = sb_store_list_evidence (store, sb_ref_get_id (ref), error);
  if (self->evidence == NULL || !look_up_special (self, store, ref, error) || !look_up_relations (self, store, ref, error))
    return NULL;

  return g_steal_pointer (&self);
}
