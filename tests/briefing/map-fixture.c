/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "map-fixture.h"

#include "briefing-fixture.h"
#include "sb-actor.h"
#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-drawing.h"
#include "sb-place.h"
#include "sb-restriction.h"
#include "sb-road-conditions.h"
#include "sb-zone.h"

/* The first three are those of briefing-fixture.c. */
#define BAMAKO 700
#define KIDAL  701
#define ARMY   800
#define REBELS 801
#define GAO    710
#define KAYES  711
#define SEGOU  712
#define ROAD   720

static void
set_ref (SbRecordBuilder *builder,
         guint field,
         SbKind kind,
         gint64 id,
         const char *name)
{
  g_autoptr (SbRef) ref = fixture_new_ref (kind, id, name, name);

  sb_record_builder_set_ref (builder, field, ref);
}

static void
set_since (SbRecordBuilder *builder,
           guint field)
{
  g_autoptr (SbDate) date = sb_date_new ("2026-04-26", NULL);

  sb_record_builder_set_date (builder, field, date);
}

static void
take (SbBriefingInput *input,
      SbRecordBuilder *builder)
{
  g_autoptr (SbRecord) record = sb_record_builder_end (builder);

  sb_briefing_input_add (input, record);
}

static void
add_place (SbBriefingInput *input,
           gint64 id,
           const char *name,
           SbPlaceKind kind,
           const char *key,
           SbPosition position)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_PLACE_NAME, name, name);
  sb_record_builder_set_term (builder, SB_PLACE_KIND, kind);
  sb_record_builder_set_text (builder, SB_PLACE_KEY, key);
  sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, position.latitude);
  sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, position.longitude);
  take (input, builder);
}

static void
add_actor (SbBriefingInput *input,
           gint64 id,
           const char *name,
           SbActorFamily family)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, name);
  sb_record_builder_set_term (builder, SB_ACTOR_FAMILY, family);
  take (input, builder);
}

/* Another version of who has Kidal, of the same day. */
static void
add_control (SbBriefingInput *input)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_control_schema);

  sb_record_builder_set_id (builder, 302);
  set_ref (builder, SB_CONTROL_PLACE, SB_KIND_PLACE, KIDAL, "Kidal");
  set_ref (builder, SB_CONTROL_HOLDER, SB_KIND_ACTOR, ARMY, "Armée");
  sb_record_builder_set_term (builder, SB_CONTROL_KIND, SB_CONTROL_KIND_CONTROLS);
  set_since (builder, SB_CONTROL_SINCE);
  take (input, builder);
}

static void
add_road (SbBriefingInput *input)
{
  static const struct
  {
    gint64 place;
    const char *name;
    SbPosition position;
  } stops[] = { { KAYES, "Kayes", { -11.44, 14.45 } }, { BAMAKO, "Bamako", { -8, 12.65 } }, { SEGOU, "Ségou", { -6.26, 13.44 } } };
  SbRecordBuilder *builder = sb_record_builder_new (&sb_corridor_schema);

  sb_record_builder_set_id (builder, ROAD);
  sb_record_builder_set_words (builder, SB_CORRIDOR_NAME, "La route", "The road");
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      SbRecordBuilder *stop = sb_record_builder_new (&sb_corridor_stop_schema);

      set_ref (stop, SB_CORRIDOR_STOP_PLACE, SB_KIND_PLACE, stops[i].place, stops[i].name);
      sb_record_builder_set_real (stop, SB_CORRIDOR_STOP_LATITUDE, stops[i].position.latitude);
      sb_record_builder_set_real (stop, SB_CORRIDOR_STOP_LONGITUDE, stops[i].position.longitude);
      sb_record_builder_take_item (builder, SB_CORRIDOR_STOPS, sb_record_builder_end (stop));
    }
  take (input, builder);
}

/* On the road from Kayes to Bamako, and denied (@denied_on, or nobody knows when); or,
 * of a region, neither. */
static void
add_blockade (SbBriefingInput *input,
              gint64 id,
              gboolean is_on_road,
              const char *denied_on)
{
  g_autoptr (SbDate) denied = denied_on != NULL ? sb_date_new (denied_on, NULL) : NULL;
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  SbRecordBuilder *item = sb_record_builder_new (is_on_road ? &sb_restriction_stretch_schema : &sb_restriction_place_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, "Blocus", "Blockade");
  sb_record_builder_set_term (builder, SB_RESTRICTION_KIND, SB_RESTRICTION_KIND_BLOCKADE);
  sb_record_builder_set_term (builder, SB_RESTRICTION_SEVERITY, SB_RESTRICTION_SEVERITY_CUT);
  set_since (builder, SB_RESTRICTION_SINCE);
  if (is_on_road)
    {
      set_ref (item, SB_RESTRICTION_STRETCH_CORRIDOR, SB_KIND_CORRIDOR, ROAD, "La route");
      set_ref (item, SB_RESTRICTION_STRETCH_ORIGIN, SB_KIND_PLACE, KAYES, "Kayes");
      set_ref (item, SB_RESTRICTION_STRETCH_DESTINATION, SB_KIND_PLACE, BAMAKO, "Bamako");
      sb_record_builder_take_item (builder, SB_RESTRICTION_STRETCHES, sb_record_builder_end (item));
      set_ref (builder, SB_RESTRICTION_DENIED_BY, SB_KIND_ACTOR, ARMY, "Armée");
      sb_record_builder_set_date (builder, SB_RESTRICTION_DENIED_ON, denied);
    }
  else
    {
      set_ref (item, SB_RESTRICTION_PLACE_PLACE, SB_KIND_PLACE, GAO, "Région de Gao");
      sb_record_builder_set_real (item, SB_RESTRICTION_PLACE_LATITUDE, 17.5);
      sb_record_builder_set_real (item, SB_RESTRICTION_PLACE_LONGITUDE, 0.5);
      sb_record_builder_take_item (builder, SB_RESTRICTION_PLACES, sb_record_builder_end (item));
    }
  take (input, builder);
}

static void
add_zone (SbBriefingInput *input)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_zone_schema);

  sb_record_builder_set_id (builder, 730);
  set_ref (builder, SB_ZONE_PLACE, SB_KIND_PLACE, GAO, "Région de Gao");
  set_ref (builder, SB_ZONE_ISSUER, SB_KIND_SOURCE, 731, "Ministère du Voyage");
  sb_record_builder_set_term (builder, SB_ZONE_LEVEL, SB_ZONE_LEVEL_RED);
  set_since (builder, SB_ZONE_SINCE);
  take (input, builder);
}

static void
add_drawing (SbBriefingInput *input)
{
  static const SbPosition points[] = { { -6, 16 }, { -2, 16.5 } };
  SbRecordBuilder *builder = sb_record_builder_new (&sb_drawing_schema);

  sb_record_builder_set_id (builder, 740);
  sb_record_builder_set_words (builder, SB_DRAWING_TITLE, "Axe supposé", "Supposed axis");
  sb_record_builder_set_term (builder, SB_DRAWING_KIND, SB_DRAWING_KIND_ARROW);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      SbRecordBuilder *point = sb_record_builder_new (&sb_drawing_point_schema);

      sb_record_builder_set_real (point, SB_DRAWING_POINT_LATITUDE, points[i].latitude);
      sb_record_builder_set_real (point, SB_DRAWING_POINT_LONGITUDE, points[i].longitude);
      sb_record_builder_take_item (builder, SB_DRAWING_POINTS, sb_record_builder_end (point));
    }
  take (input, builder);
}

/* The road as it is on the day: denied to be cut as far as Bamako, open from there. */
static void
add_network (SbBriefingInput *input)
{
  g_autoptr (GPtrArray) corridors = sb_briefing_input_list (input, SB_KIND_CORRIDOR);
  g_autoptr (GPtrArray) restrictions = sb_briefing_input_list (input, SB_KIND_RESTRICTION);
  g_autoptr (SbSituationInput) situation = sb_situation_input_new ();
  g_autoptr (SbRoadNetwork) network = sb_road_network_new (NULL, corridors, NULL);
  g_autoptr (SbRoadConditions) roads = NULL;

  for (guint i = 0; i < restrictions->len; i++)
    sb_situation_input_add (situation, g_ptr_array_index (restrictions, i));
  roads = sb_road_conditions_new (network, situation, sb_briefing_input_get_as_of (input));
  sb_briefing_input_add_roads (input, roads);
}

SbBriefingInput *
map_fixture_new_input (void)
{
  return map_fixture_new_input_denied (NULL);
}

SbBriefingInput *
map_fixture_new_input_denied (const char *denied_on)
{
  SbBriefingInput *input = fixture_new_input (6);

  add_place (input, KIDAL, "Kidal", SB_PLACE_KIND_TOWN, "ml-kidal", (SbPosition) { 1.41, 18.44 });
  add_place (input, GAO, "Région de Gao", SB_PLACE_KIND_REGION, "ml-region-gao", (SbPosition) { 0.5, 17.5 });
  add_actor (input, ARMY, "Armée", SB_ACTOR_FAMILY_STATE_FORCE);
  add_actor (input, REBELS, "Rebelles", SB_ACTOR_FAMILY_SEPARATIST);
  add_control (input);
  add_road (input);
  add_blockade (input, 350, TRUE, denied_on);
  add_blockade (input, 351, FALSE, NULL);
  add_zone (input);
  add_drawing (input);
  add_network (input);

  return input;
}
