/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

#include "sb-name-set-private.h"

#include <string.h>

/* Names that are known, and whether what stands around them says that they are
 * meant. */

/* A name of so many words or more is itself, whatever capitals it is written with. */
#define LONG_NAME 4

/* A place of so few letters needs a word that says that it is one. */
#define SHORT_PLACE 3

/* What one of several places of a name weighs more when its kind is said: less than
 * a record does, by which the text is found again. */
#define SAID_WEIGHT 900

/* What no name goes across. */
#define NO_NAME_GAPS (SB_GAP_BLANK_LINE | SB_GAP_STOP | SB_GAP_COLON)

/* A place that is this important may be called like persons are. */
#define SEAT_WEIGHT 200

/* Places whose names are words of every text, or of persons. */
#define COMMON_PLACES                                                                                           \
  " say man same ho bo wa bole bali dan lame grand sole bon moi oke ode yes bala dia dabo bani fada kita kati " \
  "orange mani tera "

#define DIRECTIONS " nord sud est ouest centre north south east west center central "

/* The places among them that are meant more often than the word. */
#define MEANT_PLACES " kati kita fada "

/* "AU MALI": an acronym that is a small word of French, and any in a heading of
 * capitals. */
static gboolean
is_small_word (const SbRecognition *self,
               guint first,
               guint end)
{
  if (end - first != 1 || !_sb_recognition_has_class (self, first, SB_WORD_STOP))
    return FALSE;
  if (!self->is_english)
    return TRUE;

  return (first > 0 && (self->tokens->tokens[first - 1].flags & SB_TOKEN_CAPITALS) != 0) ||
         (end < self->tokens->n_tokens && (self->tokens->tokens[end].flags & SB_TOKEN_CAPITALS) != 0);
}

/* Whether the text between @first and @end has the look that the name asks for. */
static gboolean
has_look (const SbRecognition *self,
          const SbName *name,
          guint first,
          guint end)
{
  gboolean is_country = _sb_name_set_get_target (self->names, name->target)->place_kind == SB_PLACE_KIND_COUNTRY;
  const SbTokens *tokens = self->tokens;
  const char *text = tokens->text + tokens->tokens[first].start;
  gsize length = tokens->tokens[end - 1].end - tokens->tokens[first].start;
  gboolean is_all_capitals = TRUE;

  /* "US$ 792 million" */
  if (tokens->tokens[end - 1].end < tokens->n_bytes && text[length] == '$')
    return FALSE;
  if ((name->flags & SB_NAME_EXACT) != 0)
    return length == strlen (name->text) && memcmp (text, name->text, length) == 0 && !is_small_word (self, first, end);

  for (guint i = first; i < end; i++)
    is_all_capitals &= (tokens->tokens[i].flags & (SB_TOKEN_CAPITALS | SB_TOKEN_HAS_DIGIT)) != 0 ||
                       (tokens->tokens[i].length == 1 && (tokens->tokens[i].flags & SB_TOKEN_CAPITAL) != 0);
  if ((name->flags & SB_NAME_CAPITALS) != 0)
    return is_all_capitals && !is_small_word (self, first, end);
  if (is_all_capitals)
    return TRUE;

  /* What has no capital describes and does not name. */
  if (name->capitals == 0 || ((name->flags & SB_NAME_WEAK) != 0 && (name->capitals & 1) == 0))
    return FALSE;

  for (guint i = first; i < end && i - first < 31; i++)
    {
      gboolean is_asked = (name->capitals & (1u << (i - first))) != 0;

      if (is_asked && (tokens->tokens[i].flags & SB_TOKEN_CAPITAL) == 0 && tokens->tokens[i].length > 1 &&
          (i == first || (end - first < LONG_NAME && !is_country)) &&
          !_sb_recognition_has_class (self, i, SB_WORD_PARTICLE | SB_WORD_ARTICLE))
        return FALSE;
    }

  return TRUE;
}

/* Whether a word before @first, or behind @end, says that a place follows. */
static gboolean
is_said_to_be_place (const SbRecognition *self,
                     guint first,
                     guint end)
{
  guint before = first;

  if (_sb_recognition_has_class (self, end, SB_WORD_PLACE_NOUN))
    return TRUE;
  if (before > 0 && _sb_recognition_has_class (self, before - 1, SB_WORD_PLACE_PREPOSITION) &&
      _sb_tokens_is_joined (self->tokens, first, 0))
    return TRUE;
  while (before > 0 && first - before < 2 && _sb_recognition_has_class (self, before - 1, SB_WORD_ARTICLE))
    before--;

  return before > 0 && _sb_recognition_has_class (self, before - 1, SB_WORD_PLACE_NOUN | SB_WORD_ROAD);
}

/* "entre San et Bla", "between Bla and San": whether the word at @first is one of the
 * two. */
static gboolean
is_between (const SbRecognition *self,
            guint first)
{
  const SbTokens *tokens = self->tokens;

  if (!_sb_tokens_is_joined (tokens, first, 0))
    return FALSE;
  if (first > 0 && _sb_tokens_is_any (tokens, first - 1, " entre between "))
    return _sb_tokens_is_any (tokens, first + 1, " et and ") && first + 2 < tokens->n_tokens &&
           (tokens->tokens[first + 2].flags & SB_TOKEN_CAPITAL) != 0;

  return first > 2 && _sb_tokens_is_any (tokens, first - 1, " et and ") &&
         _sb_tokens_is_any (tokens, first - 3, " entre between ") &&
         (tokens->tokens[first - 2].flags & SB_TOKEN_CAPITAL) != 0;
}

static gboolean
follows_class (const SbRecognition *self,
               guint first,
               guint classes)
{
  guint before = first;

  while (before > 0 && first - before < 2 && _sb_recognition_has_class (self, before - 1, SB_WORD_ARTICLE) &&
         !_sb_recognition_has_class (self, before - 1, classes))
    before--;

  return before > 0 && _sb_recognition_has_class (self, before - 1, classes) &&
         _sb_tokens_is_joined (self->tokens, first, SB_GAP_QUOTE | SB_GAP_APOSTROPHE);
}

/* Whether a title stands before the one word at @first, or a capital beside it, as in
 * the name of a person. */
static gboolean
is_beside_name (const SbRecognition *self,
                guint first)
{
  const SbToken *tokens = self->tokens->tokens;

  if (first > 0 && _sb_recognition_is_joined (self, first) &&
      ((tokens[first - 1].flags & SB_TOKEN_CAPITAL) != 0 ||
       (tokens[first - 1].classes & (SB_WORD_TITLE | SB_WORD_PARTICLE)) != 0))
    return TRUE;

  return _sb_recognition_is_joined (self, first + 1) &&
         ((tokens[first + 1].flags & SB_TOKEN_CAPITAL) != 0 || (tokens[first + 1].classes & SB_WORD_PARTICLE) != 0);
}

/* "Gao", "Bol": an important town, where nothing says that it is something else. */
static gboolean
is_short_town (const SbRecognition *self,
               guint first,
               guint weight)
{
  return _sb_tokens_is (self->tokens, first, "gao") ||
         (weight >= SEAT_WEIGHT && self->tokens->tokens[first].length == SHORT_PLACE &&
          (self->tokens->tokens[first].flags & (SB_TOKEN_STARTS_SENTENCE | SB_TOKEN_CAPITALS)) == 0 &&
          !is_beside_name (self, first));
}

/* Whether the one word at @first, the name of a place, is more likely something
 * else here. */
static gboolean
is_doubtful_place (const SbRecognition *self,
                   guint first,
                   guint weight)
{
  const SbToken *token = &self->tokens->tokens[first];
  gboolean is_common = _sb_tokens_is_any (self->tokens, first, COMMON_PLACES) &&
                       !_sb_tokens_is_any (self->tokens, first, MEANT_PLACES);

  if (is_said_to_be_place (self, first, first + 1) || is_between (self, first))
    return FALSE;
  if (is_common || (token->length <= SHORT_PLACE && !is_short_town (self, first, weight)) ||
      _sb_recognition_has_class (self, first, SB_WORD_STOP | SB_WORD_COMMON | SB_WORD_TITLE | SB_WORD_DEMONYM))
    return TRUE;
  /* Without a surname behind it, "Djibo" is the town. */
  if ((_sb_name_set_is_surname (self->names, token->hash) || _sb_name_set_is_given_name (self->names, token->hash)) &&
      (weight < SEAT_WEIGHT || is_beside_name (self, first)))
    return TRUE;

  /* "Moussa Kona" is called so. */
  return first > 0 && _sb_recognition_is_joined (self, first) &&
         (self->tokens->tokens[first - 1].flags & SB_TOKEN_CAPITAL) != 0 &&
         _sb_name_set_is_given_name (self->names, self->tokens->tokens[first - 1].hash);
}

static guint
weigh (const SbRecognition *self,
       const SbName *name,
       guint first,
       guint end)
{
  const SbNameTarget *target = _sb_name_set_get_target (self->names, name->target);
  guint weight = target->weight + 1;

  if ((name->flags & SB_NAME_WEAK) != 0)
    weight = weight / 2 + 1;
  if (target->place_kind == SB_PLACE_KIND_REGION &&
      (_sb_tokens_end_with (self->tokens, first - 2, "region") || _sb_tokens_is_any (self->tokens, end, " region state ")))
    weight += SAID_WEIGHT;

  return weight;
}

/* The river of the same name, where the text speaks of one. */
static guint
find_river (const SbRecognition *self,
            guint first,
            guint end)
{
  if (!_sb_tokens_is (self->tokens, first, "niger") || end - first != 1)
    return SB_NAME_TARGET_NONE;
  if (!follows_class (self, first, SB_WORD_RIVERSIDE) && !_sb_tokens_is (self->tokens, end, "river"))
    return SB_NAME_TARGET_NONE;

  return _sb_name_set_find_target (self->names, SB_MENTION_PLACE, "fleuve Niger");
}

/* Whether the word at @index is a name by itself. */
static gboolean
is_known_word (const SbRecognition *self,
               guint index)
{
  return _sb_recognition_find_name (self, index, index + 1) != SB_NAME_NONE;
}

/* Whether the name that was found last ends right before @first. */
static gboolean
is_end_of_name (const SbRecognition *self,
                guint first)
{
  return self->spans->len > 0 && g_array_index (self->spans, SbNameSpan, self->spans->len - 1).end == first;
}

/* Whether a hyphen makes the place part of another name: "Point-Afrique",
 * "Sahara-Voyages", but not "Kayes-Bamako". */
static gboolean
is_part_of_compound (const SbRecognition *self,
                     guint first,
                     guint end)
{
  const SbToken *tokens = self->tokens->tokens;
  const guint mask = SB_TOKEN_CAPITAL | SB_TOKEN_CAPITALS;

  if (end < self->tokens->n_tokens && tokens[end].gap == SB_GAP_HYPHEN && (tokens[end].flags & mask) == SB_TOKEN_CAPITAL &&
      !is_known_word (self, end))
    return TRUE;

  return first > 0 && tokens[first].gap == SB_GAP_HYPHEN && !is_end_of_name (self, first) &&
         (tokens[first - 1].flags & mask) == SB_TOKEN_CAPITAL;
}

/* The bank of Niger the river, the boat Tombouctou, "Bamako Tribune": what is
 * called after a place. */
static gboolean
is_called_after (const SbRecognition *self,
                 guint first,
                 guint end)
{
  if (self->is_english && _sb_tokens_is_any (self->tokens, end, " boat ship ferry vessel "))
    return TRUE;
  if (follows_class (self, first, SB_WORD_VESSEL) && self->tokens->tokens[first].length > SHORT_PLACE)
    return TRUE;

  return _sb_recognition_has_class (self, end, SB_WORD_BODY_TAIL) && _sb_recognition_is_joined (self, end) &&
         (self->tokens->tokens[end].flags & SB_TOKEN_CAPITAL) != 0;
}

/* "Fulani herders": whether a noun follows at @index. */
static gboolean
is_adjective (const SbRecognition *self,
              guint index)
{
  return self->is_english && index < self->tokens->n_tokens && self->tokens->tokens[index].gap == SB_GAP_SPACE &&
         (self->tokens->tokens[index].flags & (SB_TOKEN_CAPITAL | SB_TOKEN_HAS_DIGIT)) == 0 &&
         !_sb_recognition_has_class (self, index, SB_WORD_STOP | SB_WORD_SPEECH);
}

/* What the analyst said of the words once and for all. */
static gboolean
add_told (SbRecognition *self,
          guint first,
          guint end,
          guint name)
{
  for (; name != SB_NAME_NONE; name = sb_name_table_get_same (_sb_name_set_get_table (self->names), name))
    {
      const SbName *told = _sb_name_set_get_name (self->names, name);

      if ((told->flags & SB_NAME_NEVER) != 0)
        {
          _sb_recognition_add (self, first, end, SB_MENTION_ACTOR, SB_SPAN_RANK_NOTHING, SB_NAME_TARGET_NONE);
          return TRUE;
        }
      if ((told->flags & SB_NAME_ALWAYS) != 0)
        {
          const SbNameTarget *target = _sb_name_set_get_target (self->names, told->target);

          _sb_recognition_add (self, first, end, target->kind, SB_SPAN_RANK_TOLD, told->target);
          return TRUE;
        }
    }

  return FALSE;
}

/* Returns whether the words are that name, or surely none. */
static gboolean
add_known (SbRecognition *self,
           guint first,
           guint end,
           guint name)
{
  const SbName *best = NULL;
  const SbNameTarget *target;
  guint best_weight = 0, river;

  if (add_told (self, first, end, name))
    return TRUE;

  for (; name != SB_NAME_NONE; name = sb_name_table_get_same (_sb_name_set_get_table (self->names), name))
    {
      const SbName *other = _sb_name_set_get_name (self->names, name);
      guint weight;

      if (!has_look (self, other, first, end))
        continue;
      weight = weigh (self, other, first, end);
      /* Of equals, the one that was added first. */
      if (weight >= best_weight)
        {
          best = other;
          best_weight = weight;
        }
    }
  if (best == NULL)
    return FALSE;

  target = _sb_name_set_get_target (self->names, best->target);
  if (target->kind == SB_MENTION_PLACE && is_part_of_compound (self, first, end))
    return TRUE;
  if (target->kind == SB_MENTION_PLACE && is_called_after (self, first, end))
    {
      if (!_sb_recognition_has_class (self, end, SB_WORD_BODY_TAIL))
        _sb_recognition_add (self, first, end, SB_MENTION_PLACE, SB_SPAN_RANK_NOTHING, SB_NAME_TARGET_NONE);
      return TRUE;
    }
  if (target->is_community && is_adjective (self, end))
    return TRUE;
  /* Where something lies, which is told in its own way. */
  if (target->kind == SB_MENTION_PLACE && end - first == 1 && _sb_tokens_is_any (self->tokens, first, DIRECTIONS))
    return TRUE;
  if (target->kind == SB_MENTION_PLACE && end - first == 1 && target->place_kind != SB_PLACE_KIND_COUNTRY &&
      (best->flags & SB_NAME_EXACT) == 0 && is_doubtful_place (self, first, target->weight))
    return TRUE;

  if (target->kind == SB_MENTION_PLACE)
    self->place_ends[first] = end;
  memset (self->taken + first, 1, end - first);
  river = find_river (self, first, end);
  _sb_recognition_add (self, first, end, target->kind, SB_SPAN_RANK_KNOWN,
                       river != SB_NAME_TARGET_NONE ? river : best->target);
  return TRUE;
}

/* The longest name that begins at @first and is meant. Behind it, or the next word
 * when there is none. */
static guint
add_longest (SbRecognition *self,
             guint first)
{
  guint names[SB_NAME_MAX_WORDS];
  SbNameStep step = { .goes_on = TRUE };
  guint n = 0;

  while (step.goes_on && n < SB_NAME_MAX_WORDS && first + n < self->tokens->n_tokens &&
         (n == 0 || (self->tokens->tokens[first + n].gap & NO_NAME_GAPS) == 0) &&
         _sb_recognition_step (self, first + n, &step))
    names[n++] = step.name;

  for (; n > 0; n--)
    if (names[n - 1] != SB_NAME_NONE && add_known (self, first, first + n, names[n - 1]))
      return first + n;

  return first + 1;
}

void
_sb_recognise_known_names (SbRecognition *self)
{
  const SbNameTable *table = _sb_name_set_get_table (self->names);
  const SbTokens *tokens = self->tokens;
  guint index = 0;

  while (index < tokens->n_tokens)
    {
      const SbToken *token = &tokens->tokens[index];

      if (_sb_name_table_may_begin (table, token->hash) || (token->flags & SB_TOKEN_HAS_APOSTROPHE) != 0)
        index = add_longest (self, index);
      else
        index++;
    }
}
