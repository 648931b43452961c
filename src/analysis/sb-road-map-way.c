/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-map-way.h"

#include "sb-road-words.h"

/* (nullable): the strictest verdict in which one gets there. */
static const SbRoadVerdict *
find_passed (const SbRoadRoute *self)
{
  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const SbRoadVerdict *verdict = g_ptr_array_index (self->verdicts, i);

      if (verdict->way != NULL)
        return verdict;
    }

  return NULL;
}

const SbRoadWay *
sb_road_route_get_drawn_way (const SbRoadRoute *self)
{
  const SbRoadVerdict *verdict;

  g_return_val_if_fail (self != NULL, NULL);

  verdict = find_passed (self);
  return verdict != NULL ? verdict->way : self->usual;
}

SbMapWayFlags
sb_road_route_get_drawn_flags (const SbRoadRoute *self)
{
  const SbRoadVerdict *verdict;

  g_return_val_if_fail (self != NULL, SB_MAP_WAY_DEFAULT);

  verdict = find_passed (self);
  if (verdict == NULL)
    return SB_MAP_WAY_CUT;

  return (verdict->readings & 1u << SB_ROAD_READING_ALL) != 0 ? SB_MAP_WAY_SURE : SB_MAP_WAY_DEFAULT;
}

SbMapWay *
sb_road_route_create_map_way (const SbRoadRoute *self)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  const SbRoadNetwork *network;
  const SbRoadPlace *from;
  const SbRoadPlace *to;
  const SbRoadWay *way;
  SbMapWay *drawn;
  char *summary[SB_N_LANGUAGES];

  g_return_val_if_fail (self != NULL, NULL);

  network = sb_road_conditions_get_network (self->conditions);
  from = sb_road_network_get_place (network, self->from);
  to = sb_road_network_get_place (network, self->to);
  way = sb_road_route_get_drawn_way (self);
  for (guint i = 0; way != NULL && i <= way->n_legs; i++)
    g_array_append_val (line, sb_road_network_get_place (network, way->places[i])->position);

  drawn = sb_map_way_new (line, sb_road_route_get_drawn_flags (self), &from->position, &to->position, NULL);
  sb_map_way_set_names (drawn, from->names, to->names);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    summary[language] = sb_road_route_summarise (self, language);
  sb_map_way_set_summary (drawn, (const char *const *) summary);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    g_free (summary[language]);
  return drawn;
}
