/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-route.h"

#include "sb-record-json.h"
#include "sb-road-words.h"

#include <math.h>

static void
add_boolean (JsonBuilder *builder,
             const char *name,
             gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* Kilometres to the tenth. */
static void
add_km (JsonBuilder *builder,
        const char *name,
        double km)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, round (km * 10) / 10);
}

static void
add_place (JsonBuilder *builder,
           const SbRoadNetwork *network,
           guint index)
{
  const SbRoadPlace *place = sb_road_network_get_place (network, index);

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "key", place->key);
  if (place->ref != NULL)
    sb_cli_add_integer (builder, "id", sb_ref_get_id (place->ref));
  else
    sb_cli_add_text (builder, "id", NULL);
  sb_cli_add_text (builder, "fr", sb_road_place_get_name (place, SB_LANGUAGE_FR));
  sb_cli_add_text (builder, "en", sb_road_place_get_name (place, SB_LANGUAGE_EN));
  sb_cli_add_text (builder, "country", place->country);
  json_builder_end_object (builder);
}

static void
add_named_place (JsonBuilder *builder,
                 const char *name,
                 const SbRoadNetwork *network,
                 guint place)
{
  json_builder_set_member_name (builder, name);
  add_place (builder, network, place);
}

static void
add_road (JsonBuilder *builder,
          const SbRoad *road)
{
  json_builder_set_member_name (builder, "corridor");
  if (road == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "key", road->key);
  if (road->ref != NULL)
    sb_cli_add_integer (builder, "id", sb_ref_get_id (road->ref));
  else
    sb_cli_add_text (builder, "id", NULL);
  sb_cli_add_text (builder, "code", road->code);
  sb_cli_add_text (builder, "country", road->country);
  sb_cli_add_text (builder, "fr", road->names[SB_LANGUAGE_FR]);
  sb_cli_add_text (builder, "en", road->names[SB_LANGUAGE_EN]);
  json_builder_end_object (builder);
}

/* Ids of records of restrictions. */
static void
add_ids (JsonBuilder *builder,
         const char *name,
         GPtrArray *restrictions)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < restrictions->len; i++)
    json_builder_add_int_value (builder, sb_record_get_id (((const SbRoadRestriction *) g_ptr_array_index (restrictions, i))->record));
  json_builder_end_array (builder);
}

static void
add_section (JsonBuilder *builder,
             const SbRoadNetwork *network,
             const SbRoadWay *way,
             const SbRoadSection *section)
{
  const SbRoadRestriction *worst = section->restrictions->len > 0 ? g_ptr_array_index (section->restrictions, 0) : NULL;

  json_builder_begin_object (builder);
  add_road (builder, section->road);
  add_named_place (builder, "from", network, way->places[section->first]);
  add_named_place (builder, "to", network, way->places[section->last]);
  add_km (builder, "km", section->km);
  add_boolean (builder, "estimated", section->is_estimated);
  sb_cli_add_text (builder, "state", sb_road_state_get_name (section->state));
  if (worst != NULL)
    sb_cli_add_integer (builder, "restriction", sb_record_get_id (worst->record));
  else
    sb_cli_add_text (builder, "restriction", NULL);
  add_ids (builder, "restrictions", section->restrictions);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = section->first; i <= section->last; i++)
    add_place (builder, network, way->places[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* The sections of a way, in an array that is open. */
static void
add_sections (JsonBuilder *builder,
              const SbRoadConditions *conditions,
              const SbRoadWay *way,
              SbRoadReading reading)
{
  g_autoptr (GPtrArray) sections = sb_road_list_sections (conditions, way, reading);

  for (guint i = 0; i < sections->len; i++)
    add_section (builder, sb_road_conditions_get_network (conditions), way, g_ptr_array_index (sections, i));
}

static void
add_way (JsonBuilder *builder,
         const SbRoadConditions *conditions,
         const SbRoadWay *way,
         SbRoadReading reading)
{
  add_km (builder, "km", way->km);
  add_km (builder, "track_km", way->track_km);
  add_boolean (builder, "estimated", way->is_estimated);
  json_builder_set_member_name (builder, "legs");
  json_builder_begin_array (builder);
  add_sections (builder, conditions, way, reading);
  json_builder_end_array (builder);
}

static void
add_readings (JsonBuilder *builder,
              guint readings)
{
  static const char *const names[SB_N_ROAD_READINGS] = { "all", "undenied", "sure" };

  json_builder_set_member_name (builder, "readings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < SB_N_ROAD_READINGS; i++)
    if ((readings & 1u << i) != 0)
      json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
}

static void
add_cuts (JsonBuilder *builder,
          const SbRoadRoute *route,
          const SbRoadVerdict *verdict)
{
  g_autoptr (GPtrArray) cuts = sb_road_list_cuts (route, verdict);

  json_builder_set_member_name (builder, "cut");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cuts->len; i++)
    add_sections (builder, route->conditions, g_ptr_array_index (cuts, i), verdict->reading);
  json_builder_end_array (builder);
}

static void
add_alternatives (JsonBuilder *builder,
                  const SbRoadRoute *route,
                  const SbRoadVerdict *verdict)
{
  json_builder_set_member_name (builder, "alternatives");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verdict->others->len; i++)
    {
      json_builder_begin_object (builder);
      add_way (builder, route->conditions, g_ptr_array_index (verdict->others, i), verdict->reading);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "open_way");
  if (verdict->open == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  add_way (builder, route->conditions, verdict->open, verdict->reading);
  json_builder_end_object (builder);
}

/* The members of a verdict; the object is open. */
static void
add_verdict (JsonBuilder *builder,
             const SbRoadRoute *route,
             const SbRoadVerdict *verdict)
{
  add_boolean (builder, "reachable", verdict->way != NULL);
  sb_cli_add_text (builder, "state", sb_road_state_get_name (sb_road_verdict_get_state (verdict, route->conditions)));
  if (verdict->way != NULL)
    {
      add_way (builder, route->conditions, verdict->way, verdict->reading);
      add_km (builder, "detour_km", sb_road_route_get_detour_km (route, verdict));
      json_builder_set_member_name (builder, "detour_ratio");
      json_builder_add_double_value (builder, round (sb_road_route_get_detour_ratio (route, verdict) * 1000) / 1000);
    }
  else
    {
      sb_cli_add_text (builder, "km", NULL);
      sb_cli_add_text (builder, "track_km", NULL);
      sb_cli_add_text (builder, "estimated", NULL);
      json_builder_set_member_name (builder, "legs");
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
      sb_cli_add_text (builder, "detour_km", NULL);
      sb_cli_add_text (builder, "detour_ratio", NULL);
    }
  add_cuts (builder, route, verdict);
  add_alternatives (builder, route, verdict);
  add_readings (builder, verdict->readings);
  add_ids (builder, "rests_on", verdict->restrictions);
}

/* The members of a route; the object is open. */
static void
add_route (JsonBuilder *builder,
           const SbRoadRoute *route)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);

  add_named_place (builder, "from", network, route->from);
  add_named_place (builder, "to", network, route->to);
  add_verdict (builder, route, g_ptr_array_index (route->verdicts, 0));
  json_builder_set_member_name (builder, "usual_km");
  if (route->usual != NULL)
    json_builder_add_double_value (builder, round (route->usual->km * 10) / 10);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "other_verdicts");
  json_builder_begin_array (builder);
  for (guint i = 1; i < route->verdicts->len; i++)
    {
      json_builder_begin_object (builder);
      add_verdict (builder, route, g_ptr_array_index (route->verdicts, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_shares (JsonBuilder *builder,
            GPtrArray *shares)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < shares->len; i++)
    {
      const SbRoadShare *share = g_ptr_array_index (shares, i);

      json_builder_begin_object (builder);
      sb_cli_add_integer (builder, "id", sb_record_get_id (share->figure));
      sb_cli_add_text (builder, "fr", sb_record_get_title (share->figure, SB_LANGUAGE_FR));
      sb_cli_add_text (builder, "en", sb_record_get_title (share->figure, SB_LANGUAGE_EN));
      add_road (builder, share->road);
      sb_cli_add_text (builder, "state", sb_road_state_get_name (share->state));
      add_km (builder, "km", share->km);
      add_km (builder, "touched_km", share->touched_km);
      add_km (builder, "cut_km", share->cut_km);
      json_builder_set_member_name (builder, "figure");
      sb_record_write_json (share->figure, builder, SB_RECORD_JSON_FULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

JsonNode *
sb_cli_route_to_json (const SbRoadPicture *picture,
                      const SbRoadRoute *route)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) shares = sb_road_route_list_shares (route);
  g_autofree char *day = sb_day_to_string (sb_road_conditions_get_day (picture->conditions));

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "as_of", day);
  add_route (builder, route);
  json_builder_set_member_name (builder, "touched");
  add_shares (builder, shares);
  json_builder_set_member_name (builder, "restrictions");
  sb_cli_add_road_restrictions (builder, picture);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

void
sb_cli_add_cut_off (JsonBuilder *builder,
                    const SbRoadPicture *picture,
                    GPtrArray *cut_off)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < cut_off->len; i++)
    {
      const SbRoadCutOff *one = g_ptr_array_index (cut_off, i);

      json_builder_begin_object (builder);
      add_named_place (builder, "place", sb_road_conditions_get_network (picture->conditions), one->place);
      add_readings (builder, one->readings);
      add_ids (builder, "restrictions", one->restrictions);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
sb_cli_add_ports (JsonBuilder *builder,
                  const SbRoadPicture *picture,
                  guint capital,
                  GPtrArray *routes)
{
  json_builder_begin_object (builder);
  add_named_place (builder, "capital", sb_road_conditions_get_network (picture->conditions), capital);
  json_builder_set_member_name (builder, "ports");
  json_builder_begin_array (builder);
  for (guint i = 0; i < routes->len; i++)
    {
      json_builder_begin_object (builder);
      add_route (builder, g_ptr_array_index (routes, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
sb_cli_add_road_place (JsonBuilder *builder,
                       const char *name,
                       const SbRoadPicture *picture,
                       guint place)
{
  add_named_place (builder, name, sb_road_conditions_get_network (picture->conditions), place);
}

/* The state of a road in each reading, by its name. */
static void
add_states (JsonBuilder *builder,
            const SbRoadApproach *approach)
{
  static const char *const names[SB_N_ROAD_READINGS] = {
    [SB_ROAD_READING_ALL] = "all",
    [SB_ROAD_READING_UNDENIED] = "undenied",
    [SB_ROAD_READING_SURE] = "sure",
  };

  json_builder_set_member_name (builder, "states");
  json_builder_begin_object (builder);
  for (SbRoadReading reading = 0; reading < SB_N_ROAD_READINGS; reading++)
    sb_cli_add_text (builder, names[reading], sb_road_state_get_name (approach->states[reading]));
  json_builder_end_object (builder);
}

void
sb_cli_add_approaches (JsonBuilder *builder,
                       const SbRoadPicture *picture,
                       GPtrArray *approaches)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);

  json_builder_begin_array (builder);
  for (guint i = 0; i < approaches->len; i++)
    {
      const SbRoadApproach *approach = g_ptr_array_index (approaches, i);

      json_builder_begin_object (builder);
      add_road (builder, approach->road);
      add_named_place (builder, "from", network, approach->way->places[0]);
      add_km (builder, "km", approach->way->km);
      add_boolean (builder, "estimated", approach->way->is_estimated);
      add_states (builder, approach);
      add_ids (builder, "restrictions", approach->restrictions);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A verdict without its legs: they are a question of their own. */
static void
add_summary (JsonBuilder *builder,
             const SbRoadRoute *route,
             const SbRoadVerdict *verdict)
{
  g_autofree char *roads = NULL;

  json_builder_begin_object (builder);
  add_readings (builder, verdict->readings);
  add_boolean (builder, "reachable", verdict->way != NULL);
  sb_cli_add_text (builder, "state", sb_road_state_get_name (sb_road_verdict_get_state (verdict, route->conditions)));
  if (verdict->way != NULL)
    {
      roads = sb_road_way_describe (verdict->way, sb_road_conditions_get_network (route->conditions), SB_LANGUAGE_FR);
      add_km (builder, "km", verdict->way->km);
      add_boolean (builder, "estimated", verdict->way->is_estimated);
      add_km (builder, "detour_km", sb_road_route_get_detour_km (route, verdict));
    }
  sb_cli_add_text (builder, "by", roads);
  add_ids (builder, "rests_on", verdict->restrictions);
  json_builder_end_object (builder);
}

static void
add_served (JsonBuilder *builder,
            const SbRoadPicture *picture,
            guint capital)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  g_autoptr (GPtrArray) routes = sb_road_list_ports (picture->conditions, capital);

  json_builder_begin_object (builder);
  add_named_place (builder, "capital", network, capital);
  json_builder_set_member_name (builder, "ports");
  json_builder_begin_array (builder);
  for (guint i = 0; i < routes->len; i++)
    {
      const SbRoadRoute *route = g_ptr_array_index (routes, i);

      json_builder_begin_object (builder);
      add_named_place (builder, "port", network, route->from);
      json_builder_set_member_name (builder, "verdicts");
      json_builder_begin_array (builder);
      for (guint j = 0; j < route->verdicts->len; j++)
        add_summary (builder, route, g_ptr_array_index (route->verdicts, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
sb_cli_add_roads (JsonBuilder *builder,
                  const SbRoadPicture *picture)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  g_autoptr (GPtrArray) from_capitals = sb_road_list_cut_off_from_capitals (picture->conditions);
  g_autoptr (GPtrArray) from_ports = sb_road_list_cut_off_from_ports (picture->conditions);
  g_autoptr (GPtrArray) shares = sb_road_list_shares (picture->conditions);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "capitals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sb_road_network_get_n_landlocked (network); i++)
    add_served (builder, picture, sb_road_network_get_landlocked (network, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "cut_off_from_capitals");
  sb_cli_add_cut_off (builder, picture, from_capitals);
  json_builder_set_member_name (builder, "cut_off_from_ports");
  sb_cli_add_cut_off (builder, picture, from_ports);
  json_builder_set_member_name (builder, "touched");
  add_shares (builder, shares);
  json_builder_end_object (builder);
}

static void
add_evidence (JsonBuilder *builder,
              GPtrArray *evidence)
{
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    sb_record_write_json (g_ptr_array_index (evidence, i), builder, SB_RECORD_JSON_FULL);
  json_builder_end_array (builder);
}

static gboolean
lies_on_road (const SbRoadConditions *conditions,
              const SbRoadRestriction *restriction)
{
  guint n_legs = sb_road_network_get_n_legs (sb_road_conditions_get_network (conditions));

  for (guint leg = 0; leg < n_legs; leg++)
    {
      const GArray *burdens = sb_road_conditions_get_burdens (conditions, leg);

      for (guint i = 0; i < burdens->len; i++)
        if (g_array_index (burdens, SbRoadBurden, i).restriction == restriction)
          return TRUE;
    }

  return FALSE;
}

void
sb_cli_add_road_restrictions (JsonBuilder *builder,
                              const SbRoadPicture *picture)
{
  const GPtrArray *restrictions = sb_road_conditions_get_restrictions (picture->conditions);

  json_builder_begin_array (builder);
  for (guint i = 0; i < restrictions->len; i++)
    {
      const SbRoadRestriction *restriction = g_ptr_array_index (restrictions, i);

      if (!lies_on_road (picture->conditions, restriction))
        continue;

      json_builder_begin_object (builder);
      sb_cli_add_integer (builder, "id", sb_record_get_id (restriction->record));
      sb_cli_add_text (builder, "certainty", sb_certainty_get_name (restriction->certainty));
      add_boolean (builder, "denied", restriction->is_denied);
      add_boolean (builder, "contradicted", restriction->is_contradicted);
      json_builder_set_member_name (builder, "record");
      sb_record_write_json (restriction->record, builder, SB_RECORD_JSON_FULL);
      add_evidence (builder, sb_situation_input_get_evidence (picture->input, sb_record_get_id (restriction->record)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
