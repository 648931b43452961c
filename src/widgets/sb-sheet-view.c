/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-sheet-view.h"

#include <glib/gi18n.h>

/* Logical pixels: a page is not made wider than one can read it. */
#define MIN_WIDTH 240
#define MAX_WIDTH 900

/* Logical pixels, beside what is marked. */
#define MARK_GAP   6
#define MARK_WIDTH 3

/* Logical pixels, of the sign in the margin: a disc with "!" on it. */
#define SIGN_SIZE 16
#define SIGN_LINE 2

struct _SbSheetView
{
  GtkWidget parent_instance;

  SbWorker *worker; /* (owned) */
  SbSheets *sheets; /* (owned) (nullable) */
  guint sheet;
  GdkTexture *texture; /* (owned) (nullable) as last drawn */
  int drawn_width; /* device pixels it was asked for */
  GCancellable *cancellable; /* (owned) (nullable) of the drawing under way */
  SbSheetNearness nearness;
  gboolean is_stale; /* the texture is not of this sheet and width */
  GArray *marked; /* (owned) (element-type graphene_rect_t) in points */
  GArray *flagged; /* (owned) (element-type graphene_rect_t) in points */
};

G_DEFINE_FINAL_TYPE (SbSheetView, sb_sheet_view, GTK_TYPE_WIDGET)

/* All that the worker needs. */
typedef struct
{
  SbSheets *sheets; /* (owned) */
  guint sheet;
  int width; /* device pixels */
} Drawing;

static void
drawing_free (Drawing *drawing)
{
  sb_sheets_unref (drawing->sheets);
  g_free (drawing);
}

/* Run in the worker. */
static void
draw_sheet (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  const Drawing *drawing = task_data;
  double paper_width = sb_paper_get_width (sb_sheets_get_paper (drawing->sheets));
  double paper_height = sb_paper_get_height (sb_sheets_get_paper (drawing->sheets));
  double scale = drawing->width / paper_width;
  int height = (int) (paper_height * scale + 0.5);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, drawing->width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  sb_sheets_draw (drawing->sheets, drawing->sheet, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task, gdk_memory_texture_new (drawing->width, height, GDK_MEMORY_DEFAULT, bytes, stride),
                         g_object_unref);
}

static void
sheet_drawn_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  SbSheetView *self = SB_SHEET_VIEW (object);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another drawing is under way. */
  if (texture == NULL)
    return;

  g_set_object (&self->texture, texture);
  g_clear_object (&self->cancellable);
  self->is_stale = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
redraw (SbSheetView *self)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_stale = TRUE;
  if (self->sheets == NULL || self->drawn_width == 0 || self->nearness == SB_SHEET_FAR)
    return;

  drawing = g_new0 (Drawing, 1);
  drawing->sheets = sb_sheets_ref (self->sheets);
  drawing->sheet = self->sheet;
  drawing->width = self->drawn_width;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, sheet_drawn_cb, NULL);
  g_task_set_source_tag (task, redraw);
  g_task_set_task_data (task, drawing, (GDestroyNotify) drawing_free);
  /* What can be seen goes before the setting of what was typed since, what cannot goes behind it. */
  sb_worker_push (self->worker, task, self->nearness == SB_SHEET_SEEN ? G_PRIORITY_HIGH : G_PRIORITY_LOW, draw_sheet);
}

static double
get_aspect (SbSheetView *self)
{
  SbPaper paper = self->sheets != NULL ? sb_sheets_get_paper (self->sheets) : SB_PAPER_A4;

  return sb_paper_get_height (paper) / sb_paper_get_width (paper);
}

static GtkSizeRequestMode
sb_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sb_sheet_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  int width = for_size < 0 ? MIN_WIDTH : MIN (for_size, MAX_WIDTH);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = MAX_WIDTH;
      return;
    }

  *minimum = (int) (width * get_aspect (SB_SHEET_VIEW (widget)));
  *natural = *minimum;
}

static void
sb_sheet_view_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  SbSheetView *self = SB_SHEET_VIEW (widget);
  int wanted = MIN (width, MAX_WIDTH) * gtk_widget_get_scale_factor (widget);

  if (self->drawn_width == wanted)
    return;

  self->drawn_width = wanted;
  redraw (self);
}

/* Where the paper lies in the widget, in logical pixels. */
static graphene_rect_t
get_paper (SbSheetView *self)
{
  float width = (float) MIN (gtk_widget_get_width (GTK_WIDGET (self)), MAX_WIDTH);
  float x = ((float) gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2;

  return GRAPHENE_RECT_INIT (x, 0, width, (float) (width * get_aspect (self)));
}

/* Logical pixels to a point. */
static double
get_scale (SbSheetView *self)
{
  SbPaper paper = self->sheets != NULL ? sb_sheets_get_paper (self->sheets) : SB_PAPER_A4;
  graphene_rect_t rect = get_paper (self);

  return rect.size.width / sb_paper_get_width (paper);
}

/* A line beside what is marked, and a breath of colour over it. */
static void
append_marked (SbSheetView *self,
               GtkSnapshot *snapshot,
               const graphene_rect_t *paper)
{
  const GdkRGBA line = { 0.71f, 0.33f, 0.16f, 1 };
  const GdkRGBA wash = { 0.71f, 0.33f, 0.16f, 0.055f };
  float scale = (float) get_scale (self);

  for (guint i = 0; i < self->marked->len; i++)
    {
      const graphene_rect_t *rect = &g_array_index (self->marked, graphene_rect_t, i);
      float x = paper->origin.x + rect->origin.x * scale - MARK_GAP;
      float y = paper->origin.y + rect->origin.y * scale;
      float height = rect->size.height * scale;

      gtk_snapshot_append_color (snapshot, &wash, &GRAPHENE_RECT_INIT (x, y, rect->size.width * scale + 2 * MARK_GAP, height));
      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (x - MARK_WIDTH, y, MARK_WIDTH, height));
    }
}

/* In the middle of the margin, on the side that the text stands on. */
static graphene_rect_t
get_sign (SbSheetView *self,
          const graphene_rect_t *rect)
{
  graphene_rect_t paper = get_paper (self);
  float scale = (float) get_scale (self);
  float width = paper.size.width / scale;
  gboolean is_right = rect->origin.x > width * 0.45f;
  float middle = is_right ? (width + rect->origin.x + rect->size.width) / 2 : rect->origin.x / 2;
  float x = CLAMP (paper.origin.x + middle * scale - SIGN_SIZE / 2.f, paper.origin.x, paper.origin.x + paper.size.width - SIGN_SIZE);

  return GRAPHENE_RECT_INIT (x, paper.origin.y + rect->origin.y * scale, SIGN_SIZE, SIGN_SIZE);
}

/* Seen without its colour as well: by its shape, and by the line beside all that it is about. */
static void
append_flagged (SbSheetView *self,
                GtkSnapshot *snapshot)
{
  const GdkRGBA red = { 0.70f, 0.07f, 0.13f, 1 };
  const GdkRGBA white = { 1, 1, 1, 1 };
  float scale = (float) get_scale (self);

  for (guint i = 0; i < self->flagged->len; i++)
    {
      const graphene_rect_t *rect = &g_array_index (self->flagged, graphene_rect_t, i);
      graphene_rect_t sign = get_sign (self, rect);
      float x = sign.origin.x + SIGN_SIZE / 2.f - SIGN_LINE / 2.f;
      float y = sign.origin.y;
      GskRoundedRect disc;

      gsk_rounded_rect_init_from_rect (&disc, &sign, SIGN_SIZE / 2.f);
      gtk_snapshot_append_color (snapshot, &red, &GRAPHENE_RECT_INIT (x, y, SIGN_LINE, MAX (rect->size.height * scale, SIGN_SIZE)));
      gtk_snapshot_push_rounded_clip (snapshot, &disc);
      gtk_snapshot_append_color (snapshot, &red, &sign);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (x, y + SIGN_SIZE * 0.22f, SIGN_LINE, SIGN_SIZE * 0.34f));
      gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (x, y + SIGN_SIZE * 0.66f, SIGN_LINE, SIGN_LINE));
    }
}

static void
sb_sheet_view_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  SbSheetView *self = SB_SHEET_VIEW (widget);
  graphene_rect_t paper = get_paper (self);
  GskRoundedRect outline;
  GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA shadow = { 0, 0, 0, 0.28f };

  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 6);
  gtk_snapshot_append_color (snapshot, &white, &paper);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &paper);
  append_marked (self, snapshot, &paper);
  append_flagged (self, snapshot);
}

static void
sb_sheet_view_dispose (GObject *object)
{
  SbSheetView *self = SB_SHEET_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->sheets, sb_sheets_unref);

  G_OBJECT_CLASS (sb_sheet_view_parent_class)->dispose (object);
}

static void
sb_sheet_view_finalize (GObject *object)
{
  g_array_unref (SB_SHEET_VIEW (object)->marked);
  g_array_unref (SB_SHEET_VIEW (object)->flagged);

  G_OBJECT_CLASS (sb_sheet_view_parent_class)->finalize (object);
}

static void
sb_sheet_view_class_init (SbSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_sheet_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_sheet_view_finalize;
  widget_class->get_request_mode = sb_sheet_view_get_request_mode;
  widget_class->measure = sb_sheet_view_measure;
  widget_class->size_allocate = sb_sheet_view_size_allocate;
  widget_class->snapshot = sb_sheet_view_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sb_sheet_view_init (SbSheetView *self)
{
  self->marked = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  self->flagged = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  self->nearness = SB_SHEET_SEEN;
}

GtkWidget *
sb_sheet_view_new (SbWorker *worker)
{
  SbSheetView *self = g_object_new (SB_TYPE_SHEET_VIEW, NULL);

  self->worker = g_object_ref (worker);
  return GTK_WIDGET (self);
}

void
sb_sheet_view_set_sheet (SbSheetView *self,
                         SbSheets *sheets,
                         guint sheet)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SB_IS_SHEET_VIEW (self));
  g_return_if_fail (sheets != NULL);

  if (self->sheets == sheets && self->sheet == sheet)
    return;

  g_clear_pointer (&self->sheets, sb_sheets_unref);
  self->sheets = sb_sheets_ref (sheets);
  self->sheet = sheet;
  label = g_strdup_printf (_ ("Page %u of %u"), sheet + 1, sb_sheets_get_n_sheets (sheets));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  redraw (self);
}

void
sb_sheet_view_set_nearness (SbSheetView *self,
                            SbSheetNearness nearness)
{
  g_return_if_fail (SB_IS_SHEET_VIEW (self));

  self->nearness = nearness;
  if (nearness == SB_SHEET_FAR && self->texture != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      g_clear_object (&self->texture);
      self->is_stale = TRUE;
    }
  else if (nearness != SB_SHEET_FAR && self->is_stale && self->cancellable == NULL)
    {
      redraw (self);
    }
}

void
sb_sheet_view_set_marked (SbSheetView *self,
                          const graphene_rect_t *rects,
                          guint n_rects)
{
  g_return_if_fail (SB_IS_SHEET_VIEW (self));

  if (n_rects == 0 && self->marked->len == 0)
    return;

  g_array_set_size (self->marked, 0);
  if (n_rects > 0)
    g_array_append_vals (self->marked, rects, n_rects);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sb_sheet_view_set_flagged (SbSheetView *self,
                           const graphene_rect_t *rects,
                           guint n_rects)
{
  g_autofree char *description = NULL;

  g_return_if_fail (SB_IS_SHEET_VIEW (self));

  if (n_rects == 0 && self->flagged->len == 0)
    return;

  g_array_set_size (self->flagged, 0);
  if (n_rects > 0)
    g_array_append_vals (self->flagged, rects, n_rects);
  if (n_rects > 0)
    description = g_strdup_printf (ngettext ("%u passage without a source", "%u passages without a source", n_rects), n_rects);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
sb_sheet_view_find_flag (SbSheetView *self,
                         const graphene_point_t *place)
{
  g_return_val_if_fail (SB_IS_SHEET_VIEW (self), -1);

  for (guint i = 0; i < self->flagged->len; i++)
    {
      graphene_rect_t sign = get_sign (self, &g_array_index (self->flagged, graphene_rect_t, i));

      if (graphene_rect_contains_point (&sign, place))
        return (int) i;
    }

  return -1;
}

void
sb_sheet_view_find_sign (SbSheetView *self,
                         const graphene_rect_t *rect,
                         graphene_rect_t *place)
{
  g_return_if_fail (SB_IS_SHEET_VIEW (self));

  *place = get_sign (self, rect);
}

gboolean
sb_sheet_view_find_point (SbSheetView *self,
                          const graphene_point_t *place,
                          graphene_point_t *point)
{
  graphene_rect_t paper;
  float scale;

  g_return_val_if_fail (SB_IS_SHEET_VIEW (self), FALSE);

  paper = get_paper (self);
  scale = (float) get_scale (self);
  graphene_point_init (point, (place->x - paper.origin.x) / scale, (place->y - paper.origin.y) / scale);

  return graphene_rect_contains_point (&paper, place);
}

void
sb_sheet_view_find_place (SbSheetView *self,
                          const graphene_rect_t *rect,
                          graphene_rect_t *place)
{
  graphene_rect_t paper;
  float scale;

  g_return_if_fail (SB_IS_SHEET_VIEW (self));

  paper = get_paper (self);
  scale = (float) get_scale (self);
  graphene_rect_init (place, paper.origin.x + rect->origin.x * scale, paper.origin.y + rect->origin.y * scale,
                      rect->size.width * scale, rect->size.height * scale);
}

GdkTexture *
sb_sheet_view_get_texture (SbSheetView *self)
{
  g_return_val_if_fail (SB_IS_SHEET_VIEW (self), NULL);

  return self->is_stale ? NULL : self->texture;
}
