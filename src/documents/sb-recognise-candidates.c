/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

#include "sb-text.h"

/* Names that are not known, for the analyst to judge: those that were recognised by
 * what stands around them, and capitals in the middle of a sentence that say
 * nothing. */

/* The most words of one. */
#define CANDIDATE_WORDS_MAX 5

typedef struct
{
  SbNameCandidate candidate;
  char *name; /* (owned) */
} Proposal;

static void
free_proposal (gpointer data)
{
  g_free (((Proposal *) data)->name);
  g_free (data);
}

static void
propose (GHashTable *proposals,
         const SbRecognition *self,
         guint first,
         guint end,
         const guint *characters,
         const SbMentionKind *kind)
{
  const SbToken *tokens = self->tokens->tokens;
  g_autofree char *name = g_strndup (self->tokens->text + tokens[first].start, tokens[end - 1].end - tokens[first].start);
  g_autofree char *folded = sb_fold (name);
  Proposal *proposal = g_hash_table_lookup (proposals, folded);

  if (proposal == NULL)
    {
      proposal = g_new0 (Proposal, 1);
      proposal->candidate.start = characters[2 * first];
      proposal->candidate.end = characters[2 * (end - 1) + 1];
      proposal->name = g_steal_pointer (&name);
      g_hash_table_insert (proposals, g_steal_pointer (&folded), proposal);
    }
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
                        SbMentions *mentions,
                        const guint *characters)
{
  g_autoptr (GHashTable) proposals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_proposal);
  GHashTableIter iter;
  gpointer value;
  guint index = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);

      if (span->rank <= SB_SPAN_RANK_GUESSED && span->target == SB_NAME_TARGET_NONE)
        propose (proposals, self, span->first, span->end, characters, &span->kind);
    }

  while (index < self->tokens->n_tokens)
    {
      guint end = index;

      while (end - index < CANDIDATE_WORDS_MAX && _sb_recognition_is_name_word (self, end) && self->taken[end] == 0 &&
             (end == index || _sb_recognition_is_joined (self, end)))
        end++;
      if (end > index && looks_like_name (self, index))
        propose (proposals, self, index, end, characters, NULL);
      index = MAX (end, index + 1);
    }

  g_hash_table_iter_init (&iter, proposals);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Proposal *proposal = value;

      proposal->candidate.name = proposal->name;
      _sb_mentions_add_candidate (mentions, &proposal->candidate);
    }
}
