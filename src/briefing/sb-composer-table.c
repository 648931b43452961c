/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#include "sb-table-shares-private.h"

/* What stands in a cell that nothing is known for. */
#define NOTHING "–"

static gboolean
says_nothing (SbPiece *cell)
{
  const char *text = sb_rich_text_get_text (sb_piece_get_text (cell));

  return text[0] == '\0' || g_str_equal (text, NOTHING);
}

/* Whether a row below the head says anything in @column; where there are none, the head
 * stays as it is. */
static gboolean
is_wanted (SbPiece *table,
           guint column)
{
  guint n_rows = sb_piece_get_n_children (table);

  for (guint i = 1; i < n_rows; i++)
    {
      SbPiece *row = sb_piece_get_child (table, i);

      if (column < sb_piece_get_n_children (row) && !says_nothing (sb_piece_get_child (row, column)))
        return TRUE;
    }

  return n_rows <= 1;
}

static SbPiece *
new_narrower_row (SbPiece *row,
                  const gboolean *wanted)
{
  SbPiece *narrower = sb_piece_new (SB_PIECE_ROW, 0, NULL);

  for (guint i = 0; i < sb_piece_get_n_children (row); i++)
    if (wanted[i])
      sb_piece_append (narrower, sb_piece_ref (sb_piece_get_child (row, i)));

  return narrower;
}

/* Characters that a line of a table has, about: on a sheet its heading stands beside it. */
static guint
get_line_width (const SbComposer *self)
{
  return sb_template_get_layout (self->template) == SB_PAGE_LAYOUT_SHEET ? 78 : 84;
}

SbPiece *
_sb_composer_finish_table (const SbComposer *self,
                           SbPiece *table,
                           const double *shares,
                           guint n_columns)
{
  g_autofree gboolean *wanted = g_new0 (gboolean, n_columns);
  g_autofree double *wanted_shares = g_new0 (double, n_columns);
  g_autoptr (SbPiece) wide = table;
  SbPiece *narrower;
  guint n_wanted = 0;

  /* The first column names what the others tell about. */
  for (guint i = 0; i < n_columns; i++)
    {
      wanted[i] = i == 0 || is_wanted (table, i);
      if (wanted[i])
        wanted_shares[n_wanted++] = shares[i];
    }

  narrower = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  for (guint i = 0; i < sb_piece_get_n_children (table); i++)
    sb_piece_append (narrower, new_narrower_row (sb_piece_get_child (table, i), wanted));
  _sb_table_shares_fit (narrower, get_line_width (self), wanted_shares, n_wanted);
  sb_piece_set_shares (narrower, wanted_shares, n_wanted);

  return narrower;
}
