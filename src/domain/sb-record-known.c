/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-record-known.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-drawing.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-indicator.h"
#include "sb-instrument.h"
#include "sb-judgement.h"
#include "sb-recommendation.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-zone.h"

#define MAX_CLEARED 4

/* What begins with this date was not there before it. */
static const struct
{
  SbKind kind;
  guint date;
} beginnings[] = {
  { SB_KIND_EVENT, SB_EVENT_DATE },
  { SB_KIND_CLAIM, SB_CLAIM_DATE },
  { SB_KIND_RESTRICTION, SB_RESTRICTION_SINCE },
  { SB_KIND_CONTROL, SB_CONTROL_SINCE },
  { SB_KIND_ALLIANCE, SB_ALLIANCE_SINCE },
  { SB_KIND_RELATION, SB_RELATION_SINCE },
  { SB_KIND_INSTRUMENT, SB_INSTRUMENT_DATE },
  { SB_KIND_JUDGEMENT, SB_JUDGEMENT_DATE },
  { SB_KIND_RECOMMENDATION, SB_RECOMMENDATION_DATE },
  { SB_KIND_DRAWING, SB_DRAWING_SINCE },
  { SB_KIND_ZONE, SB_ZONE_SINCE },
};

/* What became of it on this date, and the fields that tell of it; 0 ends them, as no
 * such field is the first of its kind. */
static const struct
{
  SbKind kind;
  guint date;
  guint told[MAX_CLEARED];
} turns[] = {
  { SB_KIND_RESTRICTION, SB_RESTRICTION_UNTIL, { 0 } },
  { SB_KIND_RESTRICTION, SB_RESTRICTION_DENIED_ON, { SB_RESTRICTION_DENIED_BY, SB_RESTRICTION_DENIED, 0 } },
  { SB_KIND_CONTROL, SB_CONTROL_UNTIL, { 0 } },
  { SB_KIND_ALLIANCE, SB_ALLIANCE_UNTIL, { 0 } },
  { SB_KIND_ALLIANCE, SB_ALLIANCE_JUDGED_ON, { SB_ALLIANCE_JUDGED_BY, SB_ALLIANCE_DURABILITY, SB_ALLIANCE_DURABILITY_REASON, 0 } },
  { SB_KIND_RELATION, SB_RELATION_UNTIL, { 0 } },
  { SB_KIND_INSTRUMENT, SB_INSTRUMENT_ENDED, { SB_INSTRUMENT_STATUS, 0 } },
  { SB_KIND_ACTOR, SB_ACTOR_DISSOLVED, { SB_ACTOR_STATUS, 0 } },
};

static gboolean
is_later (const SbDate *date,
          int day)
{
  return date != NULL && sb_date_get_first_day (date) > day;
}

static gboolean
is_known_evidence (SbRecord *evidence,
                   int day)
{
  return !is_later (sb_record_get_date (evidence, SB_EVIDENCE_DATE), day);
}

GPtrArray *
sb_evidence_list_known (GPtrArray *evidence,
                        int day)
{
  GPtrArray *known;

  if (evidence == NULL)
    return NULL;

  known = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < evidence->len; i++)
    if (is_known_evidence (g_ptr_array_index (evidence, i), day))
      g_ptr_array_add (known, g_object_ref (g_ptr_array_index (evidence, i)));

  return known;
}

gboolean
sb_evidence_is_known (GPtrArray *evidence,
                      int day)
{
  gboolean has_support = FALSE;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);

      if (sb_record_get_term (item, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) != SB_STANCE_SUPPORTS)
        continue;
      if (is_known_evidence (item, day))
        return TRUE;
      has_support = TRUE;
    }

  return !has_support;
}

/* An extract that nothing is known of is not held against what it stands for. */
static gboolean
is_known_extract (SbRef *extract,
                  GPtrArray *evidence,
                  int day)
{
  gboolean is_known = TRUE;

  for (guint i = 0; extract != NULL && evidence != NULL && i < evidence->len; i++)
    {
      SbRef *own = sb_record_get_ref (g_ptr_array_index (evidence, i), SB_EVIDENCE_EXTRACT);

      if (own == NULL || !sb_ref_equal (own, extract))
        continue;
      if (is_known_evidence (g_ptr_array_index (evidence, i), day))
        return TRUE;
      is_known = FALSE;
    }

  return is_known;
}

static gboolean
is_known_item (SbRecord *item,
               GPtrArray *evidence,
               int day)
{
  const SbSchema *schema = sb_record_get_schema (item);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];

      if (field->type == SB_FIELD_DATE && g_strcmp0 (field->name, "until") != 0 && is_later (sb_record_get_date (item, i), day))
        return FALSE;
      if (field->type == SB_FIELD_REF && field->target == SB_KIND_EXTRACT &&
          !is_known_extract (sb_record_get_ref (item, i), evidence, day))
        return FALSE;
    }

  return TRUE;
}

/* How many items of the list were known. */
static guint
keep_items (SbRecordBuilder *builder,
            SbRecord *record,
            guint list,
            GPtrArray *evidence,
            int day)
{
  guint n_kept = 0;

  sb_record_builder_clear (builder, list);
  for (guint i = 0; i < sb_record_get_n_items (record, list); i++)
    {
      SbRecord *item = sb_record_get_item (record, list, i);

      if (!is_known_item (item, evidence, day))
        continue;
      sb_record_builder_take_item (builder, list, g_object_ref (item));
      n_kept++;
    }

  return n_kept;
}

static void
clear_turns (SbRecordBuilder *builder,
             SbRecord *record,
             int day)
{
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      if (turns[i].kind != sb_record_get_kind (record) || !is_later (sb_record_get_date (record, turns[i].date), day))
        continue;

      sb_record_builder_clear (builder, turns[i].date);
      for (guint k = 0; k < MAX_CLEARED && turns[i].told[k] != 0; k++)
        sb_record_builder_clear (builder, turns[i].told[k]);
    }
}

/* What others only name is no knowledge of its own. */
static gboolean
is_only_named (SbKind kind)
{
  return kind == SB_KIND_PLACE || kind == SB_KIND_CORRIDOR || kind == SB_KIND_ACTOR;
}

static gboolean
has_begun (SbRecord *record,
           int day)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (beginnings[i].kind == sb_record_get_kind (record))
      return !is_later (sb_record_get_date (record, beginnings[i].date), day);

  return TRUE;
}

SbRecord *
sb_record_dup_known (SbRecord *record,
                     GPtrArray *evidence,
                     int day)
{
  SbKind kind = sb_record_get_kind (record);
  const SbSchema *schema = sb_record_get_schema (record);
  g_autoptr (SbRecordBuilder) builder = NULL;

  if (day == SB_DATE_DAY_MAX)
    return g_object_ref (record);
  if (!is_only_named (kind) && (!has_begun (record, day) || !sb_evidence_is_known (evidence, day)))
    return NULL;

  builder = sb_record_builder_new_from (record);
  clear_turns (builder, record, day);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      guint n_items = schema->fields[i].type == SB_FIELD_LIST ? sb_record_get_n_items (record, i) : 0;

      if (n_items == 0 || keep_items (builder, record, i, evidence, day) > 0)
        continue;
      /* A proposition that nobody had spoken of yet, and a sign that nobody had seen. */
      if (kind == SB_KIND_CLAIM && i == SB_CLAIM_STATEMENTS)
        return NULL;
      if (kind == SB_KIND_INDICATOR && i == SB_INDICATOR_SIGNS)
        sb_record_builder_set_term (builder, SB_INDICATOR_STATE, SB_INDICATOR_STATE_NOT_SEEN);
    }

  return sb_record_builder_end (g_steal_pointer (&builder));
}
