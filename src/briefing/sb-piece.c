/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-piece.h"

/* Between the figures of two languages, in points: as between their columns of text. */
#define PAIR_GUTTER 20.0

struct _SbPiece
{
  gatomicrefcount ref_count;
  SbPieceKind kind;
  guint level;
  SbRole role;
  SbRichText *text; /* (owned) (nullable) */
  GPtrArray *children; /* (owned) (element-type SbPiece) */
  guint number;
  char *uri; /* (owned) (nullable) */
  char *label; /* (owned) (nullable) */
  char *anchor; /* (owned) (nullable) */
  char *block; /* (owned) (nullable) */
  guint line;
  GArray *shares; /* (owned) (nullable) (element-type double) adding to 1 */
  char *alternative; /* (owned) (nullable) */
  double height;
  double min_height;
  double natural_width;
  SbFigureFunc func;
  SbFigurePairFunc pair_func; /* (nullable) */
  gpointer data; /* (owned) by way of free_data */
  GDestroyNotify free_data;
};

G_DEFINE_BOXED_TYPE (SbPiece, sb_piece, sb_piece_ref, sb_piece_unref)

SbPiece *
sb_piece_new (SbPieceKind kind,
              guint level,
              SbRichText *text)
{
  SbPiece *self = g_new0 (SbPiece, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->level = level;
  self->text = text;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_piece_unref);

  return self;
}

SbPiece *
sb_piece_new_for_role (SbRole role,
                       SbRichText *text)
{
  SbPiece *self = sb_piece_new (SB_PIECE_PARAGRAPH, 0, text);

  self->role = role;

  return self;
}

SbPiece *
sb_piece_new_figure (SbRichText *title,
                     const char *alternative,
                     double height,
                     double min_height,
                     SbFigureFunc func,
                     gpointer data,
                     GDestroyNotify free_data)
{
  SbPiece *self = sb_piece_new (SB_PIECE_FIGURE, 0, title);

  self->alternative = g_strdup (alternative);
  self->height = height;
  self->min_height = MIN (min_height, height);
  self->func = func;
  self->data = data;
  self->free_data = free_data;

  return self;
}

void
sb_piece_set_pair_func (SbPiece *self,
                        SbFigurePairFunc func)
{
  g_return_if_fail (self != NULL && self->kind == SB_PIECE_FIGURE);

  self->pair_func = func;
}

SbPiece *
sb_piece_ref (SbPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_piece_unref (SbPiece *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->text, sb_rich_text_unref);
  g_clear_pointer (&self->shares, g_array_unref);
  g_ptr_array_unref (self->children);
  g_free (self->uri);
  g_free (self->label);
  g_free (self->anchor);
  g_free (self->block);
  g_free (self->alternative);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

void
sb_piece_append (SbPiece *self,
                 SbPiece *child)
{
  g_return_if_fail (self != NULL && child != NULL);

  g_ptr_array_add (self->children, child);
}

void
sb_piece_set_text (SbPiece *self,
                   SbRichText *text)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->text, sb_rich_text_unref);
  self->text = text;
}

void
sb_piece_set_reference (SbPiece *self,
                        guint number,
                        const char *uri)
{
  g_return_if_fail (self != NULL);

  self->number = number;
  g_free (self->uri);
  self->uri = g_strdup (uri);
}

void
sb_piece_set_label (SbPiece *self,
                    const char *label,
                    const char *anchor)
{
  g_return_if_fail (self != NULL);

  g_free (self->label);
  g_free (self->anchor);
  self->label = g_strdup (label);
  self->anchor = g_strdup (anchor);
}

void
sb_piece_set_block (SbPiece *self,
                    const char *block,
                    guint line)
{
  g_return_if_fail (self != NULL);

  g_free (self->block);
  self->block = g_strdup (block);
  self->line = line;
}

void
sb_piece_set_shares (SbPiece *self,
                     const double *shares,
                     guint n_shares)
{
  double sum = 0;

  g_return_if_fail (self != NULL && n_shares > 0);

  for (guint i = 0; i < n_shares; i++)
    sum += shares[i];
  g_return_if_fail (sum > 0);

  g_clear_pointer (&self->shares, g_array_unref);
  self->shares = g_array_sized_new (FALSE, FALSE, sizeof (double), n_shares);
  for (guint i = 0; i < n_shares; i++)
    {
      double share = shares[i] / sum;

      g_array_append_val (self->shares, share);
    }
}

void
sb_piece_set_natural_width (SbPiece *self,
                            double width)
{
  g_return_if_fail (self != NULL);

  self->natural_width = width;
}

SbPieceKind
sb_piece_get_kind (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, SB_PIECE_PARAGRAPH);

  return self->kind;
}

guint
sb_piece_get_level (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

SbRole
sb_piece_get_role (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, SB_ROLE_NONE);

  return self->role;
}

SbRichText *
sb_piece_get_text (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

guint
sb_piece_get_n_children (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->children->len;
}

SbPiece *
sb_piece_get_child (const SbPiece *self,
                    guint position)
{
  g_return_val_if_fail (self != NULL && position < self->children->len, NULL);

  return g_ptr_array_index (self->children, position);
}

guint
sb_piece_get_number (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

const char *
sb_piece_get_uri (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uri;
}

const char *
sb_piece_get_label (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

const char *
sb_piece_get_anchor (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->anchor;
}

const char *
sb_piece_get_block (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->block;
}

guint
sb_piece_get_line (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

const char *
sb_piece_get_alternative (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->alternative;
}

double
sb_piece_get_height (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

double
sb_piece_get_natural_width (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->natural_width;
}

double
sb_piece_get_min_height (const SbPiece *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->min_height;
}

double
sb_piece_get_share (const SbPiece *self,
                    guint column)
{
  g_return_val_if_fail (self != NULL, 1);

  if (self->shares != NULL)
    return column < self->shares->len ? g_array_index (self->shares, double, column) : 0;

  return 1.0 / MAX (self->children->len, 1);
}

void
sb_piece_draw_figure (const SbPiece *self,
                      cairo_t *cr,
                      double width,
                      double height)
{
  g_return_if_fail (self != NULL && self->func != NULL);

  cairo_save (cr);
  self->func (cr, width, height, self->data);
  cairo_restore (cr);
}

void
sb_piece_draw_figure_pair (const SbPiece *left,
                           const SbPiece *right,
                           cairo_t *cr,
                           double width,
                           double height)
{
  double half = (width - PAIR_GUTTER) / 2;

  g_return_if_fail (left != NULL && left->func != NULL && right != NULL && right->func != NULL);

  cairo_save (cr);
  if (left->pair_func != NULL && left->pair_func == right->pair_func)
    {
      left->pair_func (cr, width, height, left->data, right->data);
    }
  else
    {
      sb_piece_draw_figure (left, cr, half, height);
      cairo_translate (cr, half + PAIR_GUTTER, 0);
      sb_piece_draw_figure (right, cr, half, height);
    }
  cairo_restore (cr);
}
