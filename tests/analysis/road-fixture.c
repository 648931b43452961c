/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "road-fixture.h"

#include "sb-corridor.h"
#include "sb-evidence.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-restriction.h"

void
road_fixture_init (RoadFixture *self)
{
  self->input = sb_situation_input_new ();
  self->next_id = 1;
}

void
road_fixture_clear (RoadFixture *self)
{
  g_clear_pointer (&self->input, sb_situation_input_free);
}

static gint64
add (RoadFixture *self,
     SbRecordBuilder *builder)
{
  gint64 id = self->next_id++;
  g_autoptr (SbRecord) record = NULL;

  sb_record_builder_set_id (builder, id);
  record = sb_record_builder_end (builder);
  sb_situation_input_add (self->input, record);

  return id;
}

static void
set_ref (SbRecordBuilder *builder,
         guint field,
         SbKind kind,
         gint64 id)
{
  g_autoptr (SbRef) ref = id > 0 ? sb_ref_new (kind, id, NULL, NULL) : NULL;

  if (ref != NULL)
    sb_record_builder_set_ref (builder, field, ref);
}

static void
set_date (SbRecordBuilder *builder,
          guint field,
          const char *edtf)
{
  g_autoptr (SbDate) date = edtf != NULL ? sb_date_new (edtf, NULL) : NULL;

  if (date != NULL)
    sb_record_builder_set_date (builder, field, date);
}

gint64
road_fixture_add_place (RoadFixture *self,
                        const char *name,
                        const char *key,
                        double latitude,
                        double longitude)
{
  SbRecordBuilder *place = sb_record_builder_new (&sb_place_schema);

  sb_record_builder_set_words (place, SB_PLACE_NAME, name, name);
  sb_record_builder_set_term (place, SB_PLACE_KIND, SB_PLACE_KIND_TOWN);
  sb_record_builder_set_real (place, SB_PLACE_LATITUDE, latitude);
  sb_record_builder_set_real (place, SB_PLACE_LONGITUDE, longitude);
  if (key != NULL)
    sb_record_builder_set_text (place, SB_PLACE_KEY, key);

  return add (self, place);
}

void
road_fixture_add_part (RoadFixture *self,
                       gint64 place,
                       gint64 *part)
{
  SbRecordBuilder *district = sb_record_builder_new (&sb_place_schema);

  sb_record_builder_set_words (district, SB_PLACE_NAME, "Part", "Part");
  sb_record_builder_set_term (district, SB_PLACE_KIND, SB_PLACE_KIND_DISTRICT);
  set_ref (district, SB_PLACE_PARENT, SB_KIND_PLACE, place);
  *part = add (self, district);
}

gint64
road_fixture_add_corridor (RoadFixture *self,
                           const char *key,
                           const char *code,
                           const gint64 *places,
                           const double *km)
{
  SbRecordBuilder *corridor = sb_record_builder_new (&sb_corridor_schema);

  sb_record_builder_set_words (corridor, SB_CORRIDOR_NAME, "Road", "Road");
  if (key != NULL)
    sb_record_builder_set_text (corridor, SB_CORRIDOR_KEY, key);
  if (code != NULL)
    {
      sb_record_builder_set_text (corridor, SB_CORRIDOR_CODE, code);
      sb_record_builder_set_text (corridor, SB_CORRIDOR_COUNTRY, "ML");
    }
  for (guint i = 0; places[i] != 0; i++)
    {
      SbRecordBuilder *stop = sb_record_builder_new (&sb_corridor_stop_schema);

      set_ref (stop, SB_CORRIDOR_STOP_PLACE, SB_KIND_PLACE, places[i]);
      if (km != NULL)
        sb_record_builder_set_real (stop, SB_CORRIDOR_STOP_KM, km[i]);
      sb_record_builder_take_item (corridor, SB_CORRIDOR_STOPS, sb_record_builder_end (stop));
    }

  return add (self, corridor);
}

static void
add_contradiction (RoadFixture *self,
                   gint64 record)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
  SbRecordBuilder *piece = sb_record_builder_new (&sb_evidence_schema);

  sb_record_builder_set_term (piece, SB_EVIDENCE_STANCE, SB_STANCE_CONTRADICTS);
  g_ptr_array_add (evidence, sb_record_builder_end (piece));
  sb_situation_input_set_evidence (self->input, record, evidence);
}

gint64
road_fixture_add_restriction (RoadFixture *self,
                              const RoadRestriction *restriction)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  gint64 id;

  sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, "R", "R");
  sb_record_builder_set_term (builder, SB_RESTRICTION_KIND, restriction->kind);
  sb_record_builder_set_term (builder, SB_RESTRICTION_SEVERITY, restriction->severity);
  set_date (builder, SB_RESTRICTION_SINCE, restriction->since != NULL ? restriction->since : "2025-09-03");
  set_date (builder, SB_RESTRICTION_UNTIL, restriction->until);
  if (restriction->is_denied)
    set_ref (builder, SB_RESTRICTION_DENIED_BY, SB_KIND_ACTOR, 9999);
  if (restriction->corridor > 0)
    {
      SbRecordBuilder *stretch = sb_record_builder_new (&sb_restriction_stretch_schema);

      set_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR, SB_KIND_CORRIDOR, restriction->corridor);
      set_ref (stretch, SB_RESTRICTION_STRETCH_ORIGIN, SB_KIND_PLACE, restriction->origin);
      set_ref (stretch, SB_RESTRICTION_STRETCH_DESTINATION, SB_KIND_PLACE, restriction->destination);
      sb_record_builder_take_item (builder, SB_RESTRICTION_STRETCHES, sb_record_builder_end (stretch));
    }
  if (restriction->place > 0)
    {
      SbRecordBuilder *place = sb_record_builder_new (&sb_restriction_place_schema);

      set_ref (place, SB_RESTRICTION_PLACE_PLACE, SB_KIND_PLACE, restriction->place);
      sb_record_builder_take_item (builder, SB_RESTRICTION_PLACES, sb_record_builder_end (place));
    }

  id = add (self, builder);
  if (restriction->is_contradicted)
    add_contradiction (self, id);

  return id;
}

SbRoadNetwork *
road_fixture_build (RoadFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (&error);
  g_autoptr (SbCorridorNetwork) shipped = NULL;

  g_assert_no_error (error);
  shipped = sb_corridor_network_new (gazetteer, &error);
  g_assert_no_error (error);

  return sb_road_network_new (shipped, sb_situation_input_get_records (self->input, SB_KIND_CORRIDOR),
                              sb_situation_input_get_records (self->input, SB_KIND_PLACE));
}

guint
road_fixture_find (const SbRoadNetwork *network,
                   const char *key)
{
  guint place = 0;

  g_assert_true (sb_road_network_find_place_key (network, key, &place));

  return place;
}
