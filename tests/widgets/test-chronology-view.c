/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-chronology-view.h"

#include "sb-record-builder.h"
#include "sb-restriction.h"
#include "sb-test-event-source.h"
#include "sb-test-screen.h"

#include <string.h>

typedef struct
{
  SbTestEventSource *source; /* (owned) */
  SbSession *session; /* (owned) */
  SbEventModel *model; /* (owned) */
  SbChronologyView *view;
  GtkWindow *window;
  GArray *chosen; /* (owned) (nullable) what was chosen last */
} Fixture;

static int
parse_day (const char *text)
{
  int day = 0;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

static void
chosen_cb (Fixture *fixture,
           GArray *ids,
           const char *title)
{
  g_clear_pointer (&fixture->chosen, g_array_unref);
  fixture->chosen = g_array_ref (ids);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  static const char *const dates[] = { "2025-09-03", "2025-09-03", "2025-10-01", "2025-11-20" };
  g_autoptr (SbChronology) chronology = NULL;

  fixture->source = sb_test_event_source_new ();
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (SbRecord) event = sb_test_event_new (i + 1, "Attaque", "Attack", dates[i], -8, 12);

      sb_test_event_source_add (fixture->source, event);
    }
  sb_test_event_source_publish (fixture->source);
  fixture->session = sb_session_new ();
  sb_session_set_period (fixture->session, parse_day ("2025-09-01"), parse_day ("2025-12-31"));
  sb_session_set_as_of (fixture->session, parse_day ("2025-12-31"));
  fixture->model = sb_event_model_new (SB_EVENT_SOURCE (fixture->source), fixture->session);
  chronology = sb_chronology_new (&(SbChronologyInput) { .order = SB_CHRONOLOGY_TYPES, .index = sb_event_model_get_index (fixture->model) });
  fixture->view = SB_CHRONOLOGY_VIEW (sb_chronology_view_new ());
  sb_chronology_view_set_model (fixture->view, fixture->model);
  sb_chronology_view_set_chronology (fixture->view, chronology);
  g_signal_connect_swapped (fixture->view, "events-chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = sb_test_show (GTK_WIDGET (fixture->view), 800, 300);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_test_close (fixture->window);
  g_clear_pointer (&fixture->chosen, g_array_unref);
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->source);
}

static void
press (Fixture *fixture,
       const char *key)
{
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), key));
}

static gint64
get_selected (Fixture *fixture)
{
  SbRef *selection = sb_session_get_selection (fixture->session);

  return selection != NULL ? sb_ref_get_id (selection) : 0;
}

/* One lane for each of so many actors, each in one event or two. */
static SbChronology *
make_actors (Fixture *fixture,
             guint n)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (SbChronologyPair));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Groupe %u", i + 1);
      g_autoptr (SbBilingual) bilingual = sb_bilingual_new (name, name);

      g_ptr_array_add (refs, sb_ref_new (SB_KIND_ACTOR, 1001 + i, NULL, bilingual));
      for (guint j = 0; j <= i % 2; j++)
        g_array_append_val (pairs, ((const SbChronologyPair[]) { { 1 + (i + j) % 4, 1001 + i } })[0]);
    }

  return sb_chronology_new (&(SbChronologyInput) {
    .order = SB_CHRONOLOGY_ACTORS,
    .index = sb_event_model_get_index (fixture->model),
    .pairs = pairs,
    .refs = refs,
  });
}

static gboolean
is_same_picture (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

typedef struct
{
  GtkWidget *view;
  double lightness; /* without titles */
} Titles;

static gboolean
has_titles (gpointer data)
{
  Titles *titles = data;
  cairo_surface_t *drawn = sb_test_draw (titles->view);
  double lightness = sb_test_get_lightness (drawn);

  cairo_surface_destroy (drawn);
  if (titles->lightness == 0)
    titles->lightness = lightness;
  return lightness < titles->lightness;
}

/* Going through the lanes moves what was painted and paints the rest: it looks as what
 * is painted anew. */
static void
test_scrolled (Fixture *fixture,
               gconstpointer data)
{
  static const double scrolls[] = { 0, 37, 38, 250, 203, 0, 700, 690 };
  g_autoptr (SbChronology) actors = make_actors (fixture, 40);
  GtkAdjustment *adjustment = sb_chronology_view_get_vadjustment (fixture->view);
  Titles titles = { GTK_WIDGET (fixture->view), 0 };
  int as_of = sb_session_get_as_of (fixture->session);

  sb_chronology_view_set_chronology (fixture->view, actors);
  sb_test_wait (has_titles, &titles);
  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    {
      cairo_surface_t *moved;
      cairo_surface_t *painted;

      gtk_adjustment_set_value (adjustment, scrolls[i]);
      moved = sb_test_draw (GTK_WIDGET (fixture->view));
      sb_session_set_as_of (fixture->session, as_of - 30);
      painted = sb_test_draw (GTK_WIDGET (fixture->view));
      g_assert_false (is_same_picture (moved, painted));
      cairo_surface_destroy (painted);
      sb_session_set_as_of (fixture->session, as_of);
      painted = sb_test_draw (GTK_WIDGET (fixture->view));
      g_assert_true (is_same_picture (moved, painted));
      cairo_surface_destroy (painted);
      cairo_surface_destroy (moved);
    }
}

/* Along a lane by symbols: the two of one day are one, which are told. */
static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  press (fixture, "Down");
  press (fixture, "End");
  press (fixture, "Return");
  g_assert_cmpint (get_selected (fixture), ==, 4);

  press (fixture, "Left");
  press (fixture, "Return");
  g_assert_cmpint (get_selected (fixture), ==, 3);
  g_assert_null (fixture->chosen);

  press (fixture, "Left");
  press (fixture, "Return");
  g_assert_nonnull (fixture->chosen);
  g_assert_cmpuint (fixture->chosen->len, ==, 2);
  g_assert_cmpint (g_array_index (fixture->chosen, gint64, 0), ==, 2);

  press (fixture, "Home");
  for (guint i = 0; i < 12; i++)
    press (fixture, "plus");
  press (fixture, "Return");
  g_assert_cmpint (get_selected (fixture), ==, 1);
  press (fixture, "Right");
  press (fixture, "Return");
  g_assert_cmpint (get_selected (fixture), ==, 2);
}

/* It goes to another period, and back to it by a key. */
static void
test_period (Fixture *fixture,
             gconstpointer data)
{
  double before;
  double shown;

  sb_test_wait_for_frame (GTK_WIDGET (fixture->view));
  before = sb_chronology_view_get_scale (fixture->view).per_day;
  sb_session_set_period (fixture->session, parse_day ("2025-09-01"), parse_day ("2025-09-30"));
  shown = sb_chronology_view_get_scale (fixture->view).per_day;
  g_assert_cmpfloat (shown, >, before * 3);

  press (fixture, "minus");
  g_assert_cmpfloat (sb_chronology_view_get_scale (fixture->view).per_day, <, shown);
  press (fixture, "0");
  g_assert_cmpfloat_with_epsilon (sb_chronology_view_get_scale (fixture->view).per_day, shown, 1e-6);
}

/* A chronology of the types, with a blockade of some days. */
static SbChronology *
make_blockade (Fixture *fixture,
               const char *since,
               const char *until)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  g_autoptr (SbDate) first = sb_date_new (since, NULL);
  g_autoptr (SbDate) last = sb_date_new (until, NULL);
  g_autoptr (GPtrArray) lasting = g_ptr_array_new_with_free_func (g_object_unref);

  sb_record_builder_set_id (builder, 51);
  sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, "Blocus", "Blockade");
  sb_record_builder_set_date (builder, SB_RESTRICTION_SINCE, first);
  sb_record_builder_set_date (builder, SB_RESTRICTION_UNTIL, last);
  g_ptr_array_add (lasting, sb_record_builder_end (builder));
  return sb_chronology_new (&(SbChronologyInput) {
    .order = SB_CHRONOLOGY_TYPES,
    .index = sb_event_model_get_index (fixture->model),
    .lasting = lasting,
  });
}

/* What lasts and the keyboard is at stays in view however near one goes. */
static void
test_zoom_at_bar (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (SbChronology) chronology = make_blockade (fixture, "2025-09-05", "2025-09-09");
  SbChronologyScale scale;

  sb_chronology_view_set_chronology (fixture->view, chronology);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->view));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press (fixture, "Down");
  press (fixture, "Return");
  g_assert_cmpint (get_selected (fixture), ==, 51);
  for (guint i = 0; i < 8; i++)
    press (fixture, "plus");

  scale = sb_chronology_view_get_scale (fixture->view);
  g_assert_cmpfloat (sb_chronology_scale_get_position (&scale, parse_day ("2025-09-10")), >, 0);
  g_assert_cmpfloat (sb_chronology_scale_get_position (&scale, parse_day ("2025-09-05")), <, 800);
}

/* What is in view, the newest first; and no more when it is zoomed to some of it. */
static void
test_in_view (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) some = NULL;

  sb_test_wait_for_frame (GTK_WIDGET (fixture->view));
  all = sb_chronology_view_list_in_view (fixture->view);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpint (g_array_index (all, gint64, 0), ==, 4);

  sb_session_set_period (fixture->session, parse_day ("2025-09-25"), parse_day ("2025-10-05"));
  some = sb_chronology_view_list_in_view (fixture->view);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpint (g_array_index (some, gint64, 0), ==, 3);
}

static void
moved_cb (guint *n_moves)
{
  (*n_moves)++;
}

/* Whoever lists what is in view is told when that changes. */
static void
test_moved (Fixture *fixture,
            gconstpointer data)
{
  guint n_moves = 0;

  sb_test_wait_for_frame (GTK_WIDGET (fixture->view));
  g_signal_connect_swapped (fixture->view, "moved", G_CALLBACK (moved_cb), &n_moves);
  press (fixture, "minus");
  g_assert_cmpuint (n_moves, ==, 1);
  sb_session_set_period (fixture->session, parse_day ("2025-09-25"), parse_day ("2025-10-05"));
  /* Its first day and its last one. */
  g_assert_cmpuint (n_moves, ==, 3);
  g_signal_handlers_disconnect_by_func (fixture->view, moved_cb, &n_moves);
}

/* Light on dark and dark on light: the look is followed. */
static void
test_look (Fixture *fixture,
           gconstpointer data)
{
  cairo_surface_t *picture = sb_test_draw (GTK_WIDGET (fixture->view));
  double lightness = sb_test_get_lightness (picture);

  g_assert_cmpfloat (lightness, >, 0.8);
  g_assert_cmpfloat (lightness, <, 0.999);
  cairo_surface_destroy (picture);
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);

  g_test_add ("/widgets/chronology-view/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/widgets/chronology-view/scrolled", Fixture, NULL, set_up, test_scrolled, tear_down);
  g_test_add ("/widgets/chronology-view/period", Fixture, NULL, set_up, test_period, tear_down);
  g_test_add ("/widgets/chronology-view/in-view", Fixture, NULL, set_up, test_in_view, tear_down);
  g_test_add ("/widgets/chronology-view/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/widgets/chronology-view/zoom-at-bar", Fixture, NULL, set_up, test_zoom_at_bar, tear_down);
  g_test_add ("/widgets/chronology-view/look", Fixture, NULL, set_up, test_look, tear_down);

  return sb_test_screen_run ();
}
