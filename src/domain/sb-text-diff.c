/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-text-diff.h"

#include <string.h>

/* The longest common subsequence is looked for in a table of so many cells at most. */
#define MAX_CELLS (4u << 20)

/* A paragraph that keeps less than this part of its words is another one. */
#define MIN_KEPT 0.4

/* One step from one list to another. */
typedef enum
{
  STEP_KEEP,
  STEP_REMOVE,
  STEP_ADD,
} Step;

static void
piece_free (gpointer data)
{
  SbDiffPiece *piece = data;

  g_free (piece->text);
  g_free (piece);
}

static void
paragraph_free (gpointer data)
{
  SbDiffParagraph *paragraph = data;

  g_ptr_array_unref (paragraph->pieces);
  g_free (paragraph);
}

void
sb_text_diff_free (SbTextDiff *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->paragraphs);
  g_free (self);
}

/* The same string is the same number. */
static GArray *
number_strings (GPtrArray *strings,
                GHashTable *numbers)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (guint), strings->len);

  for (guint i = 0; i < strings->len; i++)
    {
      char *string = g_ptr_array_index (strings, i);
      guint id = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, string));

      if (id == 0)
        {
          id = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, string, GUINT_TO_POINTER (id));
        }
      g_array_append_val (ids, id);
    }

  return ids;
}

static void
append_steps (GArray *steps,
              Step step,
              guint n)
{
  for (guint i = 0; i < n; i++)
    g_array_append_val (steps, step);
}

/* The steps from @n_a numbers to @n_b others, by the longest part that both have. */
static void
append_middle (GArray *steps,
               const guint *a,
               guint n_a,
               const guint *b,
               guint n_b)
{
  guint width = n_b + 1;
  g_autofree guint *lengths = NULL;
  guint i = 0;
  guint j = 0;

  if (n_a == 0 || n_b == 0 || (guint64) (n_a + 1) * width > MAX_CELLS)
    {
      append_steps (steps, STEP_REMOVE, n_a);
      append_steps (steps, STEP_ADD, n_b);
      return;
    }

  /* What the rest of both has in common, from each place. */
  lengths = g_new0 (guint, (gsize) (n_a + 1) * width);
  for (guint x = n_a; x > 0; x--)
    for (guint y = n_b; y > 0; y--)
      {
        guint *cell = &lengths[(gsize) (x - 1) * width + y - 1];

        *cell = a[x - 1] == b[y - 1] ? cell[width + 1] + 1 : MAX (cell[width], cell[1]);
      }

  while (i < n_a && j < n_b)
    {
      const guint *cell = &lengths[(gsize) i * width + j];

      if (a[i] == b[j])
        {
          append_steps (steps, STEP_KEEP, 1);
          i++;
          j++;
        }
      else if (cell[width] >= cell[1])
        {
          append_steps (steps, STEP_REMOVE, 1);
          i++;
        }
      else
        {
          append_steps (steps, STEP_ADD, 1);
          j++;
        }
    }

  append_steps (steps, STEP_REMOVE, n_a - i);
  append_steps (steps, STEP_ADD, n_b - j);
}

/* (element-type Step) */
static GArray *
find_steps (GPtrArray *before,
            GPtrArray *after)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) from = number_strings (before, numbers);
  g_autoptr (GArray) to = number_strings (after, numbers);
  const guint *a = (const guint *) (gpointer) from->data;
  const guint *b = (const guint *) (gpointer) to->data;
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  guint n_a = from->len;
  guint n_b = to->len;
  guint n_head = 0;
  guint n_tail = 0;

  while (n_head < MIN (n_a, n_b) && a[n_head] == b[n_head])
    n_head++;
  while (n_tail < MIN (n_a, n_b) - n_head && a[n_a - n_tail - 1] == b[n_b - n_tail - 1])
    n_tail++;

  append_steps (steps, STEP_KEEP, n_head);
  append_middle (steps, a + n_head, n_a - n_head - n_tail, b + n_head, n_b - n_head - n_tail);
  append_steps (steps, STEP_KEEP, n_tail);
  return steps;
}

/* Words, each with the white space behind it. (element-type utf8) */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  while (*start != '\0')
    {
      const char *end = start;

      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      while (*end != '\0' && g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      g_ptr_array_add (words, g_strndup (start, (gsize) (end - start)));
      start = end;
    }

  /* The last word is the same one at the end of a paragraph and within it. */
  if (words->len > 0 && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
    {
      char *last = g_ptr_array_index (words, words->len - 1);

      g_ptr_array_index (words, words->len - 1) = g_strconcat (last, " ", NULL);
      g_free (last);
    }

  return words;
}

static SbDiffParagraph *
append_paragraph (SbTextDiff *self,
                  SbDiffKind kind)
{
  SbDiffParagraph *paragraph = g_new0 (SbDiffParagraph, 1);

  paragraph->kind = kind;
  paragraph->pieces = g_ptr_array_new_with_free_func (piece_free);
  g_ptr_array_add (self->paragraphs, paragraph);
  return paragraph;
}

static void
append_words (SbDiffParagraph *paragraph,
              SbDiffKind kind,
              const char *text)
{
  SbDiffPiece *last = paragraph->pieces->len > 0 ? g_ptr_array_index (paragraph->pieces, paragraph->pieces->len - 1) : NULL;
  SbDiffPiece *piece;

  if (last != NULL && last->kind == kind)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }

  piece = g_new0 (SbDiffPiece, 1);
  piece->kind = kind;
  piece->text = g_strdup (text);
  g_ptr_array_add (paragraph->pieces, piece);
}

static void
append_whole (SbTextDiff *self,
              SbDiffKind kind,
              const char *text)
{
  append_words (append_paragraph (self, kind), kind, text);
  self->n_added += kind == SB_DIFF_ADDED;
  self->n_removed += kind == SB_DIFF_REMOVED;
}

static gboolean
are_alike (const char *before,
           const char *after)
{
  g_autoptr (GPtrArray) from = split_words (before);
  g_autoptr (GPtrArray) to = split_words (after);
  g_autoptr (GArray) steps = find_steps (from, to);
  guint n_kept = 0;

  for (guint i = 0; i < steps->len; i++)
    n_kept += g_array_index (steps, Step, i) == STEP_KEEP;

  return n_kept > 0 && n_kept >= MIN_KEPT * MAX (from->len, to->len);
}

static void
append_changed (SbTextDiff *self,
                const char *before,
                const char *after)
{
  SbDiffParagraph *paragraph = append_paragraph (self, SB_DIFF_CHANGED);
  g_autoptr (GPtrArray) from = split_words (before);
  g_autoptr (GPtrArray) to = split_words (after);
  g_autoptr (GArray) steps = find_steps (from, to);
  guint i = 0;
  guint j = 0;

  self->n_changed++;
  for (guint k = 0; k < steps->len; k++)
    switch (g_array_index (steps, Step, k))
      {
      case STEP_REMOVE:
        append_words (paragraph, SB_DIFF_REMOVED, g_ptr_array_index (from, i++));
        break;

      case STEP_ADD:
        append_words (paragraph, SB_DIFF_ADDED, g_ptr_array_index (to, j++));
        break;

      case STEP_KEEP:
      default:
        append_words (paragraph, SB_DIFF_SAME, g_ptr_array_index (to, j++));
        i++;
      }
}

/* Some paragraphs that went, and some that came in their place. */
static void
append_replaced (SbTextDiff *self,
                 GPtrArray *removed,
                 GPtrArray *added)
{
  guint i = 0;
  guint j = 0;

  while (i < removed->len && j < added->len)
    {
      const char *before = g_ptr_array_index (removed, i);
      const char *after = g_ptr_array_index (added, j);

      if (are_alike (before, after))
        {
          append_changed (self, before, after);
          i++;
          j++;
        }
      else if (j + 1 < added->len && are_alike (before, g_ptr_array_index (added, j + 1)))
        {
          append_whole (self, SB_DIFF_ADDED, after);
          j++;
        }
      else
        {
          append_whole (self, SB_DIFF_REMOVED, before);
          i++;
        }
    }

  for (; i < removed->len; i++)
    append_whole (self, SB_DIFF_REMOVED, g_ptr_array_index (removed, i));
  for (; j < added->len; j++)
    append_whole (self, SB_DIFF_ADDED, g_ptr_array_index (added, j));

  g_ptr_array_set_size (removed, 0);
  g_ptr_array_set_size (added, 0);
}

/* (element-type utf8) borrowed. */
static GPtrArray *
list_texts (GPtrArray *blocks)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    if (*sb_block_get_text (g_ptr_array_index (blocks, i)) != '\0')
      g_ptr_array_add (texts, (char *) sb_block_get_text (g_ptr_array_index (blocks, i)));

  return texts;
}

SbTextDiff *
sb_text_diff_new (GPtrArray *before,
                  GPtrArray *after)
{
  g_autoptr (GPtrArray) from = NULL;
  g_autoptr (GPtrArray) to = NULL;
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GArray) steps = NULL;
  SbTextDiff *self;
  guint i = 0;
  guint j = 0;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (SbTextDiff, 1);
  self->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  from = list_texts (before);
  to = list_texts (after);
  steps = find_steps (from, to);
  for (guint k = 0; k < steps->len; k++)
    switch (g_array_index (steps, Step, k))
      {
      case STEP_REMOVE:
        g_ptr_array_add (removed, g_ptr_array_index (from, i++));
        break;

      case STEP_ADD:
        g_ptr_array_add (added, g_ptr_array_index (to, j++));
        break;

      case STEP_KEEP:
      default:
        append_replaced (self, removed, added);
        append_whole (self, SB_DIFF_SAME, g_ptr_array_index (to, j++));
        i++;
      }

  append_replaced (self, removed, added);
  return self;
}
