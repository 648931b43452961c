/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-place-finder.h"
#include "sb-record-builder.h"

#include <string.h>

typedef struct
{
  SbPlaceFinder *finder;
} Fixture;

static void
add_record (SbPlaceFinder *finder,
            gint64 id,
            const char *fr,
            const char *en,
            const char *other,
            const char *pcode,
            const char *key,
            double latitude,
            double longitude)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);
  SbRecordBuilder *name = sb_record_builder_new (&sb_place_name_schema);
  g_autoptr (SbRecord) place = NULL;

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_PLACE_NAME, fr, en);
  sb_record_builder_set_term (builder, SB_PLACE_KIND, SB_PLACE_KIND_TOWN);
  sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, latitude);
  sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, longitude);
  sb_record_builder_set_text (builder, SB_PLACE_PCODE, pcode);
  sb_record_builder_set_text (builder, SB_PLACE_KEY, key);
  sb_record_builder_set_text (name, SB_PLACE_NAME_NAME, other);
  sb_record_builder_take_item (builder, SB_PLACE_NAMES, sb_record_builder_end (name));
  place = sb_record_builder_end (builder);
  sb_place_finder_add_record (finder, place);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (&error);

  g_assert_no_error (error);
  fixture->finder = sb_place_finder_new (SB_LANGUAGE_FR, NULL);
  add_record (fixture->finder, 7, "Kidal", "Kidal", "Kidal-ville", "ML0801", NULL, 18.44, 1.41);
  add_record (fixture->finder, 8, "Camp de Tinagrist", NULL, "Tinaghriste", NULL, NULL, 18.3, 0.2);
  /* A record that has no p-code, of a region that has one. */
  add_record (fixture->finder, 9, "Ménaka (région)", NULL, "Région de Ménaka", NULL, "ml-region-menaka", 16.3, 2.7);
  sb_place_finder_add_gazetteer (fixture->finder, gazetteer);
  sb_place_finder_finish (fixture->finder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_place_finder_unref (fixture->finder);
}

/* What is typed, what comes first, and which record it is. */
static const struct
{
  const char *text;
  const char *first; /* NULL for nothing */
  gint64 id;
} cases[] = {
  { "kid", "Kidal", 7 },
  { "KIDAL", "Kidal", 7 },
  { "kidal ville", "Kidal", 7 },
  { "ml08", "Kidal", 0 },
  { "BF56", "Sahel", 0 },
  { "ne006", "Tillabéri", 0 },
  { "ML10", "Ménaka (région)", 9 },
  { "ML0801", "Kidal", 7 },
  { "tinagr", "Camp de Tinagrist", 8 },
  { "Tinaghriste", "Camp de Tinagrist", 8 },
  { "bamako", "Bamako", 0 },
  { "tomb", "Tombouctou", 0 },
  { "timbuk", "Tombouctou", 0 },
  { "Ségou", "Ségou", 0 },
  { "segou", "Ségou", 0 },
  { "nioro du", "Nioro du Sahel", 0 },
  { "niger", "Niger", 0 },
  { "ouaga", "Ouagadougou", 0 },
  { "xyzzy", NULL, 0 },
  { "", NULL, 0 },
  { " -', ", NULL, 0 },
};

static void
test_find (Fixture *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = sb_place_finder_find (fixture->finder, cases[i].text, 8);
      const SbFoundPlace *first = found->len > 0 ? &g_array_index (found, SbFoundPlace, 0) : NULL;

      g_test_message ("“%s”: %s", cases[i].text, first != NULL ? first->name : "nothing");
      g_assert_cmpuint (found->len, <=, 8);
      g_assert_cmpstr (first != NULL ? first->name : NULL, ==, cases[i].first);
      if (first != NULL)
        g_assert_cmpint (first->ref != NULL ? sb_ref_get_id (first->ref) : 0, ==, cases[i].id);
    }
}

/* The gazetteer knows Kidal as well: the record stands for both. */
static void
test_once (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GArray) found = sb_place_finder_find (fixture->finder, "kidal", 50);
  guint n_towns = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const SbFoundPlace *place = &g_array_index (found, SbFoundPlace, i);

      n_towns += place->kind == SB_PLACE_KIND_TOWN && g_str_equal (place->name, "Kidal");
    }
  g_assert_cmpuint (n_towns, ==, 1);
}

/* What another name leads to says so. */
static void
test_matched (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GArray) other = sb_place_finder_find (fixture->finder, "tinaghriste", 1);
  g_autoptr (GArray) own = sb_place_finder_find (fixture->finder, "kidal", 1);

  g_assert_cmpuint (other->len, ==, 1);
  g_assert_cmpstr (g_array_index (other, SbFoundPlace, 0).matched, ==, "Tinaghriste");
  g_assert_null (g_array_index (own, SbFoundPlace, 0).matched);
}

/* Places of the caller's own, known again by their tags; a name in one language does
 * for both. */
static void
test_named (void)
{
  static const char *const others[] = { "Bamako-Coura", NULL };
  static const SbNamedPlace places[] = {
    { { "Kidira", NULL }, NULL, "SN", SB_PLACE_KIND_TOWN, { -12.2, 14.46 }, 8000, 3 },
    { { "Bamako", "Bamako" }, others, "ML", SB_PLACE_KIND_TOWN, { -8, 12.65 }, 2000000, 4 },
    { { "Kidal", "Kidal" }, NULL, "ML", SB_PLACE_KIND_TOWN, { 1.41, 18.44 }, 25000, 5 },
  };
  static const struct
  {
    const char *text;
    guint n_found;
    guint tag; /* of the first */
  } named[] = { { "kid", 2, 5 }, { "kidi", 1, 3 }, { "coura", 1, 4 }, { "kayes", 0, 0 } };
  g_autoptr (SbPlaceFinder) finder = sb_place_finder_new (SB_LANGUAGE_EN, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    sb_place_finder_add_named (finder, &places[i]);
  sb_place_finder_finish (finder);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autoptr (GArray) found = sb_place_finder_find (finder, named[i].text, 8);

      g_assert_cmpuint (found->len, ==, named[i].n_found);
      if (found->len > 0)
        g_assert_cmpuint (g_array_index (found, SbFoundPlace, 0).tag, ==, named[i].tag);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/geo/place-finder/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/geo/place-finder/once", Fixture, NULL, set_up, test_once, tear_down);
  g_test_add ("/geo/place-finder/matched", Fixture, NULL, set_up, test_matched, tear_down);
  g_test_add_func ("/geo/place-finder/named", test_named);

  return g_test_run ();
}
