/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-fact-private.h"

#include "sb-actor.h"
#include "sb-event.h"

/* What words alone do not tell: who struck from where; see resolve_subtype(). */
#define STRUCK    1000
#define BOMBARDED 1001

/* Words folded, see _sb_fact_match(). What is told by the means goes before what is
 * told by the deed, which goes before what was said of it. */
static const SbFactWord subtype_words[] = {
  { "kamikaze* attentat_suicide suicide_bomb* suicide_attack*", SB_EVENT_SUBTYPE_SUICIDE_BOMB },
  { "drone drones frappe_aerienne frappes_aeriennes airstrike* air_strike* bombardement_aerien bombardements_aeriens raid_aerien "
    "raids_aeriens air_raid*",
    SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE },
  { "engin_explosif engins_explosifs eei ied ieds mine_artisanale mines_artisanales mine_terrestre mines_terrestres sur_une_mine landmine* "
    "land_mine* roadside_bomb* explosive_device* voiture_piegee vehicule_piege vehicules_pieges car_bomb*",
    SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE },
  { "obus mortier* roquette* artillerie shelling shelled mortar* rocket* missile*", SB_EVENT_SUBTYPE_SHELLING },
  { "grenade grenades", SB_EVENT_SUBTYPE_GRENADE },
  /* Nobody is hit by these. */
  { "struck_a_deal struck_an_agreement struck_a_truce", SB_EVENT_SUBTYPE_AGREEMENT },
  { "greve greves greviste* on_strike general_strike hunger_strike strikers", SB_EVENT_SUBTYPE_PEACEFUL_PROTEST },
  { "bombard* bombed bombing*", BOMBARDED },
  { "frappe frappes frappee frappees frappent frappait frappaient frappant struck strike strikes striking", STRUCK },
  { "enlev* kidnap* abduct* rapt rapts otage otages hostage* disparition_forcee", SB_EVENT_SUBTYPE_ABDUCTION },
  { "viol viols violee violees rape raped rapes violences_sexuelles sexual_violence", SB_EVENT_SUBTYPE_SEXUAL_VIOLENCE },
  { "repris_le_controle reprend_le_controle reprise_de reconquis* recaptured retaken retook regained_control",
    SB_EVENT_SUBTYPE_GOVERNMENT_REGAINS_TERRITORY },
  { "s_empare* se_sont_empares s_est_empare* emparer empare empares emparee prise_de tombe_aux_mains tombee_aux_mains seized_control "
    "seized_the captured_the overran overrun took_control fell_to",
    SB_EVENT_SUBTYPE_NON_STATE_ACTOR_OVERTAKES_TERRITORY },
  { "affrontement* affronte* embuscade* accrochage* echange_de_tirs echanges_de_tirs combats clash* ambush* fighting fought battle gunfight*",
    SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "massacre* execute* executi* egorg* attaqu* attack* assaut* assault* raid raids tue tuee tues tuees tuant tuent killed killing kill "
    "assassin* abattu* murdered shot_dead",
    SB_EVENT_SUBTYPE_ATTACK },
  { "pill* incendi* brul* burn* torch* loot* ransack* saccag* set_fire detruit detruits destroyed", SB_EVENT_SUBTYPE_LOOTING },
  { "arrete arretee arretes arretees arrestation* interpell* arrest* detained", SB_EVENT_SUBTYPE_ARRESTS },
  { "cessez_le_feu ceasefire* cease_fire* treve truce accord_signe signe_un_accord accord_de signature_d_un_accord agreement peace_deal",
    SB_EVENT_SUBTYPE_AGREEMENT },
  { "emeute* riot*", SB_EVENT_SUBTYPE_VIOLENT_DEMONSTRATION },
  { "manifestation* manifestant* marche_pacifique sit_in protest* demonstrat* rassemblement", SB_EVENT_SUBTYPE_PEACEFUL_PROTEST },
  { "nomme nommee nommes nomination* appointed appointment*", SB_EVENT_SUBTYPE_APPOINTMENT },
  { "rencontre rencontres s_est_entretenu reunion* reunis sommet* met_with summit* meeting* talks", SB_EVENT_SUBTYPE_MEETING },
  { "decret* decide decidee decision* decree* decided", SB_EVENT_SUBTYPE_DECISION },
  { "annonc* announc*", SB_EVENT_SUBTYPE_ANNOUNCEMENT },
  { "declar* communique* statement* affirme* said", SB_EVENT_SUBTYPE_STATEMENT },
};

/* The deeds that have someone who does them, as verbs that follow their subject. */
#define ACTS                                                                                                                 \
  "a_attaque ont_attaque attaque attaquent attaquait attaquerent a_tue ont_tue a_enleve ont_enleve a_incendie ont_incendie " \
  "a_pris ont_pris s_est_empare se_sont_empares s_empare s_emparent a_execute ont_execute a_bombarde ont_bombarde a_arrete " \
  "ont_arrete a_detruit ont_detruit a_libere ont_libere a_mene ont_mene a_lance ont_lance a_frappe ont_frappe a_abattu "     \
  "ont_abattu a_brule ont_brule a_tendu ont_tendu attacked killed kidnapped abducted burned burnt torched seized captured "  \
  "stormed ambushed raided bombed shelled executed arrested detained launched carried_out struck overran destroyed looted "  \
  "a_annonce ont_annonce a_decide ont_decide a_signe ont_signe announced decided signed"
#define SUFFERS \
  "a_ete ont_ete est_tombe sont_tombes was were has_been have_been a_subi ont_subi suffered came_under sont_morts est_mort"

#define CIVILIANS "civil civils civile civiles civilian* villageois villager* habitant* resident* inhabitant* femmes enfants women children"
#define FORCES                                                                                                              \
  "armee army militaire* military soldat* soldier* camp base garnison garrison caserne barracks gendarm* convoi_militaire " \
  "military_convoy poste_de_l_armee patrouille patrol troops troupes place_forte places_fortes stronghold*"

/* Who has aircraft strikes from the air; the others from the ground. */
#define FROM_THE_AIR \
  "avion* aerien* aerienne* aviation helicoptere* aircraft warplane* helicopter* aerial air_force armee_de_l_air"

#define DEAD \
  "mort morts tue tues tuee tuees deces dead killed deaths victimes_mortelles personnes_tuees fatalities"

static int
get_type (const SbFactReading *self,
          int subtype)
{
  switch (subtype)
    {
    case SB_EVENT_SUBTYPE_SUICIDE_BOMB:
    case SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE:
    case SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE:
    case SB_EVENT_SUBTYPE_SHELLING:
    case SB_EVENT_SUBTYPE_GRENADE:
      return SB_EVENT_TYPE_EXPLOSION;
    case SB_EVENT_SUBTYPE_ABDUCTION:
    case SB_EVENT_SUBTYPE_SEXUAL_VIOLENCE:
    case SB_EVENT_SUBTYPE_ATTACK:
      return SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS;
    case SB_EVENT_SUBTYPE_GOVERNMENT_REGAINS_TERRITORY:
    case SB_EVENT_SUBTYPE_NON_STATE_ACTOR_OVERTAKES_TERRITORY:
    case SB_EVENT_SUBTYPE_ARMED_CLASH:
      return SB_EVENT_TYPE_BATTLE;
    case SB_EVENT_SUBTYPE_VIOLENT_DEMONSTRATION:
      return SB_EVENT_TYPE_RIOT;
    case SB_EVENT_SUBTYPE_PEACEFUL_PROTEST:
      return SB_EVENT_TYPE_PROTEST;
    case SB_EVENT_SUBTYPE_LOOTING:
    case SB_EVENT_SUBTYPE_ARRESTS:
    case SB_EVENT_SUBTYPE_AGREEMENT:
      return SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT;
    default:
      return SB_EVENT_TYPE_POLITICS;
    }
}

static gboolean
stands_before (const SbFactReading *self,
               const SbFactName *name,
               guint reach,
               const char *patterns)
{
  guint from = name->first > reach ? name->first - reach : 0;

  for (guint i = from; i < name->first; i++)
    {
      guint n = _sb_fact_match_any (self->tokens, i, patterns);

      if (n > 0 && i + n <= name->first)
        return TRUE;
    }

  return FALSE;
}

static gboolean
follows_soon (const SbFactReading *self,
              const SbFactName *name,
              guint reach,
              const char *patterns)
{
  for (guint i = name->end; i <= name->end + reach; i++)
    if (_sb_fact_match_any (self->tokens, i, patterns) > 0)
      return TRUE;

  return FALSE;
}

/* What the words around a name make of it. */
static int
get_role (const SbFactReading *self,
          const SbFactName *name,
          gboolean is_politics)
{
  /* Who is appointed, or meets, is no target. */
  if (is_politics)
    return SB_EVENT_ROLE_PARTICIPANT;
  if (stands_before (self, name, 4, "revendique* claimed_by") || follows_soon (self, name, 2, "revendiqu* a_revendique ont_revendique claimed_responsibility"))
    return SB_EVENT_ROLE_CLAIMANT;
  if (follows_soon (self, name, 2, SUFFERS))
    return SB_EVENT_ROLE_TARGET;
  if (stands_before (self, name, 6, "par by des_combattants_du des_elements_du fighters_from militants_from attribuee_a attribue_au attributed_to attaque_du attaque_de_la "
                                    "attaque_des embuscade_du embuscade_de_la embuscade_des raid_du frappe_du "
                                    "frappe_de_drone_des frappe_de_drone_de frappe_des frappes_des raid_des raid_de"))
    return SB_EVENT_ROLE_PERPETRATOR;
  if (follows_soon (self, name, 4, ACTS))
    return SB_EVENT_ROLE_PERPETRATOR;
  if (stands_before (self, name, 4, "contre against cible ciblant visant visait targeting vise") ||
      stands_before (self, name, 6, ACTS " attaquant tuant attacking killing enlevant kidnapping"))
    return SB_EVENT_ROLE_TARGET;

  return SB_EVENT_ROLE_PARTICIPANT;
}

/* Whether somebody who has no aircraft did it, as far as the words around the names tell. */
static gboolean
is_by_armed_group (const SbFactReading *self)
{
  const SbFactName *name;

  for (guint i = 0; (name = _sb_fact_find_record (self, SB_KIND_ACTOR, i)) != NULL; i++)
    {
      int kind = sb_record_get_term (name->record, SB_ACTOR_KIND, -1);

      if (kind != SB_ACTOR_KIND_STATE_FORCE && kind != SB_ACTOR_KIND_STATE && get_role (self, name, FALSE) == SB_EVENT_ROLE_PERPETRATOR)
        return TRUE;
    }

  return FALSE;
}

/* What was struck or bombarded was so from the air, unless it was a group on the ground
 * that did it. */
static int
resolve_subtype (const SbFactReading *self,
                 int subtype)
{
  if (subtype != STRUCK && subtype != BOMBARDED)
    return subtype;
  if (_sb_fact_find (self->tokens, FROM_THE_AIR) != G_MAXUINT || !is_by_armed_group (self))
    return SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE;

  return subtype == BOMBARDED ? SB_EVENT_SUBTYPE_SHELLING : SB_EVENT_SUBTYPE_ATTACK;
}

/* Its type; -1 when the words do not say. */
static int
set_type (const SbFactReading *self,
          SbRecordBuilder *event)
{
  int subtype = resolve_subtype (self, _sb_fact_choose (self, subtype_words, G_N_ELEMENTS (subtype_words), -1));

  if (subtype < 0)
    return -1;

  /* An attack on a camp is a battle, as ACLED has it: it needs two armed sides. */
  if (subtype == SB_EVENT_SUBTYPE_ATTACK && _sb_fact_find (self->tokens, CIVILIANS) == G_MAXUINT &&
      _sb_fact_find (self->tokens, FORCES) != G_MAXUINT)
    subtype = SB_EVENT_SUBTYPE_ARMED_CLASH;

  sb_record_builder_set_term (event, SB_EVENT_TYPE, get_type (self, subtype));
  sb_record_builder_set_term (event, SB_EVENT_SUBTYPE, subtype);
  return get_type (self, subtype);
}

/* Whether an item of @list has @record as its first field already. */
static gboolean
has_record (GPtrArray *seen,
            SbRecord *record)
{
  return g_ptr_array_find (seen, record, NULL);
}

static void
add_actors (const SbFactReading *self,
            SbRecordBuilder *event,
            gboolean is_politics)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  const SbFactName *name;

  for (guint i = 0; (name = _sb_fact_find_record (self, SB_KIND_ACTOR, i)) != NULL; i++)
    {
      SbRecordBuilder *item;

      /* “selon le ministère”: who tells is no part of what happened. A state that is
       * named as where it was is a place. */
      if (has_record (seen, name->record) || _sb_fact_is_speaker (self, name) || name->kind == SB_MENTION_PLACE)
        continue;

      g_ptr_array_add (seen, name->record);
      item = sb_record_builder_new (&sb_event_actor_schema);
      _sb_fact_set_ref (item, SB_EVENT_ACTOR_ACTOR, name->record);
      sb_record_builder_set_term (item, SB_EVENT_ACTOR_ROLE, get_role (self, name, is_politics));
      sb_record_builder_take_item (event, SB_EVENT_ACTORS, sb_record_builder_end (item));
    }
}

/* How near the place of the event is to the one that is named. */
static int
get_precision (const SbFactReading *self,
               const SbFactName *name)
{
  switch (sb_record_get_term (name->record, SB_PLACE_KIND, SB_PLACE_KIND_TOWN))
    {
    case SB_PLACE_KIND_COUNTRY:
      return SB_PLACE_PRECISION_COUNTRY;
    case SB_PLACE_KIND_REGION:
      return SB_PLACE_PRECISION_REGION;
    case SB_PLACE_KIND_AREA:
    case SB_PLACE_KIND_DISTRICT:
    case SB_PLACE_KIND_FOREST:
    case SB_PLACE_KIND_RIVER:
    case SB_PLACE_KIND_LAKE:
      return SB_PLACE_PRECISION_AREA;
    default:
      return stands_before (self, name, 3, "pres_de pres_d non_loin aux_environs autour near outside close_to around km kilometres kilometers")
               ? SB_PLACE_PRECISION_NEAR
               : SB_PLACE_PRECISION_EXACT;
    }
}

/* The finest places that are named: beside a town, its region and country say only
 * where that is. */
static void
add_places (const SbFactReading *self,
            SbRecordBuilder *event)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  int finest = SB_PLACE_PRECISION_COUNTRY;
  const SbFactName *name;

  for (guint i = 0; (name = _sb_fact_find_record (self, SB_KIND_PLACE, i)) != NULL; i++)
    finest = MIN (finest, MAX (get_precision (self, name), SB_PLACE_PRECISION_NEAR));

  for (guint i = 0; (name = _sb_fact_find_record (self, SB_KIND_PLACE, i)) != NULL; i++)
    {
      int precision = get_precision (self, name);
      SbRecordBuilder *item;

      if (has_record (seen, name->record) || MAX (precision, SB_PLACE_PRECISION_NEAR) > finest)
        continue;

      g_ptr_array_add (seen, name->record);
      item = sb_record_builder_new (&sb_event_place_schema);
      _sb_fact_set_ref (item, SB_EVENT_PLACE_PLACE, name->record);
      sb_record_builder_set_term (item, SB_EVENT_PLACE_PRECISION, precision);
      sb_record_builder_take_item (event, SB_EVENT_PLACES, sb_record_builder_end (item));
    }
}

/* Whether a number is one of dead, and where its words end: “12 morts”, “sept soldats ont
 * été tués”, “tuant 12 soldats”. */
static gboolean
counts_dead (const SbFactReading *self,
             const SbNumberPhrase *number,
             guint *end)
{
  /* “tuant au moins 12 soldats”: the deed goes before the number. */
  if (number->qualifier > 0 && _sb_fact_match_any (self->tokens, number->qualifier - 1, "tuant killing killed tue tuerent") > 0 &&
      !number->is_article)
    {
      *end = MIN (number->end + 1, self->tokens->n_tokens);
      return TRUE;
    }

  for (guint i = number->end; i < number->end + 5 && i < self->tokens->n_tokens; i++)
    {
      SbNumberPhrase other;

      /* Of “12 blessés et 3 morts”, the dead are three. */
      if (i > number->end && (!_sb_tokens_is_joined (self->tokens, i, SB_GAP_HYPHEN | SB_GAP_APOSTROPHE) ||
                              (_sb_number_phrase_read (self->tokens, i, self->language, &other) && !other.is_article)))
        return FALSE;
      if (_sb_fact_match_any (self->tokens, i, "bless* wounded injured") > 0)
        return FALSE;
      if (_sb_fact_match_any (self->tokens, i, DEAD) > 0)
        {
          *end = i + 1;
          return TRUE;
        }
    }

  return FALSE;
}

static void
set_fatalities (const SbFactReading *self,
                SbRecordBuilder *event)
{
  for (guint i = 0; i < self->tokens->n_tokens; i++)
    {
      SbNumberPhrase number;
      g_autofree char *words = NULL;
      guint end;

      if (_sb_fact_is_in_date (self, i) || !_sb_number_phrase_read (self->tokens, i, self->language, &number))
        continue;
      if (!counts_dead (self, &number, &end))
        {
          i = number.end - 1;
          continue;
        }

      words = _sb_fact_dup_words (self, number.qualifier, end);
      if (number.bound != SB_NUMBER_AT_MOST)
        sb_record_builder_set_integer (event, SB_EVENT_FATALITIES_LOW, (gint64) number.low);
      if (number.bound != SB_NUMBER_AT_LEAST)
        sb_record_builder_set_integer (event, SB_EVENT_FATALITIES_HIGH, (gint64) number.high);
      _sb_fact_set_words (self, event, SB_EVENT_FATALITIES_NOTE, words);
      return;
    }
}

SbRecord *
_sb_fact_draft_event (const SbFactReading *self)
{
  SbRecordBuilder *event = sb_record_builder_new (&sb_event_schema);
  g_autofree char *title = _sb_fact_dup_headline (self);
  g_autoptr (SbDate) date = _sb_fact_dup_date (self, SB_FACT_DATE_SAID);
  int type;

  _sb_fact_set_words (self, event, SB_EVENT_TITLE, title);
  type = set_type (self, event);
  sb_record_builder_set_date (event, SB_EVENT_DATE, date);
  add_places (self, event);
  add_actors (self, event, type == SB_EVENT_TYPE_POLITICS);
  set_fatalities (self, event);
  return sb_record_builder_end (event);
}
