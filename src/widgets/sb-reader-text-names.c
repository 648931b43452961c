/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-text-private.h"

#include <string.h>

/* Names are marked by a line below them that is drawn, not by tags of the buffer: what
 * a frame costs is what is seen of them, however long the document is. */

/* So long the pointer rests on a name before it is asked what that is; milliseconds. */
#define REST_MS 350

/* A line below a name that is not known is that much fainter. */
#define UNKNOWN_ALPHA 0.55f

enum
{
  NAME_POINTED,
  NAME_LEFT,
  NAME_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How the line of a kind of name looks, on light and on dark ground: a colour, and for
 * who does not tell colours apart, a pattern. Lengths in logical pixels. */
typedef struct
{
  const char *light;
  const char *dark;
  float dash; /* 0: all of it */
  float gap;
  float dot; /* another dash in the middle of the gap; 0 for none */
  float thickness;
  gboolean is_double;
} Line;

static const Line lines[SB_N_READER_MARKS] = {
  [SB_READER_MARK_ACTOR] = { "#9A4424", "#E39A73", 0, 0, 0, 1.4f, FALSE },
  [SB_READER_MARK_PERSON] = { "#6E5A8C", "#B9A6D8", 0, 0, 0, 1, TRUE },
  [SB_READER_MARK_PLACE] = { "#2F6F8F", "#7FB8D4", 2, 2, 0, 1.8f, FALSE },
  [SB_READER_MARK_ROUTE] = { "#5A6B2E", "#A8BD72", 8, 3, 0, 1.6f, FALSE },
  [SB_READER_MARK_INSTRUMENT] = { "#8A5F10", "#DDAA4A", 8, 6, 2, 1.6f, FALSE },
  [SB_READER_MARK_DATE] = { "#5E6469", "#A3AAB0", 1.5f, 5, 0, 1.5f, FALSE },
};

static gboolean
shows_names (SbReaderText *self)
{
  return self->names != NULL && !self->hides_names;
}

/* Text that is light is on a dark ground. */
static gboolean
is_dark (SbReaderText *self)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  return colour.red + colour.green + colour.blue > 1.5f;
}

static void
append_dashes (GtkSnapshot *snapshot,
               const graphene_rect_t *line,
               float period,
               float offset,
               float length,
               const GdkRGBA *colour)
{
  graphene_rect_t tile = GRAPHENE_RECT_INIT (line->origin.x, line->origin.y, period, line->size.height);
  graphene_rect_t dash = GRAPHENE_RECT_INIT (line->origin.x + offset, line->origin.y, length, line->size.height);

  gtk_snapshot_push_repeat (snapshot, line, &tile);
  gtk_snapshot_append_color (snapshot, colour, &dash);
  gtk_snapshot_pop (snapshot);
}

static void
append_line (GtkSnapshot *snapshot,
             const Line *look,
             const GdkRGBA *colour,
             float x,
             float y,
             float width)
{
  graphene_rect_t line = GRAPHENE_RECT_INIT (x, y, width, look->thickness);
  graphene_rect_t second = GRAPHENE_RECT_INIT (x, y + 2, width, look->thickness);
  float period = look->dash + look->gap;

  if (width <= 0)
    return;

  if (look->dash > 0)
    append_dashes (snapshot, &line, period, 0, look->dash, colour);
  else
    gtk_snapshot_append_color (snapshot, colour, &line);
  if (look->dot > 0)
    append_dashes (snapshot, &line, period, look->dash + (look->gap - look->dot) / 2, look->dot, colour);
  if (look->is_double)
    gtk_snapshot_append_color (snapshot, colour, &second);
}

/* The part of a name that is on one line of the view, from @from to @to. */
static void
snapshot_piece (SbReaderText *self,
                GtkSnapshot *snapshot,
                const Line *look,
                const GdkRGBA *colour,
                float ascent,
                const GtkTextIter *from,
                const GtkTextIter *to)
{
  GtkTextIter last = *to;
  GdkRectangle first_place;
  GdkRectangle last_place;
  float left;
  float right;

  gtk_text_iter_backward_char (&last);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), from, &first_place);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &last, &last_place);
  left = (float) MIN (first_place.x, last_place.x);
  right = (float) MAX (first_place.x + first_place.width, last_place.x + last_place.width);
  append_line (snapshot, look, colour, left, (float) first_place.y + (float) first_place.height * ascent + 2, right - left);
}

/* A name goes from one line of the view to the next where it is broken. */
static void
snapshot_name (SbReaderText *self,
               GtkSnapshot *snapshot,
               const SbReaderMark *mark,
               float ascent,
               gboolean dark)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const Line *look = &lines[mark->kind];
  GtkTextIter from;
  GtkTextIter end;
  GdkRGBA colour;

  gdk_rgba_parse (&colour, dark ? look->dark : look->light);
  if (!mark->is_known && mark->kind != SB_READER_MARK_DATE)
    colour.alpha = UNKNOWN_ALPHA;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) mark->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) mark->end);
  while (gtk_text_iter_compare (&from, &end) < 0)
    {
      GtkTextIter next = from;

      if (!gtk_text_view_forward_display_line (view, &next) || gtk_text_iter_compare (&next, &end) > 0)
        next = end;
      if (gtk_text_iter_compare (&next, &from) <= 0)
        return;

      snapshot_piece (self, snapshot, look, &colour, ascent, &from, &next);
      from = next;
    }
}

/* Which part of the height of a line is above its base line. */
static float
measure_ascent (SbReaderText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  float ascent = (float) pango_font_metrics_get_ascent (metrics);
  float descent = (float) pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  return ascent + descent > 0 ? ascent / (ascent + descent) : 0.8f;
}

void
_sb_reader_text_snapshot_names (SbReaderText *self,
                                GtkSnapshot *snapshot,
                                guint first,
                                guint last)
{
  gboolean dark;
  float ascent;

  if (!shows_names (self))
    return;

  dark = is_dark (self);
  ascent = measure_ascent (self);
  for (guint i = sb_reader_marks_seek (self->names, first); i < self->names->len; i++)
    {
      const SbReaderMark *mark = g_ptr_array_index (self->names, i);

      if (mark->start > last)
        return;

      snapshot_name (self, snapshot, mark, ascent, dark);
    }
}

/* The name at a point of the widget; NULL for none. */
static const SbReaderMark *
find_at_point (SbReaderText *self,
               int x,
               int y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  if (!shows_names (self))
    return NULL;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return NULL;

  return sb_reader_marks_find (self->names, (guint) gtk_text_iter_get_offset (&iter));
}

static gboolean
rested_cb (gpointer data)
{
  SbReaderText *self = data;
  const SbReaderMark *mark = find_at_point (self, self->pointer_x, self->pointer_y);

  self->hover_id = 0;
  if (mark != NULL)
    g_signal_emit (self, signals[NAME_POINTED], 0, (int) mark->start, (int) mark->end);

  return G_SOURCE_REMOVE;
}

static void
moved_cb (SbReaderText *self,
          double x,
          double y)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  self->pointer_x = (int) x;
  self->pointer_y = (int) y;
  if (find_at_point (self, self->pointer_x, self->pointer_y) == NULL)
    g_signal_emit (self, signals[NAME_LEFT], 0);
  else
    self->hover_id = g_timeout_add (REST_MS, rested_cb, self);
}

static void
left_cb (SbReaderText *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant *parameter,
         gpointer user_data)
{
  return sb_reader_text_step_name (SB_READER_TEXT (widget), g_variant_get_int32 (parameter) < 0);
}

/* Asks about what is selected, or about the name that the cursor is in. */
static gboolean
ask_cb (GtkWidget *widget,
        GVariant *parameter,
        gpointer user_data)
{
  SbReaderText *self = SB_READER_TEXT (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const SbReaderMark *mark = NULL;
  GtkTextIter at;
  int start;
  int end;

  if (sb_reader_text_get_selected_range (self, &start, &end))
    {
      g_signal_emit (self, signals[NAME_ASKED], 0, start, end);
      return TRUE;
    }

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  if (shows_names (self))
    mark = sb_reader_marks_find (self->names, (guint) gtk_text_iter_get_offset (&at));
  if (mark == NULL)
    return FALSE;

  g_signal_emit (self, signals[NAME_ASKED], 0, (int) mark->start, (int) mark->end);
  return TRUE;
}

void
_sb_reader_text_class_init_names (SbReaderTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[NAME_POINTED] = g_signal_new ("name-pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[NAME_LEFT] = g_signal_new ("name-left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NAME_ASKED] = g_signal_new ("name-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, 0, step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, GDK_SHIFT_MASK, step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, 0, ask_cb, NULL);
}

void
_sb_reader_text_init_names (SbReaderText *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
_sb_reader_text_dispose_names (SbReaderText *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

void
sb_reader_text_set_names (SbReaderText *self,
                          GPtrArray *names)
{
  g_return_if_fail (SB_IS_READER_TEXT (self));

  if (names != NULL)
    g_ptr_array_ref (names);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = names;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GPtrArray *
sb_reader_text_get_names (SbReaderText *self)
{
  g_return_val_if_fail (SB_IS_READER_TEXT (self), NULL);

  return self->names;
}

void
sb_reader_text_set_show_names (SbReaderText *self,
                               gboolean shows_names)
{
  g_return_if_fail (SB_IS_READER_TEXT (self));

  self->hides_names = !shows_names;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
sb_reader_text_step_name (SbReaderText *self,
                          gboolean backwards)
{
  GtkTextBuffer *buffer;
  GtkTextIter from;
  GtkTextIter to;
  const SbReaderMark *mark;
  guint position;

  g_return_val_if_fail (SB_IS_READER_TEXT (self), FALSE);

  if (!shows_names (self) || self->names->len == 0)
    return FALSE;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  position = sb_reader_marks_seek (self->names, (guint) gtk_text_iter_get_offset (backwards ? &from : &to));
  if (!backwards && position < self->names->len)
    {
      mark = g_ptr_array_index (self->names, position);
      /* The cursor is in this one: the next one is meant. */
      if ((int) mark->start < gtk_text_iter_get_offset (&to))
        position++;
    }

  /* Past the end it goes on from the other one. */
  position = backwards ? (position == 0 ? self->names->len : position) - 1 : position % self->names->len;
  mark = g_ptr_array_index (self->names, position);
  sb_reader_text_show_range (self, (int) mark->start, (int) mark->end);
  g_signal_emit (self, signals[NAME_POINTED], 0, (int) mark->start, (int) mark->end);
  return TRUE;
}

gboolean
sb_reader_text_get_place (SbReaderText *self,
                          int start,
                          int end,
                          GdkRectangle *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer;
  GtkTextIter from;
  GtkTextIter to;
  GdkRectangle last;

  g_return_val_if_fail (SB_IS_READER_TEXT (self) && place != NULL, FALSE);

  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, MAX (start, end - 1));
  gtk_text_view_get_iter_location (view, &from, place);
  gtk_text_view_get_iter_location (view, &to, &last);
  /* Of what goes over several lines, the first one. */
  if (last.y == place->y)
    place->width = MAX (last.x + last.width, place->x + place->width) - MIN (last.x, place->x);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place->x, place->y, &place->x, &place->y);
  return place->y + place->height > 0 && place->y < gtk_widget_get_height (GTK_WIDGET (self));
}
