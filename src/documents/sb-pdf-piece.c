/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-piece.h"

#include "sb-pdf-bidi.h"
#include "sb-pdf-turn.h"

#include <math.h>

/* Words that far apart belong to different pieces, in sizes; where they are read
 * from the right, what stands between them may be drawn later. */
#define PIECE_GAP       2.0
#define PIECE_GAP_RIGHT 1.2
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
/* The parts of a line that is read from the right are drawn at most so many
 * pieces apart. */
#define MAX_PARTS_APART 60

static void
free_piece (gpointer data)
{
  SbPdfPiece *piece = data;

  g_array_unref (piece->letters);
  g_free (piece);
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

static const SbPdfLetter *
get_letter (const SbPdfPiece *self,
            guint i)
{
  return &g_array_index (self->letters, SbPdfLetter, i);
}

static const SbPdfLetter *
get_last (const SbPdfPiece *self)
{
  return get_letter (self, self->letters->len - 1);
}

/* TRUE when two letters that are turned upright stand on one line. */
static gboolean
is_level (const SbPdfLetter *a,
          const SbPdfLetter *b)
{
  double shift = fabs ((a->box.y2 - DESCENT * a->size) - (b->box.y2 - DESCENT * b->size));

  return a->rotation == b->rotation && shift <= MAX_SHIFT * MAX (a->size, b->size);
}

/* TRUE when the word @first to @last goes on with the piece. */
static gboolean
continues_piece (const SbPdfPiece *self,
                 const SbPdfLetter *first,
                 const SbPdfLetter *last)
{
  const SbPdfLetter *end = get_last (self);
  double size = MAX (end->size, first->size);
  double gap = first->box.x1 - end->box.x2;

  if (!is_level (first, end))
    return FALSE;
  if (gap > -MAX_OVERLAP * size && gap < PIECE_GAP * size)
    return TRUE;
  gap = self->box.x1 - last->box.x2;
  return (_sb_pdf_is_right_to_left (first->c) || _sb_pdf_is_right_to_left (end->c)) && gap > -MAX_OVERLAP * size &&
         gap < PIECE_GAP * size;
}

static void
append_word (GPtrArray *pieces,
             GArray *word)
{
  const SbPdfLetter *letters = &g_array_index (word, SbPdfLetter, 0);
  SbPdfPiece *piece = pieces->len == 0 ? NULL : g_ptr_array_index (pieces, pieces->len - 1);

  if (piece == NULL || !continues_piece (piece, letters, letters + word->len - 1))
    {
      piece = g_new0 (SbPdfPiece, 1);
      piece->letters = g_array_new (FALSE, FALSE, sizeof (SbPdfLetter));
      piece->box = letters[0].box;
      g_ptr_array_add (pieces, piece);
    }
  for (guint i = 0; i < word->len; i++)
    {
      extend_box (&piece->box, &letters[i].box);
      piece->has_right |= _sb_pdf_is_right_to_left (letters[i].c);
    }
  g_array_append_vals (piece->letters, letters, word->len);
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

static GArray *
copy_upright (const SbPdfPage *page,
              guint start,
              guint end)
{
  GArray *word = g_array_new (FALSE, FALSE, sizeof (SbPdfLetter));

  g_array_append_vals (word, &g_array_index (page->letters, SbPdfLetter, start), end - start);
  for (guint i = 0; i < word->len; i++)
    {
      SbPdfLetter *letter = &g_array_index (word, SbPdfLetter, i);

      letter->box = _sb_pdf_turn_box (&letter->box, letter->rotation, page->width, page->height);
    }
  return word;
}

/* TRUE when two pieces are parts of one line; one may fill a gap of the other. */
static gboolean
is_beside (const SbPdfPiece *a,
           const SbPdfPiece *b)
{
  double size = get_last (a)->size;
  double gap = MAX (a->box.x1, b->box.x1) - MIN (a->box.x2, b->box.x2);

  return is_level (get_letter (a, 0), get_letter (b, 0)) && gap < PIECE_GAP_RIGHT * size;
}

/* The first piece drawn shortly after the one at @i, or before it, that stands
 * beside it; 0 when there is none. */
static guint
find_part (GPtrArray *pieces,
           guint i)
{
  const SbPdfPiece *piece = g_ptr_array_index (pieces, i);

  for (guint j = i + 1; j < MIN (pieces->len, i + MAX_PARTS_APART); j++)
    {
      const SbPdfPiece *other = g_ptr_array_index (pieces, j);

      if ((piece->has_right || other->has_right) && is_beside (piece, other))
        return j;
    }
  return 0;
}

static void
join_parts (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    for (guint j = find_part (pieces, i); j > 0; j = find_part (pieces, i))
      {
        SbPdfPiece *piece = g_ptr_array_index (pieces, i);
        SbPdfPiece *part = g_ptr_array_index (pieces, j);

        g_array_append_vals (piece->letters, part->letters->data, part->letters->len);
        extend_box (&piece->box, &part->box);
        piece->has_right |= part->has_right;
        g_ptr_array_remove_index (pieces, j);
      }
}

GPtrArray *
_sb_pdf_gather_pieces (const SbPdfPage *page)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (free_piece);
  gboolean has_right = FALSE;

  for (guint i = 0; i < page->letters->len;)
    {
      guint end = find_word_end (page->letters, i);

      if (!is_drawn_twice (page->letters, i, end))
        {
          g_autoptr (GArray) word = copy_upright (page, i, end);

          append_word (pieces, word);
        }
      i = end;
    }
  for (guint i = 0; i < pieces->len && !has_right; i++)
    has_right = ((SbPdfPiece *) g_ptr_array_index (pieces, i))->has_right;
  if (has_right)
    join_parts (pieces);
  return pieces;
}
