/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-translate.h"

#include <string.h>

void
_sb_block_compose_text (SbComposer *self,
                        const SbTemplateBlock *block)
{
  _sb_composer_take_heading (self, block);
  _sb_composer_take_markdown (self, sb_bilingual_get_any (block->text, self->language), block->level);
}

/* Where the words of a heading end, without a stop or a question mark and the space
 * before it. */
static gsize
find_last_letter (const char *heading)
{
  const char *end = heading + strlen (heading);

  while (end > heading)
    {
      const char *last = g_utf8_find_prev_char (heading, end);

      if (last == NULL || (strchr ("?!.", *last) == NULL && !g_unichar_isspace (g_utf8_get_char (last))))
        break;
      end = last;
    }

  return (gsize) (end - heading);
}

/* A heading inside a sentence: its first letter small, unless the word is written in
 * capitals, and no mark at its end. */
static char *
dup_inner_heading (const char *heading)
{
  g_autofree char *bare = g_strndup (heading, find_last_letter (heading));
  const char *rest = bare[0] != '\0' ? g_utf8_next_char (bare) : bare;
  g_autofree char *initial = NULL;

  if (bare[0] == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_steal_pointer (&bare);

  initial = g_utf8_strdown (bare, rest - bare);

  return g_strconcat (initial, rest, NULL);
}

/* The sections that come after the plan: all numbered headings of the first level. */
static GPtrArray *
list_headings (SbComposer *self,
               const SbTemplateBlock *plan)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  gboolean is_behind = FALSE;

  for (guint i = 0; i < sb_template_get_n_blocks (self->template); i++)
    {
      const SbTemplateBlock *block = sb_template_get_block (self->template, i);
      const char *heading = sb_bilingual_get_any (block->heading, self->language);

      if (is_behind && block->level == 1 && !block->is_unnumbered && heading[0] != '\0' && block->kind != SB_TEMPLATE_BLOCK_SOURCES && block->kind != SB_TEMPLATE_BLOCK_MAP)
        g_ptr_array_add (headings, g_strdup_printf ("(%u)\302\240%s", headings->len + 1, heading));
      is_behind = is_behind || block == plan;
    }

  return headings;
}

void
_sb_block_compose_plan (SbComposer *self,
                        const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) headings = list_headings (self, block);
  g_autoptr (GPtrArray) inner = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *sentence = NULL;

  _sb_composer_take_heading (self, block);
  _sb_composer_take_markdown (self, sb_bilingual_get_any (block->text, self->language), block->level);
  if (headings->len == 0)
    return;

  for (guint i = 0; i < headings->len; i++)
    {
      const char *heading = g_ptr_array_index (headings, i);
      const char *words = strstr (heading, "\302\240") + 2;
      g_autofree char *small = dup_inner_heading (words);

      g_ptr_array_add (inner, g_strdup_printf ("(%u)\302\240%s", i + 1, small));
    }
  joined = _sb_wording_join (inner, self->language);
  /* Translators: the sections of a document, in a row: "(1) the facts and (2) …". */
  sentence = g_strdup_printf (sb_translate (self->language, "It takes up, in turn: %s."), joined);
  _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, sentence);
}
