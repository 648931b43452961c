/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-import.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-import-spec.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-test-records.h"

/* All rows are invented. */
#define ACLED                                                                                                    \
  "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,inter2," \
  "country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,tags\n"
#define ROW1 "MLI1,2025-09-03,1,Battles,Armed clash,JNIM: Group for Support of Islam and Muslims,Fulani Ethnic Militia (Mali),Rebel group,Military Forces of Mali (2021-),State forces,Mali,Kayes,Diboli,14.46,-12.24,1,Radio A; B,Fighters took a post.,7,crowd size=no report\n"
#define ROW2 "MLI2,2025-09-04,2,Violence against civilians,Attack,JNIM: Group for Support of Islam and Muslims,,Rebel group,Civilians (Mali),Civilians,Mali,Mopti,Village X,14.5,-4.2,2,Radio A,A village was burnt.,0,\n"
#define ROW3 "MLI3,2025-09-05,3,Protests,Peaceful protest,Protesters (Mali),,Protesters,,,Mali,Kayes,Kayes,14.45,-11.43,3,Radio A,A march.,0,\n"

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static SbImportResult *
import (Fixture *fixture,
        const char *name,
        const char *text,
        const char *spec_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) spec_bytes = spec_json != NULL ? g_bytes_new (spec_json, strlen (spec_json)) : NULL;
  g_autoptr (SbImportSpec) spec = spec_bytes != NULL ? sb_import_spec_new (spec_bytes, &error) : NULL;
  g_autoptr (SbImportDraft) draft = NULL;
  SbImportResult *result;

  g_assert_no_error (error);
  draft = sb_import_draft_new (bytes, name, spec, NULL, &error);
  g_assert_no_error (error);
  result = sb_import_draft_store (draft, fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* new, updated, unchanged, taken back, refused */
static void
assert_counts (const SbImportResult *result,
               guint added,
               guint updated,
               guint unchanged,
               guint withdrawn,
               guint rejected)
{
  g_assert_cmpuint (result->counts.added, ==, added);
  g_assert_cmpuint (result->counts.updated, ==, updated);
  g_assert_cmpuint (result->counts.unchanged, ==, unchanged);
  g_assert_cmpuint (result->n_withdrawn, ==, withdrawn);
  g_assert_cmpuint (result->rejections->len, ==, rejected);
}

static GPtrArray *
list (Fixture *fixture,
      SbKind kind,
      SbQueryFlags flags)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  query->flags = flags;
  records = sb_store_list (fixture->store, query, &error);
  g_assert_no_error (error);
  return records;
}

static SbRecord *
find_event (Fixture *fixture,
            const char *id)
{
  g_autoptr (GPtrArray) events = list (fixture, SB_KIND_EVENT, SB_QUERY_WITHDRAWN);

  for (guint i = 0; i < events->len; i++)
    if (g_strcmp0 (sb_record_get_text (g_ptr_array_index (events, i), SB_EVENT_EXTERNAL_ID), id) == 0)
      return g_object_ref (g_ptr_array_index (events, i));

  return NULL;
}

static SbRecord *
get_place (Fixture *fixture,
           SbRecord *event)
{
  SbRef *ref = sb_record_get_ref (sb_record_get_item (event, SB_EVENT_PLACES, 0), SB_EVENT_PLACE_PLACE);

  return sb_store_get (fixture->store, SB_KIND_PLACE, sb_ref_get_id (ref), NULL);
}

/* The actors as "name role" with ", " between. */
static char *
list_actors (SbRecord *event)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_ACTORS); i++)
    {
      SbRecord *item = sb_record_get_item (event, SB_EVENT_ACTORS, i);
      const SbTerm *role = sb_vocabulary_find (&sb_event_role_vocabulary, sb_record_get_term (item, SB_EVENT_ACTOR_ROLE, -1));

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              sb_ref_get_name (sb_record_get_ref (item, SB_EVENT_ACTOR_ACTOR), SB_LANGUAGE_EN), role->name);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* An actor that is known by its short name is the one that ACLED means. */
static void
put_known_actors (Fixture *fixture)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
  g_autoptr (SbRecord) jnim = NULL;
  g_autoptr (SbRecord) army = NULL;
  g_autoptr (GError) error = NULL;

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Groupe de soutien", "Support group");
  sb_record_builder_set_text (builder, SB_ACTOR_SHORT_NAME, "JNIM");
  jnim = sb_record_builder_end (builder);
  builder = sb_record_builder_new (&sb_actor_schema);
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Forces armées maliennes", "Malian army");
  sb_record_builder_set_text (builder, SB_ACTOR_COUNTRY, "ML");
  sb_record_builder_set_term (builder, SB_ACTOR_KIND, SB_ACTOR_KIND_STATE_FORCE);
  army = sb_record_builder_end (builder);
  sb_change_set_put (changes, jnim);
  sb_change_set_put (changes, army);
  sb_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
}

static void
test_event (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbImportResult) result = NULL;
  g_autoptr (SbRecord) event = NULL;
  g_autoptr (SbRecord) place = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autofree char *actors = NULL;
  SbRecord *tie;

  put_known_actors (fixture);
  result = import (fixture, "a.csv", ACLED ROW1, NULL);
  g_assert_cmpstr (result->kind, ==, "acled");
  assert_counts (result, 1, 0, 0, 0, 0);

  event = find_event (fixture, "MLI1");
  g_assert_cmpint (sb_record_get_term (event, SB_EVENT_TYPE, -1), ==, SB_EVENT_TYPE_BATTLE);
  g_assert_cmpint (sb_record_get_term (event, SB_EVENT_SUBTYPE, -1), ==, SB_EVENT_SUBTYPE_ARMED_CLASH);
  g_assert_cmpstr (sb_date_get_edtf (sb_record_get_date (event, SB_EVENT_DATE)), ==, "2025-09-03");
  g_assert_cmpint (sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, -1), ==, 7);
  g_assert_cmpint (sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, -1), ==, 7);
  g_assert_cmpstr (sb_record_get_words (event, SB_EVENT_SUMMARY, SB_LANGUAGE_EN), ==, "Fighters took a post.");

  actors = list_actors (event);
  g_assert_cmpstr (actors, ==, "Support group participant, Malian army participant, Fulani Ethnic Militia (Mali) participant");

  /* A place of the gazetteer, in its region. */
  place = get_place (fixture, event);
  g_assert_cmpstr (sb_record_get_text (place, SB_PLACE_KEY), ==, "ml-diboli");
  g_assert_nonnull (sb_record_get_ref (place, SB_PLACE_PARENT));

  evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (event), NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
  tie = g_ptr_array_index (evidence, 0);
  g_assert_cmpstr (sb_record_get_text (tie, SB_EVIDENCE_QUOTE), ==, "Fighters took a post.");
  g_assert_cmpint (sb_record_get_term (tie, SB_EVIDENCE_CREDIBILITY, -1), ==, SB_CREDIBILITY_2);
  g_assert_cmpint (sb_record_get_term (tie, SB_EVIDENCE_RELIABILITY, -1), ==, SB_RELIABILITY_B);
  g_assert_cmpstr (sb_ref_get_name (sb_record_get_ref (tie, SB_EVIDENCE_SOURCE), SB_LANGUAGE_EN), ==, "ACLED");
}

/* Violence against civilians has who does it and whom it is done to; times and
 * places are no more precise than their source says. */
static void
test_precision (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbImportResult) result = import (fixture, "a.csv", ACLED ROW2 ROW3, NULL);
  g_autoptr (SbRecord) attack = find_event (fixture, "MLI2");
  g_autoptr (SbRecord) march = find_event (fixture, "MLI3");
  g_autoptr (SbRecord) village = get_place (fixture, attack);
  g_autoptr (SbRecord) region = get_place (fixture, march);
  g_autofree char *actors = list_actors (attack);

  assert_counts (result, 2, 0, 0, 0, 0);
  g_assert_cmpstr (actors, ==, "JNIM: Group for Support of Islam and Muslims perpetrator, Civilians (Mali) victim");
  g_assert_cmpstr (sb_date_get_edtf (sb_record_get_date (attack, SB_EVENT_DATE)), ==, "2025-09-04~");
  g_assert_cmpstr (sb_date_get_edtf (sb_record_get_date (march, SB_EVENT_DATE)), ==, "2025-09");

  g_assert_cmpstr (sb_record_get_title (village, SB_LANGUAGE_EN), ==, "Village X");
  g_assert_cmpstr (sb_record_get_text (village, SB_PLACE_COUNTRY), ==, "ML");
  g_assert_cmpint (sb_record_get_term (sb_record_get_item (attack, SB_EVENT_PLACES, 0), SB_EVENT_PLACE_PRECISION, -1), ==,
                   SB_PLACE_PRECISION_NEAR);
  g_assert_cmpint (sb_record_get_term (region, SB_PLACE_KIND, -1), ==, SB_PLACE_KIND_REGION);
}

/* The same file again changes nothing; another one updates by the key, and leaves
 * what an analyst wrote. */
static void
test_again (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbImportResult) first = import (fixture, "a.csv", ACLED ROW1 ROW2 ROW3, NULL);
  g_autoptr (SbImportResult) again = import (fixture, "a.csv", ACLED ROW1 ROW2 ROW3, NULL);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) event = find_event (fixture, "MLI1");
  SbRecordBuilder *builder = sb_record_builder_new_from (event);
  g_autoptr (SbRecord) edited = NULL;
  g_autoptr (SbRecord) after = NULL;
  g_autoptr (SbImportResult) later = NULL;
  g_autoptr (GPtrArray) evidence = NULL;

  assert_counts (first, 3, 0, 0, 0, 0);
  assert_counts (again, 0, 0, 3, 0, 0);

  sb_record_builder_set_words (builder, SB_EVENT_TITLE, "Mon titre", NULL);
  sb_record_builder_set_boolean (builder, SB_EVENT_KEY_FACT, TRUE);
  edited = sb_record_builder_end (builder);
  sb_change_set_put (changes, edited);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, NULL), >, 0);

  later = import (fixture, "b.csv", ACLED "MLI1,2025-09-03,1,Battles,Armed clash,JNIM: Group for Support of Islam and Muslims,,,,,Mali,Kayes,Diboli,14.46,-12.24,1,Radio A,Fighters took two posts.,9,\n" ROW2, NULL);
  assert_counts (later, 0, 1, 1, 0, 0);
  after = find_event (fixture, "MLI1");
  g_assert_cmpint (sb_record_get_integer (after, SB_EVENT_FATALITIES_LOW, -1), ==, 9);
  g_assert_cmpstr (sb_record_get_title (after, SB_LANGUAGE_FR), ==, "Mon titre");
  g_assert_true (sb_record_get_boolean (after, SB_EVENT_KEY_FACT));

  /* What it rested on before says what is no longer so. */
  evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (after), NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
  g_assert_cmpstr (sb_record_get_text (g_ptr_array_index (evidence, 0), SB_EVIDENCE_QUOTE), ==, "Fighters took two posts.");
}

static void
rename_record (Fixture *fixture,
               SbRecord *record,
               guint field)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (record);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) renamed = NULL;

  sb_record_builder_set_words (builder, field, "Autre nom", "Other name");
  renamed = sb_record_builder_end (builder);
  sb_change_set_put (changes, renamed);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, NULL), >, 0);
}

/* Actors and places that were made on the way keep the names that they are given
 * afterwards. */
static void
test_renamed (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbImportResult) first = import (fixture, "a.csv", ACLED ROW2, NULL);
  g_autoptr (SbRecord) event = find_event (fixture, "MLI2");
  g_autoptr (SbRecord) place = get_place (fixture, event);
  g_autoptr (GPtrArray) actors = list (fixture, SB_KIND_ACTOR, SB_QUERY_DEFAULT);
  g_autoptr (SbImportResult) again = NULL;
  g_autoptr (GPtrArray) actors_after = NULL;
  g_autoptr (GPtrArray) places_after = NULL;

  assert_counts (first, 1, 0, 0, 0, 0);
  g_assert_cmpuint (actors->len, ==, 2);
  rename_record (fixture, g_ptr_array_index (actors, 0), SB_ACTOR_NAME);
  rename_record (fixture, g_ptr_array_index (actors, 1), SB_ACTOR_NAME);
  rename_record (fixture, place, SB_PLACE_NAME);

  again = import (fixture, "a.csv", ACLED ROW2, NULL);
  assert_counts (again, 0, 0, 1, 0, 0);
  actors_after = list (fixture, SB_KIND_ACTOR, SB_QUERY_DEFAULT);
  places_after = list (fixture, SB_KIND_PLACE, SB_QUERY_DEFAULT);
  g_assert_cmpuint (actors_after->len, ==, 2);
  for (guint i = 0; i < actors_after->len; i++)
    g_assert_cmpstr (sb_record_get_title (g_ptr_array_index (actors_after, i), SB_LANGUAGE_EN), ==, "Other name");
  for (guint i = 0; i < places_after->len; i++)
    g_assert_cmpstr (sb_record_get_title (g_ptr_array_index (places_after, i), SB_LANGUAGE_EN), !=, "Village X");
}

static void
test_rejections (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (SbImportResult) result =
    import (fixture, "a.csv", ACLED ROW1 "MLI9,soon,1,Battles,,A,,,,,Mali,Kayes,Diboli,14.46,-12.24,1,,,0,\n" ROW1 "MLI8,2025-09-03,1,Battles,,A,,,,,Mali,Kayes,Diboli,200,-12.24,1,,,0,\n" ROW2, NULL);
  static const guint lines[] = { 3, 4, 5 };

  assert_counts (result, 2, 0, 0, 0, 3);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const SbImportRejection *rejection = g_ptr_array_index (result->rejections, i);

      g_assert_cmpuint (rejection->line, ==, lines[i]);
      g_assert_true (g_str_has_suffix (rejection->reason, "."));
    }
}

/* What a list of deletions names, or what is missing in a file that has everything:
 * nothing else is taken back. */
static void
test_withdrawn (Fixture *fixture,
                gconstpointer data)
{
  static const char own[] = "Date,Lieu,Pays,Type,Acteur 1\n2025-09-04,Kayes,Mali,Attaque,JNIM\n";
  g_autoptr (SbImportResult) all = import (fixture, "a.csv", ACLED ROW1 ROW2 ROW3, NULL);
  g_autoptr (SbImportResult) other = import (fixture, "own.csv", own, NULL);
  g_autoptr (SbImportResult) part = import (fixture, "a.csv", ACLED ROW1 ROW3, NULL);
  g_autoptr (SbImportResult) complete = import (fixture, "a.csv", ACLED ROW1 ROW3, "{\"rows\":\"events\",\"complete\":true}");
  g_autoptr (SbRecord) missing = find_event (fixture, "MLI2");
  g_autoptr (SbImportResult) back = NULL;
  g_autoptr (SbRecord) again = NULL;
  g_autoptr (SbImportResult) deleted = NULL;
  g_autoptr (SbRecord) gone = NULL;
  g_autoptr (GPtrArray) left = NULL;

  assert_counts (part, 0, 0, 2, 0, 0);
  assert_counts (complete, 0, 0, 2, 1, 0);
  g_assert_true (sb_record_is_withdrawn (missing));

  back = import (fixture, "a.csv", ACLED ROW1 ROW2 ROW3, NULL);
  again = find_event (fixture, "MLI2");
  assert_counts (back, 0, 1, 2, 0, 0);
  g_assert_false (sb_record_is_withdrawn (again));

  deleted = import (fixture, "deleted.csv", "event_id_cnty,deleted_timestamp\nMLI1,1700000000\nMLI77,1700000000\n", NULL);
  gone = find_event (fixture, "MLI1");
  assert_counts (deleted, 0, 0, 1, 1, 0);
  g_assert_true (sb_record_is_withdrawn (gone));
  left = list (fixture, SB_KIND_EVENT, SB_QUERY_DEFAULT);
  g_assert_cmpuint (left->len, ==, 3);
}

static void
test_range (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbImportResult) result =
    import (fixture, "u.csv",
            "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,date_start,date_end,low,best,high\n"
            "5,1,Government of Mali,JNIM,4,Kayes region,Kayes region,14.3,-10.6,Mali,2,2025-09-03,2025-09-05,2,4,9\n",
            NULL);
  g_autoptr (SbRecord) event = find_event (fixture, "5");
  g_autoptr (SbRecord) place = get_place (fixture, event);

  g_assert_cmpstr (result->kind, ==, "ucdp");
  g_assert_cmpint (sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, -1), ==, 2);
  g_assert_cmpint (sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, -1), ==, 9);
  g_assert_cmpstr (sb_record_get_words (event, SB_EVENT_FATALITIES_NOTE, SB_LANGUAGE_EN), ==, "best estimate: 4");
  g_assert_cmpstr (sb_date_get_edtf (sb_record_get_date (event, SB_EVENT_DATE)), ==, "2025-09-03/2025-09-05");
  g_assert_cmpstr (sb_record_get_text (place, SB_PLACE_KEY), ==, "ml-region-kayes");
}

/* Columns of one's own, by a specification; the grade is what it says. */
static void
test_spec (Fixture *fixture,
           gconstpointer data)
{
  static const char spec[] = "{\"rows\":\"events\",\"source\":\"Veille\",\"grade\":\"C3\",\"date_format\":\"%d.%m.%Y\",\"columns\":{\"date\":\"Quand\",\"location\":\"Où\","
                             "\"actor1\":\"Qui\",\"notes\":\"Quoi\"},\"defaults\":{\"country\":\"Mali\",\"type\":\"Embuscade\"}}";
  g_autoptr (SbImportResult) result = import (fixture, "own.csv", "Quand;Où;Qui;Quoi\n03.09.2025;Kayes;JNIM;Le convoi a été pris dans une embuscade par des hommes.\n", spec);
  g_autoptr (GPtrArray) events = list (fixture, SB_KIND_EVENT, SB_QUERY_DEFAULT);
  SbRecord *event = g_ptr_array_index (events, 0);
  g_autoptr (GPtrArray) evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (event), NULL);

  assert_counts (result, 1, 0, 0, 0, 0);
  g_assert_cmpint (sb_record_get_term (event, SB_EVENT_SUBTYPE, -1), ==, SB_EVENT_SUBTYPE_ARMED_CLASH);
  g_assert_true (g_str_has_prefix (sb_bilingual_get (sb_record_get_bilingual (event, SB_EVENT_SUMMARY), SB_LANGUAGE_FR), "Le convoi"));
  g_assert_cmpuint (evidence->len, ==, 1);
  g_assert_cmpint (sb_record_get_term (g_ptr_array_index (evidence, 0), SB_EVIDENCE_CREDIBILITY, -1), ==, SB_CREDIBILITY_3);
  g_assert_cmpint (sb_record_get_term (g_ptr_array_index (evidence, 0), SB_EVIDENCE_RELIABILITY, -1), ==, SB_RELIABILITY_C);
}

static const struct
{
  const char *name;
  const char *text;
  SbKind kind;
  const char *title; /* of the first of them that is new */
} others[] = {
  { "r.json", "{\"data\":[{\"id\":7,\"fields\":{\"title\":\"Mali: point\",\"url\":\"https://x.example/7\",\"body\":\"**Faits**\\n\\nUn texte.\",\"source\":[{\"name\":\"OCHA\"}]}}]}",
    SB_KIND_DOCUMENT, "Mali: point" },
  { "h.csv", "location_code,location_name,admin1_name,event_type,events,reference_period_start,reference_period_end\nMLI,Mali,Gao,demonstration,2,2025-01-01,2025-01-31\n",
    SB_KIND_FIGURE, "Conflict events (demonstration)" },
  { "p.kml", "<kml><Placemark><name>Poste</name><Point><coordinates>-4.5,14.25</coordinates></Point></Placemark></kml>", SB_KIND_PLACE, "Poste" },
  { "ML.txt", "9999999\tTonkaville\tTonkaville\tTanka,Tonké\t16.13\t-3.75\tP\tPPLA3\tML\t\t08\t\t\t\t37397\t\t271\tAfrica/Bamako\t2019-09-05\n", SB_KIND_PLACE, "Tonkaville" },
};

/* Other things than events: taken once, and known the next time. */
static void
test_others (Fixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (SbImportResult) first = import (fixture, others[i].name, others[i].text, NULL);
      g_autoptr (SbImportResult) again = import (fixture, others[i].name, others[i].text, NULL);
      g_autoptr (GPtrArray) records = list (fixture, others[i].kind, SB_QUERY_DEFAULT);
      gboolean is_found = FALSE;

      g_test_message ("%s", others[i].name);
      assert_counts (first, 1, 0, 0, 0, 0);
      assert_counts (again, 0, 0, 1, 0, 0);
      for (guint k = 0; k < records->len; k++)
        is_found |= g_str_equal (sb_record_get_title (g_ptr_array_index (records, k), SB_LANGUAGE_EN), others[i].title);
      g_assert_true (is_found);
    }
}

/* The p-codes of regions go to those that are there; those that the gazetteer knows lead to
 * it, however the region is spelt. */
static void
test_codes (Fixture *fixture,
            gconstpointer data)
{
  static const char text[] = "ADM1_FR,ADM1_PCODE,ADM0_PCODE\nTaoudénit,ML11,ML\n";
  static const char known[] = "ADM1_FR,ADM1_PCODE,ADM0_PCODE\nGuidimagha,MR10,MR\n";
  g_autoptr (SbImportResult) events = import (fixture, "a.csv", ACLED "MLI4,2025-09-05,1,Protests,Peaceful protest,Protesters (Mali),,,,,Mali,Taoudenit,Taoudenit,21.8,-3.9,3,A,A march.,0,\n", NULL);
  g_autoptr (SbImportResult) result = import (fixture, "adm.csv", text, NULL);
  g_autoptr (SbImportResult) again = import (fixture, "adm.csv", text, NULL);
  g_autoptr (SbImportResult) other = import (fixture, "other.csv", known, NULL);
  g_autoptr (SbRecord) event = find_event (fixture, "MLI4");
  g_autoptr (SbRecord) region = get_place (fixture, event);
  g_autoptr (GPtrArray) places = list (fixture, SB_KIND_PLACE, SB_QUERY_DEFAULT);
  gboolean is_known = FALSE;

  assert_counts (events, 1, 0, 0, 0, 0);
  assert_counts (result, 0, 1, 0, 0, 0);
  assert_counts (again, 0, 0, 1, 0, 0);
  g_assert_cmpstr (sb_record_get_text (region, SB_PLACE_PCODE), ==, "ML11");
  assert_counts (other, 0, 0, 1, 0, 0);
  for (guint i = 0; i < places->len; i++)
    {
      SbRecord *place = g_ptr_array_index (places, i);

      g_assert_cmpstr (sb_record_get_title (place, SB_LANGUAGE_EN), !=, "Guidimagha");
      is_known |= g_strcmp0 (sb_record_get_text (place, SB_PLACE_KEY), "mr-region-guidimakha") == 0;
    }
  g_assert_true (is_known);
}

/* One row of GDELT: a fight in the place of these codes and names. */
#define GDELT_ROW(id, place) \
  id "\t20260425\t202604\t2026\t2026.31\tREB\tREBEL\t\t\t\t\t\t\t\t\tNER\tNIGER\t\t\t\t\t\t\t\t\t1\t190\t190\t19\t4\t-10\t3\t1\t3\t-5.5\t" place place place "20260425120000\thttps://x.example/" id "\n"
#define NIAMEY "4\tNiamey, Niamey, Niger\tNG\tNG08\t\t13.51\t2.1\t-100\t"
#define PARIS  "4\tParis, France\tFR\tFR00\t\t48.86\t2.35\t-100\t"
#define LAGOS  "4\tLagos, Lagos, Nigeria\tNI\tNI05\t\t6.45\t3.39\t-100\t"

/* Codes of countries are those of FIPS; what a machine found is a lead, F6, and
 * makes no actors; what is not here is left out. */
static void
test_gdelt (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbImportResult) result =
    import (fixture, "x.export.CSV", GDELT_ROW ("1", NIAMEY) GDELT_ROW ("2", PARIS) GDELT_ROW ("3", LAGOS), NULL);
  g_autoptr (SbRecord) niger = find_event (fixture, "1");
  g_autoptr (SbRecord) nigeria = find_event (fixture, "3");
  g_autoptr (SbRecord) niamey = get_place (fixture, niger);
  g_autoptr (SbRecord) lagos = get_place (fixture, nigeria);
  g_autoptr (GPtrArray) evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (niger), NULL);
  g_autoptr (GPtrArray) actors = list (fixture, SB_KIND_ACTOR, SB_QUERY_DEFAULT);

  g_assert_cmpstr (result->kind, ==, "gdelt");
  assert_counts (result, 2, 0, 0, 0, 1);
  g_assert_cmpstr (sb_record_get_text (niamey, SB_PLACE_COUNTRY), ==, "NE");
  g_assert_cmpstr (sb_record_get_text (lagos, SB_PLACE_COUNTRY), ==, "NG");
  g_assert_cmpint (sb_record_get_term (niger, SB_EVENT_TYPE, -1), ==, SB_EVENT_TYPE_BATTLE);
  g_assert_cmpint (sb_record_get_term (g_ptr_array_index (evidence, 0), SB_EVIDENCE_CREDIBILITY, -1), ==, SB_CREDIBILITY_6);
  g_assert_cmpint (sb_record_get_term (g_ptr_array_index (evidence, 0), SB_EVIDENCE_RELIABILITY, -1), ==, SB_RELIABILITY_F);
  g_assert_cmpuint (actors->len, ==, 0);
}

/* A whole file is one unit of work. */
static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbImportResult) result = import (fixture, "a.csv", ACLED ROW1 ROW2 ROW3, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = sb_store_undo (fixture->store, &error);
  g_autoptr (GPtrArray) events = list (fixture, SB_KIND_EVENT, SB_QUERY_WITHDRAWN);
  g_autoptr (GPtrArray) actors = list (fixture, SB_KIND_ACTOR, SB_QUERY_DEFAULT);

  g_assert_no_error (error);
  g_assert_nonnull (label);
  g_assert_cmpuint (events->len, ==, 0);
  g_assert_cmpuint (actors->len, ==, 0);
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  static const char text[] = ACLED ROW1;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SbImportDraft) draft = sb_import_draft_new (bytes, "a.csv", NULL, NULL, &error);
  g_autoptr (SbImportResult) result = NULL;
  g_autoptr (GPtrArray) actors = NULL;

  g_cancellable_cancel (cancellable);
  result = sb_import_draft_store (draft, fixture->store, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (result);
  actors = list (fixture, SB_KIND_ACTOR, SB_QUERY_DEFAULT);
  g_assert_cmpuint (actors->len, ==, 0);
}

#define ADD(path, func) g_test_add ("/sync/table-intake/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("event", test_event);
  ADD ("precision", test_precision);
  ADD ("again", test_again);
  ADD ("renamed", test_renamed);
  ADD ("rejections", test_rejections);
  ADD ("withdrawn", test_withdrawn);
  ADD ("range", test_range);
  ADD ("spec", test_spec);
  ADD ("others", test_others);
  ADD ("codes", test_codes);
  ADD ("gdelt", test_gdelt);
  ADD ("undo", test_undo);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
