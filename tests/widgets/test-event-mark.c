/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-event-mark.h"

#include "sb-mercator.h"
#include "sb-record-builder.h"
#include "sb-test-screen.h"

/* Pixels from one side of the world to the other at a zoom of web maps. */
static double
get_world (int zoom)
{
  return 256.0 * (1 << zoom);
}

/* Events in towns: Bamako, Kati just outside of it, Kayes, Gao. */
static GListStore *
create_events (void)
{
  static const SbPosition towns[] = { { -8.00, 12.65 }, { -8.07, 12.74 }, { -11.44, 14.45 }, { -0.04, 16.27 } };
  GListStore *events = g_list_store_new (SB_TYPE_RECORD);

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    {
      g_autoptr (SbRecord) event = sb_test_event_new (i + 1, "Titre", NULL, "2025-09-03", towns[i].longitude, towns[i].latitude);

      g_list_store_append (events, event);
    }

  return events;
}

static void
add_place (SbRecordBuilder *event,
           const SbPosition *position,
           int precision)
{
  SbRecordBuilder *place = sb_record_builder_new (&sb_event_place_schema);

  if (position != NULL)
    {
      sb_record_builder_set_real (place, SB_EVENT_PLACE_LONGITUDE, position->longitude);
      sb_record_builder_set_real (place, SB_EVENT_PLACE_LATITUDE, position->latitude);
    }

  sb_record_builder_set_term (place, SB_EVENT_PLACE_PRECISION, precision);
  sb_record_builder_take_item (event, SB_EVENT_PLACES, sb_record_builder_end (place));
}

static void
test_marks (void)
{
  const SbPosition kayes = { -11.44, 14.45 };
  const SbPosition segou = { -6.26, 13.43 };
  g_autoptr (GListStore) events = g_list_store_new (SB_TYPE_RECORD);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
  g_autoptr (SbRecord) nowhere = NULL;
  g_autoptr (SbRecord) somewhere = NULL;
  g_autoptr (GArray) marks = NULL;
  const SbEventMark *mark;
  SbPoint point = sb_mercator_project (kayes);

  sb_record_builder_set_term (builder, SB_EVENT_TYPE, SB_EVENT_TYPE_RIOT);
  nowhere = sb_record_builder_end (builder);
  builder = sb_record_builder_new (&sb_event_schema);
  sb_record_builder_set_term (builder, SB_EVENT_TYPE, SB_EVENT_TYPE_EXPLOSION);
  sb_record_builder_set_n_extracts (builder, 2);
  add_place (builder, &kayes, SB_PLACE_PRECISION_EXACT);
  add_place (builder, NULL, SB_PLACE_PRECISION_EXACT);
  add_place (builder, &segou, SB_PLACE_PRECISION_AREA);
  somewhere = sb_record_builder_end (builder);
  g_list_store_append (events, nowhere);
  g_list_store_append (events, somewhere);

  /* A place without a position has no mark, and one event may have several. */
  marks = sb_event_marks_new (G_LIST_MODEL (events));
  g_assert_cmpuint (marks->len, ==, 2);
  mark = &g_array_index (marks, SbEventMark, 0);
  g_assert_cmpuint (mark->event, ==, 1);
  g_assert_cmpint (mark->type, ==, SB_EVENT_TYPE_EXPLOSION);
  g_assert_cmpfloat_with_epsilon (mark->x, point.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (mark->y, point.y, 1e-6);
  g_assert_false (mark->is_vague);
  g_assert_false (mark->unsourced);
  g_assert_true (g_array_index (marks, SbEventMark, 1).is_vague);
}

static void
test_marks_of_nothing (void)
{
  g_autoptr (GArray) marks = sb_event_marks_new (NULL);
  g_autoptr (GArray) clusters = sb_event_marks_cluster (marks, (SbPoint) { 0, 0 }, get_world (6), 800, 600, -1);

  g_assert_cmpuint (marks->len, ==, 0);
  g_assert_cmpuint (clusters->len, ==, 0);
}

/* The whole world is in view at every zoom, so that no mark is left out. */
static GArray *
cluster_all (GArray *marks,
             int zoom,
             int selected)
{
  double world = get_world (zoom);

  return sb_event_marks_cluster (marks, (SbPoint) { 0, 0 }, world, world, world, selected);
}

static void
test_clusters_split (void)
{
  static const struct
  {
    int zoom;
    guint n_clusters;
  } cases[] = {
    { 0, 1 },
    { 5, 3 }, /* Bamako and Kati together */
    { 12, 4 },
  };
  g_autoptr (GListStore) events = create_events ();
  g_autoptr (GArray) marks = sb_event_marks_new (G_LIST_MODEL (events));
  guint previous = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) clusters = cluster_all (marks, cases[i].zoom, -1);

      g_assert_cmpuint (clusters->len, ==, cases[i].n_clusters);
    }

  for (int zoom = 0; zoom <= 14; zoom++)
    {
      g_autoptr (GArray) clusters = cluster_all (marks, zoom, -1);
      guint n_marks = 0;

      for (guint i = 0; i < clusters->len; i++)
        n_marks += g_array_index (clusters, SbMarkCluster, i).n_marks;

      g_assert_cmpuint (n_marks, ==, marks->len);
      g_assert_cmpuint (clusters->len, >=, previous);
      previous = clusters->len;
    }
}

/* What stands together must not change while the map slides below the hand. */
static void
test_clusters_keep_together (void)
{
  g_autoptr (GListStore) events = create_events ();
  g_autoptr (GArray) marks = sb_event_marks_new (G_LIST_MODEL (events));
  double world = get_world (6);
  SbPoint start = sb_mercator_project ((SbPosition) { -14, 20 });
  g_autoptr (GArray) before = sb_event_marks_cluster (marks, start, world, 1200, 900, -1);

  for (double shift = 0; shift < 60; shift += 0.7)
    {
      SbPoint origin = { start.x - shift / world, start.y - shift / world / 2 };
      g_autoptr (GArray) clusters = sb_event_marks_cluster (marks, origin, world, 1200, 900, -1);

      g_assert_cmpuint (clusters->len, ==, before->len);
      for (guint i = 0; i < clusters->len; i++)
        {
          const SbMarkCluster *cluster = &g_array_index (clusters, SbMarkCluster, i);
          const SbMarkCluster *earlier = &g_array_index (before, SbMarkCluster, i);

          g_assert_cmpuint (cluster->mark, ==, earlier->mark);
          g_assert_cmpuint (cluster->n_marks, ==, earlier->n_marks);
          g_assert_cmpfloat_with_epsilon (cluster->position.x, earlier->position.x + shift, 1e-3);
        }
    }
}

static void
test_clusters_of_view (void)
{
  g_autoptr (GListStore) events = create_events ();
  g_autoptr (GArray) marks = sb_event_marks_new (G_LIST_MODEL (events));
  SbPoint gao = sb_mercator_project ((SbPosition) { -0.04, 16.27 });
  double world = get_world (8);
  SbPoint origin = { gao.x - 100 / world, gao.y - 50 / world };
  g_autoptr (GArray) clusters = sb_event_marks_cluster (marks, origin, world, 200, 100, -1);
  const SbMarkCluster *cluster;

  g_assert_cmpuint (clusters->len, ==, 1);
  cluster = &g_array_index (clusters, SbMarkCluster, 0);
  g_assert_cmpuint (g_array_index (marks, SbEventMark, cluster->mark).event, ==, 3);
  g_assert_cmpfloat_with_epsilon (cluster->position.x, 100, 0.1);
  g_assert_cmpfloat_with_epsilon (cluster->position.y, 50, 0.1);
}

static void
test_selected_stands_for_others (void)
{
  g_autoptr (GListStore) events = create_events ();
  g_autoptr (GArray) marks = sb_event_marks_new (G_LIST_MODEL (events));

  for (int selected = -1; selected < 4; selected++)
    {
      g_autoptr (GArray) clusters = cluster_all (marks, 0, selected);
      const SbMarkCluster *cluster = &g_array_index (clusters, SbMarkCluster, 0);

      g_assert_cmpint (cluster->has_selected, ==, selected >= 0);
      g_assert_cmpint (g_array_index (marks, SbEventMark, cluster->mark).event, ==, MAX (selected, 0));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/event-mark/marks", test_marks);
  g_test_add_func ("/widgets/event-mark/marks-of-nothing", test_marks_of_nothing);
  g_test_add_func ("/widgets/event-mark/clusters-split", test_clusters_split);
  g_test_add_func ("/widgets/event-mark/clusters-keep-together", test_clusters_keep_together);
  g_test_add_func ("/widgets/event-mark/clusters-of-view", test_clusters_of_view);
  g_test_add_func ("/widgets/event-mark/selected-stands-for-others", test_selected_stands_for_others);

  return g_test_run ();
}
