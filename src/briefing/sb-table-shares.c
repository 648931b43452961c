/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-table-shares-private.h"

#include <string.h>

#define WORD_JOINER  0x2060
#define NARROW_SPACE 0x202f

/* The width is moved about in so many steps. */
#define N_UNITS      60
#define LONGEST_STEP 8
/* Rows that are looked at: those of a long table are alike. */
#define MOST_ROWS 80
/* Characters between two columns, and at the end of a line where no word fits. */
#define GUTTER 2
#define RAGGED 2
/* What makes a row higher weighs more than what makes a cell of it higher, and each letter of
 * a word that its column has no room for more than any height. */
#define ROW_LINE    6
#define CELL_LINE   1
#define LOST_LETTER 240
/* A longer word, an address, may be broken. */
#define LONGEST_WORD 26

/* What a cell needs, in characters. */
typedef struct
{
  guint length;
  guint longest_word;
} Need;

typedef struct
{
  Need *needs; /* (owned) n_rows × n_columns */
  guint n_rows;
  guint n_columns;
  guint width;
} Table;

static Need
measure (const char *text)
{
  Need need = { 0, 0 };
  guint word = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      /* What binds the marks of sources, which are small. */
      if (letter == WORD_JOINER || letter == NARROW_SPACE)
        continue;
      need.length++;
      word = *at == ' ' || *at == '\n' ? 0 : word + 1;
      need.longest_word = MAX (need.longest_word, MIN (word, LONGEST_WORD));
    }

  return need;
}

static void
measure_all (Table *self,
             const SbPiece *table)
{
  self->n_rows = MIN (sb_piece_get_n_children (table), MOST_ROWS);
  self->needs = g_new0 (Need, (gsize) self->n_rows * self->n_columns);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const SbPiece *row = sb_piece_get_child (table, i);

      for (guint k = 0; k < self->n_columns && k < sb_piece_get_n_children (row); k++)
        self->needs[i * self->n_columns + k] = measure (sb_rich_text_get_text (sb_piece_get_text (sb_piece_get_child (row, k))));
    }
}

/* What all lines of all rows weigh. */
static guint
weigh (const Table *self,
       const guint *units)
{
  guint weight = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      guint highest = 1;

      for (guint k = 0; k < self->n_columns; k++)
        {
          const Need *need = &self->needs[i * self->n_columns + k];
          guint room = MAX (self->width * units[k] / N_UNITS, GUTTER) - GUTTER;
          guint lines = need->length <= room ? 1 : 1 + need->length / (room > RAGGED ? room - RAGGED : 1);

          weight += need->longest_word > room ? (need->longest_word - room) * LOST_LETTER : 0;
          weight += lines * CELL_LINE;
          highest = MAX (highest, lines);
        }
      weight += highest * ROW_LINE;
    }

  return weight;
}

/* Makes the move of @step units that saves most; FALSE when none saves anything. */
static gboolean
improve (const Table *self,
         guint *units,
         guint step,
         guint *weight)
{
  guint best = *weight;
  guint best_from = 0;
  guint best_to = 0;

  for (guint from = 0; from < self->n_columns; from++)
    for (guint to = 0; to < self->n_columns; to++)
      {
        guint other;

        if (from == to || units[from] <= step)
          continue;
        units[from] -= step;
        units[to] += step;
        other = weigh (self, units);
        units[from] += step;
        units[to] -= step;
        if (other < best)
          {
            best = other;
            best_from = from;
            best_to = to;
          }
      }

  if (best == *weight)
    return FALSE;

  units[best_from] -= step;
  units[best_to] += step;
  *weight = best;

  return TRUE;
}

/* Whole units of the width; the last columns take what rounding leaves. */
static void
divide (const double *shares,
        guint *units,
        guint n_columns)
{
  double sum = 0;
  double before = 0;
  guint taken = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += shares[i];
  for (guint i = 0; i < n_columns; i++)
    {
      before += shares[i];
      units[i] = (guint) (before / sum * N_UNITS + 0.5) - taken;
      taken += units[i];
    }
}

void
_sb_table_shares_fit (const SbPiece *table,
                      guint width,
                      double *shares,
                      guint n_columns)
{
  g_autofree guint *units = g_new0 (guint, n_columns);
  Table self = { NULL, 0, n_columns, width };
  guint weight;
  gboolean is_better = FALSE;

  divide (shares, units, n_columns);
  measure_all (&self, table);
  weight = weigh (&self, units);
  for (guint step = LONGEST_STEP; step > 0; step /= 2)
    while (improve (&self, units, step, &weight))
      is_better = TRUE;
  for (guint i = 0; is_better && i < n_columns; i++)
    shares[i] = units[i];
  g_free (self.needs);
}
