/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-text.h"

#include "sb-block.h"
#include "sb-extract.h"
#include "sb-record.h"

#include <string.h>

/* The measure: about seventy characters, in logical pixels at size 1. */
#define MEASURE       640
#define MARGIN        24
#define LIST_INDENT   26
#define HEADING_SPACE 14

/* Lists deeper than this stand in no further. */
#define MAX_DEPTH 6

/* A heading of level 3 and below looks alike. */
#define N_HEADING_LEVELS 3

/* Where something was found; in characters. */
typedef struct
{
  int start;
  int end;
} Match;

#define NO_MATCH ((Match) { -1, -1 })

struct _SbReaderText
{
  GtkTextView parent_instance;

  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) */
  GListModel *extracts; /* (owned) (nullable) (element-type SbRecord) */
  GArray *starts; /* (owned) (element-type int) where each block starts */
  GtkCssProvider *style; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SbReaderText, sb_reader_text, GTK_TYPE_TEXT_VIEW)

enum
{
  EXTRACT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
create_tags (GtkTextBuffer *buffer)
{
  static const double heading_scales[N_HEADING_LEVELS] = { 1.45, 1.25, 1.1 };

  gtk_text_buffer_create_tag (buffer, "gap", "scale", 0.55, NULL);
  for (int i = 0; i < N_HEADING_LEVELS; i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%d", i + 1);

      gtk_text_buffer_create_tag (buffer, name,
                                  "scale", heading_scales[i],
                                  "weight", PANGO_WEIGHT_BOLD,
                                  "pixels-above-lines", HEADING_SPACE,
                                  NULL);
    }

  for (int depth = 1; depth <= MAX_DEPTH; depth++)
    {
      g_autofree char *name = g_strdup_printf ("inset-%d", depth);

      gtk_text_buffer_create_tag (buffer, name, "left-margin", MARGIN + depth * LIST_INDENT, NULL);
    }

  gtk_text_buffer_create_tag (buffer, "quote", "style", PANGO_STYLE_ITALIC, "indent", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "code", "family", "monospace", "scale", 0.9, NULL);
  gtk_text_buffer_create_tag (buffer, "table", "family", "monospace", "scale", 0.85, "wrap-mode", GTK_WRAP_NONE, NULL);
  gtk_text_buffer_create_tag (buffer, "figure", "scale", 0.9, "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "emphasis", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "link", "underline", PANGO_UNDERLINE_LOW, NULL);
  gtk_text_buffer_create_tag (buffer, "extract", "background", "rgba(201,138,27,0.28)", NULL);
  gtk_text_buffer_create_tag (buffer, "match", "background", "rgba(47,111,143,0.35)", NULL);
}

static void
apply_tag (GtkTextBuffer *buffer,
           const char *name,
           int start,
           int end)
{
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag_by_name (buffer, name, &from, &to);
}

static void
apply_block_tag (SbReaderText *self,
                 GtkTextBuffer *buffer,
                 const SbBlock *block,
                 int start,
                 int end)
{
  g_autofree char *heading = NULL;

  switch (sb_block_get_kind (block))
    {
    case SB_BLOCK_HEADING:
      heading = g_strdup_printf ("heading-%u", CLAMP (sb_block_get_level (block), 1, N_HEADING_LEVELS));
      apply_tag (buffer, heading, start, end);
      break;

    case SB_BLOCK_QUOTE:
      apply_tag (buffer, "quote", start, end);
      break;

    case SB_BLOCK_CODE:
      apply_tag (buffer, "code", start, end);
      break;

    case SB_BLOCK_TABLE:
      apply_tag (buffer, "table", start, end);
      break;

    case SB_BLOCK_FIGURE:
      apply_tag (buffer, "figure", start, end);
      break;

    case SB_BLOCK_PARAGRAPH:
    case SB_BLOCK_LIST_ITEM:
    default:
      break;
    }
}

/* List items and quotations stand in from the margin, by depth. */
static void
apply_inset (GtkTextBuffer *buffer,
             const SbBlock *block,
             int start,
             int end)
{
  SbBlockKind kind = sb_block_get_kind (block);
  int depth = kind == SB_BLOCK_LIST_ITEM ? (int) CLAMP (sb_block_get_level (block), 1, MAX_DEPTH) : 1;
  g_autofree char *name = g_strdup_printf ("inset-%d", depth);

  if (kind == SB_BLOCK_LIST_ITEM || kind == SB_BLOCK_QUOTE)
    apply_tag (buffer, name, start, end);
}

static void
apply_spans (GtkTextBuffer *buffer,
             const SbBlock *block,
             int start)
{
  static const char *names[] = {
    [SB_SPAN_STRONG] = "strong",
    [SB_SPAN_EMPHASIS] = "emphasis",
    [SB_SPAN_LINK] = "link",
  };
  guint n_spans;
  const SbSpan *spans = sb_block_get_spans (block, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    apply_tag (buffer, names[spans[i].kind], start + (int) spans[i].start, start + (int) spans[i].end);
}

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

      apply_tag (buffer, "extract",
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

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->blocks == NULL)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &first, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &last, visible.y + visible.height, NULL);
  gtk_text_iter_forward_to_line_end (&last);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      int start = g_array_index (self->starts, int, i);

      if (sb_block_get_kind (g_ptr_array_index (self->blocks, i)) == SB_BLOCK_LIST_ITEM &&
          start >= gtk_text_iter_get_offset (&first) && start <= gtk_text_iter_get_offset (&last))
        snapshot_bullet (self, snapshot, i, &colour);
    }
}

static void
sb_reader_text_dispose (GObject *object)
{
  SbReaderText *self = SB_READER_TEXT (object);

  g_clear_object (&self->extracts);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (sb_reader_text_parent_class)->dispose (object);
}

static void
sb_reader_text_finalize (GObject *object)
{
  SbReaderText *self = SB_READER_TEXT (object);

  g_array_unref (self->starts);
  g_object_unref (self->style);

  G_OBJECT_CLASS (sb_reader_text_parent_class)->finalize (object);
}

static void
sb_reader_text_class_init (SbReaderTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_reader_text_dispose;
  object_class->finalize = sb_reader_text_finalize;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = sb_reader_text_snapshot_layer;

  signals[EXTRACT_ACTIVATED] =
    g_signal_new ("extract-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sb_reader_text_init (SbReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->style = gtk_css_provider_new ();

  create_tags (gtk_text_view_get_buffer (view));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader-text");
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->style),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
sb_reader_text_new (void)
{
  return g_object_new (SB_TYPE_READER_TEXT, NULL);
}

void
sb_reader_text_set_blocks (SbReaderText *self,
                           GPtrArray *blocks)
{
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;
  int start = 0;

  g_return_if_fail (SB_IS_READER_TEXT (self));

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_array_set_size (self->starts, 0);
  self->blocks = blocks != NULL ? g_ptr_array_ref (blocks) : NULL;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  text = blocks != NULL ? sb_blocks_join (blocks) : g_strdup ("");
  gtk_text_buffer_set_text (buffer, text, -1);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);
      int end = start + (int) g_utf8_strlen (sb_block_get_text (block), -1);

      g_array_append_val (self->starts, start);
      apply_block_tag (self, buffer, block, start, end);
      apply_inset (buffer, block, start, end);
      apply_spans (buffer, block, start);
      if (i + 1 < blocks->len)
        apply_tag (buffer, "gap", end + 1, end + 2);

      start = end + 2;
    }

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

void
sb_reader_text_set_text_size (SbReaderText *self,
                              double size)
{
  g_autofree char *css = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (SB_IS_READER_TEXT (self));

  g_ascii_formatd (number, sizeof number, "%.0f", 115 * size);
  css = g_strdup_printf (".reader-text { font-size: %s%%; }", number);
  gtk_css_provider_load_from_data (self->style, css, -1);
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

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &from, &to);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.1, TRUE, 0, 0.3);
}

guint
sb_reader_text_find (SbReaderText *self,
                     const char *text,
                     gboolean backwards)
{
  GtkTextBuffer *buffer;
  GtkTextIter at;
  GtkTextIter end;
  GtkTextIter from;
  GtkTextIter to;
  int here_start = 0;
  int here_end = 0;
  Match chosen = NO_MATCH;
  Match first = NO_MATCH;
  Match last = NO_MATCH;
  guint n_matches = 0;

  g_return_val_if_fail (SB_IS_READER_TEXT (self), 0);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &at, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "match", &at, &end);
  if (text == NULL || *text == '\0')
    return 0;

  if (gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    {
      here_start = gtk_text_iter_get_offset (&from);
      here_end = gtk_text_iter_get_offset (&to);
    }

  while (gtk_text_iter_forward_search (&at, text, GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY, &from, &to, NULL))
    {
      /* Not as long as what was asked for when accents stand apart. */
      Match found = { gtk_text_iter_get_offset (&from), gtk_text_iter_get_offset (&to) };

      gtk_text_buffer_apply_tag_by_name (buffer, "match", &from, &to);
      first = n_matches == 0 ? found : first;
      last = found;
      n_matches++;
      if (backwards ? found.start < here_start : (chosen.start < 0 && found.start >= here_end))
        chosen = found;

      at = to;
    }

  if (n_matches == 0)
    return 0;

  /* Past the end it goes on from the other one. */
  if (chosen.start < 0)
    chosen = backwards ? last : first;

  sb_reader_text_show_range (self, chosen.start, chosen.end);
  return n_matches;
}
