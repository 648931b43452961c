/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-acled-codes.h"

#include "sb-actor.h"
#include "sb-event.h"

#define VIOLENCE       "Political violence"
#define DEMONSTRATIONS "Demonstrations"
#define BOTH           "Political violence; Demonstrations"
#define STRATEGIC      "Strategic developments"

/* The Sahel, its neighbours and its coast, and those whose forces are there. */
static const SbAcledCountry countries[] = {
  { "AE", "ARE", 784, "United Arab Emirates", "Middle East" },
  { "BE", "BEL", 56, "Belgium", "Europe" },
  { "BF", "BFA", 854, "Burkina Faso", "Western Africa" },
  { "BJ", "BEN", 204, "Benin", "Western Africa" },
  { "CF", "CAF", 140, "Central African Republic", "Middle Africa" },
  { "CI", "CIV", 384, "Ivory Coast", "Western Africa" },
  { "CM", "CMR", 120, "Cameroon", "Middle Africa" },
  { "CN", "CHN", 156, "China", "East Asia" },
  { "CV", "CPV", 132, "Cape Verde", "Western Africa" },
  { "DE", "DEU", 276, "Germany", "Europe" },
  { "DZ", "DZA", 12, "Algeria", "Northern Africa" },
  { "EG", "EGY", 818, "Egypt", "Northern Africa" },
  { "ES", "ESP", 724, "Spain", "Europe" },
  { "ET", "ETH", 231, "Ethiopia", "Eastern Africa" },
  { "FR", "FRA", 250, "France", "Europe" },
  { "GA", "GAB", 266, "Gabon", "Middle Africa" },
  { "GB", "GBR", 826, "United Kingdom", "Europe" },
  { "GH", "GHA", 288, "Ghana", "Western Africa" },
  { "GM", "GMB", 270, "Gambia", "Western Africa" },
  { "GN", "GIN", 324, "Guinea", "Western Africa" },
  { "GW", "GNB", 624, "Guinea-Bissau", "Western Africa" },
  { "IN", "IND", 356, "India", "South Asia" },
  { "IT", "ITA", 380, "Italy", "Europe" },
  { "LR", "LBR", 430, "Liberia", "Western Africa" },
  { "LY", "LBY", 434, "Libya", "Northern Africa" },
  { "MA", "MAR", 504, "Morocco", "Northern Africa" },
  { "ML", "MLI", 466, "Mali", "Western Africa" },
  { "MR", "MRT", 478, "Mauritania", "Western Africa" },
  { "NE", "NER", 562, "Niger", "Western Africa" },
  { "NG", "NGA", 566, "Nigeria", "Western Africa" },
  { "QA", "QAT", 634, "Qatar", "Middle East" },
  { "RU", "RUS", 643, "Russia", "Europe" },
  { "SA", "SAU", 682, "Saudi Arabia", "Middle East" },
  { "SD", "SDN", 729, "Sudan", "Northern Africa" },
  { "SL", "SLE", 694, "Sierra Leone", "Western Africa" },
  { "SN", "SEN", 686, "Senegal", "Western Africa" },
  { "TD", "TCD", 148, "Chad", "Middle Africa" },
  { "TG", "TGO", 768, "Togo", "Western Africa" },
  { "TN", "TUN", 788, "Tunisia", "Northern Africa" },
  { "TR", "TUR", 792, "Turkey", "Middle East" },
  { "UA", "UKR", 804, "Ukraine", "Europe" },
  { "US", "USA", 840, "United States", "North America" },
};

const SbAcledCountry *
sb_acled_find_country (const char *alpha2)
{
  for (guint i = 0; alpha2 != NULL && i < G_N_ELEMENTS (countries); i++)
    if (g_ascii_strcasecmp (countries[i].alpha2, alpha2) == 0)
      return &countries[i];

  return NULL;
}

/* By type: what it is called, and what it is when nothing more is known. */
static const SbAcledType types[] = {
  [SB_EVENT_TYPE_BATTLE] = { "Battles", "Armed clash", VIOLENCE },
  [SB_EVENT_TYPE_EXPLOSION] = { "Explosions/Remote violence", "Remote explosive/landmine/IED", VIOLENCE },
  [SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS] = { "Violence against civilians", "Attack", VIOLENCE },
  [SB_EVENT_TYPE_PROTEST] = { "Protests", "Peaceful protest", DEMONSTRATIONS },
  [SB_EVENT_TYPE_RIOT] = { "Riots", "Violent demonstration", DEMONSTRATIONS },
  [SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT] = { STRATEGIC, "Other", STRATEGIC },
  [SB_EVENT_TYPE_POLITICS] = { STRATEGIC, "Other", STRATEGIC },
};

/* By sub-type: the type that it belongs to in ACLED, and its name. Those of ours
 * for politics are not in it. */
static const struct
{
  SbEventType type;
  const char *name;
  const char *disorder; /* (nullable) where it is not that of the type */
} subtypes[] = {
  [SB_EVENT_SUBTYPE_ARMED_CLASH] = { SB_EVENT_TYPE_BATTLE, "Armed clash", NULL },
  [SB_EVENT_SUBTYPE_GOVERNMENT_REGAINS_TERRITORY] = { SB_EVENT_TYPE_BATTLE, "Government regains territory", NULL },
  [SB_EVENT_SUBTYPE_NON_STATE_ACTOR_OVERTAKES_TERRITORY] = { SB_EVENT_TYPE_BATTLE, "Non-state actor overtakes territory", NULL },
  [SB_EVENT_SUBTYPE_CHEMICAL_WEAPON] = { SB_EVENT_TYPE_EXPLOSION, "Chemical weapon", NULL },
  [SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE] = { SB_EVENT_TYPE_EXPLOSION, "Air/drone strike", NULL },
  [SB_EVENT_SUBTYPE_SUICIDE_BOMB] = { SB_EVENT_TYPE_EXPLOSION, "Suicide bomb", NULL },
  [SB_EVENT_SUBTYPE_SHELLING] = { SB_EVENT_TYPE_EXPLOSION, "Shelling/artillery/missile attack", NULL },
  [SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE] = { SB_EVENT_TYPE_EXPLOSION, "Remote explosive/landmine/IED", NULL },
  [SB_EVENT_SUBTYPE_GRENADE] = { SB_EVENT_TYPE_EXPLOSION, "Grenade", NULL },
  [SB_EVENT_SUBTYPE_SEXUAL_VIOLENCE] = { SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, "Sexual violence", NULL },
  [SB_EVENT_SUBTYPE_ATTACK] = { SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, "Attack", NULL },
  [SB_EVENT_SUBTYPE_ABDUCTION] = { SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, "Abduction/forced disappearance", NULL },
  [SB_EVENT_SUBTYPE_PEACEFUL_PROTEST] = { SB_EVENT_TYPE_PROTEST, "Peaceful protest", NULL },
  [SB_EVENT_SUBTYPE_PROTEST_WITH_INTERVENTION] = { SB_EVENT_TYPE_PROTEST, "Protest with intervention", NULL },
  [SB_EVENT_SUBTYPE_EXCESSIVE_FORCE] = { SB_EVENT_TYPE_PROTEST, "Excessive force against protesters", BOTH },
  [SB_EVENT_SUBTYPE_VIOLENT_DEMONSTRATION] = { SB_EVENT_TYPE_RIOT, "Violent demonstration", NULL },
  [SB_EVENT_SUBTYPE_MOB_VIOLENCE] = { SB_EVENT_TYPE_RIOT, "Mob violence", VIOLENCE },
  [SB_EVENT_SUBTYPE_AGREEMENT] = { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "Agreement", NULL },
  [SB_EVENT_SUBTYPE_ARRESTS] = { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "Arrests", NULL },
  [SB_EVENT_SUBTYPE_CHANGE_TO_GROUP] = { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "Change to group/activity", NULL },
  [SB_EVENT_SUBTYPE_DISRUPTED_WEAPONS_USE] = { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "Disrupted weapons use", NULL },
  [SB_EVENT_SUBTYPE_BASE_ESTABLISHED] = { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "Headquarters or base established", NULL },
  [SB_EVENT_SUBTYPE_LOOTING] = { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "Looting/property destruction", NULL },
  [SB_EVENT_SUBTYPE_NON_VIOLENT_TRANSFER] = { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "Non-violent transfer of territory", NULL },
  [SB_EVENT_SUBTYPE_OTHER] = { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, "Other", NULL },
};

SbAcledType
sb_acled_get_type (SbRecord *event)
{
  int type = sb_record_get_term (event, SB_EVENT_TYPE, SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT);
  int subtype = sb_record_get_term (event, SB_EVENT_SUBTYPE, -1);
  SbAcledType result;

  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (types), types[SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT]);

  /* A sub-type decides: in ACLED it belongs to one type only. */
  if (subtype >= 0 && (guint) subtype < G_N_ELEMENTS (subtypes) && subtypes[subtype].name != NULL)
    {
      result = types[subtypes[subtype].type];
      result.sub_event_type = subtypes[subtype].name;
      if (subtypes[subtype].disorder != NULL)
        result.disorder_type = subtypes[subtype].disorder;
      return result;
    }

  return types[type];
}

gboolean
sb_acled_find_type (const char *event_type,
                    const char *sub_event_type,
                    int *type,
                    int *subtype)
{
  g_return_val_if_fail (type != NULL && subtype != NULL, FALSE);

  for (guint i = 0; sub_event_type != NULL && i < G_N_ELEMENTS (subtypes); i++)
    if (subtypes[i].name != NULL && g_ascii_strcasecmp (subtypes[i].name, sub_event_type) == 0)
      {
        *type = (int) subtypes[i].type;
        *subtype = (int) i;
        return TRUE;
      }

  for (guint i = 0; event_type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (types[i].event_type, event_type) == 0)
      {
        *type = (int) i;
        *subtype = -1;
        return TRUE;
      }

  return FALSE;
}

/* By what an actor is; where its family says more, that decides. */
static SbAcledInter
get_inter_of_kind (SbActorKind kind)
{
  switch (kind)
    {
    case SB_ACTOR_KIND_ARMED_GROUP:
      return SB_ACLED_INTER_POLITICAL_MILITIA;

    case SB_ACTOR_KIND_STATE:
    case SB_ACTOR_KIND_STATE_FORCE:
      return SB_ACLED_INTER_STATE_FORCES;

    case SB_ACTOR_KIND_INSTITUTION:
    case SB_ACTOR_KIND_ORGANISATION:
    case SB_ACTOR_KIND_COMPANY:
    case SB_ACTOR_KIND_COMMUNITY:
    case SB_ACTOR_KIND_PERSON:
    default:
      return SB_ACLED_INTER_CIVILIANS;
    }
}

static SbAcledInter
get_inter_of_family (int family,
                     int kind)
{
  switch (family)
    {
    case SB_ACTOR_FAMILY_STATE_FORCE:
      return SB_ACLED_INTER_STATE_FORCES;

    case SB_ACTOR_FAMILY_JIHADIST:
    case SB_ACTOR_FAMILY_SEPARATIST:
      return SB_ACLED_INTER_REBEL_GROUP;

    case SB_ACTOR_FAMILY_MILITIA:
      return SB_ACLED_INTER_IDENTITY_MILITIA;

    case SB_ACTOR_FAMILY_FOREIGN_FORCE:
      return SB_ACLED_INTER_EXTERNAL;

    default:
      return get_inter_of_kind ((SbActorKind) kind);
    }
}

SbAcledInter
sb_acled_get_inter (SbRecord *actor,
                    const char *alpha2)
{
  const char *country = sb_record_get_text (actor, SB_ACTOR_COUNTRY);
  SbAcledInter inter = get_inter_of_family (sb_record_get_term (actor, SB_ACTOR_FAMILY, -1),
                                            sb_record_get_term (actor, SB_ACTOR_KIND, -1));

  /* The forces of a state are external in any other one. */
  if (inter == SB_ACLED_INTER_STATE_FORCES && country != NULL && alpha2 != NULL && !g_str_equal (country, alpha2))
    return SB_ACLED_INTER_EXTERNAL;

  return inter;
}

const char *
sb_acled_inter_get_name (SbAcledInter inter)
{
  static const char *const names[] = {
    "",
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
  };

  g_return_val_if_fail ((guint) inter < G_N_ELEMENTS (names), "");

  return names[inter];
}

char *
sb_acled_dup_interaction (SbAcledInter first,
                          SbAcledInter second)
{
  SbAcledInter low = MIN (first, second);
  SbAcledInter high = MAX (first, second);

  if (high == SB_ACLED_INTER_NONE)
    return g_strdup ("");
  if (low == SB_ACLED_INTER_NONE)
    return g_strconcat (sb_acled_inter_get_name (high), " only", NULL);

  return g_strconcat (sb_acled_inter_get_name (low), "-", sb_acled_inter_get_name (high), NULL);
}
