/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-corridor.h"
#include "sb-record-builder.h"
#include "sb-restriction.h"
#include "sb-road-state.h"

/* A road of five places, numbered 101 to 105, and restrictions laid on it. */

#define N_STOPS 5
#define ROAD    1

static SbRef *
create_place (gint64 number)
{
  return sb_ref_new (SB_KIND_PLACE, 100 + number, NULL, NULL);
}

static SbRecord *
create_road (void)
{
  SbRecordBuilder *road = sb_record_builder_new (&sb_corridor_schema);

  sb_record_builder_set_id (road, ROAD);
  sb_record_builder_set_words (road, SB_CORRIDOR_NAME, "RN1", "RN1");
  for (int i = 1; i <= N_STOPS; i++)
    {
      SbRecordBuilder *stop = sb_record_builder_new (&sb_corridor_stop_schema);
      g_autoptr (SbRef) place = create_place (i);

      sb_record_builder_set_ref (stop, SB_CORRIDOR_STOP_PLACE, place);
      sb_record_builder_take_item (road, SB_CORRIDOR_STOPS, sb_record_builder_end (stop));
    }

  return sb_record_builder_end (road);
}

/* @origin and @destination: numbers of places, 0 for an end that is not said;
 * @severity -1 for one that is not said. */
static SbRecord *
create_restriction (gint64 road,
                    int origin,
                    int destination,
                    int severity)
{
  SbRecordBuilder *restriction = sb_record_builder_new (&sb_restriction_schema);
  SbRecordBuilder *stretch = sb_record_builder_new (&sb_restriction_stretch_schema);
  g_autoptr (SbRef) corridor = sb_ref_new (SB_KIND_CORRIDOR, road, NULL, NULL);
  g_autoptr (SbRef) from = create_place (origin);
  g_autoptr (SbRef) to = create_place (destination);

  sb_record_builder_set_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR, corridor);
  if (origin > 0)
    sb_record_builder_set_ref (stretch, SB_RESTRICTION_STRETCH_ORIGIN, from);
  if (destination > 0)
    sb_record_builder_set_ref (stretch, SB_RESTRICTION_STRETCH_DESTINATION, to);
  if (severity >= 0)
    sb_record_builder_set_term (restriction, SB_RESTRICTION_SEVERITY, severity);

  sb_record_builder_take_item (restriction, SB_RESTRICTION_STRETCHES, sb_record_builder_end (stretch));
  return sb_record_builder_end (restriction);
}

/* The states as letters: open, limited, threatened, cut. */
static char *
spell (GArray *states)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < states->len; i++)
    g_string_append_c (letters, "oltc"[g_array_index (states, SbRoadState, i)]);

  return g_string_free (letters, FALSE);
}

static void
test_one (void)
{
  static const struct
  {
    gint64 road;
    int origin;
    int destination;
    int severity;
    const char *legs;
  } cases[] = {
    { ROAD, 2, 4, SB_RESTRICTION_SEVERITY_CUT, "occo" },
    { ROAD, 4, 2, SB_RESTRICTION_SEVERITY_CUT, "occo" }, /* against the order */
    { ROAD, 0, 0, SB_RESTRICTION_SEVERITY_THREATENED, "tttt" },
    { ROAD, 3, 0, SB_RESTRICTION_SEVERITY_LIMITED, "ooll" },
    { ROAD, 0, 2, -1, "cooo" },
    { ROAD, 9, 2, SB_RESTRICTION_SEVERITY_CUT, "cooo" }, /* no stop of it */
    { ROAD, 3, 3, SB_RESTRICTION_SEVERITY_CUT, "oooo" }, /* a place is no leg */
    { ROAD + 1, 1, 5, SB_RESTRICTION_SEVERITY_CUT, "oooo" },
  };
  g_autoptr (SbRecord) road = create_road ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) restrictions = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GArray) states = NULL;
      g_autofree char *legs = NULL;

      g_ptr_array_add (restrictions, create_restriction (cases[i].road, cases[i].origin, cases[i].destination, cases[i].severity));
      states = sb_road_get_leg_states (road, restrictions);
      legs = spell (states);
      g_assert_cmpstr (legs, ==, cases[i].legs);
    }
}

static void
test_worst (void)
{
  g_autoptr (SbRecord) road = create_road ();
  g_autoptr (GPtrArray) restrictions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) states = NULL;
  g_autofree char *legs = NULL;

  g_ptr_array_add (restrictions, create_restriction (ROAD, 2, 3, SB_RESTRICTION_SEVERITY_CUT));
  g_ptr_array_add (restrictions, create_restriction (ROAD, 0, 4, SB_RESTRICTION_SEVERITY_THREATENED));
  g_ptr_array_add (restrictions, create_restriction (ROAD, 0, 0, SB_RESTRICTION_SEVERITY_LIMITED));
  states = sb_road_get_leg_states (road, restrictions);
  legs = spell (states);
  g_assert_cmpstr (legs, ==, "tctl");
}

static void
test_no_stops (void)
{
  g_autoptr (SbRecord) road = sb_record_builder_end (sb_record_builder_new (&sb_corridor_schema));
  g_autoptr (GPtrArray) restrictions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) states = NULL;

  g_ptr_array_add (restrictions, create_restriction (ROAD, 0, 0, SB_RESTRICTION_SEVERITY_CUT));
  states = sb_road_get_leg_states (road, restrictions);
  g_assert_cmpuint (states->len, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/road-state/one", test_one);
  g_test_add_func ("/analysis/road-state/worst", test_worst);
  g_test_add_func ("/analysis/road-state/no-stops", test_no_stops);

  return g_test_run ();
}
