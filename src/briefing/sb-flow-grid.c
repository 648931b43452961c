/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-flow-private.h"

/* In points. */
#define HAIRLINE       0.5
#define CELL_PADDING   3.2 /* above and below a cell */
#define CELL_GUTTER    8.0
#define COLUMN_GUTTER  22.0
#define STRIP_GUTTER   12.0
#define STRIP_PADDING  5.0
#define ABOVE_STRIP    9.0
#define ABOVE_TABLE    2.0
#define BETWEEN_TABLES 11.0
#define BELOW_TABLE    5.0
/* Of the width of a table: a word that takes more, an address, may be broken. */
#define LONGEST_WORD_SHARE 0.4
#define ABOVE_PAPER_TABLE  6.0

#define ABOVE_CARD       7.0
#define BELOW_CARD       9.0
#define CARD_PADDING     9.0
#define CARD_GAP         4.4 /* between two rows */
#define CARD_LABEL_SHARE 0.27
#define MOST_KEPT_ROWS   9

/* What a column of a table has of the width, and what its longest word needs of it. */
typedef struct
{
  double width;
  double least;
} Column;

static SbTypeStyleId
get_cell_style (gboolean is_head)
{
  return is_head ? SB_TYPE_STYLE_TABLE_HEAD : SB_TYPE_STYLE_TABLE_CELL;
}

/* The @n_columns of a table by its shares, and what their words need. */
static Column *
measure_columns (SbFlow *self,
                 SbPiece *table,
                 guint n_columns,
                 double width)
{
  Column *columns = g_new0 (Column, n_columns);

  for (guint i = 0; i < n_columns; i++)
    columns[i].width = width * sb_piece_get_share (table, i);
  for (guint i = 0; i < sb_piece_get_n_children (table); i++)
    {
      SbPiece *row = sb_piece_get_child (table, i);

      for (guint k = 0; k < sb_piece_get_n_children (row); k++)
        {
          double word = _sb_paragraph_measure_word (self->setting, sb_piece_get_text (sb_piece_get_child (row, k)), get_cell_style (i == 0));

          columns[k].least = MAX (columns[k].least, MIN (word + CELL_GUTTER, width * LONGEST_WORD_SHARE));
        }
    }

  return columns;
}

/* No column is narrower than its longest word: what it lacks is taken from what the others
 * have to spare. Where there is too little for all, each word is broken alike. */
static void
fit_columns (Column *columns,
             guint n_columns,
             double width)
{
  double missing = 0;
  double spare = 0;
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      sum += columns[i].least;
      missing += MAX (columns[i].least - columns[i].width, 0);
      spare += MAX (columns[i].width - columns[i].least, 0);
    }

  for (guint i = 0; i < n_columns; i++)
    {
      double excess = columns[i].width - columns[i].least;

      if (sum > width)
        columns[i].width = columns[i].least / sum * width;
      else if (missing > 0)
        columns[i].width = excess > 0 ? columns[i].width - missing * excess / spare : columns[i].least;
    }
}

static guint
count_columns (SbPiece *table)
{
  guint n_columns = 0;

  for (guint i = 0; i < sb_piece_get_n_children (table); i++)
    n_columns = MAX (n_columns, sb_piece_get_n_children (sb_piece_get_child (table, i)));

  return n_columns;
}

/* One row: its cells side by side over a rule. */
static SbSlab *
new_row (SbFlow *self,
         const Column *columns,
         SbPiece *row,
         gboolean is_head)
{
  SbTypeStyleId style = get_cell_style (is_head);
  double left = _sb_flow_get_text_x (self);
  double width = self->width - left;
  SbSlab *slab = _sb_slab_new (0, is_head ? SB_SLAB_KEEP_NEXT : SB_SLAB_DEFAULT);
  SbMarkWriter writer = { slab->marks, { { NULL } }, 0 };
  double x = left;
  double height = 0;

  for (guint i = 0; i < sb_piece_get_n_children (row); i++)
    {
      g_autoptr (SbSlab) cell = _sb_slab_new (0, SB_SLAB_DEFAULT);
      double cell_width = columns[i].width;
      double cell_height;

      _sb_slab_push_level (cell, is_head ? "TH" : "TD", ++self->setting->last_group);
      cell_height = _sb_paragraph_add (self->setting, cell->marks, sb_piece_get_text (sb_piece_get_child (row, i)), style, 0, 0, MAX (cell_width - CELL_GUTTER, 1), PANGO_ALIGN_LEFT);
      height = MAX (height, cell_height);
      _sb_mark_writer_add (&writer, cell, x, CELL_PADDING);
      x += cell_width;
    }
  _sb_mark_writer_close (&writer);

  slab->height = height + 2 * CELL_PADDING;
  slab->min_height = slab->height;
  slab->reach = slab->height;
  _sb_marks_add_fill (slab->marks, left, slab->height - HAIRLINE, width, is_head ? HAIRLINE * 1.6 : HAIRLINE, is_head ? SB_INK_TEXT : SB_INK_RULE);

  return slab;
}

/* A table that stands below another one, as those of two languages do, is parted from it. */
static double
get_room_above_table (const SbFlow *self)
{
  const SbSlab *last = self->slabs->len > 0 ? g_ptr_array_index (self->slabs, self->slabs->len - 1) : NULL;

  if (self->is_paper)
    return ABOVE_PAPER_TABLE;

  return last != NULL && last->depth > 0 && g_str_equal (last->path[0].tag, "Table") ? BETWEEN_TABLES : ABOVE_TABLE;
}

void
_sb_flow_add_table (SbFlow *self,
                    SbPiece *table)
{
  guint group = ++self->setting->last_group;
  guint n_rows = sb_piece_get_n_children (table);
  guint n_columns = count_columns (table);
  double width = self->width - _sb_flow_get_text_x (self);
  g_autofree Column *columns = measure_columns (self, table, n_columns, width);
  double room = get_room_above_table (self);
  SbSlab *head = NULL;

  fit_columns (columns, n_columns, width);
  for (guint i = 0; i < n_rows; i++)
    {
      SbSlab *slab = new_row (self, columns, sb_piece_get_child (table, i), i == 0);

      slab->head = head;
      head = head != NULL ? head : slab;

      _sb_slab_push_level (slab, "Table", group);
      _sb_slab_push_level (slab, "TR", ++self->setting->last_group);
      if (i == 0)
        slab->before = room;
      /* No row stands alone with the head that is repeated. */
      if (n_rows > 3 && (i == 1 || i + 2 == n_rows))
        slab->flags |= SB_SLAB_KEEP_NEXT;
      if (i + 1 == n_rows && self->is_paper)
        {
          slab->height += BELOW_TABLE;
          slab->reach = slab->height;
        }
      g_ptr_array_add (self->slabs, slab);
    }
}

/* A label and what it is, on a tint that joins that of the rows above and below. */
static SbSlab *
new_card_row (SbFlow *self,
              SbPiece *row)
{
  double left = _sb_flow_get_text_x (self);
  double width = self->width - left;
  double x = left + CARD_PADDING;
  double label_width = width * CARD_LABEL_SHARE;
  double text_width = width - label_width - 2 * CARD_PADDING;
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_DEFAULT);
  SbMarkWriter writer = { slab->marks, { { NULL } }, 0 };
  g_autoptr (SbSlab) label = _sb_slab_new (0, SB_SLAB_DEFAULT);
  g_autoptr (SbSlab) text = _sb_slab_new (0, SB_SLAB_DEFAULT);
  double height, text_height;

  _sb_slab_push_level (label, "TH", ++self->setting->last_group);
  height = _sb_paragraph_add (self->setting, label->marks, sb_piece_get_text (sb_piece_get_child (row, 0)), SB_TYPE_STYLE_CARD_LABEL, 0, 0, label_width - CELL_GUTTER, PANGO_ALIGN_LEFT);
  _sb_slab_push_level (text, "TD", ++self->setting->last_group);
  text_height = _sb_paragraph_add (self->setting, text->marks, sb_piece_get_text (sb_piece_get_child (row, 1)), SB_TYPE_STYLE_CARD_TEXT, 0, 0, text_width, PANGO_ALIGN_LEFT);
  slab->height = MAX (height, text_height) + CARD_GAP;
  slab->min_height = slab->height;
  slab->reach = slab->height;
  _sb_marks_add_fill (slab->marks, left, -0.1, width, slab->height + 0.2, SB_INK_TINT);
  _sb_mark_writer_add (&writer, label, x, CARD_GAP / 2);
  _sb_mark_writer_add (&writer, text, x + label_width, CARD_GAP / 2);
  _sb_mark_writer_close (&writer);

  return slab;
}

void
_sb_flow_add_card (SbFlow *self,
                   SbPiece *card)
{
  guint group = ++self->setting->last_group;
  guint n_rows = sb_piece_get_n_children (card);
  double left = _sb_flow_get_text_x (self);

  for (guint i = 0; i < n_rows; i++)
    {
      SbSlab *slab = new_card_row (self, sb_piece_get_child (card, i));

      _sb_slab_push_level (slab, "Table", group);
      _sb_slab_push_level (slab, "TR", ++self->setting->last_group);
      if (i == 0)
        {
          slab->before = ABOVE_CARD;
          slab->flags |= SB_SLAB_KEEP_NEXT;
          _sb_marks_add_fill (slab->marks, left, -HAIRLINE, self->width - left, HAIRLINE * 2, SB_INK_ACCENT);
        }
      /* A short card stays on its page, of a long one the last row with another. */
      if (i + 1 < n_rows && (n_rows <= MOST_KEPT_ROWS || i + 2 == n_rows))
        slab->flags |= SB_SLAB_KEEP_NEXT;
      if (i + 1 == n_rows)
        {
          _sb_marks_add_fill (slab->marks, left, slab->height, self->width - left, HAIRLINE, SB_INK_ACCENT);
          slab->height += BELOW_CARD;
          slab->reach = slab->height;
        }
      g_ptr_array_add (self->slabs, slab);
    }
}

/* Large figures, or smaller ones where one of them would not stand on a line. */
static SbTypeStyleId
find_figure_style (SbFlow *self,
                   SbPiece *strip,
                   double width)
{
  for (guint i = 0; i < sb_piece_get_n_children (strip); i++)
    {
      SbPiece *figure = sb_piece_get_child (strip, i);

      if (sb_piece_get_n_children (figure) > 0 &&
          _sb_paragraph_measure (self->setting, sb_piece_get_text (sb_piece_get_child (figure, 0)), SB_TYPE_STYLE_KEY_FIGURE) > width)
        return SB_TYPE_STYLE_KEY_FIGURE_SMALL;
    }

  return SB_TYPE_STYLE_KEY_FIGURE;
}

/* Key figures: the number over its caption, between rules. */
void
_sb_flow_add_strip (SbFlow *self,
                    SbPiece *strip)
{
  guint n_figures = sb_piece_get_n_children (strip);
  double column = (self->width + STRIP_GUTTER) / MAX (n_figures, 1);
  SbTypeStyleId figure_style = find_figure_style (self, strip, column - STRIP_GUTTER);
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_WIDE);
  double height = 0;

  for (guint i = 0; i < n_figures; i++)
    {
      SbPiece *figure = sb_piece_get_child (strip, i);
      double y = STRIP_PADDING;

      for (guint k = 0; k < sb_piece_get_n_children (figure); k++)
        y += _sb_paragraph_add (self->setting, slab->marks, sb_piece_get_text (sb_piece_get_child (figure, k)),
                                k == 0 ? figure_style : SB_TYPE_STYLE_KEY_CAPTION,
                                i * column, y, column - STRIP_GUTTER, PANGO_ALIGN_LEFT);
      height = MAX (height, y);
    }

  if (n_figures == 0)
    {
      _sb_slab_free (slab);
      return;
    }

  for (guint i = 0; i < n_figures; i++)
    _sb_marks_add_fill (slab->marks, i * column, 0, column - STRIP_GUTTER, HAIRLINE * 1.6, SB_INK_ACCENT);
  _sb_slab_push_level (slab, "P", ++self->setting->last_group);
  slab->before = ABOVE_STRIP;
  slab->height = height;
  slab->min_height = height;
  slab->reach = height;
  g_ptr_array_add (self->slabs, slab);
}

static SbSlab *
new_column (SbFlow *self,
            SbPiece *column,
            double width)
{
  SbFlow flow = { self->setting, g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free), width, 0, 0, SB_TYPE_STYLE_NARROW, FALSE, 0, NULL };

  for (guint i = 0; i < sb_piece_get_n_children (column); i++)
    _sb_flow_add (&flow, sb_piece_get_child (column, i));

  return _sb_slab_new_stack (flow.slabs, 0);
}

/* Columns side by side on one page. The first section's rule of each is drawn
 * in the space before it. */
void
_sb_flow_add_columns (SbFlow *self,
                      SbPiece *columns)
{
  guint n_columns = sb_piece_get_n_children (columns);
  double width = self->width - COLUMN_GUTTER * (MAX (n_columns, 1) - 1);
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_WIDE);
  double x = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      double column_width = width * sb_piece_get_share (columns, i);

      _sb_slab_merge (slab, new_column (self, sb_piece_get_child (columns, i), column_width), x);
      x += column_width + COLUMN_GUTTER;
    }

  slab->before = SB_GRID;
  g_ptr_array_add (self->slabs, slab);
}
