/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-briefing-loader.h"

#include "sb-briefing.h"
#include "sb-clock.h"
#include "sb-document.h"
#include "sb-dossier.h"
#include "sb-evidence.h"
#include "sb-outline.h"
#include "sb-record-known.h"
#include "sb-road-loader.h"
#include "sb-situation-loader.h"
#include "sb-source.h"
#include "sb-template.h"

/* The period of a briefing that nobody made one for. */
#define DEFAULT_PERIOD_DAYS 7
#define MONTH_DAYS          30

#define CHANGES_TEMPLATE "delta"

typedef enum
{
  LOAD_ALL, /* what others refer to, or has no time */
  LOAD_OF_PERIOD, /* what happened */
  LOAD_IN_FORCE, /* what holds on the as-of day, or was said by then */
} LoadScope;

/* In an order in which what is referred to comes first. */
static const struct
{
  SbKind kind;
  LoadScope scope;
} loads[] = {
  { SB_KIND_PLACE, LOAD_ALL },
  { SB_KIND_CORRIDOR, LOAD_ALL },
  { SB_KIND_ACTOR, LOAD_ALL }, /* for their short names */
  { SB_KIND_EVENT, LOAD_OF_PERIOD },
  { SB_KIND_RESTRICTION, LOAD_IN_FORCE },
  { SB_KIND_CONTROL, LOAD_IN_FORCE },
  { SB_KIND_ALLIANCE, LOAD_IN_FORCE },
  { SB_KIND_DRAWING, LOAD_IN_FORCE },
  { SB_KIND_ZONE, LOAD_IN_FORCE },
  { SB_KIND_CLAIM, LOAD_OF_PERIOD },
  { SB_KIND_FIGURE, LOAD_ALL },
  { SB_KIND_RELATION, LOAD_ALL }, /* those that ended tell where an actor comes from */
  { SB_KIND_INSTRUMENT, LOAD_ALL },
  { SB_KIND_SCENARIO, LOAD_ALL },
  { SB_KIND_INDICATOR, LOAD_ALL },
  { SB_KIND_JUDGEMENT, LOAD_IN_FORCE },
  { SB_KIND_RECOMMENDATION, LOAD_IN_FORCE },
};

/* What is loaded for one moment after the other, each record once. */
typedef struct
{
  SbStore *store; /* (unowned) */
  SbBriefingInput *input; /* (unowned) */
  GHashTable *ids; /* (owned) (element-type gint64): of what is there */
  GHashTable *roads; /* (owned): days whose roads are there */
  SbOutline *outline; /* (unowned) (nullable) */
  int told_day; /* the last one that the pages tell of */
  guint n_later; /* of a time, and left out for the data cutoff */
  guint n_hindsight; /* of a time, and told though nobody had written of it by then */
} Load;

static SbQuery *
create_query (SbBriefingInput *input,
              SbKind kind,
              LoadScope scope,
              const SbBriefingMoment *moment)
{
  SbQuery *query = sb_query_new (kind);
  SbRef *dossier = sb_record_get_ref (sb_briefing_input_get_briefing (input), SB_BRIEFING_DOSSIER);

  query->flags = SB_QUERY_OLDEST_FIRST;
  if (dossier != NULL && kind != SB_KIND_PLACE && kind != SB_KIND_CORRIDOR && kind != SB_KIND_ACTOR)
    query->dossier = sb_ref_get_id (dossier);

  if (scope == LOAD_OF_PERIOD)
    {
      query->has_period = TRUE;
      query->first_day = moment->first;
      query->last_day = moment->last;
    }

  if (scope == LOAD_IN_FORCE)
    {
      query->has_as_of = TRUE;
      query->as_of = moment->as_of;
    }

  return query;
}

/* Adds what was known of @record by the data cutoff, and what that rests on. Without one
 * that is all that is known now, which is told with hindsight where only later documents
 * have it. What came about after the last day that is told of, as a denial or the end of
 * what is in force that day, is not told, whenever it came to be known. */
static gboolean
add_known (Load *self,
           SbRecord *record,
           LoadScope scope,
           GError **error)
{
  int day = sb_briefing_get_cutoff_day (sb_briefing_input_get_briefing (self->input));
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) known_evidence = NULL;
  g_autoptr (SbRecord) known = NULL;
  g_autoptr (SbRecord) told = NULL;

  if (sb_record_get_n_extracts (record) > 0 && !(evidence = sb_store_list_evidence (self->store, sb_record_get_id (record), error)))
    return FALSE;

  known = sb_record_dup_known (record, evidence, day);
  if (known == NULL)
    {
      self->n_later += scope != LOAD_ALL ? 1 : 0;
      return TRUE;
    }

  told = sb_record_dup_known (known, NULL, self->told_day);
  if (told == NULL)
    return TRUE;

  self->n_hindsight += scope != LOAD_ALL && day == SB_DATE_DAY_MAX && !sb_evidence_is_known (evidence, self->told_day) ? 1 : 0;
  sb_briefing_input_add (self->input, told);
  known_evidence = sb_evidence_list_known (evidence, day);
  for (guint i = 0; known_evidence != NULL && i < known_evidence->len; i++)
    sb_briefing_input_add (self->input, g_ptr_array_index (known_evidence, i));

  return TRUE;
}

static gboolean
load_kind (Load *self,
           SbKind kind,
           LoadScope scope,
           const SbBriefingMoment *moment,
           GError **error)
{
  g_autoptr (SbQuery) query = create_query (self->input, kind, scope, moment);
  g_autoptr (GPtrArray) records = sb_store_list (self->store, query, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      gint64 id = sb_record_get_id (record);

      if (!g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id)))
        continue;
      if (!add_known (self, record, scope, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_roads (Load *self,
            int day,
            GError **error)
{
  g_autoptr (SbRoadPicture) roads = NULL;

  if (!g_hash_table_add (self->roads, GINT_TO_POINTER (day)))
    return TRUE;

  roads = sb_road_picture_load (self->store, NULL, day, 0, sb_briefing_get_cutoff_day (sb_briefing_input_get_briefing (self->input)), error);
  if (roads != NULL)
    sb_briefing_input_add_roads (self->input, roads->conditions);

  return roads != NULL;
}

/* What has no time is there after the first moment. */
static gboolean
load_moment (Load *self,
             const SbBriefingMoment *moment,
             gboolean is_first,
             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    if ((is_first || loads[i].scope != LOAD_ALL) && !load_kind (self, loads[i].kind, loads[i].scope, moment, error))
      return FALSE;

  return load_roads (self, moment->as_of, error);
}

/* A document that is cited as a whole: evidence without a passage. */
static gboolean
cite_document (SbStore *store,
               SbRecord *document,
               GPtrArray *evidence,
               GError **error)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new (&sb_evidence_schema);
  SbRef *publisher = sb_record_get_ref (document, SB_DOCUMENT_SOURCE);
  SbRef *first = sb_record_get_ref (document, SB_DOCUMENT_FIRST);
  g_autoptr (SbRef) own = sb_record_dup_ref (document);
  g_autoptr (SbRecord) source = NULL;

  if (publisher != NULL && !(source = sb_store_get (store, SB_KIND_SOURCE, sb_ref_get_id (publisher), error)))
    return error == NULL || *error == NULL;

  sb_record_builder_set_ref (builder, SB_EVIDENCE_RECORD, own);
  sb_record_builder_set_term (builder, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS);
  sb_record_builder_set_ref (builder, SB_EVIDENCE_DOCUMENT, own);
  sb_record_builder_set_ref (builder, SB_EVIDENCE_ORIGIN, first != NULL ? first : own);
  sb_record_builder_set_ref (builder, SB_EVIDENCE_SOURCE, publisher);
  sb_record_builder_set_text (builder, SB_EVIDENCE_BYLINE, sb_record_get_text (document, SB_DOCUMENT_BYLINE));
  sb_record_builder_set_date (builder, SB_EVIDENCE_DATE, sb_record_get_date (document, SB_DOCUMENT_DATE));
  sb_record_builder_set_text (builder, SB_EVIDENCE_LANGUAGE, sb_record_get_text (document, SB_DOCUMENT_LANGUAGE));
  sb_record_builder_set_text (builder, SB_EVIDENCE_URL, sb_record_get_text (document, SB_DOCUMENT_URL));
  if (sb_record_has (document, SB_DOCUMENT_FETCHED))
    sb_record_builder_set_time (builder, SB_EVIDENCE_FETCHED, sb_record_get_time (document, SB_DOCUMENT_FETCHED));
  sb_record_builder_set_bilingual (builder, SB_EVIDENCE_REFERENCE, sb_record_get_bilingual (document, SB_DOCUMENT_REFERENCE));
  if (sb_record_has (source, SB_SOURCE_RELIABILITY))
    sb_record_builder_set_term (builder, SB_EVIDENCE_RELIABILITY, sb_record_get_term (source, SB_SOURCE_RELIABILITY, 0));
  g_ptr_array_add (evidence, sb_record_builder_end (g_steal_pointer (&builder)));

  return TRUE;
}

/* Adds what a text cites under @uuid ([@UUID]) when it is put into one that was loaded
 * before: a record, an extract or a document. What nothing is known of is no error.
 * Blocks. */
static gboolean
load_citation (SbStore *store,
               SbBriefingInput *input,
               const char *uuid,
               GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) known = NULL;
  int day = sb_briefing_get_cutoff_day (sb_briefing_input_get_briefing (input));

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (input != NULL && uuid != NULL, FALSE);

  record = sb_store_find_by_uuid (store, uuid, &failure);
  if (record != NULL && sb_record_get_kind (record) == SB_KIND_EXTRACT)
    evidence = sb_store_list_evidence_of_extract (store, sb_record_get_id (record), &failure);
  else if (record != NULL && sb_record_get_kind (record) == SB_KIND_DOCUMENT)
    {
      evidence = g_ptr_array_new_with_free_func (g_object_unref);
      cite_document (store, record, evidence, &failure);
    }
  else if (record != NULL)
    evidence = sb_store_list_evidence (store, sb_record_get_id (record), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  /* What a text cites by hand stays on the page though all of it is later: the checks
   * say so. */
  known = sb_evidence_is_known (evidence, day) ? sb_evidence_list_known (evidence, day) : NULL;
  if (record != NULL)
    sb_briefing_input_add_citation (input, uuid, record, known != NULL ? known : evidence);

  return TRUE;
}

/* What the texts cite, whatever its time and dossier. */
static gboolean
load_citations (Load *self,
                GError **error)
{
  g_autoptr (GPtrArray) uuids = sb_outline_list_citations (self->outline);

  for (guint i = 0; i < uuids->len; i++)
    if (!load_citation (self->store, self->input, g_ptr_array_index (uuids, i), error))
      return FALSE;

  return TRUE;
}

/* What the as-of day is checked against. */
static gboolean
load_newest (Load *self,
             GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  SbRef *dossier = sb_record_get_ref (sb_briefing_input_get_briefing (self->input), SB_BRIEFING_DOSSIER);
  g_autoptr (GPtrArray) found = NULL;

  query->limit = 1;
  if (dossier != NULL)
    query->dossier = sb_ref_get_id (dossier);
  found = sb_store_list (self->store, query, error);
  if (found != NULL && found->len > 0)
    sb_briefing_input_set_newest (self->input, g_ptr_array_index (found, 0));

  return found != NULL;
}

static gboolean
load_moments (Load *self,
              GError **error)
{
  SbBriefingInput *input = self->input;
  SbBriefingMoment moment = { sb_briefing_input_get_first (input), sb_briefing_input_get_last (input), sb_briefing_input_get_as_of (input) };
  g_autoptr (GArray) others = self->outline != NULL ? sb_template_list_moments (sb_outline_get_template (self->outline), input) : NULL;

  self->told_day = moment.as_of;
  for (guint i = 0; others != NULL && i < others->len; i++)
    self->told_day = MAX (self->told_day, g_array_index (others, SbBriefingMoment, i).as_of);
  if (!load_moment (self, &moment, TRUE, error))
    return FALSE;

  for (guint i = 0; others != NULL && i < others->len; i++)
    if (!load_moment (self, &g_array_index (others, SbBriefingMoment, i), FALSE, error))
      return FALSE;
  sb_briefing_input_set_n_later (input, self->n_later);
  sb_briefing_input_set_n_hindsight (input, self->n_hindsight);

  return TRUE;
}

SbBriefingInput *
sb_briefing_loader_load_days (SbStore *store,
                              SbRecord *briefing,
                              SbTemplate *template,
                              const int *days,
                              guint n_days,
                              GError **error)
{
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) roads = g_hash_table_new (NULL, NULL);
  g_autoptr (SbOutline) outline = NULL;
  Load load = { store, NULL, ids, roads, NULL };

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (SB_IS_RECORD (briefing), NULL);

  input = sb_briefing_input_new (briefing);
  sb_briefing_input_set_days (input, days, n_days);
  load.input = input;
  outline = template != NULL ? sb_outline_new (template, briefing) : NULL;
  load.outline = outline;
  if (!load_moments (&load, error) || (outline != NULL && !load_citations (&load, error)) || !load_newest (&load, error))
    return NULL;

  /* The page of changes tells of those of its period, until another day is named. */
  if (g_strcmp0 (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), CHANGES_TEMPLATE) == 0 &&
      !sb_briefing_loader_load_changes (store, input, sb_briefing_input_get_first (input) - 1, error))
    return NULL;

  return g_steal_pointer (&input);
}

SbBriefingInput *
sb_briefing_loader_load (SbStore *store,
                         SbRecord *briefing,
                         SbTemplate *template,
                         GError **error)
{
  return sb_briefing_loader_load_days (store, briefing, template, NULL, 0, error);
}

/* What the records of the changes rest on, as far as it is not known yet: the changes
 * reach back before the period. */
static void
add_evidence (SbBriefingInput *input,
              SbSituationInput *situation,
              SbKind kind)
{
  GPtrArray *records = sb_situation_input_get_records (situation, kind);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      GPtrArray *evidence = sb_situation_input_get_evidence (situation, sb_record_get_id (record));

      if (evidence == NULL || sb_briefing_input_get_evidence (input, record) != NULL)
        continue;
      for (guint k = 0; k < evidence->len; k++)
        sb_briefing_input_add (input, g_ptr_array_index (evidence, k));
    }
}

gboolean
sb_briefing_loader_load_changes (SbStore *store,
                                 SbBriefingInput *input,
                                 int since,
                                 GError **error)
{
  SbRef *dossier = sb_record_get_ref (sb_briefing_input_get_briefing (input), SB_BRIEFING_DOSSIER);
  SbSituationRequest request = { .as_of = sb_briefing_input_get_as_of (input), .has_since = TRUE };
  g_autoptr (SbSituationInput) all = NULL;
  g_autoptr (SbSituationInput) situation = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);

  request.since = MIN (since, request.as_of);
  request.dossier = dossier != NULL ? sb_ref_get_id (dossier) : 0;
  all = sb_situation_loader_load (store, &request, error);
  if (all == NULL)
    return FALSE;

  situation = sb_situation_input_new_known (all, sb_briefing_get_cutoff_day (sb_briefing_input_get_briefing (input)));

  for (SbKind kind = 0; kind < SB_N_KINDS; kind++)
    add_evidence (input, situation, kind);
  sb_briefing_input_take_changes (input, sb_situation_changes_new (situation, request.since, request.as_of));

  return TRUE;
}

/* The first record of a kind; NULL without an error when there is none. */
static SbRecord *
find_first (SbStore *store,
            SbKind kind,
            GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  query->limit = 1;
  found = sb_store_list (store, query, error);
  return found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

/* The briefing of a template; NULL without an error when there is none. */
static SbRecord *
find_briefing (SbStore *store,
               const char *template,
               GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_BRIEFING);
  g_autoptr (GPtrArray) found = sb_store_list (store, query, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      SbRecord *briefing = g_ptr_array_index (found, i);

      if (g_strcmp0 (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), template) == 0)
        return g_object_ref (briefing);
    }

  return NULL;
}

void
sb_briefing_loader_set_template (SbRecordBuilder *builder,
                                 const char *template)
{
  g_autoptr (SbTemplate) known = NULL;

  g_return_if_fail (builder != NULL);
  g_return_if_fail (template != NULL);

  known = sb_template_new (template, NULL);
  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, template);
  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE,
                               known != NULL ? sb_template_get_title (known, SB_LANGUAGE_FR) : template,
                               known != NULL ? sb_template_get_title (known, SB_LANGUAGE_EN) : template);
}

/* The first day of what a template tells of when nobody said. */
static int
find_first_day (SbRecord *dossier,
                const char *template,
                int last_day)
{
  g_autoptr (SbTemplate) known = sb_template_new (template, NULL);
  SbTemplateSpan span = known != NULL ? sb_template_get_span (known) : SB_TEMPLATE_SPAN_WEEK;
  SbDate *start = sb_record_get_date (dossier, SB_DOSSIER_FIRST);

  if (span == SB_TEMPLATE_SPAN_DOSSIER && start != NULL)
    return MIN (sb_date_get_first_day (start), last_day);

  return last_day - (span == SB_TEMPLATE_SPAN_WEEK ? DEFAULT_PERIOD_DAYS : MONTH_DAYS) + 1;
}

static SbRecord *
create_briefing (SbRecord *dossier,
                 const char *template)
{
  SbDate *end = sb_record_get_date (dossier, SB_DOSSIER_LAST);
  int last_day = end != NULL ? MIN (sb_date_get_last_day (end), sb_clock_today ()) : sb_clock_today ();
  g_autoptr (SbDate) first = sb_date_new_for_day (find_first_day (dossier, template, last_day));
  g_autoptr (SbDate) last = sb_date_new_for_day (last_day);
  g_autoptr (SbRef) ref = dossier != NULL ? sb_record_dup_ref (dossier) : NULL;
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);

  sb_briefing_loader_set_template (builder, template);
  sb_record_builder_set_text (builder, SB_BRIEFING_LANGUAGES, "fr en");
  sb_record_builder_set_date (builder, SB_BRIEFING_FIRST, first);
  sb_record_builder_set_date (builder, SB_BRIEFING_LAST, last);
  sb_record_builder_set_date (builder, SB_BRIEFING_AS_OF, last);
  sb_record_builder_set_ref (builder, SB_BRIEFING_DOSSIER, ref);
  return sb_record_builder_end (builder);
}

SbRecord *
sb_briefing_loader_create (SbStore *store,
                           const char *template,
                           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) dossier = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (template != NULL, NULL);

  dossier = find_first (store, SB_KIND_DOSSIER, &failure);
  if (failure == NULL)
    return create_briefing (dossier, template);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

SbRecord *
sb_briefing_loader_choose (SbStore *store,
                           const char *template,
                           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbRecord) dossier = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (template != NULL, NULL);

  briefing = find_briefing (store, template, &local_error);
  if (briefing == NULL && local_error == NULL)
    dossier = find_first (store, SB_KIND_DOSSIER, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return briefing != NULL ? g_steal_pointer (&briefing) : create_briefing (dossier, template);
}
