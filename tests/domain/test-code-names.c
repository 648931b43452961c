/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-code-names.h"
#include "sb-document.h"
#include "sb-record-builder.h"
#include "sb-source.h"

static void
test_names (void)
{
  static const struct
  {
    const char *code;
    const char *country_fr, *country_en, *tongue_fr, *tongue_en;
  } cases[] = {
    { "ML", "Mali", "Mali", NULL, NULL },
    { "ml", "Mali", "Mali", NULL, NULL },
    { "CI", "Côte d’Ivoire", "Côte d’Ivoire", NULL, NULL },
    { "SN", "Sénégal", "Senegal", NULL, NULL },
    { "FR", "France", "France", "français", "French" },
    { "fr-ML", "France", "France", "français", "French" },
    { "ff", NULL, NULL, "peul", "Fula" },
    { "fre", NULL, NULL, NULL, NULL },
    { "XK", NULL, NULL, NULL, NULL },
    { "m", NULL, NULL, NULL, NULL },
    { "", NULL, NULL, NULL, NULL },
    { NULL, NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpstr (sb_country_get_name (cases[i].code, SB_LANGUAGE_FR), ==, cases[i].country_fr);
      g_assert_cmpstr (sb_country_get_name (cases[i].code, SB_LANGUAGE_EN), ==, cases[i].country_en);
      g_assert_cmpstr (sb_tongue_get_name (cases[i].code, SB_LANGUAGE_FR), ==, cases[i].tongue_fr);
      g_assert_cmpstr (sb_tongue_get_name (cases[i].code, SB_LANGUAGE_EN), ==, cases[i].tongue_en);
    }
}

static void
test_fields (void)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new (&sb_source_schema);
  g_autoptr (SbRecord) source = NULL;
  g_autofree char *languages = NULL;
  g_autofree char *country = NULL;

  sb_record_builder_set_words (builder, SB_SOURCE_NAME, "fr", NULL);
  sb_record_builder_set_text (builder, SB_SOURCE_LANGUAGES, "ff bm xx");
  source = sb_record_builder_end (g_steal_pointer (&builder));

  languages = sb_record_format_codes (source, SB_SOURCE_LANGUAGES, SB_LANGUAGE_FR);
  g_assert_cmpstr (languages, ==, "peul, bambara, xx");
  country = sb_record_format_codes (source, SB_SOURCE_COUNTRY, SB_LANGUAGE_FR);
  g_assert_null (country);
  g_assert_null (sb_record_format_codes (source, SB_SOURCE_NAME, SB_LANGUAGE_FR));
}

/* A country is found by its name in the language, in letters of any case. */
static void
test_find (void)
{
  g_assert_cmpstr (sb_country_find ("Mali", SB_LANGUAGE_EN), ==, "ML");
  g_assert_cmpstr (sb_country_find ("SÉNÉGAL", SB_LANGUAGE_FR), ==, "SN");
  g_assert_null (sb_country_find ("SÉNÉGAL", SB_LANGUAGE_EN));
  g_assert_null (sb_country_find ("KAYES", SB_LANGUAGE_FR));
  g_assert_null (sb_country_find ("", SB_LANGUAGE_FR));
  g_assert_null (sb_country_find (NULL, SB_LANGUAGE_FR));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/code-names/names", test_names);
  g_test_add_func ("/domain/code-names/fields", test_fields);
  g_test_add_func ("/domain/code-names/find", test_find);

  return g_test_run ();
}
