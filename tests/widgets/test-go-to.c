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
  int kind;
} Fixture;

static void
chosen_cb (Fixture *fixture,
           const char *name,
           double latitude,
           double longitude,
           int kind,
           SbRef *ref)
{
  g_free (fixture->name);
  fixture->name = g_strdup (name);
  fixture->latitude = latitude;
  fixture->kind = kind;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbPlaceFinder) finder = sb_place_finder_new (SB_LANGUAGE_EN);
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

/* What is typed, and where Enter leads; NULL for nowhere. */
static const struct
{
  const char *text;
  const char *name;
  double latitude;
  int kind;
} cases[] = {
  { "kida", "Kidal", 18.44, SB_PLACE_KIND_TOWN },
  { "timb", "Timbuktu", 16.77, SB_PLACE_KIND_TOWN },
  { "14.45, -11.43", "14.45° N, 11.43° W", 14.45, -1 },
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

      g_assert_cmpfloat_with_epsilon (fixture->latitude, cases[i].latitude, 0.05);
      g_assert_cmpint (fixture->kind, ==, cases[i].kind);
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
