/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recogniser.h"

#include "sb-block.h"
#include "sb-recognition-private.h"
#include "sb-text-language.h"

#include <string.h>

/* The language is told by so much of the text, in bytes. */
#define LANGUAGE_SAMPLE 20000

static void
clear_span (gpointer data)
{
  g_free (((SbNameSpan *) data)->name);
}

void
_sb_recognition_add (SbRecognition *self,
                     guint first,
                     guint end,
                     SbMentionKind kind,
                     SbSpanRank rank,
                     guint target)
{
  SbNameSpan span = { first, end, kind, rank, target, NULL };

  g_array_append_val (self->spans, span);
}

gboolean
_sb_recognition_has_class (const SbRecognition *self,
                           guint index,
                           guint classes)
{
  return index < self->tokens->n_tokens && (self->tokens->tokens[index].classes & classes) != 0;
}

gboolean
_sb_recognition_is_name_word (const SbRecognition *self,
                              guint index)
{
  const SbToken *token;

  if (index >= self->tokens->n_tokens)
    return FALSE;

  token = &self->tokens->tokens[index];
  return (token->flags & SB_TOKEN_CAPITAL) != 0 && token->length > 1 &&
         (token->classes & (SB_WORD_STOP | SB_WORD_DEMONYM | SB_WORD_TITLE | SB_WORD_COMMON)) == 0;
}

gboolean
_sb_recognition_is_joined (const SbRecognition *self,
                           guint index)
{
  if (index >= self->tokens->n_tokens || (self->tokens->tokens[index].flags & SB_TOKEN_STARTS_SENTENCE) != 0)
    return FALSE;

  return (self->tokens->tokens[index].gap & ~(SB_GAP_SPACE | SB_GAP_HYPHEN | SB_GAP_APOSTROPHE | SB_GAP_NEWLINE)) == 0;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const SbNameSpan *x = a, *y = b;
  guint x_length = x->end - x->first, y_length = y->end - y->first;

  if (x->rank >= SB_SPAN_RANK_ROUTE || y->rank >= SB_SPAN_RANK_ROUTE)
    if (x->rank != y->rank)
      return x->rank > y->rank ? -1 : 1;
  if (x_length != y_length)
    return x_length > y_length ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  /* Of guesses at the same words: what says “actor” is said nearby. */
  return (int) x->kind - (int) y->kind;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const SbNameSpan *x = a, *y = b;

  return x->first < y->first ? -1 : x->first > y->first;
}

static gboolean
is_free (const SbRecognition *self,
         const SbNameSpan *span)
{
  for (guint i = span->first; i < span->end; i++)
    if (self->taken[i] != 0)
      return FALSE;

  return TRUE;
}

void
_sb_recognition_choose (SbRecognition *self)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (SbNameSpan));

  memset (self->taken, 0, self->tokens->n_tokens);
  g_array_sort (self->spans, compare_spans);
  for (guint i = 0; i < self->spans->len; i++)
    {
      SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);

      if (!is_free (self, span))
        continue;
      memset (self->taken + span->first, 1 + (int) span->kind, span->end - span->first);
      g_array_append_val (chosen, *span);
      span->name = NULL;
    }

  g_array_set_size (self->spans, 0);
  g_array_append_vals (self->spans, chosen->data, chosen->len);
  g_array_sort (self->spans, compare_places);
}

/* Characters, each of which has one byte that is its first. */
static guint
count_first_bytes (const char *text,
                   gsize start,
                   gsize end)
{
  guint n = 0;

  for (gsize i = start; i < end; i++)
    n += ((guchar) text[i] & 0xC0) != 0x80 ? 1 : 0;
  return n;
}

/* The characters before each token, and behind it: two for each. */
static guint *
count_characters (const SbTokens *tokens)
{
  guint *characters = g_new (guint, 2 * (gsize) tokens->n_tokens + 1);
  gsize position = 0;
  guint n = 0;

  for (guint i = 0; i < tokens->n_tokens; i++)
    {
      const SbToken *token = &tokens->tokens[i];

      n += count_first_bytes (tokens->text, position, token->start);
      characters[2 * i] = n;
      n += count_first_bytes (tokens->text, token->start, token->end);
      characters[2 * i + 1] = n;
      position = token->end;
    }

  return characters;
}

static void
add_mentions (const SbRecognition *self,
              SbMentions *mentions,
              const guint *characters)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);
      const SbToken *first = &self->tokens->tokens[span->first], *last = &self->tokens->tokens[span->end - 1];
      g_autofree char *words = g_strndup (self->tokens->text + first->start, last->end - first->start);
      SbMention mention = {
        .kind = span->kind,
        .start = characters[2 * span->first],
        .end = characters[2 * (span->end - 1) + 1],
        .name = span->kind == SB_MENTION_DATE ? span->name : words,
      };

      if (span->rank == SB_SPAN_RANK_NOTHING)
        continue;
      if (span->target != SB_NAME_TARGET_NONE)
        {
          const SbNameTarget *target = _sb_name_set_get_target (self->names, span->target);

          mention.record = target->record;
          mention.record_kind = target->record_kind;
          mention.name = target->names[self->is_english ? SB_LANGUAGE_EN : SB_LANGUAGE_FR];
          mention.is_known = TRUE;
        }
      _sb_mentions_add (mentions, &mention);
    }
}

static gboolean
is_english_text (const SbTextFacts *facts,
                 const char *text,
                 gsize n_bytes)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *sample = NULL, *language = NULL;
  SbLanguage known;

  if (facts->language != NULL && sb_language_parse (facts->language, &known))
    return known == SB_LANGUAGE_EN;

  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  sample = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, (gssize) n_bytes), LANGUAGE_SAMPLE));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, sample, NULL));
  language = _sb_guess_language (blocks);
  return g_strcmp0 (language, "en") == 0;
}

SbMentions *
sb_recognise (const SbNameSet *names,
              const char *text,
              gsize n_bytes,
              const SbTextFacts *facts)
{
  g_autoptr (SbMentions) mentions = _sb_mentions_new ();
  g_autoptr (SbTokens) tokens = NULL;
  g_autofree guint *characters = NULL;
  SbRecognition work = { .names = names, .facts = *facts };

  g_return_val_if_fail (names != NULL && text != NULL && facts != NULL, NULL);

  if (!g_utf8_validate (text, (gssize) n_bytes, NULL))
    return g_steal_pointer (&mentions);

  tokens = _sb_tokens_new (text, n_bytes);
  work.tokens = tokens;
  work.is_english = is_english_text (facts, text, n_bytes);
  work.spans = g_array_new (FALSE, TRUE, sizeof (SbNameSpan));
  work.phrases = g_array_new (FALSE, TRUE, sizeof (SbDatePhrase));
  work.place_ends = g_new0 (guint, tokens->n_tokens + 1);
  work.taken = g_new0 (guint8, tokens->n_tokens + 1);

  _sb_recognise_known_names (&work);
  _sb_recognise_dates (&work);
  _sb_recognise_routes (&work);
  _sb_recognise_places (&work);
  _sb_recognise_persons (&work);
  _sb_recognise_actors (&work);
  _sb_recognise_instruments (&work);
  _sb_recognition_choose (&work);
  _sb_recognise_surnames (&work);
  _sb_recognise_again (&work);
  _sb_recognition_choose (&work);
  _sb_resolve_dates (&work);
  _sb_resolve_directions (&work);

  characters = count_characters (tokens);
  add_mentions (&work, mentions, characters);
  _sb_propose_candidates (&work, mentions, characters);
  _sb_mentions_end (mentions);

  for (guint i = 0; i < work.spans->len; i++)
    clear_span (&g_array_index (work.spans, SbNameSpan, i));
  g_array_unref (work.spans);
  g_array_unref (work.phrases);
  g_free (work.place_ends);
  g_free (work.taken);
  return g_steal_pointer (&mentions);
}
