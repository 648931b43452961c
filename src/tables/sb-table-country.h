/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbTableCountry:
 *
 * A country by the codes and names that data has for it. FIPS 10-4, which GDELT
 * uses, is not ISO 3166: there NG is Niger and NI Nigeria.
 */
typedef struct
{
  const char *alpha2; /* ISO 3166-1 */
  const char *alpha3;
  guint numeric;
  const char *fips;
  guint gleditsch_ward; /* of UCDP; 0 for none */
  const char *name; /* in English */
  const char *name_fr;
  const char *other_names; /* folded, with "|" between; "" for none */
} SbTableCountry;

/* By name, in French or English, or by a code of ISO 3166-1 (two letters, three,
 * or the number). (nullable) Static. */
const SbTableCountry *sb_table_country_find (const char *name);
/* By a code of FIPS 10-4. (nullable) */
const SbTableCountry *sb_table_country_find_fips (const char *code);

G_END_DECLS
