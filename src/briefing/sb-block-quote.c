/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-claim.h"
#include "sb-quotation-private.h"
#include "sb-record-dates.h"

/* Fewer words are no quotation that stands for itself. */
#define LEAST_WORDS    4
#define WHOLE_SENTENCE 100 /* more than any has words */

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

/* How well the words of a statement stand alone; 0 when they do not, or were quoted
 * already. */
static guint
rank_statement (SbComposer *self,
                SbRecord *statement)
{
  const char *words = sb_record_get_text (statement, SB_CLAIM_STATEMENT_WORDS);
  guint n_words = words != NULL ? count_words (words) : 0;

  if (n_words < LEAST_WORDS || g_hash_table_contains (self->quoted, words))
    return 0;

  /* A sentence before part of one. */
  return n_words + (g_unichar_isupper (g_utf8_get_char (words)) ? WHOLE_SENTENCE : 0);
}

/* The longest that is left; the claim that it is of in @claim. */
static SbRecord *
find_statement (SbComposer *self,
                SbRecord **claim)
{
  g_autoptr (GPtrArray) claims = sb_briefing_input_list (self->input, SB_KIND_CLAIM);
  SbRecord *best = NULL;
  guint best_rank = 0;

  for (guint i = 0; i < claims->len; i++)
    for (guint k = 0; k < sb_record_get_n_items (g_ptr_array_index (claims, i), SB_CLAIM_STATEMENTS); k++)
      {
        SbRecord *statement = sb_record_get_item (g_ptr_array_index (claims, i), SB_CLAIM_STATEMENTS, k);
        guint rank = rank_statement (self, statement);

        if (rank <= best_rank)
          continue;
        best_rank = rank;
        best = statement;
        *claim = g_ptr_array_index (claims, i);
      }

  return best;
}

static void
append_part (GString *line,
             const char *part)
{
  if (part != NULL && part[0] != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", part);
}

/* "Fousseynou Ouattara, vice-chair of …, Africa Radio, 18 November 2025¹" */
static char *
dup_attribution (SbComposer *self,
                 SbRecord *statement,
                 SbRecord *claim)
{
  SbRef *speaker = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER);
  g_autofree char *date = sb_record_format_date (statement, SB_CLAIM_STATEMENT_DATE, self->language, SB_DATE_STYLE_LONG);
  g_autoptr (GString) line = g_string_new (NULL);

  append_part (line, speaker != NULL ? sb_ref_get_name (speaker, self->language) : NULL);
  append_part (line, sb_record_get_words (statement, SB_CLAIM_STATEMENT_ATTRIBUTION, self->language));
  append_part (line, sb_record_get_words (statement, SB_CLAIM_STATEMENT_ROLE, self->language));
  append_part (line, sb_record_get_words (statement, SB_CLAIM_STATEMENT_VENUE, self->language));
  append_part (line, date);

  return _sb_wording_source (&self->wording, claim, line->str);
}

void
_sb_block_pass_quote (SbComposer *self)
{
  SbRecord *claim = NULL;
  SbRecord *statement = find_statement (self, &claim);

  if (statement != NULL)
    g_hash_table_add (self->quoted, g_strdup (sb_record_get_text (statement, SB_CLAIM_STATEMENT_WORDS)));
}

/* Words stay in the language in which they were said, with their translation. */
void
_sb_block_compose_quote (SbComposer *self,
                         const SbTemplateBlock *block)
{
  SbRecord *claim = NULL;
  SbRecord *statement = find_statement (self, &claim);
  const char *words = sb_record_get_text (statement, SB_CLAIM_STATEMENT_WORDS);
  SbQuotation quotation = { NULL };
  g_autofree char *quoted = NULL;
  g_autofree char *translation = NULL;
  g_autofree char *attribution = NULL;
  SbPiece *quote;

  if (statement == NULL)
    return;

  g_hash_table_add (self->quoted, g_strdup (words));
  quoted = _sb_quotation_dup_marked (words, self->language);
  quotation = _sb_quotation_from_statement (self->input, claim, statement);
  translation = _sb_quotation_dup_translation (&quotation, &self->wording, claim);
  attribution = dup_attribution (self, statement, claim);
  _sb_composer_take_heading (self, block);
  quote = sb_piece_new (SB_PIECE_QUOTE, 0, NULL);
  sb_piece_append (quote, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, quoted));
  if (translation != NULL)
    _sb_composer_append_role (self, quote, SB_ROLE_TRANSLATION, translation);
  sb_piece_append (quote, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, attribution));
  _sb_composer_take (self, quote);
}
