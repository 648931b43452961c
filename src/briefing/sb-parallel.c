/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-parallel-private.h"

/* How far a piece is looked for that the other side has: what only one language has is a
 * paragraph or two. */
#define REACH 12

static gboolean
is_alike (SbPiece *one,
          SbPiece *other)
{
  return sb_piece_get_kind (one) == sb_piece_get_kind (other) && sb_piece_get_role (one) == sb_piece_get_role (other) &&
         (sb_piece_get_kind (one) != SB_PIECE_HEADING || sb_piece_get_level (one) == sb_piece_get_level (other));
}

/* How many pieces of @composition from @at on come before one that is like @piece; REACH
 * when none is near. */
static guint
find_like (SbComposition *composition,
           guint at,
           SbPiece *piece)
{
  for (guint i = 0; i < REACH && at + i < sb_composition_get_n_pieces (composition); i++)
    if (is_alike (sb_composition_get_piece (composition, at + i), piece))
      return i;

  return REACH;
}

/* What needs all of the page. */
static gboolean
is_wide (SbPiece *piece)
{
  switch (sb_piece_get_kind (piece))
    {
    case SB_PIECE_COVER:
    case SB_PIECE_TABLE:
    case SB_PIECE_STRIP:
    case SB_PIECE_COLUMNS:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Takes both over; either may be NULL. */
static SbPiece *
new_pair (SbPiece *left,
          SbPiece *right)
{
  SbPiece *pair = sb_piece_new (SB_PIECE_PAIR, 0, NULL);
  SbPiece *sides[] = { left, right };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      SbPiece *column = sb_piece_new (SB_PIECE_COLUMN, 0, NULL);

      if (sides[i] != NULL)
        sb_piece_append (column, sides[i]);
      sb_piece_append (pair, column);
    }

  return pair;
}

/* A list with one item of @list. */
static SbPiece *
new_part (SbPiece *list,
          guint position)
{
  SbPiece *part = sb_piece_new (sb_piece_get_kind (list), sb_piece_get_level (list), NULL);

  sb_piece_append (part, sb_piece_ref (sb_piece_get_child (list, position)));
  return part;
}

/* Items stand beside each other, if there are as many. */
static void
append_pair (SbComposition *out,
             SbPiece *left,
             SbPiece *right)
{
  gboolean is_list = sb_piece_get_kind (left) == SB_PIECE_LIST || sb_piece_get_kind (left) == SB_PIECE_REFERENCES;

  if (!is_list || sb_piece_get_n_children (left) != sb_piece_get_n_children (right))
    {
      sb_composition_append (out, new_pair (sb_piece_ref (left), sb_piece_ref (right)));
      return;
    }

  for (guint i = 0; i < sb_piece_get_n_children (left); i++)
    sb_composition_append (out, new_pair (new_part (left, i), new_part (right, i)));
}

/* The figures of the two languages. */
typedef struct
{
  SbPiece *left; /* (owned) */
  SbPiece *right; /* (owned) */
} Figures;

static void
figures_free (gpointer data)
{
  Figures *figures = data;

  sb_piece_unref (figures->left);
  sb_piece_unref (figures->right);
  g_free (figures);
}

/* An #SbFigureFunc; @data is the Figures. */
static void
draw_figures (cairo_t *cr,
              double width,
              double height,
              gpointer data)
{
  const Figures *figures = data;

  sb_piece_draw_figure_pair (figures->left, figures->right, cr, width, height);
}

/* @one and @other with @between between them, or either where they are the same. */
static char *
join_texts (const char *one,
            const char *other,
            const char *between)
{
  gboolean is_joined = one[0] != '\0' && other[0] != '\0' && !g_str_equal (one, other);

  return g_strdup_printf ("%s%s%s", one, is_joined ? between : "", is_joined || one[0] == '\0' ? other : "");
}

static const char *
get_words (SbPiece *figure)
{
  return sb_piece_get_text (figure) != NULL ? sb_rich_text_get_text (sb_piece_get_text (figure)) : "";
}

static void
append_figure (SbComposition *out,
               SbPiece *left,
               SbPiece *right)
{
  g_autofree char *title = join_texts (get_words (left), get_words (right), " · ");
  const char *one = sb_piece_get_alternative (left);
  const char *other = sb_piece_get_alternative (right);
  g_autofree char *alternative = join_texts (one != NULL ? one : "", other != NULL ? other : "", "\n");
  Figures *figures = g_new (Figures, 1);

  *figures = (Figures) { sb_piece_ref (left), sb_piece_ref (right) };
  sb_composition_append (out, sb_piece_new_figure (sb_rich_text_new_plain (title), alternative, sb_piece_get_height (left),
                                                   sb_piece_get_min_height (left), draw_figures, figures, figures_free));
}

static void
append_both (SbComposition *out,
             SbPiece *left,
             SbPiece *right)
{
  if (sb_piece_get_kind (left) == SB_PIECE_BREAK)
    sb_composition_append (out, sb_piece_ref (left));
  else if (sb_piece_get_kind (left) == SB_PIECE_FIGURE)
    append_figure (out, left, right);
  else if (is_wide (left))
    {
      sb_composition_append (out, sb_piece_ref (left));
      sb_composition_append (out, sb_piece_ref (right));
    }
  else
    append_pair (out, left, right);
}

static void
append_one (SbComposition *out,
            SbPiece *piece,
            gboolean is_left)
{
  if (is_wide (piece) || sb_piece_get_kind (piece) == SB_PIECE_FIGURE || sb_piece_get_kind (piece) == SB_PIECE_BREAK)
    sb_composition_append (out, sb_piece_ref (piece));
  else
    sb_composition_append (out, is_left ? new_pair (sb_piece_ref (piece), NULL) : new_pair (NULL, sb_piece_ref (piece)));
}

static void
copy_properties (SbComposition *out,
                 SbComposition *left,
                 SbComposition *right)
{
  for (SbProperty property = 0; property < SB_N_PROPERTIES; property++)
    {
      const char *one = sb_composition_get_property (left, property);
      const char *other = sb_composition_get_property (right, property);
      g_autofree char *both = g_strdup_printf ("%s · %s", one, other);
      gboolean is_joined = property == SB_PROPERTY_TITLE && other[0] != '\0' && g_strcmp0 (one, other) != 0;

      sb_composition_set_property (out, property, is_joined ? both : one);
    }
  for (guint i = 1; i <= sb_composition_get_n_notes (left); i++)
    sb_composition_add_note (out, sb_rich_text_ref (sb_composition_get_note (left, i, FALSE)), sb_rich_text_ref (sb_composition_get_note (left, i, TRUE)));
}

SbComposition *
_sb_parallel_compose (SbComposition *left,
                      SbComposition *right)
{
  SbComposition *out = sb_composition_new (sb_composition_get_language (left));
  guint n_left = sb_composition_get_n_pieces (left);
  guint n_right = sb_composition_get_n_pieces (right);
  guint i = 0, k = 0;

  sb_composition_set_layout (out, sb_composition_get_layout (left), sb_composition_is_duplex (left));
  copy_properties (out, left, right);
  while (i < n_left || k < n_right)
    {
      SbPiece *one = i < n_left ? sb_composition_get_piece (left, i) : NULL;
      SbPiece *other = k < n_right ? sb_composition_get_piece (right, k) : NULL;

      if (one != NULL && other != NULL && is_alike (one, other))
        {
          append_both (out, one, other);
          i++;
          k++;
        }
      else if (other == NULL || (one != NULL && find_like (right, k, one) >= find_like (left, i, other)))
        {
          append_one (out, one, TRUE);
          i++;
        }
      else
        {
          append_one (out, other, FALSE);
          k++;
        }
    }

  return out;
}
