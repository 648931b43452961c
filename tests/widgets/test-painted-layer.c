/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-painted-layer.h"

#include "sb-test-screen.h"

#include <shumate/shumate.h>

/* A layer that counts how often it is drawn. */
#define TEST_TYPE_LAYER (test_layer_get_type ())

G_DECLARE_FINAL_TYPE (TestLayer, test_layer, TEST, LAYER, SbPaintedLayer)

struct _TestLayer
{
  SbPaintedLayer parent_instance;

  guint n_drawn;
};

G_DEFINE_FINAL_TYPE (TestLayer, test_layer, SB_TYPE_PAINTED_LAYER)

static void
test_layer_snapshot (GtkWidget *widget,
                     GtkSnapshot *snapshot)
{
  TEST_LAYER (widget)->n_drawn++;
  GTK_WIDGET_CLASS (test_layer_parent_class)->snapshot (widget, snapshot);
}

static void
test_layer_class_init (TestLayerClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = test_layer_snapshot;
}

static void
test_layer_init (TestLayer *self)
{
}

typedef struct
{
  TestLayer *layer;
  guint n_pictures;
  guint n_drawn; /* when the last one came */
} Seen;

static void
painted_cb (SbPaintedLayer *layer,
            Seen *seen)
{
  seen->n_pictures++;
  seen->n_drawn = seen->layer->n_drawn;
}

/* In the worker. */
static void
paint (cairo_t *cr,
       const SbMapFrame *frame,
       gpointer data)
{
  cairo_set_source_rgb (cr, GPOINTER_TO_INT (data), 0, 0);
  cairo_paint (cr);
}

static gboolean
has_first (gpointer data)
{
  return ((Seen *) data)->n_pictures == 1;
}

static gboolean
has_second (gpointer data)
{
  return ((Seen *) data)->n_pictures == 2;
}

static gboolean
is_redrawn (gpointer data)
{
  const Seen *seen = data;

  return seen->layer->n_drawn > seen->n_drawn;
}

/* What has changed is painted at once, and not behind a frame in which there is nothing
 * new; one that is not seen is not painted at all. */
static void
test_at_once (void)
{
  ShumateSimpleMap *map = SHUMATE_SIMPLE_MAP (g_object_ref_sink (shumate_simple_map_new ()));
  g_autoptr (ShumateMapSourceRegistry) registry = shumate_map_source_registry_new_with_defaults ();
  ShumateMapSource *source = shumate_map_source_registry_get_by_id (registry, SHUMATE_MAP_SOURCE_OSM_MAPNIK);
  ShumateViewport *viewport = shumate_simple_map_get_viewport (map);
  TestLayer *layer = g_object_new (TEST_TYPE_LAYER, "viewport", viewport, NULL);
  Seen seen = { layer, 0, 0 };
  GtkWindow *window;
  guint n_drawn;

  /* The size of its world; no tile of it is asked for. */
  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_simple_map_add_overlay_layer (map, SHUMATE_LAYER (layer));
  g_signal_connect (layer, "painted", G_CALLBACK (painted_cb), &seen);
  window = sb_test_show (GTK_WIDGET (map), 300, 200);
  sb_painted_layer_set_painter (SB_PAINTED_LAYER (layer), paint, GINT_TO_POINTER (0), NULL);
  sb_test_wait (has_first, &seen);
  sb_test_wait (is_redrawn, &seen);

  n_drawn = layer->n_drawn;
  sb_painted_layer_set_painter (SB_PAINTED_LAYER (layer), paint, GINT_TO_POINTER (1), NULL);
  sb_test_wait (has_second, &seen);
  g_assert_cmpuint (seen.n_drawn, ==, n_drawn);
  sb_test_wait (is_redrawn, &seen);

  gtk_widget_set_visible (GTK_WIDGET (layer), FALSE);
  sb_painted_layer_set_painter (SB_PAINTED_LAYER (layer), paint, GINT_TO_POINTER (0), NULL);
  sb_test_wait_for_frame (GTK_WIDGET (map));
  sb_test_run_main_loop ();
  g_assert_cmpuint (seen.n_pictures, ==, 2);

  g_object_unref (map);
  sb_test_close (window);
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/painted-layer/at-once", test_at_once);

  return sb_test_screen_run ();
}
