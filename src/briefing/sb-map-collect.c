/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-corridor.h"
#include "sb-date-format.h"
#include "sb-drawing.h"
#include "sb-evidence.h"
#include "sb-held-areas.h"
#include "sb-restriction.h"
#include "sb-road-state.h"

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

/* A measure that holds in all of a country is on no spot of the map. */
static gboolean
is_country (const SbBriefingInput *input,
            SbRef *place)
{
  SbRecord *record = sb_briefing_input_find (input, place);

  return sb_record_get_term (record, SB_PLACE_KIND, SB_PLACE_KIND_TOWN) == SB_PLACE_KIND_COUNTRY;
}

static void
collect_restriction (Collection *self,
                     SbRecord *restriction)
{
  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_PLACES); i++)
    {
      SbRecord *place = sb_record_get_item (restriction, SB_RESTRICTION_PLACES, i);
      SbMapSpot *spot = NULL;

      if (!is_country (self->input, sb_record_get_ref (place, SB_RESTRICTION_PLACE_PLACE)))
        spot = find_spot (self, sb_record_get_ref (place, SB_RESTRICTION_PLACE_PLACE),
                          sb_record_get_real (place, SB_RESTRICTION_PLACE_LATITUDE, NAN),
                          sb_record_get_real (place, SB_RESTRICTION_PLACE_LONGITUDE, NAN));

      if (spot == NULL)
        continue;
      spot->is_restricted = TRUE;
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
        _sb_map_figure_add_stretch (figure, g_steal_pointer (&positions), sb_road_state_of_road (restriction));
    }
}

static SbRecord *
look_up (const SbRef *ref,
         gpointer data)
{
  return sb_briefing_input_find (data, ref);
}

/* Who holds what on the as-of day of the briefing. */
static void
add_areas (SbMapFigure *figure,
           const SbBriefingInput *input)
{
  g_autoptr (GPtrArray) controls = sb_briefing_input_list (input, SB_KIND_CONTROL);
  g_autoptr (SbSituationInput) situation = sb_situation_input_new ();
  g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new (NULL);
  g_autoptr (GPtrArray) areas = NULL;

  for (guint i = 0; i < controls->len; i++)
    {
      SbRecord *control = g_ptr_array_index (controls, i);
      GPtrArray *evidence = sb_briefing_input_get_evidence (input, control);

      sb_situation_input_add (situation, control);
      if (evidence != NULL)
        sb_situation_input_set_evidence (situation, sb_record_get_id (control), evidence);
    }

  areas = sb_held_areas_new (situation, sb_briefing_input_get_as_of (input), shapes, look_up, (gpointer) input);
  for (guint i = 0; i < areas->len; i++)
    _sb_map_figure_add_area (figure, g_ptr_array_index (areas, i));
}

/* "since 3 September 2025 · Studio Tamani": NULL when neither is known. */
static char *
describe_drawing (const SbBriefingInput *input,
                  SbRecord *drawing,
                  SbLanguage language)
{
  GPtrArray *evidence = sb_briefing_input_get_evidence (input, drawing);
  SbRef *source = evidence != NULL && evidence->len > 0 ? sb_record_get_ref (g_ptr_array_index (evidence, 0), SB_EVIDENCE_SOURCE) : NULL;
  g_autofree char *dates = sb_date_format_lasting (sb_record_get_date (drawing, SB_DRAWING_SINCE),
                                                   sb_record_get_date (drawing, SB_DRAWING_UNTIL), language, SB_DATE_STYLE_LONG);
  const char *name = source != NULL ? sb_ref_get_name (source, language) : "";

  if (*dates == '\0' && *name == '\0')
    return NULL;

  return g_strconcat (dates, *dates != '\0' && *name != '\0' ? " · " : "", name, NULL);
}

static void
collect_drawings (SbMapFigure *figure,
                  const SbBriefingInput *input)
{
  g_autoptr (GPtrArray) drawings = sb_briefing_input_list (input, SB_KIND_DRAWING);

  for (guint i = 0; i < drawings->len; i++)
    {
      SbRecord *drawing = g_ptr_array_index (drawings, i);
      g_autofree char *caption = describe_drawing (input, drawing, figure->language);

      _sb_map_figure_add_drawing (figure, drawing, caption, sb_briefing_input_get_evidence (input, drawing) != NULL);
    }
}

void
_sb_map_figure_collect (SbMapFigure *figure,
                        const SbBriefingInput *input)
{
  g_autoptr (GPtrArray) events = sb_briefing_input_list (input, SB_KIND_EVENT);
  g_autoptr (GPtrArray) restrictions = sb_briefing_input_list (input, SB_KIND_RESTRICTION);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (SbMapSpot));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  Collection collection = { input, figure->language, spots, refs };

  for (guint i = 0; i < events->len; i++)
    collect_event (&collection, g_ptr_array_index (events, i));
  for (guint i = 0; i < restrictions->len; i++)
    {
      collect_restriction (&collection, g_ptr_array_index (restrictions, i));
      add_stretches (figure, input, g_ptr_array_index (restrictions, i));
    }
  for (guint i = 0; i < spots->len; i++)
    _sb_map_figure_add_spot (figure, g_array_index (spots, SbMapSpot, i));
  add_areas (figure, input);
  collect_drawings (figure, input);
}
