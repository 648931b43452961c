/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-focus-private.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-event.h"
#include "sb-figure.h"
#include "sb-judgement.h"
#include "sb-place.h"
#include "sb-relation.h"
#include "sb-restriction.h"

/* Places in places, no deeper than that. */
#define MAX_DEPTH 8

/* The kinds that are counted, and where they name their one place. */
static const struct
{
  SbKind kind;
  guint place;
} single_places[] = {
  { SB_KIND_JUDGEMENT, SB_JUDGEMENT_PLACE },
  { SB_KIND_CONTROL, SB_CONTROL_PLACE },
  { SB_KIND_FIGURE, SB_FIGURE_PLACE },
};

/* The kinds with a list of places. */
static const struct
{
  SbKind kind;
  guint places;
  guint place;
} many_places[] = {
  { SB_KIND_EVENT, SB_EVENT_PLACES, SB_EVENT_PLACE_PLACE },
  { SB_KIND_RESTRICTION, SB_RESTRICTION_PLACES, SB_RESTRICTION_PLACE_PLACE },
};

gboolean
_sb_focus_lies_in (const SbBriefingInput *input,
                   const SbRef *ref,
                   SbRecord *place)
{
  g_autoptr (SbRef) own = sb_record_dup_ref (place);

  for (guint depth = 0; ref != NULL && depth < MAX_DEPTH; depth++)
    {
      SbRecord *record;

      if (sb_ref_equal (ref, own))
        return TRUE;
      record = sb_briefing_input_find (input, ref);
      ref = record != NULL ? sb_record_get_ref (record, SB_PLACE_PARENT) : NULL;
    }

  return FALSE;
}

gboolean
_sb_focus_concerns_place (const SbBriefingInput *input,
                          SbRecord *record,
                          SbRecord *place)
{
  SbKind kind = sb_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (single_places); i++)
    if (single_places[i].kind == kind)
      return _sb_focus_lies_in (input, sb_record_get_ref (record, single_places[i].place), place);

  for (guint i = 0; i < G_N_ELEMENTS (many_places); i++)
    for (guint k = 0; many_places[i].kind == kind && k < sb_record_get_n_items (record, many_places[i].places); k++)
      if (_sb_focus_lies_in (input, sb_record_get_ref (sb_record_get_item (record, many_places[i].places, k), many_places[i].place), place))
        return TRUE;

  return FALSE;
}

static guint
count_about (const SbBriefingInput *input,
             SbRecord *place)
{
  static const SbKind kinds[] = { SB_KIND_EVENT, SB_KIND_RESTRICTION, SB_KIND_JUDGEMENT, SB_KIND_FIGURE };
  guint n_about = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = sb_briefing_input_list (input, kinds[i]);

      for (guint k = 0; k < records->len; k++)
        n_about += _sb_focus_concerns_place (input, g_ptr_array_index (records, k), place) ? 1 : 0;
    }

  return n_about;
}

static gboolean
is_named (SbRecord *record,
          const char *word)
{
  gboolean is_actor = sb_record_get_kind (record) == SB_KIND_ACTOR;

  if (g_strcmp0 (sb_record_get_uuid (record), word) == 0 ||
      g_strcmp0 (sb_record_get_text (record, is_actor ? (guint) SB_ACTOR_SHORT_NAME : (guint) SB_PLACE_KEY), word) == 0)
    return TRUE;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if (g_strcmp0 (sb_record_get_title (record, language), word) == 0)
      return TRUE;

  return FALSE;
}

SbRecord *
_sb_focus_find_named (const SbBriefingInput *input,
                      SbKind kind,
                      const char *word)
{
  GPtrArray *records = sb_briefing_input_get_all (input, kind);

  for (guint i = 0; i < records->len; i++)
    if (!sb_record_is_withdrawn (g_ptr_array_index (records, i)) && is_named (g_ptr_array_index (records, i), word))
      return g_ptr_array_index (records, i);

  return NULL;
}

/* What is named; @told is what whoever asks for the briefing says. */
static SbRecord *
find_told (const SbTemplate *template,
           const SbBriefingInput *input,
           SbKind kind,
           SbRecord *told)
{
  const char *word = sb_template_get_subject (template, kind);

  return told == NULL && word != NULL ? _sb_focus_find_named (input, kind, word) : told;
}

SbRecord *
_sb_focus_find_place (const SbTemplate *template,
                      const SbBriefingInput *input)
{
  GPtrArray *places = sb_briefing_input_get_all (input, SB_KIND_PLACE);
  SbRecord *told = find_told (template, input, SB_KIND_PLACE, sb_briefing_input_get_place (input));
  SbRecord *best = told;
  guint most = 0;

  for (guint i = 0; told == NULL && i < places->len; i++)
    {
      SbRecord *place = g_ptr_array_index (places, i);
      guint n_about = sb_record_get_term (place, SB_PLACE_KIND, -1) == SB_PLACE_KIND_REGION ? count_about (input, place) : 0;

      if (n_about > most)
        {
          most = n_about;
          best = place;
        }
    }

  return best != NULL ? g_object_ref (best) : NULL;
}

static gboolean
is_ref_to (const SbRef *ref,
           SbRecord *record)
{
  g_autoptr (SbRef) own = sb_record_dup_ref (record);

  return ref != NULL && sb_ref_equal (ref, own);
}

/* One of the items of a list names @actor. */
static gboolean
has_item (SbRecord *record,
          guint list,
          guint field,
          SbRecord *actor)
{
  for (guint i = 0; i < sb_record_get_n_items (record, list); i++)
    if (is_ref_to (sb_record_get_ref (sb_record_get_item (record, list, i), field), actor))
      return TRUE;

  return FALSE;
}

gboolean
_sb_focus_concerns_actor (SbRecord *record,
                          SbRecord *actor)
{
  switch (sb_record_get_kind (record))
    {
    case SB_KIND_EVENT:
      return has_item (record, SB_EVENT_ACTORS, SB_EVENT_ACTOR_ACTOR, actor);
    case SB_KIND_CLAIM:
      return has_item (record, SB_CLAIM_STATEMENTS, SB_CLAIM_STATEMENT_SPEAKER, actor);
    case SB_KIND_ALLIANCE:
      return has_item (record, SB_ALLIANCE_PARTIES, SB_ALLIANCE_PARTY_ACTOR, actor) || is_ref_to (sb_record_get_ref (record, SB_ALLIANCE_ADVERSARY), actor);
    case SB_KIND_RESTRICTION:
      return is_ref_to (sb_record_get_ref (record, SB_RESTRICTION_IMPOSED_BY), actor) || has_item (record, SB_RESTRICTION_TARGETS, SB_RESTRICTION_TARGET_ACTOR, actor);
    case SB_KIND_CONTROL:
      return is_ref_to (sb_record_get_ref (record, SB_CONTROL_HOLDER), actor);
    case SB_KIND_RELATION:
      return is_ref_to (sb_record_get_ref (record, SB_RELATION_SUBJECT), actor) || is_ref_to (sb_record_get_ref (record, SB_RELATION_OBJECT), actor);
    default:
      return FALSE;
    }
}

SbRecord *
_sb_focus_find_actor (const SbTemplate *template,
                      const SbBriefingInput *input)
{
  GPtrArray *actors = sb_briefing_input_get_all (input, SB_KIND_ACTOR);
  g_autoptr (GPtrArray) events = sb_briefing_input_list (input, SB_KIND_EVENT);
  SbRecord *told = find_told (template, input, SB_KIND_ACTOR, sb_briefing_input_get_actor (input));
  SbRecord *best = told;
  guint most = 0;

  for (guint i = 0; told == NULL && i < actors->len; i++)
    {
      SbRecord *actor = g_ptr_array_index (actors, i);
      guint n_events = 0;

      if (sb_record_get_term (actor, SB_ACTOR_KIND, -1) != SB_ACTOR_KIND_ARMED_GROUP)
        continue;
      for (guint k = 0; k < events->len; k++)
        n_events += _sb_focus_concerns_actor (g_ptr_array_index (events, k), actor) ? 1 : 0;
      if (n_events > most)
        {
          most = n_events;
          best = actor;
        }
    }

  return best != NULL ? g_object_ref (best) : NULL;
}

/* The country that most places of the period's events lie in; NULL for none. */
static const char *
get_home (const SbBriefingInput *input)
{
  g_autoptr (GPtrArray) events = sb_briefing_input_list (input, SB_KIND_EVENT);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *home = NULL;
  guint most = 0;

  for (guint i = 0; i < events->len; i++)
    for (guint k = 0; k < sb_record_get_n_items (g_ptr_array_index (events, i), SB_EVENT_PLACES); k++)
      {
        SbRef *ref = sb_record_get_ref (sb_record_get_item (g_ptr_array_index (events, i), SB_EVENT_PLACES, k), SB_EVENT_PLACE_PLACE);
        SbRecord *place = sb_briefing_input_find (input, ref);
        const char *country = place != NULL ? sb_record_get_text (place, SB_PLACE_COUNTRY) : NULL;
        guint count = country != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, country)) + 1 : 0;

        if (country == NULL)
          continue;
        g_hash_table_insert (counts, (gpointer) country, GUINT_TO_POINTER (count));
        if (count > most)
          {
            most = count;
            home = country;
          }
      }

  return home;
}

gboolean
_sb_focus_is_abroad (const SbBriefingInput *input,
                     SbRecord *record)
{
  SbRef *ref = sb_record_get_kind (record) == SB_KIND_JUDGEMENT ? sb_record_get_ref (record, SB_JUDGEMENT_PLACE) : NULL;
  SbRecord *place = ref != NULL ? sb_briefing_input_find (input, ref) : NULL;

  return place != NULL && g_strcmp0 (sb_record_get_text (place, SB_PLACE_COUNTRY), get_home (input)) != 0;
}
