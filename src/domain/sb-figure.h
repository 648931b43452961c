/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* A number with what it counts, where, when, and how surely. */

typedef enum
{
  SB_FIGURE_KIND_SHARE,
  SB_FIGURE_KIND_VOLUME,
  SB_FIGURE_KIND_MONEY,
  SB_FIGURE_KIND_COUNT,
  SB_FIGURE_KIND_MULTIPLE,
  SB_FIGURE_KIND_RATE,
  SB_FIGURE_KIND_DISTANCE,
} SbFigureKind;

typedef enum
{
  SB_FIGURE_LABEL,
  SB_FIGURE_KIND,
  SB_FIGURE_LOW,
  SB_FIGURE_HIGH,
  SB_FIGURE_UNIT,
  SB_FIGURE_BASE,
  SB_FIGURE_QUALIFIER,
  SB_FIGURE_PLACE,
  SB_FIGURE_ABOUT,
  SB_FIGURE_SOURCE,
  SB_FIGURE_DATE,
  SB_FIGURE_NOTE,
} SbFigureField;

extern const SbVocabulary sb_figure_kind_vocabulary;

extern const SbSchema sb_figure_schema;

/* What stands between a number and @unit: a no-break space, or nothing where there is no
 * unit or, in English, where it is "%". Static. */
const char *sb_figure_get_unit_gap (const char *unit,
                                    SbLanguage language);

/* "about 2.7 tonnes", "20–30 dead": how much, with its unit. */
char *sb_figure_dup_value (SbRecord *figure,
                           SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
