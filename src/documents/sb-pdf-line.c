/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-line.h"

#include "sb-pdf-bidi.h"
#include "sb-pdf-order.h"
#include "sb-pdf-piece.h"
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
/* So many letters in a row that each stand alone are words whose letters are set
 * apart; their gaps differ by less than this factor. */
#define MIN_SPACED_LETTERS 5
#define MAX_SPACED_GAP     1.6
/* Letters further apart are those of a list or a table, in sizes. */
#define MAX_SPACED_DISTANCE 0.8
/* Gaps wider than this are no spaces, in sizes. */
#define MAX_GAP 2.0

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

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The end of the word at @start when it is one letter, an apostrophe or a
 * ligature; 0 when it is more. */
static guint
find_glyph_end (GArray *letters,
                guint start)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", NULL };
  char word[4] = "";
  guint end = start;

  while (end < letters->len && (end == start || !g_array_index (letters, SbPdfLetter, end).begins_word))
    {
      gunichar c = g_array_index (letters, SbPdfLetter, end).c;

      if (end - start == sizeof word - 1)
        return 0;
      word[end - start] = c < 0x80 ? (char) c : '?';
      end++;
    }
  if (end - start == 1)
    {
      gunichar c = g_array_index (letters, SbPdfLetter, start).c;

      return g_unichar_isalpha (c) || c == '\'' || c == 0x2019 || c == '-' ? end : 0;
    }
  return g_strv_contains (ligatures, word) ? end : 0;
}

/* Where the letters of words are set apart, to fill a line or to stand out, each
 * is a word to poppler. Those that are as near to each other as most of them
 * belong together. */
static void
join_spaced_letters (GArray *letters)
{
  for (guint i = 0; i < letters->len; i++)
    {
      g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
      guint end = i;
      double usual;

      for (guint next = find_glyph_end (letters, i); next > 0; next = find_glyph_end (letters, next))
        {
          const SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, end);
          double gap = end == i ? 0 : letter->box.x1 - (letter - 1)->box.x2;

          if (end > i)
            g_array_append_val (gaps, gap);
          end = next;
        }
      if (gaps->len + 1 < MIN_SPACED_LETTERS)
        continue;
      g_array_sort (gaps, compare_doubles);
      usual = g_array_index (gaps, double, gaps->len / 2);
      if (usual > MAX_SPACED_DISTANCE * g_array_index (letters, SbPdfLetter, i).size)
        continue;
      for (i++; i < end; i++)
        {
          SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, i);

          if (!letter->follows_space && letter->box.x1 - (letter - 1)->box.x2 < MAX_SPACED_GAP * usual)
            letter->begins_word = FALSE;
        }
    }
}

static char *
dup_text (GArray *letters,
          double space_gap)
{
  g_autoptr (GString) text = g_string_new (NULL);

  join_spaced_letters (letters);
  for (guint i = 0; i < letters->len; i++)
    {
      const SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, i);

      if (i > 0 && has_space_between (letter - 1, letter, space_gap))
        g_string_append_c (text, ' ');
      append_char (text, letter->c);
    }
  return g_strdup (g_strstrip (text->str));
}

static SbPdfLine
make_line (SbPdfPiece *piece,
           const SbPdfPage *page,
           guint number,
           double space_gap)
{
  SbPdfLine line = { .page = number, .n_chars = piece->letters->len, .edge = SB_PDF_EDGE_NONE };
  guint rotation = g_array_index (piece->letters, SbPdfLetter, 0).rotation;
  gboolean is_on_side = rotation % 2 != 0;
  guint n_bold = 0;

  for (guint i = 0; i < line.n_chars; i++)
    {
      const SbPdfLetter *letter = &g_array_index (piece->letters, SbPdfLetter, i);

      line.size += letter->size / line.n_chars;
      n_bold += letter->is_bold ? 1 : 0;
    }
  line.is_bold = n_bold * 2 > line.n_chars;
  line.box = _sb_pdf_turn_box (&piece->box, 4 - rotation, is_on_side ? page->height : page->width,
                               is_on_side ? page->width : page->height);
  _sb_pdf_order_letters (piece->letters);
  line.text = dup_text (piece->letters, space_gap);
  return line;
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
      if (letter->begins_word && !letter->follows_space && gap > 0 && gap < MAX_GAP)
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
  double space_gap = find_space_gap (page.letters);
  g_autoptr (GPtrArray) pieces = NULL;
  guint start = lines->len;

  _sb_pdf_turn_page (&page);
  pieces = _sb_pdf_gather_pieces (&page);
  for (guint i = 0; i < pieces->len; i++)
    {
      SbPdfLine line = make_line (g_ptr_array_index (pieces, i), &page, number, space_gap);

      g_array_append_val (lines, line);
    }
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
