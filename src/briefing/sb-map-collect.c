/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-corridor.h"
#include "sb-denial.h"
#include "sb-drawing.h"
#include "sb-evidence.h"
#include "sb-held-areas.h"
#include "sb-restriction-areas.h"
#include "sb-restriction.h"
#include "sb-road-state.h"
#include "sb-zone-areas.h"
#include "sb-zone.h"

#include <math.h>

/* Collecting the spots of a map: those of one place are one. */
typedef struct
{
  const SbBriefingInput *input;
  SbLanguage language;
  GArray *spots; /* (element-type SbMapSpot) */
  GPtrArray *refs; /* (element-type SbRef) of each spot */
} Collection;

static SbMapSpot *
find_spot (Collection *self,
           SbRef *place,
           double latitude,
           double longitude)
{
  SbMapSpot spot = { .position = { longitude, latitude } };

  if (place == NULL || isnan (latitude) || isnan (longitude) || !sb_position_is_valid (spot.position))
    return NULL;

  for (guint i = 0; i < self->refs->len; i++)
    if (sb_ref_equal (g_ptr_array_index (self->refs, i), place))
      return &g_array_index (self->spots, SbMapSpot, i);

  spot.name = g_strdup (sb_ref_get_name (place, self->language));
  g_array_append_val (self->spots, spot);
  g_ptr_array_add (self->refs, sb_ref_ref (place));

  return &g_array_index (self->spots, SbMapSpot, self->spots->len - 1);
}

/* Statements and appointments hit no place; a whole country is none. */
static void
collect_event (Collection *self,
               SbRecord *event)
{
  int type = sb_record_get_term (event, SB_EVENT_TYPE, -1);
  gboolean is_sourced = sb_briefing_input_get_evidence (self->input, event) != NULL;

  if (type < 0 || type == SB_EVENT_TYPE_POLITICS)
    return;

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_PLACES); i++)
    {
      SbRecord *place = sb_record_get_item (event, SB_EVENT_PLACES, i);
      int precision = sb_record_get_term (place, SB_EVENT_PLACE_PRECISION, SB_PLACE_PRECISION_EXACT);
      SbMapSpot *spot = NULL;

      if (precision != SB_PLACE_PRECISION_COUNTRY)
        spot = find_spot (self, sb_record_get_ref (place, SB_EVENT_PLACE_PLACE),
                          sb_record_get_real (place, SB_EVENT_PLACE_LATITUDE, NAN),
                          sb_record_get_real (place, SB_EVENT_PLACE_LONGITUDE, NAN));
      if (spot == NULL)
        continue;

      spot->n_events[type]++;
      spot->is_sourced = spot->is_sourced || is_sourced;
      spot->is_vague = spot->is_vague || precision == SB_PLACE_PRECISION_AREA || precision == SB_PLACE_PRECISION_REGION;
    }
}

/* Who imposes something is one version, who denies it by the day of the map another. */
static gboolean
is_denied (const SbBriefingInput *input,
           SbRecord *restriction)
{
  return sb_denial_is_disputed (restriction, sb_briefing_input_get_evidence (input, restriction), sb_briefing_input_get_as_of (input));
}

static int
get_place_kind (const SbBriefingInput *input,
                SbRef *place)
{
  SbRecord *record = sb_briefing_input_find (input, place);

  return record != NULL ? sb_record_get_term (record, SB_PLACE_KIND, SB_PLACE_KIND_TOWN) : SB_PLACE_KIND_TOWN;
}

/* A measure that holds in all of a country is on no spot of the map. */
static void
collect_restriction (Collection *self,
                     SbRecord *restriction)
{
  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_PLACES); i++)
    {
      SbRecord *place = sb_record_get_item (restriction, SB_RESTRICTION_PLACES, i);
      int kind = get_place_kind (self->input, sb_record_get_ref (place, SB_RESTRICTION_PLACE_PLACE));
      SbMapSpot *spot = NULL;

      if (kind != SB_PLACE_KIND_COUNTRY)
        spot = find_spot (self, sb_record_get_ref (place, SB_RESTRICTION_PLACE_PLACE),
                          sb_record_get_real (place, SB_RESTRICTION_PLACE_LATITUDE, NAN),
                          sb_record_get_real (place, SB_RESTRICTION_PLACE_LONGITUDE, NAN));

      if (spot == NULL)
        continue;
      spot->n_restrictions++;
      spot->n_denied += is_denied (self->input, restriction);
      spot->is_ground = spot->is_ground || kind == SB_PLACE_KIND_AREA || kind == SB_PLACE_KIND_REGION;
      spot->is_sourced = spot->is_sourced || sb_briefing_input_get_evidence (self->input, restriction) != NULL;
    }
}

/* The road from stop to stop, as straight lines: the map says so. */
static GArray *
list_positions (SbRecord *corridor,
                guint first,
                guint last)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (SbPosition));

  for (guint i = first; i <= last; i++)
    {
      SbRecord *stop = sb_record_get_item (corridor, SB_CORRIDOR_STOPS, i);
      SbPosition position = { sb_record_get_real (stop, SB_CORRIDOR_STOP_LONGITUDE, NAN),
                              sb_record_get_real (stop, SB_CORRIDOR_STOP_LATITUDE, NAN) };

      if (!isnan (position.longitude) && !isnan (position.latitude) && sb_position_is_valid (position))
        g_array_append_val (positions, position);
    }

  return positions;
}

static void
add_stretches (SbMapFigure *figure,
               const SbBriefingInput *input,
               SbRecord *restriction)
{
  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_STRETCHES); i++)
    {
      SbRecord *stretch = sb_record_get_item (restriction, SB_RESTRICTION_STRETCHES, i);
      SbRecord *corridor = sb_briefing_input_find (input, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR));
      g_autoptr (GArray) positions = NULL;
      guint first;
      guint last;

      if (corridor == NULL || !sb_road_stretch_get_stops (stretch, corridor, &first, &last))
        continue;

      positions = list_positions (corridor, first, last);
      if (positions->len >= 2)
        _sb_map_figure_add_stretch (figure, g_steal_pointer (&positions), sb_road_state_of_road (restriction), is_denied (input, restriction));
    }
}

static SbRecord *
look_up (const SbRef *ref,
         gpointer data)
{
  return sb_briefing_input_find (data, ref);
}

/* What is held has a name, whatever happened there. */
static void
name_areas (Collection *self,
            GPtrArray *areas)
{
  for (guint i = 0; i < areas->len; i++)
    {
      SbMapArea *area = g_ptr_array_index (areas, i);
      SbPosition centre = sb_mercator_unproject (sb_map_area_get_area (area)->centre);
      SbRef *place = sb_map_area_get_place (area);
      SbMapSpot *spot;
      int kind;

      kind = get_place_kind (self->input, place);
      if (kind == SB_PLACE_KIND_COUNTRY)
        continue;
      spot = find_spot (self, place, centre.latitude, centre.longitude);
      if (spot != NULL && _sb_map_spot_count_events (spot) == 0)
        spot->is_ground = kind != SB_PLACE_KIND_TOWN && kind != SB_PLACE_KIND_VILLAGE;
    }
}

/* Who holds what on the as-of day. */
static void
collect_control (Collection *self,
                 SbMapFigure *figure,
                 SbRegionShapes *shapes)
{
  g_autoptr (SbSituationInput) situation = sb_briefing_input_dup_situation (self->input);
  g_autoptr (GPtrArray) areas = NULL;

  areas = sb_held_areas_new (situation, sb_briefing_input_get_as_of (self->input), shapes, look_up, (gpointer) self->input);
  for (guint i = 0; i < areas->len; i++)
    _sb_map_figure_add_area (figure, g_ptr_array_index (areas, i));
  name_areas (self, areas);
}

static void
collect_restrictions (Collection *self,
                      SbMapFigure *figure,
                      GPtrArray *restrictions,
                      SbRegionShapes *shapes)
{
  g_autoptr (GPtrArray) grounds = sb_restriction_grounds_new (restrictions, shapes, look_up, (gpointer) self->input);

  for (guint i = 0; i < restrictions->len; i++)
    {
      SbRecord *restriction = g_ptr_array_index (restrictions, i);

      if (figure->is_scene)
        sb_road_lines_add_restriction (figure->roads, restriction, is_denied (self->input, restriction) ? SB_ROAD_SIGN_DENIED : SB_ROAD_SIGN_DEFAULT);
      else
        collect_restriction (self, restriction);
    }
  for (guint i = 0; i < grounds->len; i++)
    _sb_map_figure_add_ground (figure, g_ptr_array_index (grounds, i));
}

/* The names of those who issued @zones, each once. */
static char *
list_issuers (GPtrArray *zones,
              SbLanguage language)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < zones->len; i++)
    {
      SbRef *issuer = sb_record_get_ref (g_ptr_array_index (zones, i), SB_ZONE_ISSUER);
      const char *name = issuer != NULL ? sb_ref_get_name (issuer, language) : "";

      if (name[0] != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
collect_zones (Collection *self,
               SbMapFigure *figure,
               SbRegionShapes *shapes)
{
  g_autoptr (GPtrArray) zones = sb_briefing_input_list (self->input, SB_KIND_ZONE);
  g_autoptr (GPtrArray) newest_first = g_ptr_array_new ();
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  int as_of = sb_briefing_input_get_as_of (self->input);

  for (guint i = zones->len; i > 0; i--)
    g_ptr_array_add (newest_first, g_ptr_array_index (zones, i - 1));
  areas = sb_zone_areas_new (newest_first, as_of, shapes, look_up, (gpointer) self->input);
  for (guint i = 0; i < areas->len; i++)
    _sb_map_figure_add_zone (figure, g_ptr_array_index (areas, i));
  standing = sb_zones_list_standing (newest_first, as_of);
  figure->zone_issuers = list_issuers (standing, figure->language);
}

static void
collect_drawings (SbMapFigure *figure,
                  const SbBriefingInput *input)
{
  g_autoptr (GPtrArray) drawings = sb_briefing_input_list (input, SB_KIND_DRAWING);

  for (guint i = 0; i < drawings->len; i++)
    {
      SbRecord *drawing = g_ptr_array_index (drawings, i);
      GPtrArray *evidence = sb_briefing_input_get_evidence (input, drawing);
      SbRef *source = evidence != NULL && evidence->len > 0 ? sb_record_get_ref (g_ptr_array_index (evidence, 0), SB_EVIDENCE_SOURCE) : NULL;
      g_autofree char *caption = sb_drawing_format_caption (drawing, source, figure->language);

      _sb_map_figure_add_drawing (figure, drawing, caption, evidence != NULL);
    }
}

void
_sb_map_figure_collect (SbMapFigure *figure,
                        const SbBriefingInput *input,
                        SbMapLayers layers)
{
  g_autoptr (GPtrArray) events = sb_briefing_input_list (input, SB_KIND_EVENT);
  g_autoptr (GPtrArray) restrictions = sb_briefing_input_list (input, SB_KIND_RESTRICTION);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (SbMapSpot));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new (NULL);
  SbRoadConditions *roads = (layers & SB_MAP_LAYER_NETWORK) != 0 ? sb_briefing_input_get_roads (input) : NULL;
  Collection collection = { input, figure->language, spots, refs };

  for (guint i = 0; i < events->len && (layers & SB_MAP_LAYER_EVENTS) != 0 && figure->events == NULL; i++)
    collect_event (&collection, g_ptr_array_index (events, i));
  if (roads != NULL)
    _sb_map_figure_add_network (figure, roads);
  if ((layers & SB_MAP_LAYER_RESTRICTIONS) != 0)
    collect_restrictions (&collection, figure, restrictions, shapes);
  for (guint i = 0; i < restrictions->len && (layers & SB_MAP_LAYER_ROADS) != 0 && roads == NULL; i++)
    add_stretches (figure, input, g_ptr_array_index (restrictions, i));
  if ((layers & SB_MAP_LAYER_CONTROL) != 0)
    collect_control (&collection, figure, shapes);
  if ((layers & SB_MAP_LAYER_ZONES) != 0)
    collect_zones (&collection, figure, shapes);
  if ((layers & SB_MAP_LAYER_DRAWINGS) != 0)
    collect_drawings (figure, input);

  for (guint i = 0; i < spots->len; i++)
    _sb_map_figure_add_spot (figure, g_array_index (spots, SbMapSpot, i));
}
