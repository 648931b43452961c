/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer.h"

#include "sb-event-mark.h"
#include "sb-mercator.h"
#include "sb-symbol.h"

#include <glib/gi18n.h>

/* Logical pixels. */
#define SYMBOL_SIZE   15.0
#define CLICK_REACH   14.0
#define COUNT_PADDING 4

struct _SbEventLayer
{
  ShumateLayer parent_instance;

  SbSession *session; /* (owned) (nullable) */
  GListModel *events; /* (owned) (nullable) (element-type SbRecord) */
  GArray *marks; /* (owned) (element-type SbEventMark) */
  GArray *clusters; /* (owned) (element-type SbMarkCluster) as last drawn */
  GHashTable *sprites; /* (owned) (element-type guint GdkTexture) */
  SbBasemapStyle style;
  int selected; /* position in events; -1 for none */
  guint visible_types;
};

G_DEFINE_FINAL_TYPE (SbEventLayer, sb_event_layer, SHUMATE_TYPE_LAYER)

enum
{
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
find_selected (SbEventLayer *self)
{
  SbRef *selection = self->session != NULL ? sb_session_get_selection (self->session) : NULL;
  guint n_events = self->events != NULL ? g_list_model_get_n_items (self->events) : 0;

  self->selected = -1;
  if (selection == NULL || sb_ref_get_kind (selection) != SB_KIND_EVENT)
    return;

  for (guint i = 0; i < n_events && self->selected < 0; i++)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (self->events, i);

      if (sb_record_get_id (event) == sb_ref_get_id (selection))
        self->selected = (int) i;
    }
}

/* What a screen reader is told: the event that is selected, and how many there
 * are. */
static void
update_description (SbEventLayer *self)
{
  guint n_events = self->events != NULL ? g_list_model_get_n_items (self->events) : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u event on the map", "%u events on the map", n_events), n_events);
  g_autofree char *text = NULL;

  if (self->selected >= 0)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (self->events, (guint) self->selected);

      text = g_strdup (sb_record_get_title (event, sb_session_get_language (self->session)));
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, count,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

static void
selection_changed_cb (SbEventLayer *self)
{
  find_selected (self);
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
events_changed_cb (SbEventLayer *self)
{
  g_array_unref (self->marks);
  self->marks = sb_event_marks_new (self->events);
  selection_changed_cb (self);
}

static void
select_event (SbEventLayer *self,
              guint position)
{
  g_autoptr (SbRecord) event = g_list_model_get_item (self->events, position);
  g_autoptr (SbRef) ref = event != NULL ? sb_record_dup_ref (event) : NULL;

  if (ref != NULL && self->session != NULL)
    sb_session_select (self->session, ref);
}

/* The cluster under a point of the widget; NULL when there is none. */
static const SbMarkCluster *
pick_cluster (SbEventLayer *self,
              double x,
              double y)
{
  const SbMarkCluster *best = NULL;
  double best_distance = CLICK_REACH * CLICK_REACH;

  for (guint i = 0; i < self->clusters->len; i++)
    {
      const SbMarkCluster *cluster = &g_array_index (self->clusters, SbMarkCluster, i);
      double dx = cluster->position.x - x;
      double dy = cluster->position.y - y;

      if (dx * dx + dy * dy > best_distance)
        continue;

      best = cluster;
      best_distance = dx * dx + dy * dy;
    }

  return best;
}

/* The events of a cluster in turn: the one after the selected one, if it is
 * there, else the first. */
static guint
choose_event (SbEventLayer *self,
              const SbMarkCluster *cluster)
{
  const SbEventMark *shown = &g_array_index (self->marks, SbEventMark, cluster->mark);
  gboolean after_selected = FALSE;
  int first = -1;

  if (!cluster->has_selected)
    return shown->event;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const SbEventMark *mark = &g_array_index (self->marks, SbEventMark, i);

      /* A cluster is a place on the ground: the marks right beside the one
       * that stands for it are its own. */
      if (ABS (mark->x - shown->x) > 1e-7f || ABS (mark->y - shown->y) > 1e-7f)
        continue;

      if (first < 0)
        first = (int) mark->event;

      if (after_selected)
        return mark->event;

      after_selected = (int) mark->event == self->selected;
    }

  return first >= 0 ? (guint) first : shown->event;
}

static void
released_cb (SbEventLayer *self,
             int n_press,
             double x,
             double y,
             GtkGestureClick *click)
{
  const SbMarkCluster *cluster = pick_cluster (self, x, y);

  if (cluster == NULL || n_press != 1)
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  select_event (self, choose_event (self, cluster));
}

static gboolean
walk (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  SbEventLayer *self = SB_EVENT_LAYER (widget);
  int step = g_variant_get_int32 (parameter);
  int n_events = self->events != NULL ? (int) g_list_model_get_n_items (self->events) : 0;
  int next;

  if (n_events == 0)
    return FALSE;

  next = self->selected < 0 ? (step > 0 ? 0 : n_events - 1) : (self->selected + step + n_events) % n_events;
  select_event (self, (guint) next);
  return TRUE;
}

static gboolean
sb_event_layer_query_tooltip (GtkWidget *widget,
                              int x,
                              int y,
                              gboolean keyboard,
                              GtkTooltip *tooltip)
{
  SbEventLayer *self = SB_EVENT_LAYER (widget);
  const SbMarkCluster *cluster = pick_cluster (self, x, y);
  g_autoptr (SbRecord) event = NULL;
  g_autofree char *text = NULL;
  const char *title;

  if (cluster == NULL || self->session == NULL)
    return FALSE;

  event = g_list_model_get_item (self->events, g_array_index (self->marks, SbEventMark, cluster->mark).event);
  title = sb_record_get_title (event, sb_session_get_language (self->session));
  if (cluster->n_marks > 1)
    /* Translators: the title of an event, and how many others are at the same place. */
    text = g_strdup_printf (ngettext ("%s (and %u other)", "%s (and %u others)", cluster->n_marks - 1), title,
                            cluster->n_marks - 1);

  gtk_tooltip_set_text (tooltip, text != NULL ? text : title);
  return TRUE;
}

/* A symbol, drawn once and kept as a texture for each look that it can have. */
static GdkTexture *
get_sprite (SbEventLayer *self,
            SbEventType type,
            SbSymbolFlags flags)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gpointer key = GUINT_TO_POINTER (1 + (type | flags << 8 | (guint) scale << 16));
  GdkTexture *sprite = g_hash_table_lookup (self->sprites, key);
  int side = (int) (2 * SYMBOL_SIZE * sb_symbol_get_reach (flags)) + 2;
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;
  gsize stride;

  if (sprite != NULL)
    return sprite;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side * scale, side * scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  sb_symbol_draw_event (cr, type, side / 2.0, side / 2.0, SYMBOL_SIZE, self->style, flags);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) (side * scale),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  sprite = gdk_memory_texture_new (side * scale, side * scale, GDK_MEMORY_DEFAULT, bytes, stride);
  g_hash_table_insert (self->sprites, key, sprite);
  return sprite;
}

/* How many events a symbol stands for, on a ground of its own so that it can be
 * read over whatever the map has there. */
static void
snapshot_count (SbEventLayer *self,
                GtkSnapshot *snapshot,
                const SbMarkCluster *cluster)
{
  g_autofree char *text = g_strdup_printf ("%u", cluster->n_marks);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GskRoundedRect outline;
  GdkRGBA colour;
  GdkRGBA ground = { 1, 1, 1, 1 };
  int width;
  int height;

  gtk_style_context_get_color (style, &colour);
  gtk_style_context_lookup_color (style, "window_bg_color", &ground);
  pango_layout_get_pixel_size (layout, &width, &height);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (-COUNT_PADDING, 0, (float) width + 2 * COUNT_PADDING, (float) height),
                                   (float) height / 2);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (cluster->position.x + SYMBOL_SIZE / 2),
                                                          (float) (cluster->position.y - SYMBOL_SIZE)));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_cluster (SbEventLayer *self,
                  GtkSnapshot *snapshot,
                  const SbMarkCluster *cluster)
{
  const SbEventMark *mark = &g_array_index (self->marks, SbEventMark, cluster->mark);
  SbSymbolFlags flags = SB_SYMBOL_DEFAULT;
  GdkTexture *sprite;
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double side;

  if (cluster->has_selected)
    flags |= SB_SYMBOL_SELECTED;
  if (mark->is_vague)
    flags |= SB_SYMBOL_VAGUE;
  if (mark->unsourced)
    flags |= SB_SYMBOL_UNSOURCED;

  sprite = get_sprite (self, mark->type, flags);
  side = gdk_texture_get_width (sprite) / scale;
  gtk_snapshot_append_texture (snapshot, sprite,
                               &GRAPHENE_RECT_INIT ((float) (cluster->position.x - side / 2),
                                                    (float) (cluster->position.y - side / 2),
                                                    (float) side, (float) side));
  if (cluster->n_marks > 1)
    snapshot_count (self, snapshot, cluster);
}

/* Where the view is: the point of the unit square at the top left corner, and
 * the width of the world in pixels. */
static double
get_view (SbEventLayer *self,
          SbPoint *origin)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  double latitude;
  double longitude;

  shumate_viewport_widget_coords_to_location (viewport, GTK_WIDGET (self), 0, 0, &latitude, &longitude);
  *origin = sb_mercator_project ((SbPosition) { longitude, latitude });
  return source != NULL ? shumate_map_source_get_tile_size_at_zoom (source, zoom) *
                            shumate_map_source_get_column_count (source, (guint) zoom)
                        : sb_mercator_get_world_size (zoom);
}

static void
sb_event_layer_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  SbEventLayer *self = SB_EVENT_LAYER (widget);
  guint types = 0;
  SbPoint origin;
  double world = get_view (self, &origin);

  g_array_unref (self->clusters);
  self->clusters = sb_event_marks_cluster (self->marks, origin, world, gtk_widget_get_width (widget),
                                           gtk_widget_get_height (widget), self->selected);
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const SbMarkCluster *cluster = &g_array_index (self->clusters, SbMarkCluster, i);

      types |= 1u << g_array_index (self->marks, SbEventMark, cluster->mark).type;
      if (!cluster->has_selected)
        snapshot_cluster (self, snapshot, cluster);
    }

  /* The selected one is drawn last, over the others. */
  for (guint i = 0; i < self->clusters->len; i++)
    if (g_array_index (self->clusters, SbMarkCluster, i).has_selected)
      snapshot_cluster (self, snapshot, &g_array_index (self->clusters, SbMarkCluster, i));

  if (types == self->visible_types)
    return;

  self->visible_types = types;
  g_signal_emit (self, signals[DRAWN], 0);
}

/* A layer of libshumate is nowhere under the pointer, so that the map below gets
 * it; this one is where its symbols are. */
static gboolean
sb_event_layer_contains (GtkWidget *widget,
                         double x,
                         double y)
{
  return pick_cluster (SB_EVENT_LAYER (widget), x, y) != NULL;
}

static void
sb_event_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (sb_event_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
sb_event_layer_dispose (GObject *object)
{
  SbEventLayer *self = SB_EVENT_LAYER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->events);

  G_OBJECT_CLASS (sb_event_layer_parent_class)->dispose (object);
}

static void
sb_event_layer_finalize (GObject *object)
{
  SbEventLayer *self = SB_EVENT_LAYER (object);

  g_array_unref (self->marks);
  g_array_unref (self->clusters);
  g_hash_table_unref (self->sprites);

  G_OBJECT_CLASS (sb_event_layer_parent_class)->finalize (object);
}

static void
sb_event_layer_class_init (SbEventLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sb_event_layer_constructed;
  object_class->dispose = sb_event_layer_dispose;
  object_class->finalize = sb_event_layer_finalize;
  widget_class->snapshot = sb_event_layer_snapshot;
  widget_class->query_tooltip = sb_event_layer_query_tooltip;
  widget_class->contains = sb_event_layer_contains;

  signals[DRAWN] =
    g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk, "i", -1);
  gtk_widget_class_set_css_name (widget_class, "eventlayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sb_event_layer_init (SbEventLayer *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->marks = g_array_new (FALSE, FALSE, sizeof (SbEventMark));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (SbMarkCluster));
  self->sprites = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->selected = -1;

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

SbEventLayer *
sb_event_layer_new (ShumateViewport *viewport)
{
  return g_object_new (SB_TYPE_EVENT_LAYER, "viewport", viewport, NULL);
}

void
sb_event_layer_set_session (SbEventLayer *self,
                            SbSession *session)
{
  g_return_if_fail (SB_IS_EVENT_LAYER (self));

  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

void
sb_event_layer_set_events (SbEventLayer *self,
                           GListModel *events)
{
  g_return_if_fail (SB_IS_EVENT_LAYER (self));

  if (self->events == events)
    return;

  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, events_changed_cb, self);

  g_set_object (&self->events, events);
  if (events != NULL)
    g_signal_connect_object (events, "items-changed", G_CALLBACK (events_changed_cb), self, G_CONNECT_SWAPPED);

  events_changed_cb (self);
}

void
sb_event_layer_set_map_style (SbEventLayer *self,
                              SbBasemapStyle style)
{
  g_return_if_fail (SB_IS_EVENT_LAYER (self));

  if (self->style == style)
    return;

  self->style = style;
  g_hash_table_remove_all (self->sprites);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
sb_event_layer_get_visible_types (SbEventLayer *self)
{
  g_return_val_if_fail (SB_IS_EVENT_LAYER (self), 0);

  return self->visible_types;
}
