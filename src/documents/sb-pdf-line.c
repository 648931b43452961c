/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-line.h"

#include "sb-pdf-bidi.h"
#include "sb-pdf-order.h"
#include "sb-pdf-turn.h"

#include <math.h>
#include <string.h>

/* Words this far apart, in sizes, have a space between them: on a page that
 * draws its spaces, and on one that only leaves them free, where it is a share
 * of the usual distance of words within bounds. Where the size changes it is
 * the widest of these bounds as well: programs leave out the space that they
 * draw after the number of a note. */
#define SPACE_GAP_DRAWN 0.18
#define SPACE_GAP_MIN   0.1
#define SPACE_GAP_MAX   0.15
#define SPACE_GAP_SHARE 0.6
/* Words that far belong to different pieces, in sizes. */
#define PIECE_GAP 2.0
/* Words of one line may overlap by this, and their feet differ by that; in
 * sizes. */
#define MAX_OVERLAP 0.3
#define MAX_SHIFT   0.5
/* What is drawn twice, for want of a bold font, is drawn this near, in sizes,
 * before the next line and at most so many letters later. */
#define MAX_TWICE_SHIFT 0.15
#define MAX_TWICE_APART 500
/* How far under the foot of its letters a box reaches, in sizes. */
#define DESCENT 0.2

/* A line, or a piece of one, that is being put together. */
typedef struct
{
  GArray *lines; /* (unowned) (element-type SbPdfLine) */
  const SbPdfPage *page; /* (unowned) */
  guint number; /* of the page */
  double space_gap; /* in sizes */
  GArray *letters; /* (owned) (element-type SbPdfLetter) turned upright */
  PopplerRectangle box;
} Piece;

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

static void
extend_box (PopplerRectangle *box,
            const PopplerRectangle *other)
{
  box->x1 = MIN (box->x1, other->x1);
  box->y1 = MIN (box->y1, other->y1);
  box->x2 = MAX (box->x2, other->x2);
  box->y2 = MAX (box->y2, other->y2);
}

/* Ligatures and the forms that Arabic letters take within a word are written
 * out. */
static void
append_char (GString *text,
             gunichar c)
{
  gboolean is_form = (c >= 0xfb00 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff);
  gunichar plain[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = is_form ? g_unichar_fully_decompose (c, TRUE, plain, G_N_ELEMENTS (plain)) : 0;

  if (n == 0)
    g_string_append_unichar (text, c);
  for (gsize i = 0; i < n; i++)
    g_string_append_unichar (text, plain[i]);
}

static gboolean
has_space_between (const SbPdfLetter *last,
                   const SbPdfLetter *letter,
                   double space_gap)
{
  double gap = (letter->box.x1 - last->box.x2) / letter->size;

  if (!letter->begins_word || last->c == ' ' || letter->c == ' ')
    return FALSE;
  if (letter->follows_space)
    return TRUE;
  if (fabs (letter->size - last->size) > 0.1 * letter->size)
    return gap > SPACE_GAP_MAX;
  return gap > space_gap;
}

static char *
dup_text (GArray *letters,
          double space_gap)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < letters->len; i++)
    {
      const SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, i);

      if (i > 0 && has_space_between (letter - 1, letter, space_gap))
        g_string_append_c (text, ' ');
      append_char (text, letter->c);
    }
  return g_strdup (g_strstrip (text->str));
}

static void
end_piece (Piece *self)
{
  SbPdfLine line = { .page = self->number, .n_chars = self->letters->len, .edge = SB_PDF_EDGE_NONE };
  guint n_bold = 0;
  guint rotation;
  gboolean is_on_side;

  if (line.n_chars == 0)
    return;
  for (guint i = 0; i < line.n_chars; i++)
    {
      const SbPdfLetter *letter = &g_array_index (self->letters, SbPdfLetter, i);

      line.size += letter->size / line.n_chars;
      n_bold += letter->is_bold ? 1 : 0;
    }
  line.is_bold = n_bold * 2 > line.n_chars;
  rotation = g_array_index (self->letters, SbPdfLetter, 0).rotation;
  is_on_side = rotation % 2 != 0;
  line.box = _sb_pdf_turn_box (&self->box, 4 - rotation, is_on_side ? self->page->height : self->page->width,
                               is_on_side ? self->page->width : self->page->height);
  _sb_pdf_order_letters (self->letters);
  line.text = dup_text (self->letters, self->space_gap);
  g_array_append_val (self->lines, line);
  g_array_set_size (self->letters, 0);
}

/* TRUE when the word @first to @last goes on with the piece. */
static gboolean
continues_piece (const Piece *self,
                 const SbPdfLetter *first,
                 const SbPdfLetter *last)
{
  const SbPdfLetter *end = &g_array_index (self->letters, SbPdfLetter, self->letters->len - 1);
  double size = MAX (end->size, first->size);
  double shift = fabs ((first->box.y2 - DESCENT * first->size) - (end->box.y2 - DESCENT * end->size));
  double gap = first->box.x1 - end->box.x2;

  if (first->rotation != end->rotation || shift > MAX_SHIFT * size)
    return FALSE;
  if (gap > -MAX_OVERLAP * size && gap < PIECE_GAP * size)
    return TRUE;
  gap = self->box.x1 - last->box.x2;
  return (_sb_pdf_is_right_to_left (first->c) || _sb_pdf_is_right_to_left (end->c)) && gap > -MAX_OVERLAP * size &&
         gap < PIECE_GAP * size;
}

static void
append_word (Piece *self,
             const SbPdfLetter *letters,
             guint n_letters)
{
  if (self->letters->len > 0 && !continues_piece (self, &letters[0], &letters[n_letters - 1]))
    end_piece (self);
  if (self->letters->len == 0)
    self->box = letters[0].box;
  for (guint i = 0; i < n_letters; i++)
    extend_box (&self->box, &letters[i].box);
  g_array_append_vals (self->letters, letters, n_letters);
}

/* The end of the word that starts at @start. */
static guint
find_word_end (GArray *letters,
               guint start)
{
  guint end = start + 1;

  while (end < letters->len && !g_array_index (letters, SbPdfLetter, end).begins_word)
    end++;
  return end;
}

static gboolean
is_same_letter (const SbPdfLetter *a,
                const SbPdfLetter *b)
{
  return a->c == b->c && fabs (a->box.x1 - b->box.x1) < MAX_TWICE_SHIFT * a->size &&
         fabs (a->box.y1 - b->box.y1) < MAX_TWICE_SHIFT * a->size;
}

/* TRUE when the word @start to @end is drawn over itself. */
static gboolean
is_drawn_twice (GArray *letters,
                guint start,
                guint end)
{
  const SbPdfLetter *word = &g_array_index (letters, SbPdfLetter, start);
  guint length = end - start;
  guint first = start > MAX_TWICE_APART ? start - MAX_TWICE_APART : 0;

  for (guint i = start; i-- > first;)
    {
      const SbPdfLetter *other = &g_array_index (letters, SbPdfLetter, i);
      guint n = 0;

      if (fabs (other->box.y1 - word->box.y1) > MAX_SHIFT * word->size)
        return FALSE;
      while (n < length && i + length <= start && is_same_letter (other + n, word + n))
        n++;
      if (n == length)
        return TRUE;
    }
  return FALSE;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* How far words are apart that have a space between them, in sizes. Some
 * programs draw each space, others move on; where they are drawn, letters are
 * set apart for other reasons as well. */
static double
find_space_gap (GArray *letters)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_drawn = 0;

  for (guint i = 1; i < letters->len; i++)
    {
      const SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, i);
      double gap = (letter->box.x1 - (letter - 1)->box.x2) / MAX (letter->size, 1);

      n_drawn += letter->follows_space ? 1 : 0;
      if (letter->begins_word && !letter->follows_space && gap > 0 && gap < PIECE_GAP)
        g_array_append_val (gaps, gap);
    }
  if (n_drawn > gaps->len)
    return SPACE_GAP_DRAWN;
  if (gaps->len == 0)
    return SPACE_GAP_MAX;
  g_array_sort (gaps, compare_doubles);
  return CLAMP (SPACE_GAP_SHARE * g_array_index (gaps, double, gaps->len / 2), SPACE_GAP_MIN, SPACE_GAP_MAX);
}

double
_sb_pdf_lines_append_page (GArray *lines,
                           SbPdfLetters *reader,
                           guint number)
{
  SbPdfPage page = _sb_pdf_letters_read_page (reader, number);
  Piece piece = { .lines = lines, .page = &page, .number = number, .space_gap = find_space_gap (page.letters) };
  guint start = lines->len;

  piece.letters = g_array_new (FALSE, FALSE, sizeof (SbPdfLetter));
  _sb_pdf_turn_page (&page);
  for (guint i = 0; i < page.letters->len;)
    {
      guint end = find_word_end (page.letters, i);
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (SbPdfLetter));

      g_array_append_vals (word, &g_array_index (page.letters, SbPdfLetter, i), end - i);
      for (guint j = 0; j < word->len; j++)
        {
          SbPdfLetter *letter = &g_array_index (word, SbPdfLetter, j);

          letter->box = _sb_pdf_turn_box (&letter->box, letter->rotation, page.width, page.height);
        }
      if (!is_drawn_twice (page.letters, i, end))
        append_word (&piece, (const SbPdfLetter *) (void *) word->data, word->len);
      i = end;
    }
  end_piece (&piece);
  g_array_unref (piece.letters);
  g_array_unref (page.letters);
  _sb_pdf_order_page (lines, start);
  return page.height;
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
