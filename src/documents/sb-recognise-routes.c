/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

#include <string.h>

/* Roads: by their number ("route nationale 1") and by the places at their ends
 * ("axe Bamako–Sikasso"). */

/* How far before the places "axe" and the like may stand, in words. */
#define CUE_DISTANCE 3

/* Of the roads of the state, before their number. */
#define ROAD_CODE "rn"

/* The most places of a road that a text names, and meanings of the name of one. */
#define STOPS_MAX    16
#define MEANINGS_MAX 16

/* One of the places of a road, as tokens. */
typedef struct
{
  guint first;
  guint end;
} Stop;

/* The road of the number; that of a record, or else the first. */
static guint
find_numbered (const SbRecognition *self,
               const char *number)
{
  const SbNameTable *table = _sb_name_set_get_table (self->names);
  g_autofree char *code = g_strconcat ("RN", number, NULL);
  guint best = SB_NAME_TARGET_NONE;

  for (guint name = sb_name_table_find (table, code); name != SB_NAME_NONE;
       name = sb_name_table_get_same (table, name))
    {
      guint target = _sb_name_set_get_name (self->names, name)->target;

      if (_sb_name_set_get_target (self->names, target)->kind == SB_MENTION_ROUTE)
        best = target;
    }

  return best;
}

/* The number of "RN4", NULL for another word. */
static const char *
get_number_of_road (const SbToken *token)
{
  const char *number = token->word + strlen (ROAD_CODE);

  if ((token->flags & (SB_TOKEN_CAPITALS | SB_TOKEN_HAS_DIGIT)) != (SB_TOKEN_CAPITALS | SB_TOKEN_HAS_DIGIT) ||
      !g_str_has_prefix (token->word, ROAD_CODE) || strlen (number) > 3 || strspn (number, "0123456789") < strlen (number))
    return NULL;

  return number;
}

/* "Route Nationale 1", "route nationale n° 6", "RN 22", "RN4", "National Road 18". */
static gboolean
add_numbered (SbRecognition *self,
              guint index)
{
  const SbTokens *tokens = self->tokens;
  guint next = index + 1;
  char initial = tokens->tokens[index].word[0];
  const char *number;

  if (initial != 'r' && initial != 'n')
    return FALSE;
  number = get_number_of_road (&tokens->tokens[index]);
  if (number != NULL)
    {
      _sb_recognition_add (self, index, next, SB_MENTION_ROUTE, SB_SPAN_RANK_ROUTE, find_numbered (self, number));
      return TRUE;
    }
  if (_sb_tokens_is (tokens, index, "route") && _sb_tokens_is (tokens, next, "nationale"))
    next++;
  else if (_sb_tokens_is (tokens, index, "national") && _sb_tokens_is_any (tokens, next, " road highway route "))
    next++;
  else if (!_sb_tokens_is (tokens, index, "rn") || (tokens->tokens[index].flags & SB_TOKEN_CAPITALS) == 0)
    return FALSE;

  if (_sb_tokens_is_any (tokens, next, " n no numero number "))
    next++;
  if (_sb_tokens_get_number (tokens, next, 3) <= 0 ||
      !_sb_tokens_is_joined (tokens, next, SB_GAP_DEGREE | SB_GAP_HYPHEN | SB_GAP_DOT))
    return FALSE;

  _sb_recognition_add (self, index, next + 1, SB_MENTION_ROUTE, SB_SPAN_RANK_ROUTE,
                       find_numbered (self, tokens->tokens[next].word));
  return TRUE;
}

/* Behind the last word of the place at @index; @index for none. Beside "axe",
 * any name is one. */
static guint
find_stop_end (const SbRecognition *self,
               guint index,
               gboolean has_cue)
{
  if (index >= self->tokens->n_tokens)
    return index;
  if (self->place_ends[index] != 0)
    return self->place_ends[index];

  return has_cue && _sb_recognition_is_name_word (self, index) ? index + 1 : index;
}

static gboolean
is_dash (const SbTokens *tokens,
         guint index,
         guint marks)
{
  return index < tokens->n_tokens && (tokens->tokens[index].gap & marks) != 0 &&
         _sb_tokens_is_joined (tokens, index, SB_GAP_HYPHEN | SB_GAP_DASH | SB_GAP_OTHER);
}

static gboolean
has_cue_before (const SbRecognition *self,
                guint index)
{
  for (guint i = 1; i <= CUE_DISTANCE && i <= index; i++)
    {
      if (_sb_recognition_has_class (self, index - i, SB_WORD_ROAD))
        return TRUE;
      if ((self->tokens->tokens[index - i].flags & SB_TOKEN_STARTS_SENTENCE) != 0)
        break;
    }

  return FALSE;
}

/* What a place of a road may be. */
typedef struct
{
  guint targets[MEANINGS_MAX];
  guint n_targets;
} Meanings;

static Meanings
find_meanings (const SbRecognition *self,
               const Stop *stop)
{
  const SbNameTable *table = _sb_name_set_get_table (self->names);
  Meanings meanings = { .n_targets = 0 };

  for (guint name = _sb_recognition_find_name (self, stop->first, stop->end);
       name != SB_NAME_NONE && meanings.n_targets < MEANINGS_MAX; name = sb_name_table_get_same (table, name))
    meanings.targets[meanings.n_targets++] = _sb_name_set_get_name (self->names, name)->target;

  return meanings;
}

static gboolean
goes_through (const SbNameRoute *route,
              const Meanings *meanings,
              guint *position)
{
  for (guint i = 0; i < meanings->n_targets; i++)
    for (guint j = 0; j < route->n_stops; j++)
      if (route->stops[j] == meanings->targets[i])
        {
          *position = j;
          return TRUE;
        }

  return FALSE;
}

/* The road that goes through all of @stops: the one that goes least beyond them. */
static guint
find_route (const SbRecognition *self,
            const Stop *stops,
            guint n_stops)
{
  guint n_routes, best = SB_NAME_TARGET_NONE, best_rest = G_MAXUINT;
  const SbNameRoute *routes = _sb_name_set_get_routes (self->names, &n_routes);
  Meanings meanings[STOPS_MAX];

  for (guint i = 0; i < n_stops; i++)
    meanings[i] = find_meanings (self, &stops[i]);

  for (guint i = 0; i < n_routes; i++)
    {
      guint low = G_MAXUINT, high = 0, position, n_found = 0;

      while (n_found < n_stops && goes_through (&routes[i], &meanings[n_found], &position))
        {
          low = MIN (low, position);
          high = MAX (high, position);
          n_found++;
        }
      if (n_found == n_stops && routes[i].n_stops - (high - low + 1) < best_rest)
        {
          best = routes[i].target;
          best_rest = routes[i].n_stops - (high - low + 1);
        }
    }

  return best;
}

/* Names with dashes between them. Returns where to go on. */
static guint
add_stretch (SbRecognition *self,
             guint index)
{
  Stop stops[STOPS_MAX];
  gboolean has_cue, has_dash = FALSE;
  guint next = index, n_known = 0, n_stops = 0;

  /* Most words begin no name. */
  if (self->place_ends[index] == 0 && (self->tokens->tokens[index].flags & SB_TOKEN_CAPITAL) == 0)
    return index + 1;

  has_cue = has_cue_before (self, index);
  while (n_stops < STOPS_MAX)
    {
      Stop stop = { next, find_stop_end (self, next, has_cue) };

      if (stop.end == next)
        break;
      stops[n_stops++] = stop;
      n_known += self->place_ends[next] != 0;
      if (!is_dash (self->tokens, stop.end, SB_GAP_HYPHEN | SB_GAP_DASH) ||
          find_stop_end (self, stop.end, has_cue) == stop.end)
        break;
      has_dash |= (self->tokens->tokens[stop.end].gap & SB_GAP_DASH) != 0;
      next = stop.end;
    }
  if (n_stops == 0)
    return index + 1;

  next = stops[n_stops - 1].end;
  if (n_stops < 2 || n_known == 0)
    return next;
  has_cue |= _sb_recognition_has_class (self, next, SB_WORD_ROAD);
  if (has_cue || (has_dash && n_known == n_stops))
    _sb_recognition_add (self, index, next, SB_MENTION_ROUTE, SB_SPAN_RANK_ROUTE,
                         find_route (self, stops, n_stops));
  return next;
}

void
_sb_recognise_routes (SbRecognition *self)
{
  guint behind = 0;

  for (guint i = 0; i < self->tokens->n_cues; i++)
    {
      guint index = self->tokens->cues[i];

      if (index >= behind && !add_numbered (self, index))
        behind = add_stretch (self, index);
    }
}

/* The digits that the number of a road ends with; NULL for a road without. */
static const char *
find_number (const SbRecognition *self,
             const SbNameSpan *span)
{
  const SbToken *last = &self->tokens->tokens[span->end - 1];
  const char *number = last->word + strcspn (last->word, "0123456789");

  if (*number == '\0' || strspn (number, "0123456789") < strlen (number))
    return NULL;

  return number;
}

/* How many of the places that the text names lie on the road. */
static guint
count_named_stops (const SbNameSet *names,
                   guint target,
                   GHashTable *places)
{
  guint n_routes, n_named = 0;
  const SbNameRoute *routes = _sb_name_set_get_routes (names, &n_routes);

  for (guint i = 0; i < n_routes; i++)
    for (guint j = 0; routes[i].target == target && j < routes[i].n_stops; j++)
      n_named += g_hash_table_contains (places, GUINT_TO_POINTER (routes[i].stops[j]));

  return n_named;
}

/* Takes the road of @code instead of that of @span where more of its places are
 * named. */
static void
prefer_named (const SbRecognition *self,
              SbNameSpan *span,
              const char *code,
              GHashTable *places,
              guint *n_best)
{
  const SbNameTable *table = _sb_name_set_get_table (self->names);

  for (guint name = sb_name_table_find (table, code); name != SB_NAME_NONE; name = sb_name_table_get_same (table, name))
    {
      guint target = _sb_name_set_get_name (self->names, name)->target;
      guint n_named;

      if (_sb_name_set_get_target (self->names, target)->kind != SB_MENTION_ROUTE)
        continue;
      n_named = count_named_stops (self->names, target, places);
      if (n_named <= *n_best)
        continue;
      span->target = target;
      *n_best = n_named;
    }
}

static GHashTable *
collect_places (const SbRecognition *self)
{
  GHashTable *places = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);

      if (span->kind == SB_MENTION_PLACE && span->target != SB_NAME_TARGET_NONE)
        g_hash_table_add (places, GUINT_TO_POINTER (span->target));
    }

  return places;
}

void
_sb_resolve_routes (SbRecognition *self)
{
  g_autoptr (GHashTable) places = NULL;

  for (guint i = 0; i < self->spans->len; i++)
    {
      SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);
      const char *number = span->kind == SB_MENTION_ROUTE ? find_number (self, span) : NULL;
      g_autofree char *of_state = NULL;
      g_autofree char *plain = NULL;
      guint n_best;

      if (number == NULL)
        continue;
      if (places == NULL)
        places = collect_places (self);

      of_state = g_strconcat ("RN", number, NULL);
      plain = g_strconcat ("N", number, NULL);
      n_best = span->target != SB_NAME_TARGET_NONE ? count_named_stops (self->names, span->target, places) : 0;
      prefer_named (self, span, of_state, places, &n_best);
      prefer_named (self, span, plain, places, &n_best);
    }
}
