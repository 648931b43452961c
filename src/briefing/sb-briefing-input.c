/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-briefing-input-private.h"

#include "sb-alliance.h"
#include "sb-briefing.h"
#include "sb-certainty.h"
#include "sb-claim.h"
#include "sb-clock.h"
#include "sb-control.h"
#include "sb-drawing.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-figure.h"
#include "sb-instrument.h"
#include "sb-judgement.h"
#include "sb-recommendation.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-zone.h"

typedef struct
{
  SbRecord *record; /* (owned) */
  GPtrArray *evidence; /* (owned) (nullable) (element-type SbRecord) */
} Cited;

G_DEFINE_BOXED_TYPE (SbBriefingInput, sb_briefing_input, sb_briefing_input_ref, sb_briefing_input_unref)

/* When a kind counts: it happened in the period, or holds on the as-of day, or
 * was known by then. A kind that is not here always counts. */
typedef enum
{
  TIME_PERIOD,
  TIME_IN_FORCE,
  TIME_KNOWN,
} TimeRule;

static const struct
{
  SbKind kind;
  TimeRule rule;
  guint date; /* or since */
  guint until; /* of what is in force */
} time_rules[] = {
  { SB_KIND_EVENT, TIME_PERIOD, SB_EVENT_DATE, 0 },
  { SB_KIND_CLAIM, TIME_PERIOD, SB_CLAIM_DATE, 0 },
  { SB_KIND_RESTRICTION, TIME_IN_FORCE, SB_RESTRICTION_SINCE, SB_RESTRICTION_UNTIL },
  { SB_KIND_CONTROL, TIME_IN_FORCE, SB_CONTROL_SINCE, SB_CONTROL_UNTIL },
  { SB_KIND_ALLIANCE, TIME_IN_FORCE, SB_ALLIANCE_SINCE, SB_ALLIANCE_UNTIL },
  { SB_KIND_DRAWING, TIME_IN_FORCE, SB_DRAWING_SINCE, SB_DRAWING_UNTIL },
  { SB_KIND_RELATION, TIME_IN_FORCE, SB_RELATION_SINCE, SB_RELATION_UNTIL },
  { SB_KIND_INSTRUMENT, TIME_KNOWN, SB_INSTRUMENT_DATE, 0 },
  { SB_KIND_RECOMMENDATION, TIME_KNOWN, SB_RECOMMENDATION_DATE, 0 },
  { SB_KIND_ZONE, TIME_IN_FORCE, SB_ZONE_SINCE, SB_ZONE_UNTIL },
  { SB_KIND_JUDGEMENT, TIME_KNOWN, SB_JUDGEMENT_DATE, 0 },
  { SB_KIND_FIGURE, TIME_KNOWN, SB_FIGURE_DATE, 0 },
};

/* What a record is known by: its number, or before it is stored its UUID. */
static char *
dup_key (SbKind kind,
         gint64 id,
         const char *uuid)
{
  if (id != 0)
    return g_strdup_printf ("%d/%" G_GINT64_FORMAT, kind, id);

  return g_strdup (uuid != NULL ? uuid : "");
}

static void
cited_free (gpointer data)
{
  Cited *cited = data;

  g_clear_object (&cited->record);
  g_clear_pointer (&cited->evidence, g_ptr_array_unref);
  g_free (cited);
}

static void
read_period (SbBriefingInput *self)
{
  SbDate *first = sb_record_get_date (self->briefing, SB_BRIEFING_FIRST);
  SbDate *last = sb_record_get_date (self->briefing, SB_BRIEFING_LAST);
  SbDate *as_of = sb_record_get_date (self->briefing, SB_BRIEFING_AS_OF);

  self->first = first != NULL ? sb_date_get_first_day (first) : SB_DATE_DAY_MIN;
  self->last = last != NULL ? sb_date_get_last_day (last) : SB_DATE_DAY_MAX;
  self->as_of = as_of != NULL ? sb_date_get_last_day (as_of) : self->last;
  if (self->as_of == SB_DATE_DAY_MAX)
    self->as_of = sb_clock_today ();
}

SbBriefingInput *
sb_briefing_input_new (SbRecord *briefing)
{
  SbBriefingInput *self;

  g_return_val_if_fail (sb_record_get_kind (briefing) == SB_KIND_BRIEFING, NULL);

  self = g_new0 (SbBriefingInput, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->briefing = g_object_ref (briefing);
  for (guint i = 0; i < SB_N_KINDS; i++)
    self->records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->roads = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sb_road_conditions_unref);
  self->cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cited_free);
  read_period (self);

  return self;
}

SbBriefingInput *
sb_briefing_input_ref (SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_briefing_input_unref (SbBriefingInput *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < SB_N_KINDS; i++)
    g_ptr_array_unref (self->records[i]);
  for (guint i = 0; i < SB_N_TEMPLATE_WORDS; i++)
    g_free (self->words[i]);
  g_clear_object (&self->place);
  g_clear_object (&self->actor);
  g_clear_pointer (&self->changes, sb_situation_changes_free);
  g_clear_pointer (&self->correction, sb_correction_free);
  g_clear_object (&self->newest);
  g_clear_pointer (&self->base, sb_briefing_input_unref);
  g_hash_table_unref (self->cited);
  g_hash_table_unref (self->roads);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->evidence);
  g_object_unref (self->briefing);
  g_free (self);
}

static void
add_evidence (SbBriefingInput *self,
              SbRecord *evidence)
{
  SbRef *ref = sb_record_get_ref (evidence, SB_EVIDENCE_RECORD);
  GPtrArray *list;
  g_autofree char *key = NULL;

  if (ref == NULL)
    return;

  key = dup_key (sb_ref_get_kind (ref), sb_ref_get_id (ref), sb_ref_get_uuid (ref));
  list = g_hash_table_lookup (self->evidence, key);
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->evidence, g_steal_pointer (&key), list);
    }
  g_ptr_array_add (list, g_object_ref (evidence));
}

/* The first one that is known by a key is the one that is found by it. */
static void
make_known (SbBriefingInput *self,
            char *key,
            SbRecord *record)
{
  if (g_hash_table_contains (self->known, key))
    g_free (key);
  else
    g_hash_table_insert (self->known, key, record);
}

static void
add_record (SbBriefingInput *self,
            SbRecord *record)
{
  SbKind kind = sb_record_get_kind (record);

  g_ptr_array_add (self->records[kind], g_object_ref (record));
  if (sb_record_get_id (record) != 0)
    make_known (self, dup_key (kind, sb_record_get_id (record), NULL), record);
  if (sb_record_get_uuid (record) != NULL)
    make_known (self, dup_key (kind, 0, sb_record_get_uuid (record)), record);
}

void
sb_briefing_input_add (SbBriefingInput *self,
                       SbRecord *record)
{
  g_return_if_fail (self != NULL && SB_IS_RECORD (record));

  if (sb_record_get_schema (record) == &sb_evidence_schema)
    add_evidence (self, record);
  else
    add_record (self, record);
}

SbRecord *
sb_briefing_input_get_briefing (const SbBriefingInput *self)
{
  return self->briefing;
}

int
sb_briefing_input_get_first (const SbBriefingInput *self)
{
  return self->first;
}

int
sb_briefing_input_get_last (const SbBriefingInput *self)
{
  return self->last;
}

int
sb_briefing_input_get_as_of (const SbBriefingInput *self)
{
  return self->as_of;
}

static gboolean
is_in_force (const SbBriefingInput *self,
             SbDate *since,
             SbDate *until)
{
  return sb_certainty_of_holding (since, until, self->as_of) != SB_CERTAINTY_NO;
}

/* Something without a date is never out of date. */
static gboolean
counts (const SbBriefingInput *self,
        SbRecord *record)
{
  SbDate *date;

  if (sb_record_is_withdrawn (record))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (time_rules); i++)
    {
      if (time_rules[i].kind != sb_record_get_kind (record))
        continue;

      date = sb_record_get_date (record, time_rules[i].date);
      switch (time_rules[i].rule)
        {
        case TIME_IN_FORCE:
          return is_in_force (self, date, sb_record_get_date (record, time_rules[i].until));
        case TIME_KNOWN:
          return date == NULL || sb_date_get_first_day (date) <= self->as_of;
        case TIME_PERIOD:
        default:
          return date == NULL || sb_date_overlaps (date, self->first, MIN (self->last, self->as_of));
        }
    }

  return TRUE;
}

GPtrArray *
sb_briefing_input_list (const SbBriefingInput *self,
                        SbKind kind)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (self != NULL && kind < SB_N_KINDS, list);

  for (guint i = 0; i < self->records[kind]->len; i++)
    if (counts (self, g_ptr_array_index (self->records[kind], i)))
      g_ptr_array_add (list, g_object_ref (g_ptr_array_index (self->records[kind], i)));

  return list;
}

SbRecord *
sb_briefing_input_find (const SbBriefingInput *self,
                        const SbRef *ref)
{
  g_autofree char *key = NULL;
  SbRecord *record;

  g_return_val_if_fail (self != NULL, NULL);

  if (ref == NULL)
    return NULL;

  key = dup_key (sb_ref_get_kind (ref), sb_ref_get_id (ref), sb_ref_get_uuid (ref));
  record = g_hash_table_lookup (self->known, key);
  /* One that is not stored yet is known by its UUID alone. */
  if (record == NULL && sb_ref_get_uuid (ref) != NULL)
    {
      record = g_hash_table_lookup (self->known, sb_ref_get_uuid (ref));
      if (record != NULL && sb_record_get_id (record) != 0 && sb_ref_get_id (ref) != 0)
        record = NULL;
    }

  return record != NULL && sb_record_get_kind (record) == sb_ref_get_kind (ref) ? record : NULL;
}

GPtrArray *
sb_briefing_input_get_evidence (const SbBriefingInput *self,
                                SbRecord *record)
{
  g_autofree char *key = dup_key (sb_record_get_kind (record), sb_record_get_id (record), sb_record_get_uuid (record));

  return g_hash_table_lookup (self->evidence, key);
}

SbRecord *
sb_briefing_input_get_section (const SbBriefingInput *self,
                               const char *block)
{
  for (guint i = 0; i < sb_record_get_n_items (self->briefing, SB_BRIEFING_SECTIONS); i++)
    {
      SbRecord *section = sb_record_get_item (self->briefing, SB_BRIEFING_SECTIONS, i);

      if (g_strcmp0 (sb_record_get_text (section, SB_BRIEFING_SECTION_BLOCK), block) == 0 &&
          sb_record_has (section, SB_BRIEFING_SECTION_TEXT))
        return section;
    }

  return NULL;
}

void
sb_briefing_input_add_roads (SbBriefingInput *self,
                             SbRoadConditions *roads)
{
  g_return_if_fail (self != NULL && roads != NULL);

  g_hash_table_insert (self->roads, GINT_TO_POINTER (sb_road_conditions_get_day (roads)), sb_road_conditions_ref (roads));
}

SbRoadConditions *
sb_briefing_input_get_roads (const SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->roads, GINT_TO_POINTER (self->as_of));
}

static SbBriefingInput *
new_sharing (const SbBriefingInput *self,
             SbRecord *briefing)
{
  SbBriefingInput *view = g_new0 (SbBriefingInput, 1);

  g_atomic_ref_count_init (&view->ref_count);
  view->briefing = g_object_ref (briefing);
  for (guint i = 0; i < SB_N_KINDS; i++)
    view->records[i] = g_ptr_array_ref (self->records[i]);
  view->known = g_hash_table_ref (self->known);
  view->evidence = g_hash_table_ref (self->evidence);
  view->roads = g_hash_table_ref (self->roads);
  view->cited = g_hash_table_ref (self->cited);
  g_set_object (&view->newest, self->newest);
  view->n_later = self->n_later;
  view->n_hindsight = self->n_hindsight;
  g_set_object (&view->place, self->place);
  g_set_object (&view->actor, self->actor);
  for (guint i = 0; i < SB_N_TEMPLATE_WORDS; i++)
    view->words[i] = g_strdup (self->words[i]);

  return view;
}

SbBriefingInput *
sb_briefing_input_new_view (const SbBriefingInput *self,
                            const SbBriefingMoment *moment)
{
  SbBriefingInput *view;

  g_return_val_if_fail (self != NULL && moment != NULL, NULL);

  view = new_sharing (self, self->briefing);
  view->first = moment->first;
  view->last = moment->last;
  view->as_of = moment->as_of;

  return view;
}

SbBriefingInput *
sb_briefing_input_new_edited (const SbBriefingInput *self,
                              SbRecord *briefing)
{
  SbBriefingInput *edited;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sb_record_get_kind (briefing) == SB_KIND_BRIEFING, NULL);

  edited = new_sharing (self, briefing);
  read_period (edited);
  sb_briefing_input_set_days (edited, self->days, self->n_days);
  edited->base = sb_briefing_input_ref ((SbBriefingInput *) self);

  return edited;
}

void
sb_briefing_input_add_citation (SbBriefingInput *self,
                                const char *uuid,
                                SbRecord *record,
                                GPtrArray *evidence)
{
  Cited *cited;

  g_return_if_fail (self != NULL && uuid != NULL && SB_IS_RECORD (record));

  cited = g_new0 (Cited, 1);
  cited->record = g_object_ref (record);
  cited->evidence = evidence != NULL ? g_ptr_array_ref (evidence) : NULL;
  g_hash_table_insert (self->cited, g_strdup (uuid), cited);
}

SbRecord *
sb_briefing_input_find_citation (const SbBriefingInput *self,
                                 const char *uuid,
                                 GPtrArray **evidence)
{
  const Cited *cited;

  g_return_val_if_fail (self != NULL && uuid != NULL && evidence != NULL, NULL);

  cited = g_hash_table_lookup (self->cited, uuid);
  if (cited != NULL)
    {
      *evidence = cited->evidence;
      return cited->record;
    }

  for (guint i = 0; i < SB_N_KINDS; i++)
    for (guint k = 0; k < self->records[i]->len; k++)
      {
        SbRecord *record = g_ptr_array_index (self->records[i], k);

        if (g_strcmp0 (sb_record_get_uuid (record), uuid) != 0)
          continue;
        *evidence = sb_briefing_input_get_evidence (self, record);
        return record;
      }
  *evidence = NULL;

  return NULL;
}

GPtrArray *
sb_briefing_input_get_all (const SbBriefingInput *self,
                           SbKind kind)
{
  g_return_val_if_fail (self != NULL && kind < SB_N_KINDS, NULL);

  return self->records[kind];
}

SbSituationInput *
sb_briefing_input_dup_situation (const SbBriefingInput *self)
{
  SbSituationInput *situation = sb_situation_input_new ();
  g_autoptr (GPtrArray) controls = sb_briefing_input_list (self, SB_KIND_CONTROL);

  for (guint i = 0; i < controls->len; i++)
    {
      SbRecord *control = g_ptr_array_index (controls, i);
      GPtrArray *evidence = sb_briefing_input_get_evidence (self, control);

      sb_situation_input_add (situation, control);
      if (evidence != NULL)
        sb_situation_input_set_evidence (situation, sb_record_get_id (control), evidence);
    }

  return situation;
}
