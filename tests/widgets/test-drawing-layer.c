/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-drawing-layer.h"

#include "sb-drawing-bar.h"
#include "sb-map-view.h"
#include "sb-record-builder.h"
#include "sb-test-screen.h"

#include <math.h>

typedef struct
{
  SbMapView *map; /* (not owned) of window */
  GtkWindow *window;
  SbDrawingLayer *layer;
  GListStore *drawings; /* (owned) */
  guint n_drawn;
  guint n_opened;
  SbRecord *reshaped; /* (owned) (nullable) */
  SbRecord *removed; /* (owned) (nullable) */
} Fixture;

static void
drawn_cb (Fixture *fixture)
{
  fixture->n_drawn++;
}

static void
opened_cb (Fixture *fixture)
{
  fixture->n_opened++;
}

static void
reshaped_cb (Fixture *fixture,
             SbRecord *before,
             SbRecord *drawing)
{
  g_assert_cmpint (sb_record_get_id (before), ==, sb_record_get_id (drawing));
  g_assert_false (sb_record_equal (before, drawing));
  g_set_object (&fixture->reshaped, drawing);
}

static void
removed_cb (Fixture *fixture,
            SbRecord *drawing)
{
  g_set_object (&fixture->removed, drawing);
}

static SbRecord *
make_line (void)
{
  g_autoptr (SbDate) since = sb_date_new ("2025-09-03", NULL);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_drawing_schema);

  sb_record_builder_set_id (builder, 5);
  sb_record_builder_set_words (builder, SB_DRAWING_TITLE, "Ligne", "Line");
  sb_record_builder_set_term (builder, SB_DRAWING_KIND, SB_DRAWING_KIND_LINE);
  sb_record_builder_set_date (builder, SB_DRAWING_SINCE, since);
  for (guint i = 0; i < 2; i++)
    {
      SbRecordBuilder *point = sb_record_builder_new (&sb_drawing_point_schema);

      sb_record_builder_set_real (point, SB_DRAWING_POINT_LATITUDE, 15 + i);
      sb_record_builder_set_real (point, SB_DRAWING_POINT_LONGITUDE, -4);
      sb_record_builder_take_item (builder, SB_DRAWING_POINTS, sb_record_builder_end (point));
    }
  return sb_record_builder_end (builder);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbRecord) line = make_line ();

  fixture->map = SB_MAP_VIEW (sb_map_view_new ());
  fixture->window = sb_test_show (GTK_WIDGET (fixture->map), 600, 400);
  fixture->layer = sb_map_view_get_drawings (fixture->map);
  fixture->drawings = g_list_store_new (SB_TYPE_RECORD);
  g_list_store_append (fixture->drawings, line);
  sb_drawing_layer_set_drawings (fixture->layer, G_LIST_MODEL (fixture->drawings));
  g_signal_connect_swapped (fixture->layer, "drawn", G_CALLBACK (drawn_cb), fixture);
  g_signal_connect_swapped (fixture->layer, "opened", G_CALLBACK (opened_cb), fixture);
  g_signal_connect_swapped (fixture->layer, "reshaped", G_CALLBACK (reshaped_cb), fixture);
  g_signal_connect_swapped (fixture->layer, "removed", G_CALLBACK (removed_cb), fixture);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->map));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_test_close (fixture->window);
  g_object_unref (fixture->drawings);
  g_clear_object (&fixture->reshaped);
  g_clear_object (&fixture->removed);
}

static void
press (Fixture *fixture,
       const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", 0);

  for (guint i = 0; each[i] != NULL; i++)
    sb_test_press (GTK_WIDGET (fixture->layer), each[i]);
}

/* Keys, and what is there then: by the keyboard alone. */
static void
test_draw (Fixture *fixture,
           gconstpointer data)
{
  static const struct
  {
    SbDrawingTool tool;
    const char *keys;
    guint n_points;
    guint n_drawn;
  } cases[] = {
    { SB_DRAWING_TOOL_LINE, "space", 1, 0 },
    { SB_DRAWING_TOOL_LINE, "space Return", 1, 0 },
    { SB_DRAWING_TOOL_LINE, "space Right space Return", 2, 1 },
    { SB_DRAWING_TOOL_AREA, "space Right space Return", 2, 0 },
    { SB_DRAWING_TOOL_AREA, "space Right space Down space Return", 3, 1 },
    { SB_DRAWING_TOOL_ARROW, "space Up space BackSpace", 1, 0 },
    { SB_DRAWING_TOOL_ARROW, "space Up space Escape", 0, 0 },
    { SB_DRAWING_TOOL_LABEL, "Left space", 1, 1 },
    { SB_DRAWING_TOOL_LABEL, "BackSpace", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      fixture->n_drawn = 0;
      sb_drawing_layer_set_tool (fixture->layer, SB_DRAWING_TOOL_NONE);
      sb_drawing_layer_set_tool (fixture->layer, cases[i].tool);
      press (fixture, cases[i].keys);
      g_assert_cmpuint (sb_drawing_layer_get_n_points (fixture->layer), ==, cases[i].n_points);
      g_assert_cmpuint (fixture->n_drawn, ==, cases[i].n_drawn);
    }
}

/* A step to the right is a step to the east. */
static void
test_draft (Fixture *fixture,
            gconstpointer data)
{
  static const char keys[] = "space Right space";
  g_autoptr (SbRecord) draft = NULL;
  SbRecord *first, *second;

  sb_drawing_layer_set_tool (fixture->layer, SB_DRAWING_TOOL_ARROW);
  press (fixture, keys);
  draft = sb_drawing_layer_dup_draft (fixture->layer);
  g_assert_nonnull (draft);
  g_assert_cmpint (sb_record_get_term (draft, SB_DRAWING_KIND, -1), ==, SB_DRAWING_KIND_ARROW);
  g_assert_cmpuint (sb_record_get_n_items (draft, SB_DRAWING_POINTS), ==, 2);
  first = sb_record_get_item (draft, SB_DRAWING_POINTS, 0);
  second = sb_record_get_item (draft, SB_DRAWING_POINTS, 1);
  g_assert_cmpfloat (sb_record_get_real (second, SB_DRAWING_POINT_LONGITUDE, 0), >, sb_record_get_real (first, SB_DRAWING_POINT_LONGITUDE, 0));
  g_assert_cmpfloat_with_epsilon (sb_record_get_real (second, SB_DRAWING_POINT_LATITUDE, 0),
                                  sb_record_get_real (first, SB_DRAWING_POINT_LATITUDE, 0), 1e-6);
}

static void
test_reshape (Fixture *fixture,
              gconstpointer data)
{
  static const char move[] = "Page_Down Right";
  static const char keep[] = "Return";
  static const char open[] = "Return";
  static const char remove[] = "Delete";
  g_autoptr (SbRecord) line = g_list_model_get_item (G_LIST_MODEL (fixture->drawings), 0);
  SbRecord *point;

  sb_drawing_layer_select (fixture->layer, line);
  g_assert_cmpint (sb_drawing_layer_get_tool (fixture->layer), ==, SB_DRAWING_TOOL_SELECT);
  press (fixture, open);
  g_assert_cmpuint (fixture->n_opened, ==, 1);

  press (fixture, move);
  g_assert_null (fixture->reshaped);
  press (fixture, keep);
  g_assert_nonnull (fixture->reshaped);
  point = sb_record_get_item (fixture->reshaped, SB_DRAWING_POINTS, 0);
  g_assert_cmpfloat (sb_record_get_real (point, SB_DRAWING_POINT_LONGITUDE, 0), >, -4);
  g_assert_cmpfloat_with_epsilon (sb_record_get_real (point, SB_DRAWING_POINT_LATITUDE, 0), 15, 1e-6);
  g_assert_cmpint (sb_record_get_id (fixture->reshaped), ==, 5);

  press (fixture, remove);
  g_assert_nonnull (fixture->removed);
  g_assert_cmpint (sb_record_get_id (fixture->removed), ==, 5);
}

/* Over a drawing, it is told when it is and who it is known from. */
static void
test_text (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbBilingual) name = sb_bilingual_new ("Studio Tamani", NULL);
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) sb_ref_unref);
  ShumateMap *map = sb_map_view_get_map (fixture->map);
  const gint64 id = 5;
  g_autofree char *undocumented = NULL;
  g_autofree char *text = NULL;
  double x;
  double y;

  sb_map_view_show_bounds (fixture->map, &(SbBounds) { -6, 14, -2, 17 });
  sb_test_wait_for_frame (GTK_WIDGET (fixture->map));
  shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (map), GTK_WIDGET (map), 15.5, -4, &x, &y);
  undocumented = sb_drawing_layer_dup_text_at (fixture->layer, x, y);
  g_assert_cmpstr (undocumented, ==, "Line\nsince 3\302\240September\302\2402025");

  g_hash_table_insert (sources, g_memdup2 (&id, sizeof id), sb_ref_new (SB_KIND_SOURCE, 7, NULL, name));
  sb_drawing_layer_set_sources (fixture->layer, sources);
  text = sb_drawing_layer_dup_text_at (fixture->layer, x, y);
  g_assert_cmpstr (text, ==, "Line\nsince 3\302\240September\302\2402025 · Studio Tamani");
  g_assert_null (sb_drawing_layer_dup_text_at (fixture->layer, x + 100, y));
}

/* What is gone is selected no more. */
static void
test_gone (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbRecord) line = g_list_model_get_item (G_LIST_MODEL (fixture->drawings), 0);

  sb_drawing_layer_select (fixture->layer, line);
  g_list_store_remove_all (fixture->drawings);
  g_assert_null (sb_drawing_layer_get_selected (fixture->layer));
  g_assert_cmpuint (sb_drawing_layer_get_n_points (fixture->layer), ==, 0);
}

static void
test_bar (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (sb_drawing_bar_new (fixture->layer));
  gpointer gone = bar;

  sb_drawing_bar_set_drawings (SB_DRAWING_BAR (bar), G_LIST_MODEL (fixture->drawings));
  sb_map_view_add_card (fixture->map, bar);
  g_assert_nonnull (sb_test_find_label (bar, "Choose what to draw."));
  sb_drawing_layer_set_tool (fixture->layer, SB_DRAWING_TOOL_LABEL);
  g_assert_null (sb_test_find_label (bar, "Choose what to draw."));
  g_object_add_weak_pointer (G_OBJECT (bar), &gone);
  gtk_widget_unparent (bar);
  g_clear_object (&bar);
  g_assert_null (gone);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);
  g_test_add ("/widgets/drawing-layer/draw", Fixture, NULL, set_up, test_draw, tear_down);
  g_test_add ("/widgets/drawing-layer/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/widgets/drawing-layer/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/widgets/drawing-layer/reshape", Fixture, NULL, set_up, test_reshape, tear_down);
  g_test_add ("/widgets/drawing-layer/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/widgets/drawing-layer/bar", Fixture, NULL, set_up, test_bar, tear_down);

  return sb_test_screen_run ();
}
