/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-country.h"

#include <stdlib.h>
#include <string.h>

#include "sb-text.h"

/* The Sahel, its neighbours, Africa, and those whose forces or money are there. */
static const SbTableCountry countries[] = {
  { "ML", "MLI", 466, "ML", 432, "Mali", "Mali", "republic of mali|republique du mali" },
  { "BF", "BFA", 854, "UV", 439, "Burkina Faso", "Burkina Faso", "burkina|burkina faso upper volta|haute volta" },
  { "NE", "NER", 562, "NG", 436, "Niger", "Niger", "republic of niger|republique du niger" },
  { "NG", "NGA", 566, "NI", 475, "Nigeria", "Nigeria", "" },
  { "TD", "TCD", 148, "CD", 483, "Chad", "Tchad", "" },
  { "MR", "MRT", 478, "MR", 435, "Mauritania", "Mauritanie", "" },
  { "SN", "SEN", 686, "SG", 433, "Senegal", "Sénégal", "" },
  { "GN", "GIN", 324, "GV", 438, "Guinea", "Guinée", "guinee conakry|guinea conakry" },
  { "CI", "CIV", 384, "IV", 437, "Ivory Coast", "Côte d’Ivoire", "cote divoire|republic of cote d ivoire" },
  { "GH", "GHA", 288, "GH", 452, "Ghana", "Ghana", "" },
  { "TG", "TGO", 768, "TO", 461, "Togo", "Togo", "" },
  { "BJ", "BEN", 204, "BN", 434, "Benin", "Bénin", "" },
  { "DZ", "DZA", 12, "AG", 615, "Algeria", "Algérie", "" },
  { "LY", "LBY", 434, "LY", 620, "Libya", "Libye", "" },
  { "TN", "TUN", 788, "TS", 616, "Tunisia", "Tunisie", "" },
  { "MA", "MAR", 504, "MO", 600, "Morocco", "Maroc", "" },
  { "EH", "ESH", 732, "WI", 0, "Western Sahara", "Sahara occidental", "" },
  { "EG", "EGY", 818, "EG", 651, "Egypt", "Égypte", "" },
  { "SD", "SDN", 729, "SU", 625, "Sudan", "Soudan", "" },
  { "SS", "SSD", 728, "OD", 626, "South Sudan", "Soudan du Sud", "" },
  { "CM", "CMR", 120, "CM", 471, "Cameroon", "Cameroun", "" },
  { "CF", "CAF", 140, "CT", 482, "Central African Republic", "République centrafricaine", "centrafrique" },
  { "GM", "GMB", 270, "GA", 420, "Gambia", "Gambie", "the gambia" },
  { "GW", "GNB", 624, "PU", 404, "Guinea-Bissau", "Guinée-Bissau", "" },
  { "SL", "SLE", 694, "SL", 451, "Sierra Leone", "Sierra Leone", "" },
  { "LR", "LBR", 430, "LI", 450, "Liberia", "Libéria", "" },
  { "CV", "CPV", 132, "CV", 402, "Cape Verde", "Cap-Vert", "cabo verde" },
  { "GA", "GAB", 266, "GB", 481, "Gabon", "Gabon", "" },
  { "GQ", "GNQ", 226, "EK", 411, "Equatorial Guinea", "Guinée équatoriale", "" },
  { "ST", "STP", 678, "TP", 403, "Sao Tome and Principe", "Sao Tomé-et-Principe", "" },
  { "CG", "COG", 178, "CF", 484, "Republic of Congo", "Congo", "republique du congo|congo brazzaville" },
  { "CD", "COD", 180, "CG", 490, "Democratic Republic of Congo", "République démocratique du Congo", "dr congo zaire|dr congo|democratic republic of the congo|congo kinshasa|rdc" },
  { "ET", "ETH", 231, "ET", 530, "Ethiopia", "Éthiopie", "" },
  { "ER", "ERI", 232, "ER", 531, "Eritrea", "Érythrée", "" },
  { "DJ", "DJI", 262, "DJ", 522, "Djibouti", "Djibouti", "" },
  { "SO", "SOM", 706, "SO", 520, "Somalia", "Somalie", "" },
  { "KE", "KEN", 404, "KE", 501, "Kenya", "Kenya", "" },
  { "UG", "UGA", 800, "UG", 500, "Uganda", "Ouganda", "" },
  { "TZ", "TZA", 834, "TZ", 510, "Tanzania", "Tanzanie", "" },
  { "RW", "RWA", 646, "RW", 517, "Rwanda", "Rwanda", "" },
  { "BI", "BDI", 108, "BY", 516, "Burundi", "Burundi", "" },
  { "AO", "AGO", 24, "AO", 540, "Angola", "Angola", "" },
  { "ZM", "ZMB", 894, "ZA", 551, "Zambia", "Zambie", "" },
  { "ZW", "ZWE", 716, "ZI", 552, "Zimbabwe", "Zimbabwe", "zimbabwe rhodesia" },
  { "ZA", "ZAF", 710, "SF", 560, "South Africa", "Afrique du Sud", "" },
  { "MZ", "MOZ", 508, "MZ", 541, "Mozambique", "Mozambique", "" },
  { "MW", "MWI", 454, "MI", 553, "Malawi", "Malawi", "" },
  { "MG", "MDG", 450, "MA", 580, "Madagascar", "Madagascar", "madagascar malagasy" },
  { "FR", "FRA", 250, "FR", 220, "France", "France", "" },
  { "ES", "ESP", 724, "SP", 230, "Spain", "Espagne", "" },
  { "IT", "ITA", 380, "IT", 325, "Italy", "Italie", "" },
  { "DE", "DEU", 276, "GM", 260, "Germany", "Allemagne", "" },
  { "BE", "BEL", 56, "BE", 211, "Belgium", "Belgique", "" },
  { "GB", "GBR", 826, "UK", 200, "United Kingdom", "Royaume-Uni", "" },
  { "US", "USA", 840, "US", 2, "United States", "États-Unis", "united states of america" },
  { "RU", "RUS", 643, "RS", 365, "Russia", "Russie", "russia soviet union|russian federation" },
  { "UA", "UKR", 804, "UP", 369, "Ukraine", "Ukraine", "" },
  { "CN", "CHN", 156, "CH", 710, "China", "Chine", "" },
  { "IN", "IND", 356, "IN", 750, "India", "Inde", "" },
  { "TR", "TUR", 792, "TU", 640, "Turkey", "Turquie", "turkiye" },
  { "SA", "SAU", 682, "SA", 670, "Saudi Arabia", "Arabie saoudite", "" },
  { "AE", "ARE", 784, "AE", 696, "United Arab Emirates", "Émirats arabes unis", "" },
  { "QA", "QAT", 634, "QA", 694, "Qatar", "Qatar", "" },
  { "IR", "IRN", 364, "IR", 630, "Iran", "Iran", "" },
  { "IQ", "IRQ", 368, "IZ", 645, "Iraq", "Irak", "" },
  { "SY", "SYR", 760, "SY", 652, "Syria", "Syrie", "" },
  { "IL", "ISR", 376, "IS", 666, "Israel", "Israël", "" },
};

static gboolean
is_folded_name (const char *name,
                const char *folded)
{
  g_autofree char *other = sb_fold (name);

  return g_str_equal (other, folded);
}

static gboolean
has_name (const SbTableCountry *country,
          const char *folded)
{
  g_auto (GStrv) others = g_strsplit (country->other_names, "|", -1);

  return is_folded_name (country->name, folded) || is_folded_name (country->name_fr, folded) ||
         g_strv_contains ((const char *const *) others, folded);
}

static const SbTableCountry *
find_code (const char *code)
{
  gsize size = strlen (code);
  gboolean is_number = strspn (code, "0123456789") == size;

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if ((size == 2 && g_ascii_strcasecmp (countries[i].alpha2, code) == 0) ||
        (size == 3 && !is_number && g_ascii_strcasecmp (countries[i].alpha3, code) == 0) ||
        (is_number && countries[i].numeric == (guint) strtoul (code, NULL, 10)))
      return &countries[i];

  return NULL;
}

const SbTableCountry *
sb_table_country_find (const char *name)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *folded = NULL;

  if (name == NULL || strlen (name) > 100)
    return NULL;

  trimmed = g_strstrip (g_strdup (name));
  if (strlen (trimmed) <= 3)
    return find_code (trimmed);

  folded = sb_fold (trimmed);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (has_name (&countries[i], folded))
      return &countries[i];

  return NULL;
}

const SbTableCountry *
sb_table_country_find_fips (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (countries); i++)
    if (g_ascii_strncasecmp (countries[i].fips, code, 2) == 0 && !g_ascii_isalnum (code[2]))
      return &countries[i];

  return NULL;
}
