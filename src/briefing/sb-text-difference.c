/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-text-difference.h"

#include <string.h>

/* Words on each side that are compared one by one: the table has so many squared. */
#define MAX_WORDS 3000

/* A word with the space behind it. */
typedef struct
{
  const char *text;
  gsize length;
} Word;

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *at = text; *at != '\0';)
    {
      Word word = { at, 0 };

      while (*at != '\0' && !g_ascii_isspace (*at))
        at++;
      while (g_ascii_isspace (*at))
        at++;
      word.length = (gsize) (at - word.text);
      g_array_append_val (words, word);
    }

  return words;
}

/* The space behind the last word of a text is no difference to that within another. */
static gboolean
is_same (const Word *a,
         const Word *b)
{
  gsize length = a->length;
  gsize other = b->length;

  while (length > 0 && g_ascii_isspace (a->text[length - 1]))
    length--;
  while (other > 0 && g_ascii_isspace (b->text[other - 1]))
    other--;

  return length == other && memcmp (a->text, b->text, length) == 0;
}

static void
add_run (GArray *runs,
         SbTextRunKind kind,
         gsize start,
         gsize length)
{
  SbTextRun run = { kind, start, length };
  SbTextRun *last = runs->len > 0 ? &g_array_index (runs, SbTextRun, runs->len - 1) : NULL;

  if (length == 0)
    return;
  if (last != NULL && last->kind == kind && last->start + last->length == start)
    last->length += length;
  else
    g_array_append_val (runs, run);
}

typedef struct
{
  GArray *runs; /* not owned */
  const char *before; /* not owned */
  const char *after;
  const Word *a;
  const Word *b;
} Comparison;

static void
remove_words (const Comparison *self,
              guint first,
              guint end)
{
  for (guint i = first; i < end; i++)
    add_run (self->runs, SB_TEXT_RUN_REMOVED, (gsize) (self->a[i].text - self->before), self->a[i].length);
}

static void
add_words (const Comparison *self,
           guint first,
           guint end)
{
  for (guint i = first; i < end; i++)
    add_run (self->runs, SB_TEXT_RUN_ADDED, (gsize) (self->b[i].text - self->after), self->b[i].length);
}

static void
keep_words (const Comparison *self,
            guint first,
            guint end)
{
  for (guint i = first; i < end; i++)
    add_run (self->runs, SB_TEXT_RUN_KEPT, (gsize) (self->a[i].text - self->before), self->a[i].length);
}

/* The longest row of words that both have, by the lengths of those of all ends. */
static void
compare_words (const Comparison *self,
               guint first,
               guint end_a,
               guint end_b)
{
  guint rows = end_a - first;
  guint columns = end_b - first;
  g_autofree guint16 *lengths = g_new0 (guint16, (gsize) (rows + 1) * (columns + 1));
  guint i = 0;
  guint k = 0;

#define AT(row, column) lengths[(gsize) (row) * (columns + 1) + (column)]
  for (guint row = rows; row > 0; row--)
    for (guint column = columns; column > 0; column--)
      AT (row - 1, column - 1) = is_same (&self->a[first + row - 1], &self->b[first + column - 1])
                                   ? (guint16) (AT (row, column) + 1)
                                   : MAX (AT (row, column - 1), AT (row - 1, column));

  while (i < rows && k < columns)
    if (is_same (&self->a[first + i], &self->b[first + k]))
      {
        keep_words (self, first + i, first + i + 1);
        i++;
        k++;
      }
    else if (AT (i + 1, k) >= AT (i, k + 1))
      {
        remove_words (self, first + i, first + i + 1);
        i++;
      }
    else
      {
        add_words (self, first + k, first + k + 1);
        k++;
      }
#undef AT
  remove_words (self, first + i, end_a);
  add_words (self, first + k, end_b);
}

GArray *
sb_text_difference_new (const char *before,
                        const char *after)
{
  const char *old_text = before != NULL ? before : "";
  const char *new_text = after != NULL ? after : "";
  g_autoptr (GArray) a = split (old_text);
  g_autoptr (GArray) b = split (new_text);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (SbTextRun));
  Comparison comparison = { runs, old_text, new_text, (const Word *) (gconstpointer) a->data, (const Word *) (gconstpointer) b->data };
  guint first = 0;
  guint n_last = 0;

  while (first < MIN (a->len, b->len) && is_same (&comparison.a[first], &comparison.b[first]))
    first++;
  while (n_last < MIN (a->len, b->len) - first && is_same (&comparison.a[a->len - 1 - n_last], &comparison.b[b->len - 1 - n_last]))
    n_last++;

  keep_words (&comparison, 0, first);
  if (a->len - n_last - first <= MAX_WORDS && b->len - n_last - first <= MAX_WORDS)
    compare_words (&comparison, first, a->len - n_last, b->len - n_last);
  else
    {
      remove_words (&comparison, first, a->len - n_last);
      add_words (&comparison, first, b->len - n_last);
    }
  keep_words (&comparison, a->len - n_last, a->len);

  return runs;
}

gboolean
sb_text_difference_is_empty (GArray *runs)
{
  g_return_val_if_fail (runs != NULL, TRUE);

  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, SbTextRun, i).kind != SB_TEXT_RUN_KEPT)
      return FALSE;

  return TRUE;
}
