/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-drawing-layer-private.h"

#include "sb-record-builder.h"

#include <glib/gi18n.h>

/* How near to its line a click finds a drawing, in logical pixels. */
#define CLICK_REACH 7.0

G_DEFINE_FINAL_TYPE (SbDrawingLayer, sb_drawing_layer, SHUMATE_TYPE_LAYER)

enum
{
  PROP_0,
  PROP_TOOL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  DRAWN,
  RESHAPED,
  OPENED,
  REMOVED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a screen reader is told. */
static void
update_description (SbDrawingLayer *self)
{
  guint n_drawings = self->shown->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u drawing on the map", "%u drawings on the map", n_drawings), n_drawings);
  g_autofree char *text = NULL;

  if (self->tool == SB_DRAWING_TOOL_SELECT && self->selected != NULL)
    text = g_strdup (sb_record_get_title (self->selected, sb_language_get_interface ()));
  else if (self->tool != SB_DRAWING_TOOL_NONE)
    text = g_strdup_printf (ngettext ("%u point", "%u points", self->points->len), self->points->len);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, count,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

void
_sb_drawing_layer_changed (SbDrawingLayer *self)
{
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is painted, shared with the worker. */
typedef struct
{
  SbDrawings *scene; /* (owned) */
  SbBasemapStyle style;
} Scenery;

/* Run in the worker of the painted layer. */
static void
paint (cairo_t *cr,
       const SbMapFrame *frame,
       gpointer data)
{
  const Scenery *scenery = data;

  sb_drawings_paint (scenery->scene, cr, frame, scenery->style, SB_DRAWINGS_ALL);
}

static void
scenery_free (gpointer data)
{
  Scenery *scenery = data;

  sb_drawings_unref (scenery->scene);
  g_free (scenery);
}

static void
show_scene (SbDrawingLayer *self)
{
  Scenery *scenery;

  if (self->scene == NULL || sb_drawings_get_n (self->scene) == 0)
    {
      sb_painted_layer_set_painter (self->painted, NULL, NULL, NULL);
      return;
    }

  scenery = g_new0 (Scenery, 1);
  scenery->scene = sb_drawings_ref (self->scene);
  scenery->style = self->style;
  sb_painted_layer_set_painter (self->painted, paint, scenery, scenery_free);
}

/* The record that is selected may be another by now, or gone. */
static void
find_selected (SbDrawingLayer *self)
{
  SbRecord *found = NULL;

  if (self->selected == NULL || self->tool != SB_DRAWING_TOOL_SELECT)
    return;

  for (guint i = 0; i < self->shown->len && found == NULL; i++)
    if (sb_record_get_id (g_ptr_array_index (self->shown, i)) == sb_record_get_id (self->selected))
      found = g_ptr_array_index (self->shown, i);

  if (found != self->selected)
    sb_drawing_layer_select (self, found);
}

static void
drawings_changed_cb (SbDrawingLayer *self)
{
  guint n_drawings = self->drawings != NULL ? g_list_model_get_n_items (self->drawings) : 0;
  SbLanguage language = sb_language_get_interface ();

  g_clear_pointer (&self->scene, sb_drawings_unref);
  self->scene = sb_drawings_new ();
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < n_drawings; i++)
    {
      g_autoptr (SbRecord) drawing = g_list_model_get_item (self->drawings, i);

      /* A list that is still loading has no records yet. */
      if (sb_record_get_kind (drawing) == SB_KIND_DRAWING &&
          sb_drawings_add (self->scene, drawing, language, NULL, sb_record_get_n_extracts (drawing) > 0))
        g_ptr_array_add (self->shown, g_steal_pointer (&drawing));
    }
  show_scene (self);
  find_selected (self);
  _sb_drawing_layer_changed (self);
}

void
_sb_drawing_layer_keep_points (SbDrawingLayer *self)
{
  SbRecordBuilder *builder;
  g_autoptr (SbRecord) before = NULL;
  g_autoptr (SbRecord) drawing = NULL;

  if (self->selected == NULL || !self->is_moved)
    return;

  before = g_object_ref (self->selected);
  builder = sb_record_builder_new_from (before);
  _sb_drawing_layer_put_points (self, builder);
  drawing = sb_record_builder_end (builder);
  self->is_moved = FALSE;
  g_set_object (&self->selected, drawing);
  g_signal_emit (self, signals[RESHAPED], 0, before, drawing);
}

void
_sb_drawing_layer_open_selected (SbDrawingLayer *self)
{
  g_autoptr (SbRecord) drawing = self->selected != NULL ? g_object_ref (self->selected) : NULL;

  if (drawing != NULL)
    g_signal_emit (self, signals[OPENED], 0, drawing);
}

void
_sb_drawing_layer_remove_selected (SbDrawingLayer *self)
{
  g_autoptr (SbRecord) drawing = self->selected != NULL ? g_object_ref (self->selected) : NULL;

  if (drawing != NULL)
    g_signal_emit (self, signals[REMOVED], 0, drawing);
}

SbRecord *
_sb_drawing_layer_pick (SbDrawingLayer *self,
                        SbPoint point)
{
  SbMapFrame frame = sb_painted_layer_get_view (self->painted);
  int picked;

  if (self->scene == NULL || frame.scale <= 0)
    return NULL;

  picked = sb_drawings_pick (self->scene, &frame, point, CLICK_REACH);
  return picked >= 0 ? g_ptr_array_index (self->shown, picked) : NULL;
}

/* Whether another layer has something there, as an event: it is the smaller target. */
static gboolean
is_on_another (SbDrawingLayer *self,
               double x,
               double y)
{
  for (GtkWidget *other = gtk_widget_get_prev_sibling (GTK_WIDGET (self)); other != NULL;
       other = gtk_widget_get_prev_sibling (other))
    if (SHUMATE_IS_LAYER (other) && gtk_widget_get_can_target (other) && gtk_widget_contains (other, x, y))
      return TRUE;

  return FALSE;
}

static gboolean
sb_drawing_layer_contains (GtkWidget *widget,
                           double x,
                           double y)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);

  if (self->tool != SB_DRAWING_TOOL_NONE)
    return TRUE;

  return _sb_drawing_layer_pick (self, (SbPoint) { x, y }) != NULL && !is_on_another (self, x, y);
}

static gboolean
sb_drawing_layer_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);
  g_autofree char *text = sb_drawing_layer_dup_text_at (self, x, y);

  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
sb_drawing_layer_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  _sb_drawing_layer_snapshot (SB_DRAWING_LAYER (widget), snapshot);
}

static void
sb_drawing_layer_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_TOOL)
    g_value_set_int (value, SB_DRAWING_LAYER (object)->tool);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sb_drawing_layer_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_TOOL)
    sb_drawing_layer_set_tool (SB_DRAWING_LAYER (object), (SbDrawingTool) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sb_drawing_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (sb_drawing_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
sb_drawing_layer_dispose (GObject *object)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (object);

  g_clear_object (&self->painted);
  g_clear_object (&self->session);
  g_clear_object (&self->drawings);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->scene, sb_drawings_unref);

  G_OBJECT_CLASS (sb_drawing_layer_parent_class)->dispose (object);
}

static void
sb_drawing_layer_finalize (GObject *object)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (object);

  g_array_unref (self->points);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (sb_drawing_layer_parent_class)->finalize (object);
}

static void
sb_drawing_layer_class_init (SbDrawingLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sb_drawing_layer_constructed;
  object_class->dispose = sb_drawing_layer_dispose;
  object_class->finalize = sb_drawing_layer_finalize;
  object_class->get_property = sb_drawing_layer_get_property;
  object_class->set_property = sb_drawing_layer_set_property;
  widget_class->snapshot = sb_drawing_layer_snapshot;
  widget_class->contains = sb_drawing_layer_contains;
  widget_class->query_tooltip = sb_drawing_layer_query_tooltip;

  properties[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, SB_DRAWING_TOOL_NONE, SB_DRAWING_TOOL_SELECT, SB_DRAWING_TOOL_NONE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DRAWN] =
    g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESHAPED] = g_signal_new ("reshaped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, SB_TYPE_RECORD, SB_TYPE_RECORD);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, SB_TYPE_RECORD);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SB_TYPE_RECORD);
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  _sb_drawing_layer_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "drawinglayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sb_drawing_layer_init (SbDrawingLayer *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->grabbed = -1;
  _sb_drawing_layer_add_input (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  update_description (self);
}

SbDrawingLayer *
sb_drawing_layer_new (ShumateViewport *viewport,
                      SbPaintedLayer *painted)
{
  SbDrawingLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (SB_IS_PAINTED_LAYER (painted), NULL);

  self = g_object_new (SB_TYPE_DRAWING_LAYER, "viewport", viewport, NULL);
  self->painted = g_object_ref (painted);
  return self;
}

void
sb_drawing_layer_set_session (SbDrawingLayer *self,
                              SbSession *session)
{
  g_return_if_fail (SB_IS_DRAWING_LAYER (self));

  g_set_object (&self->session, session);
}

void
sb_drawing_layer_set_drawings (SbDrawingLayer *self,
                               GListModel *drawings)
{
  g_return_if_fail (SB_IS_DRAWING_LAYER (self));

  if (self->drawings == drawings)
    return;

  if (self->drawings != NULL)
    g_signal_handlers_disconnect_by_func (self->drawings, drawings_changed_cb, self);
  g_set_object (&self->drawings, drawings);
  if (drawings != NULL)
    g_signal_connect_object (drawings, "items-changed", G_CALLBACK (drawings_changed_cb), self, G_CONNECT_SWAPPED);
  drawings_changed_cb (self);
}

void
sb_drawing_layer_set_sources (SbDrawingLayer *self,
                              GHashTable *sources)
{
  g_return_if_fail (SB_IS_DRAWING_LAYER (self));

  g_clear_pointer (&self->sources, g_hash_table_unref);
  self->sources = sources != NULL ? g_hash_table_ref (sources) : NULL;
}

char *
sb_drawing_layer_dup_text_at (SbDrawingLayer *self,
                              double x,
                              double y)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *caption = NULL;
  SbRef *source = NULL;
  SbRecord *drawing;
  gint64 id;

  g_return_val_if_fail (SB_IS_DRAWING_LAYER (self), NULL);

  drawing = _sb_drawing_layer_pick (self, (SbPoint) { x, y });
  if (drawing == NULL)
    return NULL;

  id = sb_record_get_id (drawing);
  if (self->sources != NULL)
    source = g_hash_table_lookup (self->sources, &id);
  caption = sb_drawing_format_caption (drawing, source, language);
  return g_strjoin ("\n", sb_record_get_title (drawing, language), caption, NULL);
}

void
sb_drawing_layer_set_map_style (SbDrawingLayer *self,
                                SbBasemapStyle style)
{
  g_return_if_fail (SB_IS_DRAWING_LAYER (self));

  self->style = style;
  show_scene (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SbDrawingTool
sb_drawing_layer_get_tool (SbDrawingLayer *self)
{
  g_return_val_if_fail (SB_IS_DRAWING_LAYER (self), SB_DRAWING_TOOL_NONE);

  return self->tool;
}

void
sb_drawing_layer_set_tool (SbDrawingLayer *self,
                           SbDrawingTool tool)
{
  g_return_if_fail (SB_IS_DRAWING_LAYER (self));

  if (self->tool == tool)
    return;

  self->tool = tool;
  self->has_cross = FALSE;
  sb_drawing_layer_give_up (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), tool != SB_DRAWING_TOOL_NONE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   tool != SB_DRAWING_TOOL_NONE && tool != SB_DRAWING_TOOL_SELECT ? "crosshair" : NULL);
  if (tool != SB_DRAWING_TOOL_NONE)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

guint
sb_drawing_layer_get_n_points (SbDrawingLayer *self)
{
  g_return_val_if_fail (SB_IS_DRAWING_LAYER (self), 0);

  return self->points->len;
}

void
sb_drawing_layer_end (SbDrawingLayer *self)
{
  g_return_if_fail (SB_IS_DRAWING_LAYER (self));

  if (self->tool != SB_DRAWING_TOOL_SELECT &&
      self->points->len >= sb_drawing_kind_get_min_points (_sb_drawing_tool_get_kind (self->tool)))
    g_signal_emit (self, signals[DRAWN], 0);
}

void
sb_drawing_layer_give_up (SbDrawingLayer *self)
{
  g_return_if_fail (SB_IS_DRAWING_LAYER (self));

  g_array_set_size (self->points, 0);
  g_clear_object (&self->selected);
  self->grabbed = -1;
  self->is_moved = FALSE;
  _sb_drawing_layer_changed (self);
}

SbRecord *
sb_drawing_layer_get_selected (SbDrawingLayer *self)
{
  g_return_val_if_fail (SB_IS_DRAWING_LAYER (self), NULL);

  return self->selected;
}

void
sb_drawing_layer_select (SbDrawingLayer *self,
                         SbRecord *drawing)
{
  g_return_if_fail (SB_IS_DRAWING_LAYER (self));

  if (self->tool != SB_DRAWING_TOOL_SELECT)
    sb_drawing_layer_set_tool (self, SB_DRAWING_TOOL_SELECT);

  g_set_object (&self->selected, drawing);
  g_array_set_size (self->points, 0);
  self->grabbed = -1;
  self->is_moved = FALSE;
  for (guint i = 0; drawing != NULL && i < sb_record_get_n_items (drawing, SB_DRAWING_POINTS); i++)
    {
      SbRecord *item = sb_record_get_item (drawing, SB_DRAWING_POINTS, i);
      SbPosition position = { sb_record_get_real (item, SB_DRAWING_POINT_LONGITUDE, 0),
                              sb_record_get_real (item, SB_DRAWING_POINT_LATITUDE, 0) };

      g_array_append_val (self->points, position);
    }
  _sb_drawing_layer_changed (self);
}

SbDrawingContents
sb_drawing_layer_get_contents (SbDrawingLayer *self)
{
  SbMapFrame frame;

  g_return_val_if_fail (SB_IS_DRAWING_LAYER (self), (SbDrawingContents) { 0 });

  frame = sb_painted_layer_get_view (self->painted);
  return self->scene != NULL && frame.scale > 0 ? sb_drawings_get_contents (self->scene, &frame) : (SbDrawingContents) { 0 };
}
