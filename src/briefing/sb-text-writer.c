/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-text-writer.h"

#include "sb-quotation-private.h"
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
  SbComposition *composition; /* not owned */
  SbLanguage language;
} Writer;

static void write_piece (Writer *self,
                         SbPiece *piece);

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
write_paragraph (Writer *self,
                 const SbRichText *text)
{
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
write_heading (Writer *self,
               SbPiece *heading)
{
  g_autofree char *text = dup_heading (heading);

  if (text[0] == '\0')
    return;

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
write_roles (Writer *self,
             SbPiece *holder)
{
  for (guint i = 0; i < sb_piece_get_n_children (holder); i++)
    {
      SbPiece *child = sb_piece_get_child (holder, i);
      g_autofree char *text = _sb_text_lines_dup_plain (sb_piece_get_text (child));

      if (text[0] == '\0')
        continue;
      if (sb_piece_get_role (child) == SB_ROLE_HEADLINE)
        {
          part (self);
          write_underlined (self, text, '=');
          g_string_append_c (self->out, '\n');
        }
      else
        write_lines (self, text, "", 0);
    }
}

static void
write_list (Writer *self,
            SbPiece *list)
{
  part (self);
  for (guint i = 0; i < sb_piece_get_n_children (list); i++)
    {
      SbPiece *item = sb_piece_get_child (list, i);
      guint number = sb_piece_get_number (item);
      guint outer = ITEM_INDENT * (MAX (sb_piece_get_level (item), 1) - 1);
      const char *bullet = outer == 0 ? "•" : "–";
      g_autofree char *mark = number > 0 ? g_strdup_printf ("%*s%u.", (int) outer, "", number) : g_strdup_printf ("%*s%s", (int) outer, "", bullet);

      write_text (self, sb_piece_get_text (item), mark, outer + (number > 0 ? ITEM_INDENT + 2 : ITEM_INDENT));
    }
}

/* Each source with its address on a line of its own, where it can be copied. */
static void
write_references (Writer *self,
                  SbPiece *references)
{
  part (self);
  for (guint i = 0; i < sb_piece_get_n_children (references); i++)
    {
      SbPiece *item = sb_piece_get_child (references, i);
      guint number = sb_piece_get_number (item);
      g_autofree char *mark = number > 0 ? g_strdup_printf ("[%u]", number) : g_strdup ("–");
      guint indent = number > 0 ? NOTE_INDENT : ITEM_INDENT;

      write_text (self, sb_piece_get_text (item), mark, indent);
      if (sb_piece_get_uri (item) != NULL)
        {
          g_autoptr (SbRichText) uri = sb_rich_text_new_plain (sb_piece_get_uri (item));

          write_text (self, uri, "", indent);
        }
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
write_row (Writer *self,
           SbPiece *row,
           const guint *widths,
           guint n_columns)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_lines = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *plain = i < sb_piece_get_n_children (row) ? _sb_text_lines_dup_plain (sb_piece_get_text (sb_piece_get_child (row, i))) : g_strdup ("");
      GPtrArray *lines = _sb_text_lines_wrap (plain, widths[i], TRUE);

      g_ptr_array_add (cells, lines);
      n_lines = MAX (n_lines, lines->len);
    }

  for (guint k = 0; k < n_lines; k++)
    {
      guint pending = 0;

      for (guint i = 0; i < n_columns; i++)
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
          pending += widths[i] + CELL_GUTTER - _sb_text_lines_measure (line);
        }
      g_string_append_c (self->out, '\n');
    }

  return n_lines;
}

static void
write_table (Writer *self,
             SbPiece *table)
{
  guint n_rows = sb_piece_get_n_children (table);
  guint n_columns = 0;
  g_autofree guint *widths = NULL;

  for (guint i = 0; i < n_rows; i++)
    n_columns = MAX (n_columns, sb_piece_get_n_children (sb_piece_get_child (table, i)));
  if (n_columns == 0)
    return;

  widths = g_new0 (guint, n_columns);
  share_columns (table, widths, n_columns);
  part (self);
  for (guint i = 0; i < n_rows; i++)
    {
      guint n_lines = write_row (self, sb_piece_get_child (table, i), widths, n_columns);

      if (i == 0)
        {
          append_times (self->out, '-', WIDTH);
          g_string_append_c (self->out, '\n');
        }
      else if (n_lines > 1 && i + 1 < n_rows)
        g_string_append_c (self->out, '\n');
    }
}

/* Rows of two cells: "Label: what it is". */
static void
write_card (Writer *self,
            SbPiece *card)
{
  part (self);
  for (guint i = 0; i < sb_piece_get_n_children (card); i++)
    {
      SbPiece *row = sb_piece_get_child (card, i);
      g_autofree char *label = sb_piece_get_n_children (row) > 0 ? _sb_text_lines_dup_plain (sb_piece_get_text (sb_piece_get_child (row, 0))) : g_strdup ("");
      g_autofree char *text = sb_piece_get_n_children (row) > 1 ? _sb_text_lines_dup_plain (sb_piece_get_text (sb_piece_get_child (row, 1))) : g_strdup ("");
      const char *colon = label[0] == '\0' ? "" : self->language == SB_LANGUAGE_FR ? "\302\240: "
                                                                                   : ": ";
      g_autofree char *line = g_strconcat (label, colon, text, NULL);

      write_lines (self, line, "|", ITEM_INDENT);
    }
}

static void
write_strip (Writer *self,
             SbPiece *strip)
{
  part (self);
  for (guint i = 0; i < sb_piece_get_n_children (strip); i++)
    {
      SbPiece *figure = sb_piece_get_child (strip, i);
      GString *line = g_string_new (NULL);

      for (guint k = 0; k < sb_piece_get_n_children (figure); k++)
        {
          g_autofree char *text = _sb_text_lines_dup_plain (sb_piece_get_text (sb_piece_get_child (figure, k)));

          g_string_append_printf (line, "%s%s", line->len > 0 ? " – " : "", text);
        }
      write_lines (self, line->str, "*", ITEM_INDENT);
      g_string_free (line, TRUE);
    }
}

static void
write_quote (Writer *self,
             SbPiece *quote)
{
  part (self);
  for (guint i = 0; i < sb_piece_get_n_children (quote); i++)
    write_text (self, sb_piece_get_text (sb_piece_get_child (quote, i)), _sb_quotation_is_speaker (quote, i) ? "  —" : "", QUOTE_INDENT);
}

static void
write_figure (Writer *self,
              SbPiece *figure)
{
  g_autoptr (SbRichText) alternative = sb_rich_text_new_plain (sb_piece_get_alternative (figure));
  /* Translators: before what a figure shows, in a file of plain text. */
  g_autofree char *mark = g_strdup_printf ("[%s]", sb_translate_context (self->language, "picture", "Figure"));

  part (self);
  write_text (self, sb_piece_get_text (figure), "", 0);
  write_lines (self, mark, "", 0);
  write_text (self, alternative, "", QUOTE_INDENT);
}

static void
write_contents (Writer *self,
                SbPiece *contents)
{
  gboolean is_behind = FALSE;

  part (self);
  for (guint i = 0; i < sb_composition_get_n_pieces (self->composition); i++)
    {
      SbPiece *piece = sb_composition_get_piece (self->composition, i);

      if (is_behind && sb_piece_get_kind (piece) == SB_PIECE_HEADING && sb_piece_get_level (piece) <= sb_piece_get_level (contents))
        {
          g_autofree char *text = dup_heading (piece);

          write_lines (self, text, "", ITEM_INDENT * (MAX (sb_piece_get_level (piece), 1) - 1));
        }
      is_behind = is_behind || piece == contents;
    }
}

static void
write_children (Writer *self,
                SbPiece *holder)
{
  for (guint i = 0; i < sb_piece_get_n_children (holder); i++)
    write_piece (self, sb_piece_get_child (holder, i));
}

static void
write_piece (Writer *self,
             SbPiece *piece)
{
  switch (sb_piece_get_kind (piece))
    {
    case SB_PIECE_MASTHEAD:
    case SB_PIECE_COVER:
      write_roles (self, piece);
      break;
    case SB_PIECE_HEADING:
      write_heading (self, piece);
      break;
    case SB_PIECE_LIST:
      write_list (self, piece);
      break;
    case SB_PIECE_REFERENCES:
      write_references (self, piece);
      break;
    case SB_PIECE_TABLE:
      write_table (self, piece);
      break;
    case SB_PIECE_STRIP:
      write_strip (self, piece);
      break;
    case SB_PIECE_CARD:
      write_card (self, piece);
      break;
    case SB_PIECE_QUOTE:
      write_quote (self, piece);
      break;
    case SB_PIECE_FIGURE:
      write_figure (self, piece);
      break;
    case SB_PIECE_CONTENTS:
      write_contents (self, piece);
      break;
    case SB_PIECE_COLUMNS:
    case SB_PIECE_COLUMN:
      write_children (self, piece);
      break;
    case SB_PIECE_PARAGRAPH:
      write_paragraph (self, sb_piece_get_text (piece));
      break;
    case SB_PIECE_BREAK:
    case SB_PIECE_ITEM:
    case SB_PIECE_ROW:
    case SB_PIECE_CELL:
    case SB_PIECE_KEY_FIGURE:
    default:
      break;
    }
}

static void
write_notes (Writer *self)
{
  guint n_notes = sb_composition_get_n_notes (self->composition);

  if (n_notes == 0)
    return;

  part (self);
  g_string_append_c (self->out, '\n');
  write_underlined (self, sb_translate (self->language, "Notes"), '=');
  part (self);
  for (guint i = 1; i <= n_notes; i++)
    {
      g_autofree char *mark = g_strdup_printf ("[%u]", i);

      write_text (self, sb_composition_get_note (self->composition, i, FALSE), mark, NOTE_INDENT);
    }
}

/* What stands at the foot of each page stands at the end. */
static void
write_foot (Writer *self)
{
  static const SbProperty properties[] = { SB_PROPERTY_FOOT, SB_PROPERTY_MARKING };

  part (self);
  append_times (self->out, '-', WIDTH);
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autoptr (SbRichText) text = sb_rich_text_new_plain (sb_composition_get_property (self->composition, properties[i]));

      write_text (self, text, "", 0);
    }
}

GBytes *
sb_text_render (SbSheets *const *sheets,
                guint n_sheets)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (sheets != NULL && n_sheets > 0, NULL);

  for (guint i = 0; i < n_sheets; i++)
    {
      SbComposition *composition = _sb_sheets_get_composition (sheets[i]);
      Writer writer = { out, composition, sb_composition_get_language (composition) };

      if (i > 0)
        g_string_append (out, "\n\n");
      for (guint k = 0; k < sb_composition_get_n_pieces (composition); k++)
        write_piece (&writer, sb_composition_get_piece (composition, k));
      write_notes (&writer);
      write_foot (&writer);
    }

  return g_string_free_to_bytes (out);
}
