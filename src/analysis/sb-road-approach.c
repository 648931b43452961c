/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-approach.h"

#include "sb-road-words.h"
#include "sb-translate.h"

#include <glib/gi18n.h>
#include <string.h>

static void
approach_free (gpointer data)
{
  SbRoadApproach *self = data;

  sb_road_way_free (self->way);
  g_ptr_array_unref (self->restrictions);
  g_free (self);
}

/* A restriction with the worst that it does on a way. */
typedef struct
{
  const SbRoadRestriction *restriction;
  SbRoadState state;
  guint position; /* the order in which they were met */
} Weight;

static void
add_weight (GArray *weights,
            const SbRoadBurden *burden)
{
  Weight weight = { burden->restriction, burden->state, weights->len };

  for (guint i = 0; i < weights->len; i++)
    {
      Weight *known = &g_array_index (weights, Weight, i);

      if (known->restriction != burden->restriction)
        continue;

      known->state = MAX (known->state, burden->state);
      return;
    }

  g_array_append_val (weights, weight);
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Weight *left = a, *right = b;

  if (left->state != right->state)
    return left->state > right->state ? -1 : 1;

  return left->position < right->position ? -1 : left->position > right->position;
}

static void
add_conditions (SbRoadApproach *self,
                const SbRoadConditions *conditions)
{
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (Weight));

  for (guint i = 0; i < self->way->n_legs; i++)
    {
      const GArray *burdens = sb_road_conditions_get_burdens (conditions, self->way->legs[i]);

      for (guint j = 0; j < burdens->len; j++)
        add_weight (weights, &g_array_index (burdens, SbRoadBurden, j));
      for (SbRoadReading reading = 0; reading < SB_N_ROAD_READINGS; reading++)
        {
          SbRoadState state = (SbRoadState) sb_road_conditions_get_states (conditions, reading)[self->way->legs[i]];

          self->states[reading] = MAX (self->states[reading], state);
        }
    }

  g_array_sort (weights, compare_weights);
  for (guint i = 0; i < weights->len; i++)
    g_ptr_array_add (self->restrictions, (gpointer) g_array_index (weights, Weight, i).restriction);
}

/* The stops of @road from one of its ends to the stop @position. */
static SbRoadApproach *
create_approach (const SbRoadConditions *conditions,
                 const SbRoad *road,
                 guint position,
                 gboolean is_from_start)
{
  guint n_legs = is_from_start ? position : road->n_stops - 1 - position;
  g_autofree guint *legs = g_new (guint, n_legs);
  SbRoadApproach *self = g_new0 (SbRoadApproach, 1);

  for (guint i = 0; i < n_legs; i++)
    legs[i] = road->legs[is_from_start ? i : road->n_stops - 2 - i];
  self->road = road;
  self->way = sb_road_way_new (sb_road_conditions_get_network (conditions), legs, n_legs,
                               road->stops[is_from_start ? 0 : road->n_stops - 1]);
  self->restrictions = g_ptr_array_new ();

  return self;
}

/* Whether the one is the last piece of the other, on a road of the same number. */
static gboolean
is_part (const SbRoadApproach *part,
         const SbRoadApproach *whole)
{
  guint n_legs = part->way->n_legs;

  return g_strcmp0 (part->road->code, whole->road->code) == 0 && g_strcmp0 (part->road->country, whole->road->country) == 0 &&
         n_legs <= whole->way->n_legs &&
         memcmp (part->way->legs, whole->way->legs + whole->way->n_legs - n_legs, n_legs * sizeof (guint)) == 0;
}

/* Takes @added; it, or one that is a part of it, goes. */
static void
take_approach (GPtrArray *approaches,
               SbRoadApproach *added)
{
  for (guint i = 0; i < approaches->len; i++)
    {
      SbRoadApproach *known = g_ptr_array_index (approaches, i);

      if (is_part (added, known))
        {
          approach_free (added);
          return;
        }
      if (is_part (known, added))
        g_ptr_array_remove_index (approaches, i--);
    }

  g_ptr_array_add (approaches, added);
}

/* "RN5" before "RN18". */
static int
compare_codes (const char *a,
               const char *b)
{
  size_t length = strcspn (a, "0123456789");
  gint64 left, right;

  if (length != strcspn (b, "0123456789") || strncmp (a, b, length) != 0)
    return strcmp (a, b);

  left = g_ascii_strtoll (a + length, NULL, 10);
  right = g_ascii_strtoll (b + length, NULL, 10);
  return left != right ? (left > right) - (left < right) : strcmp (a, b);
}

static int
compare_approaches (gconstpointer a,
                    gconstpointer b)
{
  const SbRoadApproach *left = *(SbRoadApproach *const *) a;
  const SbRoadApproach *right = *(SbRoadApproach *const *) b;
  int order = (left->road->code == NULL) - (right->road->code == NULL);

  if (order == 0 && left->road->code != NULL)
    order = compare_codes (left->road->code, right->road->code);

  return order != 0 ? order : (left->way->km > right->way->km) - (left->way->km < right->way->km);
}

GPtrArray *
sb_road_list_approaches (const SbRoadConditions *conditions,
                         guint place)
{
  GPtrArray *approaches = g_ptr_array_new_with_free_func (approach_free);
  const SbRoadNetwork *network;

  g_return_val_if_fail (conditions != NULL, approaches);

  network = sb_road_conditions_get_network (conditions);
  for (guint i = 0; i < sb_road_network_get_n_roads (network); i++)
    {
      const SbRoad *road = sb_road_network_get_road (network, i);

      for (guint j = 0; j < road->n_stops; j++)
        {
          if (road->stops[j] != place)
            continue;

          if (j > 0)
            take_approach (approaches, create_approach (conditions, road, j, TRUE));
          if (j + 1 < road->n_stops)
            take_approach (approaches, create_approach (conditions, road, j, FALSE));
        }
    }

  for (guint i = 0; i < approaches->len; i++)
    add_conditions (g_ptr_array_index (approaches, i), conditions);
  g_ptr_array_sort (approaches, compare_approaches);

  return approaches;
}

GPtrArray *
sb_road_list_approach_restrictions (const GPtrArray *approaches)
{
  GPtrArray *restrictions = g_ptr_array_new ();

  g_return_val_if_fail (approaches != NULL, restrictions);

  for (guint i = 0; i < approaches->len; i++)
    {
      const SbRoadApproach *approach = g_ptr_array_index (approaches, i);

      for (guint j = 0; j < approach->restrictions->len; j++)
        if (!g_ptr_array_find (restrictions, g_ptr_array_index (approach->restrictions, j), NULL))
          g_ptr_array_add (restrictions, g_ptr_array_index (approach->restrictions, j));
    }

  return restrictions;
}

char *
sb_road_approach_describe (const SbRoadApproach *self,
                           SbLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sb_road_states_describe (self->states, language);
}
