/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-flow-private.h"

#include "sb-masthead-private.h"

/* In points. */
#define HAIRLINE           0.5
#define ABOVE_SECTION      13.0
#define ABOVE_SUBHEADING   6.5
#define RULE_RISE          4.5 /* of a section's rule above its heading */
#define BULLET_SIZE        3.0
#define BULLET_RISE        4.6 /* of its top above the baseline */
#define BULLET_INDENT      11.0
#define DASH_WIDTH         5.0
#define DASH_RISE          3.2
#define NUMBER_INDENT      15.0
#define ABOVE_FIGURE       8.0
#define BELOW_FIGURE       5.0
#define ABOVE_REFERENCES   2.0
#define MOST_KEPT_SOURCES  6
#define ABOVE_LINE         5.0
#define BETWEEN_PARAGRAPHS 6.5

double
_sb_flow_get_text_x (const SbFlow *self)
{
  return self->side > 0 ? self->side + self->gutter : 0;
}

static double
get_text_width (const SbFlow *self)
{
  return self->width - _sb_flow_get_text_x (self);
}

static void
push_levels (GPtrArray *slabs,
             guint first,
             const SbSlabLevel *levels,
             guint n_levels)
{
  for (guint i = first; i < slabs->len; i++)
    for (guint k = 0; k < n_levels; k++)
      _sb_slab_push_level (g_ptr_array_index (slabs, i), levels[k].tag, levels[k].group);
}

static void
add_outline (SbSlab *slab,
             SbPiece *heading)
{
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OUTLINE, .number = sb_piece_get_level (heading), .name = g_strdup (sb_rich_text_get_text (sb_piece_get_text (heading))) });
  if (sb_piece_get_anchor (heading) != NULL)
    _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_DEST, .name = g_strdup (sb_piece_get_anchor (heading)) });
}

/* A section: a rule over all of the flow, and the heading beside the text or,
 * when the column is narrow, over it. */
static void
add_section (SbFlow *self,
             SbPiece *heading)
{
  gboolean hangs = self->side > 0;
  double width = hangs ? self->side : self->width;
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_KEEP_NEXT | SB_SLAB_ON_GRID | SB_SLAB_WIDE);

  slab->before = ABOVE_SECTION;
  slab->ascent = sb_type_style_get (SB_TYPE_STYLE_HEADING)->ascent;
  _sb_slab_push_level (slab, "H2", ++self->setting->last_group);
  add_outline (slab, heading);
  _sb_marks_add_fill (slab->marks, 0, -RULE_RISE, self->width, HAIRLINE, SB_INK_TEXT);
  slab->reach = _sb_paragraph_add (self->setting, slab->marks, sb_piece_get_text (heading), SB_TYPE_STYLE_HEADING, 0, 0, width, PANGO_ALIGN_LEFT);
  if (!hangs)
    slab->height = slab->reach;
  slab->min_height = slab->height;
  g_ptr_array_add (self->slabs, slab);
}

static void
add_subheading (SbFlow *self,
                SbPiece *heading)
{
  SbSlabLevel level = { "H3", ++self->setting->last_group };
  guint first = self->slabs->len;
  SbSlab *slab = _sb_paragraph_break (self->setting, self->slabs, sb_piece_get_text (heading), SB_TYPE_STYLE_SUBHEADING,
                                      _sb_flow_get_text_x (self), get_text_width (self));

  if (slab == NULL)
    return;

  /* None under the heading of a section itself. */
  if (first > 0 && (((SbSlab *) g_ptr_array_index (self->slabs, first - 1))->flags & SB_SLAB_KEEP_NEXT) == 0)
    slab->before = ABOVE_SUBHEADING;
  for (guint i = first; i < self->slabs->len; i++)
    ((SbSlab *) g_ptr_array_index (self->slabs, i))->flags |= SB_SLAB_KEEP_NEXT;
  push_levels (self->slabs, first, &level, 1);
  add_outline (slab, heading);
}

/* Paragraphs of a paper are parted by half a line, rounded up to the grid. */
static gboolean
follows_paragraph (const SbFlow *self)
{
  const SbSlab *last = g_ptr_array_index (self->slabs, self->slabs->len - 1);

  return last->depth > 0 && (g_str_equal (last->path[0].tag, "P") || g_str_equal (last->path[0].tag, "L"));
}

/* What is said under a figure, which is the slab before @first, stays there. */
static void
keep_figure (SbFlow *self,
             guint first)
{
  SbSlab *figure = first > 0 ? g_ptr_array_index (self->slabs, first - 1) : NULL;

  if (figure != NULL && (figure->flags & SB_SLAB_FIGURE) != 0)
    figure->flags |= SB_SLAB_KEEP_NEXT;
}

static void
add_paragraph (SbFlow *self,
               SbPiece *paragraph)
{
  SbSlabLevel level = { "P", ++self->setting->last_group };
  gboolean is_line = sb_piece_get_role (paragraph) == SB_ROLE_LINE;
  gboolean is_later = self->is_paper && self->slabs->len > 0 && follows_paragraph (self);
  guint first = self->slabs->len;
  SbSlab *slab = _sb_paragraph_break (self->setting, self->slabs, sb_piece_get_text (paragraph),
                                      is_line ? SB_TYPE_STYLE_LINE : SB_TYPE_STYLE_BODY,
                                      _sb_flow_get_text_x (self), get_text_width (self));

  if (slab != NULL && is_line)
    keep_figure (self, first);
  if (slab != NULL && is_line)
    slab->before = ABOVE_LINE;
  else if (slab != NULL && is_later)
    slab->before = BETWEEN_PARAGRAPHS;
  push_levels (self->slabs, first, &level, 1);
}

/* A bullet, a dash at the second level, or the number of the item. */
static void
add_bullet (SbFlow *self,
            SbSlab *slab,
            SbPiece *item,
            double x)
{
  if (sb_piece_get_number (item) > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u.", sb_piece_get_number (item));
      g_autoptr (SbRichText) label = sb_rich_text_new_plain (number);

      _sb_paragraph_add (self->setting, slab->marks, label, SB_TYPE_STYLE_NARROW, x, 0, NUMBER_INDENT, PANGO_ALIGN_LEFT);
    }
  else if (sb_piece_get_level (item) < 2)
    _sb_marks_add_fill (slab->marks, x, slab->ascent - BULLET_RISE, BULLET_SIZE, BULLET_SIZE, SB_INK_ACCENT);
  else
    _sb_marks_add_fill (slab->marks, x, slab->ascent - DASH_RISE, DASH_WIDTH, HAIRLINE * 1.4, SB_INK_TEXT);
}

static void
add_item (SbFlow *self,
          SbPiece *item,
          guint list_group)
{
  double step = sb_piece_get_number (item) > 0 ? NUMBER_INDENT : BULLET_INDENT;
  double indent = BULLET_INDENT * (MAX (sb_piece_get_level (item), 1) - 1) + step;
  double x = _sb_flow_get_text_x (self);
  guint group = ++self->setting->last_group;
  SbSlabLevel levels[] = { { "L", list_group }, { "LI", group }, { "LBody", group } };
  guint first = self->slabs->len;
  SbSlab *slab = _sb_paragraph_break (self->setting, self->slabs, sb_piece_get_text (item), self->item_style,
                                      x + indent, get_text_width (self) - indent);

  if (slab == NULL)
    return;

  add_bullet (self, slab, item, x + indent - step + 0.5);
  push_levels (self->slabs, first, levels, G_N_ELEMENTS (levels));
}

static void
add_list (SbFlow *self,
          SbPiece *list)
{
  guint group = ++self->setting->last_group;

  for (guint i = 0; i < sb_piece_get_n_children (list); i++)
    add_item (self, sb_piece_get_child (list, i), group);
}

/* One source: its number, a place for links to lead to, and its address. */
static void
add_reference (SbFlow *self,
               SbPiece *item,
               guint list_group)
{
  double x = _sb_flow_get_text_x (self);
  double width = get_text_width (self) - NUMBER_INDENT;
  guint group = ++self->setting->last_group;
  SbSlabLevel levels[] = { { "L", list_group }, { "LI", group }, { "LBody", group } };
  guint first = self->slabs->len;
  SbSlab *slab = _sb_paragraph_break (self->setting, self->slabs, sb_piece_get_text (item), SB_TYPE_STYLE_REFERENCE, x + NUMBER_INDENT, width);
  g_autofree char *number = g_strdup_printf ("%u", sb_piece_get_number (item));
  g_autoptr (SbRichText) label = sb_rich_text_new_plain (number);

  if (slab == NULL)
    return;

  if (sb_piece_get_number (item) > 0)
    {
      _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_DEST, .name = _sb_source_dest (sb_piece_get_number (item)) });
      _sb_paragraph_add (self->setting, slab->marks, label, SB_TYPE_STYLE_REFERENCE_NUMBER, x, 0, NUMBER_INDENT - 5, PANGO_ALIGN_RIGHT);
    }
  else
    _sb_marks_add_fill (slab->marks, x + 1, sb_type_style_get (SB_TYPE_STYLE_REFERENCE)->ascent - DASH_RISE, DASH_WIDTH, HAIRLINE * 1.4, SB_INK_ACCENT);
  for (guint i = first; i < self->slabs->len; i++)
    {
      SbSlab *line = g_ptr_array_index (self->slabs, i);

      line->flags |= i + 1 < self->slabs->len ? SB_SLAB_KEEP_NEXT : 0;
      if (sb_piece_get_uri (item) != NULL)
        _sb_marks_append (line->marks, (SbMark) { .kind = SB_MARK_URI, .x = x + NUMBER_INDENT, .width = width, .height = line->height, .name = g_strdup (sb_piece_get_uri (item)) });
    }
  push_levels (self->slabs, first, levels, G_N_ELEMENTS (levels));
}

static void
add_references (SbFlow *self,
                SbPiece *references)
{
  guint group = ++self->setting->last_group;
  guint first = self->slabs->len;
  guint n_sources = sb_piece_get_n_children (references);

  for (guint i = 0; i < n_sources; i++)
    {
      add_reference (self, sb_piece_get_child (references, i), group);
      /* A few stay on one page, and of many none stands alone. */
      if (self->slabs->len > first && i + 1 < n_sources && (n_sources <= MOST_KEPT_SOURCES || i == 0 || i + 2 == n_sources))
        ((SbSlab *) g_ptr_array_index (self->slabs, self->slabs->len - 1))->flags |= SB_SLAB_KEEP_NEXT;
    }
  if (self->slabs->len > first)
    ((SbSlab *) g_ptr_array_index (self->slabs, first))->before = ABOVE_REFERENCES;
}

/* The title over the picture, both as wide as the flow. */
static void
add_figure (SbFlow *self,
            SbPiece *figure)
{
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_WIDE | SB_SLAB_FIGURE);
  double y = 0;

  slab->before = ABOVE_FIGURE;
  _sb_slab_push_level (slab, "Figure", ++self->setting->last_group);
  if (sb_piece_get_text (figure) != NULL)
    y = _sb_paragraph_add (self->setting, slab->marks, sb_piece_get_text (figure), SB_TYPE_STYLE_FIGURE_TITLE, 0, 0, self->width, PANGO_ALIGN_LEFT) + 3;

  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_FIGURE, .y = y, .width = self->width, .height = sb_piece_get_height (figure), .piece = sb_piece_ref (figure) });
  slab->height = y + sb_piece_get_height (figure) + BELOW_FIGURE;
  slab->min_height = y + sb_piece_get_min_height (figure) + BELOW_FIGURE;
  slab->reach = slab->height;
  g_ptr_array_add (self->slabs, slab);
}

static void
add_heading (SbFlow *self,
             SbPiece *heading)
{
  if (sb_rich_text_is_empty (sb_piece_get_text (heading)))
    return;

  if (self->is_paper)
    _sb_flow_add_paper_heading (self, heading);
  else if (sb_piece_get_level (heading) <= 1)
    add_section (self, heading);
  else
    add_subheading (self, heading);
}

static void
add_piece (SbFlow *self,
           SbPiece *piece)
{
  switch (sb_piece_get_kind (piece))
    {
    case SB_PIECE_MASTHEAD:
      g_ptr_array_add (self->slabs, _sb_masthead_new_slab (self->setting, piece, self->width, self->side, self->gutter));
      break;
    case SB_PIECE_HEADING:
      add_heading (self, piece);
      break;
    case SB_PIECE_PARAGRAPH:
      add_paragraph (self, piece);
      break;
    case SB_PIECE_LIST:
      add_list (self, piece);
      break;
    case SB_PIECE_REFERENCES:
      add_references (self, piece);
      break;
    case SB_PIECE_TABLE:
      _sb_flow_add_table (self, piece);
      break;
    case SB_PIECE_STRIP:
      _sb_flow_add_strip (self, piece);
      break;
    case SB_PIECE_COLUMNS:
      _sb_flow_add_columns (self, piece);
      break;
    case SB_PIECE_FIGURE:
      add_figure (self, piece);
      break;
    case SB_PIECE_CARD:
      _sb_flow_add_card (self, piece);
      break;
    case SB_PIECE_QUOTE:
      _sb_flow_add_quote (self, piece);
      break;
    case SB_PIECE_CONTENTS:
      _sb_flow_add_contents (self, piece);
      break;
    case SB_PIECE_COVER:
      _sb_flow_add_cover (self, piece);
      break;
    case SB_PIECE_BREAK:
      _sb_flow_add_break (self, piece);
      break;
    case SB_PIECE_PAIR:
      _sb_flow_add_pair (self, piece);
      break;
    case SB_PIECE_ITEM:
    case SB_PIECE_ROW:
    case SB_PIECE_CELL:
    case SB_PIECE_KEY_FIGURE:
    case SB_PIECE_COLUMN:
    default:
      /* Only inside the piece that holds them. */
      g_return_if_reached ();
    }
}

/* Says of each slab which block of the briefing it is a part of. */
static void
mark_block (SbFlow *self,
            guint first,
            SbPiece *piece)
{
  for (guint i = first; i < self->slabs->len; i++)
    {
      SbSlab *slab = g_ptr_array_index (self->slabs, i);

      _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_BLOCK, .width = self->width, .height = MAX (slab->height, slab->reach), .number = sb_piece_get_line (piece), .name = g_strdup (sb_piece_get_block (piece)) });
    }
}

void
_sb_flow_add (SbFlow *self,
              SbPiece *piece)
{
  guint first = self->slabs->len;

  add_piece (self, piece);
  if (sb_piece_get_block (piece) != NULL)
    mark_block (self, first, piece);
}
