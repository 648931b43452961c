/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-graph-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Of the view, on each side: it can be moved so far before something is missing. */
#define MARGIN 0.3

/* How small and how large a unit of the plane can be, logical pixels. */
#define LEAST_SCALE 0.02
#define MOST_SCALE  4.0

/* Logical pixels around a node, of the ring. */
#define RING 5.0

/* The ground, of SB_BASEMAP_STYLE_LIGHT and DARK: a picture without holes is moved much
 * faster. It is what names are lined with in sb-graph-painter.c. */
static const GdkRGBA papers[] = {
  { 0.98f, 0.98f, 0.98f, 1 },
  { 0.118f, 0.118f, 0.118f, 1 },
};

G_DEFINE_FINAL_TYPE (SbGraphView, sb_graph_view, GTK_TYPE_WIDGET)

static SbBasemapStyle
get_style (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? SB_BASEMAP_STYLE_DARK : SB_BASEMAP_STYLE_LIGHT;
}

/* One picture, as the worker is given it. */
typedef struct
{
  SbGraphFigure *figure; /* (owned) */
  GPtrArray *paths; /* (owned) (nullable) */
  GArray *ringed; /* (owned) (element-type guint) */
  SbGraphFrame frame;
  int scale; /* device pixels of a logical one */
  SbBasemapStyle style;
  int selected;
} Painting;

static void
painting_free (Painting *painting)
{
  sb_graph_figure_unref (painting->figure);
  g_clear_pointer (&painting->paths, g_ptr_array_unref);
  g_array_unref (painting->ringed);
  g_free (painting);
}

/* Run in the worker. */
static void
paint (GTask *task,
       gpointer source_object,
       gpointer task_data,
       GCancellable *cancellable)
{
  const Painting *painting = task_data;
  const SbGraphEmphasis emphasis = { .node = painting->selected, .paths = painting->paths, .ringed = painting->ringed };
  int width = (int) ceil (painting->frame.width) * painting->scale;
  int height = (int) ceil (painting->frame.height) * painting->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  gdk_cairo_set_source_rgba (cr, &papers[painting->style]);
  cairo_paint (cr);
  cairo_scale (cr, painting->scale, painting->scale);
  sb_graph_figure_draw (painting->figure, cr, &painting->frame, painting->style, &emphasis);
  cairo_destroy (cr);

  g_task_return_pointer (task, sb_picture_new (surface, painting->scale), (GDestroyNotify) sb_picture_unref);
}

SbGraphFrame
sb_graph_view_get_frame (SbGraphView *self)
{
  SbGraphFrame frame = { .unit = 1 };

  g_return_val_if_fail (SB_IS_GRAPH_VIEW (self), frame);

  frame.origin = self->origin;
  frame.scale = self->scale;
  frame.width = gtk_widget_get_width (GTK_WIDGET (self));
  frame.height = gtk_widget_get_height (GTK_WIDGET (self));
  return frame;
}

int
_sb_graph_view_get_selected (SbGraphView *self)
{
  SbRef *selection = self->session != NULL ? sb_session_get_selection (self->session) : NULL;

  if (selection == NULL || self->figure == NULL)
    return -1;

  return sb_actor_graph_find (sb_graph_figure_get_graph (self->figure), sb_ref_get_id (selection));
}

/* The nodes that have a ring. */
static GArray *
find_ringed (SbGraphView *self)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->ringed != NULL && i < self->ringed->len; i++)
    {
      int node = sb_actor_graph_find (sb_graph_figure_get_graph (self->figure), sb_ref_get_id (g_ptr_array_index (self->ringed, i)));

      if (node >= 0)
        g_array_append_val (nodes, node);
    }

  return nodes;
}

static void
painted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  SbGraphView *self = SB_GRAPH_VIEW (object);
  const Painting *painting = g_task_get_task_data (G_TASK (result));
  g_autoptr (SbPicture) picture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* It is of no use any more. */
  if (picture == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->picture, sb_picture_unref);
  self->picture = g_steal_pointer (&picture);
  self->shown = painting->frame;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->is_stale)
    _sb_graph_view_renew (self);
}

void
_sb_graph_view_renew (SbGraphView *self)
{
  SbGraphFrame frame = sb_graph_view_get_frame (self);
  g_autoptr (GTask) task = NULL;
  Painting *painting;

  self->is_stale = self->cancellable != NULL;
  if (self->figure == NULL || self->cancellable != NULL || frame.width < 1 || frame.height < 1 || frame.scale <= 0)
    return;

  frame.origin.x -= frame.width * MARGIN / frame.scale;
  frame.origin.y -= frame.height * MARGIN / frame.scale;
  frame.width *= 1 + 2 * MARGIN;
  frame.height *= 1 + 2 * MARGIN;

  painting = g_new0 (Painting, 1);
  painting->figure = sb_graph_figure_ref (self->figure);
  painting->paths = self->paths != NULL ? g_ptr_array_ref (self->paths) : NULL;
  painting->frame = frame;
  painting->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  painting->style = get_style ();
  painting->selected = _sb_graph_view_get_selected (self);
  painting->ringed = find_ringed (self);

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, painted_cb, NULL);
  g_task_set_task_data (task, painting, (GDestroyNotify) painting_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, paint);
}

/* Whether all of the view is in the picture. */
static gboolean
is_covered (SbGraphView *self)
{
  SbGraphFrame frame = sb_graph_view_get_frame (self);
  double left = (frame.origin.x - self->shown.origin.x) * frame.scale;
  double top = (frame.origin.y - self->shown.origin.y) * frame.scale;
  double ratio = self->picture != NULL && self->shown.scale > 0 ? frame.scale / self->shown.scale : 0;

  return left >= 0 && top >= 0 && left + frame.width <= self->shown.width * ratio && top + frame.height <= self->shown.height * ratio;
}

/* The view has moved: what is shown may do, or not. */
static void
view_changed (SbGraphView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!is_covered (self) || fabs (self->scale - self->shown.scale) > 1e-6 * self->scale)
    _sb_graph_view_renew (self);
}

static void
add_ring (SbGraphView *self,
          GtkSnapshot *snapshot,
          int node,
          float alpha)
{
  SbGraphFrame frame = sb_graph_view_get_frame (self);
  GdkRGBA colour;
  SbPoint at;
  float radius;
  GskRoundedRect ring;

  if (node < 0 || self->figure == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= alpha;
  at = sb_graph_figure_get_point (self->figure, &frame, (guint) node);
  radius = (float) (sb_graph_figure_get_size (self->figure, &frame, (guint) node) / 2 + RING);
  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT ((float) at.x - radius, (float) at.y - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 1.5f, 1.5f, 1.5f, 1.5f }, (GdkRGBA[4]) { colour, colour, colour, colour });
}

static void
sb_graph_view_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  SbGraphView *self = SB_GRAPH_VIEW (widget);
  double ratio;

  /* What is painted needs no ground. */
  if (!is_covered (self))
    gtk_snapshot_append_color (snapshot, &papers[get_style ()],
                               &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  if (self->picture == NULL || self->figure == NULL || self->scale <= 0)
    return;

  ratio = self->scale / self->shown.scale;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  sb_picture_append (self->picture, snapshot, widget,
                     &(SbRect) { (self->shown.origin.x - self->origin.x) * self->scale, (self->shown.origin.y - self->origin.y) * self->scale,
                                 ceil (self->shown.width) * ratio, ceil (self->shown.height) * ratio });
  add_ring (self, snapshot, self->hovered, 0.35f);
  if (gtk_widget_has_focus (widget))
    add_ring (self, snapshot, self->cursor, 1);
  gtk_snapshot_pop (snapshot);
}

static void
sb_graph_view_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  SbGraphView *self = SB_GRAPH_VIEW (widget);

  if ((self->scale <= 0 || self->is_fitted) && self->figure != NULL)
    sb_graph_view_fit (self);
  else
    view_changed (self);
}

static void
sb_graph_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = 160;
  *natural = 480;
}

static gboolean
sb_graph_view_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean is_keyboard,
                             GtkTooltip *tooltip)
{
  SbGraphView *self = SB_GRAPH_VIEW (widget);
  SbGraphFrame frame = sb_graph_view_get_frame (self);
  g_autofree char *text = NULL;
  int node;
  int tie;

  if (self->figure == NULL || frame.scale <= 0)
    return FALSE;

  node = is_keyboard ? self->cursor : sb_graph_figure_find_node (self->figure, &frame, x, y);
  tie = node < 0 && !is_keyboard ? sb_graph_figure_find_tie (self->figure, &frame, x, y) : -1;
  if (node >= 0)
    text = _sb_graph_view_describe_node (self, (guint) node);
  else if (tie >= 0)
    text = _sb_graph_view_describe_tie (self, (guint) tie);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
sb_graph_view_dispose (GObject *object)
{
  SbGraphView *self = SB_GRAPH_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->worker);
  g_clear_object (&self->session);
  g_clear_pointer (&self->picture, sb_picture_unref);
  g_clear_pointer (&self->figure, sb_graph_figure_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->ringed, g_ptr_array_unref);

  G_OBJECT_CLASS (sb_graph_view_parent_class)->dispose (object);
}

static void
sb_graph_view_class_init (SbGraphViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_graph_view_dispose;
  widget_class->snapshot = sb_graph_view_snapshot;
  widget_class->size_allocate = sb_graph_view_size_allocate;
  widget_class->measure = sb_graph_view_measure;
  widget_class->query_tooltip = sb_graph_view_query_tooltip;

  g_signal_new ("focus-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SB_TYPE_RECORD);
  g_signal_new ("menu-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, SB_TYPE_RECORD,
                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  _sb_graph_view_class_install_keys (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "graphview");
}

static void
tell_cursor (SbGraphView *self)
{
  g_autofree char *text = self->cursor >= 0 && self->figure != NULL ? _sb_graph_view_describe_node (self, (guint) self->cursor) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Graph of actors"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : _ ("Arrows walk from actor to actor."), -1);
}

static void
sb_graph_view_init (SbGraphView *self)
{
  self->worker = sb_worker_new ("graph-view");
  self->cursor = -1;
  self->hovered = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  _sb_graph_view_add_gestures (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (_sb_graph_view_renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (_sb_graph_view_renew), self, G_CONNECT_SWAPPED);
  tell_cursor (self);
}

GtkWidget *
sb_graph_view_new (void)
{
  return g_object_new (SB_TYPE_GRAPH_VIEW, NULL);
}

static void
selection_changed_cb (SbGraphView *self)
{
  int selected = _sb_graph_view_get_selected (self);

  if (selected >= 0 && selected != self->cursor)
    _sb_graph_view_set_cursor (self, selected);
  _sb_graph_view_renew (self);
}

void
sb_graph_view_set_session (SbGraphView *self,
                           SbSession *session)
{
  g_return_if_fail (SB_IS_GRAPH_VIEW (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, selection_changed_cb, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The node of @figure that @node of the last one was; -1 for none. */
static int
follow_node (SbGraphView *self,
             SbGraphFigure *figure,
             int node)
{
  SbActorGraph *graph = self->figure != NULL ? sb_graph_figure_get_graph (self->figure) : NULL;

  if (graph == NULL || figure == NULL || node < 0)
    return -1;

  return sb_actor_graph_find (sb_graph_figure_get_graph (figure), sb_record_get_id (sb_actor_graph_get_node (graph, (guint) node)->record));
}

void
sb_graph_view_set_figure (SbGraphView *self,
                          SbGraphFigure *figure)
{
  g_return_if_fail (SB_IS_GRAPH_VIEW (self));

  if (self->figure == figure)
    return;

  self->cursor = follow_node (self, figure, self->cursor);
  self->hovered = follow_node (self, figure, self->hovered);
  self->step = 0;
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->figure, sb_graph_figure_unref);
  self->figure = figure != NULL ? sb_graph_figure_ref (figure) : NULL;
  if (self->cursor < 0)
    self->cursor = _sb_graph_view_get_selected (self);

  /* What is being painted is of what was there before. */
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  tell_cursor (self);
  if (self->scale <= 0 && figure != NULL && sb_actor_graph_get_n_nodes (sb_graph_figure_get_graph (figure)) > 0)
    sb_graph_view_fit (self);
  else
    _sb_graph_view_renew (self);
}

SbGraphFigure *
sb_graph_view_get_figure (SbGraphView *self)
{
  g_return_val_if_fail (SB_IS_GRAPH_VIEW (self), NULL);

  return self->figure;
}

void
sb_graph_view_set_ringed (SbGraphView *self,
                          GPtrArray *actors)
{
  g_return_if_fail (SB_IS_GRAPH_VIEW (self));

  if (self->ringed == actors)
    return;

  g_clear_pointer (&self->ringed, g_ptr_array_unref);
  self->ringed = actors != NULL ? g_ptr_array_ref (actors) : NULL;
  tell_cursor (self);
  _sb_graph_view_renew (self);
}

void
sb_graph_view_set_paths (SbGraphView *self,
                         GPtrArray *paths)
{
  g_return_if_fail (SB_IS_GRAPH_VIEW (self));

  g_clear_pointer (&self->paths, g_ptr_array_unref);
  self->paths = paths != NULL ? g_ptr_array_ref (paths) : NULL;
  _sb_graph_view_renew (self);
}

void
sb_graph_view_fit (SbGraphView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  SbGraphFrame frame;

  g_return_if_fail (SB_IS_GRAPH_VIEW (self));

  if (self->figure == NULL || width < 1 || height < 1)
    return;

  frame = sb_graph_figure_fit (self->figure, width, height, 1);
  self->origin = frame.origin;
  self->scale = MAX (frame.scale, LEAST_SCALE);
  self->is_fitted = TRUE;
  view_changed (self);
}

void
_sb_graph_view_zoom_at (SbGraphView *self,
                        double factor,
                        double x,
                        double y)
{
  double scale = CLAMP (self->scale * factor, LEAST_SCALE, MOST_SCALE);

  if (self->scale <= 0)
    return;

  /* What is at the point stays there. */
  self->origin.x += x / self->scale - x / scale;
  self->origin.y += y / self->scale - y / scale;
  self->scale = scale;
  self->is_fitted = FALSE;
  view_changed (self);
}

void
sb_graph_view_zoom (SbGraphView *self,
                    double factor)
{
  g_return_if_fail (SB_IS_GRAPH_VIEW (self) && factor > 0);

  _sb_graph_view_zoom_at (self, factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
sb_graph_view_pan (SbGraphView *self,
                   double dx,
                   double dy)
{
  g_return_if_fail (SB_IS_GRAPH_VIEW (self));

  if (self->scale <= 0)
    return;

  self->origin.x -= dx / self->scale;
  self->origin.y -= dy / self->scale;
  self->is_fitted = FALSE;
  view_changed (self);
}

void
_sb_graph_view_set_cursor (SbGraphView *self,
                           int node)
{
  SbGraphFrame frame = sb_graph_view_get_frame (self);
  double margin = MIN (60, MIN (frame.width, frame.height) / 4);
  SbPoint at;

  if (self->cursor != node)
    self->step = 0;
  self->cursor = node;
  tell_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (node < 0 || self->scale <= 0 || self->figure == NULL)
    return;

  at = sb_graph_figure_get_point (self->figure, &frame, (guint) node);
  if (at.x < margin || at.y < margin || at.x > frame.width - margin || at.y > frame.height - margin)
    sb_graph_view_pan (self, CLAMP (at.x, margin, frame.width - margin) - at.x, CLAMP (at.y, margin, frame.height - margin) - at.y);
}

gboolean
sb_graph_view_is_painted (SbGraphView *self)
{
  g_return_val_if_fail (SB_IS_GRAPH_VIEW (self), FALSE);

  return self->picture != NULL && self->cancellable == NULL && !self->is_stale;
}
