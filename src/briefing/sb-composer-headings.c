/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#define MAX_LEVEL 3

static gboolean
is_heading (SbPiece *piece)
{
  return sb_piece_get_kind (piece) == SB_PIECE_HEADING;
}

/* A heading that the next piece is as high as, or that nothing follows. */
static gboolean
is_empty (SbComposition *composition,
          guint position)
{
  SbPiece *piece = sb_composition_get_piece (composition, position);
  SbPiece *next;

  if (!is_heading (piece))
    return FALSE;
  if (position + 1 == sb_composition_get_n_pieces (composition))
    return TRUE;

  next = sb_composition_get_piece (composition, position + 1);
  if (is_heading (next))
    return sb_piece_get_level (next) <= sb_piece_get_level (piece);

  return sb_piece_get_kind (next) == SB_PIECE_BREAK;
}

/* From the end, because what becomes empty stands before. */
static void
remove_empty (SbComposition *composition)
{
  for (guint i = sb_composition_get_n_pieces (composition); i > 0; i--)
    while (i <= sb_composition_get_n_pieces (composition) && is_empty (composition, i - 1))
      sb_composition_remove (composition, i - 1);
}

static char *
dup_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *letters;
  } steps[] = { { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (roman, steps[i].letters);

  return g_string_free (roman, FALSE);
}

/* The title of a part stands at the head of a page, unless a few lines would be left alone
 * on the one before. */
static void
break_before_parts (SbComposition *composition)
{
  for (guint i = sb_composition_get_n_pieces (composition); i > 0; i--)
    {
      SbPiece *piece = sb_composition_get_piece (composition, i - 1);

      if (is_heading (piece) && sb_piece_get_level (piece) <= 1 && sb_piece_get_number (piece) > 0)
        sb_composition_insert (composition, i - 1, sb_piece_new (SB_PIECE_BREAK, 2, NULL));
    }
}

/* "I", "I.1", "I.1.a"; a level that was skipped is left out. */
static char *
dup_label (const guint numbers[MAX_LEVEL],
           guint level)
{
  g_autofree char *roman = dup_roman (numbers[0]);
  GString *label = g_string_new (roman);

  if (level >= 2)
    g_string_append_printf (label, "%s%u", label->len > 0 ? "." : "", numbers[1]);
  if (level >= 3)
    g_string_append_printf (label, ".%c", 'a' + (char) (MAX (numbers[2], 1) - 1) % 26);

  return g_string_free (label, FALSE);
}

void
_sb_composer_finish_headings (SbComposer *self)
{
  gboolean is_numbered = sb_template_is_numbered (self->template);
  guint numbers[MAX_LEVEL] = { 0 };

  remove_empty (self->composition);
  if (is_numbered && sb_template_has_parts (self->template))
    break_before_parts (self->composition);
  for (guint i = 0; i < sb_composition_get_n_pieces (self->composition); i++)
    {
      SbPiece *piece = sb_composition_get_piece (self->composition, i);
      guint level = MIN (sb_piece_get_level (piece), MAX_LEVEL);
      g_autofree char *anchor = NULL;
      g_autofree char *label = NULL;

      if (!is_heading (piece))
        continue;

      anchor = g_strdup_printf ("heading-%u", i);
      if (is_numbered && sb_piece_get_number (piece) > 0)
        {
          numbers[level - 1]++;
          for (guint k = level; k < MAX_LEVEL; k++)
            numbers[k] = 0;
          label = dup_label (numbers, level);
        }
      sb_piece_set_label (piece, label, anchor);
    }
}
