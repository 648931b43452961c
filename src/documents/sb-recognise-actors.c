/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

#include <string.h>

/* Bodies and instruments whose names are not known: acronyms, the words that they
 * stand for, and names with "Mouvement" or "Institute" in them. */

#define ACRONYM_MIN 2
#define ACRONYM_MAX 9

/* The most words of a name. */
#define BODY_WORDS_MAX 12

/* Between the words of a French name of a body. */
#define LINKS " de du des d la l le les et pour en a au aux of for the and in "

static gboolean
is_acronym (const SbRecognition *self,
            guint index)
{
  const SbToken *token;

  if (index >= self->tokens->n_tokens)
    return FALSE;

  token = &self->tokens->tokens[index];
  return (token->flags & SB_TOKEN_CAPITALS) != 0 && token->length >= ACRONYM_MIN && token->length <= ACRONYM_MAX &&
         (self->tokens->tokens[index].classes & SB_WORD_NO_BODY) == 0 &&
         ((self->tokens->tokens[index].classes & SB_WORD_STOP) == 0 || (token->gap & SB_GAP_OPEN) != 0);
}

/* In a heading of capitals, every word looks like an acronym. */
static gboolean
is_among_capitals (const SbRecognition *self,
                   guint index)
{
  for (guint i = index > 2 ? index - 2 : 0; i < MIN (index + 3, self->tokens->n_tokens); i++)
    if (i != index && (self->tokens->tokens[i].flags & SB_TOKEN_CAPITALS) != 0 && self->tokens->tokens[i].length > 4)
      return TRUE;

  return FALSE;
}

static gboolean
is_in_brackets (const SbRecognition *self,
                guint index)
{
  return (self->tokens->tokens[index].gap & SB_GAP_OPEN) != 0 &&
         (index + 1 == self->tokens->n_tokens || (self->tokens->tokens[index + 1].gap & SB_GAP_CLOSE) != 0);
}

/* Where the words begin that the acronym at @index, in brackets behind them, is
 * made of; @index for none. @links: whether small words may be in it. */
static guint
find_expansion_with (const SbRecognition *self,
                     guint index,
                     gboolean links)
{
  const SbToken *tokens = self->tokens->tokens;
  guint left = tokens[index].length, n_skipped = 0;

  for (guint i = index; i > 0 && index - i < BODY_WORDS_MAX; i--)
    {
      const SbToken *token = &tokens[i - 1];
      gboolean is_link = _sb_tokens_is_any (self->tokens, i - 1, LINKS);

      if (token->word[0] == tokens[index].word[left - 1] && (links || !is_link))
        left--;
      else if (!is_link && ++n_skipped > 1)
        return index;
      if (left == 0)
        return (token->flags & SB_TOKEN_CAPITAL) != 0 ? i - 1 : index;
      if ((token->flags & SB_TOKEN_STARTS_SENTENCE) != 0)
        return index;
    }

  return index;
}

static guint
find_expansion (const SbRecognition *self,
                guint index)
{
  guint first = find_expansion_with (self, index, FALSE);

  return first != index ? first : find_expansion_with (self, index, TRUE);
}

static guint
find_known (const SbRecognition *self,
            guint index)
{
  guint name = _sb_recognition_find_name (self, index, index + 1);

  return name != SB_NAME_NONE ? _sb_name_set_get_name (self->names, name)->target : SB_NAME_TARGET_NONE;
}

static gboolean
is_capital (const SbRecognition *self,
            guint index)
{
  return index < self->tokens->n_tokens && (self->tokens->tokens[index].flags & SB_TOKEN_CAPITAL) != 0;
}

/* "Homeland Defence Volunteers (VDP)": where the capitals before a known acronym
 * begin, which need not be what it is made of; @index for none. */
static guint
find_capitals_before (const SbRecognition *self,
                      guint index)
{
  guint first = index, n_capitals = 0;

  if (!self->is_english || find_known (self, index) == SB_NAME_TARGET_NONE)
    return index;

  for (guint i = index; i > 0 && index - i < BODY_WORDS_MAX; i--)
    {
      if (is_capital (self, i - 1) && !_sb_recognition_has_class (self, i - 1, SB_WORD_STOP | SB_WORD_TITLE))
        {
          first = i - 1;
          n_capitals++;
        }
      else if (!_sb_tokens_is_any (self->tokens, i - 1, LINKS))
        break;
      if (!_sb_recognition_is_joined (self, i - 1))
        break;
    }

  return n_capitals > 1 ? first : index;
}

static void
add_acronym (SbRecognition *self,
             guint index)
{
  guint first;

  if (!is_acronym (self, index))
    return;

  if (is_in_brackets (self, index))
    {
      first = find_expansion (self, index);
      if (first == index)
        first = find_capitals_before (self, index);
      if (first < index)
        _sb_recognition_add (self, first, index, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, find_known (self, index));
      if (first < index || !is_among_capitals (self, index))
        _sb_recognition_add (self, index, index + 1, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
      return;
    }

  if (index > 0 && _sb_recognition_has_class (self, index - 1, SB_WORD_ARTICLE) && !is_among_capitals (self, index) &&
      _sb_tokens_is_joined (self->tokens, index, SB_GAP_APOSTROPHE))
    _sb_recognition_add (self, index, index + 1, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

/* "Bamako Tribune", "Soufan Center": capitals that end with what bodies are. What
 * says nothing but whose it is ("Malian Army") is left out. */
static guint
add_with_tail (SbRecognition *self,
               guint index)
{
  guint end = index + 1, first = index;
  gboolean has_name = FALSE;

  while (is_capital (self, end) && _sb_recognition_is_joined (self, end) &&
         (self->tokens->tokens[end].gap & SB_GAP_HYPHEN) == 0)
    end++;
  while (first < end && _sb_recognition_has_class (self, first, SB_WORD_STOP | SB_WORD_TITLE))
    first++;
  for (guint last = end; last > first + 1; last--)
    {
      if (!_sb_recognition_has_class (self, last - 1, SB_WORD_BODY_TAIL))
        continue;
      for (guint i = first; i + 1 < last; i++)
        has_name |= _sb_recognition_is_name_word (self, i) && !_sb_recognition_has_class (self, i, SB_WORD_BODY);
      if (has_name && !is_among_capitals (self, first))
        _sb_recognition_add (self, first, last, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
      break;
    }

  return end;
}

/* Behind the last capital of what goes on from @index with capitals and small words;
 * @n_capitals is how many of them may be names. */
static guint
find_end_of_body (const SbRecognition *self,
                  guint index,
                  guint *n_capitals)
{
  guint end = index + 1, last = index + 1;

  *n_capitals = 0;
  while (end - index < BODY_WORDS_MAX && _sb_recognition_is_joined (self, end))
    {
      if (is_capital (self, end) && !_sb_recognition_has_class (self, end, SB_WORD_STOP | SB_WORD_TITLE))
        {
          *n_capitals += self->is_english || _sb_recognition_is_name_word (self, end) ||
                         _sb_recognition_has_class (self, end, SB_WORD_BODY);
          last = ++end;
        }
      else if (_sb_tokens_is_any (self->tokens, end, LINKS))
        end++;
      else
        break;
    }

  return last;
}

/* "Mouvement des Patriotes", "Fondation Tuwindi", "Katiba Serma": what a body is,
 * and capitals behind it. */
static void
add_with_head (SbRecognition *self,
               guint index)
{
  guint n_capitals, last = find_end_of_body (self, index, &n_capitals);

  /* "le Centre et le Nord" are regions. */
  if (_sb_tokens_is (self->tokens, index, "centre"))
    return;
  /* "Conseil de sécurité" has no capital and "Armée du Mali" only a place: too
   * little to tell a name by. */
  if (n_capitals == 0 || (last - index == 3 && self->place_ends[index + 2] == last))
    return;
  if ((self->tokens->tokens[index].flags & SB_TOKEN_STARTS_SENTENCE) != 0 && n_capitals < 2 && last - index > 2)
    return;
  _sb_recognition_add (self, index, last, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

/* "Council for Justice in Azawad", "National Committee for the Welfare of the
 * People": English writes the rest with capitals, and something before it as well. */
static void
add_with_english_head (SbRecognition *self,
                       guint index)
{
  guint n_capitals, last, first = index;

  if (!_sb_tokens_is_any (self->tokens, index + 1, " of for to on in against ") ||
      !_sb_recognition_is_joined (self, index + 1))
    return;
  last = find_end_of_body (self, index, &n_capitals);
  if (n_capitals == 0 || is_among_capitals (self, index))
    return;

  while (first > 0 && _sb_recognition_is_joined (self, first) && is_capital (self, first - 1) &&
         !_sb_recognition_has_class (self, first - 1, SB_WORD_STOP))
    first--;
  _sb_recognition_add (self, first, last, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

/* Behind the last of at most four capitals that are a name from @index on. */
static guint
find_name_end (const SbRecognition *self,
               guint index)
{
  guint end = index;

  while (end - index < 4 && _sb_recognition_is_name_word (self, end) &&
         (end == index || (_sb_recognition_is_joined (self, end) && (self->tokens->tokens[end].gap & SB_GAP_APOSTROPHE) == 0)))
    end++;
  return end;
}

/* "la compagnie pétrolière Wapco-Niger", "Operation Hadin Kai". */
static void
add_behind_noun (SbRecognition *self,
                 guint index)
{
  const SbToken *tokens = self->tokens->tokens;
  guint before = index, end = find_name_end (self, index);

  if (end == index || index == 0 || tokens[index].gap != SB_GAP_SPACE)
    return;
  if ((_sb_tokens_is (self->tokens, index - 1, "operation")) && is_capital (self, index - 1))
    {
      _sb_recognition_add (self, index - 1, end, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
      return;
    }
  if (self->place_ends[index] != 0 && self->place_ends[index] >= end)
    return;
  /* "l’opération Serval" */
  if (!self->is_english && _sb_tokens_is_any (self->tokens, index - 1, " operation operations "))
    {
      _sb_recognition_add (self, index, end, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
      return;
    }

  /* The noun, and at most two adjectives behind it. */
  for (guint i = 0; i < 3 && before > 0; i++)
    {
      before--;
      if (is_capital (self, before) || (i > 0 && tokens[before + 1].gap != SB_GAP_SPACE) ||
          _sb_recognition_has_class (self, before, SB_WORD_STOP | SB_WORD_ARTICLE))
        return;
      if (_sb_recognition_has_class (self, before, SB_WORD_BODY_NOUN))
        {
          _sb_recognition_add (self, index, end, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
          return;
        }
    }
}

/* "the Wapco company": English has the noun behind the name. */
static void
add_before_noun (SbRecognition *self,
                 guint index)
{
  guint first = index;

  if (!self->is_english || index == 0 || is_capital (self, index) || self->tokens->tokens[index].gap != SB_GAP_SPACE ||
      !_sb_recognition_has_class (self, index, SB_WORD_BODY_NOUN))
    return;
  while (first > 0 && index - first < 4 && _sb_recognition_is_name_word (self, first - 1) &&
         (first == index || _sb_recognition_is_joined (self, first)))
    first--;
  if (first < index && self->place_ends[first] == 0 &&
      (self->tokens->tokens[first].flags & SB_TOKEN_STARTS_SENTENCE) == 0)
    _sb_recognition_add (self, first, index, SB_MENTION_ACTOR, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

void
_sb_recognise_actors (SbRecognition *self)
{
  const SbTokens *tokens = self->tokens;
  guint behind = 0;

  for (guint j = 0; j < tokens->n_cues; j++)
    {
      guint i = tokens->cues[j];

      add_acronym (self, i);
      add_before_noun (self, i);
      if (is_capital (self, i))
        add_behind_noun (self, i);
      if (!is_capital (self, i) || !_sb_recognition_has_class (self, i, SB_WORD_BODY) ||
          (self->tokens->tokens[i].flags & SB_TOKEN_CAPITALS) != 0)
        continue;
      if (!self->is_english || _sb_tokens_is (self->tokens, i, "katiba"))
        add_with_head (self, i);
      else
        add_with_english_head (self, i);
    }
  for (guint j = 0; j < tokens->n_cues; j++)
    if (tokens->cues[j] >= behind && is_capital (self, tokens->cues[j]))
      behind = add_with_tail (self, tokens->cues[j]);
}

/* "loi n° 60-3", "résolution 2391", "Resolution 2100". */
static void
add_numbered_act (SbRecognition *self,
                  guint index)
{
  const SbTokens *tokens = self->tokens;
  guint next = index + 1;

  /* Its number is one of the next words. */
  if (next + 1 < tokens->n_tokens &&
      ((tokens->tokens[next].flags | tokens->tokens[next + 1].flags) & SB_TOKEN_HAS_DIGIT) == 0)
    return;
  if (!_sb_tokens_is_any (tokens, index, " loi decret ordonnance resolution resolutions law decree act "))
    return;
  if (_sb_tokens_is_any (tokens, next, " n no number numero "))
    next++;
  if (next >= tokens->n_tokens || (tokens->tokens[next].flags & SB_TOKEN_HAS_DIGIT) == 0 ||
      !_sb_tokens_is_joined (tokens, next, SB_GAP_DEGREE | SB_GAP_DOT))
    return;
  if (next == index + 1 && _sb_tokens_get_number (tokens, next, 4) < 100)
    return;

  for (next++; next < tokens->n_tokens; next++)
    {
      guint gap = tokens->tokens[next].gap;

      if (gap != SB_GAP_HYPHEN && gap != SB_GAP_DOT && gap != SB_GAP_SLASH)
        break;
    }
  _sb_recognition_add (self, index, next, SB_MENTION_INSTRUMENT, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

/* "Traité d'Abuja", "Accord de Linas"; "Abuja Treaty". */
static void
add_named_act (SbRecognition *self,
               guint index)
{
  const SbTokens *tokens = self->tokens;
  guint next = index + 1;

  if (!is_capital (self, index))
    return;
  if (_sb_tokens_is_any (tokens, index, " accord accords traite protocole pacte convention declaration "))
    {
      while (_sb_tokens_is_any (tokens, next, " de du d la l des "))
        next++;
      if (next > index + 1 && _sb_recognition_is_name_word (self, next) && _sb_recognition_is_joined (self, next))
        _sb_recognition_add (self, index, next + 1, SB_MENTION_INSTRUMENT, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
    }
  if (index > 0 && _sb_tokens_is_any (tokens, index, " agreement accord accords treaty charter pact protocol convention ") &&
      _sb_recognition_is_joined (self, index) && _sb_recognition_is_name_word (self, index - 1))
    _sb_recognition_add (self, index - 1, index + 1, SB_MENTION_INSTRUMENT, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

void
_sb_recognise_instruments (SbRecognition *self)
{
  for (guint i = 0; i < self->tokens->n_cues; i++)
    {
      add_numbered_act (self, self->tokens->cues[i]);
      add_named_act (self, self->tokens->cues[i]);
    }
}
