/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-screen.h"

#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-widgets-init.h"
#include "sb-worker.h"

#include <libintl.h>
#include <locale.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

/* Nothing in a test takes as long, even on a machine that does other work, with the
 * sanitizers. */
#define TOO_LONG_SECONDS 120

#ifdef __SANITIZE_ADDRESS__

/* The table of quarks that GLib begins with, which it leaves where it is when it
 * needs a larger one, as it does for a window: bytes. */
#define FIRST_QUARKS (2048 * sizeof (char *))

/* The checker calls it for each block. It keeps the first one of that size, which is that
 * table, from being taken for a leak of ours: nothing but whole stacks tells where it
 * is from, and these make the tests of the window ten times as slow. */
void __sanitizer_malloc_hook (const volatile void *block,
                              gsize size);

void
__sanitizer_malloc_hook (const volatile void *block,
                         gsize size)
{
  static gboolean is_met;

  if (size != FIRST_QUARKS || is_met)
    return;

  is_met = TRUE;
  __lsan_ignore_object ((const void *) block);
}

#endif

void
sb_test_screen_init (int *argc,
                     char ***argv)
{
  g_autofree char *translations = g_build_filename (g_getenv ("SB_BUILD_ROOT"), "po", NULL);

  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "fr", TRUE);
  g_setenv ("SB_CLOCK", "2026-05-20", TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* GLib decides once and for all whether it translates: not in English. */
  g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, "Desk"), ==, "Bureau");
  sb_test_screen_set_language (SB_LANGUAGE_EN);

  adw_init ();
  sb_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
sb_test_screen_set_language (SbLanguage language)
{
  g_setenv ("LANGUAGE", sb_language_get_code (language), TRUE);
  /* gettext looks at the variable again when a domain is set. */
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpint (sb_language_get_interface (), ==, language);
}

void
sb_test_screen_set_dark (gboolean is_dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

void
sb_test_run_main_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
woken_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
sb_test_wait (SbTestCondition is_done,
              gpointer data)
{
  gint64 end = g_get_monotonic_time () + TOO_LONG_SECONDS * G_USEC_PER_SEC;
  /* Behind all else: a condition that takes long to look at would keep the loop from
   * anything that is less urgent. */
  guint source = g_timeout_add_full (G_PRIORITY_LOW, 5, woken_cb, NULL, NULL);

  while (!is_done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (source);
}

gboolean
sb_test_is_true (gpointer data)
{
  return *(gboolean *) data;
}

gboolean
sb_test_is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

gboolean
sb_test_is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer user_data)
{
  gboolean *painted = user_data;

  *painted = TRUE;
}

void
sb_test_wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (widget);
  sb_test_wait (sb_test_is_true, &painted);
  g_signal_handler_disconnect (clock, handler);
}

/* GTK tells nobody but what shows an action whether it is enabled. */
gboolean
sb_test_can_activate (GtkWidget *widget,
                      const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean is_enabled;

  gtk_widget_hide (button);
  gtk_widget_set_parent (button, widget);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  is_enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return is_enabled;
}

typedef struct
{
  GtkWidget *widget;
  const char *action;
} Activation;

static gboolean
is_possible (gpointer data)
{
  const Activation *activation = data;

  return sb_test_can_activate (activation->widget, activation->action);
}

void
sb_test_activate (GtkWidget *widget,
                  const char *action)
{
  Activation activation = { widget, action };

  sb_test_wait (is_possible, &activation);
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

GtkWindow *
sb_test_show (GtkWidget *widget,
              int width,
              int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, widget);
  gtk_widget_show (GTK_WIDGET (window));
  sb_test_wait_for_frame (GTK_WIDGET (window));
  return window;
}

static gboolean
are_gone (gpointer data)
{
  gpointer *objects = data;

  return objects[0] == NULL && objects[1] == NULL;
}

void
sb_test_close (GtkWindow *window)
{
  gpointer objects[2] = { window, gtk_window_get_child (window) };

  g_object_add_weak_pointer (objects[0], &objects[0]);
  if (objects[1] != NULL)
    g_object_add_weak_pointer (objects[1], &objects[1]);

  gtk_window_destroy (window);
  sb_test_wait (are_gone, objects);
}

static gboolean
have_threads_ended (gpointer data)
{
  return sb_worker_count_threads () == 0;
}

int
sb_test_screen_run (void)
{
  int status = g_test_run ();

  sb_test_wait (have_threads_ended, NULL);
  return status;
}

GtkWidget *
sb_test_find (GtkWidget *root,
              GType type,
              SbTestMatch matches,
              gpointer data)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (matches == NULL || matches (root, data)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = sb_test_find (child, type, matches, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
sb_test_find_type (GtkWidget *root,
                   GType type)
{
  return sb_test_find (root, type, NULL, NULL);
}

static gboolean
shows_text (GtkWidget *widget,
            gpointer data)
{
  return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

GtkWidget *
sb_test_find_label (GtkWidget *root,
                    const char *text)
{
  return sb_test_find (root, GTK_TYPE_LABEL, shows_text, (gpointer) text);
}

GtkWidget *
sb_test_find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type) && gtk_widget_get_visible (l->data))
      return l->data;

  return NULL;
}

/* TRUE when a shortcut of the controller did something. */
static gboolean
press_at_controller (GtkWidget *widget,
                     GListModel *shortcuts,
                     const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_strcmp0 (trigger, key) == 0)
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                             gtk_shortcut_get_arguments (shortcut));
    }

  return FALSE;
}

gboolean
sb_test_press (GtkWidget *widget,
               const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) && press_at_controller (widget, G_LIST_MODEL (controller), key))
        return TRUE;
    }

  return FALSE;
}

cairo_surface_t *
sb_test_draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  /* Changes are drawn with the next frame. */
  sb_test_wait_for_frame (widget);
  paintable = gtk_widget_paintable_new (widget);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

double
sb_test_get_lightness (cairo_surface_t *surface)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int i = 0; i < 3; i++)
        sum += data[y * stride + x * 4 + i];

  return sum / (255.0 * 3 * width * height);
}

SbRecord *
sb_test_event_new (gint64 id,
                   const char *fr,
                   const char *en,
                   const char *edtf,
                   double longitude,
                   double latitude)
{
  SbRecordBuilder *event = sb_record_builder_new (&sb_event_schema);
  SbRecordBuilder *place = sb_record_builder_new (&sb_event_place_schema);
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  sb_record_builder_set_real (place, SB_EVENT_PLACE_LONGITUDE, longitude);
  sb_record_builder_set_real (place, SB_EVENT_PLACE_LATITUDE, latitude);
  sb_record_builder_set_id (event, id);
  sb_record_builder_set_words (event, SB_EVENT_TITLE, fr, en);
  sb_record_builder_set_term (event, SB_EVENT_TYPE, SB_EVENT_TYPE_BATTLE);
  sb_record_builder_set_date (event, SB_EVENT_DATE, date);
  sb_record_builder_take_item (event, SB_EVENT_PLACES, sb_record_builder_end (place));
  return sb_record_builder_end (event);
}
