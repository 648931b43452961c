/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A town, area, country, river or forest. */

typedef enum
{
  SB_PLACE_KIND_TOWN,
  SB_PLACE_KIND_VILLAGE,
  SB_PLACE_KIND_AREA,
  SB_PLACE_KIND_REGION,
  SB_PLACE_KIND_DISTRICT,
  SB_PLACE_KIND_COUNTRY,
  SB_PLACE_KIND_RIVER,
  SB_PLACE_KIND_LAKE,
  SB_PLACE_KIND_FOREST,
  SB_PLACE_KIND_SITE,
  SB_PLACE_KIND_BORDER_POST,
  SB_PLACE_KIND_PORT,
  SB_PLACE_KIND_AIRPORT,
  SB_PLACE_KIND_CAMP,
} SbPlaceKind;

typedef enum
{
  SB_PLACE_PRECISION_EXACT,
  SB_PLACE_PRECISION_NEAR,
  SB_PLACE_PRECISION_AREA,
  SB_PLACE_PRECISION_REGION,
  SB_PLACE_PRECISION_COUNTRY,
} SbPlacePrecision;

typedef enum
{
  SB_NAME_KIND_FULL,
  SB_NAME_KIND_SHORT,
  SB_NAME_KIND_FORMER,
  SB_NAME_KIND_WEAK,
} SbNameKind;

typedef enum
{
  SB_PLACE_NAME,
  SB_PLACE_KIND,
  SB_PLACE_COUNTRY,
  SB_PLACE_PARENT,
  SB_PLACE_LATITUDE,
  SB_PLACE_LONGITUDE,
  SB_PLACE_PRECISION,
  SB_PLACE_POPULATION,
  SB_PLACE_PCODE,
  SB_PLACE_GEONAMES,
  SB_PLACE_KEY,
  SB_PLACE_NAMES,
  SB_PLACE_NOTE,
} SbPlaceField;

typedef enum
{
  SB_PLACE_NAME_NAME,
  SB_PLACE_NAME_LANGUAGE,
  SB_PLACE_NAME_KIND,
} SbPlaceNameField;

extern const SbVocabulary sb_place_kind_vocabulary;
extern const SbVocabulary sb_place_precision_vocabulary;
extern const SbVocabulary sb_name_kind_vocabulary;

extern const SbSchema sb_place_name_schema;
extern const SbSchema sb_place_schema;

G_END_DECLS
