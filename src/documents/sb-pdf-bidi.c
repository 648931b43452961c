/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-bidi.h"

#include <math.h>
#include <string.h>

/* Letters further apart than this have a space between them; in sizes. */
#define SPACE_GAP 0.15
/* The halves of one glyph differ less than this, in sizes. */
#define MAX_HALF_DIFFERENCE 0.002

/* What decides in which direction a character is read, after UAX #9. */
typedef enum
{
  CLASS_NEUTRAL,
  CLASS_LEFT, /* read from the left */
  CLASS_RIGHT, /* read from the right */
  CLASS_NUMBER, /* read from the left, wherever it stands */
  CLASS_SEPARATOR, /* holds two numbers together */
} Class;

gboolean
_sb_pdf_is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff && !g_unichar_isdigit (c)) || (c >= 0xfb1d && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfefc);
}

static Class
classify (gunichar c)
{
  if (g_unichar_isdigit (c))
    return CLASS_NUMBER;
  if (_sb_pdf_is_right_to_left (c))
    return CLASS_RIGHT;
  if (g_unichar_isalpha (c))
    return CLASS_LEFT;
  return c < 0x80 && strchr (".,:/-+", (int) c) != NULL ? CLASS_SEPARATOR : CLASS_NEUTRAL;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const SbPdfLetter *x = a;
  const SbPdfLetter *y = b;
  double apart = (x->box.x1 + x->box.x2) - (y->box.x1 + y->box.x2);

  return apart > 0 ? 1 : apart < 0 ? -1
                                   : 0;
}

static Class
get_class (GArray *letters,
           guint i)
{
  return classify (g_array_index (letters, SbPdfLetter, i).c);
}

static void
reverse (GArray *letters,
         guint start,
         guint end)
{
  for (; start + 1 < end; start++, end--)
    {
      SbPdfLetter *a = &g_array_index (letters, SbPdfLetter, start);
      SbPdfLetter *b = &g_array_index (letters, SbPdfLetter, end - 1);
      SbPdfLetter swapped = *a;

      *a = *b;
      *b = swapped;
    }
}

/* Lam and alif are one glyph, and poppler gives each a half of its box from the
 * left; they are read from the right. As glyphs of their own they have different
 * widths. */
static void
swap_ligatures (GArray *letters)
{
  for (guint i = 1; i < letters->len; i++)
    {
      SbPdfLetter *lam = &g_array_index (letters, SbPdfLetter, i - 1);
      SbPdfLetter *alif = lam + 1;
      double width = lam->box.x2 - lam->box.x1;
      double difference = fabs (alif->box.x2 - alif->box.x1 - width);
      PopplerRectangle box = lam->box;

      if (lam->c != 0x0644 || (alif->c != 0x0622 && alif->c != 0x0623 && alif->c != 0x0625 && alif->c != 0x0627) ||
          difference > MAX_HALF_DIFFERENCE * lam->size || fabs (alif->box.x1 - lam->box.x2) > MAX_HALF_DIFFERENCE * lam->size)
        continue;
      lam->box = alif->box;
      alif->box = box;
    }
}

/* The letters from left to right, with spaces where there is a gap. Those that
 * were drawn say nothing: on which side of its letter one is depends on the way
 * the line was drawn. */
static void
insert_spaces (GArray *letters)
{
  g_autoptr (GArray) spaced = g_array_new (FALSE, FALSE, sizeof (SbPdfLetter));

  for (guint i = 0; i < letters->len; i++)
    {
      SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, i);
      SbPdfLetter space = *letter;

      space.c = ' ';
      letter->begins_word = FALSE;
      if (i > 0 && letter->box.x1 - (letter - 1)->box.x2 > SPACE_GAP * letter->size)
        g_array_append_val (spaced, space);
      g_array_append_vals (spaced, letter, 1);
    }
  g_array_set_size (letters, 0);
  g_array_append_vals (letters, spaced->data, spaced->len);
}

/* The end of the run of letters that are read like the one at @start and are
 * the others' way round: neutral ones between two of them belong to it. Numbers
 * among letters of the left go with these; alone, only a separator holds two of
 * them together. */
static guint
find_run_end (GArray *letters,
              guint start,
              Class class)
{
  guint end = start + 1;

  for (guint i = start + 1; i < letters->len; i++)
    {
      Class next = get_class (letters, i);

      if (next == class || (class == CLASS_LEFT && next == CLASS_NUMBER))
        end = i + 1;
      else if (class == CLASS_NUMBER && next == CLASS_SEPARATOR && end == i)
        continue;
      else if (next == CLASS_RIGHT || next == CLASS_LEFT || class == CLASS_NUMBER)
        break;
    }
  return end;
}

/* A line of the right, which stands as it is seen from the right, has its runs
 * of the left turned round; a line of the left its runs of the right. */
static void
reverse_runs (GArray *letters,
              gboolean is_right)
{
  for (guint i = 0; i < letters->len;)
    {
      Class class = get_class (letters, i);
      gboolean is_run = is_right ? class == CLASS_LEFT || class == CLASS_NUMBER : class == CLASS_RIGHT;
      guint end = is_run ? find_run_end (letters, i, class) : i + 1;

      if (is_run)
        reverse (letters, i, end);
      i = end;
    }
}

/* Brackets are drawn as they look, which is the other one of the pair. */
static void
mirror_brackets (GArray *letters)
{
  for (guint i = 0; i < letters->len; i++)
    {
      SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, i);
      GUnicodeType type = g_unichar_type (letter->c);
      gunichar mirrored;

      if (type == G_UNICODE_CLOSE_PUNCTUATION && g_unichar_get_mirror_char (letter->c, &mirrored))
        break;
      if (type == G_UNICODE_OPEN_PUNCTUATION)
        return;
    }
  for (guint i = 0; i < letters->len; i++)
    {
      SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, i);
      gunichar mirrored;

      if (g_unichar_ispunct (letter->c) && g_unichar_get_mirror_char (letter->c, &mirrored))
        letter->c = mirrored;
    }
}

void
_sb_pdf_order_letters (GArray *letters)
{
  guint n_right = 0;
  guint n_left = 0;

  for (guint i = 0; i < letters->len; i++)
    {
      n_right += get_class (letters, i) == CLASS_RIGHT ? 1 : 0;
      n_left += get_class (letters, i) == CLASS_LEFT ? 1 : 0;
    }
  if (n_right == 0)
    return;

  swap_ligatures (letters);
  g_array_sort (letters, compare_places);
  insert_spaces (letters);
  if (n_right >= n_left)
    reverse (letters, 0, letters->len);
  reverse_runs (letters, n_right >= n_left);
  if (n_right >= n_left)
    mirror_brackets (letters);
}
