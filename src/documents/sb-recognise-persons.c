/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

#include <string.h>

/* Persons: those whose names are not known, by titles, first names, surnames and
 * who speaks; and all by their surname alone, once the full name was given. */

/* The most words of a name. */
#define PERSON_WORDS_MAX 6

/* How far before a name its title may stand, in words. */
#define APPOSITION_MAX 12

/* A shorter surname says too little, in bytes. */
#define SURNAME_MIN 3

/* How many words what a minister is of may have: "des Affaires étrangères et de la
 * Coopération". */
#define OFFICE_MAX 9

/* And how far behind it. */
#define TITLE_BEHIND_MAX 7

static gboolean
is_part (const SbRecognition *self,
         guint index)
{
  const SbToken *token;

  if (!_sb_recognition_is_name_word (self, index))
    return FALSE;

  token = &self->tokens->tokens[index];
  /* "AG" of "Mohamed AG Ahmedou" is; an acronym is not. */
  return (token->flags & SB_TOKEN_HAS_DIGIT) == 0 &&
         ((token->flags & SB_TOKEN_CAPITALS) == 0 || _sb_recognition_has_class (self, index, SB_WORD_PARTICLE) ||
          token->length > 4);
}

/* An initial, "J." of "John J. Smith". */
static gboolean
is_initial (const SbRecognition *self,
            guint index)
{
  return index < self->tokens->n_tokens && self->tokens->tokens[index].length == 1 &&
         (self->tokens->tokens[index].flags & SB_TOKEN_CAPITAL) != 0;
}

/* Whether the word at @index goes on with the name before it. */
static gboolean
goes_on (const SbRecognition *self,
         guint index)
{
  if (index >= self->tokens->n_tokens)
    return FALSE;
  if (index > 0 && is_initial (self, index - 1) && is_part (self, index))
    return _sb_tokens_is_joined (self->tokens, index, SB_GAP_DOT | SB_GAP_APOSTROPHE);
  if (!_sb_recognition_is_joined (self, index))
    return FALSE;

  /* "Kars de Bruijne" */
  if (self->is_english && _sb_tokens_is_any (self->tokens, index, " de du ") && is_part (self, index + 1) &&
      _sb_recognition_is_joined (self, index + 1))
    return TRUE;

  return is_part (self, index) || (is_initial (self, index) && is_part (self, index + 1)) ||
         (_sb_recognition_has_class (self, index, SB_WORD_PARTICLE) && is_part (self, index + 1) &&
          _sb_recognition_is_joined (self, index + 1));
}

/* Behind the last word of the name that begins at @index; @index for none. */
static guint
find_end (const SbRecognition *self,
          guint index)
{
  guint end = index + 1;

  if (!is_part (self, index))
    return index;
  while (end - index < PERSON_WORDS_MAX && goes_on (self, end))
    end++;

  return end;
}

static gboolean
follows_title (const SbRecognition *self,
               guint index)
{
  return index > 0 && _sb_recognition_has_class (self, index - 1, SB_WORD_TITLE) &&
         (self->tokens->tokens[index].flags & SB_TOKEN_STARTS_SENTENCE) == 0 &&
         _sb_tokens_is_joined (self->tokens, index, SB_GAP_DOT);
}

static gboolean
has_body_word (const SbRecognition *self,
               guint first,
               guint end)
{
  for (guint i = first; i < end; i++)
    if (_sb_recognition_has_class (self, i, SB_WORD_BODY | SB_WORD_BODY_TAIL | SB_WORD_PLACE_NOUN))
      return TRUE;

  return FALSE;
}

/* "estime Niagalé Bagayoko", "Niagalé Bagayoko said", "Alioune Tine, fondateur". */
static gboolean
is_speaking (const SbRecognition *self,
             guint first,
             guint end)
{
  guint behind = end;

  if (first > 0 && _sb_recognition_has_class (self, first - 1, SB_WORD_SPEECH) &&
      _sb_tokens_is_joined (self->tokens, first, 0))
    return TRUE;
  if (first > 1 && _sb_tokens_end_with (self->tokens, first - 1, "according to") &&
      _sb_tokens_is_joined (self->tokens, first, 0))
    return TRUE;
  if (_sb_recognition_has_class (self, behind, SB_WORD_SPEECH) && _sb_tokens_is_joined (self->tokens, behind, 0))
    return TRUE;
  if (behind >= self->tokens->n_tokens || (self->tokens->tokens[behind].gap & ~SB_GAP_SPACE) != SB_GAP_COMMA)
    return FALSE;
  /* ", Nigeria’s national security adviser": up to the next comma. */
  for (guint i = behind; i < MIN (behind + TITLE_BEHIND_MAX, self->tokens->n_tokens); i++)
    {
      if (i > behind && ((self->tokens->tokens[i].gap & SB_GAP_COMMA) != 0 ||
                         (self->tokens->tokens[i].flags & SB_TOKEN_STARTS_SENTENCE) != 0))
        break;
      if (_sb_recognition_has_class (self, i, SB_WORD_TITLE) && (self->tokens->tokens[i].flags & SB_TOKEN_CAPITAL) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "le gouverneur de la province, Abadi Sahir": behind a comma, with a title before
 * it in the same sentence. */
static gboolean
is_apposition (const SbRecognition *self,
               guint first)
{
  if ((self->tokens->tokens[first].gap & ~SB_GAP_SPACE) != SB_GAP_COMMA)
    return FALSE;

  for (guint i = first; i > 0 && first - i < APPOSITION_MAX; i--)
    {
      if ((self->tokens->tokens[i].flags & SB_TOKEN_STARTS_SENTENCE) != 0)
        return FALSE;
      /* Another comma ends what the title is of. */
      if (i < first && (self->tokens->tokens[i].gap & (SB_GAP_COMMA | SB_GAP_COLON)) != 0)
        return FALSE;
      if (_sb_recognition_has_class (self, i - 1, SB_WORD_TITLE))
        return TRUE;
    }

  return FALSE;
}

/* Whether one of the words is in a name that is known. */
static gboolean
has_known_word (const SbRecognition *self,
                guint first,
                guint end)
{
  for (guint i = first; i < end; i++)
    if (self->taken[i] != 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_spaced (const SbRecognition *self,
           guint first,
           guint end)
{
  for (guint i = first + 1; i < end; i++)
    if (self->tokens->tokens[i].gap != SB_GAP_SPACE)
      return FALSE;

  return TRUE;
}

/* Whether no other capital stands beside it, which would make it part of something
 * else. */
static gboolean
is_alone (const SbRecognition *self,
          guint first,
          guint end)
{
  if (first > 0 && _sb_recognition_is_joined (self, first) &&
      (self->tokens->tokens[first - 1].flags & SB_TOKEN_CAPITAL) != 0)
    return FALSE;

  return end >= self->tokens->n_tokens || !_sb_recognition_is_joined (self, end) ||
         (self->tokens->tokens[end].flags & (SB_TOKEN_CAPITAL | SB_TOKEN_HAS_DIGIT)) == 0;
}

/* "Minister of Humanitarian Action": what somebody is of, and no name of theirs. */
static gboolean
is_office (const SbRecognition *self,
           guint first)
{
  guint before = first;

  while (before > 0 && _sb_tokens_is_any (self->tokens, before - 1, " of the de du des la l a aux ") && first - before < 2)
    before--;

  return before < first && before > 0 && _sb_recognition_has_class (self, before - 1, SB_WORD_TITLE);
}

/* "le ministre de l’Intérieur Issa Boré", "Minister of Foreign Affairs Issa Boré":
 * what somebody is of stands between the title and the name. */
static gboolean
follows_office (const SbRecognition *self,
                guint first)
{
  guint index = first;

  while (index > 0 && first - index < OFFICE_MAX && _sb_tokens_is_joined (self->tokens, index, SB_GAP_APOSTROPHE) &&
         !_sb_recognition_has_class (self, index - 1, SB_WORD_TITLE) &&
         (_sb_recognition_has_class (self, index - 1, SB_WORD_COMMON) ||
          _sb_tokens_is_any (self->tokens, index - 1, " of for de du des la l a aux et and the ")))
    index--;

  return index < first && _sb_recognition_has_class (self, first - 1, SB_WORD_COMMON) &&
         _sb_tokens_is_any (self->tokens, index, " of for de du des a aux ") && index > 0 &&
         _sb_recognition_has_class (self, index - 1, SB_WORD_TITLE);
}

/* "dirigé par Issa Boré", "led by Bakura Doro" */
static gboolean
is_leader (const SbRecognition *self,
           guint first)
{
  return first > 1 && _sb_tokens_is_joined (self->tokens, first, 0) &&
         _sb_tokens_is_any (self->tokens, first - 1, " par by ") &&
         _sb_tokens_is_any (self->tokens, first - 2,
                            " dirige dirigee diriges dirigees mene menee commande commandee preside presidee led headed "
                            "commanded chaired ");
}

/* Whether the words from @first to @end are the name of a person. */
static gboolean
is_person (const SbRecognition *self,
           guint first,
           guint end)
{
  const SbToken *tokens = self->tokens->tokens;
  guint n = end - first;

  if (follows_title (self, first) || (n > 1 && follows_office (self, first)))
    return !has_body_word (self, first, end);
  if (has_body_word (self, first, end))
    return FALSE;
  if (n < 2)
    return _sb_name_set_is_given_name (self->names, tokens[first].hash) && first > 0 &&
           _sb_recognition_has_class (self, first - 1, SB_WORD_SPEECH) && self->place_ends[first] == 0;
  if (_sb_name_set_is_given_name (self->names, tokens[first].hash))
    return TRUE;
  if (_sb_name_set_is_surname (self->names, tokens[end - 1].hash))
    return self->place_ends[first] == 0;
  for (guint i = first + 1; i + 1 < end; i++)
    if (_sb_tokens_is_any (self->tokens, i, " ag ould ben al "))
      return TRUE;
  if (self->place_ends[first] == 0 && is_apposition (self, first))
    return TRUE;
  if (n <= 3 && is_leader (self, first))
    return TRUE;

  if (n > 3 || has_known_word (self, first, end) || (tokens[first].flags & SB_TOKEN_CAPITALS) != 0 ||
      is_office (self, first))
    return FALSE;
  return is_speaking (self, first, end);
}

/* Two unknown capitals in the middle of a sentence: of what press names so, most
 * are persons. */
static gboolean
may_be_person (const SbRecognition *self,
               guint first,
               guint end)
{
  const SbToken *tokens = self->tokens->tokens;

  return end - first >= 2 && end - first <= 3 && !has_body_word (self, first, end) && !has_known_word (self, first, end) &&
         (tokens[first].flags & (SB_TOKEN_STARTS_SENTENCE | SB_TOKEN_STARTS_LINE | SB_TOKEN_CAPITALS)) == 0 &&
         (tokens[first].gap & (SB_GAP_QUOTE | SB_GAP_HYPHEN)) == 0 && is_spaced (self, first, end) &&
         is_alone (self, first, end) && !is_office (self, first);
}

/* The words as a surname, folded. */
static char *
fold_words (const SbRecognition *self,
            guint first,
            guint end)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      if (i > first)
        g_string_append_c (words, ' ');
      g_string_append (words, self->tokens->tokens[i].word);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Who is meant by a title and a surname. */
static guint
find_titled (const SbRecognition *self,
             guint first,
             guint end)
{
  g_autofree char *surname = fold_words (self, first, end);
  gboolean is_theirs_alone;

  return _sb_name_set_find_surname (self->names, surname, &is_theirs_alone);
}

void
_sb_recognise_persons (SbRecognition *self)
{
  guint behind = 0;

  for (guint i = 0; i < self->tokens->n_cues; i++)
    {
      guint first = self->tokens->cues[i], end = first >= behind ? find_end (self, first) : first;

      if (end == first)
        continue;
      /* A small word with a capital that begins the sentence is not in it, and so a
       * name may begin behind it. */
      if (is_person (self, first, end))
        _sb_recognition_add (self, first, end, SB_MENTION_PERSON, SB_SPAN_RANK_GUESSED,
                             follows_title (self, first) ? find_titled (self, first, end) : SB_NAME_TARGET_NONE);
      else if (may_be_person (self, first, end))
        _sb_recognition_add (self, first, end, SB_MENTION_PERSON, SB_SPAN_RANK_SUPPOSED, SB_NAME_TARGET_NONE);
      behind = end;
    }
}

/* Where the surname in a name of a person begins. */
static guint
find_surname (const SbRecognition *self,
              guint first,
              guint end)
{
  guint surname = end - 1;

  while (surname > first + 1 && _sb_recognition_has_class (self, surname - 1, SB_WORD_PARTICLE))
    surname--;

  return surname;
}

/* Takes in the surnames of the persons who are named, each with 2 + its target: those
 * of whole names, or those that only stand behind a title. */
static void
collect_surnames (const SbRecognition *self,
                  SbWordBits *surnames,
                  gboolean whole)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);
      gboolean is_whole = span->end - span->first > 1;
      guint64 surname;
      guint first;

      if (span->kind != SB_MENTION_PERSON || span->rank == SB_SPAN_RANK_NOTHING || is_whole != whole)
        continue;
      if (!is_whole && !follows_title (self, span->first))
        continue;
      first = is_whole ? find_surname (self, span->first, span->end) : span->first;
      if (span->end - first == 1 && self->tokens->tokens[first].length < SURNAME_MIN)
        continue;
      surname = _sb_recognition_hash_words (self, first, span->end);
      if (_sb_word_bits_get (surnames, surname) == 0)
        _sb_word_bits_add_hash (surnames, surname, span->target + 2);
    }
}

/* Behind the surname at @index, @index for none. */
static guint
find_surname_end (const SbRecognition *self,
                  const SbWordBits *surnames,
                  guint index,
                  guint *target)
{
  guint n = _sb_recognition_has_class (self, index, SB_WORD_PARTICLE) ? 3 : 1;

  for (; n > 0; n--)
    {
      guint found;

      if (index + n > self->tokens->n_tokens)
        continue;
      found = _sb_word_bits_get (surnames, _sb_recognition_hash_words (self, index, index + n));
      if (found == 0)
        continue;
      *target = found - 2;
      return index + n;
    }

  return index;
}

/* "Imam Dicko", where only the rest of the text tells which one. */
static void
complete_titled (SbRecognition *self,
                 const SbWordBits *surnames)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);
      guint found;

      if (span->kind != SB_MENTION_PERSON || span->target != SB_NAME_TARGET_NONE || span->end - span->first > 1)
        continue;
      found = _sb_word_bits_get (surnames, _sb_recognition_hash_words (self, span->first, span->end));
      if (found != 0)
        span->target = found - 2;
    }
}

/* Whether anyone is named, who may be named again by the surname. */
static gboolean
has_persons (const SbRecognition *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    if (g_array_index (self->spans, SbNameSpan, i).kind == SB_MENTION_PERSON)
      return TRUE;

  return FALSE;
}

void
_sb_recognise_surnames (SbRecognition *self)
{
  g_autoptr (SbWordBits) surnames = NULL;

  if (!has_persons (self))
    return;
  surnames = _sb_word_bits_new ();
  collect_surnames (self, surnames, TRUE);
  collect_surnames (self, surnames, FALSE);
  complete_titled (self, surnames);

  for (guint j = 0; j < self->tokens->n_cues; j++)
    {
      guint i = self->tokens->cues[j], target, end;

      if (self->taken[i] != 0 || (self->tokens->tokens[i].flags & SB_TOKEN_CAPITAL) == 0 ||
          (self->tokens->tokens[i].classes & (SB_WORD_STOP | SB_WORD_DEMONYM)) != 0)
        continue;
      end = find_surname_end (self, surnames, i, &target);
      if (end > i)
        _sb_recognition_add (self, i, end, SB_MENTION_PERSON, SB_SPAN_RANK_GUESSED, target);
    }
}
