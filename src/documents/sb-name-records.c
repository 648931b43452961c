/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-name-set-private.h"

#include "sb-actor.h"
#include "sb-corridor.h"
#include "sb-instrument.h"
#include "sb-token.h"

#include <string.h>

/* Names of the catalogue as the recogniser takes them. */

/* What a record of a catalogue weighs more than what ships. */
#define RECORD_WEIGHT 1000

/* What stands before the name of a person and is none. */
#define TITLES                                                                                                         \
  " general colonel commandant capitaine lieutenant president ministre dr docteur professeur pr imam marabout cheikh " \
  "captain major sheikh minister "

static SbNameTarget
describe (SbRecord *record,
          SbMentionKind kind)
{
  SbNameTarget target = {
    .kind = kind,
    .record = sb_record_get_id (record),
    .record_kind = sb_record_get_kind (record),
    .place_kind = SB_NAME_NO_PLACE,
    .weight = RECORD_WEIGHT,
  };

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    target.names[i] = sb_record_get_title (record, (SbLanguage) i);
  return target;
}

static guint
read_name_flags (SbRecord *item,
                 guint field)
{
  return sb_record_get_term (item, field, SB_NAME_KIND_FULL) == SB_NAME_KIND_WEAK ? SB_NAME_WEAK : SB_NAME_DEFAULT;
}

/* The name without the titles before it; NULL when a surname alone is left, by
 * which a person is found in another way. */
static const char *
skip_titles (const char *text)
{
  g_autoptr (SbTokens) tokens = _sb_tokens_new (text, strlen (text));
  guint first = 0;

  while (first < tokens->n_tokens && _sb_tokens_is_any (tokens, first, TITLES))
    first++;

  if (first == 0)
    return text;
  return first + 1 < tokens->n_tokens ? text + tokens->tokens[first].start : NULL;
}

static void
add_actor_name (SbNameSet *self,
                guint target,
                SbMentionKind kind,
                const char *text,
                guint flags)
{
  if (text != NULL && kind == SB_MENTION_PERSON)
    text = skip_titles (text);
  if (text != NULL)
    _sb_name_set_add_name (self, target, text, flags);
}

static void
add_bilingual (SbNameSet *self,
               guint target,
               SbMentionKind kind,
               SbRecord *record,
               guint field)
{
  const char *fr = sb_record_get_words (record, field, SB_LANGUAGE_FR);
  const char *en = sb_record_get_words (record, field, SB_LANGUAGE_EN);

  add_actor_name (self, target, kind, fr, SB_NAME_DEFAULT);
  if (strcmp (fr, en) != 0)
    add_actor_name (self, target, kind, en, SB_NAME_DEFAULT);
}

/* A state is named as a place: whether it acts or things happen there is for the
 * analyst to tell. */
static void
add_actor (SbNameSet *self,
           SbRecord *record)
{
  int actor_kind = sb_record_get_term (record, SB_ACTOR_KIND, SB_ACTOR_KIND_ORGANISATION);
  SbMentionKind kind = actor_kind == SB_ACTOR_KIND_PERSON  ? SB_MENTION_PERSON
                       : actor_kind == SB_ACTOR_KIND_STATE ? SB_MENTION_PLACE
                                                           : SB_MENTION_ACTOR;
  SbNameTarget described = describe (record, kind);
  guint target = SB_NAME_TARGET_NONE;

  described.is_community = actor_kind == SB_ACTOR_KIND_COMMUNITY;
  if (kind == SB_MENTION_PLACE)
    {
      described.place_kind = SB_PLACE_KIND_COUNTRY;
      target = _sb_name_set_find_target (self, kind, described.names[SB_LANGUAGE_FR]);
    }
  if (target == SB_NAME_TARGET_NONE)
    target = _sb_name_set_add_target (self, &described);

  add_bilingual (self, target, kind, record, SB_ACTOR_NAME);
  add_actor_name (self, target, kind, sb_record_get_text (record, SB_ACTOR_SHORT_NAME), SB_NAME_DEFAULT);
  for (guint i = 0; i < sb_record_get_n_items (record, SB_ACTOR_ALIASES); i++)
    {
      SbRecord *alias = sb_record_get_item (record, SB_ACTOR_ALIASES, i);

      add_actor_name (self, target, kind, sb_record_get_text (alias, SB_ACTOR_ALIAS_NAME),
                      read_name_flags (alias, SB_ACTOR_ALIAS_KIND));
    }
}

static void
add_place (SbNameSet *self,
           SbRecord *record)
{
  SbNameTarget described = describe (record, SB_MENTION_PLACE);
  guint target;

  described.place_kind = sb_record_get_term (record, SB_PLACE_KIND, SB_PLACE_KIND_TOWN);
  described.key = sb_record_get_text (record, SB_PLACE_KEY);
  target = _sb_name_set_add_target (self, &described);

  add_bilingual (self, target, SB_MENTION_PLACE, record, SB_PLACE_NAME);
  for (guint i = 0; i < sb_record_get_n_items (record, SB_PLACE_NAMES); i++)
    {
      SbRecord *name = sb_record_get_item (record, SB_PLACE_NAMES, i);
      const char *text = sb_record_get_text (name, SB_PLACE_NAME_NAME);

      if (text != NULL)
        _sb_name_set_add_name (self, target, text, read_name_flags (name, SB_PLACE_NAME_KIND));
    }
}

static void
add_corridor (SbNameSet *self,
              SbRecord *record)
{
  SbNameTarget described = describe (record, SB_MENTION_ROUTE);
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *code = sb_record_get_text (record, SB_CORRIDOR_CODE);
  guint target;

  described.key = sb_record_get_text (record, SB_CORRIDOR_KEY);
  target = _sb_name_set_add_target (self, &described);
  if (code != NULL)
    _sb_name_set_add_name (self, target, code, SB_NAME_DEFAULT);

  for (guint i = 0; i < sb_record_get_n_items (record, SB_CORRIDOR_STOPS); i++)
    {
      SbRef *place = sb_record_get_ref (sb_record_get_item (record, SB_CORRIDOR_STOPS, i), SB_CORRIDOR_STOP_PLACE);
      guint stop = place != NULL ? _sb_name_set_find_record (self, sb_ref_get_id (place)) : SB_NAME_TARGET_NONE;

      if (stop != SB_NAME_TARGET_NONE)
        g_array_append_val (stops, stop);
    }
  _sb_name_set_add_route (self, target, (const guint *) (gpointer) stops->data, stops->len);
}

static void
add_instrument (SbNameSet *self,
                SbRecord *record)
{
  SbNameTarget described = describe (record, SB_MENTION_INSTRUMENT);
  guint target = _sb_name_set_add_target (self, &described);

  add_bilingual (self, target, SB_MENTION_INSTRUMENT, record, SB_INSTRUMENT_TITLE);
}

void
sb_name_set_add_record (SbNameSet *self,
                        SbRecord *record)
{
  g_return_if_fail (self != NULL && record != NULL);

  switch (sb_record_get_kind (record))
    {
    case SB_KIND_ACTOR:
      add_actor (self, record);
      break;
    case SB_KIND_PLACE:
      add_place (self, record);
      break;
    case SB_KIND_CORRIDOR:
      add_corridor (self, record);
      break;
    case SB_KIND_INSTRUMENT:
      add_instrument (self, record);
      break;
    default:
      break;
    }
}
