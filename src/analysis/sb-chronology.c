/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-chronology-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sb-translate.h"

/* A symbol stands no nearer to the end of its stretch than this share of it, so that
 * two side by side do not overlap. */
#define INSET 0.27

static const char *const order_names[SB_N_CHRONOLOGY_ORDERS] = { "actor", "place", "type", "dossier" };

SbChronology *
sb_chronology_new (const SbChronologyInput *input)
{
  SbChronology *self;

  g_return_val_if_fail (input != NULL && input->index != NULL, NULL);

  self = g_new0 (SbChronology, 1);
  g_atomic_ref_count_init (&self->refs);
  self->order = input->order;
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_chronology_lane_free);
  _sb_chronology_fill (self, input);
  return self;
}

SbChronology *
sb_chronology_ref (SbChronology *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sb_chronology_unref (SbChronology *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->lanes);
  g_free (self);
}

guint
sb_chronology_get_n_lanes (const SbChronology *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lanes->len;
}

const SbChronologyLane *
sb_chronology_get_lane (const SbChronology *self,
                        guint lane)
{
  g_return_val_if_fail (self != NULL && lane < self->lanes->len, NULL);

  return g_ptr_array_index (self->lanes, lane);
}

guint
sb_chronology_get_n_events (const SbChronology *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_events;
}

gboolean
sb_chronology_get_days (const SbChronology *self,
                        int *first_day,
                        int *last_day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *first_day = self->first_day;
  *last_day = self->last_day;
  return self->has_days;
}

static const char *
get_others_name (SbChronologyOrder order,
                 SbLanguage language)
{
  switch (order)
    {
    case SB_CHRONOLOGY_PLACES:
      return sb_translate (language, "No place named");

    case SB_CHRONOLOGY_DOSSIERS:
      return sb_translate (language, "In no dossier");

    case SB_CHRONOLOGY_ACTORS:
    case SB_CHRONOLOGY_TYPES:
    default:
      return sb_translate (language, "No actor named");
    }
}

const char *
sb_chronology_lane_get_name (const SbChronologyLane *self,
                             SbLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case SB_CHRONOLOGY_LANE_RESTRICTIONS:
      return sb_translate (language, "Restrictions");

    case SB_CHRONOLOGY_LANE_ALLIANCES:
      return sb_translate (language, "Alliances");

    case SB_CHRONOLOGY_LANE_OTHERS:
      return get_others_name (self->order, language);

    case SB_CHRONOLOGY_LANE_OWN:
    default:
      return self->ref != NULL ? sb_ref_get_name (self->ref, language)
                               : sb_vocabulary_get_label (&sb_event_type_vocabulary, (int) self->type, language);
    }
}

const SbChronologyMark *
sb_chronology_lane_get_mark (const SbChronologyLane *self,
                             guint mark)
{
  g_return_val_if_fail (self != NULL && mark < self->marks->len, NULL);

  return &g_array_index (self->marks, SbChronologyMark, mark);
}

gboolean
sb_chronology_mark_is_meant (const SbChronologyMark *self,
                             const SbChronologyMoment *moment)
{
  int last = self->flags & SB_CHRONOLOGY_MARK_GOES_ON ? moment->last_day : self->last_day;

  return self->first_day <= moment->last_day && last >= moment->first_day && self->first_day <= moment->as_of;
}

guint
sb_chronology_lane_seek (const SbChronologyLane *self,
                         double time)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->marks->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, SbChronologyMark, middle).at < time)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The symbol of the marks from @first to before @last. */
static SbChronologyCell
make_cell (const SbChronologyLane *lane,
           const SbChronologyMoment *moment,
           guint first,
           guint last)
{
  const SbChronologyMark *marks = (const SbChronologyMark *) (gpointer) lane->marks->data;
  guint counts[SB_EVENT_TYPE_POLITICS + 1] = { 0 };
  SbChronologyCell cell = { .first = first, .n = last - first, .type = (SbEventType) marks[first].type, .flags = 0xff };

  for (guint i = first; i < last; i++)
    {
      guint type = MIN (marks[i].type, SB_EVENT_TYPE_POLITICS);

      cell.n_meant += sb_chronology_mark_is_meant (&marks[i], moment) ? 1 : 0;
      cell.flags &= marks[i].flags;
      if (++counts[type] > counts[cell.type])
        cell.type = (SbEventType) type;
    }

  return cell;
}

void
sb_chronology_lane_gather (const SbChronologyLane *self,
                           const SbChronologyScale *scale,
                           const SbChronologyMoment *moment,
                           double from,
                           double to,
                           double spacing,
                           GArray *cells)
{
  const SbChronologyMark *marks;
  double per_stretch;
  guint i;

  g_return_if_fail (self != NULL && scale != NULL && moment != NULL && cells != NULL);
  g_return_if_fail (spacing > 0);

  marks = (const SbChronologyMark *) (gpointer) self->marks->data;
  per_stretch = scale->per_day / spacing;
  i = sb_chronology_lane_seek (self, floor (sb_chronology_scale_get_time (scale, from) * per_stretch) / per_stretch);
  while (i < self->marks->len && sb_chronology_scale_get_position (scale, marks[i].at) <= to + spacing)
    {
      double stretch = floor (marks[i].at * per_stretch);
      double begin = sb_chronology_scale_get_position (scale, stretch / per_stretch);
      guint first = i;
      double middle;
      SbChronologyCell cell;

      while (i < self->marks->len && marks[i].at * per_stretch < stretch + 1)
        i++;

      cell = make_cell (self, moment, first, i);
      middle = sb_chronology_scale_get_position (scale, (marks[first].at + marks[i - 1].at) / 2);
      cell.position = CLAMP (middle, begin + INSET * spacing, begin + (1 - INSET) * spacing);
      g_array_append_val (cells, cell);
    }
}

const char *
sb_chronology_order_get_name (SbChronologyOrder self)
{
  g_return_val_if_fail ((guint) self < SB_N_CHRONOLOGY_ORDERS, NULL);

  return order_names[self];
}

gboolean
sb_chronology_order_parse (const char *name,
                           SbChronologyOrder *order)
{
  g_return_val_if_fail (name != NULL && order != NULL, FALSE);

  for (guint i = 0; i < SB_N_CHRONOLOGY_ORDERS; i++)
    if (g_strcmp0 (name, order_names[i]) == 0)
      {
        *order = (SbChronologyOrder) i;
        return TRUE;
      }

  return FALSE;
}
