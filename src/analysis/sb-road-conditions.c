/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-conditions.h"

#include "sb-denial.h"
#include "sb-figure.h"
#include "sb-place.h"
#include "sb-restriction.h"

struct _SbRoadConditions
{
  gatomicrefcount ref_count;
  SbRoadNetwork *network; /* (owned) */
  int day;
  GPtrArray *restrictions; /* (owned) (element-type SbRoadRestriction) */
  GPtrArray *figures; /* (owned) (element-type SbRecord): about corridors */
  GArray **burdens; /* (owned): by leg (element-type SbRoadBurden), NULL for none */
  GArray *none; /* (owned): no burden */
  guint8 *states[SB_N_ROAD_READINGS]; /* (owned) (element-type SbRoadState): by leg */
};

G_DEFINE_BOXED_TYPE (SbRoadConditions, sb_road_conditions, sb_road_conditions_ref, sb_road_conditions_unref)

/* Laying one restriction. */
typedef struct
{
  SbRoadConditions *conditions;
  SbSituationInput *input;
  const SbRoadRestriction *restriction;
} Laying;

static void
restriction_free (gpointer data)
{
  SbRoadRestriction *restriction = data;

  g_object_unref (restriction->record);
  g_free (restriction);
}

SbRoadConditions *
sb_road_conditions_ref (SbRoadConditions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_road_conditions_unref (SbRoadConditions *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < sb_road_network_get_n_legs (self->network); i++)
    g_clear_pointer (&self->burdens[i], g_array_unref);
  for (guint i = 0; i < SB_N_ROAD_READINGS; i++)
    g_free (self->states[i]);
  g_free (self->burdens);
  g_array_unref (self->none);
  g_ptr_array_unref (self->restrictions);
  g_ptr_array_unref (self->figures);
  sb_road_network_unref (self->network);
  g_free (self);
}

gboolean
sb_road_restriction_counts (const SbRoadRestriction *self,
                            SbRoadReading reading)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (reading >= SB_ROAD_READING_UNDENIED && (self->is_denied || self->is_contradicted))
    return FALSE;

  return reading < SB_ROAD_READING_SURE || self->certainty == SB_CERTAINTY_SURE;
}

static void
lay_on_leg (const Laying *laying,
            guint leg,
            SbRoadState state)
{
  SbRoadConditions *self = laying->conditions;
  GArray *burdens;

  if (state == SB_ROAD_OPEN)
    return;

  if (self->burdens[leg] == NULL)
    self->burdens[leg] = g_array_new (FALSE, FALSE, sizeof (SbRoadBurden));
  burdens = self->burdens[leg];
  for (guint i = 0; i < burdens->len; i++)
    {
      SbRoadBurden *burden = &g_array_index (burdens, SbRoadBurden, i);

      if (burden->restriction == laying->restriction)
        {
          burden->state = MAX (burden->state, state);
          return;
        }
    }
  g_array_append_val (burdens, ((SbRoadBurden) { laying->restriction, state }));
}

static gboolean
find_stop (const SbRoadNetwork *network,
           const SbRoad *road,
           const SbRef *place,
           guint *position)
{
  guint found;

  if (road == NULL || !sb_road_network_find_place (network, place, &found))
    return FALSE;

  for (guint i = 0; i < road->n_stops; i++)
    if (road->stops[i] == found)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* An end of a stretch that is not named, or is nowhere on the road. */
static void
find_end (const SbRoadNetwork *network,
          const SbRoad *corridor,
          const SbRoad *road,
          const SbRef *place,
          guint fallback,
          guint *position)
{
  guint end = corridor->stops[fallback];

  if (find_stop (network, road, place, position))
    return;
  if (road == corridor)
    {
      *position = fallback;
      return;
    }

  for (guint i = 0; i < road->n_stops; i++)
    if (road->stops[i] == end)
      *position = i;
}

/* The stops of @road, which is chosen for that, between which a stretch lies. A
 * corridor may be a part of a shipped road, and a restriction may name a place on
 * that road beyond it. */
static const SbRoad *
find_stretch (const SbRoadNetwork *network,
              SbRecord *stretch,
              guint *first,
              guint *last)
{
  const SbRoad *corridor = sb_road_network_find_corridor (network, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR));
  SbRef *origin = sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_ORIGIN);
  SbRef *destination = sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_DESTINATION);
  const SbRoad *road = corridor;
  const SbRoad *shipped;
  guint from = 0;
  guint to = 0;
  guint ignored;

  if (corridor == NULL)
    return NULL;

  shipped = corridor->key != NULL ? sb_road_network_find_shipped (network, corridor->key) : NULL;
  if ((!find_stop (network, corridor, origin, &ignored) && find_stop (network, shipped, origin, &ignored)) ||
      (!find_stop (network, corridor, destination, &ignored) && find_stop (network, shipped, destination, &ignored)))
    road = shipped;

  find_end (network, corridor, road, origin, 0, &from);
  find_end (network, corridor, road, destination, corridor->n_stops - 1, &to);
  *first = MIN (from, to);
  *last = MAX (from, to);
  return road;
}

/* Marks in @touched the places of the roads that the restriction names. */
static void
lay_on_roads (const Laying *laying,
              gboolean *touched)
{
  SbRecord *record = laying->restriction->record;
  SbRoadState state = sb_road_state_of_road (record);

  for (guint i = 0; i < sb_record_get_n_items (record, SB_RESTRICTION_STRETCHES); i++)
    {
      guint first = 0;
      guint last = 0;
      const SbRoad *road = find_stretch (laying->conditions->network, sb_record_get_item (record, SB_RESTRICTION_STRETCHES, i), &first, &last);

      for (guint j = first; road != NULL && j <= last; j++)
        {
          touched[road->stops[j]] = TRUE;
          if (j < last)
            lay_on_leg (laying, road->legs[j], state);
        }
    }
}

/* The place on a road that a place of a restriction is, or is a part of. */
static gboolean
find_place (const Laying *laying,
            SbRef *ref,
            guint *place,
            gboolean *is_part)
{
  const SbRoadNetwork *network = laying->conditions->network;
  GPtrArray *records = sb_situation_input_get_records (laying->input, SB_KIND_PLACE);

  *is_part = FALSE;
  if (sb_road_network_find_place (network, ref, place))
    return TRUE;

  for (guint i = 0; ref != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);

      if (sb_record_get_id (record) == sb_ref_get_id (ref))
        {
          *is_part = TRUE;
          return sb_road_network_find_place (network, sb_record_get_ref (record, SB_PLACE_PARENT), place);
        }
    }

  return FALSE;
}

static void
lay_on_places (const Laying *laying,
               const gboolean *touched)
{
  SbRecord *record = laying->restriction->record;

  for (guint i = 0; i < sb_record_get_n_items (record, SB_RESTRICTION_PLACES); i++)
    {
      SbRef *ref = sb_record_get_ref (sb_record_get_item (record, SB_RESTRICTION_PLACES, i), SB_RESTRICTION_PLACE_PLACE);
      SbRoadState state = sb_road_state_of_place (record);
      const SbRoadLink *links;
      gboolean is_part;
      guint place;
      guint n_links;

      if (!find_place (laying, ref, &place, &is_part) || touched[place])
        continue;
      if (is_part)
        state = MIN (state, SB_ROAD_LIMITED);

      links = sb_road_network_get_links (laying->conditions->network, place, &n_links);
      for (guint j = 0; j < n_links; j++)
        lay_on_leg (laying, links[j].leg, state);
    }
}

static void
lay_restriction (SbRoadConditions *self,
                 SbSituationInput *input,
                 SbRecord *record)
{
  SbCertainty certainty = sb_certainty_of_holding (sb_record_get_date (record, SB_RESTRICTION_SINCE),
                                                   sb_record_get_date (record, SB_RESTRICTION_UNTIL), self->day);
  g_autofree gboolean *touched = NULL;
  SbRoadRestriction *restriction;
  Laying laying;

  if (certainty == SB_CERTAINTY_NO || sb_record_is_withdrawn (record))
    return;

  restriction = g_new0 (SbRoadRestriction, 1);
  restriction->record = g_object_ref (record);
  restriction->certainty = certainty;
  restriction->is_denied = sb_denial_get_speaker (record, self->day) != NULL;
  restriction->is_contradicted = sb_denial_is_contradicted (sb_situation_input_get_evidence (input, sb_record_get_id (record)), self->day);
  g_ptr_array_add (self->restrictions, restriction);

  touched = g_new0 (gboolean, MAX (sb_road_network_get_n_places (self->network), 1));
  laying = (Laying) { self, input, restriction };
  lay_on_roads (&laying, touched);
  lay_on_places (&laying, touched);
}

static void
add_figures (SbRoadConditions *self,
             SbSituationInput *input)
{
  GPtrArray *figures = sb_situation_input_get_records (input, SB_KIND_FIGURE);

  for (guint i = 0; i < figures->len; i++)
    {
      SbRecord *figure = g_ptr_array_index (figures, i);

      if (sb_road_network_find_corridor (self->network, sb_record_get_ref (figure, SB_FIGURE_ABOUT)) != NULL)
        g_ptr_array_add (self->figures, g_object_ref (figure));
    }
}

static int
compare_burdens (gconstpointer a,
                 gconstpointer b)
{
  return (int) ((const SbRoadBurden *) b)->state - (int) ((const SbRoadBurden *) a)->state;
}

static void
sum_up (SbRoadConditions *self)
{
  for (guint leg = 0; leg < sb_road_network_get_n_legs (self->network); leg++)
    {
      GArray *burdens = self->burdens[leg];

      for (guint i = 0; burdens != NULL && i < burdens->len; i++)
        {
          const SbRoadBurden *burden = &g_array_index (burdens, SbRoadBurden, i);

          for (SbRoadReading reading = 0; reading < SB_N_ROAD_READINGS; reading++)
            if (sb_road_restriction_counts (burden->restriction, reading))
              self->states[reading][leg] = MAX (self->states[reading][leg], burden->state);
        }
      if (burdens != NULL)
        g_array_sort (burdens, compare_burdens);
    }
}

SbRoadConditions *
sb_road_conditions_new (SbRoadNetwork *network,
                        SbSituationInput *input,
                        int day)
{
  SbRoadConditions *self;
  GPtrArray *records;
  guint n_legs;

  g_return_val_if_fail (network != NULL, NULL);
  g_return_val_if_fail (input != NULL, NULL);

  n_legs = sb_road_network_get_n_legs (network);
  self = g_new0 (SbRoadConditions, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->network = sb_road_network_ref (network);
  self->day = day;
  self->restrictions = g_ptr_array_new_with_free_func (restriction_free);
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  self->none = g_array_new (FALSE, FALSE, sizeof (SbRoadBurden));
  self->burdens = g_new0 (GArray *, MAX (n_legs, 1));
  for (guint i = 0; i < SB_N_ROAD_READINGS; i++)
    self->states[i] = g_new0 (guint8, MAX (n_legs, 1));

  records = sb_situation_input_get_records (input, SB_KIND_RESTRICTION);
  for (guint i = 0; i < records->len; i++)
    lay_restriction (self, input, g_ptr_array_index (records, i));
  sum_up (self);
  add_figures (self, input);

  return self;
}

SbRoadNetwork *
sb_road_conditions_get_network (const SbRoadConditions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->network;
}

int
sb_road_conditions_get_day (const SbRoadConditions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->day;
}

const guint8 *
sb_road_conditions_get_states (const SbRoadConditions *self,
                               SbRoadReading reading)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) reading < SB_N_ROAD_READINGS, NULL);

  return self->states[reading];
}

const GArray *
sb_road_conditions_get_burdens (const SbRoadConditions *self,
                                guint leg)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (leg < sb_road_network_get_n_legs (self->network), NULL);

  return self->burdens[leg] != NULL ? self->burdens[leg] : self->none;
}

const GPtrArray *
sb_road_conditions_get_restrictions (const SbRoadConditions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->restrictions;
}

const GPtrArray *
sb_road_conditions_get_figures (const SbRoadConditions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->figures;
}
