/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recogniser.h"

#include "sb-block.h"
#include "sb-characters.h"
#include "sb-recognition-private.h"
#include "sb-text-language.h"

#include <string.h>

/* The language is told by so much of the text, in bytes. */
#define LANGUAGE_SAMPLE 20000

/* Characters are counted up to every so many bytes of the text. */
#define COUNT_BLOCK 64

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
_sb_recognition_step (const SbRecognition *self,
                      guint index,
                      SbNameStep *step)
{
  const SbNameTable *table = _sb_name_set_get_table (self->names);
  const SbToken *token = &self->tokens->tokens[index];

  /* "N'Djamena" is two words in the table. */
  if ((token->flags & SB_TOKEN_HAS_APOSTROPHE) != 0)
    return _sb_name_table_step_over (table, self->tokens->text + token->start, token->end - token->start, step);

  return _sb_name_table_step (table, token->hash, step);
}

guint
_sb_recognition_find_name (const SbRecognition *self,
                           guint first,
                           guint end)
{
  SbNameStep step = { .name = SB_NAME_NONE };

  for (guint i = first; i < end; i++)
    if (!_sb_recognition_step (self, i, &step))
      return SB_NAME_NONE;

  return step.name;
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

/* Puts @spans in order. They are few, and most often one. */
static void
sort_few (SbNameSpan *spans,
          guint n_spans,
          GCompareFunc compare)
{
  for (guint i = 1; i < n_spans; i++)
    {
      SbNameSpan moved = spans[i];
      guint j = i;

      for (; j > 0 && compare (&spans[j - 1], &moved) > 0; j--)
        spans[j] = spans[j - 1];
      spans[j] = moved;
    }
}

/* Of some spans that overlap each other but none beside them, keeps those that do
 * not. Returns how many these are; they come first. */
static guint
choose_among (SbRecognition *self,
              SbNameSpan *spans,
              guint n_spans)
{
  guint n_chosen = 0;

  sort_few (spans, n_spans, compare_spans);
  for (guint i = 0; i < n_spans; i++)
    {
      if (!is_free (self, &spans[i]))
        continue;
      memset (self->taken + spans[i].first, 1 + (int) spans[i].kind, spans[i].end - spans[i].first);
      spans[n_chosen++] = spans[i];
    }

  sort_few (spans, n_chosen, compare_places);
  return n_chosen;
}

/* The spans by their first words, those of one in the order in which they were
 * added. */
static SbNameSpan *
order_spans (const SbRecognition *self)
{
  const SbNameSpan *spans = (const SbNameSpan *) (gpointer) self->spans->data;
  SbNameSpan *ordered = g_new (SbNameSpan, self->spans->len + 1);
  g_autofree guint *places = g_new0 (guint, self->tokens->n_tokens + 1);

  for (guint i = 0; i < self->spans->len; i++)
    places[spans[i].first + 1]++;
  for (guint i = 0; i < self->tokens->n_tokens; i++)
    places[i + 1] += places[i];
  for (guint i = 0; i < self->spans->len; i++)
    ordered[places[spans[i].first]++] = spans[i];

  return ordered;
}

/* Drops what overlaps, and puts the rest in the order of the text; from then on, taken
 * is known. */
static void
choose (SbRecognition *self)
{
  g_autofree SbNameSpan *spans = order_spans (self);
  guint n_spans = self->spans->len, first = 0;

  memset (self->taken, 0, self->tokens->n_tokens);
  g_array_set_size (self->spans, 0);
  while (first < n_spans)
    {
      guint end = first + 1, reach = spans[first].end;

      for (; end < n_spans && spans[end].first < reach; end++)
        reach = MAX (reach, spans[end].end);
      g_array_append_vals (self->spans, spans + first, choose_among (self, spans + first, end - first));
      first = end;
    }
}

/* The characters before each block of the text. */
static guint *
count_characters (const SbTokens *tokens)
{
  gsize n_blocks = tokens->n_bytes / COUNT_BLOCK;
  guint *characters = g_new (guint, n_blocks + 1);

  characters[0] = 0;
  for (gsize i = 0; i < n_blocks; i++)
    characters[i + 1] = characters[i] + (guint) sb_count_characters (tokens->text + i * COUNT_BLOCK, COUNT_BLOCK);

  return characters;
}

guint
_sb_recognition_count_characters (const SbRecognition *self,
                                  gsize position)
{
  gsize block = position / COUNT_BLOCK;
  gsize start = block * COUNT_BLOCK;

  return self->characters[block] + (guint) sb_count_characters (self->tokens->text + start, position - start);
}

static void
add_mentions (const SbRecognition *self,
              SbMentions *mentions)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);
      const SbToken *first = &self->tokens->tokens[span->first], *last = &self->tokens->tokens[span->end - 1];
      g_autofree char *words = NULL;
      SbMention mention = {
        .kind = span->kind,
        .start = _sb_recognition_count_characters (self, first->start),
        .name = span->name,
      };

      if (span->rank == SB_SPAN_RANK_NOTHING)
        continue;
      mention.end = mention.start + (guint) sb_count_characters (self->tokens->text + first->start, last->end - first->start);
      if (span->kind != SB_MENTION_DATE && span->target == SB_NAME_TARGET_NONE)
        mention.name = words = g_strndup (self->tokens->text + first->start, last->end - first->start);
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
  SbRecognition work = { .names = names, .facts = *facts };

  g_return_val_if_fail (names != NULL && text != NULL && facts != NULL, NULL);

  if (!g_utf8_validate (text, (gssize) n_bytes, NULL))
    return g_steal_pointer (&mentions);

  tokens = _sb_tokens_new (text, n_bytes);
  work.tokens = tokens;
  work.is_english = is_english_text (facts, text, n_bytes);
  work.spans = g_array_sized_new (FALSE, FALSE, sizeof (SbNameSpan), tokens->n_tokens / 4 + 1);
  work.phrases = g_array_new (FALSE, FALSE, sizeof (SbDatePhrase));
  work.place_ends = g_new0 (guint, tokens->n_tokens + 1);
  work.taken = g_new0 (guint8, tokens->n_tokens + 1);
  work.characters = count_characters (tokens);

  _sb_recognise_known_names (&work);
  _sb_recognise_dates (&work);
  _sb_recognise_routes (&work);
  _sb_recognise_places (&work);
  _sb_recognise_persons (&work);
  _sb_recognise_actors (&work);
  _sb_recognise_instruments (&work);
  choose (&work);
  _sb_recognise_surnames (&work);
  _sb_recognise_again (&work);
  choose (&work);
  _sb_resolve_dates (&work);
  _sb_resolve_directions (&work);
  _sb_resolve_routes (&work);

  add_mentions (&work, mentions);
  _sb_propose_candidates (&work, mentions);
  _sb_mentions_end (mentions);

  for (guint i = 0; i < work.spans->len; i++)
    clear_span (&g_array_index (work.spans, SbNameSpan, i));
  g_array_unref (work.spans);
  g_array_unref (work.phrases);
  g_free (work.place_ends);
  g_free (work.taken);
  g_free (work.characters);
  return g_steal_pointer (&mentions);
}
