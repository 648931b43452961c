/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-grade.h"
#include "sb-kind.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* Who publishes: a medium, an institute, a government, an armed group. */

typedef enum
{
  SB_SOURCE_KIND_MEDIA,
  SB_SOURCE_KIND_THINK_TANK,
  SB_SOURCE_KIND_GOVERNMENT,
  SB_SOURCE_KIND_ARMED_GROUP,
  SB_SOURCE_KIND_NGO,
  SB_SOURCE_KIND_UN,
  SB_SOURCE_KIND_RESEARCH,
  SB_SOURCE_KIND_COMPANY,
  SB_SOURCE_KIND_PERSON,
  SB_SOURCE_KIND_ANONYMOUS,
  SB_SOURCE_KIND_OTHER,
} SbSourceKind;

typedef enum
{
  SB_SOURCE_NAME,
  SB_SOURCE_KIND,
  SB_SOURCE_COUNTRY,
  SB_SOURCE_LANGUAGES,
  SB_SOURCE_URL,
  SB_SOURCE_RELIABILITY,
  SB_SOURCE_DESCRIPTOR,
  SB_SOURCE_NOTE,
} SbSourceField;

extern const SbVocabulary sb_source_kind_vocabulary;

extern const SbSchema sb_source_schema;

/* Whether @folded is the name of @source in one of its languages, as sb_fold() folds it. */
gboolean sb_source_is_named (SbRecord *source,
                             const char *folded);

G_END_DECLS
