/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-export.h"

#include "sb-file-export.h"
#include "sb-test-desk.h"
#include "sb-test-screen.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <poppler.h>

/* What is handed on of the sample dossier is what its map shows. */

typedef struct
{
  gboolean is_done;
  GError *error; /* (owned) (nullable) */
} Outcome;

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Outcome *outcome = user_data;

  sb_file_export_finish (SB_CONTEXT (object), result, &outcome->error);
  outcome->is_done = TRUE;
}

static char *
export_to (SbContext *context,
           SbSession *session,
           const char *name)
{
  SbMapInView view = { .bounds = { -20, 5, 25, 28 }, .layers = SB_MAP_LAYERS_ALL };
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  Outcome outcome = { 0 };
  char *text = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    view.opacities[i] = 1;
  sb_map_export_async (context, session, &view, NULL, 0, path, exported_cb, &outcome);
  sb_test_wait (sb_test_is_true, &outcome.is_done);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  return text;
}

/* How many events there are in the GeoJSON; all of them must be of @type (nullable) and
 * with so many deaths. */
static guint
count_events (const char *text,
              const char *type,
              gint64 min_fatalities)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *features;
  guint n_events = 0;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  features = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "features");
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *properties = json_object_get_object_member (json_array_get_object_element (features, i), "properties");

      if (g_strcmp0 (json_object_get_string_member (properties, "kind"), "event") != 0)
        continue;
      n_events++;
      if (type != NULL)
        g_assert_cmpstr (json_object_get_string_member (properties, "type"), ==, type);
      if (min_fatalities > 0)
        g_assert_cmpint (json_object_get_int_member_with_default (properties, "fatalities_high", json_object_get_int_member_with_default (properties, "fatalities_low", 0)),
                         >=, min_fatalities);
    }

  return n_events;
}

static guint
count_lines (const char *text)
{
  guint n_lines = 0;

  for (const char *at = text; *at != '\0'; at++)
    n_lines += *at == '\n';

  return n_lines;
}

static void
test_filter (void)
{
  SbApplication *application = sb_test_desk_start ();
  SbContext *context = sb_application_get_context (application);
  g_autoptr (SbSession) session = sb_session_new ();
  g_autofree char *all = NULL;
  g_autofree char *all_rows = NULL;
  g_autofree char *battles = NULL;
  g_autofree char *battle_rows = NULL;
  g_autofree char *deadly = NULL;
  guint n_all;
  guint n_battles;

  sb_session_set_period (session, sb_day_from_ymd (2025, 1, 1), sb_day_from_ymd (2026, 5, 20));
  sb_session_set_as_of (session, sb_day_from_ymd (2026, 5, 20));
  all = export_to (context, session, "map.geojson");
  all_rows = export_to (context, session, "map.csv");
  sb_session_set_event_types (session, 1u << SB_EVENT_TYPE_BATTLE);
  battles = export_to (context, session, "map.geojson");
  battle_rows = export_to (context, session, "map.csv");
  sb_session_set_min_fatalities (session, 10);
  deadly = export_to (context, session, "map.geojson");

  n_all = count_events (all, NULL, 0);
  n_battles = count_events (battles, "battle", 0);
  g_assert_cmpuint (n_battles, >, 0);
  g_assert_cmpuint (n_battles, <, n_all);
  g_assert_cmpuint (count_lines (battle_rows), <, count_lines (all_rows));
  g_assert_cmpuint (count_events (deadly, "battle", 10), <, n_battles);
  sb_test_desk_stop (application);
}

static void
assert_way (const char *path,
            gboolean is_cut)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);
  PopplerPage *page;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  text = g_strdelimit (poppler_page_get_text (page), "\n", ' ');
  g_assert_nonnull (strstr (text, "Start of the way"));
  g_assert_cmpint (strstr (text, "Usual way by road, which is cut") != NULL, ==, is_cut);
  g_object_unref (page);
  g_object_unref (document);
}

/* The way in view is that of one day: maps of several have each its own. */
static void
test_way (void)
{
  static const SbPosition ends[] = { { -17.44, 14.69 }, { -8, 12.65 } };
  const int days[] = { sb_day_from_ymd (2025, 6, 1), sb_day_from_ymd (2025, 9, 10) };
  SbApplication *application = sb_test_desk_start ();
  SbContext *context = sb_application_get_context (application);
  g_autoptr (SbSession) session = sb_session_new ();
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  g_autoptr (SbMapWay) way = NULL;
  SbMapInView view = { .bounds = { -20, 5, 25, 28 }, .layers = SB_MAP_LAYERS_ALL };
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "way.pdf", NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_array_append_vals (line, ends, G_N_ELEMENTS (ends));
  way = sb_map_way_new (line, SB_MAP_WAY_CUT, &ends[0], &ends[1], NULL);
  view.way = way;
  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    view.opacities[i] = 1;
  for (guint n_days = 0; n_days <= G_N_ELEMENTS (days); n_days += G_N_ELEMENTS (days))
    {
      Outcome outcome = { 0 };

      sb_map_export_async (context, session, &view, days, n_days, path, exported_cb, &outcome);
      sb_test_wait (sb_test_is_true, &outcome.is_done);
      g_assert_no_error (outcome.error);
      assert_way (path, n_days == 0);
      g_unlink (path);
    }
  sb_test_desk_stop (application);
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);

  g_test_add_func ("/app/map-export/filter", test_filter);
  g_test_add_func ("/app/map-export/way", test_way);

  return sb_test_screen_run ();
}
