/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-text-private.h"

#include "sb-extract.h"
#include "sb-record.h"

#include <string.h>

/* Between two lines, as a part of the height of one: what a text of long lines needs. */
#define LEADING 0.3

/* So many blocks of a text are set at once, and the others for so long at a time; a frame
 * has room for that. In microseconds. */
#define FIRST_BLOCKS 48
#define SLICE_US     4000

G_DEFINE_FINAL_TYPE (SbReaderText, sb_reader_text, GTK_TYPE_TEXT_VIEW)

enum
{
  EXTRACT_ACTIVATED,
  FONT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_highlights (SbReaderText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint n_extracts = self->extracts != NULL ? g_list_model_get_n_items (self->extracts) : 0;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "extract", &start, &end);
  for (guint i = 0; i < n_extracts; i++)
    {
      g_autoptr (SbRecord) extract = g_list_model_get_item (self->extracts, i);

      _sb_reader_text_apply_tag (buffer, "extract",
                                 (int) sb_record_get_integer (extract, SB_EXTRACT_START, 0),
                                 (int) sb_record_get_integer (extract, SB_EXTRACT_END, 0));
    }
}

static void
released_cb (SbReaderText *self,
             int n_press,
             double x,
             double y,
             GtkGestureClick *click)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;
  int at;
  int buffer_x;
  int buffer_y;

  if (self->extracts == NULL || n_press != 1 || gtk_text_buffer_get_has_selection (buffer))
    return;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return;

  at = gtk_text_iter_get_offset (&iter);
  for (guint i = 0; i < g_list_model_get_n_items (self->extracts); i++)
    {
      g_autoptr (SbRecord) extract = g_list_model_get_item (self->extracts, i);

      if (at < sb_record_get_integer (extract, SB_EXTRACT_START, 0) ||
          at >= sb_record_get_integer (extract, SB_EXTRACT_END, 0))
        continue;

      g_signal_emit (self, signals[EXTRACT_ACTIVATED], 0, i);
      return;
    }
}

static void
snapshot_bullet (SbReaderText *self,
                 GtkSnapshot *snapshot,
                 guint block,
                 const GdkRGBA *colour)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "•");
  GtkTextIter iter;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, g_array_index (self->starts, int, block));
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place.x - 16, place.y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* A line at the side of what somebody said. */
static void
snapshot_quote (SbReaderText *self,
                GtkSnapshot *snapshot,
                guint block,
                const GdkRGBA *colour)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const char *text = sb_block_get_text (g_ptr_array_index (self->blocks, block));
  int start = g_array_index (self->starts, int, block);
  GdkRGBA faint = *colour;
  GtkTextIter iter;
  GdkRectangle first;
  GdkRectangle last;

  faint.alpha *= 0.35f;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start + (int) g_utf8_strlen (text, -1));
  gtk_text_view_get_iter_location (view, &iter, &last);
  gtk_snapshot_append_color (snapshot, &faint,
                             &GRAPHENE_RECT_INIT (SB_READER_MARGIN + 8, (float) first.y, 3, (float) (last.y + last.height - first.y)));
}

static void
snapshot_block (SbReaderText *self,
                GtkSnapshot *snapshot,
                guint block,
                const GdkRGBA *colour)
{
  switch (sb_block_get_kind (g_ptr_array_index (self->blocks, block)))
    {
    case SB_BLOCK_LIST_ITEM:
      snapshot_bullet (self, snapshot, block, colour);
      break;

    case SB_BLOCK_QUOTE:
      snapshot_quote (self, snapshot, block, colour);
      break;

    default:
      break;
    }
}

/* The block that the character @at is in or before. */
static guint
find_block (SbReaderText *self,
            int at)
{
  guint first = 0;
  guint last = self->starts->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (self->starts, int, middle) <= at)
        first = middle + 1;
      else
        last = middle;
    }

  return first > 0 ? first - 1 : 0;
}

static void
sb_reader_text_snapshot_layer (GtkTextView *view,
                               GtkTextViewLayer layer,
                               GtkSnapshot *snapshot)
{
  SbReaderText *self = SB_READER_TEXT (view);
  GdkRectangle visible;
  GtkTextIter first;
  GtkTextIter last;
  GdkRGBA colour;

  if (self->blocks == NULL)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &first, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &last, visible.y + visible.height, NULL);
  gtk_text_iter_forward_to_line_end (&last);
  /* Above the ground of the passages that were lifted. */
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    {
      _sb_reader_text_snapshot_names (self, snapshot, (guint) gtk_text_iter_get_offset (&first),
                                      (guint) gtk_text_iter_get_offset (&last));
      return;
    }

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  for (guint i = find_block (self, gtk_text_iter_get_offset (&first)); i < self->starts->len; i++)
    {
      if (g_array_index (self->starts, int, i) > gtk_text_iter_get_offset (&last))
        break;

      snapshot_block (self, snapshot, i, &colour);
    }
}

/* The lines stand apart by the size of the letters. */
static void
update_spacing (SbReaderText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), (int) (height * LEADING));
}

static void
sb_reader_text_css_changed (GtkWidget *widget,
                            GtkCssStyleChange *change)
{
  SbReaderText *self = SB_READER_TEXT (widget);

  GTK_WIDGET_CLASS (sb_reader_text_parent_class)->css_changed (widget, change);

  update_spacing (self);
  if (self->blocks != NULL)
    _sb_reader_text_update_tables (self);
  g_signal_emit (self, signals[FONT_CHANGED], 0);
}

/* What lies over the text is as wide as the text, and must not keep that as wide as it
 * is. */
static void
measure_view (GtkWidget *widget,
              GtkOrientation orientation,
              int for_size,
              int *minimum,
              int *natural,
              int *minimum_baseline,
              int *natural_baseline)
{
  GTK_WIDGET_CLASS (sb_reader_text_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);

  if (orientation == GTK_ORIENTATION_HORIZONTAL && SB_READER_TEXT (widget)->cards->len > 0)
    *minimum = MIN (*minimum, SB_READER_MIN_CARD + 2 * SB_READER_MARGIN);
}

static void
sb_reader_text_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  GTK_WIDGET_CLASS (sb_reader_text_parent_class)->size_allocate (widget, width, height, baseline);

  _sb_reader_text_queue_cards (SB_READER_TEXT (widget));
}

static void
sb_reader_text_dispose (GObject *object)
{
  SbReaderText *self = SB_READER_TEXT (object);

  _sb_reader_text_dispose_cards (self);
  g_clear_handle_id (&self->setting_id, g_source_remove);
  _sb_reader_text_dispose_names (self);
  g_clear_object (&self->extracts);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (sb_reader_text_parent_class)->dispose (object);
}

static void
sb_reader_text_finalize (GObject *object)
{
  SbReaderText *self = SB_READER_TEXT (object);

  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->card_tags);
  g_ptr_array_unref (self->slots);
  g_array_unref (self->starts);
  g_array_unref (self->table_blocks);
  g_ptr_array_unref (self->table_tags);
  g_free (self->family);
  g_object_unref (self->style);

  G_OBJECT_CLASS (sb_reader_text_parent_class)->finalize (object);
}

static void
sb_reader_text_class_init (SbReaderTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_reader_text_dispose;
  object_class->finalize = sb_reader_text_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = sb_reader_text_css_changed;
  GTK_WIDGET_CLASS (klass)->measure = measure_view;
  GTK_WIDGET_CLASS (klass)->size_allocate = sb_reader_text_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = sb_reader_text_snapshot_layer;

  signals[EXTRACT_ACTIVATED] =
    g_signal_new ("extract-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FONT_CHANGED] =
    g_signal_new ("font-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  _sb_reader_text_class_init_names (klass);
}

static void
sb_reader_text_init (SbReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->table_blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->table_tags = g_ptr_array_new_with_free_func (g_object_unref);
  self->text_size = 1;
  self->style = gtk_css_provider_new ();

  _sb_reader_text_create_tags (gtk_text_view_get_buffer (view));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, SB_READER_MARGIN);
  gtk_text_view_set_right_margin (view, SB_READER_MARGIN);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader-text");
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->style),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  _sb_reader_text_init_kept (self);
  _sb_reader_text_init_names (self);
  _sb_reader_text_init_cards (self);
}

GtkWidget *
sb_reader_text_new (void)
{
  return g_object_new (SB_TYPE_READER_TEXT, NULL);
}

/* Sets the next block, and the blank line before it. */
static void
set_next_block (SbReaderText *self,
                GtkTextBuffer *buffer)
{
  guint block = self->starts->len;
  const SbBlock *next = g_ptr_array_index (self->blocks, block);
  GtkTextIter iter;
  int start;

  gtk_text_buffer_get_end_iter (buffer, &iter);
  start = gtk_text_iter_get_offset (&iter);
  if (block > 0)
    {
      gtk_text_buffer_insert (buffer, &iter, "\n\n", 2);
      _sb_reader_text_apply_tag (buffer, "gap", start + 1, start + 2);
      start += 2;
      gtk_text_buffer_get_end_iter (buffer, &iter);
    }

  gtk_text_buffer_insert (buffer, &iter, sb_block_get_text (next), -1);
  g_array_append_val (self->starts, start);
  gtk_text_buffer_get_end_iter (buffer, &iter);
  _sb_reader_text_set_block (self, buffer, next, start, gtk_text_iter_get_offset (&iter));
  if (sb_block_get_kind (next) == SB_BLOCK_TABLE)
    _sb_reader_text_add_table (self, block, start, gtk_text_iter_get_offset (&iter));
}

/* Sets blocks for some time, @n_blocks of them whatever it takes; TRUE when more are
 * left. */
static gboolean
set_some_blocks (SbReaderText *self,
                 guint n_blocks)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gint64 deadline = g_get_monotonic_time () + SLICE_US;
  guint last = self->starts->len + n_blocks;

  while (self->starts->len < self->blocks->len && (self->starts->len < last || g_get_monotonic_time () < deadline))
    set_next_block (self, buffer);

  return self->starts->len < self->blocks->len;
}

static gboolean
set_blocks_cb (gpointer data)
{
  SbReaderText *self = data;

  if (set_some_blocks (self, 1))
    return G_SOURCE_CONTINUE;

  self->setting_id = 0;
  update_highlights (self);
  _sb_reader_text_queue_cards (self);
  return G_SOURCE_REMOVE;
}

void
_sb_reader_text_finish (SbReaderText *self)
{
  if (self->setting_id == 0)
    return;

  g_clear_handle_id (&self->setting_id, g_source_remove);
  set_some_blocks (self, self->blocks->len);
  update_highlights (self);
  _sb_reader_text_queue_cards (self);
}

void
sb_reader_text_set_blocks (SbReaderText *self,
                           GPtrArray *blocks)
{
  g_return_if_fail (SB_IS_READER_TEXT (self));

  if (blocks != NULL)
    g_ptr_array_ref (blocks);
  g_clear_handle_id (&self->setting_id, g_source_remove);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_array_set_size (self->starts, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "", 0);
  _sb_reader_text_forget_selection (self);
  _sb_reader_text_forget_tables (self);
  _sb_reader_text_forget_cards (self);
  sb_reader_text_set_names (self, NULL);
  self->blocks = blocks;
  /* A long text would keep the window waiting: what is not seen yet follows. */
  if (blocks != NULL && set_some_blocks (self, FIRST_BLOCKS))
    self->setting_id = g_idle_add (set_blocks_cb, self);

  update_highlights (self);
}

void
sb_reader_text_set_extracts (SbReaderText *self,
                             GListModel *extracts)
{
  g_return_if_fail (SB_IS_READER_TEXT (self));

  if (self->extracts == extracts)
    return;

  if (self->extracts != NULL)
    g_signal_handlers_disconnect_by_func (self->extracts, update_highlights, self);

  g_set_object (&self->extracts, extracts);
  if (extracts != NULL)
    g_signal_connect_object (extracts, "items-changed", G_CALLBACK (update_highlights), self, G_CONNECT_SWAPPED);

  update_highlights (self);
}

static void
update_style (SbReaderText *self)
{
  g_autoptr (GString) css = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  /* A sans serif looks larger than a serif of its size. */
  g_ascii_formatd (number, sizeof number, "%.0f", (self->family != NULL ? 105 : 115) * self->text_size);
  g_string_append_printf (css, ".reader-text { font-size: %s%%;", number);
  if (self->family != NULL)
    g_string_append_printf (css, " font-family: \"%s\", sans-serif;", self->family);
  g_string_append (css, " }");
  gtk_css_provider_load_from_data (self->style, css->str, -1);
}

void
sb_reader_text_set_text_size (SbReaderText *self,
                              double size)
{
  g_return_if_fail (SB_IS_READER_TEXT (self));

  self->text_size = size;
  update_style (self);
}

void
sb_reader_text_set_family (SbReaderText *self,
                           const char *family)
{
  g_return_if_fail (SB_IS_READER_TEXT (self));

  if (g_strcmp0 (family, self->family) == 0)
    return;

  g_free (self->family);
  self->family = g_strdup (family);
  update_style (self);
}

int
sb_reader_text_get_margins (SbReaderText *self)
{
  return 2 * SB_READER_MARGIN;
}

int
sb_reader_text_get_first_visible (SbReaderText *self)
{
  GdkRectangle visible;
  GtkTextIter first;

  g_return_val_if_fail (SB_IS_READER_TEXT (self), 0);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &first, visible.y, NULL);
  return gtk_text_iter_get_offset (&first);
}

void
sb_reader_text_go_to (SbReaderText *self,
                      int at)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (SB_IS_READER_TEXT (self));

  _sb_reader_text_finish (self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, at);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0);
}

gboolean
sb_reader_text_get_selected_range (SbReaderText *self,
                                   int *start,
                                   int *end)
{
  GtkTextIter from;
  GtkTextIter to;

  g_return_val_if_fail (SB_IS_READER_TEXT (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &from, &to))
    return FALSE;

  while (gtk_text_iter_compare (&from, &to) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&from)))
    gtk_text_iter_forward_char (&from);

  while (gtk_text_iter_compare (&from, &to) < 0)
    {
      GtkTextIter last = to;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;

      to = last;
    }

  *start = gtk_text_iter_get_offset (&from);
  *end = gtk_text_iter_get_offset (&to);
  return *start < *end;
}

void
sb_reader_text_show_range (SbReaderText *self,
                           int start,
                           int end)
{
  GtkTextBuffer *buffer;
  GtkTextIter from;
  GtkTextIter to;

  g_return_if_fail (SB_IS_READER_TEXT (self));

  _sb_reader_text_finish (self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &from, &to);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.1, TRUE, 0, 0.3);
}
