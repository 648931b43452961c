/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-issue-difference.h"

#include "sb-sheets-private.h"
#include "sb-text-difference.h"

#include <string.h>

/* Two lines are the same one that was changed when so much of their letters is kept. */
#define LIKE_SHARE 0.4

SbPrintedBlock *
sb_printed_block_new (const char *block,
                      const char *heading,
                      const char *text)
{
  SbPrintedBlock *self = g_new0 (SbPrintedBlock, 1);

  self->block = g_strdup (block != NULL ? block : "");
  self->heading = g_strdup (heading != NULL ? heading : "");
  self->text = g_strdup (text != NULL ? text : "");

  return self;
}

void
sb_printed_block_free (SbPrintedBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->block);
  g_free (self->heading);
  g_free (self->text);
  g_free (self);
}

/* The text without the marks of sources, which have other numbers in every issue. */
static char *
dup_unmarked (const SbRichText *rich)
{
  const char *text = sb_rich_text_get_text (rich);
  guint n_runs;
  const SbRun *runs = sb_rich_text_get_runs (rich, &n_runs);
  GString *unmarked = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint position = (guint) (at - text);
      gunichar c = g_utf8_get_char (at);
      gboolean is_mark = c == 0x2060 || c == 0x202f;

      /* A narrow space is a gap between marks only where one follows. */
      if (c == 0x202f)
        {
          is_mark = FALSE;
          for (guint i = 0; i < n_runs; i++)
            is_mark = is_mark || (runs[i].kind == SB_RUN_NOTE && runs[i].start == position + 3);
        }
      for (guint i = 0; i < n_runs; i++)
        is_mark = is_mark || (runs[i].kind == SB_RUN_NOTE && position >= runs[i].start && position < runs[i].end);
      if (!is_mark)
        g_string_append_unichar (unmarked, c);
    }

  return g_strstrip (g_string_free (unmarked, FALSE));
}

static SbPrintedBlock *
get_printed (GPtrArray *blocks,
             const char *name)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      SbPrintedBlock *block = g_ptr_array_index (blocks, i);

      if (g_str_equal (block->block, name))
        return block;
    }

  g_ptr_array_add (blocks, sb_printed_block_new (name, NULL, NULL));

  return g_ptr_array_index (blocks, blocks->len - 1);
}

static void
append_line (SbPrintedBlock *block,
             const char *line)
{
  char *text;

  if (line[0] == '\0')
    return;

  text = g_strconcat (block->text, block->text[0] != '\0' ? "\n" : "", line, NULL);
  g_free (block->text);
  block->text = text;
}

/* A row is one line. */
static char *
dup_row (const SbPiece *row)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < sb_piece_get_n_children (row); i++)
    {
      SbRichText *text = sb_piece_get_text (sb_piece_get_child (row, i));
      g_autofree char *cell = text != NULL ? dup_unmarked (text) : g_strdup ("");

      g_string_append_printf (line, "%s%s", i > 0 ? " · " : "", cell);
    }

  return g_string_free (line, FALSE);
}

static void
add_piece (GPtrArray *blocks,
           const SbPiece *piece,
           const char *name)
{
  SbPieceKind kind = sb_piece_get_kind (piece);
  const char *own = sb_piece_get_block (piece) != NULL ? sb_piece_get_block (piece) : name;
  SbRichText *text = sb_piece_get_text (piece);
  g_autofree char *line = NULL;

  if (own == NULL || kind == SB_PIECE_REFERENCES || kind == SB_PIECE_CONTENTS || kind == SB_PIECE_FIGURE || kind == SB_PIECE_BREAK)
    return;

  if (kind == SB_PIECE_ROW || kind == SB_PIECE_KEY_FIGURE)
    {
      line = dup_row (piece);
      append_line (get_printed (blocks, own), line);
      return;
    }

  line = text != NULL ? dup_unmarked (text) : g_strdup ("");
  if (kind == SB_PIECE_HEADING && get_printed (blocks, own)->heading[0] == '\0' && get_printed (blocks, own)->text[0] == '\0')
    {
      g_free (get_printed (blocks, own)->heading);
      get_printed (blocks, own)->heading = g_steal_pointer (&line);
    }
  else if (line[0] != '\0')
    append_line (get_printed (blocks, own), line);
  for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
    add_piece (blocks, sb_piece_get_child (piece, i), own);
}

GPtrArray *
sb_printed_block_list (const SbEdition *edition)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_printed_block_free);
  SbComposition *composition = _sb_sheets_get_composition (sb_edition_get_sheets (edition));

  for (guint i = 0; i < sb_composition_get_n_pieces (composition); i++)
    add_piece (blocks, sb_composition_get_piece (composition, i), NULL);

  return blocks;
}

static const SbPrintedBlock *
find_block (GPtrArray *blocks,
            const char *name)
{
  for (guint i = 0; i < blocks->len; i++)
    if (g_str_equal (((SbPrintedBlock *) g_ptr_array_index (blocks, i))->block, name))
      return g_ptr_array_index (blocks, i);

  return NULL;
}

static gboolean
is_like (const char *a,
         const char *b)
{
  g_autoptr (GArray) runs = sb_text_difference_new (a, b);
  gsize n_kept = 0;

  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, SbTextRun, i).kind == SB_TEXT_RUN_KEPT)
      n_kept += g_array_index (runs, SbTextRun, i).length;

  return (double) n_kept >= LIKE_SHARE * (double) MAX (strlen (a), strlen (b));
}

static void
add_difference (GPtrArray *differences,
                const char *block,
                const char *heading,
                const char *before,
                const char *after)
{
  SbIssueDifference *difference = g_new0 (SbIssueDifference, 1);

  difference->block = g_strdup (block);
  difference->heading = g_strdup (heading);
  difference->before = g_strdup (before);
  difference->after = g_strdup (after);
  g_ptr_array_add (differences, difference);
}

static gboolean
has_line (char *const *lines,
          const char *line)
{
  return g_strv_contains ((const char *const *) lines, line);
}

/* A line of the later one by what it was, each earlier line once; then those that are gone. */
static void
compare_lines (GPtrArray *differences,
               const char *block,
               const char *heading,
               const char *before,
               const char *after)
{
  g_auto (GStrv) old_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (after, "\n", -1);
  g_autofree gboolean *is_used = g_new0 (gboolean, g_strv_length (old_lines) + 1);

  for (guint i = 0; new_lines[i] != NULL; i++)
    {
      guint found = G_MAXUINT;

      if (new_lines[i][0] == '\0' || has_line (old_lines, new_lines[i]))
        continue;
      for (guint k = 0; old_lines[k] != NULL && found == G_MAXUINT; k++)
        if (!is_used[k] && old_lines[k][0] != '\0' && !has_line (new_lines, old_lines[k]) && is_like (old_lines[k], new_lines[i]))
          found = k;
      if (found != G_MAXUINT)
        is_used[found] = TRUE;
      add_difference (differences, block, heading, found != G_MAXUINT ? old_lines[found] : NULL, new_lines[i]);
    }
  for (guint k = 0; old_lines[k] != NULL; k++)
    if (!is_used[k] && old_lines[k][0] != '\0' && !has_line (new_lines, old_lines[k]))
      add_difference (differences, block, heading, old_lines[k], NULL);
}

GPtrArray *
sb_issue_difference_list (GPtrArray *before,
                          GPtrArray *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_issue_difference_free);
  const char *heading = "";

  g_return_val_if_fail (before != NULL && after != NULL, differences);

  for (guint i = 0; i < after->len; i++)
    {
      const SbPrintedBlock *block = g_ptr_array_index (after, i);
      const SbPrintedBlock *old = find_block (before, block->block);

      heading = block->heading[0] != '\0' ? block->heading : heading;
      if (g_strcmp0 (old != NULL ? old->heading : "", block->heading) != 0)
        add_difference (differences, block->block, heading, old != NULL && old->heading[0] != '\0' ? old->heading : NULL, block->heading[0] != '\0' ? block->heading : NULL);
      compare_lines (differences, block->block, heading, old != NULL ? old->text : "", block->text);
    }
  for (guint i = 0; i < before->len; i++)
    {
      const SbPrintedBlock *block = g_ptr_array_index (before, i);

      if (find_block (after, block->block) == NULL)
        compare_lines (differences, block->block, block->heading, block->text, "");
    }

  return differences;
}
