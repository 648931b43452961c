/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-area-layer.h"

#include <glib/gi18n.h>

/* A screen reader is told of no more. */
#define MAX_ITEMS 500

struct _SbAreaLayer
{
  SbPaintedLayer parent_instance;

  SbSession *session; /* (owned) (nullable) */
  GListModel *model; /* (owned) (nullable) (element-type SbMapArea) */
  GPtrArray *areas; /* (owned) (element-type SbMapArea) of the model, never changed */
  GPtrArray *items; /* (owned) (element-type GtkWidget) what a screen reader reads */
  SbBasemapStyle style;
  int current; /* of areas; -1 for none */
  guint changed_source;
};

G_DEFINE_FINAL_TYPE (SbAreaLayer, sb_area_layer, SB_TYPE_PAINTED_LAYER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is painted, shared with the worker. */
typedef struct
{
  GPtrArray *areas; /* (owned) (element-type SbMapArea) */
  SbBasemapStyle style;
  SbLanguage language;
} Scene;

static void
scene_free (gpointer data)
{
  Scene *scene = data;

  g_ptr_array_unref (scene->areas);
  g_free (scene);
}

/* Run in the worker of the layer. */
static void
paint (cairo_t *cr,
       const SbMapFrame *frame,
       gpointer data)
{
  const Scene *scene = data;

  sb_area_painter_draw (cr, frame, scene->areas, scene->style, scene->language, 1);
}

static gboolean
tell_in_idle (gpointer data)
{
  SbAreaLayer *self = data;

  self->changed_source = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
tell_changed (SbAreaLayer *self)
{
  if (self->changed_source == 0)
    self->changed_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_in_idle, self, NULL);
}

static SbMapArea *
get_area (SbAreaLayer *self,
          int position)
{
  return position >= 0 && position < (int) self->areas->len ? g_ptr_array_index (self->areas, position) : NULL;
}

/* What is restricted as a whole is met at its sign: the layers below have the ground. */
static gboolean
is_at (const SbArea *area,
       const SbMapFrame *frame,
       SbPoint point)
{
  return area->is_restricted ? sb_area_is_sign_at (area, frame, point) : sb_area_contains (area, frame, point);
}

/* The smallest area under a point: a town before its region. -1 when there is none. */
static int
pick (SbAreaLayer *self,
      double x,
      double y)
{
  SbMapFrame frame = sb_painted_layer_get_view (SB_PAINTED_LAYER (self));
  double least = G_MAXDOUBLE;
  int best = -1;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const SbArea *area = sb_map_area_get_area (g_ptr_array_index (self->areas, i));
      SbRect rect = sb_area_get_rect (area, &frame);

      if (rect.width * rect.height >= least || !sb_rect_contains (&rect, (SbPoint) { x, y }) ||
          !is_at (area, &frame, (SbPoint) { x, y }))
        continue;
      least = rect.width * rect.height;
      best = (int) i;
    }

  return best;
}

static void
repaint (SbAreaLayer *self)
{
  Scene *scene = NULL;

  if (self->areas->len > 0)
    {
      scene = g_new0 (Scene, 1);
      scene->areas = g_ptr_array_ref (self->areas);
      scene->style = self->style;
      scene->language = sb_language_get_interface ();
    }

  sb_painted_layer_set_painter (SB_PAINTED_LAYER (self), scene != NULL ? paint : NULL, scene, scene_free);
  tell_changed (self);
}

/* What a screen reader finds: an item for each area, which is not drawn. */
static void
renew_items (SbAreaLayer *self)
{
  SbLanguage language = sb_language_get_interface ();

  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);

  for (guint i = 0; i < self->areas->len && i < MAX_ITEMS; i++)
    {
      g_autofree char *text = sb_map_area_dup_text (g_ptr_array_index (self->areas, i), language);
      GtkWidget *item = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_widget_set_can_target (item, FALSE);
      gtk_widget_set_parent (item, GTK_WIDGET (self));
      g_ptr_array_add (self->items, item);
    }
}

static void
update_description (SbAreaLayer *self)
{
  SbMapArea *area = get_area (self, self->current);
  g_autofree char *text = area != NULL ? sb_map_area_dup_text (area, sb_language_get_interface ()) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static void
areas_changed_cb (SbAreaLayer *self)
{
  guint n_areas = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  g_ptr_array_unref (self->areas);
  self->areas = g_ptr_array_new_full (n_areas, g_object_unref);
  for (guint i = 0; i < n_areas; i++)
    g_ptr_array_add (self->areas, g_list_model_get_item (self->model, i));

  self->current = -1;
  renew_items (self);
  update_description (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), n_areas > 0);
  repaint (self);
}

static void
choose (SbAreaLayer *self,
        int position)
{
  SbMapArea *area = get_area (self, position);

  self->current = position;
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (area != NULL && self->session != NULL)
    sb_session_select (self->session, sb_map_area_get_record (area));
}

static void
released_cb (SbAreaLayer *self,
             int n_press,
             double x,
             double y,
             GtkGestureClick *click)
{
  int position = pick (self, x, y);

  if (position < 0 || n_press != 1)
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose (self, position);
}

static gboolean
walk (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  SbAreaLayer *self = SB_AREA_LAYER (widget);
  int step = g_variant_get_int32 (parameter);
  int n_areas = (int) self->areas->len;

  if (n_areas == 0)
    return FALSE;

  self->current = self->current < 0 ? (step > 0 ? 0 : n_areas - 1) : (self->current + step + n_areas) % n_areas;
  update_description (self);
  gtk_widget_queue_draw (widget);
  gtk_widget_trigger_tooltip_query (widget);
  return TRUE;
}

static gboolean
choose_current (GtkWidget *widget,
                GVariant *parameter,
                gpointer user_data)
{
  SbAreaLayer *self = SB_AREA_LAYER (widget);

  if (self->current < 0)
    return FALSE;

  choose (self, self->current);
  return TRUE;
}

static gboolean
sb_area_layer_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard,
                             GtkTooltip *tooltip)
{
  SbAreaLayer *self = SB_AREA_LAYER (widget);
  SbMapArea *current = keyboard ? get_area (self, self->current) : NULL;
  g_autofree char *text = current != NULL ? sb_map_area_dup_text (current, sb_language_get_interface ()) : NULL;

  if (!keyboard)
    text = sb_area_layer_dup_text_at (self, x, y);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
snapshot_focus (SbAreaLayer *self,
                GtkSnapshot *snapshot,
                const SbMapFrame *frame)
{
  SbMapArea *area = gtk_widget_has_focus (GTK_WIDGET (self)) ? get_area (self, self->current) : NULL;
  cairo_t *cr;

  if (area == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) frame->rect.width, (float) frame->rect.height));
  sb_area_painter_draw_focus (cr, frame, sb_map_area_get_area (area), self->style);
  cairo_destroy (cr);
}

static void
sb_area_layer_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  SbAreaLayer *self = SB_AREA_LAYER (widget);
  SbMapFrame frame = sb_painted_layer_get_view (SB_PAINTED_LAYER (self));

  GTK_WIDGET_CLASS (sb_area_layer_parent_class)->snapshot (widget, snapshot);
  snapshot_focus (self, snapshot, &frame);
}

/* The items for the screen reader take no room. */
static void
sb_area_layer_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  SbAreaLayer *self = SB_AREA_LAYER (widget);

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *item = g_ptr_array_index (self->items, i);
      int least_width;
      int least_height;

      gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (item, GTK_ORIENTATION_VERTICAL, least_width, &least_height, NULL, NULL, NULL);
      gtk_widget_allocate (item, least_width, least_height, -1, NULL);
    }
}

/* As the layer of events: it is only where there is something. */
static gboolean
sb_area_layer_contains (GtkWidget *widget,
                        double x,
                        double y)
{
  return pick (SB_AREA_LAYER (widget), x, y) >= 0;
}

static void
sb_area_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (sb_area_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (tell_changed), object, G_CONNECT_SWAPPED);
}

static void
sb_area_layer_dispose (GObject *object)
{
  SbAreaLayer *self = SB_AREA_LAYER (object);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));

  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->session);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (sb_area_layer_parent_class)->dispose (object);
}

static void
sb_area_layer_finalize (GObject *object)
{
  SbAreaLayer *self = SB_AREA_LAYER (object);

  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (sb_area_layer_parent_class)->finalize (object);
}

static void
sb_area_layer_class_init (SbAreaLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sb_area_layer_constructed;
  object_class->dispose = sb_area_layer_dispose;
  object_class->finalize = sb_area_layer_finalize;
  widget_class->snapshot = sb_area_layer_snapshot;
  widget_class->size_allocate = sb_area_layer_size_allocate;
  widget_class->query_tooltip = sb_area_layer_query_tooltip;
  widget_class->contains = sb_area_layer_contains;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, walk, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, walk, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, choose_current, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, choose_current, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, choose_current, NULL);
  gtk_widget_class_set_css_name (widget_class, "arealayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
sb_area_layer_init (SbAreaLayer *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_ptr_array_new ();
  self->current = -1;
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_can_target (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

SbAreaLayer *
sb_area_layer_new (ShumateViewport *viewport,
                   const char *label)
{
  SbAreaLayer *self = g_object_new (SB_TYPE_AREA_LAYER, "viewport", viewport, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

void
sb_area_layer_set_session (SbAreaLayer *self,
                           SbSession *session)
{
  g_return_if_fail (SB_IS_AREA_LAYER (self));

  g_set_object (&self->session, session);
}

void
sb_area_layer_set_areas (SbAreaLayer *self,
                         GListModel *areas)
{
  g_return_if_fail (SB_IS_AREA_LAYER (self));

  if (self->model == areas)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, areas_changed_cb, self);

  g_set_object (&self->model, areas);
  if (areas != NULL)
    g_signal_connect_object (areas, "items-changed", G_CALLBACK (areas_changed_cb), self, G_CONNECT_SWAPPED);

  areas_changed_cb (self);
}

void
sb_area_layer_set_map_style (SbAreaLayer *self,
                             SbBasemapStyle style)
{
  g_return_if_fail (SB_IS_AREA_LAYER (self));

  self->style = style;
  repaint (self);
}

void
sb_area_layer_add_contents (SbAreaLayer *self,
                            SbAreaContents *contents)
{
  SbMapFrame frame;

  g_return_if_fail (SB_IS_AREA_LAYER (self));
  g_return_if_fail (contents != NULL);

  frame = sb_painted_layer_get_view (SB_PAINTED_LAYER (self));
  for (guint i = 0; gtk_widget_get_visible (GTK_WIDGET (self)) && i < self->areas->len; i++)
    {
      const SbArea *area = sb_map_area_get_area (g_ptr_array_index (self->areas, i));
      SbRect rect = sb_area_get_rect (area, &frame);

      if (sb_rect_intersects (&rect, &frame.rect))
        sb_area_contents_add (contents, area);
    }
}

SbMapArea *
sb_area_layer_get_current (SbAreaLayer *self)
{
  g_return_val_if_fail (SB_IS_AREA_LAYER (self), NULL);

  return get_area (self, self->current);
}

char *
sb_area_layer_dup_text_at (SbAreaLayer *self,
                           double x,
                           double y)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (SB_IS_AREA_LAYER (self), NULL);

  for (GtkWidget *layer = GTK_WIDGET (self); layer != NULL; layer = gtk_widget_get_prev_sibling (layer))
    {
      SbMapArea *area = SB_IS_AREA_LAYER (layer) && gtk_widget_get_visible (layer)
                          ? get_area (SB_AREA_LAYER (layer), pick (SB_AREA_LAYER (layer), x, y))
                          : NULL;
      g_autofree char *own = area != NULL ? sb_map_area_dup_text (area, sb_language_get_interface ()) : NULL;

      if (own != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", own);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
