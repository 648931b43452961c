/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-table-shares-private.h"

#include <string.h>

#define WIDTH 80

typedef struct
{
  const char *name;
  const char *cells[2][3]; /* of the head and of a row */
  double before[3];
  int more; /* the column that gets more of the width, -1 for none */
} Case;

static const Case cases[] = {
  { "long words", { { "Date", "Fact", "Actors" }, { "25 Apr", "One", "Twenty-two villagers and an officer of the gendarmerie, who had come by the road from Kayes" } }, { 1, 1, 1 }, 2 },
  { "one word", { { "A", "B", "C" }, { "Ouagadougou\302\240(Burkina\302\240Faso)", "b", "c" } }, { 1, 3, 3 }, 0 },
  { "all fits", { { "Date", "Fact", "Actors" }, { "25 Apr", "An attack", "JNIM" } }, { 1, 1, 1 }, -1 },
  { "all alike", { { "A", "B", "C" }, { "", "", "" } }, { 2, 1, 1 }, -1 },
};

static SbPiece *
new_table (const Case *example)
{
  SbPiece *table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (example->cells); i++)
    {
      SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);

      for (guint k = 0; k < G_N_ELEMENTS (example->cells[i]); k++)
        sb_piece_append (row, sb_piece_new (SB_PIECE_CELL, 0, sb_rich_text_new_plain (example->cells[i][k])));
      sb_piece_append (table, row);
    }

  return table;
}

/* What rows need more of is taken from columns that have it to spare. */
static void
test_fit (gconstpointer data)
{
  const Case *example = data;
  g_autoptr (SbPiece) table = new_table (example);
  double shares[3];
  double sum_before = 0;
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      shares[i] = example->before[i];
      sum_before += shares[i];
    }
  _sb_table_shares_fit (table, WIDTH, shares, 3);
  for (guint i = 0; i < 3; i++)
    sum += shares[i];

  for (guint i = 0; i < 3; i++)
    {
      double now = shares[i] / sum;
      double before = example->before[i] / sum_before;

      g_assert_cmpfloat (shares[i], >, 0);
      if (example->more < 0)
        g_assert_cmpfloat_with_epsilon (now, before, 1e-9);
      else if ((int) i == example->more)
        g_assert_cmpfloat (now, >, before);
    }
}

/* No column gives up the room that its longest word needs, however much others want. */
static void
test_words (void)
{
  const char *text = "Words that would like to have more room than they have, so that the rows that they stand in are not as high as they are now";
  g_autoptr (SbPiece) table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  double shares[] = { 1, 1, 1 };

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *cut = g_strndup (text, strlen (text) - i);
      SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);

      sb_piece_append (row, sb_piece_new (SB_PIECE_CELL, 0, sb_rich_text_new_plain (cut)));
      sb_piece_append (row, sb_piece_new (SB_PIECE_CELL, 0, sb_rich_text_new_plain (i == 1 ? "+1,222\302\240km" : "–")));
      sb_piece_append (row, sb_piece_new (SB_PIECE_CELL, 0, sb_rich_text_new_plain (cut)));
      sb_piece_append (table, row);
    }
  _sb_table_shares_fit (table, WIDTH, shares, 3);
  g_assert_cmpfloat (shares[1] / (shares[0] + shares[1] + shares[2]) * WIDTH, >=, strlen ("+1,222 km"));
}

/* A table of the length of a year is looked at in no time. */
static void
test_long (void)
{
  g_autoptr (SbPiece) table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  double shares[] = { 1, 1, 1 };

  for (guint i = 0; i < 5000; i++)
    {
      SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);

      for (guint k = 0; k < 1 + i % 3; k++)
        sb_piece_append (row, sb_piece_new (SB_PIECE_CELL, 0, sb_rich_text_new_plain (k == 1 ? "Words that take more than one line of a column that is as narrow" : "x")));
      sb_piece_append (table, row);
    }
  _sb_table_shares_fit (table, WIDTH, shares, 3);
  g_assert_cmpfloat (shares[1], >, shares[0] * 1.3);
  g_assert_cmpfloat (shares[1], >, shares[2] * 1.3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/briefing/table-shares/fit/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_fit);
    }
  g_test_add_func ("/briefing/table-shares/long", test_long);
  g_test_add_func ("/briefing/table-shares/words", test_words);

  return g_test_run ();
}
