/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-chronology-private.h"

#include <stdlib.h>

#include "sb-alliance.h"
#include "sb-certainty.h"
#include "sb-restriction.h"

/* What is dated no better than this many days says nothing of where a chronology
 * begins and ends. */
#define YEAR 366

typedef struct
{
  SbChronology *chronology; /* (unowned) */
  const SbChronologyInput *input; /* (unowned) */
  GArray *events; /* (owned) (element-type SbChronologyMark) each once */
  GArray *numbers; /* (owned) (element-type guint) by id: the number in events and 1 */
  GArray *placed; /* (owned) (element-type guint8) by number: it lies in a lane */
  GHashTable *lasting; /* (owned) (element-type gint64 SbRecord) */
  GHashTable *lasting_placed; /* (owned) (element-type gint64) ids of lasting */
  GHashTable *refs; /* (owned) (element-type gint64 SbRef) */
  GHashTable *lanes; /* (owned) (element-type gint64 SbChronologyLane) */
} Filling;

static void
clear_bar (gpointer data)
{
  g_object_unref (((SbChronologyBar *) data)->record);
}

static SbChronologyLane *
add_lane (Filling *filling,
          SbChronologyLaneKind kind)
{
  SbChronologyLane *lane = g_new0 (SbChronologyLane, 1);

  lane->kind = kind;
  lane->order = filling->input->order;
  lane->marks = g_array_new (FALSE, FALSE, sizeof (SbChronologyMark));
  lane->bars = g_array_new (FALSE, FALSE, sizeof (SbChronologyBar));
  g_array_set_clear_func (lane->bars, clear_bar);
  g_ptr_array_add (filling->chronology->lanes, lane);
  return lane;
}

void
_sb_chronology_lane_free (SbChronologyLane *self)
{
  g_clear_pointer (&self->ref, sb_ref_unref);
  g_array_unref (self->marks);
  g_array_unref (self->bars);
  g_free (self);
}

static void
widen_days (SbChronology *self,
            int first,
            int last)
{
  self->first_day = self->has_days ? MIN (self->first_day, first) : first;
  self->last_day = self->has_days ? MAX (self->last_day, last) : last;
  self->has_days = TRUE;
}

static void
add_event (Filling *filling,
           const SbEventSpot *spot)
{
  gboolean goes_on = spot->last_day >= SB_DATE_DAY_MAX;
  const SbChronologyMark mark = {
    .first_day = spot->first_day,
    .last_day = goes_on ? spot->first_day : spot->last_day,
    .id = (guint32) spot->id,
    .fatalities = (guint16) MIN (spot->fatalities, G_MAXUINT16),
    .type = (guint8) spot->type,
    .flags = (guint8) ((goes_on ? SB_CHRONOLOGY_MARK_GOES_ON : 0) |
                       (!goes_on && spot->last_day > spot->first_day ? SB_CHRONOLOGY_MARK_VAGUE : 0) |
                       (spot->is_qualified ? SB_CHRONOLOGY_MARK_QUALIFIED : 0) |
                       (spot->is_unsourced ? SB_CHRONOLOGY_MARK_UNSOURCED : 0)),
  };
  guint number;

  if (filling->input->moment != NULL && !sb_chronology_mark_is_meant (&mark, filling->input->moment))
    return;

  g_array_append_val (filling->events, mark);
  number = filling->events->len;
  if (filling->numbers->len <= mark.id)
    g_array_set_size (filling->numbers, MAX (mark.id + 1, filling->numbers->len * 2));

  g_array_index (filling->numbers, guint, mark.id) = number;
  if (mark.last_day - mark.first_day < YEAR)
    widen_days (filling->chronology, mark.first_day, mark.last_day);
}

static void
collect_events (Filling *filling)
{
  const SbEventIndex *index = filling->input->index;
  SbEventFilter filter = filling->input->filter != NULL ? *filling->input->filter : SB_EVENT_FILTER_ALL;

  filter.first_day = SB_DATE_DAY_MIN;
  filter.last_day = SB_DATE_DAY_MAX;
  filter.as_of = SB_DATE_DAY_MAX;
  for (guint i = 0; i < sb_event_index_get_n_rows (index); i++)
    {
      SbEventSpot spot;

      if (!sb_event_index_matches (index, i, &filter))
        continue;

      sb_event_index_get_spot (index, i, &spot);
      if (!spot.is_further)
        add_event (filling, &spot);
    }

  g_array_set_size (filling->placed, filling->events->len);
  filling->chronology->n_events = filling->events->len;
}

/* The number of an event; -1 when it is not meant. */
static int
find_event (const Filling *filling,
            gint64 id)
{
  if (id < 0 || id >= filling->numbers->len)
    return -1;

  return (int) g_array_index (filling->numbers, guint, id) - 1;
}

/* The days in which something began. */
static void
read_beginning (SbDate *since,
                SbChronologyBar *bar)
{
  if (since == NULL)
    {
      bar->since_last = bar->until_first;
      bar->since_first = bar->since_last - SB_CERTAINTY_REACH;
      return;
    }

  bar->since_first = sb_date_get_first_day (since);
  bar->since_last = sb_date_get_last_day (since);
  if (bar->since_first <= SB_DATE_DAY_MIN)
    bar->since_first = bar->since_last - SB_CERTAINTY_REACH;
  if (bar->since_last >= SB_DATE_DAY_MAX)
    bar->since_last = bar->since_first + (sb_date_is_open (since) ? 0 : SB_CERTAINTY_REACH);
}

static void
read_end (SbDate *until,
          SbChronologyBar *bar)
{
  bar->until_first = SB_DATE_DAY_MAX;
  bar->until_last = SB_DATE_DAY_MAX;
  if (until == NULL || sb_date_is_open (until))
    return;

  bar->until_first = sb_date_get_first_day (until);
  bar->until_last = sb_date_get_last_day (until);
  if (bar->until_last >= SB_DATE_DAY_MAX)
    bar->until_last = bar->until_first + SB_CERTAINTY_REACH;
  if (bar->until_first <= SB_DATE_DAY_MIN)
    bar->until_first = bar->until_last - SB_CERTAINTY_REACH;
}

/* FALSE when nobody says anything of when it was. */
static gboolean
read_bar (SbRecord *record,
          SbChronologyBar *bar)
{
  gboolean is_alliance = sb_record_get_kind (record) == SB_KIND_ALLIANCE;
  SbDate *since = sb_record_get_date (record, is_alliance ? SB_ALLIANCE_SINCE : SB_RESTRICTION_SINCE);
  SbDate *until = sb_record_get_date (record, is_alliance ? SB_ALLIANCE_UNTIL : SB_RESTRICTION_UNTIL);

  *bar = (SbChronologyBar) { .record = record };
  read_end (until, bar);
  if (since == NULL && bar->until_first >= SB_DATE_DAY_MAX)
    return FALSE;

  read_beginning (since, bar);
  bar->until_last = MAX (bar->until_last, bar->since_last);
  return TRUE;
}

/* Whether it could have held on a day of the moment. */
static gboolean
is_meant (const Filling *filling,
          const SbChronologyBar *bar)
{
  const SbChronologyMoment *moment = filling->input->moment;

  return moment == NULL || (bar->since_first <= MIN (moment->last_day, moment->as_of) && bar->until_last >= moment->first_day);
}

static void
add_bar (SbChronologyLane *lane,
         SbRecord *record)
{
  SbChronologyBar bar;

  for (guint i = 0; i < lane->bars->len; i++)
    if (g_array_index (lane->bars, SbChronologyBar, i).record == record)
      return;

  read_bar (record, &bar);
  g_object_ref (record);
  g_array_append_val (lane->bars, bar);
}

static SbChronologyLane *
get_lane_of_record (Filling *filling,
                    gint64 id)
{
  SbChronologyLane *lane = g_hash_table_lookup (filling->lanes, &id);
  SbRef *ref = g_hash_table_lookup (filling->refs, &id);

  if (lane != NULL || ref == NULL)
    return lane;

  lane = add_lane (filling, SB_CHRONOLOGY_LANE_OWN);
  lane->ref = sb_ref_ref (ref);
  g_hash_table_insert (filling->lanes, g_memdup2 (&id, sizeof id), lane);
  return lane;
}

static void
add_mark (Filling *filling,
          SbChronologyLane *lane,
          guint number)
{
  g_array_append_val (lane->marks, g_array_index (filling->events, SbChronologyMark, number));
  g_array_index (filling->placed, guint8, number) = TRUE;
}

static void
place_pair (Filling *filling,
            const SbChronologyPair *pair)
{
  int number = find_event (filling, pair->record);
  SbRecord *record = number < 0 ? g_hash_table_lookup (filling->lasting, &pair->record) : NULL;
  SbChronologyLane *lane = number >= 0 || record != NULL ? get_lane_of_record (filling, pair->lane) : NULL;

  if (lane == NULL)
    return;

  if (number >= 0)
    {
      add_mark (filling, lane, (guint) number);
      return;
    }

  add_bar (lane, record);
  g_hash_table_add (filling->lasting_placed, g_memdup2 (&pair->record, sizeof pair->record));
}

static void
place_by_type (Filling *filling)
{
  SbChronologyLane *lanes[SB_EVENT_TYPE_POLITICS + 1] = { NULL };

  for (guint i = 0; i < filling->events->len; i++)
    {
      guint type = MIN (g_array_index (filling->events, SbChronologyMark, i).type, SB_EVENT_TYPE_POLITICS);

      if (lanes[type] == NULL)
        {
          lanes[type] = add_lane (filling, SB_CHRONOLOGY_LANE_OWN);
          lanes[type]->type = (SbEventType) type;
        }
      add_mark (filling, lanes[type], i);
    }
}

/* What no lane has. */
static void
place_rest (Filling *filling)
{
  SbChronologyLane *others = NULL;
  SbChronologyLane *of_kind[2] = { NULL, NULL };

  for (guint i = 0; i < filling->events->len; i++)
    {
      if (g_array_index (filling->placed, guint8, i))
        continue;
      if (others == NULL)
        others = add_lane (filling, SB_CHRONOLOGY_LANE_OTHERS);
      add_mark (filling, others, i);
    }

  for (guint i = 0; filling->input->lasting != NULL && i < filling->input->lasting->len; i++)
    {
      SbRecord *record = g_ptr_array_index (filling->input->lasting, i);
      gint64 id = sb_record_get_id (record);
      guint kind = sb_record_get_kind (record) == SB_KIND_ALLIANCE ? 1 : 0;

      if (!g_hash_table_contains (filling->lasting, &id) || g_hash_table_contains (filling->lasting_placed, &id))
        continue;
      if (of_kind[kind] == NULL)
        of_kind[kind] = add_lane (filling, kind == 1 ? SB_CHRONOLOGY_LANE_ALLIANCES : SB_CHRONOLOGY_LANE_RESTRICTIONS);
      add_bar (of_kind[kind], record);
    }
}

static int
compare_numbers (double a,
                 double b)
{
  return a < b ? -1 : a > b;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const SbChronologyMark *first = a;
  const SbChronologyMark *second = b;
  int order = compare_numbers (first->at, second->at);

  if (order == 0)
    order = compare_numbers (first->first_day, second->first_day);
  return order != 0 ? order : compare_numbers (first->id, second->id);
}

static double
get_length (const SbChronologyMark *mark)
{
  return (double) mark->last_day - mark->first_day + 1;
}

/* Nobody knows the hour: those of the same days stand beside each other in them. */
static void
spread_marks (SbChronologyLane *lane)
{
  SbChronologyMark *marks = (SbChronologyMark *) (gpointer) lane->marks->data;
  guint i = 0;

  while (i < lane->marks->len)
    {
      guint end = i;

      while (end < lane->marks->len && marks[end].first_day == marks[i].first_day && marks[end].last_day == marks[i].last_day)
        end++;
      for (guint j = i; j < end; j++)
        marks[j].at = marks[j].first_day + get_length (&marks[j]) * (j - i + 0.5) / (end - i);
      i = end;
    }
}

static void
sort_marks (SbChronologyLane *lane)
{
  guint n = 0;
  SbChronologyMark *marks = (SbChronologyMark *) (gpointer) lane->marks->data;

  for (guint i = 0; i < lane->marks->len; i++)
    {
      marks[i].at = marks[i].first_day + get_length (&marks[i]) / 2;
      lane->longest = MAX (lane->longest, get_length (&marks[i]));
    }

  g_array_sort (lane->marks, compare_marks);
  /* An actor may have two roles in an event. */
  for (guint i = 0; i < lane->marks->len; i++)
    if (n == 0 || marks[n - 1].id != marks[i].id)
      marks[n++] = marks[i];
  g_array_set_size (lane->marks, n);

  spread_marks (lane);
  g_array_sort (lane->marks, compare_marks);
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const SbChronologyBar *first = a;
  const SbChronologyBar *second = b;
  int order = compare_numbers (first->since_first, second->since_first);

  return order != 0 ? order : compare_numbers ((double) sb_record_get_id (first->record), (double) sb_record_get_id (second->record));
}

/* Each bar lies in the first row that is free. */
static void
stack_bars (SbChronologyLane *lane)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_sort (lane->bars, compare_bars);
  for (guint i = 0; i < lane->bars->len; i++)
    {
      SbChronologyBar *bar = &g_array_index (lane->bars, SbChronologyBar, i);

      while (bar->row < ends->len && g_array_index (ends, int, bar->row) >= bar->since_first)
        bar->row++;
      if (bar->row == ends->len)
        g_array_append_val (ends, bar->until_last);
      else
        g_array_index (ends, int, bar->row) = bar->until_last;
    }
  lane->n_rows = ends->len;
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const SbChronologyLane *first = *(const SbChronologyLane *const *) a;
  const SbChronologyLane *second = *(const SbChronologyLane *const *) b;

  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (first->ref == NULL || second->ref == NULL)
    return (int) first->type - (int) second->type;
  if (first->marks->len != second->marks->len)
    return first->marks->len > second->marks->len ? -1 : 1;
  if (first->bars->len != second->bars->len)
    return first->bars->len > second->bars->len ? -1 : 1;

  return compare_numbers ((double) sb_ref_get_id (first->ref), (double) sb_ref_get_id (second->ref));
}

static void
note_records (Filling *filling)
{
  const SbChronologyInput *input = filling->input;

  for (guint i = 0; input->refs != NULL && i < input->refs->len; i++)
    {
      SbRef *ref = g_ptr_array_index (input->refs, i);
      gint64 id = sb_ref_get_id (ref);

      g_hash_table_insert (filling->refs, g_memdup2 (&id, sizeof id), ref);
    }

  for (guint i = 0; input->lasting != NULL && i < input->lasting->len; i++)
    {
      SbRecord *record = g_ptr_array_index (input->lasting, i);
      gint64 id = sb_record_get_id (record);
      SbChronologyBar bar;

      if (!read_bar (record, &bar) || !is_meant (filling, &bar))
        continue;

      g_hash_table_insert (filling->lasting, g_memdup2 (&id, sizeof id), record);
      widen_days (filling->chronology, bar.since_last, bar.until_first < SB_DATE_DAY_MAX ? bar.until_first : bar.since_last);
    }
}

void
_sb_chronology_fill (SbChronology *self,
                     const SbChronologyInput *input)
{
  Filling filling = {
    .chronology = self,
    .input = input,
    .events = g_array_new (FALSE, FALSE, sizeof (SbChronologyMark)),
    .numbers = g_array_new (FALSE, TRUE, sizeof (guint)),
    .placed = g_array_new (FALSE, TRUE, sizeof (guint8)),
    .lasting = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .lasting_placed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .refs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .lanes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };

  collect_events (&filling);
  note_records (&filling);
  if (input->order == SB_CHRONOLOGY_TYPES)
    place_by_type (&filling);
  for (guint i = 0; input->pairs != NULL && i < input->pairs->len; i++)
    place_pair (&filling, &g_array_index (input->pairs, SbChronologyPair, i));
  place_rest (&filling);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      sort_marks (g_ptr_array_index (self->lanes, i));
      stack_bars (g_ptr_array_index (self->lanes, i));
    }
  g_ptr_array_sort (self->lanes, compare_lanes);

  g_array_unref (filling.events);
  g_array_unref (filling.numbers);
  g_array_unref (filling.placed);
  g_hash_table_unref (filling.lasting);
  g_hash_table_unref (filling.lasting_placed);
  g_hash_table_unref (filling.refs);
  g_hash_table_unref (filling.lanes);
}
