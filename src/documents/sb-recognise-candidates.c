/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

/* Names that are not known, for the analyst to judge: those that were recognised by
 * what stands around them, and capitals in the middle of a sentence that say
 * nothing. */

/* The most words of one. */
#define CANDIDATE_WORDS_MAX 5

typedef struct
{
  SbNameCandidate candidate; /* without its name */
  const char *name; /* in the text */
  gsize n_bytes;
} Proposal;

/* @known: by the words, 1 + the index in @proposals (element-type Proposal). */
static void
propose (const SbRecognition *self,
         GArray *proposals,
         SbWordBits *known,
         guint first,
         guint end,
         const SbMentionKind *kind)
{
  const SbToken *tokens = self->tokens->tokens;
  guint64 words = _sb_recognition_hash_words (self, first, end);
  guint index = _sb_word_bits_get (known, words);
  Proposal *proposal;

  if (index == 0)
    {
      Proposal added = { .name = self->tokens->text + tokens[first].start };

      added.n_bytes = tokens[end - 1].end - tokens[first].start;
      added.candidate.start = _sb_recognition_count_characters (self, tokens[first].start);
      added.candidate.end = added.candidate.start + (guint) g_utf8_strlen (added.name, (gssize) added.n_bytes);
      g_array_append_val (proposals, added);
      index = proposals->len;
      _sb_word_bits_add_hash (known, words, index);
    }

  proposal = &g_array_index (proposals, Proposal, index - 1);
  proposal->candidate.n_times++;
  if (kind != NULL && !proposal->candidate.has_kind)
    {
      proposal->candidate.has_kind = TRUE;
      proposal->candidate.kind = *kind;
    }
}

/* Whether a capital at @index says anything: not at the beginning of a sentence or
 * behind a colon, and not among other words in capitals. */
static gboolean
looks_like_name (const SbRecognition *self,
                 guint index)
{
  const SbToken *token = &self->tokens->tokens[index];
  gboolean is_among_capitals =
    (index > 0 && (token[-1].flags & SB_TOKEN_CAPITALS) != 0) ||
    (index + 1 < self->tokens->n_tokens && (token[1].flags & SB_TOKEN_CAPITALS) != 0);

  if ((token->flags & SB_TOKEN_STARTS_SENTENCE) != 0 || (token->gap & SB_GAP_COLON) != 0)
    return FALSE;
  if ((token->flags & SB_TOKEN_CAPITALS) != 0 && is_among_capitals)
    return FALSE;

  /* "la Réunion", "un Groupe" say what it is and not its name. */
  return !_sb_recognition_has_class (self, index, SB_WORD_BODY | SB_WORD_NO_BODY);
}

void
_sb_propose_candidates (SbRecognition *self,
                        SbMentions *mentions)
{
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (Proposal));
  g_autoptr (SbWordBits) known = _sb_word_bits_new ();
  guint behind = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);

      if (span->rank <= SB_SPAN_RANK_GUESSED && span->target == SB_NAME_TARGET_NONE)
        propose (self, proposals, known, span->first, span->end, &span->kind);
    }

  for (guint i = 0; i < self->tokens->n_cues; i++)
    {
      guint first = self->tokens->cues[i], end = first;

      if (first < behind)
        continue;
      while (end - first < CANDIDATE_WORDS_MAX && _sb_recognition_is_name_word (self, end) && self->taken[end] == 0 &&
             (end == first || _sb_recognition_is_joined (self, end)))
        end++;
      if (end > first && looks_like_name (self, first))
        propose (self, proposals, known, first, end, NULL);
      behind = end;
    }

  for (guint i = 0; i < proposals->len; i++)
    {
      Proposal *proposal = &g_array_index (proposals, Proposal, i);
      g_autofree char *name = g_strndup (proposal->name, proposal->n_bytes);

      proposal->candidate.name = name;
      _sb_mentions_add_candidate (mentions, &proposal->candidate);
    }
}
