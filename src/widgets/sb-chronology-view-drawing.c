/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-chronology-view-private.h"

#include <adwaita.h>
#include <math.h>

/* What the view looks like, and what it shows of the chronology, as one picture. */

/* In sizes of letters: the names of lanes. */
#define LEAST_LABEL 7.0
#define MOST_LABEL  15.0

static SbSymbolColour
get_colour (SbChronologyView *self,
            const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA rgba;

  if (!gtk_style_context_lookup_color (context, name, &rgba))
    gtk_style_context_get_color (context, &rgba);

  return (SbSymbolColour) { rgba.red, rgba.green, rgba.blue };
}

static SbSymbolColour
mix (const SbSymbolColour *a,
     const SbSymbolColour *b,
     double share)
{
  return (SbSymbolColour) {
    a->red + (b->red - a->red) * share,
    a->green + (b->green - a->green) * share,
    a->blue + (b->blue - a->blue) * share,
  };
}

/* The size of letters, in logical pixels, as large as the user has them. */
static double
get_font_size (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_units_to_double (pango_font_description_get_size (font));
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * (resolution > 0 ? resolution : 96) / 72;
}

static SbChronologyLook
make_look (SbChronologyView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  SbChronologyLook look = {
    .style = is_dark ? SB_BASEMAP_STYLE_DARK : SB_BASEMAP_STYLE_LIGHT,
    .scale = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    .family = (char *) pango_font_description_get_family (pango_context_get_font_description (context)),
    .font_size = get_font_size (context),
    .text = get_colour (self, "window_fg_color"),
    .ground = get_colour (self, "view_bg_color"),
    .accent = get_colour (self, "laterite"),
    .restriction = get_colour (self, "laterite"),
    .alliance = get_colour (self, "river"),
  };

  look.quiet = mix (&look.text, &look.ground, 0.35);
  return look;
}

void
_sb_chronology_view_update_range (SbChronologyView *self)
{
  double axis = sb_chronology_painter_get_axis_height (self->painter);
  double page = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - axis, 1);
  double all = self->tops != NULL ? g_array_index (self->tops, double, self->tops->len - 1) : 0;

  gtk_adjustment_configure (self->vadjustment, MIN (gtk_adjustment_get_value (self->vadjustment), MAX (all - page, 0)), 0,
                            MAX (all, page), self->look.font_size * 3, page * 0.8, page);
}

gboolean
_sb_chronology_view_prepare (SbChronologyView *self)
{
  SbChronologyLook look = make_look (self);

  if (self->painter == NULL || !sb_chronology_look_equal (&look, &self->look))
    {
      g_clear_pointer (&self->painter, sb_chronology_painter_free);
      g_clear_pointer (&self->tops, g_array_unref);
      g_free (self->look.family);
      self->look = look;
      self->look.family = g_strdup (look.family);
      self->painter = sb_chronology_painter_new (&self->look);
      self->is_stale = TRUE;
    }

  if (self->chronology == NULL)
    return FALSE;
  if (self->tops != NULL)
    return TRUE;

  self->tops = sb_chronology_painter_measure (self->painter, self->chronology);
  _sb_chronology_view_update_range (self);
  return TRUE;
}

double
_sb_chronology_view_get_label_width (SbChronologyView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  return round (CLAMP (width * 0.24, MIN (LEAST_LABEL * self->look.font_size, width * 0.3), MOST_LABEL * self->look.font_size));
}

static const char *
get_title (gint64 event,
           gpointer data)
{
  return g_hash_table_lookup (SB_CHRONOLOGY_VIEW (data)->titles, &event);
}

static gint64
get_selected (SbChronologyView *self)
{
  SbRef *selection = sb_session_get_selection (self->session);
  SbKind kind = selection != NULL ? sb_ref_get_kind (selection) : SB_KIND_NONE;

  return kind == SB_KIND_EVENT || kind == SB_KIND_RESTRICTION || kind == SB_KIND_ALLIANCE ? sb_ref_get_id (selection) : 0;
}

SbChronologyFrame
_sb_chronology_view_get_frame (SbChronologyView *self)
{
  return (SbChronologyFrame) {
    .language = sb_session_get_language (self->session),
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .label_width = _sb_chronology_view_get_label_width (self),
    .scroll = round (gtk_adjustment_get_value (self->vadjustment)),
    .scale = self->scale,
    .moment = { sb_session_get_first_day (self->session), sb_session_get_last_day (self->session), sb_session_get_as_of (self->session) },
    .shows_moment = TRUE,
    .selected = get_selected (self),
    .cursor_lane = gtk_widget_has_focus (GTK_WIDGET (self)) ? self->cursor_lane : -1,
    .cursor_mark = self->cursor_mark,
    .cursor_bar = self->cursor_bar,
    .get_title = get_title,
    .title_data = self,
  };
}

static void
draw_box (SbChronologyView *self,
          GtkSnapshot *snapshot)
{
  const graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) self->box.x, (float) self->box.y, (float) self->box.width, (float) self->box.height);
  const GdkRGBA colour = { (float) self->look.accent.red, (float) self->look.accent.green, (float) self->look.accent.blue, 1 };
  GdkRGBA inside = colour;

  inside.alpha = 0.15f;
  gtk_snapshot_append_color (snapshot, &inside, &rect);
  gtk_snapshot_append_border (snapshot, &GSK_ROUNDED_RECT_INIT (rect.origin.x, rect.origin.y, rect.size.width, rect.size.height),
                              (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { colour, colour, colour, colour });
}

/* An image that is painted to be @picture, the one after the last. The last one is still
 * held by what was drawn; new memory for each takes longer than what is drawn into it. */
static cairo_surface_t *
dup_surface (SbPicture *picture,
             int width,
             int height)
{
  cairo_surface_t *surface = picture != NULL ? sb_picture_get_surface (picture) : NULL;

  if (surface != NULL && cairo_surface_get_reference_count (surface) == 1 && cairo_image_surface_get_width (surface) == width &&
      cairo_image_surface_get_height (surface) == height)
    return cairo_surface_reference (surface);

  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

/* Whether @a and @b show the same, but for how far they are scrolled. */
static gboolean
is_same_but_scrolled (const SbChronologyFrame *a,
                      const SbChronologyFrame *b)
{
  return a->language == b->language && a->width == b->width && a->height == b->height && a->label_width == b->label_width &&
         a->scale.first == b->scale.first && a->scale.per_day == b->scale.per_day && a->moment.first_day == b->moment.first_day &&
         a->moment.last_day == b->moment.last_day && a->moment.as_of == b->moment.as_of && a->shows_moment == b->shows_moment &&
         a->selected == b->selected && a->cursor_lane == b->cursor_lane && a->cursor_mark == b->cursor_mark &&
         a->cursor_bar == b->cursor_bar;
}

/* Paints all that is below the axis between two heights. */
static void
paint_strip (SbChronologyView *self,
             cairo_t *cr,
             const SbChronologyFrame *frame,
             double top,
             double bottom)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, top, frame->width, bottom - top);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, self->look.ground.red, self->look.ground.green, self->look.ground.blue);
  cairo_paint (cr);
  sb_chronology_painter_draw (self->painter, cr, self->chronology, self->tops, frame);
  cairo_restore (cr);
}

/* The last picture, and what has come into view since: the axis stands, the lanes move. */
static void
paint_scrolled (SbChronologyView *self,
                cairo_t *cr,
                SbPicture *last,
                const SbChronologyFrame *frame)
{
  double axis = sb_chronology_painter_get_axis_height (self->painter);
  double way = frame->scroll - self->shown.scroll;

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, sb_picture_get_surface (last), 0, -way * self->look.scale);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_restore (cr);

  paint_strip (self, cr, frame, 0, axis);
  if (way > 0)
    paint_strip (self, cr, frame, frame->height - way, frame->height);
  else
    paint_strip (self, cr, frame, axis, axis - way);
}

/* What is seen as one picture. GTK would keep each of some thousand strokes to draw
 * them later; a picture it only has to lay down. */
static SbPicture *
get_picture (SbChronologyView *self)
{
  SbChronologyFrame frame = _sb_chronology_view_get_frame (self);
  SbPicture *last = self->pictures[self->last_picture];
  gboolean is_kept = last != NULL && !self->is_stale && is_same_but_scrolled (&frame, &self->shown);
  double room = frame.height - sb_chronology_painter_get_axis_height (self->painter);
  int scale = (int) self->look.scale;
  guint next = (self->last_picture + 1) % G_N_ELEMENTS (self->pictures);
  cairo_surface_t *surface;
  cairo_t *cr;

  if (is_kept && frame.scroll == self->shown.scroll)
    return last;

  surface = dup_surface (self->pictures[next], (int) frame.width * scale, (int) frame.height * scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  if (is_kept && fabs (frame.scroll - self->shown.scroll) < room)
    paint_scrolled (self, cr, last, &frame);
  else
    paint_strip (self, cr, &frame, 0, frame.height);
  cairo_destroy (cr);

  g_clear_pointer (&self->pictures[next], sb_picture_unref);
  self->pictures[next] = sb_picture_new (surface, scale);
  self->last_picture = next;
  self->shown = frame;
  self->is_stale = FALSE;
  return self->pictures[next];
}

void
_sb_chronology_view_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->session == NULL || width <= 0 || height <= 0 || !_sb_chronology_view_prepare (self))
    return;

  if (!self->has_scale)
    sb_chronology_view_show_period (self);

  sb_picture_append (get_picture (self), snapshot, widget, &(SbRect) { 0, 0, width, height });
  if (self->grip == SB_CHRONOLOGY_GRIP_BOX)
    draw_box (self, snapshot);
  gtk_widget_snapshot_child (widget, self->card, snapshot);
}
