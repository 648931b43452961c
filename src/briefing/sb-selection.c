/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-selection-private.h"

#include "sb-alliance.h"
#include "sb-briefing.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-event.h"
#include "sb-focus-private.h"
#include "sb-instrument.h"
#include "sb-judgement.h"
#include "sb-recommendation.h"
#include "sb-restriction.h"
#include "sb-wording-private.h"

/* A recommendation without a priority comes after those that have one. */
#define NO_PRIORITY 1000

/* A record that a block could print, and what decides its place. */
typedef struct
{
  SbRecord *record; /* (owned) */
  guint kind_rank; /* of its kind in the block */
  gboolean is_key;
  gint64 priority;
  int day;
  guint arrival;
} Candidate;

typedef struct
{
  const SbTemplateBlock *block; /* not owned */
  GArray *candidates; /* (owned) (element-type Candidate) the one that stays longest first */
  guint n_taken; /* within the block's limit */
  gboolean is_by_hand; /* prints a text that was made of them: nothing to drop */
} Choice;

struct _SbSelection
{
  GPtrArray *choices; /* (owned) (element-type Choice) */
  SbRecord *place; /* (owned) (nullable) */
  SbRecord *actor; /* (owned) (nullable) */
  GArray *drops; /* (owned) (element-type guint) the choice that each drop is taken from */
};

static const struct
{
  SbKind kind;
  guint date;
} dates[] = {
  { SB_KIND_EVENT, SB_EVENT_DATE },
  { SB_KIND_RESTRICTION, SB_RESTRICTION_SINCE },
  { SB_KIND_CONTROL, SB_CONTROL_SINCE },
  { SB_KIND_CLAIM, SB_CLAIM_DATE },
  { SB_KIND_ALLIANCE, SB_ALLIANCE_SINCE },
  { SB_KIND_JUDGEMENT, SB_JUDGEMENT_DATE },
  { SB_KIND_INSTRUMENT, SB_INSTRUMENT_DATE },
};

static void
clear_candidate (gpointer data)
{
  g_clear_object (&((Candidate *) data)->record);
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_array_unref (choice->candidates);
  g_free (choice);
}

/* The first day of the record, as what began later is newer. */
static int
get_day (SbRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i].kind == sb_record_get_kind (record))
      {
        SbDate *date = sb_record_get_date (record, dates[i].date);

        return date != NULL ? sb_date_get_first_day (date) : SB_DATE_DAY_MIN;
      }

  return SB_DATE_DAY_MIN;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->kind_rank != other->kind_rank)
    return one->kind_rank < other->kind_rank ? -1 : 1;
  if (one->is_key != other->is_key)
    return one->is_key ? -1 : 1;
  if (one->priority != other->priority)
    return one->priority < other->priority ? -1 : 1;
  if (one->day != other->day)
    return one->day > other->day ? -1 : 1;

  return one->arrival < other->arrival ? -1 : one->arrival > other->arrival;
}

/* As they are printed when a block tells its story from the start. */
static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;

  return one->arrival < other->arrival ? -1 : one->arrival > other->arrival;
}

/* One version of a place stands for all of them. */
static gboolean
is_first_version (const SbBriefingInput *input,
                  SbRecord *control)
{
  g_autoptr (GPtrArray) versions = _sb_wording_list_versions (input, control);

  return versions->len > 0 && g_ptr_array_index (versions, 0) == (gpointer) control;
}

/* Whether a block before takes @record. */
static gboolean
is_told (const SbSelection *self,
         SbRecord *record)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      for (guint k = 0; k < choice->n_taken; k++)
        if (g_array_index (choice->candidates, Candidate, k).record == record)
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_wanted (const SbSelection *self,
           const SbTemplateBlock *block,
           const SbBriefingInput *input,
           SbRecord *record)
{
  SbKind kind = sb_record_get_kind (record);

  if (kind == SB_KIND_JUDGEMENT && block->topic >= 0 &&
      sb_record_get_term (record, SB_JUDGEMENT_TOPIC, SB_JUDGEMENT_TOPIC_ANALYSIS) != block->topic)
    return FALSE;
  if (kind == SB_KIND_RECOMMENDATION && block->audience >= 0 &&
      sb_record_get_term (record, SB_RECOMMENDATION_AUDIENCE, SB_RECOMMENDATION_AUDIENCE_GENERAL) != block->audience)
    return FALSE;
  if (kind == SB_KIND_CONTROL && !is_first_version (input, record))
    return FALSE;
  if (block->is_once && is_told (self, record))
    return FALSE;

  return _sb_selection_admits (self, input, block->filter, record);
}

static void
add_candidates (const SbSelection *self,
                Choice *choice,
                const SbBriefingInput *input,
                guint kind_rank)
{
  SbKind kind = choice->block->records[kind_rank];
  g_autoptr (GPtrArray) records = sb_briefing_input_list (input, kind);

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      Candidate candidate = { NULL, kind_rank, FALSE, NO_PRIORITY, get_day (record), i };

      if (!is_wanted (self, choice->block, input, record))
        continue;

      candidate.record = g_object_ref (record);
      if (kind == SB_KIND_EVENT)
        candidate.is_key = sb_record_get_boolean (record, SB_EVENT_KEY_FACT);
      if (kind == SB_KIND_RECOMMENDATION)
        candidate.priority = sb_record_get_integer (record, SB_RECOMMENDATION_PRIORITY, NO_PRIORITY);
      g_array_append_val (choice->candidates, candidate);
    }
}

static void
add_choice (SbSelection *self,
            const SbTemplateBlock *block,
            const SbBriefingInput *input)
{
  SbRecord *section;
  Choice *choice;

  if (block->kind == SB_TEMPLATE_BLOCK_COLUMNS)
    {
      for (guint i = 0; i < block->blocks->len; i++)
        add_choice (self, g_ptr_array_index (block->blocks, i), input);
      return;
    }
  /* A text that was made of records still tells these, and no other block repeats them;
   * one that was not has none. */
  section = sb_briefing_input_get_section (input, block->name);
  if (block->n_records == 0 || (section != NULL && !sb_record_has (section, SB_BRIEFING_SECTION_MADE_FROM)))
    return;

  choice = g_new0 (Choice, 1);
  choice->block = block;
  choice->is_by_hand = section != NULL;
  choice->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (choice->candidates, clear_candidate);
  for (guint i = 0; i < block->n_records; i++)
    add_candidates (self, choice, input, i);
  g_array_sort (choice->candidates, compare_candidates);
  choice->n_taken = MIN (choice->candidates->len, block->most);
  g_ptr_array_add (self->choices, choice);
}

/* What stays of a block whatever the room, where as many share it. */
static guint
get_least (const Choice *choice,
           guint n_sharing)
{
  return (choice->block->least + n_sharing - 1) / n_sharing;
}

/* The order in which items give way, behind those that do already. */
static void
plan_drops (SbSelection *self,
            guint n_sharing)
{
  g_autofree guint *left = g_new0 (guint, MAX (self->choices->len, 1));

  for (guint i = 0; i < self->choices->len; i++)
    left[i] = ((Choice *) g_ptr_array_index (self->choices, i))->n_taken;
  for (guint i = 0; i < self->drops->len; i++)
    left[g_array_index (self->drops, guint, i)]--;

  while (TRUE)
    {
      guint most_spare = 0;
      guint choice = 0;

      for (guint i = 0; i < self->choices->len; i++)
        {
          const Choice *own = g_ptr_array_index (self->choices, i);
          guint least = get_least (own, n_sharing);
          guint spare = !own->is_by_hand && left[i] > least ? left[i] - least : 0;

          if (spare > 0 && spare >= most_spare)
            {
              most_spare = spare;
              choice = i;
            }
        }
      if (most_spare == 0)
        return;

      left[choice]--;
      g_array_append_val (self->drops, choice);
    }
}

SbSelection *
_sb_selection_new (const SbTemplate *template,
                   const SbBriefingInput *input)
{
  SbSelection *self = g_new0 (SbSelection, 1);

  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->drops = g_array_new (FALSE, FALSE, sizeof (guint));
  self->place = _sb_focus_find_place (template, input);
  self->actor = _sb_focus_find_actor (template, input);
  for (guint i = 0; i < sb_template_get_n_blocks (template); i++)
    add_choice (self, sb_template_get_block (template, i), input);
  plan_drops (self, 1);

  return self;
}

void
_sb_selection_share (SbSelection *self,
                     guint n_sharing)
{
  plan_drops (self, n_sharing);
}

void
_sb_selection_free (SbSelection *self)
{
  g_clear_object (&self->place);
  g_clear_object (&self->actor);
  g_ptr_array_unref (self->choices);
  g_array_unref (self->drops);
  g_free (self);
}

SbRecord *
_sb_selection_get_place (const SbSelection *self)
{
  return self->place;
}

SbRecord *
_sb_selection_get_actor (const SbSelection *self)
{
  return self->actor;
}

gboolean
_sb_selection_admits (const SbSelection *self,
                      const SbBriefingInput *input,
                      SbTemplateFilter filter,
                      SbRecord *record)
{
  SbKind kind = sb_record_get_kind (record);

  switch (filter)
    {
    case SB_TEMPLATE_FILTER_DISPUTED:
      return _sb_wording_is_disputed (input, record);
    case SB_TEMPLATE_FILTER_KEY:
      return kind != SB_KIND_EVENT || sb_record_get_boolean (record, SB_EVENT_KEY_FACT);
    case SB_TEMPLATE_FILTER_GRADED:
      return kind != SB_KIND_JUDGEMENT || sb_record_has (record, SB_JUDGEMENT_BAND) || sb_record_has (record, SB_JUDGEMENT_CONFIDENCE);
    case SB_TEMPLATE_FILTER_FREE:
      return kind != SB_KIND_JUDGEMENT || (!sb_record_has (record, SB_JUDGEMENT_SCENARIO) && !sb_record_has (record, SB_JUDGEMENT_BAND) && !sb_record_has (record, SB_JUDGEMENT_CONFIDENCE));
    case SB_TEMPLATE_FILTER_ABROAD:
      return _sb_focus_is_abroad (input, record);
    case SB_TEMPLATE_FILTER_PLACE:
      return self->place != NULL && _sb_focus_concerns_place (input, record, self->place);
    case SB_TEMPLATE_FILTER_ACTOR:
      return self->actor != NULL && _sb_focus_concerns_actor (record, self->actor);
    case SB_TEMPLATE_FILTER_NONE:
    default:
      return TRUE;
    }
}

guint
_sb_selection_get_n_spare (const SbSelection *self)
{
  return self->drops->len;
}

static guint
count_left (const SbSelection *self,
            guint choice,
            guint n_dropped)
{
  guint n_left = ((Choice *) g_ptr_array_index (self->choices, choice))->n_taken;

  for (guint i = 0; i < n_dropped && i < self->drops->len; i++)
    if (g_array_index (self->drops, guint, i) == choice)
      n_left--;

  return n_left;
}

static void
append_records (GPtrArray *list,
                const Choice *choice,
                guint first,
                guint end)
{
  for (guint i = first; i < end; i++)
    g_ptr_array_add (list, g_object_ref (g_array_index (choice->candidates, Candidate, i).record));
}

GPtrArray *
_sb_selection_list (const SbSelection *self,
                    const SbTemplateBlock *block,
                    guint n_dropped)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      guint n_left = count_left (self, i, n_dropped);
      g_autoptr (GArray) kept = NULL;

      if (choice->block != block)
        continue;
      if (block->order == SB_TEMPLATE_ORDER_KEY_FIRST)
        {
          append_records (list, choice, 0, n_left);
          return list;
        }

      kept = g_array_new (FALSE, FALSE, sizeof (Candidate));
      g_array_append_vals (kept, choice->candidates->data, n_left);
      g_array_sort (kept, compare_days);
      for (guint k = 0; k < kept->len; k++)
        g_ptr_array_add (list, g_object_ref (g_array_index (kept, Candidate, k).record));
    }

  return list;
}

GPtrArray *
_sb_selection_list_left_out (const SbSelection *self,
                             guint n_dropped)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (!choice->is_by_hand)
        append_records (list, choice, count_left (self, i, n_dropped), choice->candidates->len);
    }

  return list;
}
