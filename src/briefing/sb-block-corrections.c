/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-date-format.h"
#include "sb-text-difference.h"
#include "sb-translate.h"

/* A run of words, strong where it @is_changed; the spaces around it are not. The last
 * word of a line has none behind it. */
static void
append_run (GString *markup,
            const char *words,
            gsize length,
            gboolean is_changed)
{
  gsize end = length;
  g_autofree char *run = NULL;
  g_autofree char *escaped = NULL;

  while (end > 0 && g_ascii_isspace (words[end - 1]))
    end--;
  run = g_strndup (words, end);
  escaped = sb_rich_text_escape (run);
  if (markup->len > 0 && !g_str_has_suffix (markup->str, " "))
    g_string_append_c (markup, ' ');
  g_string_append_printf (markup, is_changed && end > 0 ? "**%s**" : "%s", escaped);
  g_string_append (markup, end < length ? " " : "");
}

/* One of the two lines, in which what the other does not say stands out: its words of
 * @kind. */
static char *
mark_changes (const SbIssueDifference *line,
              SbTextRunKind kind)
{
  g_autoptr (GArray) runs = sb_text_difference_new (line->before, line->after);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const SbTextRun *run = &g_array_index (runs, SbTextRun, i);
      const char *text = run->kind == SB_TEXT_RUN_ADDED ? line->after : line->before;

      if (run->kind == SB_TEXT_RUN_KEPT || run->kind == kind)
        append_run (markup, text + run->start, run->length, run->kind == kind);
    }

  return g_string_free (markup, FALSE);
}

static char *
dup_side (const SbIssueDifference *line,
          SbTextRunKind kind)
{
  const char *own = kind == SB_TEXT_RUN_ADDED ? line->after : line->before;

  if (line->before != NULL && line->after != NULL)
    return mark_changes (line, kind);

  return own != NULL ? sb_rich_text_escape (own) : NULL;
}

static void
add_row (SbComposer *self,
         SbPiece *table,
         const SbIssueDifference *line)
{
  g_autofree char *heading = sb_rich_text_escape (line->heading);
  g_autofree char *section = g_strdup_printf ("**%s**", heading[0] != '\0' ? heading : "–");
  g_autofree char *removed = dup_side (line, SB_TEXT_RUN_REMOVED);
  g_autofree char *added = dup_side (line, SB_TEXT_RUN_ADDED);
  g_autofree char *before = removed != NULL ? g_steal_pointer (&removed) : g_strdup ("–");
  g_autofree char *after = added != NULL ? g_steal_pointer (&added) : g_strdup_printf ("*%s*", sb_translate (self->language, "to be left out"));

  _sb_composer_add_row (self, table, section, before, after, NULL);
}

/* What is to be read in the place of what, and why. */
void
_sb_block_compose_corrections (SbComposer *self,
                               const SbTemplateBlock *block)
{
  static const double shares[] = { 2.2, 4.9, 4.9 };
  const SbCorrection *correction = sb_briefing_input_get_correction (self->input);
  GPtrArray *lines = correction != NULL ? correction->lines[self->language] : NULL;
  g_autofree char *day = NULL;
  g_autofree char *next_day = NULL;
  g_autofree char *intro = NULL;
  SbPiece *table;

  if (correction == NULL)
    {
      _sb_composer_take_nothing (self, block, 0);
      return;
    }

  _sb_composer_take_heading (self, block);
  day = sb_day_format (correction->day, self->language, SB_DATE_STYLE_LONG);
  next_day = sb_day_format (correction->next_day, self->language, SB_DATE_STYLE_LONG);
  /* Translators: the number of an issue and its day, and those of the one that replaces it. */
  intro = g_strdup_printf (sb_translate (self->language, "This notice corrects issue no. %u of %s, which issue no. %u of %s replaces."), correction->number, day, correction->next_number, next_day);
  _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, intro);
  if (!sb_bilingual_is_empty (correction->reason))
    _sb_composer_take_markdown (self, sb_bilingual_get_any (correction->reason, self->language), block->level);
  if (lines == NULL || lines->len == 0)
    {
      _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "The texts of the two issues are the same."));
      return;
    }

  table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  _sb_composer_add_row (self, table, sb_translate (self->language, "Section"), sb_translate (self->language, "Instead of"), sb_translate_context (self->language, "correction", "Read"), NULL);
  for (guint i = 0; i < lines->len; i++)
    add_row (self, table, g_ptr_array_index (lines, i));
  sb_piece_set_shares (table, shares, G_N_ELEMENTS (shares));
  _sb_composer_take (self, table);
}
