/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-place.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* Who acts: an armed group, a state, a force, an organisation, a company, a
 * community, a person. */

typedef enum
{
  SB_ACTOR_KIND_ARMED_GROUP,
  SB_ACTOR_KIND_STATE,
  SB_ACTOR_KIND_STATE_FORCE,
  SB_ACTOR_KIND_INSTITUTION,
  SB_ACTOR_KIND_ORGANISATION,
  SB_ACTOR_KIND_COMPANY,
  SB_ACTOR_KIND_COMMUNITY,
  SB_ACTOR_KIND_PERSON,
} SbActorKind;

typedef enum
{
  SB_ACTOR_FAMILY_STATE_FORCE,
  SB_ACTOR_FAMILY_JIHADIST,
  SB_ACTOR_FAMILY_SEPARATIST,
  SB_ACTOR_FAMILY_MILITIA,
  SB_ACTOR_FAMILY_FOREIGN_FORCE,
  SB_ACTOR_FAMILY_ORGANISATION,
} SbActorFamily;

typedef enum
{
  SB_ACTOR_STATUS_ACTIVE,
  SB_ACTOR_STATUS_DISSOLVED,
  SB_ACTOR_STATUS_MERGED,
  SB_ACTOR_STATUS_DEAD,
  SB_ACTOR_STATUS_EXILE,
} SbActorStatus;

typedef enum
{
  SB_ACTOR_NAME,
  SB_ACTOR_SHORT_NAME,
  SB_ACTOR_TITLE,
  SB_ACTOR_KIND,
  SB_ACTOR_FAMILY,
  SB_ACTOR_COUNTRY,
  SB_ACTOR_SECTOR,
  SB_ACTOR_PARENT,
  SB_ACTOR_FOUNDED,
  SB_ACTOR_DISSOLVED,
  SB_ACTOR_STATUS,
  SB_ACTOR_GOAL,
  SB_ACTOR_SUMMARY,
  SB_ACTOR_ALIASES,
  SB_ACTOR_ROLES,
  SB_ACTOR_AREAS,
} SbActorField;

typedef enum
{
  SB_ACTOR_ALIAS_NAME,
  SB_ACTOR_ALIAS_LANGUAGE,
  SB_ACTOR_ALIAS_KIND,
} SbActorAliasField;

typedef enum
{
  SB_ACTOR_ROLE_TITLE,
  SB_ACTOR_ROLE_BODY,
  SB_ACTOR_ROLE_SINCE,
  SB_ACTOR_ROLE_UNTIL,
} SbActorRoleField;

typedef enum
{
  SB_ACTOR_AREA_PLACE,
} SbActorAreaField;

extern const SbVocabulary sb_actor_kind_vocabulary;
extern const SbVocabulary sb_actor_family_vocabulary;
extern const SbVocabulary sb_actor_status_vocabulary;

extern const SbSchema sb_actor_alias_schema;
extern const SbSchema sb_actor_role_schema;
extern const SbSchema sb_actor_area_schema;
extern const SbSchema sb_actor_schema;

/* The office that @actor may have held on @date: an item of its roles, borrowed;
 * NULL when there is none, or no date. Of several, one that was surely held all
 * of that time goes before one that only may have been, and then the one that
 * began last. Any thread. */
SbRecord *sb_actor_find_role (SbRecord *actor,
                              SbDate *date);

G_END_DECLS
