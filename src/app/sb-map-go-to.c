/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-go-to.h"

#include "sb-go-to.h"
#include "sb-worker.h"

#include <glib/gi18n.h>
#include <shumate/shumate.h>

/* How long the place is marked, in milliseconds, and how large, in logical pixels. */
#define MARK_MS   3000
#define MARK_SIZE 36

typedef struct
{
  SbSession *session; /* (owned) */
  SbMoment *moment; /* (owned) */
  GListModel *places; /* (owned) (nullable) (element-type SbRecord) once it was opened */
  SbWorker *worker; /* (owned) reads the gazetteer */
  SbMapView *view; /* (not owned) it owns this */
  ShumateMarkerLayer *marks; /* (not owned) of view */
  GtkWidget *card; /* (not owned) of view */
  GtkToggleButton *button; /* (not owned) of view */
  gboolean is_outdated; /* the places are others than those that were read */
  guint mark_source;
} Attachment;

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;

  g_clear_handle_id (&attachment->mark_source, g_source_remove);
  if (attachment->places != NULL)
    g_signal_handlers_disconnect_by_data (attachment->places, attachment);
  g_clear_object (&attachment->places);
  g_object_unref (attachment->session);
  g_object_unref (attachment->moment);
  g_object_unref (attachment->worker);
  g_free (attachment);
}

/* Run in the worker. */
static void
read_places (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  GPtrArray *places = task_data;
  /* Without shapes the map goes about as far as the kind of a place does. */
  g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new (NULL);
  SbPlaceFinder *finder = sb_place_finder_new (sb_language_get_interface (), shapes);
  /* A gazetteer that is damaged is none: the places of the catalogue are still found. */
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (NULL);

  for (guint i = 0; i < places->len; i++)
    sb_place_finder_add_record (finder, g_ptr_array_index (places, i));
  sb_place_finder_add_gazetteer (finder, gazetteer);
  sb_place_finder_finish (finder);
  g_task_return_pointer (task, finder, (GDestroyNotify) sb_place_finder_unref);
}

static void
places_read_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SbPlaceFinder) finder = g_task_propagate_pointer (G_TASK (result), NULL);

  if (finder != NULL)
    sb_go_to_set_finder (SB_GO_TO (object), finder);
}

/* Reads the places anew. */
static void
read_anew (Attachment *attachment)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTask) task = NULL;

  attachment->is_outdated = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (attachment->places); i++)
    {
      g_autoptr (SbRecord) place = g_list_model_get_item (attachment->places, i);

      if (sb_record_get_kind (place) == SB_KIND_PLACE)
        g_ptr_array_add (places, g_steal_pointer (&place));
    }
  task = g_task_new (attachment->card, NULL, places_read_cb, NULL);
  g_task_set_source_tag (task, read_anew);
  g_task_set_task_data (task, g_steal_pointer (&places), (GDestroyNotify) g_ptr_array_unref);
  sb_worker_push (attachment->worker, task, G_PRIORITY_DEFAULT, read_places);
}

static void
places_changed_cb (Attachment *attachment)
{
  attachment->is_outdated = TRUE;
  if (gtk_widget_get_visible (attachment->card))
    read_anew (attachment);
}

/* It is opened: only now the places are asked for. */
static void
prepare (Attachment *attachment)
{
  if (attachment->places == NULL)
    {
      attachment->places = g_object_ref (sb_moment_get_places (attachment->moment));
      g_signal_connect_swapped (attachment->places, "items-changed", G_CALLBACK (places_changed_cb), attachment);
    }
  if (attachment->is_outdated)
    read_anew (attachment);
}

static gboolean
unmark (gpointer data)
{
  Attachment *attachment = data;

  attachment->mark_source = 0;
  shumate_marker_layer_remove_all (attachment->marks);
  return G_SOURCE_REMOVE;
}

static void
mark (Attachment *attachment,
      double latitude,
      double longitude)
{
  ShumateMarker *marker = shumate_marker_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("mark-location-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (icon), MARK_SIZE);
  gtk_widget_add_css_class (icon, "go-to-mark");
  shumate_marker_set_child (marker, icon);
  shumate_location_set_location (SHUMATE_LOCATION (marker), latitude, longitude);
  shumate_marker_layer_remove_all (attachment->marks);
  shumate_marker_layer_add_marker (attachment->marks, marker);
  g_clear_handle_id (&attachment->mark_source, g_source_remove);
  attachment->mark_source = g_timeout_add (MARK_MS, unmark, attachment);
}

static void
chosen_cb (Attachment *attachment,
           const char *name,
           const SbBounds *bounds,
           double latitude,
           double longitude,
           SbRef *ref)
{
  sb_map_view_go_to_bounds (attachment->view, bounds);
  mark (attachment, latitude, longitude);
  if (ref != NULL)
    sb_session_select (attachment->session, ref);
  gtk_toggle_button_set_active (attachment->button, FALSE);
}

static void
toggled_cb (Attachment *attachment)
{
  gboolean is_open = gtk_toggle_button_get_active (attachment->button);

  gtk_widget_set_visible (attachment->card, is_open);
  if (!is_open)
    {
      sb_map_view_focus_events (attachment->view);
      return;
    }

  prepare (attachment);
  sb_go_to_focus (SB_GO_TO (attachment->card));
}

static void
closed_cb (Attachment *attachment)
{
  gtk_toggle_button_set_active (attachment->button, FALSE);
}

/* Open already, it gets the keyboard. */
static gboolean
go_to_cb (GtkWidget *widget,
          GVariant *parameter,
          gpointer user_data)
{
  Attachment *attachment = g_object_get_data (G_OBJECT (widget), "sb-map-go-to");

  if (gtk_toggle_button_get_active (attachment->button))
    sb_go_to_focus (SB_GO_TO (attachment->card));
  else
    gtk_toggle_button_set_active (attachment->button, TRUE);
  return TRUE;
}

static void
add_key (Attachment *attachment)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  /* Wherever on the page the keyboard is. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_g, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (go_to_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (attachment->view), keys);
}

static void
add_widgets (Attachment *attachment)
{
  ShumateMap *map = sb_map_view_get_map (attachment->view);
  const char *name = _ ("Go to a place");

  attachment->marks = shumate_marker_layer_new (shumate_map_get_viewport (map));
  gtk_widget_set_can_target (GTK_WIDGET (attachment->marks), FALSE);
  shumate_map_add_layer (map, SHUMATE_LAYER (attachment->marks));

  attachment->card = sb_go_to_new ();
  gtk_widget_set_halign (attachment->card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (attachment->card, GTK_ALIGN_START);
  gtk_widget_set_margin_top (attachment->card, 12);
  gtk_widget_set_visible (attachment->card, FALSE);
  sb_map_view_add_card (attachment->view, attachment->card);

  attachment->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (attachment->button), "find-location-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (attachment->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (attachment->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  sb_map_view_add_button (attachment->view, GTK_WIDGET (attachment->button));
}

void
sb_map_go_to_attach (SbSession *session,
                     SbMoment *moment,
                     SbMapView *view)
{
  Attachment *attachment;

  g_return_if_fail (SB_IS_SESSION (session));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  attachment = g_new0 (Attachment, 1);
  attachment->session = g_object_ref (session);
  attachment->moment = g_object_ref (moment);
  attachment->worker = sb_worker_new ("go-to");
  attachment->view = view;
  attachment->is_outdated = TRUE;
  add_widgets (attachment);
  add_key (attachment);
  g_object_set_data_full (G_OBJECT (view), "sb-map-go-to", attachment, attachment_free);

  g_signal_connect_swapped (attachment->button, "toggled", G_CALLBACK (toggled_cb), attachment);
  g_signal_connect_swapped (attachment->card, "chosen", G_CALLBACK (chosen_cb), attachment);
  g_signal_connect_swapped (attachment->card, "closed", G_CALLBACK (closed_cb), attachment);
}
