/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-drawing.h"

#include "sb-drawing-bar.h"
#include "sb-drawing-dialog.h"
#include "sb-error-text.h"
#include "sb-evidence.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* A map that can be drawn on. */
typedef struct
{
  SbCatalogue *catalogue; /* (owned) */
  SbSession *session; /* (owned) */
  SbMapView *view; /* (not owned) it owns this */
  SbDrawingLayer *layer; /* (not owned) of view */
  GtkWidget *bar; /* (not owned) of view */
  GtkToggleButton *button; /* (not owned) of view */
  GListModel *drawings; /* (owned) */
} Attachment;

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;

  g_signal_handlers_disconnect_by_data (attachment->drawings, attachment);
  g_object_unref (attachment->drawings);
  g_object_unref (attachment->catalogue);
  g_object_unref (attachment->session);
  g_free (attachment);
}

static void
show_message (SbMapView *view,
              const char *action,
              const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (view), action, "s", message);
}

/* What was shown as it was moved to is shown as it is stored. */
static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbMapView) view = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error) || view == NULL)
    return;

  reason = sb_error_text (error, sb_language_get_interface ());
  sb_drawing_layer_give_up (sb_map_view_get_drawings (view));
  show_message (view, "win.show-message", reason);
}

static void
dialog_done_cb (SbMapView *view,
                const char *message)
{
  show_message (view, "win.show-undoable", message);
}

/* It was kept or given up: the next one begins anew. */
static void
dialog_closed_cb (SbMapView *view)
{
  SbDrawingLayer *layer = sb_map_view_get_drawings (view);

  if (sb_drawing_layer_get_tool (layer) != SB_DRAWING_TOOL_SELECT)
    sb_drawing_layer_give_up (layer);
  if (sb_drawing_layer_get_tool (layer) != SB_DRAWING_TOOL_NONE)
    gtk_widget_grab_focus (GTK_WIDGET (layer));
}

static void
ask (Attachment *attachment,
     SbRecord *drawing)
{
  SbDrawingDialog *dialog =
    sb_drawing_dialog_new (attachment->catalogue, drawing, sb_session_get_as_of (attachment->session));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (attachment->view))));
  /* However it goes: what was kept closes it without a request. */
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (dialog_closed_cb), attachment->view, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "done", G_CALLBACK (dialog_done_cb), attachment->view, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
drawn_cb (Attachment *attachment)
{
  g_autoptr (SbRecord) draft = sb_drawing_layer_dup_draft (attachment->layer);

  if (draft != NULL)
    ask (attachment, draft);
}

static void
opened_cb (Attachment *attachment,
           SbRecord *drawing)
{
  ask (attachment, drawing);
}

static void
reshaped_cb (Attachment *attachment,
             SbRecord *before,
             SbRecord *drawing)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Move a point of a drawing"));

  sb_change_set_put_edit (changes, before, drawing);
  sb_catalogue_write_async (attachment->catalogue, changes, NULL, stored_cb, sb_weak_ref_new (attachment->view));
}

static void
removed_cb (Attachment *attachment,
            SbRecord *drawing)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Remove a drawing"));
  g_autoptr (SbRef) ref = sb_record_dup_ref (drawing);
  /* Translators: the title of a drawing. */
  g_autofree char *message = g_strdup_printf (_ ("“%s” removed"), sb_record_get_title (drawing, sb_language_get_interface ()));

  sb_change_set_remove (changes, ref);
  sb_drawing_layer_select (attachment->layer, NULL);
  sb_catalogue_write_async (attachment->catalogue, changes, NULL, stored_cb, sb_weak_ref_new (attachment->view));
  show_message (attachment->view, "win.show-undoable", message);
}

static void
shown_cb (Attachment *attachment,
          SbRecord *drawing)
{
  SbBounds bounds = sb_bounds_empty ();

  for (guint i = 0; i < sb_record_get_n_items (drawing, SB_DRAWING_POINTS); i++)
    {
      SbRecord *item = sb_record_get_item (drawing, SB_DRAWING_POINTS, i);
      SbPosition position = { sb_record_get_real (item, SB_DRAWING_POINT_LONGITUDE, 0),
                              sb_record_get_real (item, SB_DRAWING_POINT_LATITUDE, 0) };

      bounds = sb_bounds_extend (&bounds, position);
    }
  if (!sb_bounds_is_empty (&bounds))
    sb_map_view_show_bounds (attachment->view, &bounds);
}

/* Run in the worker. The first source of each drawing. */
static gpointer
read_sources (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const GArray *ids = data;
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) sb_ref_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 *id = &g_array_index (ids, gint64, i);
      g_autoptr (GPtrArray) evidence = sb_store_list_evidence (store, *id, error);
      SbRef *source;

      if (evidence == NULL)
        return NULL;

      source = evidence->len > 0 ? sb_record_get_ref (g_ptr_array_index (evidence, 0), SB_EVIDENCE_SOURCE) : NULL;
      if (source != NULL)
        g_hash_table_insert (sources, g_memdup2 (id, sizeof *id), sb_ref_ref (source));
    }

  return g_steal_pointer (&sources);
}

/* Without them, a drawing is told without its source. */
static void
sources_read_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbDrawingLayer) layer = sb_weak_ref_take (user_data);
  g_autoptr (GHashTable) sources = sb_catalogue_read_finish (SB_CATALOGUE (object), result, NULL);

  if (layer != NULL && sources != NULL)
    sb_drawing_layer_set_sources (layer, sources);
}

static void
drawings_changed_cb (Attachment *attachment)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (attachment->drawings); i++)
    {
      g_autoptr (SbRecord) drawing = g_list_model_get_item (attachment->drawings, i);
      gint64 id = sb_record_get_id (drawing);

      if (sb_record_get_kind (drawing) == SB_KIND_DRAWING && sb_record_get_n_extracts (drawing) > 0)
        g_array_append_val (ids, id);
    }

  if (ids->len > 0)
    sb_catalogue_read_async (attachment->catalogue, read_sources, g_steal_pointer (&ids), (GDestroyNotify) g_array_unref,
                             (GDestroyNotify) g_hash_table_unref, NULL, sources_read_cb, sb_weak_ref_new (attachment->layer));
}

static void
toggled_cb (Attachment *attachment)
{
  gboolean is_open = gtk_toggle_button_get_active (attachment->button);

  gtk_widget_set_visible (attachment->bar, is_open);
  if (is_open)
    sb_drawing_bar_focus (SB_DRAWING_BAR (attachment->bar));
  else
    sb_drawing_layer_set_tool (attachment->layer, SB_DRAWING_TOOL_NONE);
}

static void
closed_cb (Attachment *attachment)
{
  gtk_toggle_button_set_active (attachment->button, FALSE);
}

static void
add_widgets (Attachment *attachment)
{
  const char *name = _ ("Draw on the map");

  attachment->bar = sb_drawing_bar_new (attachment->layer);
  gtk_widget_set_halign (attachment->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (attachment->bar, GTK_ALIGN_START);
  gtk_widget_set_margin_top (attachment->bar, 12);
  gtk_widget_set_visible (attachment->bar, FALSE);
  sb_map_view_add_card (attachment->view, attachment->bar);

  attachment->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (attachment->button), "sb-draw-tools-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (attachment->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (attachment->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  sb_map_view_add_button (attachment->view, GTK_WIDGET (attachment->button));
}

void
sb_map_drawing_attach (SbCatalogue *catalogue,
                       SbSession *session,
                       SbMoment *moment,
                       SbMapView *view)
{
  Attachment *attachment;

  g_return_if_fail (SB_IS_CATALOGUE (catalogue));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  attachment = g_new0 (Attachment, 1);
  attachment->catalogue = g_object_ref (catalogue);
  attachment->session = g_object_ref (session);
  attachment->view = view;
  attachment->layer = sb_map_view_get_drawings (view);
  add_widgets (attachment);
  g_object_set_data_full (G_OBJECT (view), "sb-map-drawing", attachment, attachment_free);

  attachment->drawings = g_object_ref (sb_moment_get_drawings (moment));
  sb_drawing_layer_set_drawings (attachment->layer, attachment->drawings);
  sb_drawing_bar_set_drawings (SB_DRAWING_BAR (attachment->bar), attachment->drawings);
  g_signal_connect_swapped (attachment->drawings, "items-changed", G_CALLBACK (drawings_changed_cb), attachment);
  drawings_changed_cb (attachment);
  g_signal_connect_swapped (attachment->button, "toggled", G_CALLBACK (toggled_cb), attachment);
  g_signal_connect_swapped (attachment->bar, "closed", G_CALLBACK (closed_cb), attachment);
  g_signal_connect_swapped (attachment->bar, "shown", G_CALLBACK (shown_cb), attachment);
  g_signal_connect_swapped (attachment->layer, "drawn", G_CALLBACK (drawn_cb), attachment);
  g_signal_connect_swapped (attachment->layer, "opened", G_CALLBACK (opened_cb), attachment);
  g_signal_connect_swapped (attachment->layer, "reshaped", G_CALLBACK (reshaped_cb), attachment);
  g_signal_connect_swapped (attachment->layer, "removed", G_CALLBACK (removed_cb), attachment);
}
