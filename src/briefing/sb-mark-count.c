/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-mark-count-private.h"

static SbMarkCount *
get_count (GArray *counts,
           guint number)
{
  if (number >= counts->len)
    g_array_set_size (counts, number + 1);

  return &g_array_index (counts, SbMarkCount, number);
}

static void
count_piece (GArray *counts,
             SbPiece *piece)
{
  SbRichText *text = sb_piece_get_text (piece);
  guint n_runs = 0;
  const SbRun *runs = text != NULL ? sb_rich_text_get_runs (text, &n_runs) : NULL;

  for (guint i = 0; i < n_runs; i++)
    if (runs[i].kind == SB_RUN_NOTE)
      get_count (counts, runs[i].value)->n_marks++;

  for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
    {
      SbPiece *child = sb_piece_get_child (piece, i);

      if (sb_piece_get_kind (piece) == SB_PIECE_REFERENCES && sb_piece_get_number (child) > 0)
        get_count (counts, sb_piece_get_number (child))->has_target = TRUE;
      count_piece (counts, child);
    }
}

GArray *
_sb_mark_count_all (const SbComposition *composition)
{
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (SbMarkCount));

  for (guint i = 1; i <= sb_composition_get_n_notes (composition); i++)
    get_count (counts, i)->has_target = TRUE;
  for (guint i = 0; i < sb_composition_get_n_pieces (composition); i++)
    count_piece (counts, sb_composition_get_piece (composition, i));

  return counts;
}
