/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-place.h"

#include <glib/gi18n.h>

static const SbTerm place_kind_terms[] = {
  { SB_PLACE_KIND_TOWN, "town", N_ ("Town") },
  { SB_PLACE_KIND_VILLAGE, "village", N_ ("Village") },
  { SB_PLACE_KIND_AREA, "area", N_ ("Area") },
  { SB_PLACE_KIND_REGION, "region", N_ ("Region") },
  { SB_PLACE_KIND_DISTRICT, "district", N_ ("District") },
  { SB_PLACE_KIND_COUNTRY, "country", N_ ("Country") },
  { SB_PLACE_KIND_RIVER, "river", N_ ("River") },
  { SB_PLACE_KIND_LAKE, "lake", N_ ("Lake") },
  { SB_PLACE_KIND_FOREST, "forest", N_ ("Forest") },
  { SB_PLACE_KIND_SITE, "site", N_ ("Site") },
  { SB_PLACE_KIND_BORDER_POST, "border-post", N_ ("Border post") },
  { SB_PLACE_KIND_PORT, "port", N_ ("Port") },
  { SB_PLACE_KIND_AIRPORT, "airport", N_ ("Airport") },
  { SB_PLACE_KIND_CAMP, "camp", N_ ("Camp") },
};

const SbVocabulary sb_place_kind_vocabulary = SB_VOCABULARY (place_kind_terms);

static const SbTerm place_precision_terms[] = {
  { SB_PLACE_PRECISION_EXACT, "exact", N_ ("Exact") },
  { SB_PLACE_PRECISION_NEAR, "near", N_ ("Near") },
  { SB_PLACE_PRECISION_AREA, "area", N_ ("Area") },
  { SB_PLACE_PRECISION_REGION, "region", N_ ("Region") },
  { SB_PLACE_PRECISION_COUNTRY, "country", N_ ("Country") },
};

const SbVocabulary sb_place_precision_vocabulary = SB_VOCABULARY (place_precision_terms);

static const SbTerm name_kind_terms[] = {
  { SB_NAME_KIND_FULL, "full", N_ ("Full name") },
  { SB_NAME_KIND_SHORT, "short", N_ ("Short name") },
  { SB_NAME_KIND_FORMER, "former", N_ ("Former name") },
  { SB_NAME_KIND_WEAK, "weak", N_ ("Loose name") },
};

const SbVocabulary sb_name_kind_vocabulary = SB_VOCABULARY (name_kind_terms);

static const SbField name_fields[] = {
  [SB_PLACE_NAME_NAME] = { .name = "name", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Name") },
  [SB_PLACE_NAME_LANGUAGE] = { .name = "language", .type = SB_FIELD_TEXT, .label = N_ ("Language") },
  [SB_PLACE_NAME_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_name_kind_vocabulary, .label = N_ ("Kind") },
};

const SbSchema sb_place_name_schema = {
  .kind = SB_KIND_NONE,
  .name = "place_name",
  .fields = name_fields,
  .n_fields = G_N_ELEMENTS (name_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_PLACE_NAME] = { .name = "name", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Name") },
  [SB_PLACE_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_place_kind_vocabulary, .label = N_ ("Kind") },
  [SB_PLACE_COUNTRY] = { .name = "country", .type = SB_FIELD_TEXT, .label = N_ ("Country") },
  [SB_PLACE_PARENT] = { .name = "parent", .type = SB_FIELD_REF, .target = SB_KIND_PLACE, .label = N_ ("Part of") },
  [SB_PLACE_LATITUDE] = { .name = "latitude", .type = SB_FIELD_REAL, .label = N_ ("Latitude") },
  [SB_PLACE_LONGITUDE] = { .name = "longitude", .type = SB_FIELD_REAL, .label = N_ ("Longitude") },
  [SB_PLACE_PRECISION] = { .name = "precision", .type = SB_FIELD_TERM, .vocabulary = &sb_place_precision_vocabulary, .label = N_ ("Precision") },
  [SB_PLACE_POPULATION] = { .name = "population", .type = SB_FIELD_INTEGER, .label = N_ ("Population") },
  [SB_PLACE_PCODE] = { .name = "pcode", .type = SB_FIELD_TEXT, .label = N_ ("P-code") },
  [SB_PLACE_GEONAMES] = { .name = "geonames", .type = SB_FIELD_INTEGER, .label = N_ ("GeoNames") },
  [SB_PLACE_KEY] = { .name = "key", .type = SB_FIELD_TEXT, .label = N_ ("Key in the gazetteer") },
  [SB_PLACE_NAMES] = { .name = "names", .type = SB_FIELD_LIST, .item = &sb_place_name_schema, .label = N_ ("Other names") },
  [SB_PLACE_NOTE] = { .name = "note", .type = SB_FIELD_BILINGUAL, .label = N_ ("Note") },
};

const SbSchema sb_place_schema = {
  .kind = SB_KIND_PLACE,
  .name = "place",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_PLACE_NAME,
};
