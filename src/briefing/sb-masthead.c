/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-masthead-private.h"

#include "sb-logo-private.h"

/* In points. */
#define RULE_WIDTH    1.8
#define TOP_LINE      13.0 /* from the top of the page to the rule */
#define BELOW_RULE    13.0
#define TAG_PADDING   6.0
#define TAG_RISE      3.2 /* of the box above and below its text */
#define ABOVE_DATE    5.0
#define ABOVE_PRODUCT 3.0
#define ABOVE_LINES   7.0
#define BELOW         4.0
#define BESIDE_LOGO   14.0

static SbPiece *
find_role (SbPiece *masthead,
           SbRole role)
{
  for (guint i = 0; i < sb_piece_get_n_children (masthead); i++)
    {
      SbPiece *child = sb_piece_get_child (masthead, i);

      if (sb_piece_get_role (child) == role && !sb_rich_text_is_empty (sb_piece_get_text (child)))
        return child;
    }

  return NULL;
}

/* What is left of @width beside the logo. */
static double
spare_logo (const SbPiece *logo,
            double width)
{
  return logo != NULL ? width - _sb_logo_get_width (logo) - BESIDE_LOGO : width;
}

static double
add_role (SbSetting *setting,
          SbSlab *slab,
          SbPiece *masthead,
          SbRole role,
          SbTypeStyleId style,
          double x,
          double y,
          double width,
          PangoAlignment alignment)
{
  SbPiece *piece = find_role (masthead, role);

  if (piece == NULL)
    return 0;

  return _sb_paragraph_add (setting, slab->marks, sb_piece_get_text (piece), style, x, y, width, alignment);
}

/* The country in a box and the date under it; returns where they end. */
static double
add_side (SbSetting *setting,
          SbSlab *slab,
          SbPiece *masthead,
          double y,
          double side)
{
  SbPiece *tag = find_role (masthead, SB_ROLE_TAG);

  if (tag != NULL)
    {
      double width = MIN (side - 2 * TAG_PADDING, _sb_paragraph_measure (setting, sb_piece_get_text (tag), SB_TYPE_STYLE_TAG) + 1);
      guint box = slab->marks->len;
      double height;

      _sb_marks_add_fill (slab->marks, 0, y, width + 2 * TAG_PADDING, 0, SB_INK_ACCENT);
      height = _sb_paragraph_add (setting, slab->marks, sb_piece_get_text (tag), SB_TYPE_STYLE_TAG, TAG_PADDING, y + TAG_RISE - 0.4, width, PANGO_ALIGN_LEFT);
      g_array_index (slab->marks, SbMark, box).height = height + 2 * TAG_RISE - 1;
      y += height + 2 * TAG_RISE - 1 + ABOVE_DATE;
    }

  return y + add_role (setting, slab, masthead, SB_ROLE_DATE, SB_TYPE_STYLE_DATE, 0, y, side, PANGO_ALIGN_LEFT);
}

/* Headline, kind of document, and the lines that say what it covers. */
static double
add_titles (SbSetting *setting,
            SbSlab *slab,
            SbPiece *masthead,
            double x,
            double y,
            double width)
{
  SbPiece *headline = find_role (masthead, SB_ROLE_HEADLINE);
  double height;

  if (headline != NULL)
    {
      double balanced = _sb_paragraph_balance (setting, sb_piece_get_text (headline), SB_TYPE_STYLE_HEADLINE, width);

      _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup ("H1") });
      y += _sb_paragraph_add (setting, slab->marks, sb_piece_get_text (headline), SB_TYPE_STYLE_HEADLINE, x, y, balanced, PANGO_ALIGN_LEFT);
      _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup ("H1") });
    }
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup ("P") });
  height = add_role (setting, slab, masthead, SB_ROLE_PRODUCT, SB_TYPE_STYLE_PRODUCT, x, y + ABOVE_PRODUCT, width, PANGO_ALIGN_LEFT);
  y += height > 0 ? ABOVE_PRODUCT + height : 0;
  y += ABOVE_LINES;

  for (guint i = 0; i < sb_piece_get_n_children (masthead); i++)
    {
      SbPiece *child = sb_piece_get_child (masthead, i);

      if (sb_piece_get_role (child) == SB_ROLE_LINE)
        y += _sb_paragraph_add (setting, slab->marks, sb_piece_get_text (child), SB_TYPE_STYLE_LINE, x, y, width, PANGO_ALIGN_LEFT);
    }
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup ("P") });

  return y;
}

static void
add_element (SbSetting *setting,
             SbSlab *slab,
             SbPiece *masthead,
             SbRole role,
             SbTypeStyleId style,
             const char *tag,
             double above,
             double width,
             double *y)
{
  SbPiece *piece = find_role (masthead, role);
  double column = width;

  if (piece == NULL)
    return;

  if (style == SB_TYPE_STYLE_TITLE)
    column = _sb_paragraph_balance (setting, sb_piece_get_text (piece), style, width);
  *y += above;
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup (tag) });
  *y += _sb_paragraph_add (setting, slab->marks, sb_piece_get_text (piece), style, 0, *y, column, PANGO_ALIGN_LEFT);
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup (tag) });
}

/* The lines that say what it covers, under a thin rule. */
static void
add_lines (SbSetting *setting,
           SbSlab *slab,
           SbPiece *masthead,
           double width,
           double *y)
{
  *y += ABOVE_LINES;
  _sb_marks_add_fill (slab->marks, 0, *y, width, 0.5, SB_INK_RULE);
  *y += ABOVE_LINES - 2;
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup ("P") });
  for (guint i = 0; i < sb_piece_get_n_children (masthead); i++)
    {
      SbPiece *child = sb_piece_get_child (masthead, i);

      if (sb_piece_get_role (child) == SB_ROLE_LINE)
        *y += _sb_paragraph_add (setting, slab->marks, sb_piece_get_text (child), SB_TYPE_STYLE_LINE, 0, *y, width, PANGO_ALIGN_LEFT);
    }
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup ("P") });
}

/* The head of a paper: all one under the other, as wide as the text. */
static SbSlab *
new_stacked (SbSetting *setting,
             SbPiece *masthead,
             double width)
{
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_WIDE | SB_SLAB_KEEP_NEXT);
  SbPiece *logo = _sb_logo_find (masthead);
  double titles = spare_logo (logo, width);
  double y = TOP_LINE;
  double logo_end;

  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup ("P") });
  add_role (setting, slab, masthead, SB_ROLE_IMPRINT, SB_TYPE_STYLE_IMPRINT, 0, 0, width * 0.7, PANGO_ALIGN_LEFT);
  add_role (setting, slab, masthead, SB_ROLE_MARKING, SB_TYPE_STYLE_MARKING, width * 0.5, 0, width * 0.5, PANGO_ALIGN_RIGHT);
  _sb_marks_add_fill (slab->marks, 0, y, width, RULE_WIDTH, SB_INK_TEXT);
  y += RULE_WIDTH + ABOVE_DATE;
  add_role (setting, slab, masthead, SB_ROLE_DATE, SB_TYPE_STYLE_LINE, width * 0.5, y, width * 0.5, PANGO_ALIGN_RIGHT);
  y += add_role (setting, slab, masthead, SB_ROLE_SERIES, SB_TYPE_STYLE_LINE, 0, y, width * 0.5, PANGO_ALIGN_LEFT);
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup ("P") });

  y += BELOW_RULE;
  _sb_logo_add (slab, logo, width, y);
  logo_end = y + _sb_logo_get_height (logo);
  add_element (setting, slab, masthead, SB_ROLE_LABEL, SB_TYPE_STYLE_KICKER, "P", 0, titles, &y);
  add_element (setting, slab, masthead, SB_ROLE_TAG, SB_TYPE_STYLE_KICKER, "P", 0, titles, &y);
  add_element (setting, slab, masthead, SB_ROLE_HEADLINE, SB_TYPE_STYLE_TITLE, "H1", ABOVE_PRODUCT, titles, &y);
  add_element (setting, slab, masthead, SB_ROLE_PRODUCT, SB_TYPE_STYLE_PRODUCT, "P", ABOVE_PRODUCT, titles, &y);
  y = MAX (y, logo_end);
  add_element (setting, slab, masthead, SB_ROLE_SUBTITLE, SB_TYPE_STYLE_LEAD, "P", ABOVE_LINES, width, &y);
  add_element (setting, slab, masthead, SB_ROLE_BYLINE, SB_TYPE_STYLE_BYLINE, "P", ABOVE_LINES, width, &y);
  add_lines (setting, slab, masthead, width, &y);
  slab->height = y + 2 * BELOW;
  slab->min_height = slab->height;
  slab->reach = slab->height;

  return slab;
}

SbSlab *
_sb_masthead_new_slab (SbSetting *setting,
                       SbPiece *masthead,
                       double width,
                       double side,
                       double gutter)
{
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_WIDE | SB_SLAB_KEEP_NEXT);
  double x = side + gutter;
  gboolean has_line = find_role (masthead, SB_ROLE_IMPRINT) != NULL || find_role (masthead, SB_ROLE_MARKING) != NULL;
  double rule = has_line ? TOP_LINE : 0;
  double y = rule + RULE_WIDTH + BELOW_RULE;
  SbPiece *logo = _sb_logo_find (masthead);
  double side_end, titles_end;

  if (side <= 0)
    {
      _sb_slab_free (slab);
      return new_stacked (setting, masthead, width);
    }

  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup ("P") });
  add_role (setting, slab, masthead, SB_ROLE_IMPRINT, SB_TYPE_STYLE_IMPRINT, 0, 0, width * 0.7, PANGO_ALIGN_LEFT);
  add_role (setting, slab, masthead, SB_ROLE_MARKING, SB_TYPE_STYLE_MARKING, width * 0.7, 0, width * 0.3, PANGO_ALIGN_RIGHT);
  _sb_marks_add_fill (slab->marks, 0, rule, width, RULE_WIDTH, SB_INK_TEXT);

  side_end = add_side (setting, slab, masthead, y + 3, side);
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup ("P") });
  _sb_logo_add (slab, logo, width, y);
  titles_end = add_titles (setting, slab, masthead, x, y, spare_logo (logo, width - x));
  slab->height = MAX (MAX (side_end, titles_end), y + _sb_logo_get_height (logo)) + BELOW;
  slab->min_height = slab->height;
  slab->reach = slab->height;

  return slab;
}
