/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-chronology-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* In sizes of letters: the names of lanes. */
#define LEAST_LABEL 7.0
#define MOST_LABEL  15.0

/* What is left free of the width at each end of the period. */
#define AIR_SHARE 0.06

G_DEFINE_FINAL_TYPE (SbChronologyView, sb_chronology_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_VADJUSTMENT,
  N_PROPS
};

enum
{
  EVENTS_CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

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

static void
update_range (SbChronologyView *self)
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
    }

  if (self->chronology == NULL)
    return FALSE;
  if (self->tops != NULL)
    return TRUE;

  self->tops = sb_chronology_painter_measure (self->painter, self->chronology);
  update_range (self);
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

SbChronologySpot
_sb_chronology_view_pick (SbChronologyView *self,
                          double x,
                          double y)
{
  SbChronologyFrame frame;

  if (self->session == NULL || !_sb_chronology_view_prepare (self))
    return (SbChronologySpot) { .kind = SB_CHRONOLOGY_NOWHERE };

  frame = _sb_chronology_view_get_frame (self);
  return sb_chronology_painter_pick (self->painter, self->chronology, self->tops, &frame, x, y);
}

void
_sb_chronology_view_set_scale (SbChronologyView *self,
                               SbChronologyScale scale)
{
  self->scale = scale;
  self->has_scale = TRUE;
  _sb_chronology_view_read_titles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_days (SbChronologyView *self,
           int first,
           int last)
{
  double length = gtk_widget_get_width (GTK_WIDGET (self)) - _sb_chronology_view_get_label_width (self);

  if (length > 1)
    _sb_chronology_view_set_scale (self, sb_chronology_scale_fit (first, last, length, length * AIR_SHARE));
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

static cairo_surface_t *
get_picture (SbChronologyView *self,
             int width,
             int height)
{
  int scale = (int) self->look.scale;
  cairo_surface_t *picture;

  /* The last one may still be held by what was drawn; new memory for each picture takes
   * longer than what is drawn into it. */
  self->next_picture = (self->next_picture + 1) % G_N_ELEMENTS (self->pictures);
  picture = self->pictures[self->next_picture];
  if (picture != NULL && cairo_surface_get_reference_count (picture) == 1 &&
      cairo_image_surface_get_width (picture) == width * scale && cairo_image_surface_get_height (picture) == height * scale)
    return cairo_surface_reference (picture);

  g_clear_pointer (&self->pictures[self->next_picture], cairo_surface_destroy);
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, height * scale);
  cairo_surface_set_device_scale (picture, scale, scale);
  self->pictures[self->next_picture] = cairo_surface_reference (picture);
  return picture;
}

/* What is seen as one picture. GTK would keep each of some thousand strokes to draw
 * them later; a picture it only has to lay down. */
static cairo_surface_t *
paint_picture (SbChronologyView *self,
               int width,
               int height)
{
  SbChronologyFrame frame = _sb_chronology_view_get_frame (self);
  cairo_surface_t *picture = get_picture (self, width, height);
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, self->look.ground.red, self->look.ground.green, self->look.ground.blue);
  cairo_paint (cr);
  sb_chronology_painter_draw (self->painter, cr, self->chronology, self->tops, &frame);
  cairo_destroy (cr);
  return picture;
}

static void
sb_chronology_view_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_surface_t *picture;
  cairo_t *cr;

  if (self->session == NULL || width <= 0 || height <= 0 || !_sb_chronology_view_prepare (self))
    return;

  if (!self->has_scale)
    sb_chronology_view_show_period (self);

  picture = paint_picture (self, width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  if (self->grip == SB_CHRONOLOGY_GRIP_BOX)
    draw_box (self, snapshot);
}

static void
sb_chronology_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

static void
sb_chronology_view_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (widget);

  if (_sb_chronology_view_prepare (self))
    {
      update_range (self);
      _sb_chronology_view_read_titles (self);
    }
  gtk_popover_present (GTK_POPOVER (self->card));
}

static void
session_changed_cb (SbChronologyView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
period_changed_cb (SbChronologyView *self)
{
  if (!self->sets_period && self->painter != NULL && self->has_scale)
    sb_chronology_view_show_period (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
choose (SbChronologyView *self,
        GArray *ids,
        const char *title)
{
  g_signal_emit (self, signals[EVENTS_CHOSEN], 0, ids, title);
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const SbChronologyMark *first = a;
  const SbChronologyMark *second = b;

  if (first->first_day != second->first_day)
    return first->first_day > second->first_day ? -1 : 1;

  return first->id > second->id ? -1 : first->id < second->id;
}

/* The events of @marks, each once, the newest first. (element-type gint64) */
static GArray *
list_events (GArray *marks)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_sort (marks, compare_newest);
  for (guint i = 0; i < marks->len; i++)
    {
      gint64 id = g_array_index (marks, SbChronologyMark, i).id;

      if (i == 0 || g_array_index (marks, SbChronologyMark, i - 1).id != id)
        g_array_append_val (ids, id);
    }

  return ids;
}

void
_sb_chronology_view_choose_cell (SbChronologyView *self,
                                 guint lane,
                                 const SbChronologyCell *cell)
{
  const SbChronologyLane *shown = sb_chronology_get_lane (self->chronology, lane);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SbChronologyMark));
  g_autoptr (GArray) ids = NULL;
  g_autofree char *title = NULL;

  g_array_append_vals (marks, sb_chronology_lane_get_mark (shown, cell->first), cell->n);
  ids = list_events (marks);
  /* Translators: what a lane of the chronology is called, how many of its events are meant. */
  title = g_strdup_printf (ngettext ("%s: %u event", "%s: %u events", ids->len),
                           sb_chronology_lane_get_name (shown, sb_session_get_language (self->session)), ids->len);
  choose (self, ids, title);
}

/* The marks of the lanes between two heights and two times. */
static GArray *
list_marks (SbChronologyView *self,
            double top,
            double bottom,
            double first,
            double last)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SbChronologyMark));

  for (guint i = 0; i < sb_chronology_get_n_lanes (self->chronology); i++)
    {
      const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, i);

      if (g_array_index (self->tops, double, i + 1) < top || g_array_index (self->tops, double, i) > bottom)
        continue;

      for (guint j = sb_chronology_lane_seek (lane, first); j < lane->marks->len; j++)
        {
          const SbChronologyMark *mark = sb_chronology_lane_get_mark (lane, j);

          if (mark->at > last)
            break;
          g_array_append_vals (marks, mark, 1);
        }
    }

  return marks;
}

static double
get_time (SbChronologyView *self,
          double x)
{
  return sb_chronology_scale_get_time (&self->scale, x - _sb_chronology_view_get_label_width (self));
}

void
_sb_chronology_view_choose_box (SbChronologyView *self)
{
  double top = self->box.y - sb_chronology_painter_get_axis_height (self->painter) + gtk_adjustment_get_value (self->vadjustment);
  g_autoptr (GArray) marks =
    list_marks (self, top, top + self->box.height, get_time (self, self->box.x), get_time (self, self->box.x + self->box.width));
  g_autoptr (GArray) ids = list_events (marks);
  g_autofree char *title = g_strdup_printf (ngettext ("%u event chosen", "%u events chosen", ids->len), ids->len);

  choose (self, ids, title);
}

void
_sb_chronology_view_select_spot (SbChronologyView *self,
                                 const SbChronologySpot *spot)
{
  const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, spot->lane);
  g_autoptr (SbRef) ref = NULL;

  if (spot->kind == SB_CHRONOLOGY_BAR)
    ref = sb_record_dup_ref (g_array_index (lane->bars, SbChronologyBar, spot->bar).record);
  else if (spot->kind == SB_CHRONOLOGY_CELL && spot->cell.n == 1)
    ref = sb_ref_new (SB_KIND_EVENT, sb_chronology_lane_get_mark (lane, spot->cell.first)->id, NULL, NULL);
  else if (spot->kind == SB_CHRONOLOGY_LABEL && lane->ref != NULL)
    ref = sb_ref_ref (lane->ref);

  if (ref != NULL)
    sb_session_select (self->session, ref);
  else if (spot->kind == SB_CHRONOLOGY_CELL)
    _sb_chronology_view_choose_cell (self, spot->lane, &spot->cell);
}

static void
update_label (SbChronologyView *self)
{
  guint n_lanes = self->chronology != NULL ? sb_chronology_get_n_lanes (self->chronology) : 0;
  guint n_events = self->chronology != NULL ? sb_chronology_get_n_events (self->chronology) : 0;
  g_autofree char *lanes = g_strdup_printf (ngettext ("%u lane", "%u lanes", n_lanes), n_lanes);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  /* Translators: how many lanes, how many events. */
  g_autofree char *label = g_strdup_printf (_ ("Chronology: %s, %s"), lanes, events);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
sb_chronology_view_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VADJUSTMENT:
      g_value_set_object (value, SB_CHRONOLOGY_VIEW (object)->vadjustment);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_chronology_view_dispose (GObject *object)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (object);

  _sb_chronology_view_stop_reading (self);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_pointer (&self->chronology, sb_chronology_unref);

  G_OBJECT_CLASS (sb_chronology_view_parent_class)->dispose (object);
}

static void
sb_chronology_view_finalize (GObject *object)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->pictures); i++)
    g_clear_pointer (&self->pictures[i], cairo_surface_destroy);
  g_clear_pointer (&self->painter, sb_chronology_painter_free);
  g_clear_pointer (&self->tops, g_array_unref);
  g_free (self->look.family);
  g_hash_table_unref (self->titles);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (sb_chronology_view_parent_class)->finalize (object);
}

static void
sb_chronology_view_class_init (SbChronologyViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_chronology_view_get_property;
  object_class->dispose = sb_chronology_view_dispose;
  object_class->finalize = sb_chronology_view_finalize;
  widget_class->snapshot = sb_chronology_view_snapshot;
  widget_class->measure = sb_chronology_view_measure;
  widget_class->size_allocate = sb_chronology_view_size_allocate;

  properties[PROP_VADJUSTMENT] =
    g_param_spec_object ("vadjustment", NULL, NULL, GTK_TYPE_ADJUSTMENT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EVENTS_CHOSEN] = g_signal_new ("events-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_STRING);

  _sb_chronology_view_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chronology");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_card (SbChronologyView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->card = gtk_popover_new ();
  self->card_label = GTK_LABEL (label);
  gtk_label_set_wrap (self->card_label, TRUE);
  gtk_label_set_xalign (self->card_label, 0);
  gtk_label_set_max_width_chars (self->card_label, 38);
  gtk_popover_set_child (GTK_POPOVER (self->card), label);
  gtk_popover_set_autohide (GTK_POPOVER (self->card), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->card), GTK_POS_TOP);
  gtk_widget_set_can_focus (self->card, FALSE);
  gtk_widget_set_can_target (self->card, FALSE);
  gtk_widget_add_css_class (self->card, "event-card");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

static void
sb_chronology_view_init (SbChronologyView *self)
{
  self->cursor_lane = -1;
  self->cursor_bar = -1;
  self->scale.per_day = 1;
  self->titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (_sb_chronology_view_read_titles), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  make_card (self);
  _sb_chronology_view_add_controllers (self);
  update_label (self);
}

GtkWidget *
sb_chronology_view_new (void)
{
  return g_object_new (SB_TYPE_CHRONOLOGY_VIEW, NULL);
}

void
sb_chronology_view_set_model (SbChronologyView *self,
                              SbEventModel *model)
{
  static const char *const of_period[] = { "notify::first-day", "notify::last-day" };
  static const char *const of_look[] = { "notify::as-of", "notify::selection" };

  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));
  g_return_if_fail (SB_IS_EVENT_MODEL (model) && self->model == NULL);

  self->model = g_object_ref (model);
  self->session = g_object_ref (sb_event_model_get_session (model));
  for (guint i = 0; i < G_N_ELEMENTS (of_period); i++)
    g_signal_connect_object (self->session, of_period[i], G_CALLBACK (period_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (of_look); i++)
    g_signal_connect_object (self->session, of_look[i], G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sb_chronology_view_set_chronology (SbChronologyView *self,
                                   SbChronology *chronology)
{
  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));

  if (self->chronology == chronology)
    return;

  _sb_chronology_view_stop_reading (self);
  g_clear_pointer (&self->chronology, sb_chronology_unref);
  g_clear_pointer (&self->tops, g_array_unref);
  self->chronology = chronology != NULL ? sb_chronology_ref (chronology) : NULL;
  self->cursor_lane = -1;
  g_hash_table_remove_all (self->titles);
  update_label (self);
  if (self->session != NULL && _sb_chronology_view_prepare (self))
    _sb_chronology_view_read_titles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkAdjustment *
sb_chronology_view_get_vadjustment (SbChronologyView *self)
{
  g_return_val_if_fail (SB_IS_CHRONOLOGY_VIEW (self), NULL);

  return self->vadjustment;
}

SbChronologyScale
sb_chronology_view_get_scale (SbChronologyView *self)
{
  g_return_val_if_fail (SB_IS_CHRONOLOGY_VIEW (self), ((SbChronologyScale) { 0, 1 }));

  return self->scale;
}

void
sb_chronology_view_zoom (SbChronologyView *self,
                         double factor)
{
  double position;

  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));

  position = (gtk_widget_get_width (GTK_WIDGET (self)) - _sb_chronology_view_get_label_width (self)) / 2;
  if (self->chronology != NULL && self->cursor_lane >= 0 && self->cursor_bar < 0)
    {
      const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, (guint) self->cursor_lane);
      double at = sb_chronology_scale_get_position (&self->scale, sb_chronology_lane_get_mark (lane, self->cursor_mark)->at);

      if (at > 0 && at < 2 * position)
        position = at;
    }

  _sb_chronology_view_set_scale (self, sb_chronology_scale_zoom (&self->scale, factor, position));
}

void
sb_chronology_view_show_period (SbChronologyView *self)
{
  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));

  if (self->session != NULL)
    show_days (self, sb_session_get_first_day (self->session), sb_session_get_last_day (self->session));
}

void
sb_chronology_view_show_all (SbChronologyView *self)
{
  int first;
  int last;

  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));

  if (self->chronology != NULL && sb_chronology_get_days (self->chronology, &first, &last))
    show_days (self, first, last);
}

GArray *
sb_chronology_view_list_in_view (SbChronologyView *self)
{
  g_autoptr (GArray) marks = NULL;
  double top;

  g_return_val_if_fail (SB_IS_CHRONOLOGY_VIEW (self), NULL);

  if (self->session == NULL || !_sb_chronology_view_prepare (self))
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  top = gtk_adjustment_get_value (self->vadjustment);
  marks = list_marks (self, top, top + gtk_adjustment_get_page_size (self->vadjustment),
                      get_time (self, _sb_chronology_view_get_label_width (self)), get_time (self, gtk_widget_get_width (GTK_WIDGET (self))));
  return list_events (marks);
}
