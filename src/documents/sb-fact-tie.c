/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-fact-private.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-control.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-zone.h"

static const SbFactWord relation_words[] = {
  { "scission* fait_scission split_from broke_away dissident* issu_d_une_scission", SB_RELATION_KIND_SPLIT_FROM },
  { "fusion* merged merger absorbe*", SB_RELATION_KIND_MERGED_INTO },
  { "a_succede succede succeeded succeeds remplace replaces replaced", SB_RELATION_KIND_SUCCEEDS },
  { "fonde fondateur fonda founded founder cree_par created_by", SB_RELATION_KIND_FOUNDED },
  { "dirige dirigee a_la_tete_de a_la_tete_du chef_de chef_du commande leads led_by leader_of heads headed_by commander_of", SB_RELATION_KIND_LEADS },
  { "membre_de membre_du membres_du member_of members_of", SB_RELATION_KIND_MEMBER_OF },
  { "fait_partie branche_de branche_du filiale part_of branch_of wing_of", SB_RELATION_KIND_PART_OF },
  { "affili*", SB_RELATION_KIND_AFFILIATED_WITH },
  { "allie allies alliee alliees alliance* allied ally", SB_RELATION_KIND_ALLIED_WITH },
  { "negoci* pourparlers negotiat* talks", SB_RELATION_KIND_NEGOTIATES_WITH },
  { "fournit fournissent fourni livr* supplie* supplying delivers", SB_RELATION_KIND_SUPPLIES },
  { "soutien* soutient soutenu* appuie appuye* support* backs backed", SB_RELATION_KIND_SUPPORTS },
  { "rival* concurren*", SB_RELATION_KIND_RIVAL_OF },
  { "vassal*", SB_RELATION_KIND_VASSAL_OF },
  { "combat combattent combattre contre lutte* oppose* hostile* fights fighting against opposed opposes", SB_RELATION_KIND_OPPOSES },
};

/* Verbs in the passive, whose second name is who does it. */
#define PASSIVE                                                                                                                           \
  "dirige_par dirigee_par soutenu_par soutenue_par appuye_par appuyee_par fonde_par cree_par commande_par led_by backed_by supported_by " \
  "founded_by headed_by created_by supplied_by absorbe_par"

/* The first actors that are named, without one twice. */
static guint
get_actors (const SbFactReading *self,
            SbRecord **actors,
            guint n_wanted)
{
  guint n = 0;
  const SbFactName *name;

  for (guint i = 0; n < n_wanted && (name = _sb_fact_find_record (self, SB_KIND_ACTOR, i)) != NULL; i++)
    {
      gboolean is_new = !_sb_fact_is_speaker (self, name);

      for (guint j = 0; j < n; j++)
        is_new &= actors[j] != name->record;

      if (is_new)
        actors[n++] = name->record;
    }

  return n;
}

SbRecord *
_sb_fact_draft_relation (const SbFactReading *self)
{
  SbRecordBuilder *relation = sb_record_builder_new (&sb_relation_schema);
  SbRecord *actors[2] = { NULL, NULL };
  gboolean is_passive = _sb_fact_find (self->tokens, PASSIVE) != G_MAXUINT;
  int kind = _sb_fact_choose (self, relation_words, G_N_ELEMENTS (relation_words), -1);
  g_autofree char *summary = _sb_fact_dup_headline (self);
  g_autoptr (SbDate) since = _sb_fact_dup_date (self, SB_FACT_DATE_WHEN);
  g_autoptr (SbDate) until = _sb_fact_dup_date (self, SB_FACT_DATE_UNTIL);

  get_actors (self, actors, 2);
  _sb_fact_set_ref (relation, SB_RELATION_SUBJECT, actors[is_passive ? 1 : 0]);
  _sb_fact_set_ref (relation, SB_RELATION_OBJECT, actors[is_passive ? 0 : 1]);
  if (kind >= 0)
    sb_record_builder_set_term (relation, SB_RELATION_KIND, kind);

  sb_record_builder_set_date (relation, SB_RELATION_SINCE, since);
  sb_record_builder_set_date (relation, SB_RELATION_UNTIL, until);
  _sb_fact_set_words (self, relation, SB_RELATION_SUMMARY, summary);
  return sb_record_builder_end (relation);
}

#define MAX_PARTIES 4

static const char *
get_short_name (SbRecord *actor,
                SbLanguage language)
{
  return sb_record_has (actor, SB_ACTOR_SHORT_NAME) ? sb_record_get_text (actor, SB_ACTOR_SHORT_NAME)
                                                    : sb_record_get_title (actor, language);
}

static void
name_alliance (const SbFactReading *self,
               SbRecordBuilder *alliance,
               SbRecord **actors,
               guint n_actors)
{
  char *names[SB_N_LANGUAGES] = { NULL };

  if (n_actors < 2)
    return;

  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    names[language] =
      g_strdup_printf ("%s–%s", get_short_name (actors[0], (SbLanguage) language), get_short_name (actors[1], (SbLanguage) language));

  sb_record_builder_set_words (alliance, SB_ALLIANCE_NAME, names[SB_LANGUAGE_FR], names[SB_LANGUAGE_EN]);
  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    g_free (names[language]);
}

SbRecord *
_sb_fact_draft_trait (const SbFactReading *self,
                      gboolean is_pillar)
{
  SbRecordBuilder *alliance = sb_record_builder_new (&sb_alliance_schema);
  SbRecordBuilder *trait = sb_record_builder_new (&sb_alliance_trait_schema);
  SbRecord *actors[MAX_PARTIES] = { NULL };
  guint n_actors = get_actors (self, actors, MAX_PARTIES);
  g_autofree char *text = _sb_fact_dup_headline (self);

  name_alliance (self, alliance, actors, n_actors);
  for (guint i = 0; i < n_actors; i++)
    {
      SbRecordBuilder *party = sb_record_builder_new (&sb_alliance_party_schema);

      _sb_fact_set_ref (party, SB_ALLIANCE_PARTY_ACTOR, actors[i]);
      sb_record_builder_take_item (alliance, SB_ALLIANCE_PARTIES, sb_record_builder_end (party));
    }

  sb_record_builder_set_term (trait, SB_ALLIANCE_TRAIT_KIND, is_pillar ? SB_ALLIANCE_TRAIT_KIND_PILLAR : SB_ALLIANCE_TRAIT_KIND_DIVERGENCE);
  _sb_fact_set_words (self, trait, SB_ALLIANCE_TRAIT_TEXT, text);
  sb_record_builder_take_item (alliance, SB_ALLIANCE_TRAITS, sb_record_builder_end (trait));
  return sb_record_builder_end (alliance);
}

static const SbFactWord restriction_words[] = {
  { "couvre_feu curfew*", SB_RESTRICTION_KIND_CURFEW },
  { "embargo* sanctions", SB_RESTRICTION_KIND_EMBARGO },
  { "interdiction_du_carburant interdiction_de_vente_de_carburant interdit_la_vente_de_carburant fuel_ban ban_on_fuel fuel_embargo vente_de_carburant",
    SB_RESTRICTION_KIND_FUEL_BAN },
  { "blocus blockade* assieg* siege besieged encercl*", SB_RESTRICTION_KIND_BLOCKADE },
  { "suspension suspend suspendu* suspendent suspended suspends", SB_RESTRICTION_KIND_SUSPENSION },
  { "fermeture* ferme fermee fermes fermees closure* closed shut", SB_RESTRICTION_KIND_CLOSURE },
  { "interdit_a_la_compagnie compagnie_interdite entreprises_interdites banned_the_company ban_on_companies", SB_RESTRICTION_KIND_COMPANY_BAN },
  { "port_du_voile zakat veil impose_aux imposent regles rules interdi* banned bans ban", SB_RESTRICTION_KIND_RULE },
};

static const SbFactWord severity_words[] = {
  { "menac* threat*", SB_RESTRICTION_SEVERITY_THREATENED },
  { "coupe coupee coupees bloque bloquee bloques paralys* cut blocked", SB_RESTRICTION_SEVERITY_CUT },
  { "perturb* limit* ralenti* disrupt* slowed restrict*", SB_RESTRICTION_SEVERITY_LIMITED },
};

/* The road that is named, and the stretch of it: “la RN1 entre Kayes et Diéma”. */
static gboolean
add_stretch (const SbFactReading *self,
             SbRecordBuilder *restriction)
{
  const SbFactName *road = _sb_fact_find_record (self, SB_KIND_CORRIDOR, 0);
  const SbFactName *origin = NULL;
  const SbFactName *destination = NULL;
  SbRecordBuilder *stretch;

  if (road == NULL)
    return FALSE;

  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      const SbFactName *first = _sb_fact_get_name (self, i);
      const SbFactName *second = _sb_fact_get_name (self, i + 1);

      if (first->kind != SB_MENTION_PLACE || second->kind != SB_MENTION_PLACE || first->first == 0 || first->record == NULL ||
          second->record == NULL || sb_record_get_kind (first->record) != SB_KIND_PLACE ||
          sb_record_get_kind (second->record) != SB_KIND_PLACE)
        continue;
      if (_sb_fact_match_any (self->tokens, first->first - 1, "entre between from de") == 0 ||
          _sb_fact_match_any (self->tokens, second->first - 1, "et and a to") == 0)
        continue;

      origin = first;
      destination = second;
      break;
    }

  stretch = sb_record_builder_new (&sb_restriction_stretch_schema);
  _sb_fact_set_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR, road->record);
  if (origin != NULL)
    {
      _sb_fact_set_ref (stretch, SB_RESTRICTION_STRETCH_ORIGIN, origin->record);
      _sb_fact_set_ref (stretch, SB_RESTRICTION_STRETCH_DESTINATION, destination->record);
    }
  sb_record_builder_take_item (restriction, SB_RESTRICTION_STRETCHES, sb_record_builder_end (stretch));
  return origin != NULL;
}

SbRecord *
_sb_fact_draft_restriction (const SbFactReading *self)
{
  SbRecordBuilder *restriction = sb_record_builder_new (&sb_restriction_schema);
  SbRecord *actor = NULL;
  int kind = _sb_fact_choose (self, restriction_words, G_N_ELEMENTS (restriction_words), -1);
  int severity = _sb_fact_choose (self, severity_words, G_N_ELEMENTS (severity_words), -1);
  g_autofree char *title = _sb_fact_dup_headline (self);
  g_autoptr (SbDate) since = _sb_fact_dup_date (self, SB_FACT_DATE_SAID);
  g_autoptr (SbDate) until = _sb_fact_dup_date (self, SB_FACT_DATE_UNTIL);
  const SbFactName *place;

  _sb_fact_set_words (self, restriction, SB_RESTRICTION_TITLE, title);
  if (kind >= 0)
    sb_record_builder_set_term (restriction, SB_RESTRICTION_KIND, kind);
  if (severity >= 0)
    sb_record_builder_set_term (restriction, SB_RESTRICTION_SEVERITY, severity);

  get_actors (self, &actor, 1);
  _sb_fact_set_ref (restriction, SB_RESTRICTION_IMPOSED_BY, actor);
  sb_record_builder_set_date (restriction, SB_RESTRICTION_SINCE, since);
  sb_record_builder_set_date (restriction, SB_RESTRICTION_UNTIL, until);

  /* The ends of a stretch are no places that it weighs on by themselves. */
  if (!add_stretch (self, restriction))
    for (guint i = 0; (place = _sb_fact_find_record (self, SB_KIND_PLACE, i)) != NULL; i++)
      {
        SbRecordBuilder *item = sb_record_builder_new (&sb_restriction_place_schema);

        _sb_fact_set_ref (item, SB_RESTRICTION_PLACE_PLACE, place->record);
        sb_record_builder_take_item (restriction, SB_RESTRICTION_PLACES, sb_record_builder_end (item));
      }

  return sb_record_builder_end (restriction);
}

static const SbFactWord control_words[] = {
  { "contest* dispute disputee disputed contested affrontement* clashes", SB_CONTROL_KIND_CONTESTS },
  { "influence* influenc* emprise presence", SB_CONTROL_KIND_INFLUENCES },
};

SbRecord *
_sb_fact_draft_control (const SbFactReading *self)
{
  SbRecordBuilder *control = sb_record_builder_new (&sb_control_schema);
  const SbFactName *place = _sb_fact_find_record (self, SB_KIND_PLACE, 0);
  SbRecord *holder = NULL;
  g_autofree char *summary = _sb_fact_dup_headline (self);
  g_autoptr (SbDate) since = _sb_fact_dup_date (self, SB_FACT_DATE_SAID);
  g_autoptr (SbDate) until = _sb_fact_dup_date (self, SB_FACT_DATE_UNTIL);

  get_actors (self, &holder, 1);
  _sb_fact_set_ref (control, SB_CONTROL_PLACE, place != NULL ? place->record : NULL);
  _sb_fact_set_ref (control, SB_CONTROL_HOLDER, holder);
  sb_record_builder_set_term (control, SB_CONTROL_KIND, _sb_fact_choose (self, control_words, G_N_ELEMENTS (control_words), SB_CONTROL_KIND_CONTROLS));
  sb_record_builder_set_date (control, SB_CONTROL_SINCE, since);
  sb_record_builder_set_date (control, SB_CONTROL_UNTIL, until);
  _sb_fact_set_words (self, control, SB_CONTROL_SUMMARY, summary);
  return sb_record_builder_end (control);
}

/* The strongest first: “de l’orange au rouge”. Who gives no colour gives the words of the
 * scale, or those of “all but essential travel”. */
static const SbFactWord zone_words[] = {
  { "rouge rouges red formellement formally", SB_ZONE_LEVEL_RED },
  { "orange imperative imperatif imperatives deconseill* indispensable indispensables essential", SB_ZONE_LEVEL_ORANGE },
  { "jaune jaunes yellow renforcee heightened", SB_ZONE_LEVEL_YELLOW },
  { "verte vertes vert green normale normal", SB_ZONE_LEVEL_GREEN },
};

SbRecord *
_sb_fact_draft_zone (const SbFactReading *self)
{
  SbRecordBuilder *zone = sb_record_builder_new (&sb_zone_schema);
  const SbFactName *place = _sb_fact_find_record (self, SB_KIND_PLACE, 0);
  int level = _sb_fact_choose (self, zone_words, G_N_ELEMENTS (zone_words), -1);
  g_autofree char *summary = _sb_fact_dup_headline (self);
  g_autoptr (SbDate) since = _sb_fact_dup_date (self, SB_FACT_DATE_SAID);
  g_autoptr (SbDate) until = _sb_fact_dup_date (self, SB_FACT_DATE_UNTIL);

  _sb_fact_set_ref (zone, SB_ZONE_PLACE, place != NULL ? place->record : NULL);
  if (level >= 0)
    sb_record_builder_set_term (zone, SB_ZONE_LEVEL, level);
  _sb_fact_set_ref (zone, SB_ZONE_ISSUER, self->passage->source);
  sb_record_builder_set_date (zone, SB_ZONE_SINCE, since);
  sb_record_builder_set_date (zone, SB_ZONE_UNTIL, until);
  _sb_fact_set_words (self, zone, SB_ZONE_SUMMARY, summary);
  return sb_record_builder_end (zone);
}
