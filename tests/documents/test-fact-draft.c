/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-corridor.h"
#include "sb-document.h"
#include "sb-fact-draft.h"
#include "sb-place.h"
#include "sb-recogniser.h"
#include "sb-record-builder.h"

/* The day of the document that every passage is from. */
#define DAY_TEXT "2026-05-15"

static SbNameSet *names;
static GPtrArray *records; /* by id, from 1 */

static SbRecord *
add_record (SbRecordBuilder *builder)
{
  SbRecord *record;

  sb_record_builder_set_id (builder, (gint64) records->len + 1);
  record = sb_record_builder_end (builder);
  g_ptr_array_add (records, record);
  return record;
}

static void
add_actor (const char *fr,
           const char *en,
           const char *short_name,
           SbActorKind kind)
{
  SbRecordBuilder *actor = sb_record_builder_new (&sb_actor_schema);

  sb_record_builder_set_words (actor, SB_ACTOR_NAME, fr, en);
  sb_record_builder_set_text (actor, SB_ACTOR_SHORT_NAME, short_name);
  sb_record_builder_set_term (actor, SB_ACTOR_KIND, kind);
  if (kind == SB_ACTOR_KIND_PERSON)
    {
      SbRecordBuilder *role = sb_record_builder_new (&sb_actor_role_schema);
      g_autoptr (SbDate) since = sb_date_new ("2024-11-21", NULL);

      sb_record_builder_set_words (role, SB_ACTOR_ROLE_TITLE, "Premier ministre", "Prime Minister");
      sb_record_builder_set_date (role, SB_ACTOR_ROLE_SINCE, since);
      sb_record_builder_take_item (actor, SB_ACTOR_ROLES, sb_record_builder_end (role));
    }
  sb_name_set_add_record (names, add_record (actor));
}

static void
add_place (const char *name,
           SbPlaceKind kind)
{
  SbRecordBuilder *place = sb_record_builder_new (&sb_place_schema);

  sb_record_builder_set_words (place, SB_PLACE_NAME, name, name);
  sb_record_builder_set_term (place, SB_PLACE_KIND, kind);
  sb_record_builder_set_text (place, SB_PLACE_COUNTRY, "ML");
  sb_name_set_add_record (names, add_record (place));
}

static void
load_names (void)
{
  SbRecordBuilder *road = sb_record_builder_new (&sb_corridor_schema);

  names = sb_name_set_new ();
  records = g_ptr_array_new_with_free_func (g_object_unref);
  add_actor ("Groupe de soutien à l’islam et aux musulmans", "Group for the Support of Islam and Muslims", "JNIM", SB_ACTOR_KIND_ARMED_GROUP);
  add_actor ("Front de libération de l’Azawad", "Azawad Liberation Front", "FLA", SB_ACTOR_KIND_ARMED_GROUP);
  add_actor ("Forces armées maliennes", "Malian Armed Forces", "FAMa", SB_ACTOR_KIND_STATE_FORCE);
  add_actor ("Abdoulaye Maïga", "Abdoulaye Maïga", NULL, SB_ACTOR_KIND_PERSON);
  add_actor ("Africa Corps", "Africa Corps", NULL, SB_ACTOR_KIND_STATE_FORCE);
  add_place ("Kayes", SB_PLACE_KIND_TOWN);
  add_place ("Diboli", SB_PLACE_KIND_BORDER_POST);
  add_place ("Kidal", SB_PLACE_KIND_TOWN);
  add_place ("Djibo", SB_PLACE_KIND_TOWN);
  add_place ("Bamako", SB_PLACE_KIND_TOWN);
  sb_record_builder_set_words (road, SB_CORRIDOR_NAME, "RN1", "RN1");
  sb_record_builder_set_text (road, SB_CORRIDOR_CODE, "RN1");
  sb_record_builder_set_text (road, SB_CORRIDOR_COUNTRY, "ML");
  sb_name_set_add_record (names, add_record (road));
  sb_name_set_end (names);
}

static const char *
get_name (SbRef *ref)
{
  SbRecord *record = g_ptr_array_index (records, sb_ref_get_id (ref) - 1);

  if (sb_ref_get_kind (ref) == SB_KIND_ACTOR && sb_record_has (record, SB_ACTOR_SHORT_NAME))
    return sb_record_get_text (record, SB_ACTOR_SHORT_NAME);

  return sb_record_get_title (record, SB_LANGUAGE_FR);
}

/* The fields that are set, as "name=value", without those that quote the passage. */
static void
print (GString *text,
       SbRecord *record)
{
  static const char *quoting[] = { "title", "proposition", "summary", "statement", "action", "text", NULL };
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];

      if (!sb_record_has (record, i) || g_strv_contains (quoting, field->name))
        continue;

      g_string_append_printf (text, "%s%s=", text->len > 0 && text->str[text->len - 1] != '(' ? " " : "", field->name);
      switch (field->type)
        {
        case SB_FIELD_TEXT:
          g_string_append_printf (text, "'%s'", sb_record_get_text (record, i));
          break;
        case SB_FIELD_BILINGUAL:
          g_string_append_printf (text, "'%s'", sb_record_get_words (record, i, SB_LANGUAGE_FR));
          break;
        case SB_FIELD_DATE:
          g_string_append (text, sb_date_get_edtf (sb_record_get_date (record, i)));
          break;
        case SB_FIELD_INTEGER:
          g_string_append_printf (text, "%d", (int) sb_record_get_integer (record, i, -1));
          break;
        case SB_FIELD_REAL:
          g_string_append_printf (text, "%g", sb_record_get_real (record, i, -1));
          break;
        case SB_FIELD_TERM:
          g_string_append (text, sb_vocabulary_find (field->vocabulary, sb_record_get_term (record, i, -1))->name);
          break;
        case SB_FIELD_REF:
          g_string_append (text, get_name (sb_record_get_ref (record, i)));
          break;
        case SB_FIELD_LIST:
          for (guint j = 0; j < sb_record_get_n_items (record, i); j++)
            {
              g_string_append_c (text, '(');
              print (text, sb_record_get_item (record, i, j));
              g_string_append_c (text, ')');
            }
          break;
        case SB_FIELD_TIME:
        case SB_FIELD_BOOLEAN:
        default:
          break;
        }
    }
}

static char *
draft (SbFactKind kind,
       SbLanguage language,
       const char *text)
{
  g_autoptr (SbMentions) mentions = NULL;
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  g_autoptr (SbDate) date = sb_date_new (DAY_TEXT, NULL);
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) drafted = NULL;
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  SbTextFacts facts = { .language = sb_language_get_code (language), .has_day = TRUE };
  SbPassage passage = { .text = text, .language = language };
  GString *printed = g_string_new (NULL);

  g_assert_true (sb_day_parse (DAY_TEXT, &facts.day));
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  document = sb_record_builder_end (builder);
  mentions = sb_recognise (names, text, strlen (text), &facts);
  passage.mentions = sb_mentions_get (mentions, &passage.n_mentions);
  for (guint i = 0; i < passage.n_mentions; i++)
    g_ptr_array_add (named, passage.mentions[i].record != 0 ? g_ptr_array_index (records, passage.mentions[i].record - 1) : NULL);

  passage.records = named;
  passage.document = document;
  passage.end = (guint) g_utf8_strlen (text, -1);
  drafted = sb_fact_draft (kind, &passage);
  if (drafted != NULL)
    print (printed, drafted);

  return g_string_free (printed, FALSE);
}

/* Passages, and what a draft of them says. */
static const struct
{
  SbFactKind kind;
  SbLanguage language;
  const char *text;
  const char *draft;
} cases[] = {
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Le 6 mai, des combattants du JNIM ont attaqué un convoi près de Diboli, tuant au moins 12 soldats.",
    "type=battle subtype=armed-clash date=2026-05-06 places=(place=Diboli precision=near) actors=(actor=JNIM role=perpetrator) fatalities_low=12 fatalities_note='au moins 12 soldats'" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "Three engineers were kidnapped by JNIM on 1 July 2025 near Kayes.",
    "type=violence-against-civilians subtype=abduction date=2025-07-01 places=(place=Kayes precision=near) actors=(actor=JNIM role=perpetrator)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Une vingtaine de civils ont été tués mardi à Djibo dans une attaque revendiquée par le JNIM.",
    "type=violence-against-civilians subtype=attack date=2026-05-12 places=(place=Djibo precision=exact) actors=(actor=JNIM role=claimant) fatalities_low=20 fatalities_high=20 fatalities_note='Une vingtaine de civils ont été tués'" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "Between 10 and 15 soldiers were killed when JNIM ambushed an army patrol outside Kayes on Sunday.",
    "type=battle subtype=armed-clash date=2026-05-10 places=(place=Kayes precision=near) actors=(actor=JNIM role=perpetrator) fatalities_low=10 fatalities_high=15 fatalities_note='Between 10 and 15 soldiers were killed'" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Dans la nuit du 5 au 6 septembre 2025, des camions ont été incendiés par le JNIM sur la route de Kayes.",
    "type=strategic-development subtype=looting date=2025-09-05/2025-09-06 places=(place=Kayes precision=exact) actors=(actor=JNIM role=perpetrator)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Une frappe de drone des FAMa a fait sept morts et 3 blessés à Kidal le 2 mai.",
    "type=explosion subtype=air-drone-strike date=2026-05-02 places=(place=Kidal precision=exact) actors=(actor=FAMa role=perpetrator) fatalities_low=7 fatalities_high=7 fatalities_note='sept morts'" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "A drone strike by the Malian Armed Forces on Kidal left up to 30 dead, according to Africa Corps.",
    "type=explosion subtype=air-drone-strike date=2026-05-15 places=(place=Kidal precision=exact) actors=(actor=FAMa role=perpetrator) fatalities_high=30 fatalities_note='up to 30 dead'" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Abdoulaye Maïga a été nommé Premier ministre le 21 novembre 2024 à Bamako.",
    "type=politics subtype=appointment date=2024-11-21 places=(place=Bamako precision=exact) actors=(actor=Abdoulaye Maïga role=participant)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Le camp de Kayes a été attaqué à l’aube.",
    "type=battle subtype=armed-clash date=2026-05-15 places=(place=Kayes precision=exact)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Les FAMa ont frappé un dépôt près de Kidal.",
    "type=explosion subtype=air-drone-strike date=2026-05-15 places=(place=Kidal precision=near) actors=(actor=FAMa role=perpetrator)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Le JNIM et le FLA ont frappé plusieurs places fortes à Kidal.",
    "type=battle subtype=armed-clash date=2026-05-15 places=(place=Kidal precision=exact) actors=(actor=JNIM role=perpetrator)(actor=FLA role=perpetrator)" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "The Malian Armed Forces struck a market in Kidal.",
    "type=explosion subtype=air-drone-strike date=2026-05-15 places=(place=Kidal precision=exact) actors=(actor=FAMa role=perpetrator)" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "JNIM shelled the barracks of Kayes.",
    "type=explosion subtype=shelling date=2026-05-15 places=(place=Kayes precision=exact) actors=(actor=JNIM role=perpetrator)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Le FLA a bombardé Kidal toute la nuit.",
    "type=explosion subtype=shelling date=2026-05-15 places=(place=Kidal precision=exact) actors=(actor=FLA role=perpetrator)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Une embuscade du JNIM a visé une patrouille à Diboli.",
    "type=battle subtype=armed-clash date=2026-05-15 places=(place=Diboli precision=exact) actors=(actor=JNIM role=perpetrator)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Un camion a sauté sur une mine à Djibo.",
    "type=explosion subtype=remote-explosive date=2026-05-15 places=(place=Djibo precision=exact)" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "An IED hit a bus outside Djibo.",
    "type=explosion subtype=remote-explosive date=2026-05-15 places=(place=Djibo precision=near)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "L’enlèvement de deux chauffeurs près de Kayes inquiète.",
    "type=violence-against-civilians subtype=abduction date=2026-05-15 places=(place=Kayes precision=near)" },
  { SB_FACT_EVENT, SB_LANGUAGE_FR,
    "Une manifestation a réuni des commerçants à Bamako.",
    "type=protest subtype=peaceful-protest date=2026-05-15 places=(place=Bamako precision=exact)" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "Drivers in Bamako went on strike.",
    "type=protest subtype=peaceful-protest date=2026-05-15 places=(place=Bamako precision=exact)" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "The two sides struck a deal in Bamako.",
    "type=strategic-development subtype=agreement date=2026-05-15 places=(place=Bamako precision=exact)" },
  { SB_FACT_EVENT, SB_LANGUAGE_EN,
    "Villagers were attacked near Djibo.",
    "type=violence-against-civilians subtype=attack date=2026-05-15 places=(place=Djibo precision=near)" },
  { SB_FACT_CLAIM, SB_LANGUAGE_FR,
    "Abdoulaye Maïga a démenti lundi tout blocus de Kayes : « Il n’y a pas de blocus ».",
    "date=2026-05-11 statements=(speaker=Abdoulaye Maïga role='Premier ministre' stance=denies date=2026-05-11 words='Il n’y a pas de blocus' language='fr')" },
  { SB_FACT_CLAIM, SB_LANGUAGE_EN,
    "JNIM claimed responsibility for the raid on Kayes in a video released on 3 May.",
    "date=2026-05-03 statements=(speaker=JNIM stance=claims date=2026-05-03)" },
  { SB_FACT_CLAIM, SB_LANGUAGE_FR,
    "Le 25 avril 2026, le JNIM et le FLA ont frappé plusieurs places fortes.",
    "date=2026-04-25 statements=(stance=asserts date=2026-04-25)" },
  { SB_FACT_CLAIM, SB_LANGUAGE_FR,
    "Selon une source sécuritaire, la ville est encerclée.",
    "date=2026-05-15 statements=(attribution='une source sécuritaire' stance=asserts date=2026-05-15)" },
  { SB_FACT_QUOTE, SB_LANGUAGE_EN,
    "“We hold the town,” the FLA said on Friday.",
    "date=2026-05-15 statements=(speaker=FLA stance=asserts date=2026-05-15 words='We hold the town' language='en')" },
  { SB_FACT_RELATION, SB_LANGUAGE_FR,
    "Le FLA est allié au JNIM depuis avril 2026.",
    "subject=FLA kind=allied-with object=JNIM since=2026-04" },
  { SB_FACT_RELATION, SB_LANGUAGE_EN,
    "The FAMa are supported by Africa Corps.",
    "subject=Africa Corps kind=supports object=FAMa" },
  { SB_FACT_RELATION, SB_LANGUAGE_FR,
    "Le JNIM combat Africa Corps.",
    "subject=JNIM kind=opposes object=Africa Corps" },
  { SB_FACT_PILLAR, SB_LANGUAGE_FR,
    "Le FLA et le JNIM ont un adversaire commun.",
    "name='FLA–JNIM' parties=(actor=FLA)(actor=JNIM) traits=(kind=pillar)" },
  { SB_FACT_DIVERGENCE, SB_LANGUAGE_EN,
    "JNIM and the FLA disagree about the law of the towns they take.",
    "name='JNIM–FLA' parties=(actor=JNIM)(actor=FLA) traits=(kind=divergence)" },
  { SB_FACT_RESTRICTION, SB_LANGUAGE_FR,
    "Depuis le 3 septembre 2025, le JNIM impose un blocus sur la RN1 entre Kayes et Diboli.",
    "kind=blockade imposed_by=JNIM stretches=(corridor=RN1 origin=Kayes destination=Diboli) since=2025-09-03" },
  { SB_FACT_RESTRICTION, SB_LANGUAGE_EN,
    "A curfew was imposed in Kayes until 30 June 2026.",
    "kind=curfew places=(place=Kayes) since=2026-05-15 until=2026-06-30" },
  { SB_FACT_RESTRICTION, SB_LANGUAGE_FR,
    "Le JNIM menace de couper la route de Bamako et interdit la vente de carburant à Kayes.",
    "kind=fuel-ban imposed_by=JNIM places=(place=Bamako)(place=Kayes) since=2026-05-15 severity=threatened" },
  { SB_FACT_CONTROL, SB_LANGUAGE_FR,
    "Kidal est aux mains du FLA depuis le 26 avril 2026.",
    "place=Kidal holder=FLA kind=controls since=2026-04-26" },
  { SB_FACT_CONTROL, SB_LANGUAGE_EN,
    "Djibo is contested by JNIM.",
    "place=Djibo holder=JNIM kind=contests since=2026-05-15" },
  { SB_FACT_ZONE, SB_LANGUAGE_FR,
    "La région de Kayes passe en zone rouge depuis le 26 avril 2026.",
    "place=Kayes level=red since=2026-04-26" },
  { SB_FACT_ZONE, SB_LANGUAGE_EN,
    "Travel to Djibo is advised against unless imperative.",
    "place=Djibo level=orange since=2026-05-15" },
  { SB_FACT_ZONE, SB_LANGUAGE_FR,
    "Renoncer à tout trajet non indispensable vers Kayes.",
    "place=Kayes level=orange since=2026-05-15" },
  { SB_FACT_ZONE, SB_LANGUAGE_EN,
    "Avoid all but essential travel to Djibo.",
    "place=Djibo level=orange since=2026-05-15" },
  { SB_FACT_FIGURE, SB_LANGUAGE_FR,
    "Environ 1 300 camions incendiés entre septembre et novembre 2025 autour de Kayes.",
    "label='camions incendiés' kind=count low=1300 unit='camions' qualifier='Environ' place=Kayes date=2025-09/2025-11" },
  { SB_FACT_FIGURE, SB_LANGUAGE_EN,
    "Imports fell by 40 percent in October 2025.",
    "label='Imports fell by 40 percent in October 2025' kind=share low=40 unit='%' date=2025-10" },
  { SB_FACT_FIGURE, SB_LANGUAGE_FR,
    "Le coût atteint 1,5 milliard de francs CFA par mois.",
    "label='Le coût atteint 1,5 milliard de francs CFA par mois' kind=money low=1.5e+09 unit='FCFA' date=2026-05-15" },
  { SB_FACT_FIGURE, SB_LANGUAGE_EN,
    "Some 10,000 people fled Djibo.",
    "label='people fled Djibo' kind=count low=10000 unit='people' qualifier='Some' place=Djibo date=2026-05-15" },
  { SB_FACT_FIGURE, SB_LANGUAGE_FR,
    "Le prix du litre a été multiplié : trois fois plus cher à Kayes.",
    "label='plus cher à Kayes' kind=multiple low=3 unit='fois' place=Kayes date=2026-05-15" },
  { SB_FACT_INDICATOR, SB_LANGUAGE_FR,
    "La fermeture des stations de Bamako pourrait annoncer une pénurie.",
    "state=not-seen" },
  { SB_FACT_INDICATOR, SB_LANGUAGE_EN,
    "On 10 May the stations of Bamako closed.",
    "state=seen signs=(date=2026-05-10)" },
  { SB_FACT_RECOMMENDATION, SB_LANGUAGE_FR,
    "Les voyageurs sont invités à éviter Kayes jusqu’à nouvel ordre.",
    "date=2026-05-15 audience=travellers" },
  { SB_FACT_RECOMMENDATION, SB_LANGUAGE_EN,
    "The authorities should reopen talks with the towns.",
    "date=2026-05-15 audience=authorities" },
};

static void
test_drafts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = draft (cases[i].kind, cases[i].language, cases[i].text);

      if (!g_str_equal (found, cases[i].draft))
        {
          g_test_message ("%s\n  wanted: %s\n  found:  %s", cases[i].text, cases[i].draft, found);
          g_test_fail ();
        }
    }
}

/* A title is the first sentence, on one line, cut at a word. */
static void
test_headline (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } headlines[] = {
    { "Kayes est calme. Bamako ne l’est pas.", "Kayes est calme" },
    { "Le marché de\nKayes a rouvert.", "Le marché de Kayes a rouvert" },
    { "M. Maïga a reçu une délégation à Kayes. Rien n’a filtré.", "M. Maïga a reçu une délégation à Kayes" },
    { "La colonne est partie à l’aube de la ville, a traversé le fleuve à gué, puis a pris la piste vers le nord.",
      "La colonne est partie à l’aube de la ville, a traversé le fleuve à gué, puis a pris la…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      SbPassage passage = { .text = headlines[i].text, .end = (guint) g_utf8_strlen (headlines[i].text, -1) };
      g_autoptr (SbRecord) event = sb_fact_draft (SB_FACT_EVENT, &passage);

      g_assert_cmpstr (sb_record_get_words (event, 0, SB_LANGUAGE_FR), ==, headlines[i].title);
    }
}

/* Of a document, only what stands in the passage counts. */
static void
test_range (void)
{
  const char *text = "Le JNIM a attaqué Kayes. Le FLA tient Kidal.";
  g_autoptr (SbMentions) mentions = sb_recognise (names, text, strlen (text), &(SbTextFacts) { .language = "fr" });
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  SbPassage passage = { .text = text, .start = 25, .end = 44, .records = named };
  g_autoptr (SbRecord) control = NULL;
  g_autoptr (GString) printed = g_string_new (NULL);

  passage.mentions = sb_mentions_get (mentions, &passage.n_mentions);
  for (guint i = 0; i < passage.n_mentions; i++)
    g_ptr_array_add (named, g_ptr_array_index (records, passage.mentions[i].record - 1));

  control = sb_fact_draft (SB_FACT_CONTROL, &passage);
  print (printed, control);
  g_assert_cmpstr (printed->str, ==, "place=Kidal holder=FLA kind=controls");
  g_assert_null (sb_fact_draft (SB_FACT_NOTE, &passage));
  passage.end = passage.start;
  g_assert_null (sb_fact_draft (SB_FACT_EVENT, &passage));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  load_names ();
  g_test_add_func ("/documents/fact-draft/drafts", test_drafts);
  g_test_add_func ("/documents/fact-draft/headline", test_headline);
  g_test_add_func ("/documents/fact-draft/range", test_range);
  return g_test_run ();
}
