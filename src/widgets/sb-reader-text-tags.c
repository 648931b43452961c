/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-text-private.h"

#define HEADING_SPACE 14

/* Lists deeper than this stand in no further. */
#define MAX_DEPTH 6

/* A heading of level 3 and below looks alike. */
#define N_HEADING_LEVELS 3

void
_sb_reader_text_create_tags (GtkTextBuffer *buffer)
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

      gtk_text_buffer_create_tag (buffer, name, "left-margin", SB_READER_MARGIN + depth * SB_READER_LIST_INDENT, NULL);
    }

  gtk_text_buffer_create_tag (buffer, "quote", "style", PANGO_STYLE_ITALIC, "indent", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "code", "family", "monospace", "scale", 0.9, NULL);
  gtk_text_buffer_create_tag (buffer, "table", "family", SB_READER_TABLE_FONT, "scale", SB_READER_TABLE_SCALE, "pixels-inside-wrap", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "figure", "scale", 0.9, "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "table-head", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "emphasis", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "link", "underline", PANGO_UNDERLINE_LOW, NULL);
  gtk_text_buffer_create_tag (buffer, "extract", "background", "rgba(201,138,27,0.28)", NULL);
  gtk_text_buffer_create_tag (buffer, "match", "background", "rgba(47,111,143,0.35)", NULL);
}

void
_sb_reader_text_apply_tag (GtkTextBuffer *buffer,
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
      _sb_reader_text_apply_tag (buffer, heading, start, end);
      break;

    case SB_BLOCK_QUOTE:
      _sb_reader_text_apply_tag (buffer, "quote", start, end);
      break;

    case SB_BLOCK_CODE:
      _sb_reader_text_apply_tag (buffer, "code", start, end);
      break;

    case SB_BLOCK_TABLE:
      _sb_reader_text_apply_tag (buffer, "table", start, end);
      break;

    case SB_BLOCK_FIGURE:
      _sb_reader_text_apply_tag (buffer, "figure", start, end);
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
    _sb_reader_text_apply_tag (buffer, name, start, end);
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
    _sb_reader_text_apply_tag (buffer, names[spans[i].kind], start + (int) spans[i].start, start + (int) spans[i].end);
}

void
_sb_reader_text_set_block (SbReaderText *self,
                           GtkTextBuffer *buffer,
                           const SbBlock *block,
                           int start,
                           int end)
{
  apply_block_tag (self, buffer, block, start, end);
  apply_inset (buffer, block, start, end);
  apply_spans (buffer, block, start);
}
