/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-flow-private.h"

/* In points. */
#define PAIR_GUTTER        20.0
#define ABOVE_HEADING      13.0
#define BETWEEN_PARAGRAPHS 6.5

/* Lines that stay together in each column: read aloud, so much is said in one language
 * before the other. */
#define CHUNK       12
#define LEAST_CHUNK 4

/* Places of the right column have names of their own, and the outline is in the language
 * of the left one. */
#define RIGHT_PREFIX "right-"

static void
rename_places (GPtrArray *slabs)
{
  for (guint i = 0; i < slabs->len; i++)
    {
      SbSlab *slab = g_ptr_array_index (slabs, i);

      for (guint k = slab->marks->len; k > 0; k--)
        {
          SbMark *mark = &g_array_index (slab->marks, SbMark, k - 1);

          if (mark->kind == SB_MARK_DEST || mark->kind == SB_MARK_LINK || mark->kind == SB_MARK_PAGE_OF)
            {
              g_autofree char *name = g_steal_pointer (&mark->name);

              mark->name = g_strconcat (RIGHT_PREFIX, name, NULL);
            }
          else if (mark->kind == SB_MARK_OUTLINE)
            g_array_remove_index (slab->marks, k - 1);
        }
    }
}

static GPtrArray *
set_column (SbFlow *self,
            SbPiece *column,
            gboolean is_left)
{
  GPtrArray *slabs = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);
  SbFlow flow = {
    .setting = is_left ? self->setting : self->other_setting,
    .slabs = slabs,
    .width = (self->width - PAIR_GUTTER) / 2,
    .item_style = SB_TYPE_STYLE_NARROW,
    .is_paper = self->is_paper,
    .composition = is_left ? self->left_composition : self->right_composition,
  };

  for (guint i = 0; i < sb_piece_get_n_children (column); i++)
    _sb_flow_add (&flow, sb_piece_get_child (column, i));
  if (!is_left)
    rename_places (slabs);

  return slabs;
}

/* The lines from @first on, as one slab; NULL when there are none. */
static SbSlab *
new_chunk (GPtrArray *slabs,
           guint first,
           guint n_lines)
{
  GPtrArray *lines;
  SbSlab *chunk, *top, *bottom;
  double before;
  gboolean keeps_next;

  if (first >= slabs->len)
    return NULL;

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);
  for (guint i = first; i < MIN (first + n_lines, slabs->len); i++)
    {
      g_ptr_array_add (lines, g_ptr_array_index (slabs, i));
      slabs->pdata[i] = NULL;
    }
  top = g_ptr_array_index (lines, 0);
  bottom = g_ptr_array_index (lines, lines->len - 1);
  before = top->before;
  keeps_next = (bottom->flags & SB_SLAB_KEEP_NEXT) != 0 && first + n_lines >= slabs->len;
  chunk = _sb_slab_new_stack (lines, 0);
  chunk->before = before;
  chunk->flags |= keeps_next ? SB_SLAB_KEEP_NEXT : 0;

  return chunk;
}

static SbSlab *
merge_chunks (SbSlab *left,
              SbSlab *right,
              double x)
{
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_WIDE);

  if (left != NULL)
    {
      slab->before = left->before;
      slab->flags |= left->flags & SB_SLAB_KEEP_NEXT;
      _sb_slab_merge (slab, left, 0);
    }
  if (right != NULL)
    {
      slab->before = MAX (slab->before, right->before);
      slab->flags |= right->flags & SB_SLAB_KEEP_NEXT;
      _sb_slab_merge (slab, right, x);
    }

  return slab;
}

/* The room above a pair, which each of its columns, being a flow of its own, leaves out. */
static double
get_room (const SbFlow *self,
          SbPiece *pair)
{
  SbPiece *left = sb_piece_get_child (pair, 0);
  SbPiece *side = sb_piece_get_n_children (left) > 0 ? left : sb_piece_get_child (pair, 1);
  SbPieceKind kind = sb_piece_get_kind (sb_piece_get_child (side, 0));
  const SbSlab *last = self->slabs->len > 0 ? g_ptr_array_index (self->slabs, self->slabs->len - 1) : NULL;

  if (last == NULL || (last->flags & SB_SLAB_KEEP_NEXT) != 0)
    return 0;
  if (kind == SB_PIECE_HEADING)
    return ABOVE_HEADING;

  return kind == SB_PIECE_PARAGRAPH ? BETWEEN_PARAGRAPHS : 0;
}

void
_sb_flow_add_pair (SbFlow *self,
                   SbPiece *pair)
{
  double room = get_room (self, pair);
  GPtrArray *left = set_column (self, sb_piece_get_child (pair, 0), TRUE);
  GPtrArray *right = set_column (self, sb_piece_get_child (pair, 1), FALSE);
  double x = (self->width + PAIR_GUTTER) / 2;
  guint n_lines = MAX (left->len, right->len);

  for (guint at = 0; at < n_lines;)
    {
      guint taken = n_lines - at < CHUNK + LEAST_CHUNK ? n_lines - at : CHUNK;
      SbSlab *slab = merge_chunks (new_chunk (left, at, taken), new_chunk (right, at, taken), x);

      if (at == 0)
        slab->before = MAX (slab->before, room);
      g_ptr_array_add (self->slabs, slab);
      at += taken;
    }

  /* What was in them is in the chunks. */
  g_ptr_array_set_free_func (left, NULL);
  g_ptr_array_set_free_func (right, NULL);
  g_ptr_array_unref (left);
  g_ptr_array_unref (right);
}

SbSlab *
_sb_flow_new_note_pair (SbSetting *left_setting,
                        SbRichText *left,
                        SbSetting *right_setting,
                        SbRichText *right,
                        guint number,
                        double width,
                        gboolean first)
{
  double half = (width - PAIR_GUTTER) / 2;
  SbSlab *slab = _sb_flow_new_note (left_setting, left, number, half, first);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (right == NULL)
    return slab;

  g_ptr_array_add (others, _sb_flow_new_note (right_setting, right, number, half, first));
  rename_places (others);
  _sb_slab_merge (slab, g_ptr_array_index (others, 0), half + PAIR_GUTTER);

  return slab;
}
