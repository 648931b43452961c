/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-text-writer.h"

#include "sb-edition-walk-private.h"
#include "sb-sheets-private.h"
#include "sb-text-lines-private.h"
#include "sb-translate.h"

#include <string.h>

/* In columns. */
#define WIDTH        74
#define CELL_GUTTER  2
#define LEAST_CELL   6
#define MOST_WORD    16 /* of the longest word of a cell, that others give way to */
#define ITEM_INDENT  2
#define NOTE_INDENT  5
#define QUOTE_INDENT 4

typedef struct
{
  GString *out;
  SbLanguage language;
  guint *widths; /* (owned) (nullable) of the columns of the table that is being written */
  guint n_columns;
  guint n_rows;
} Writer;

static void
append_times (GString *out,
              char c,
              guint n_times)
{
  for (guint i = 0; i < n_times; i++)
    g_string_append_c (out, c);
}

/* One blank line before what follows, none at the top. */
static void
part (Writer *self)
{
  if (self->out->len > 0 && !g_str_has_suffix (self->out->str, "\n\n"))
    g_string_append_c (self->out, '\n');
}

/* Lines behind @mark, which stands in the indent of the first. */
static void
write_lines (Writer *self,
             const char *text,
             const char *mark,
             guint indent)
{
  g_autoptr (GPtrArray) lines = _sb_text_lines_wrap (text, WIDTH - indent, FALSE);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *before = i == 0 ? mark : "";
      guint width = _sb_text_lines_measure (before);

      g_string_append (self->out, before);
      append_times (self->out, ' ', indent > width ? indent - width : 0);
      g_string_append_printf (self->out, "%s\n", (const char *) g_ptr_array_index (lines, i));
    }
}

static void
write_text (Writer *self,
            const SbRichText *text,
            const char *mark,
            guint indent)
{
  g_autofree char *plain = _sb_text_lines_dup_plain (text);

  if (plain[0] != '\0')
    write_lines (self, plain, mark, indent);
}

static void
write_paragraph (gpointer writer,
                 SbRichText *text,
                 SbRole role)
{
  Writer *self = writer;

  part (self);
  write_text (self, text, "", 0);
}

/* @text over a rule as long as its longest line. */
static void
write_underlined (Writer *self,
                  const char *text,
                  char rule)
{
  g_autoptr (GPtrArray) lines = _sb_text_lines_wrap (text, WIDTH, FALSE);
  guint longest = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      longest = MAX (longest, _sb_text_lines_measure (g_ptr_array_index (lines, i)));
      g_string_append_printf (self->out, "%s\n", (const char *) g_ptr_array_index (lines, i));
    }
  append_times (self->out, rule, MIN (longest, WIDTH));
  g_string_append_c (self->out, '\n');
}

static char *
dup_heading (SbPiece *heading)
{
  const char *label = sb_piece_get_label (heading);
  g_autofree char *text = _sb_text_lines_dup_plain (sb_piece_get_text (heading));

  if (label == NULL)
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s%s\302\240%s", label, sb_piece_get_level (heading) == 1 ? "." : "", text);
}

static void
write_heading (gpointer writer,
               SbPiece *heading)
{
  Writer *self = writer;
  g_autofree char *text = dup_heading (heading);

  part (self);
  if (sb_piece_get_level (heading) <= 1)
    {
      g_string_append_c (self->out, '\n');
      write_underlined (self, text, '=');
    }
  else if (sb_piece_get_level (heading) == 2)
    write_underlined (self, text, '-');
  else
    write_lines (self, text, "", 0);
}

static void
write_head_text (gpointer writer,
                 SbRichText *text,
                 SbRole role,
                 gboolean is_cover)
{
  Writer *self = writer;
  g_autofree char *plain = _sb_text_lines_dup_plain (text);

  if (role != SB_ROLE_HEADLINE)
    {
      write_lines (self, plain, "", 0);
      return;
    }

  part (self);
  write_underlined (self, plain, '=');
  g_string_append_c (self->out, '\n');
}

static void
write_item (gpointer writer,
            SbPiece *item,
            gboolean is_numbered)
{
  guint number = sb_piece_get_number (item);
  guint outer = ITEM_INDENT * (MAX (sb_piece_get_level (item), 1) - 1);
  const char *bullet = outer == 0 ? "•" : "–";
  g_autofree char *mark = number > 0 ? g_strdup_printf ("%*s%u.", (int) outer, "", number) : g_strdup_printf ("%*s%s", (int) outer, "", bullet);

  write_text (writer, sb_piece_get_text (item), mark, outer + (number > 0 ? ITEM_INDENT + 2 : ITEM_INDENT));
}

/* Each source with its address on a line of its own, where it can be copied. */
static void
write_reference (gpointer writer,
                 SbPiece *item)
{
  guint number = sb_piece_get_number (item);
  g_autofree char *mark = number > 0 ? g_strdup_printf ("[%u]", number) : g_strdup ("–");
  guint indent = number > 0 ? NOTE_INDENT : ITEM_INDENT;

  write_text (writer, sb_piece_get_text (item), mark, indent);
  if (sb_piece_get_uri (item) != NULL)
    {
      g_autoptr (SbRichText) uri = sb_rich_text_new_plain (sb_piece_get_uri (item));

      write_text (writer, uri, "", indent);
    }
}

/* What each column needs for its longest word, whole or cut. */
static void
find_needs (SbPiece *table,
            gboolean is_cut,
            guint *needs,
            guint n_columns)
{
  for (guint i = 0; i < sb_piece_get_n_children (table); i++)
    for (guint k = 0; k < n_columns && k < sb_piece_get_n_children (sb_piece_get_child (table, i)); k++)
      {
        g_autofree char *text = _sb_text_lines_dup_plain (sb_piece_get_text (sb_piece_get_child (sb_piece_get_child (table, i), k)));

        needs[k] = MAX (needs[k], MIN (_sb_text_lines_measure_longest (text, is_cut), MOST_WORD));
      }
}

/* The column that has the most to give, by how much it is wider than it needs. */
static guint
find_widest (const guint *widths,
             const guint *needs,
             guint n_columns)
{
  guint widest = 0;

  for (guint i = 1; i < n_columns; i++)
    if ((int) widths[i] - (int) needs[i] > (int) widths[widest] - (int) needs[widest])
      widest = i;

  return widest;
}

/* Takes from the columns what they do not need until they fit; what they are wide. */
static guint
give_way (guint *widths,
          const guint *needs,
          guint n_columns,
          guint used,
          guint room)
{
  while (used > room)
    {
      guint widest = find_widest (widths, needs, n_columns);

      if (widths[widest] <= MAX (needs[widest], 1))
        break;
      widths[widest]--;
      used--;
    }

  return used;
}

/* The columns of each cell of @table: by its shares, then by what they need. */
static void
share_columns (SbPiece *table,
               guint *widths,
               guint n_columns)
{
  g_autofree guint *needs = g_new0 (guint, n_columns);
  g_autofree guint *cut_needs = g_new0 (guint, n_columns);
  g_autofree guint *nothing = g_new0 (guint, n_columns);
  guint room = WIDTH - CELL_GUTTER * (n_columns - 1);
  guint used = 0;

  find_needs (table, FALSE, needs, n_columns);
  find_needs (table, TRUE, cut_needs, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      widths[i] = MAX (MAX (needs[i], LEAST_CELL), (guint) (room * sb_piece_get_share (table, i)));
      used += widths[i];
    }
  used = give_way (widths, needs, n_columns, used, room);
  used = give_way (widths, cut_needs, n_columns, used, room);
  used = give_way (widths, nothing, n_columns, used, room);
  for (guint i = 0; used < room; i++, used++)
    widths[i % n_columns]++;
}

/* Cells side by side; returns how many lines they took. */
static guint
write_cells (Writer *self,
             SbPiece *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_lines = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *plain = i < sb_piece_get_n_children (row) ? _sb_text_lines_dup_plain (sb_piece_get_text (sb_piece_get_child (row, i))) : g_strdup ("");
      GPtrArray *lines = _sb_text_lines_wrap (plain, self->widths[i], TRUE);

      g_ptr_array_add (cells, lines);
      n_lines = MAX (n_lines, lines->len);
    }

  for (guint k = 0; k < n_lines; k++)
    {
      guint pending = 0;

      for (guint i = 0; i < self->n_columns; i++)
        {
          GPtrArray *lines = g_ptr_array_index (cells, i);
          const char *line = k < lines->len ? g_ptr_array_index (lines, k) : "";

          /* No spaces at the end of a line. */
          if (line[0] != '\0')
            {
              append_times (self->out, ' ', pending);
              pending = 0;
              g_string_append (self->out, line);
            }
          pending += self->widths[i] + CELL_GUTTER - _sb_text_lines_measure (line);
        }
      g_string_append_c (self->out, '\n');
    }

  return n_lines;
}

static void
begin_table (Writer *self,
             SbPiece *table)
{
  g_free (self->widths);
  self->n_rows = sb_piece_get_n_children (table);
  self->n_columns = _sb_edition_count_columns (table);
  self->widths = g_new0 (guint, self->n_columns);
  share_columns (table, self->widths, self->n_columns);
}

/* A rule under the head; rows of several lines are set apart. */
static void
write_row (gpointer writer,
           SbPiece *row,
           guint number)
{
  Writer *self = writer;
  guint n_lines = write_cells (self, row);

  if (number == 0)
    {
      append_times (self->out, '-', WIDTH);
      g_string_append_c (self->out, '\n');
    }
  else if (n_lines > 1 && number + 1 < self->n_rows)
    g_string_append_c (self->out, '\n');
}

/* "Label: what it is" */
static void
write_line (gpointer writer,
            SbRichText *label,
            SbRichText *text)
{
  Writer *self = writer;
  g_autofree char *plain_label = _sb_text_lines_dup_plain (label);
  g_autofree char *plain = _sb_text_lines_dup_plain (text);
  const char *colon = plain_label[0] == '\0' ? "" : self->language == SB_LANGUAGE_FR ? "\302\240: "
                                                                                     : ": ";
  g_autofree char *line = g_strconcat (plain_label, colon, plain, NULL);

  write_lines (self, line, "|", ITEM_INDENT);
}

static void
write_key_figure (gpointer writer,
                  SbPiece *figure)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint k = 0; k < sb_piece_get_n_children (figure); k++)
    {
      g_autofree char *text = _sb_text_lines_dup_plain (sb_piece_get_text (sb_piece_get_child (figure, k)));

      g_string_append_printf (line, "%s%s", line->len > 0 ? " – " : "", text);
    }
  write_lines (writer, line->str, "*", ITEM_INDENT);
}

static void
write_quoted (gpointer writer,
              SbRichText *text,
              SbQuoted what)
{
  write_text (writer, text, what == SB_QUOTED_SPEAKER ? "  —" : "", QUOTE_INDENT);
}

static void
write_figure (gpointer writer,
              SbPiece *figure)
{
  Writer *self = writer;
  g_autoptr (SbRichText) alternative = sb_rich_text_new_plain (sb_piece_get_alternative (figure));
  /* Translators: before what a figure shows, in a file of plain text. */
  g_autofree char *mark = g_strdup_printf ("[%s]", sb_translate_context (self->language, "picture", "Figure"));

  part (self);
  write_text (self, sb_piece_get_text (figure), "", 0);
  write_lines (self, mark, "", 0);
  write_text (self, alternative, "", QUOTE_INDENT);
}

static void
begin_contents (gpointer writer,
                SbPiece *contents,
                SbPiece *title)
{
  part (writer);
}

static void
write_entry (gpointer writer,
             SbPiece *heading,
             guint level)
{
  g_autofree char *text = dup_heading (heading);

  write_lines (writer, text, "", ITEM_INDENT * (level - 1));
}

static void
write_note (gpointer writer,
            SbRichText *text,
            guint number,
            guint n_notes)
{
  Writer *self = writer;
  g_autofree char *mark = g_strdup_printf ("[%u]", number);

  if (number == 1)
    {
      part (self);
      g_string_append_c (self->out, '\n');
      write_underlined (self, sb_translate (self->language, "Notes"), '=');
      part (self);
    }
  write_text (self, text, mark, NOTE_INDENT);
}

/* What stands at the foot of each page stands at the end. */
static void
write_foot (gpointer writer,
            const char *line,
            const char *marking)
{
  Writer *self = writer;
  g_autoptr (SbRichText) first = sb_rich_text_new_plain (line);
  g_autoptr (SbRichText) second = sb_rich_text_new_plain (marking);

  part (self);
  append_times (self->out, '-', WIDTH);
  g_string_append_c (self->out, '\n');
  write_text (self, first, "", 0);
  write_text (self, second, "", 0);
}

/* A head begins where it stands, and so do columns, whose pieces part themselves. */
static void
begin (gpointer writer,
       SbPiece *holder)
{
  SbPieceKind kind = sb_piece_get_kind (holder);

  if (kind == SB_PIECE_MASTHEAD || kind == SB_PIECE_COVER || kind == SB_PIECE_COLUMNS || kind == SB_PIECE_COLUMN)
    return;

  if (kind == SB_PIECE_TABLE)
    begin_table (writer, holder);
  part (writer);
}

static const SbEditionSyntax syntax = {
  .begin = begin,
  .head_text = write_head_text,
  .heading = write_heading,
  .paragraph = write_paragraph,
  .figure = write_figure,
  .item = write_item,
  .begin_contents = begin_contents,
  .entry = write_entry,
  .reference = write_reference,
  .row = write_row,
  .line = write_line,
  .key_figure = write_key_figure,
  .quoted = write_quoted,
  .note = write_note,
  .foot = write_foot,
};

GBytes *
sb_text_render (SbSheets *const *sheets,
                guint n_sheets)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (sheets != NULL && n_sheets > 0, NULL);

  for (guint i = 0; i < n_sheets; i++)
    {
      SbComposition *composition = _sb_sheets_get_composition (sheets[i]);
      Writer writer = { out, sb_composition_get_language (composition), NULL, 0, 0 };

      if (i > 0)
        g_string_append (out, "\n\n");
      _sb_edition_walk (&syntax, composition, &writer);
      g_free (writer.widths);
    }

  return g_string_free_to_bytes (out);
}
