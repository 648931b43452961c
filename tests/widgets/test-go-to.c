/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-go-to.h"

#include "sb-test-screen.h"

#include <string.h>

typedef struct
{
  GtkWidget *widget; /* (not owned) of window */
  GtkWindow *window;
  char *name; /* (owned) (nullable): what was chosen */
  double latitude;
  double width; /* of what is to be in view, in degrees */
} Fixture;

static void
chosen_cb (Fixture *fixture,
           const char *name,
           const SbBounds *bounds,
           double latitude,
           double longitude,
           SbRef *ref)
{
  g_free (fixture->name);
  fixture->name = g_strdup (name);
  fixture->latitude = latitude;
  fixture->width = bounds->east - bounds->west;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new (NULL);
  g_autoptr (SbPlaceFinder) finder = sb_place_finder_new (SB_LANGUAGE_EN, shapes);
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (NULL);

  sb_test_screen_set_language (SB_LANGUAGE_EN);
  sb_place_finder_add_gazetteer (finder, gazetteer);
  sb_place_finder_finish (finder);
  fixture->widget = sb_go_to_new ();
  fixture->window = sb_test_show (fixture->widget, 400, 400);
  sb_go_to_set_finder (SB_GO_TO (fixture->widget), finder);
  g_signal_connect_swapped (fixture->widget, "chosen", G_CALLBACK (chosen_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_test_close (fixture->window);
  g_free (fixture->name);
}

/* What is typed, and where Enter leads, NULL for nowhere; and how many degrees are in
 * view then: those of a country are its own, from west to east. */
static const struct
{
  const char *text;
  const char *name;
  double latitude;
  double width;
} cases[] = {
  { "kida", "Kidal", 18.44, 0.4 },
  { "timb", "Timbuktu", 16.77, 0.4 },
  { "mali", "Mali", 18.6, 16.5 },
  { "gambia", "Gambia", 13.5, 3 },
  { "14.45, -11.43", "14.45° N, 11.43° W", 14.45, 0.16 },
  { "xyzzy", NULL, 0, 0 },
  { "", NULL, 0, 0 },
};

static gboolean
has_label (GtkWidget *widget,
           gpointer text)
{
  return gtk_widget_get_visible (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static void
test_choose (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *entry = sb_test_find_type (fixture->widget, GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_clear_pointer (&fixture->name, g_free);
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].text);
      g_signal_emit_by_name (entry, "search-changed");
      g_signal_emit_by_name (entry, "activate");
      g_test_message ("“%s”: %s", cases[i].text, fixture->name != NULL ? fixture->name : "nowhere");
      g_assert_cmpstr (fixture->name, ==, cases[i].name);
      g_assert_true ((sb_test_find (fixture->widget, GTK_TYPE_LABEL, has_label, (gpointer) "No place is called") != NULL) ==
                     (cases[i].name == NULL && *cases[i].text != '\0'));
      if (cases[i].name == NULL)
        continue;

      g_test_message ("at %.2f, %.2f wide", fixture->latitude, fixture->width);
      g_assert_cmpfloat_with_epsilon (fixture->latitude, cases[i].latitude, 1);
      g_assert_cmpfloat_with_epsilon (fixture->width, cases[i].width, 0.1 * cases[i].width);
    }
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);
  g_test_add ("/widgets/go-to/choose", Fixture, NULL, set_up, test_choose, tear_down);

  return sb_test_screen_run ();
}
