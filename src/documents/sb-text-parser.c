/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-text-parser.h"

#include "sb-block-builder.h"
#include "sb-inline-marks.h"
#include "sb-text-line.h"

#include <string.h>

/* Lines longer than this are whole paragraphs: nobody wraps so wide. In
 * characters, like the others. */
#define MAX_WRAP 120
/* The longest heading, and the shortest line that it can stand over. */
#define MAX_HEADING 120
#define MIN_PROSE   100
/* The shortest paragraph that may have been cut by the end of a page. */
#define MIN_CUT 200
/* The fewest entries that make a table of contents. */
#define MIN_CONTENTS 3

typedef struct
{
  GArray *lines; /* (unowned) (element-type SbTextLine) */
  SbBlockBuilder *builder; /* (unowned) */
  guint *indents; /* (unowned) the indents of the list levels */
  guint n_levels;
  SbExtractScope scope;
} Parser;

#define MAX_LEVELS 6

static const SbTextLine *
get_line (const Parser *self,
          guint i)
{
  return i < self->lines->len ? &g_array_index (self->lines, SbTextLine, i) : NULL;
}

static gboolean
is_kind (const Parser *self,
         guint i,
         SbTextLineKind kind)
{
  const SbTextLine *line = get_line (self, i);

  return line != NULL && line->kind == kind;
}

static guint
skip_blank (const Parser *self,
            guint i)
{
  while (is_kind (self, i, SB_TEXT_LINE_BLANK))
    i++;
  return i;
}

static const SbTextLine *
get_next_filled (const Parser *self,
                 guint i)
{
  while (i < self->lines->len && get_line (self, i)->kind == SB_TEXT_LINE_BLANK)
    i++;
  return get_line (self, i);
}

/* "II.1 …", "1.2 …" stand under "I. …", "1 …". */
static guint
guess_heading_level (const char *text)
{
  gsize n = strspn (text, "0123456789IVX");
  gboolean is_nested = n > 0 && text[n] == '.' && g_ascii_isdigit (text[n + 1]);

  return is_nested ? 3 : 2;
}

/* The characters of the lines of prose that come next. */
static guint
measure_prose (const Parser *self,
               guint i)
{
  guint length = 0;

  for (i = skip_blank (self, i); is_kind (self, i, SB_TEXT_LINE_PROSE); i++)
    length += get_line (self, i)->length;
  return length;
}

/* "I. …", "IV. …". */
static gboolean
has_roman_number (const char *text)
{
  gsize n = strspn (text, "IVX");

  return n > 0 && text[n] == '.' && text[n + 1] == ' ';
}

/* A short line by itself that is no sentence and stands over text. */
static gboolean
is_heading (const Parser *self,
            guint i)
{
  const SbTextLine *line = get_line (self, i);
  const SbTextLine *next = get_next_filled (self, i + 1);
  gboolean is_question = g_str_has_suffix (line->text, "?");

  if (line->length > MAX_HEADING || line->length < 3 || next == NULL || _sb_text_starts_lower (line->text))
    return FALSE;
  if (strchr (",;-(", line->text[strlen (line->text) - 1]) != NULL || (_sb_text_is_closed (line->text) && !is_question))
    return FALSE;
  if (i > 0 && get_line (self, i - 1)->kind == SB_TEXT_LINE_PROSE && !_sb_text_is_closed (get_line (self, i - 1)->text))
    return FALSE;
  if (_sb_text_starts_lower (next->text))
    return FALSE;
  if (next->kind == SB_TEXT_LINE_ITEM || next->kind == SB_TEXT_LINE_NUMBERED)
    return TRUE;
  return has_roman_number (line->text) || measure_prose (self, i + 1) >= MIN_PROSE;
}

static guint
measure_group (const Parser *self,
               guint i,
               guint *end)
{
  guint width = 0;

  for (; is_kind (self, i, SB_TEXT_LINE_PROSE); i++)
    width = MAX (width, get_line (self, i)->length);
  *end = i;
  return width;
}

typedef enum
{
  JOIN_SPACE,
  JOIN_BREAK,
  JOIN_NONE,
} Join;

/* How the line after @line goes on with it, in a group @width wide. */
static Join
judge_join (const SbTextLine *line,
            const SbTextLine *next,
            guint width)
{
  gsize first_word = strcspn (next->text, " ");
  gboolean goes_on = !_sb_text_is_closed (line->text) && _sb_text_starts_lower (next->text);

  if (width > MAX_WRAP)
    return goes_on && line->length > width / 2 ? JOIN_SPACE : JOIN_NONE;
  if (next->indent > line->indent + 1 && _sb_text_is_closed (line->text))
    return JOIN_NONE;
  if (line->length + 1 + g_utf8_strlen (next->text, (gssize) first_word) > width && width > 40)
    return JOIN_SPACE;
  return goes_on || g_str_has_prefix (next->text, "& ") ? JOIN_SPACE : JOIN_BREAK;
}

/* A paragraph that a page end has cut goes on after the blank line. */
static gboolean
is_cut (const Parser *self,
        guint last,
        guint next)
{
  const SbTextLine *line = get_line (self, last);
  const SbTextLine *other = get_line (self, next);

  return other != NULL && other->kind == SB_TEXT_LINE_PROSE && line->length >= MIN_CUT &&
         !_sb_text_is_closed (line->text) && _sb_text_starts_lower (other->text);
}

static guint
parse_prose (Parser *self,
             guint i)
{
  guint end;
  guint width = measure_group (self, i, &end);

  for (; i < end; i++)
    {
      const SbTextLine *line = get_line (self, i);
      Join join = JOIN_NONE;

      if ((width > MAX_WRAP || i + 1 == end) && is_heading (self, i))
        {
          _sb_block_builder_begin (self->builder, SB_BLOCK_HEADING, guess_heading_level (line->text));
          _sb_append_marked (self->builder, line->text);
          _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
          continue;
        }
      _sb_append_marked (self->builder, line->text);
      if (i + 1 < end)
        join = judge_join (line, get_line (self, i + 1), width);
      else if (is_cut (self, i, skip_blank (self, i + 1)))
        {
          _sb_block_builder_append (self->builder, " ", 1);
          return skip_blank (self, i + 1);
        }
      if (join == JOIN_NONE)
        _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
      else if (join == JOIN_BREAK)
        _sb_block_builder_append_break (self->builder);
      else
        _sb_block_builder_append (self->builder, " ", 1);
    }
  return end;
}

static guint
find_level (Parser *self,
            guint indent)
{
  while (self->n_levels > 0 && self->indents[self->n_levels - 1] > indent)
    self->n_levels--;
  if (self->n_levels == 0 || (self->indents[self->n_levels - 1] < indent && self->n_levels < MAX_LEVELS))
    self->indents[self->n_levels++] = indent;
  return self->n_levels;
}

static guint
parse_item (Parser *self,
            guint i)
{
  guint level = find_level (self, get_line (self, i)->indent);
  guint indent = get_line (self, i)->indent;

  _sb_block_builder_begin (self->builder, SB_BLOCK_LIST_ITEM, level);
  _sb_append_marked (self->builder, get_line (self, i)->text);
  for (i++; is_kind (self, i, SB_TEXT_LINE_PROSE); i++)
    {
      if (get_line (self, i)->indent <= indent && !_sb_text_starts_lower (get_line (self, i)->text))
        break;
      _sb_block_builder_append (self->builder, " ", 1);
      _sb_append_marked (self->builder, get_line (self, i)->text);
    }
  _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
  return i;
}

/* A number opens an item only in a row of them; alone, it is a heading's. */
static guint
parse_numbered (Parser *self,
                guint i)
{
  const SbTextLine *next = get_next_filled (self, i + 1);

  if (next == NULL || next->kind == SB_TEXT_LINE_NUMBERED ||
      (i > 0 && is_kind (self, i - 1, SB_TEXT_LINE_NUMBERED)) || !is_heading (self, i))
    return parse_item (self, i);
  _sb_block_builder_begin (self->builder, SB_BLOCK_HEADING, guess_heading_level (get_line (self, i)->text));
  _sb_append_marked (self->builder, get_line (self, i)->text);
  _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
  return i + 1;
}

/* "Heading" over a line of "=" or "-". */
static gboolean
is_underlined (const Parser *self,
               guint i)
{
  const SbTextLine *rule = get_line (self, i + 1);

  return rule != NULL && rule->kind == SB_TEXT_LINE_RULE && (rule->mark == '=' || rule->mark == '-') &&
         (i == 0 || is_kind (self, i - 1, SB_TEXT_LINE_BLANK)) && get_line (self, i)->length <= MAX_HEADING;
}

static void
add_heading (Parser *self,
             guint i,
             guint level)
{
  _sb_block_builder_begin (self->builder, SB_BLOCK_HEADING, level);
  _sb_append_marked (self->builder, get_line (self, i)->text);
  _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
}

static guint
parse_quote (Parser *self,
             guint i)
{
  _sb_block_builder_begin (self->builder, SB_BLOCK_QUOTE, 0);
  for (; is_kind (self, i, SB_TEXT_LINE_QUOTE); i++)
    {
      _sb_append_marked (self->builder, get_line (self, i)->text);
      _sb_block_builder_append (self->builder, " ", 1);
    }
  _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
  return i;
}

/* A table of contents says nothing that the text does not. */
static guint
parse_contents (Parser *self,
                guint i)
{
  guint end = i;
  guint n = 0;

  for (; is_kind (self, end, SB_TEXT_LINE_CONTENTS) || is_kind (self, end, SB_TEXT_LINE_BLANK); end++)
    n += is_kind (self, end, SB_TEXT_LINE_CONTENTS) ? 1 : 0;
  if (n >= MIN_CONTENTS && self->scope == SB_EXTRACT_ARTICLE)
    return end;
  _sb_append_marked (self->builder, get_line (self, i)->text);
  _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
  return i + 1;
}

static guint
parse_line (Parser *self,
            guint i)
{
  const SbTextLine *line = get_line (self, i);

  if (line->kind != SB_TEXT_LINE_ITEM && line->kind != SB_TEXT_LINE_BLANK)
    self->n_levels = 0;
  switch (line->kind)
    {
    case SB_TEXT_LINE_ITEM:
      return parse_item (self, i);
    case SB_TEXT_LINE_NUMBERED:
      return parse_numbered (self, i);
    case SB_TEXT_LINE_HEADING:
      add_heading (self, i, line->level);
      return i + 1;
    case SB_TEXT_LINE_QUOTE:
      return parse_quote (self, i);
    case SB_TEXT_LINE_CONTENTS:
      return parse_contents (self, i);
    case SB_TEXT_LINE_PROSE:
      if (!is_underlined (self, i))
        return parse_prose (self, i);
      add_heading (self, i, get_line (self, i + 1)->mark == '=' ? 1 : 2);
      return i + 2;
    case SB_TEXT_LINE_BLANK:
    case SB_TEXT_LINE_RULE:
    default:
      _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
      return i + 1;
    }
}

void
_sb_text_append_blocks (GPtrArray *blocks,
                        const char *text,
                        SbExtractScope scope)
{
  g_autoptr (GArray) lines = _sb_text_split_lines (text);
  g_autoptr (SbBlockBuilder) builder = _sb_block_builder_new (blocks);
  guint indents[MAX_LEVELS] = { 0 };
  Parser self = { lines, builder, indents, 0, scope };

  for (guint i = 0; i < lines->len;)
    i = parse_line (&self, i);
  _sb_block_builder_end (builder);
}
