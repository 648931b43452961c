/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-gazetteer.h"
#include "sb-geo-error.h"

#include <string.h>

#define HEADER "key\tkind\tcountry\tparent\tlatitude\tlongitude\tprecision\tpopulation\tseat\tgeonames\tfr\ten\tvariants\tpcode\n"

typedef struct
{
  SbGazetteer *gazetteer; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->gazetteer = sb_gazetteer_new (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_gazetteer_unref (fixture->gazetteer);
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *key;
  } cases[] = {
    { "Tombouctou", "ml-tombouctou" },
    { "Timbuktu", "ml-tombouctou" },
    { "TOMBOUCTOU", "ml-tombouctou" },
    { "Nioro du Sahel", "ml-nioro-du-sahel" },
    { "Nioro-du-Sahel", "ml-nioro-du-sahel" },
    { "nioro  du sahel", "ml-nioro-du-sahel" },
    { "Segou", "ml-segou" },
    { "Ségou", "ml-segou" },
    { "Sevare", "ml-sevare" },
    { "Kayes", "ml-kayes" },
    { "Mali", "ml" },
    { "Niger", "ne" },
    { "Burkina", "bf" },
    { "Tchad", "td" },
    { "Chad", "td" },
    { "Forêt de Gal-Gal", "ml-foret-de-gal-gal" },
    { "Gal-Gal forest", "ml-foret-de-gal-gal" },
    { "N'Djamena", "td-n-djamena" },
    { "N’Djamena", "td-n-djamena" },
    { "Ndjamena", "td-n-djamena" },
    { "Goudiri", "sn-goudiry" },
    { "Taoudéni", "ml-taoudenit" },
    { "Fada N'Gourma", "bf-fada-n-gourma" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) places = sb_gazetteer_find_name (fixture->gazetteer, cases[i].name);
      const SbGazetteerPlace *first;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (places->len, >, 0);
      first = places->pdata[0];
      g_assert_cmpstr (first->key, ==, cases[i].key);
    }
}

static void
test_unknown_names (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const names[] = { "", "  ", "Atlantis", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) places = sb_gazetteer_find_name (fixture->gazetteer, names[i]);

      g_assert_cmpuint (places->len, ==, 0);
    }
}

/* What the documents of the sample name must be there. */
static void
test_localities (Fixture *fixture,
                 gconstpointer data)
{
  static const char *const names[] = {
    "Diboli",
    "Farabougou",
    "Biriki-Were",
    "Léré",
    "Diafarabé",
    "Nioro du Sahel",
    "Diéma",
    "Oussoubidiagna",
    "Melgué",
    "Goudiry",
    "Karangana",
    "Koury",
    "Boulikessi",
    "Mambri",
    "Bafoulabé",
    "Kati",
    "Sévaré",
    "Kidal",
    "Ménaka",
    "Gao",
    "Tessalit",
    "Tinzaouaten",
    "Zégoua",
    "Kidira",
    "Djibo",
    "Solhan",
    "Bassikounou",
    "Porga",
    "Kourémalé",
    "Labbézanga",
    "Ansongo",
    "Loulouni",
    "Kéniéba",
    "Dakar",
    "Nouakchott",
    "Conakry",
    "Abidjan",
    "Tema",
    "Lomé",
    "Cotonou",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) places = sb_gazetteer_find_name (fixture->gazetteer, names[i]);

      if (places->len == 0)
        g_test_message ("%s is missing", names[i]);
      g_assert_cmpuint (places->len, >, 0);
    }
}

static void
test_consistency (Fixture *fixture,
                  gconstpointer data)
{
  guint n_places = sb_gazetteer_get_n_places (fixture->gazetteer);

  g_assert_cmpuint (n_places, >, 1500);
  for (guint i = 0; i < n_places; i++)
    {
      const SbGazetteerPlace *place = sb_gazetteer_get_place (fixture->gazetteer, i);

      g_assert_true (sb_gazetteer_find_key (fixture->gazetteer, place->key) == place);
      g_assert_cmpuint (strlen (place->country), ==, 2);
      g_assert_cmpuint (g_ascii_tolower (place->country[0]), ==, place->key[0]);
      if (place->parent != NULL)
        g_assert_nonnull (sb_gazetteer_find_key (fixture->gazetteer, place->parent));
      else
        g_assert_cmpint (place->kind, ==, SB_PLACE_KIND_COUNTRY);
      if (i > 0)
        g_assert_cmpstr (sb_gazetteer_get_place (fixture->gazetteer, i - 1)->key, <, place->key);
    }
}

static void
test_nearest (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    SbPosition position;
    double max_km;
    const char *key;
  } cases[] = {
    { { -12.20, 14.46 }, 5, "ml-diboli" },
    { { -3.01, 16.77 }, 20, "ml-tombouctou" },
    { { 1.41, 18.44 }, 20, "ml-kidal" },
    { { -30, 5 }, 200, NULL },
    { { -5, 21 }, 30, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbGazetteerPlace *place =
        sb_gazetteer_find_nearest (fixture->gazetteer, cases[i].position, cases[i].max_km);

      g_assert_cmpstr (place != NULL ? place->key : NULL, ==, cases[i].key);
    }
}

static void
test_precision (Fixture *fixture,
                gconstpointer data)
{
  g_assert_cmpint (sb_gazetteer_find_key (fixture->gazetteer, "ml-bamako")->precision, ==, SB_PLACE_PRECISION_EXACT);
  g_assert_cmpint (sb_gazetteer_find_key (fixture->gazetteer, "ml-farabougou")->precision, ==,
                   SB_PLACE_PRECISION_NEAR);
  g_assert_cmpint (sb_gazetteer_find_key (fixture->gazetteer, "ml-foret-de-gal-gal")->precision, ==,
                   SB_PLACE_PRECISION_REGION);
  g_assert_null (sb_gazetteer_find_key (fixture->gazetteer, "ml-nulle-part"));
}

/* The codes of OCHA for the regions, and none that are not known. */
static void
test_pcodes (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *pcode;
    const char *key; /* NULL for none */
  } cases[] = {
    { "ML08", "ml-region-kidal" },
    { "ml08", "ml-region-kidal" },
    { "ML09", "ml-region-bamako" },
    { "ML10", "ml-region-menaka" },
    { "BF56", "bf-region-sahel" },
    { "NE006", "ne-region-tillaberi" },
    { "MR14", "mr-region-nouakchott" },
    { "MR10", "mr-region-guidimakha" },
    { "TD23", "td-region-ennedi-ouest" },
    { "NG008", "ng-region-borno" },
    { "BJ01", "bj-region-alibori" },
    { "CI03", NULL },
    { "ML11", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbGazetteerPlace *place = sb_gazetteer_find_pcode (fixture->gazetteer, cases[i].pcode);

      g_assert_cmpstr (place != NULL ? place->key : NULL, ==, cases[i].key);
    }
}

static void
test_damaged (void)
{
  static const char *const texts[] = {
    "",
    HEADER,
    HEADER "ml-a\ttown\tML\n",
    HEADER "ml-a\tplanet\tML\t\t12\t-8\texact\t\t\t\tA\tA\t\t\n",
    HEADER "ml-a\ttown\tML\t\tnorth\t-8\texact\t\t\t\tA\tA\t\t\n",
    HEADER "ml-a\ttown\tML\t\t120\t-8\texact\t\t\t\tA\tA\t\t\n",
    HEADER "ml-a\ttown\tML\t\t12\t-8\texact\t\t\t\t\tA\t\t\n",
    HEADER "ml-a\ttown\tML\t\t12\t-8\texact\t\t\t\tA\tA\t\t\nml-a\ttown\tML\t\t12\t-8\texact\t\t\t\tB\tB\t\t\n",
    HEADER "ml-a\ttown\tML\t\t12\t-8\texact\t\t\t\t\377\tA\t\t\n",
    HEADER "ml-a\ttown\tML\t\t12\t-8\texact\t\t\t\tA\tA\t\tML01\nml-b\ttown\tML\t\t12\t-8\texact\t\t\t\tB\tB\t\tML01\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (sb_gazetteer_new_from_bytes (bytes, &error));
      g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID);
    }
}

#define ADD(path, function) g_test_add ("/geo/gazetteer/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("names", test_names);
  ADD ("unknown-names", test_unknown_names);
  ADD ("localities", test_localities);
  ADD ("consistency", test_consistency);
  ADD ("nearest", test_nearest);
  ADD ("precision", test_precision);
  ADD ("pcodes", test_pcodes);
  g_test_add_func ("/geo/gazetteer/damaged", test_damaged);

  return g_test_run ();
}
