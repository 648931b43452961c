/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-feeds-error.h"
#include "sb-service.h"

typedef struct
{
  const char *service;
  const char *query;
  const char *normal; /* NULL when it makes no sense */
  const char *wrong; /* the word that is told then */
} QueryCase;

static const QueryCase query_cases[] = {
  { "acled", "countries=Mali, Niger ,ML&from=2026-01-01", "countries=ML,NE&from=2026-01-01", NULL },
  { "acled", "countries=MLI", "countries=ML", NULL },
  { "acled", "", NULL, "countries" },
  { "acled", "countries=Atlantis", NULL, "Atlantis" },
  { "acled", "countries=ML&from=01/02/2026", NULL, "01/02/2026" },
  { "acled", "countries=ML&from=2026-02-30", NULL, "2026-02-30" },
  { "acled", "countries=ML&url=https://evil.example", NULL, "url" },
  { "ucdp", "countries=ML&dataset=candidate&version=26.0.1", "countries=ML&dataset=candidate&version=26.0.1", NULL },
  { "ucdp", "countries=ML&version=latest", NULL, "latest" },
  { "ucdp", "countries=ML&version=26.0.13", NULL, "26.0.13" },
  { "ucdp", "countries=ML&version=../../x", NULL, "../../x" },
  { "ucdp", "countries=ML&dataset=all", NULL, "all" },
  /* Without a number of Gleditsch and Ward. */
  { "ucdp", "countries=EH", NULL, "EH" },
  { "hapi", "countries=ML", NULL, "dataset" },
  { "hapi", "countries=ML&dataset=idps", "countries=ML&dataset=idps", NULL },
  { "hapi", "countries=ML&dataset=../secrets", NULL, "../secrets" },
  { "reliefweb", "countries=Burkina Faso&text=kayes AND blocus", "countries=BF&text=kayes AND blocus", NULL },
  { "gdacs", "", "", NULL },
  { "gdacs", "countries=NE,ML", "countries=ML,NE", NULL },
  { "gdelt", "countries=ML", NULL, "countries" },
  { "gdelt", "", "", NULL },
};

static void
test_queries (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (query_cases); i++)
    {
      const QueryCase *test = &query_cases[i];
      const SbService *service = sb_service_find (test->service);
      g_autoptr (GError) error = NULL;
      g_autofree char *normal = sb_service_normalise_query (service, test->query, &error);

      g_assert_cmpstr (normal, ==, test->normal);
      if (test->normal == NULL)
        {
          g_assert_error (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_QUERY);
          g_assert_cmpstr (error->message, ==, test->wrong);
        }
    }
}

static void
test_titles (void)
{
  const SbService *service = sb_service_find ("acled");
  g_autofree char *french = sb_service_make_title (service, "countries=CI,ML", SB_LANGUAGE_FR);
  g_autofree char *english = sb_service_make_title (service, "countries=CI,ML", SB_LANGUAGE_EN);
  g_autofree char *url = sb_service_make_url (service, "countries=CI,ML");

  g_assert_cmpstr (french, ==, "ACLED · Côte d’Ivoire, Mali");
  g_assert_cmpstr (english, ==, "ACLED · Ivory Coast, Mali");
  g_assert_cmpstr (url, ==, "https://acleddata.com/?countries=CI,ML");
}

static void
test_words (void)
{
  g_autoptr (SbServiceWords) words = sb_service_words_new ("b=2&a=x%26y&nothing&=z&c=%ff&d=1,2, ,3");
  g_auto (GStrv) items = sb_service_words_split (words, "d");
  g_autofree char *text = NULL;

  g_assert_cmpstr (sb_service_words_get (words, "a"), ==, "x&y");
  g_assert_cmpint (sb_service_words_get_integer (words, "b", 7), ==, 2);
  g_assert_cmpint (sb_service_words_get_integer (words, "a", 7), ==, 7);
  g_assert_null (sb_service_words_get (words, "c"));
  g_assert_cmpuint (g_strv_length (items), ==, 3);

  sb_service_words_set (words, "d", NULL);
  sb_service_words_set_integer (words, "e", -1);
  text = sb_service_words_to_text (words);
  g_assert_cmpstr (text, ==, "a=x%26y&b=2&e=-1");
}

typedef struct
{
  const char *service;
  const char *variable;
  const char *address;
  const char *place; /* NULL when it is refused */
  gboolean may_be_local;
} PlaceCase;

static const PlaceCase place_cases[] = {
  { "acled", NULL, NULL, "https://acleddata.com", FALSE },
  { "acled", "SB_ACLED_ADDRESS", "http://127.0.0.1:8000/", "http://127.0.0.1:8000", TRUE },
  { "acled", "SB_ACLED_ADDRESS", "ftp://example.org", NULL, FALSE },
  { "acled", "SB_ACLED_ADDRESS", "acleddata.com", NULL, FALSE },
  { "acled", "SB_ACLED_ADDRESS", "https://example.org/?x=1", NULL, FALSE },
  { "reliefweb", "SB_RELIEFWEB_RSS_ADDRESS", "http://127.0.0.1:8000", "https://api.reliefweb.int/v2", TRUE },
  { "gdelt", NULL, NULL, "http://data.gdeltproject.org", FALSE },
};

static void
test_places (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (place_cases); i++)
    {
      const PlaceCase *test = &place_cases[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (SbServicePlace) place = NULL;

      if (test->variable != NULL)
        g_setenv (test->variable, test->address, TRUE);
      place = sb_service_place_new (sb_service_find (test->service), &error);
      if (test->variable != NULL)
        g_unsetenv (test->variable);

      g_assert_cmpstr (place != NULL ? place->address : NULL, ==, test->place);
      if (place == NULL)
        g_assert_error (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_ADDRESS);
      else
        g_assert_cmpint (place->may_be_local, ==, test->may_be_local);
    }
}

/* One name is one error, whoever reads it in a catalogue. */
static void
test_error_names (void)
{
  for (int i = 0; i < SB_N_SERVICES_ERRORS; i++)
    for (int j = 0; j <= SB_FEEDS_ERROR_TOO_COMPLEX; j++)
      g_assert_cmpstr (sb_services_error_get_name (i), !=, sb_feeds_error_get_name (j));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/service/queries", test_queries);
  g_test_add_func ("/services/service/titles", test_titles);
  g_test_add_func ("/services/service/words", test_words);
  g_test_add_func ("/services/service/places", test_places);
  g_test_add_func ("/services/service/error-names", test_error_names);

  return g_test_run ();
}
