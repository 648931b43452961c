/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-layout.h"

#include <string.h>

#include "sb-table-date.h"
#include "sb-table-number.h"

/* The columns of ACLED exports since 2023, and those before. */
static const char *const acled[] = {
  "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
  "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
  "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
  "source_scale", "notes", "fatalities", "tags", "timestamp"
};
static const char *const acled_old[] = {
  "data_id", "iso", "event_id_cnty", "event_id_no_cnty", "event_date", "year", "time_precision", "event_type",
  "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "region",
  "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
  "source_scale", "notes", "fatalities", "timestamp", "iso3"
};

/* UCDP GED; and as it is on HDX, which leaves columns out and adds one. */
static const char *const ucdp[] = {
  "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
  "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
  "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
  "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
  "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
  "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
  "gwnoa", "gwnob"
};
static const char *const ucdp_hdx[] = {
  "id", "year", "active_year", "type_of_violence", "conflict_new_id", "conflict_name", "dyad_new_id", "dyad_name",
  "side_a_new_id", "gwnoa", "side_a", "side_b_new_id", "gwnob", "side_b", "number_of_sources", "source_article",
  "source_office", "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "adm_1",
  "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "iso3", "country_id", "region",
  "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
  "deaths_unknown", "low", "best", "high"
};

static const char *const gdelt[] = {
  "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", "Actor1Code", "Actor1Name", "Actor1CountryCode",
  "Actor1KnownGroupCode", "Actor1EthnicCode", "Actor1Religion1Code", "Actor1Religion2Code", "Actor1Type1Code",
  "Actor1Type2Code", "Actor1Type3Code", "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2KnownGroupCode",
  "Actor2EthnicCode", "Actor2Religion1Code", "Actor2Religion2Code", "Actor2Type1Code", "Actor2Type2Code",
  "Actor2Type3Code", "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
  "NumMentions", "NumSources", "NumArticles", "AvgTone", "Actor1Geo_Type", "Actor1Geo_FullName",
  "Actor1Geo_CountryCode", "Actor1Geo_ADM1Code", "Actor1Geo_ADM2Code", "Actor1Geo_Lat", "Actor1Geo_Long",
  "Actor1Geo_FeatureID", "Actor2Geo_Type", "Actor2Geo_FullName", "Actor2Geo_CountryCode", "Actor2Geo_ADM1Code",
  "Actor2Geo_ADM2Code", "Actor2Geo_Lat", "Actor2Geo_Long", "Actor2Geo_FeatureID", "ActionGeo_Type",
  "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code", "ActionGeo_Lat",
  "ActionGeo_Long", "ActionGeo_FeatureID", "DATEADDED", "SOURCEURL"
};

static const char *const geonames[] = {
  "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class", "feature_code",
  "country_code", "cc2", "admin1_code", "admin2_code", "admin3_code", "admin4_code", "population", "elevation", "dem",
  "timezone", "modification_date"
};

#define LAYOUT(name, is_unquoted, columns)             \
  {                                                    \
    name, is_unquoted, columns, G_N_ELEMENTS (columns) \
  }

static const SbTableLayout layouts[] = {
  LAYOUT ("acled", FALSE, acled),
  LAYOUT ("acled", FALSE, acled_old),
  LAYOUT ("ucdp", FALSE, ucdp),
  LAYOUT ("ucdp", FALSE, ucdp_hdx),
  LAYOUT ("gdelt", TRUE, gdelt),
  LAYOUT ("geonames", TRUE, geonames),
};

/* What a column must hold for the layout to be believed. */
typedef enum
{
  HOLDS_DAY,
  HOLDS_LATITUDE,
  HOLDS_LONGITUDE,
  HOLDS_NUMBER,
} Content;

static const struct
{
  const char *column;
  Content content;
} contents[] = {
  { "event_date", HOLDS_DAY },
  { "date_start", HOLDS_DAY },
  { "SQLDATE", HOLDS_DAY },
  { "modification_date", HOLDS_DAY },
  { "latitude", HOLDS_LATITUDE },
  { "longitude", HOLDS_LONGITUDE },
  { "type_of_violence", HOLDS_NUMBER },
  { "fatalities", HOLDS_NUMBER },
  { "year", HOLDS_NUMBER },
  { "best", HOLDS_NUMBER },
  { "geonameid", HOLDS_NUMBER },
  { "GLOBALEVENTID", HOLDS_NUMBER },
  { "QuadClass", HOLDS_NUMBER },
};

static gboolean
holds (const char *cell,
       Content content)
{
  double number;
  int first;
  int last;

  switch (content)
    {
    case HOLDS_DAY:
      return sb_table_date_parse (cell, SB_TABLE_DATE_DAY_FIRST, &first, &last);

    case HOLDS_LATITUDE:
      return sb_table_degrees_parse (cell, 90, &number);

    case HOLDS_LONGITUDE:
      return sb_table_degrees_parse (cell, 180, &number);

    case HOLDS_NUMBER:
    default:
      return sb_table_number_parse (cell, FALSE, &number);
    }
}

static gboolean
fits (const SbTableLayout *layout,
      const char *const *cells)
{
  for (guint i = 0; i < layout->n_columns; i++)
    for (guint k = 0; k < G_N_ELEMENTS (contents); k++)
      if (g_str_equal (layout->columns[i], contents[k].column) && !holds (cells[i], contents[k].content))
        return FALSE;

  return TRUE;
}

const SbTableLayout *
sb_table_layout_find (const char *const *cells,
                      guint n_cells)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (layouts[i].n_columns == n_cells && fits (&layouts[i], cells))
      return &layouts[i];

  return NULL;
}
