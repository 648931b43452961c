/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-line.h"

#include "sb-pdf-order.h"

#include <math.h>
#include <string.h>

/* Letters this far apart, in sizes, have a space between them, and letters that
 * far belong to different pieces. */
#define SPACE_GAP 0.25
#define PIECE_GAP 2.0
/* Letters of a level line do not climb more, in sizes. */
#define MAX_SLOPE 0.3

/* The characters of one page with what is known of each. */
typedef struct
{
  char *text; /* (owned) */
  PopplerRectangle *boxes; /* (owned) (array length=n_boxes) */
  guint n_boxes;
  double *sizes; /* (owned) (array length=n_boxes) */
  gboolean *is_bold; /* (owned) (array length=n_boxes) */
} PageText;

static void
clear_line (gpointer data)
{
  SbPdfLine *line = data;

  g_free (line->text);
}

GArray *
_sb_pdf_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (SbPdfLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

static gboolean
is_bold_font (const char *name)
{
  g_autofree char *lower = NULL;

  if (name == NULL)
    return FALSE;
  lower = g_ascii_strdown (name, -1);
  return strstr (lower, "bold") != NULL || strstr (lower, "black") != NULL || strstr (lower, "heavy") != NULL ||
         strstr (lower, "cmbx") != NULL;
}

static void
load_attributes (PopplerPage *page,
                 PageText *text)
{
  GList *attributes = poppler_page_get_text_attributes (page);

  for (GList *l = attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *a = l->data;
      gboolean is_bold = is_bold_font (a->font_name);

      for (int i = MAX (a->start_index, 0); i <= a->end_index && (guint) i < text->n_boxes; i++)
        {
          text->sizes[i] = a->font_size;
          text->is_bold[i] = is_bold;
        }
    }
  poppler_page_free_text_attributes (attributes);
}

static void
load_text (PopplerPage *page,
           PageText *text)
{
  text->text = poppler_page_get_text (page);
  if (text->text == NULL || !poppler_page_get_text_layout (page, &text->boxes, &text->n_boxes))
    text->n_boxes = 0;
  text->sizes = g_new0 (double, text->n_boxes + 1);
  text->is_bold = g_new0 (gboolean, text->n_boxes + 1);
  load_attributes (page, text);
}

static void
clear_text (PageText *text)
{
  g_free (text->text);
  g_free (text->boxes);
  g_free (text->sizes);
  g_free (text->is_bold);
}

static void
extend_box (PopplerRectangle *box,
            const PopplerRectangle *other)
{
  box->x1 = MIN (box->x1, other->x1);
  box->y1 = MIN (box->y1, other->y1);
  box->x2 = MAX (box->x2, other->x2);
  box->y2 = MAX (box->y2, other->y2);
}

/* A line, or a piece of one, that is being put together. */
typedef struct
{
  SbPdfLine line;
  GString *text;
  double size; /* sum over the letters */
  guint n_bold;
  gboolean space; /* before the next letter */
  PopplerRectangle last; /* the box of the last letter */
} Piece;

static void
end_piece (GArray *lines,
           Piece *piece)
{
  SbPdfLine line = piece->line;

  if (line.n_chars == 0)
    return;
  line.size = piece->size / line.n_chars;
  line.is_bold = piece->n_bold * 2 > line.n_chars;
  line.text = g_strdup (piece->text->str);
  g_array_append_val (lines, line);
  g_string_truncate (piece->text, 0);
  piece->line.n_chars = 0;
  piece->size = 0;
  piece->n_bold = 0;
  piece->space = FALSE;
}

/* Cells of a table may follow one another in a line without a space between
 * them: where letters stand far apart, or further left than the last one,
 * there is one, or the piece ends. */
static void
judge_gap (GArray *lines,
           Piece *piece,
           const PopplerRectangle *box,
           double size)
{
  double gap = box->x1 - piece->last.x2;
  gboolean is_level = fabs (box->y1 - piece->last.y1) < MAX_SLOPE * size;

  if (piece->line.n_chars == 0)
    return;
  if (gap > PIECE_GAP * size || gap < -PIECE_GAP * size)
    end_piece (lines, piece);
  else if (is_level && gap > SPACE_GAP * size)
    piece->space = TRUE;
}

static void
append_letter (Piece *piece,
               gunichar c,
               const PopplerRectangle *box,
               double size,
               gboolean is_bold)
{
  if (piece->line.n_chars == 0)
    piece->line.box = *box;
  else if (piece->space)
    g_string_append_c (piece->text, ' ');
  piece->space = FALSE;
  g_string_append_unichar (piece->text, c);
  extend_box (&piece->line.box, box);
  piece->last = *box;
  piece->size += size;
  piece->n_bold += is_bold ? 1 : 0;
  piece->line.n_chars++;
}

/* The line of the bytes @start to @end, of which the first is the character
 * number @first. */
static void
append_line (GArray *lines,
             const PageText *text,
             const char *start,
             const char *end,
             guint first,
             guint page)
{
  Piece piece = { .line = { .page = page } };
  guint i = first;

  piece.text = g_string_new (NULL);
  for (const char *p = start; p < end && i < text->n_boxes; p = g_utf8_next_char (p), i++)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          piece.space = TRUE;
          continue;
        }
      judge_gap (lines, &piece, &text->boxes[i], text->sizes[i]);
      append_letter (&piece, c, &text->boxes[i], text->sizes[i], text->is_bold[i]);
    }
  end_piece (lines, &piece);
  g_string_free (piece.text, TRUE);
}

void
_sb_pdf_lines_append_page (GArray *lines,
                           PopplerPage *page)
{
  PageText text = { 0 };
  guint number = (guint) poppler_page_get_index (page) + 1;
  guint first = 0;
  guint start = lines->len;
  const char *p;

  load_text (page, &text);
  p = text.text == NULL ? "" : text.text;
  while (*p != '\0')
    {
      const char *end = p + strcspn (p, "\n");

      append_line (lines, &text, p, end, first, number);
      first += (guint) g_utf8_strlen (p, end - p) + 1;
      p = *end == '\0' ? end : end + 1;
    }
  clear_text (&text);
  _sb_pdf_order_page (lines, start);
}

int
_sb_pdf_line_compare_tops (gconstpointer a,
                           gconstpointer b)
{
  const SbPdfLine *x = *(SbPdfLine *const *) a;
  const SbPdfLine *y = *(SbPdfLine *const *) b;

  if (x->box.y1 != y->box.y1)
    return x->box.y1 < y->box.y1 ? -1 : 1;
  return x->box.x1 < y->box.x1 ? -1 : x->box.x1 > y->box.x1;
}
