/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

#include "sb-name-set-private.h"

/* Places by what stands around them: the regions that are called by where they lie
 * ("le Centre"), and names that nothing but a preposition tells to be places. */

/* The most places of one list: "à Ber, Léré et Goundam". */
#define LIST_MAX 12

/* Behind "Centre", what makes it a house and not a region. */
#define DIRECTIONS " nord sud est ouest centre "
#define HOUSE_WORDS                                                                                              \
  " d de pour international national nationale hospitalier culturel regional communal for de of medical medico " \
  "universitaire islamique africain "

/* With "de" behind it, a place follows. */
#define NEAR_WORDS                                                                                                    \
  " pres loin autour direction proximite provenance originaire originaires sortie entree abords environs peripherie " \
  "alentours kilometres km banlieue natif habitants refugies deplaces "

/* With "sur" or "on" behind it, a place may follow. */
#define ATTACK_WORDS                                                                                               \
  " offensive offensives assaut assauts raid raids frappe frappes marche assault assaults march advance advances " \
  "strike strikes attack attacks "

static gboolean
is_known_place (const SbRecognition *self,
                guint index,
                guint *end)
{
  *end = index < self->tokens->n_tokens ? self->place_ends[index] : 0;
  return *end != 0;
}

/* "Nord du Mali": to where the whole name reaches; @index + 1 for "Nord" alone. */
static guint
find_end_of_direction (const SbRecognition *self,
                       guint index)
{
  guint next = index + 1, alone, end;

  if (_sb_tokens_is_any (self->tokens, next, DIRECTIONS) && self->tokens->tokens[next].gap == SB_GAP_HYPHEN)
    next++;
  alone = next;
  if (!_sb_tokens_is_any (self->tokens, next, " du de d of "))
    return alone;
  next++;
  if (_sb_tokens_is_any (self->tokens, next, " la l "))
    next++;
  if (_sb_tokens_is_joined (self->tokens, next, SB_GAP_APOSTROPHE) && is_known_place (self, next, &end))
    return end;

  return alone;
}

/* "le Centre", "au Nord": but not "le Centre de santé", nor the word of a heading. */
static void
add_direction (SbRecognition *self,
               guint index)
{
  const SbTokens *tokens = self->tokens;
  guint flags, end;

  if ((tokens->tokens[index].flags & SB_TOKEN_CAPITAL) == 0 || !_sb_tokens_is_any (tokens, index, DIRECTIONS))
    return;
  /* "Nord-Est" is one. */
  if (tokens->tokens[index].gap == SB_GAP_HYPHEN && index > 0 && _sb_tokens_is_any (tokens, index - 1, DIRECTIONS))
    return;
  flags = tokens->tokens[index].flags;
  if ((flags & SB_TOKEN_CAPITAL) == 0 || (flags & (SB_TOKEN_CAPITALS | SB_TOKEN_STARTS_SENTENCE)) != 0 || index == 0)
    return;

  end = find_end_of_direction (self, index);
  if (end <= index + 2)
    {
      gboolean is_listed = (tokens->tokens[index].gap & (SB_GAP_COMMA | SB_GAP_OPEN)) != 0;

      /* English texts leave the regions of the Sahel their French names. */
      if (!is_listed && !_sb_tokens_is_any (tokens, index - 1, " le la l du au a de et d ") &&
          !(_sb_tokens_is (tokens, index - 1, "the") && _sb_tokens_is_any (tokens, index, " nord sud est ouest ")))
        return;
      if (_sb_tokens_is_any (tokens, end, HOUSE_WORDS) && _sb_tokens_is (tokens, index, "centre"))
        return;
      if (_sb_tokens_is_any (tokens, end, " global globale "))
        return;
      /* "Nord-Kivu" is a name of its own. */
      if (end < tokens->n_tokens && tokens->tokens[end].gap == SB_GAP_HYPHEN)
        return;
    }
  _sb_recognition_add (self, index, end, SB_MENTION_PLACE, SB_SPAN_RANK_KNOWN, SB_NAME_TARGET_NONE);
}

/* Whether what stands before @index says that a place follows: "à", "in",
 * "la ville de". */
static gboolean
has_place_cue (const SbRecognition *self,
               guint index)
{
  guint before = index;

  if (index == 0 || !_sb_tokens_is_joined (self->tokens, index, SB_GAP_APOSTROPHE))
    return FALSE;
  if (_sb_recognition_has_class (self, index - 1, SB_WORD_PLACE_PREPOSITION))
    {
      /* "face à", "grâce à", "quant à" lead to anything. */
      if (_sb_tokens_is (self->tokens, index - 1, "a") && index > 1 &&
          _sb_tokens_is_any (self->tokens, index - 2, " face grace quant appartenant affilie affilies affiliee liee lie "
                                                      "lies contrairement oppose opposant due du grace rapport appel il "
                                                      "elle on qui y "))
        return FALSE;
      /* English "a". */
      if (self->is_english && _sb_tokens_is (self->tokens, index - 1, "a"))
        return FALSE;
      return TRUE;
    }

  /* "près de", "non loin d'", "en direction de" */
  if (_sb_tokens_is_any (self->tokens, index - 1, " de d ") && index > 1 &&
      _sb_tokens_is_any (self->tokens, index - 2, NEAR_WORDS))
    return TRUE;
  if (_sb_tokens_is_any (self->tokens, index - 1, " sur on ") && index > 1 &&
      _sb_tokens_is_any (self->tokens, index - 2, ATTACK_WORDS))
    return TRUE;

  while (before > 0 && index - before < 2 && _sb_recognition_has_class (self, before - 1, SB_WORD_ARTICLE))
    before--;
  /* "le port béninois de", "le poste militaire de" */
  if (before < index && before > 1 && !_sb_recognition_has_class (self, before - 1, SB_WORD_PLACE_NOUN | SB_WORD_STOP) &&
      (self->tokens->tokens[before - 1].flags & SB_TOKEN_CAPITAL) == 0 &&
      self->tokens->tokens[before - 1].gap == SB_GAP_SPACE)
    before--;
  return before < index && before > 0 && _sb_recognition_has_class (self, before - 1, SB_WORD_PLACE_NOUN) &&
         _sb_tokens_is_joined (self->tokens, before, 0);
}

/* Whether the word at @index goes on with a name of a place: "Tin Akoff",
 * "Tin-hama". */
static gboolean
goes_on (const SbRecognition *self,
         guint index)
{
  const SbToken *token;

  if (index >= self->tokens->n_tokens)
    return FALSE;

  token = &self->tokens->tokens[index];
  if (_sb_recognition_is_name_word (self, index))
    return _sb_recognition_is_joined (self, index) && !_sb_name_set_is_given_name (self->names, token->hash);

  return token->gap == SB_GAP_HYPHEN && token->length > 2 && token->classes == 0 &&
         (token->flags & (SB_TOKEN_CAPITAL | SB_TOKEN_HAS_DIGIT)) == 0;
}

/* A name of one word, or several that hyphens join. */
static guint
find_name_end (const SbRecognition *self,
               guint index)
{
  guint end = index;

  if (!_sb_recognition_is_name_word (self, index) || (self->tokens->tokens[index].flags & SB_TOKEN_CAPITALS) != 0)
    return index;
  if (_sb_name_set_is_given_name (self->names, self->tokens->tokens[index].hash) ||
      _sb_recognition_has_class (self, index, SB_WORD_BODY | SB_WORD_BODY_TAIL))
    return index;

  end = index + 1;
  while (end - index < 4 && goes_on (self, end))
    end++;
  /* What goes on with a small word may be the name of something else. */
  if (_sb_recognition_has_class (self, end - 1, SB_WORD_BODY_TAIL))
    return index;
  return end;
}

/* Whether what follows at @index is the last of a list, behind "et", or one with
 * more behind it. */
static gboolean
goes_on_as_list (const SbRecognition *self,
                 guint index)
{
  guint end, next;

  if (_sb_tokens_is_any (self->tokens, index, " et ou and or "))
    return TRUE;
  if (is_known_place (self, index, &end))
    return TRUE;

  next = find_name_end (self, index);
  return next > index && next < self->tokens->n_tokens &&
         (_sb_tokens_is_any (self->tokens, next, " et ou and or ") ||
          ((self->tokens->tokens[next].gap & SB_GAP_COMMA) != 0 &&
           (is_known_place (self, next, &end) || find_name_end (self, next) > next)));
}

static void
add_cued (SbRecognition *self,
          guint index)
{
  SbMentionKind kind = SB_MENTION_PLACE;

  if (!has_place_cue (self, index))
    return;
  /* "analyst at Control Risks" */
  if (index > 1 && _sb_tokens_is (self->tokens, index - 1, "at") &&
      _sb_recognition_has_class (self, index - 2, SB_WORD_TITLE))
    kind = SB_MENTION_ACTOR;

  for (guint i = 0; i < LIST_MAX; i++)
    {
      guint end;

      if (!is_known_place (self, index, &end) || find_name_end (self, index) > end)
        {
          end = find_name_end (self, index);
          if (end == index)
            return;
          _sb_recognition_add (self, index, end, kind, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
        }
      index = end;
      /* What an apposition names is no place: "le gouverneur de Ber, Issa Boré". */
      if (!goes_on_as_list (self, index))
        return;
      if (_sb_tokens_is_any (self->tokens, index, " et ou and or ") && _sb_tokens_is_joined (self->tokens, index, SB_GAP_COMMA))
        index++;
      else if (index >= self->tokens->n_tokens || (self->tokens->tokens[index].gap & ~SB_GAP_SPACE) != SB_GAP_COMMA)
        return;
      if (!_sb_tokens_is_joined (self->tokens, index, SB_GAP_COMMA))
        return;
    }
}

/* "entre Ber et Léré", "between Ber and Léré": one of them is known to be a place,
 * and so the other is. */
static void
add_between (SbRecognition *self,
             guint index)
{
  guint first = index + 1, end, second, last;
  gboolean is_first_known, is_second_known;

  if (self->tokens->tokens[index].word[0] != 'e' && self->tokens->tokens[index].word[0] != 'b')
    return;
  if (!_sb_tokens_is (self->tokens, index, "entre") && !_sb_tokens_is (self->tokens, index, "between"))
    return;
  is_first_known = is_known_place (self, first, &end);
  if (!is_first_known)
    end = find_name_end (self, first);
  if (end <= first || !_sb_tokens_is_any (self->tokens, end, " et and ") || !_sb_tokens_is_joined (self->tokens, end, 0))
    return;

  second = end + 1;
  is_second_known = is_known_place (self, second, &last);
  if (!is_second_known)
    last = find_name_end (self, second);
  if (last <= second || is_first_known == is_second_known)
    return;

  if (is_first_known)
    _sb_recognition_add (self, second, last, SB_MENTION_PLACE, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
  else
    _sb_recognition_add (self, first, end, SB_MENTION_PLACE, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

/* "Djibo town", "Tillabéri region". */
static void
add_with_noun (SbRecognition *self,
               guint index)
{
  if (!self->is_english || index == 0 || !_sb_recognition_has_class (self, index, SB_WORD_PLACE_NOUN) ||
      (self->tokens->tokens[index].flags & SB_TOKEN_CAPITAL) != 0 || !_sb_recognition_is_joined (self, index))
    return;
  if (!_sb_recognition_is_name_word (self, index - 1) ||
      (self->tokens->tokens[index - 1].flags & (SB_TOKEN_CAPITALS | SB_TOKEN_STARTS_SENTENCE)) != 0)
    return;
  if (_sb_recognition_is_joined (self, index - 1) && _sb_recognition_is_name_word (self, index - 2))
    return;

  _sb_recognition_add (self, index - 1, index, SB_MENTION_PLACE, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

/* Whether a region, an area or a country stands in brackets at @index and nothing
 * else with it. */
static gboolean
is_region_in_brackets (const SbRecognition *self,
                       guint index)
{
  const SbTokens *tokens = self->tokens;
  guint end;

  if (index >= tokens->n_tokens || (tokens->tokens[index].gap & ~SB_GAP_SPACE) != SB_GAP_OPEN)
    return FALSE;
  if (!is_known_place (self, index, &end))
    {
      if ((tokens->tokens[index].flags & SB_TOKEN_CAPITAL) == 0 || !_sb_tokens_is_any (tokens, index, DIRECTIONS))
        return FALSE;
      end = index + 1;
      if (_sb_tokens_is_any (tokens, end, DIRECTIONS) && tokens->tokens[end].gap == SB_GAP_HYPHEN)
        end++;
    }

  return end >= tokens->n_tokens || (tokens->tokens[end].gap & SB_GAP_CLOSE) != 0;
}

/* "située à", "se trouve à 65 km", "is located": what places are. */
static gboolean
is_said_to_lie (const SbRecognition *self,
                guint index)
{
  const SbTokens *tokens = self->tokens;

  if (_sb_tokens_is (tokens, index, "se") && _sb_tokens_is_any (tokens, index + 1, " trouve situe trouvent situent "))
    return _sb_tokens_is (tokens, index + 1, "situe") || _sb_tokens_get_number (tokens, index + 3, 4) > 0;
  if (_sb_tokens_is_any (tokens, index, " est is was etait "))
    index++;
  return _sb_tokens_is_any (tokens, index, " situe situee situes situees located ");
}

/* "Yondé (Centre-Est)", "Tiba, située à 20 km de Gao": what follows tells. */
static void
add_told_behind (SbRecognition *self,
                 guint index)
{
  guint end = find_name_end (self, index);

  if (end == index || end - index > 2 || _sb_name_set_is_surname (self->names, self->tokens->tokens[end - 1].hash) ||
      (index > 0 && _sb_recognition_is_joined (self, index) &&
       (self->tokens->tokens[index - 1].flags & SB_TOKEN_CAPITAL) != 0))
    return;
  if (is_region_in_brackets (self, end) ||
      (is_said_to_lie (self, end) && _sb_tokens_is_joined (self->tokens, end, SB_GAP_COMMA)))
    _sb_recognition_add (self, index, end, SB_MENTION_PLACE, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

/* "Kainji Lake National Park", "Birnin Province": capitals that end with what places
 * are. */
static void
add_with_tail (SbRecognition *self,
               guint index)
{
  const SbToken *tokens = self->tokens->tokens;
  guint first = index;
  gboolean has_name = FALSE;

  if (!self->is_english || !_sb_recognition_has_class (self, index, SB_WORD_PLACE_TAIL) ||
      (tokens[index].flags & SB_TOKEN_CAPITALS) != 0)
    return;
  while (first > 0 && _sb_recognition_is_joined (self, first) && (tokens[first - 1].flags & SB_TOKEN_CAPITAL) != 0 &&
         !_sb_recognition_has_class (self, first - 1, SB_WORD_STOP | SB_WORD_TITLE | SB_WORD_DEMONYM))
    has_name |= _sb_recognition_is_name_word (self, --first);
  if (has_name)
    _sb_recognition_add (self, first, index + 1, SB_MENTION_PLACE, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
}

void
_sb_recognise_places (SbRecognition *self)
{
  for (guint j = 0; j < self->tokens->n_cues; j++)
    {
      guint i = self->tokens->cues[j];

      add_direction (self, i);
      if ((self->tokens->tokens[i].flags & SB_TOKEN_CAPITAL) != 0)
        {
          add_cued (self, i);
          add_told_behind (self, i);
          add_with_tail (self, i);
        }
      add_between (self, i);
      add_with_noun (self, i);
    }
}

/* The country that is named most: 1 + its target, 0 for none. */
static guint
find_main_country (const SbRecognition *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint best = 0, best_count = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);
      guint count;

      if (span->kind != SB_MENTION_PLACE || span->target == SB_NAME_TARGET_NONE ||
          _sb_name_set_get_target (self->names, span->target)->place_kind != SB_PLACE_KIND_COUNTRY)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (span->target + 1))) + 1;
      g_hash_table_insert (counts, GUINT_TO_POINTER (span->target + 1), GUINT_TO_POINTER (count));
      if (count > best_count)
        {
          best = span->target + 1;
          best_count = count;
        }
    }

  return best;
}

void
_sb_resolve_directions (SbRecognition *self)
{
  static const char *const links[] = { " du ", " de la ", " de l’", " de " };
  guint country = find_main_country (self);
  const char *name;

  if (country == 0)
    return;

  name = _sb_name_set_get_target (self->names, country - 1)->names[SB_LANGUAGE_FR];
  for (guint i = 0; i < self->spans->len; i++)
    {
      SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);

      if (span->kind != SB_MENTION_PLACE || span->rank != SB_SPAN_RANK_KNOWN || span->target != SB_NAME_TARGET_NONE ||
          span->end - span->first > 1)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (links) && span->target == SB_NAME_TARGET_NONE; j++)
        {
          g_autofree char *whole = g_strconcat (self->tokens->tokens[span->first].word, links[j], name, NULL);

          span->target = _sb_name_set_find_target (self->names, SB_MENTION_PLACE, whole);
        }
    }
}
