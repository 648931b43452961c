/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-event.h"

#include <glib/gi18n.h>

static const SbTerm event_type_terms[] = {
  { SB_EVENT_TYPE_BATTLE, "battle", N_ ("Battle") },
  { SB_EVENT_TYPE_EXPLOSION, "explosion", N_ ("Explosion or remote violence") },
  { SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, "violence-against-civilians", N_ ("Violence against civilians") },
  { SB_EVENT_TYPE_PROTEST, "protest", N_ ("Protest") },
  { SB_EVENT_TYPE_RIOT, "riot", N_ ("Riot") },
  { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "strategic-development", N_ ("Strategic development") },
  { SB_EVENT_TYPE_POLITICS, "politics", N_ ("Politics and diplomacy") },
};

const SbVocabulary sb_event_type_vocabulary = SB_VOCABULARY (event_type_terms);

static const SbTerm event_subtype_terms[] = {
  { SB_EVENT_SUBTYPE_ARMED_CLASH, "armed-clash", N_ ("Armed clash") },
  { SB_EVENT_SUBTYPE_GOVERNMENT_REGAINS_TERRITORY, "government-regains-territory", N_ ("Government regains territory") },
  { SB_EVENT_SUBTYPE_NON_STATE_ACTOR_OVERTAKES_TERRITORY, "non-state-actor-overtakes-territory", N_ ("Non-state actor overtakes territory") },
  { SB_EVENT_SUBTYPE_CHEMICAL_WEAPON, "chemical-weapon", N_ ("Chemical weapon") },
  { SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE, "air-drone-strike", N_ ("Air or drone strike") },
  { SB_EVENT_SUBTYPE_SUICIDE_BOMB, "suicide-bomb", N_ ("Suicide bomb") },
  { SB_EVENT_SUBTYPE_SHELLING, "shelling", N_ ("Shelling, artillery or missile attack") },
  { SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE, "remote-explosive", N_ ("Remote explosive, landmine or IED") },
  { SB_EVENT_SUBTYPE_GRENADE, "grenade", N_ ("Grenade") },
  { SB_EVENT_SUBTYPE_SEXUAL_VIOLENCE, "sexual-violence", N_ ("Sexual violence") },
  { SB_EVENT_SUBTYPE_ATTACK, "attack", N_ ("Attack") },
  { SB_EVENT_SUBTYPE_ABDUCTION, "abduction", N_ ("Abduction or forced disappearance") },
  { SB_EVENT_SUBTYPE_PEACEFUL_PROTEST, "peaceful-protest", N_ ("Peaceful protest") },
  { SB_EVENT_SUBTYPE_PROTEST_WITH_INTERVENTION, "protest-with-intervention", N_ ("Protest with intervention") },
  { SB_EVENT_SUBTYPE_EXCESSIVE_FORCE, "excessive-force", N_ ("Excessive force against protesters") },
  { SB_EVENT_SUBTYPE_VIOLENT_DEMONSTRATION, "violent-demonstration", N_ ("Violent demonstration") },
  { SB_EVENT_SUBTYPE_MOB_VIOLENCE, "mob-violence", N_ ("Mob violence") },
  { SB_EVENT_SUBTYPE_AGREEMENT, "agreement", N_ ("Agreement") },
  { SB_EVENT_SUBTYPE_ARRESTS, "arrests", N_ ("Arrests") },
  { SB_EVENT_SUBTYPE_CHANGE_TO_GROUP, "change-to-group", N_ ("Change to group or activity") },
  { SB_EVENT_SUBTYPE_DISRUPTED_WEAPONS_USE, "disrupted-weapons-use", N_ ("Disrupted weapons use") },
  { SB_EVENT_SUBTYPE_BASE_ESTABLISHED, "base-established", N_ ("Headquarters or base established") },
  { SB_EVENT_SUBTYPE_LOOTING, "looting", N_ ("Looting or property destruction") },
  { SB_EVENT_SUBTYPE_NON_VIOLENT_TRANSFER, "non-violent-transfer", N_ ("Non-violent transfer of territory") },
  { SB_EVENT_SUBTYPE_OTHER, "other", N_ ("Other") },
  { SB_EVENT_SUBTYPE_ANNOUNCEMENT, "announcement", N_ ("Announcement") },
  { SB_EVENT_SUBTYPE_STATEMENT, "statement", N_ ("Statement") },
  { SB_EVENT_SUBTYPE_MEETING, "meeting", N_ ("Meeting") },
  { SB_EVENT_SUBTYPE_APPOINTMENT, "appointment", N_ ("Appointment") },
  { SB_EVENT_SUBTYPE_DECISION, "decision", N_ ("Decision") },
};

const SbVocabulary sb_event_subtype_vocabulary = SB_VOCABULARY (event_subtype_terms);

static const SbTerm event_role_terms[] = {
  { SB_EVENT_ROLE_PERPETRATOR, "perpetrator", N_ ("Perpetrator") },
  { SB_EVENT_ROLE_TARGET, "target", N_ ("Target") },
  { SB_EVENT_ROLE_VICTIM, "victim", N_ ("Victim") },
  { SB_EVENT_ROLE_PARTICIPANT, "participant", N_ ("Participant") },
  { SB_EVENT_ROLE_CLAIMANT, "claimant", N_ ("Claimed by") },
};

const SbVocabulary sb_event_role_vocabulary = SB_VOCABULARY (event_role_terms);

static const SbField place_fields[] = {
  [SB_EVENT_PLACE_PLACE] = { .name = "place", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_PLACE, .label = N_ ("Place") },
  [SB_EVENT_PLACE_PRECISION] = { .name = "precision", .type = SB_FIELD_TERM, .vocabulary = &sb_place_precision_vocabulary, .label = N_ ("Precision") },
  [SB_EVENT_PLACE_LATITUDE] = { .name = "latitude", .type = SB_FIELD_REAL, .flags = SB_FIELD_DERIVED, .label = N_ ("Latitude") },
  [SB_EVENT_PLACE_LONGITUDE] = { .name = "longitude", .type = SB_FIELD_REAL, .flags = SB_FIELD_DERIVED, .label = N_ ("Longitude") },
};

const SbSchema sb_event_place_schema = {
  .kind = SB_KIND_NONE,
  .name = "event_place",
  .fields = place_fields,
  .n_fields = G_N_ELEMENTS (place_fields),
  .title = -1,
};

static const SbField actor_fields[] = {
  [SB_EVENT_ACTOR_ACTOR] = { .name = "actor", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_ACTOR, .label = N_ ("Actor") },
  [SB_EVENT_ACTOR_ROLE] = { .name = "role", .type = SB_FIELD_TERM, .vocabulary = &sb_event_role_vocabulary, .label = N_ ("Role") },
};

const SbSchema sb_event_actor_schema = {
  .kind = SB_KIND_NONE,
  .name = "event_actor",
  .fields = actor_fields,
  .n_fields = G_N_ELEMENTS (actor_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_EVENT_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_EVENT_TYPE] = { .name = "type", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_event_type_vocabulary, .label = N_ ("Type") },
  [SB_EVENT_SUBTYPE] = { .name = "subtype", .type = SB_FIELD_TERM, .vocabulary = &sb_event_subtype_vocabulary, .label = N_ ("Sub-type") },
  [SB_EVENT_DATE] = { .name = "date", .type = SB_FIELD_DATE, .flags = SB_FIELD_REQUIRED, .label = N_ ("Date") },
  [SB_EVENT_PLACES] = { .name = "places", .type = SB_FIELD_LIST, .item = &sb_event_place_schema, .label = N_ ("Places") },
  [SB_EVENT_ACTORS] = { .name = "actors", .type = SB_FIELD_LIST, .item = &sb_event_actor_schema, .label = N_ ("Actors") },
  [SB_EVENT_FATALITIES_LOW] = { .name = "fatalities_low", .type = SB_FIELD_INTEGER, .label = N_ ("Fatalities, at least") },
  [SB_EVENT_FATALITIES_HIGH] = { .name = "fatalities_high", .type = SB_FIELD_INTEGER, .label = N_ ("Fatalities, at most") },
  [SB_EVENT_FATALITIES_NOTE] = { .name = "fatalities_note", .type = SB_FIELD_BILINGUAL, .label = N_ ("Fatalities, as reported") },
  [SB_EVENT_SUMMARY] = { .name = "summary", .type = SB_FIELD_BILINGUAL, .label = N_ ("Summary") },
  [SB_EVENT_EFFECTS] = { .name = "effects", .type = SB_FIELD_BILINGUAL, .label = N_ ("Effects") },
  [SB_EVENT_KEY_FACT] = { .name = "key_fact", .type = SB_FIELD_BOOLEAN, .label = N_ ("Key fact") },
  [SB_EVENT_EXTERNAL_ID] = { .name = "external_id", .type = SB_FIELD_TEXT, .label = N_ ("Identity in its source") },
};

const SbSchema sb_event_schema = {
  .kind = SB_KIND_EVENT,
  .name = "event",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_EVENT_TITLE,
};
