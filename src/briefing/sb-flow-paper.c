/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-flow-private.h"

#include "sb-logo-private.h"
#include "sb-quotation-private.h"

/* In points. */
#define ABOVE_SECTION    26.0
#define BELOW_SECTION    4.0
#define ABOVE_SUBSECTION 13.0
#define ABOVE_POINT      6.5

#define ABOVE_PART       (4 * SB_GRID)
#define BELOW_PART       (3 * SB_GRID)
#define ABOVE_PART_TITLE 10.0
#define PART_RULE        2.4

#define ABOVE_QUOTE   12.0
#define BELOW_QUOTE   9.0
#define QUOTE_RULE    2.0
#define QUOTE_INDENT  16.0
#define QUOTE_MARGIN  26.0 /* at its right */
#define ABOVE_SPEAKER 3.0

#define CONTENTS_LABEL  30.0 /* of the numbers of headings */
#define CONTENTS_INDENT 14.0 /* of each level */
#define CONTENTS_NUMBER 26.0 /* of the page */
#define ABOVE_ENTRY     6.5 /* of the first level */
#define DOT_SIZE        0.8
#define DOT_STEP        4.2
#define DOT_GAP         5.0

#define COVER_RULE  5.0
#define COVER_LINE  12.0
#define COVER_TITLE 0.3 /* of the height, to the title */
#define COVER_FOOT  0.78 /* of the height, to the lines at the foot */
#define COVER_GAP   14.0
#define COVER_SHARE 0.94 /* of the width, of the title */

#define NOTE_INDENT 15.0
#define NOTE_GAP    1.6
#define HAIRLINE    0.5

static const struct
{
  const char *tag;
  SbTypeStyleId style;
  double above;
} headings[] = {
  { "H2", SB_TYPE_STYLE_SECTION, ABOVE_SECTION },
  { "H3", SB_TYPE_STYLE_SUBSECTION, ABOVE_SUBSECTION },
  { "H4", SB_TYPE_STYLE_POINT, ABOVE_POINT },
};

/* "I. Facts", "I.1 Kidal" */
static SbRichText *
new_labelled (SbPiece *heading)
{
  const char *label = sb_piece_get_label (heading);
  SbRichText *text = sb_piece_get_text (heading);
  g_autofree char *prefix = NULL;

  if (label == NULL)
    return sb_rich_text_ref (text);

  prefix = g_strdup_printf ("%s%s\302\240", label, sb_piece_get_level (heading) == 1 ? "." : "");

  return sb_rich_text_prepend (text, prefix);
}

/* Where @slab stands is a place that the bookmarks, called @text, and the contents lead to. */
static void
add_place (SbSlab *slab,
           SbPiece *heading,
           SbRichText *text,
           guint level)
{
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OUTLINE, .number = level, .name = g_strdup (sb_rich_text_get_text (text)) });
  if (sb_piece_get_anchor (heading) != NULL)
    _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_DEST, .name = g_strdup (sb_piece_get_anchor (heading)) });
}

static gboolean
follows_heading (const SbFlow *self,
                 guint first)
{
  const SbSlab *last = first > 0 ? g_ptr_array_index (self->slabs, first - 1) : NULL;

  return last != NULL && last->depth > 0 && last->path[0].tag[0] == 'H';
}

/* Whether a heading stands at the head of a page that was begun for it. */
static gboolean
opens_part (const SbFlow *self,
            SbPiece *heading)
{
  const SbSlab *last = self->slabs->len > 0 ? g_ptr_array_index (self->slabs, self->slabs->len - 1) : NULL;

  return last != NULL && (last->flags & SB_SLAB_BREAK) != 0 && last->height <= 0 &&
         sb_piece_get_level (heading) <= 1 && sb_piece_get_label (heading) != NULL;
}

/* The title of a part: its numeral, large, over a rule, and what it is called. */
static void
add_part (SbFlow *self,
          SbPiece *heading)
{
  g_autofree char *label = g_strdup_printf ("%s.", sb_piece_get_label (heading));
  g_autoptr (SbRichText) numeral = sb_rich_text_new_plain (label);
  g_autoptr (SbRichText) text = new_labelled (heading);
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_WIDE | SB_SLAB_KEEP_NEXT);
  double y = ABOVE_PART;

  _sb_slab_push_level (slab, "H2", ++self->setting->last_group);
  y += _sb_paragraph_add (self->setting, slab->marks, numeral, SB_TYPE_STYLE_PART_NUMBER, 0, y, self->width, PANGO_ALIGN_LEFT);
  _sb_marks_add_fill (slab->marks, 0, y, self->width, PART_RULE, SB_INK_ACCENT);
  y += PART_RULE + ABOVE_PART_TITLE;
  y += _sb_paragraph_add (self->setting, slab->marks, sb_piece_get_text (heading), SB_TYPE_STYLE_PART_TITLE, 0, y, self->width * COVER_SHARE, PANGO_ALIGN_LEFT);
  slab->height = y + BELOW_PART;
  slab->min_height = slab->height;
  slab->reach = slab->height;
  add_place (slab, heading, text, 1);
  g_ptr_array_add (self->slabs, slab);
}

void
_sb_flow_add_paper_heading (SbFlow *self,
                            SbPiece *heading)
{
  guint level = CLAMP (sb_piece_get_level (heading), 1, G_N_ELEMENTS (headings)) - 1;
  guint group = ++self->setting->last_group;
  guint first = self->slabs->len;
  g_autoptr (SbRichText) text = NULL;
  SbSlab *slab;

  if (opens_part (self, heading))
    {
      add_part (self, heading);
      return;
    }

  text = new_labelled (heading);
  slab = _sb_paragraph_break (self->setting, self->slabs, text, headings[level].style, 0, self->width);

  if (slab == NULL)
    return;

  /* None under a heading of a higher level. */
  if (level == 0 || !follows_heading (self, first))
    slab->before = headings[level].above;
  for (guint i = first; i < self->slabs->len; i++)
    {
      SbSlab *line = g_ptr_array_index (self->slabs, i);

      line->flags |= SB_SLAB_KEEP_NEXT;
      _sb_slab_push_level (line, headings[level].tag, group);
    }
  if (level == 0)
    ((SbSlab *) g_ptr_array_index (self->slabs, self->slabs->len - 1))->height += BELOW_SECTION;
  add_place (slab, heading, text, level + 1);
}

/* A quotation on one page, beside a rule, and who said it. */
void
_sb_flow_add_quote (SbFlow *self,
                    SbPiece *quote)
{
  double left = _sb_flow_get_text_x (self);
  double width = self->width - left - QUOTE_INDENT - QUOTE_MARGIN;
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_DEFAULT);
  double y = 0;

  for (guint i = 0; i < sb_piece_get_n_children (quote); i++)
    {
      SbPiece *text = sb_piece_get_child (quote, i);
      gboolean is_speaker = _sb_quotation_is_speaker (quote, i);
      gboolean is_translation = sb_piece_get_role (text) == SB_ROLE_TRANSLATION;
      SbTypeStyleId style = is_translation ? SB_TYPE_STYLE_TRANSLATION : SB_TYPE_STYLE_QUOTE;

      y += is_speaker || is_translation ? ABOVE_SPEAKER : 0;
      _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup ("P") });
      y += _sb_paragraph_add (self->setting, slab->marks, sb_piece_get_text (text), is_speaker ? SB_TYPE_STYLE_ATTRIBUTION : style, left + QUOTE_INDENT, y, width, PANGO_ALIGN_LEFT);
      _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup ("P") });
    }
  _sb_marks_add_fill (slab->marks, left, 1, QUOTE_RULE, MAX (y - 2, 0), SB_INK_ACCENT);
  _sb_slab_push_level (slab, "BlockQuote", ++self->setting->last_group);
  slab->before = ABOVE_QUOTE;
  slab->height = y + BELOW_QUOTE;
  slab->min_height = slab->height;
  slab->reach = slab->height;
  g_ptr_array_add (self->slabs, slab);
}

/* Dots from the end of a heading to the number of its page. */
static void
add_dots (SbSlab *slab,
          double from,
          double to,
          double y)
{
  for (double x = to - DOT_STEP; x > from; x -= DOT_STEP)
    _sb_marks_add_fill (slab->marks, x, y - DOT_SIZE, DOT_SIZE, DOT_SIZE, SB_INK_QUIET);
}

static void
add_entry (SbFlow *self,
           SbPiece *heading,
           guint list_group)
{
  guint level = CLAMP (sb_piece_get_level (heading), 1, 3);
  SbTypeStyleId style = level == 1 ? SB_TYPE_STYLE_CONTENTS_SECTION : SB_TYPE_STYLE_CONTENTS_ENTRY;
  double indent = level == 1 ? 0 : CONTENTS_INDENT * (level - 1) + 6;
  double label_width = sb_piece_get_label (heading) == NULL ? 0 : level == 1 ? CONTENTS_LABEL - 10
                                                                             : CONTENTS_LABEL + (level == 3 ? 8 : 0);
  double width = self->width - indent - label_width - CONTENTS_NUMBER;
  guint group = ++self->setting->last_group;
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_ON_GRID);
  g_autoptr (SbRichText) label = sb_rich_text_new_plain (sb_piece_get_label (heading));
  const SbTypeStyle *type = sb_type_style_get (style);
  const SbMark *last;
  double height;

  _sb_slab_push_level (slab, "TOC", list_group);
  _sb_slab_push_level (slab, "TOCI", group);
  _sb_paragraph_add (self->setting, slab->marks, label, style, indent, 0, label_width, PANGO_ALIGN_LEFT);
  height = _sb_paragraph_add (self->setting, slab->marks, sb_piece_get_text (heading), style, indent + label_width, 0, width, PANGO_ALIGN_LEFT);
  last = &g_array_index (slab->marks, SbMark, slab->marks->len - 1);
  add_dots (slab, last->x + last->width + DOT_GAP, self->width - CONTENTS_NUMBER + DOT_STEP, height - type->leading + type->ascent);
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_PAGE_OF, .x = self->width - CONTENTS_NUMBER, .y = height - type->leading, .width = CONTENTS_NUMBER, .number = style, .name = g_strdup (sb_piece_get_anchor (heading)) });
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_LINK, .x = indent, .width = self->width - indent, .height = height, .name = g_strdup (sb_piece_get_anchor (heading)) });
  slab->before = level == 1 ? ABOVE_ENTRY : 0;
  slab->ascent = type->ascent;
  slab->height = height;
  slab->min_height = height;
  slab->reach = height;
  g_ptr_array_add (self->slabs, slab);
}

/* The headings behind the contents: what stands before them is read already. */
void
_sb_flow_add_contents (SbFlow *self,
                       SbPiece *contents)
{
  guint group = ++self->setting->last_group;
  gboolean is_behind = FALSE;

  for (guint i = 0; self->composition != NULL && i < sb_composition_get_n_pieces (self->composition); i++)
    {
      SbPiece *piece = sb_composition_get_piece (self->composition, i);

      if (is_behind && sb_piece_get_kind (piece) == SB_PIECE_HEADING && sb_piece_get_anchor (piece) != NULL &&
          sb_piece_get_level (piece) <= sb_piece_get_level (contents))
        add_entry (self, piece, group);
      is_behind = is_behind || piece == contents;
    }
}

static double
add_roles (SbFlow *self,
           SbSlab *slab,
           SbPiece *cover,
           SbRole role,
           SbTypeStyleId style,
           const char *tag,
           double y,
           double width)
{
  double top = y;

  for (guint i = 0; i < sb_piece_get_n_children (cover); i++)
    {
      SbPiece *child = sb_piece_get_child (cover, i);

      if (sb_piece_get_role (child) != role)
        continue;
      if (role == SB_ROLE_HEADLINE || role == SB_ROLE_SUBTITLE)
        width = _sb_paragraph_balance (self->setting, sb_piece_get_text (child), style, width);
      _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup (tag) });
      y += _sb_paragraph_add (self->setting, slab->marks, sb_piece_get_text (child), style, 0, y, width, PANGO_ALIGN_LEFT);
      _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup (tag) });
    }

  return y - top;
}

/* A page of its own: who publishes it at its head, the title below the middle of its
 * upper half, and what is said of the issue at its foot. */
void
_sb_flow_add_cover (SbFlow *self,
                    SbPiece *cover)
{
  SbSlab *slab = _sb_slab_new (self->height, SB_SLAB_BREAK | SB_SLAB_WIDE);
  SbPiece *logo = _sb_logo_find (cover);
  double width = self->width * COVER_SHARE;
  double y = 0;
  double imprint;

  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_BARE });
  imprint = add_roles (self, slab, cover, SB_ROLE_IMPRINT, SB_TYPE_STYLE_BYLINE, "P", y, MIN (width, self->width - _sb_logo_get_width (logo)));
  y += MAX (imprint, _sb_logo_get_height (logo));
  _sb_marks_add_fill (slab->marks, 0, y + COVER_LINE, self->width, COVER_RULE, SB_INK_ACCENT);

  y = self->height * COVER_TITLE;
  y += add_roles (self, slab, cover, SB_ROLE_SERIES, SB_TYPE_STYLE_KICKER, "P", y, width) + COVER_GAP;
  y += add_roles (self, slab, cover, SB_ROLE_HEADLINE, SB_TYPE_STYLE_COVER_TITLE, "H1", y, width) + COVER_GAP;
  y += add_roles (self, slab, cover, SB_ROLE_SUBTITLE, SB_TYPE_STYLE_SUBTITLE, "P", y, width) + 2 * COVER_GAP;
  add_roles (self, slab, cover, SB_ROLE_BYLINE, SB_TYPE_STYLE_BYLINE, "P", y, width);

  y = self->height * COVER_FOOT;
  _sb_marks_add_fill (slab->marks, 0, y, self->width, HAIRLINE, SB_INK_TEXT);
  y += COVER_LINE;
  y += add_roles (self, slab, cover, SB_ROLE_DATE, SB_TYPE_STYLE_BYLINE, "P", y, width) + COVER_LINE;
  y += add_roles (self, slab, cover, SB_ROLE_LINE, SB_TYPE_STYLE_LINE, "P", y, width) + COVER_LINE;
  add_roles (self, slab, cover, SB_ROLE_MARKING, SB_TYPE_STYLE_MARKING, "P", y, width);
  /* Cairo 1.16 fails where a document begins with an element without text. */
  _sb_logo_add (slab, logo, self->width, 0);
  g_ptr_array_add (self->slabs, slab);
}

void
_sb_flow_add_break (SbFlow *self,
                    SbPiece *piece)
{
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_BREAK | SB_SLAB_KEEP_NEXT);

  if (sb_piece_get_level (piece) == 2)
    slab->flags |= SB_SLAB_SOFT_BREAK;
  if (sb_piece_get_level (piece) == 1)
    _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_BARE });
  g_ptr_array_add (self->slabs, slab);
}

SbSlab *
_sb_flow_new_note (SbSetting *setting,
                   SbRichText *text,
                   guint number,
                   double width,
                   gboolean first)
{
  SbSlab *slab = _sb_slab_new (0, SB_SLAB_DEFAULT);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (SbRichText) label = sb_rich_text_new_plain (digits);

  _sb_slab_push_level (slab, "Note", ++setting->last_group);
  if (first)
    _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_DEST, .name = _sb_source_dest (number) });
  _sb_paragraph_add (setting, slab->marks, label, SB_TYPE_STYLE_REFERENCE_NUMBER, 0, 0, NOTE_INDENT - 5, PANGO_ALIGN_RIGHT);
  slab->height = _sb_paragraph_add (setting, slab->marks, text, SB_TYPE_STYLE_NOTE, NOTE_INDENT, 0, width - NOTE_INDENT, PANGO_ALIGN_LEFT) + NOTE_GAP;
  slab->min_height = slab->height;
  slab->reach = slab->height;

  return slab;
}
