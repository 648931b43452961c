/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-route.h"

static void
section_free (gpointer data)
{
  SbRoadSection *self = data;

  g_ptr_array_unref (self->restrictions);
  g_free (self);
}

/* What counts on a leg, the worst first. */
static GPtrArray *
list_restrictions (const SbRoadConditions *conditions,
                   guint leg,
                   SbRoadReading reading)
{
  const GArray *burdens = sb_road_conditions_get_burdens (conditions, leg);
  GPtrArray *restrictions = g_ptr_array_new ();

  for (guint i = 0; i < burdens->len; i++)
    {
      const SbRoadRestriction *restriction = g_array_index (burdens, SbRoadBurden, i).restriction;

      if (sb_road_restriction_counts (restriction, reading))
        g_ptr_array_add (restrictions, (gpointer) restriction);
    }

  return restrictions;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find (b, g_ptr_array_index (a, i), NULL))
      return FALSE;

  return TRUE;
}

static void
append_leg (GPtrArray *sections,
            const SbRoadConditions *conditions,
            const SbRoadWay *way,
            SbRoadReading reading,
            const SbRoad *road,
            guint position)
{
  const SbRoadLeg *leg = sb_road_network_get_leg (sb_road_conditions_get_network (conditions), way->legs[position]);
  SbRoadState state = (SbRoadState) sb_road_conditions_get_states (conditions, reading)[way->legs[position]];
  g_autoptr (GPtrArray) restrictions = list_restrictions (conditions, way->legs[position], reading);
  SbRoadSection *section = sections->len > 0 ? g_ptr_array_index (sections, sections->len - 1) : NULL;

  if (section == NULL || section->road != road || section->state != state || !is_same (section->restrictions, restrictions))
    {
      section = g_new0 (SbRoadSection, 1);
      section->road = road;
      section->first = position;
      section->state = state;
      section->restrictions = g_steal_pointer (&restrictions);
      g_ptr_array_add (sections, section);
    }
  section->last = position + 1;
  section->km += leg->km;
  section->is_estimated = section->is_estimated || leg->is_estimated;
}

GPtrArray *
sb_road_list_sections (const SbRoadConditions *conditions,
                       const SbRoadWay *way,
                       SbRoadReading reading)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (section_free);
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (conditions != NULL, sections);
  g_return_val_if_fail (way != NULL, sections);

  parts = sb_road_way_list_parts (way, sb_road_conditions_get_network (conditions));
  for (guint i = 0; i < parts->len; i++)
    {
      const SbRoadPart *part = &g_array_index (parts, SbRoadPart, i);

      for (guint position = part->first; position < part->last; position++)
        append_leg (sections, conditions, way, reading, part->road, position);
    }

  return sections;
}

static gboolean
is_cut (const SbRoadVerdict *verdict,
        guint leg)
{
  for (guint i = 0; i < verdict->cut->len; i++)
    if (g_array_index (verdict->cut, guint, i) == leg)
      return TRUE;

  return FALSE;
}

/* The cut legs of the undisturbed way that follow each other, road by road. */
static void
append_usual (const SbRoadRoute *self,
              const SbRoadVerdict *verdict,
              GPtrArray *cuts)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (self->conditions);
  g_autoptr (GArray) parts = sb_road_way_list_parts (self->usual, network);

  for (guint i = 0; i < parts->len; i++)
    {
      const SbRoadPart *part = &g_array_index (parts, SbRoadPart, i);

      for (guint first = part->first; first < part->last; first++)
        {
          guint last = first;

          while (last < part->last && is_cut (verdict, self->usual->legs[last]))
            last++;
          if (last == first)
            continue;

          g_ptr_array_add (cuts, sb_road_way_new (network, self->usual->legs + first, last - first, self->usual->places[first]));
          first = last;
        }
    }
}

GPtrArray *
sb_road_list_cuts (const SbRoadRoute *self,
                   const SbRoadVerdict *verdict)
{
  GPtrArray *cuts = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_road_way_free);
  const SbRoadNetwork *network;

  g_return_val_if_fail (self != NULL, cuts);
  g_return_val_if_fail (verdict != NULL, cuts);

  if (self->usual == NULL)
    return cuts;

  network = sb_road_conditions_get_network (self->conditions);
  append_usual (self, verdict, cuts);
  for (guint i = 0; i < verdict->cut->len; i++)
    {
      guint leg = g_array_index (verdict->cut, guint, i);
      gboolean is_usual = FALSE;

      for (guint j = 0; j < self->usual->n_legs; j++)
        is_usual = is_usual || self->usual->legs[j] == leg;
      if (!is_usual)
        g_ptr_array_add (cuts, sb_road_way_new (network, &leg, 1, sb_road_network_get_leg (network, leg)->places[0]));
    }

  return cuts;
}
