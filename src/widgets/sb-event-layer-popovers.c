/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer-private.h"

#include "sb-event-card.h"
#include "sb-hover-card.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* How long a symbol is looked at before it says what it is. */
#define CARD_DELAY_MS 300

static GdkRectangle
get_rect (SbEventLayer *self,
          const SbEventCluster *cluster)
{
  SbLayerView view = _sb_event_layer_get_view (self);
  SbPoint at = _sb_event_layer_to_widget (&view, cluster->point);
  int reach = (int) sb_event_cluster_get_reach (cluster);

  return (GdkRectangle) { (int) at.x - reach, (int) at.y - reach, 2 * reach, 2 * reach };
}

static SbLanguage
get_language (SbEventLayer *self)
{
  return sb_session_get_language (sb_event_model_get_session (self->model));
}

/* Once, with all that it says: a popover that is shown does not take the size of
 * what is added to it. */
static void
show_card (SbEventLayer *self,
           GPtrArray *evidence)
{
  int number = _sb_event_layer_find_row (self, self->card_row);
  const SbEventCluster *cluster;
  g_autofree char *markup = NULL;
  g_autofree char *text = NULL;
  GdkRectangle rect;
  guint n_clusters;

  if (number < 0 || !self->has_card || self->card_event == NULL)
    return;

  cluster = &_sb_event_layer_get_clusters (self, &n_clusters)[number];
  markup = sb_event_card_markup (self->card_event, evidence, cluster->n_events, get_language (self));
  text = sb_event_card_text (self->card_event, evidence, cluster->n_events, get_language (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  rect = get_rect (self, cluster);
  sb_hover_card_show (SB_HOVER_CARD (self->card), markup, &rect);
}

static void
evidence_loaded_cb (GObject *object,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (SbEventLayer) self = sb_weak_ref_take (user_data);
  g_autoptr (GPtrArray) evidence = sb_event_source_load_evidence_finish (SB_EVENT_SOURCE (object), result, NULL);

  /* What it rests on need not be known to say what it is. */
  if (self != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_card (self, evidence);
}

static void
event_loaded_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbEventLayer) self = sb_weak_ref_take (user_data);
  g_autoptr (GPtrArray) records = sb_event_source_load_records_finish (SB_EVENT_SOURCE (object), result, NULL);

  if (self == NULL || records == NULL || records->len == 0)
    return;

  g_set_object (&self->card_event, g_ptr_array_index (records, 0));
  sb_event_source_load_evidence_async (SB_EVENT_SOURCE (object), sb_record_get_id (self->card_event), self->card_cancellable,
                                       evidence_loaded_cb, sb_weak_ref_new (self));
}

static gboolean
load_card_cb (gpointer data)
{
  SbEventLayer *self = data;
  int number = _sb_event_layer_find_row (self, self->card_row);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_clusters;
  SbEventSpot spot;

  self->card_source = 0;
  if (number < 0 || self->model == NULL)
    return G_SOURCE_REMOVE;

  sb_event_index_get_spot (sb_event_clusters_get_index (self->clusters),
                           _sb_event_layer_get_clusters (self, &n_clusters)[number].row, &spot);
  g_array_append_val (ids, spot.id);
  self->card_cancellable = g_cancellable_new ();
  sb_event_source_load_records_async (sb_event_model_get_source (self->model), ids, self->card_cancellable, event_loaded_cb,
                                      sb_weak_ref_new (self));
  return G_SOURCE_REMOVE;
}

void
_sb_event_layer_look_at (SbEventLayer *self,
                         guint cluster)
{
  guint n_clusters;
  guint row = _sb_event_layer_get_clusters (self, &n_clusters)[cluster].row;

  if (self->has_card && self->card_row == row)
    return;

  _sb_event_layer_look_away (self);
  if (gtk_widget_get_visible (self->popover))
    return;

  self->has_card = TRUE;
  self->card_row = row;
  self->card_source = g_timeout_add (CARD_DELAY_MS, load_card_cb, self);
}

void
_sb_event_layer_look_away (SbEventLayer *self)
{
  g_clear_handle_id (&self->card_source, g_source_remove);
  g_cancellable_cancel (self->card_cancellable);
  g_clear_object (&self->card_cancellable);
  g_clear_object (&self->card_event);
  self->has_card = FALSE;
  if (self->card != NULL)
    sb_hover_card_hide (SB_HOVER_CARD (self->card));
}

void
_sb_event_layer_open_list (SbEventLayer *self,
                           guint cluster)
{
  guint n_clusters;
  const SbEventCluster *shown = &_sb_event_layer_get_clusters (self, &n_clusters)[cluster];
  g_autoptr (GArray) ids = sb_event_clusters_list (self->clusters, cluster);
  g_autofree char *title = g_strdup_printf (ngettext ("%u event here", "%u events here", ids->len), ids->len);
  GdkRectangle rect = get_rect (self, shown);

  sb_event_list_show (self->list, sb_event_model_get_source (self->model), ids, title);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rect);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  sb_event_list_focus (self->list);
}

void
_sb_event_layer_select (SbEventLayer *self,
                        guint cluster)
{
  guint n_clusters;
  guint row = _sb_event_layer_get_clusters (self, &n_clusters)[cluster].row;
  g_autoptr (SbRef) ref = NULL;
  SbEventSpot spot;

  sb_event_index_get_spot (sb_event_clusters_get_index (self->clusters), row, &spot);
  ref = sb_ref_new (SB_KIND_EVENT, spot.id, NULL, NULL);
  sb_session_select (sb_event_model_get_session (self->model), ref);
}

static void
list_done_cb (SbEventLayer *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
_sb_event_layer_make_popovers (SbEventLayer *self)
{
  self->card = sb_hover_card_new ();
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));

  self->popover = gtk_popover_new ();
  self->list = SB_EVENT_LIST (sb_event_list_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->list), 300, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "activated", G_CALLBACK (list_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "closed", G_CALLBACK (list_done_cb), self, G_CONNECT_SWAPPED);
}

void
_sb_event_layer_drop_popovers (SbEventLayer *self)
{
  if (self->card == NULL)
    return;

  _sb_event_layer_look_away (self);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

void
_sb_event_layer_present_popovers (SbEventLayer *self)
{
  sb_hover_card_allocate (SB_HOVER_CARD (self->card), gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_popover_present (GTK_POPOVER (self->popover));
}
