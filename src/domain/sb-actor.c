/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-actor.h"

#include <glib/gi18n.h>

#include "sb-certainty.h"

static const SbTerm actor_kind_terms[] = {
  { SB_ACTOR_KIND_ARMED_GROUP, "armed-group", N_ ("Armed group") },
  { SB_ACTOR_KIND_STATE, "state", N_ ("State") },
  { SB_ACTOR_KIND_STATE_FORCE, "state-force", N_ ("State force") },
  { SB_ACTOR_KIND_INSTITUTION, "institution", N_ ("Institution") },
  { SB_ACTOR_KIND_ORGANISATION, "organisation", N_ ("Organisation") },
  { SB_ACTOR_KIND_COMPANY, "company", N_ ("Company") },
  { SB_ACTOR_KIND_COMMUNITY, "community", N_ ("Community") },
  { SB_ACTOR_KIND_PERSON, "person", N_ ("Person") },
};

const SbVocabulary sb_actor_kind_vocabulary = SB_VOCABULARY (actor_kind_terms);

static const SbTerm actor_family_terms[] = {
  { SB_ACTOR_FAMILY_STATE_FORCE, "state-force", N_ ("State forces") },
  { SB_ACTOR_FAMILY_JIHADIST, "jihadist", N_ ("Jihadist groups") },
  { SB_ACTOR_FAMILY_SEPARATIST, "separatist", N_ ("Separatist and rebel movements") },
  { SB_ACTOR_FAMILY_MILITIA, "militia", N_ ("Self-defence and communal militias") },
  { SB_ACTOR_FAMILY_FOREIGN_FORCE, "foreign-force", N_ ("Foreign forces") },
  { SB_ACTOR_FAMILY_ORGANISATION, "organisation", N_ ("Organisations") },
};

const SbVocabulary sb_actor_family_vocabulary = SB_VOCABULARY (actor_family_terms);

static const SbTerm actor_status_terms[] = {
  { SB_ACTOR_STATUS_ACTIVE, "active", N_ ("Active") },
  { SB_ACTOR_STATUS_DISSOLVED, "dissolved", N_ ("Dissolved") },
  { SB_ACTOR_STATUS_MERGED, "merged", N_ ("Merged") },
  { SB_ACTOR_STATUS_DEAD, "dead", N_ ("Dead") },
  { SB_ACTOR_STATUS_EXILE, "exile", N_ ("In exile") },
};

const SbVocabulary sb_actor_status_vocabulary = SB_VOCABULARY (actor_status_terms);

static const SbField alias_fields[] = {
  [SB_ACTOR_ALIAS_NAME] = { .name = "name", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Name") },
  [SB_ACTOR_ALIAS_LANGUAGE] = { .name = "language", .type = SB_FIELD_TEXT, .label = N_ ("Language") },
  [SB_ACTOR_ALIAS_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_name_kind_vocabulary, .label = N_ ("Kind") },
};

const SbSchema sb_actor_alias_schema = {
  .kind = SB_KIND_NONE,
  .name = "actor_alias",
  .fields = alias_fields,
  .n_fields = G_N_ELEMENTS (alias_fields),
  .title = -1,
};

static const SbField role_fields[] = {
  [SB_ACTOR_ROLE_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_ACTOR_ROLE_BODY] = { .name = "body", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Of") },
  [SB_ACTOR_ROLE_SINCE] = { .name = "since", .type = SB_FIELD_DATE, .label = N_ ("Since") },
  [SB_ACTOR_ROLE_UNTIL] = { .name = "until", .type = SB_FIELD_DATE, .label = N_ ("Until") },
};

const SbSchema sb_actor_role_schema = {
  .kind = SB_KIND_NONE,
  .name = "actor_role",
  .fields = role_fields,
  .n_fields = G_N_ELEMENTS (role_fields),
  .title = -1,
};

static const SbField area_fields[] = {
  [SB_ACTOR_AREA_PLACE] = { .name = "place", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_PLACE, .label = N_ ("Place") },
};

const SbSchema sb_actor_area_schema = {
  .kind = SB_KIND_NONE,
  .name = "actor_area",
  .fields = area_fields,
  .n_fields = G_N_ELEMENTS (area_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_ACTOR_NAME] = { .name = "name", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Name") },
  [SB_ACTOR_SHORT_NAME] = { .name = "short_name", .type = SB_FIELD_TEXT, .label = N_ ("Short name") },
  [SB_ACTOR_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .label = N_ ("Rank or title") },
  [SB_ACTOR_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_actor_kind_vocabulary, .label = N_ ("Kind") },
  [SB_ACTOR_FAMILY] = { .name = "family", .type = SB_FIELD_TERM, .vocabulary = &sb_actor_family_vocabulary, .label = N_ ("Family") },
  [SB_ACTOR_COUNTRY] = { .name = "country", .type = SB_FIELD_TEXT, .label = N_ ("Country") },
  [SB_ACTOR_SECTOR] = { .name = "sector", .type = SB_FIELD_BILINGUAL, .label = N_ ("Sector") },
  [SB_ACTOR_PARENT] = { .name = "parent", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Part of") },
  [SB_ACTOR_FOUNDED] = { .name = "founded", .type = SB_FIELD_DATE, .label = N_ ("Founded") },
  [SB_ACTOR_DISSOLVED] = { .name = "dissolved", .type = SB_FIELD_DATE, .label = N_ ("Dissolved") },
  [SB_ACTOR_STATUS] = { .name = "status", .type = SB_FIELD_TERM, .vocabulary = &sb_actor_status_vocabulary, .label = N_ ("Status") },
  [SB_ACTOR_GOAL] = { .name = "goal", .type = SB_FIELD_BILINGUAL, .label = N_ ("Goals") },
  [SB_ACTOR_SUMMARY] = { .name = "summary", .type = SB_FIELD_BILINGUAL, .label = N_ ("Summary") },
  [SB_ACTOR_ALIASES] = { .name = "aliases", .type = SB_FIELD_LIST, .item = &sb_actor_alias_schema, .label = N_ ("Aliases") },
  [SB_ACTOR_ROLES] = { .name = "roles", .type = SB_FIELD_LIST, .item = &sb_actor_role_schema, .label = N_ ("Roles") },
  [SB_ACTOR_AREAS] = { .name = "areas", .type = SB_FIELD_LIST, .item = &sb_actor_area_schema, .label = N_ ("Areas") },
};

const SbSchema sb_actor_schema = {
  .kind = SB_KIND_ACTOR,
  .name = "actor",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_ACTOR_NAME,
};

typedef enum
{
  SB_HELD_NOT,
  SB_HELD_POSSIBLY,
  SB_HELD_SURELY,
} SbHeld;

/* A date that says a month began the role at one of its days: it was held surely
 * after the last of them. */
static SbHeld
find_held (SbRecord *role,
           SbDate *date)
{
  SbDate *since = sb_record_get_date (role, SB_ACTOR_ROLE_SINCE);
  SbDate *until = sb_record_get_date (role, SB_ACTOR_ROLE_UNTIL);
  int first = sb_date_get_first_day (date);
  int last = sb_date_get_last_day (date);

  /* Not begun by the last of the days, or over before the first. */
  if (sb_certainty_of_being_past (since, last) == SB_CERTAINTY_NO ||
      sb_certainty_of_holding (NULL, until, first) == SB_CERTAINTY_NO)
    return SB_HELD_NOT;

  if (sb_certainty_of_holding (since, until, first) == SB_CERTAINTY_SURE &&
      sb_certainty_of_holding (since, until, last) == SB_CERTAINTY_SURE)
    return SB_HELD_SURELY;

  return SB_HELD_POSSIBLY;
}

static int
get_beginning (SbRecord *role)
{
  SbDate *since = sb_record_get_date (role, SB_ACTOR_ROLE_SINCE);

  return since != NULL ? sb_date_get_first_day (since) : SB_DATE_DAY_MIN;
}

SbRecord *
sb_actor_find_role (SbRecord *actor,
                    SbDate *date)
{
  SbRecord *found = NULL;
  SbHeld found_held = SB_HELD_NOT;

  g_return_val_if_fail (actor == NULL || sb_record_get_kind (actor) == SB_KIND_ACTOR, NULL);

  for (guint i = 0; date != NULL && i < sb_record_get_n_items (actor, SB_ACTOR_ROLES); i++)
    {
      SbRecord *role = sb_record_get_item (actor, SB_ACTOR_ROLES, i);
      SbHeld held = find_held (role, date);

      if (held > found_held || (held == found_held && held != SB_HELD_NOT && get_beginning (role) > get_beginning (found)))
        {
          found = role;
          found_held = held;
        }
    }

  return found;
}
