/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-citations.h"
#include "sb-grade.h"

G_BEGIN_DECLS

/* What is cited and called (sb-citations.c), and how it is worded (sb-citations-words.c). */

typedef struct
{
  char *origin; /* (owned) what makes documents one source */
  SbRecord *evidence; /* (owned) (nullable) the one that is cited */
  char *words; /* (owned) (nullable) of one that was written by hand */
  GArray *pages; /* (owned) (element-type gint64) that are cited, each once */
} SbCitedSource;

/* One source of a note. */
typedef struct
{
  guint source; /* its number */
  gint64 page; /* of the document; 0 when it has none */
  SbReliability reliability;
  SbCredibility credibility;
} SbMention;

typedef struct
{
  char *key; /* (owned) what makes notes the same */
  GArray *mentions; /* (owned) (element-type SbMention) */
  char *words; /* (owned) (nullable) of one that was written by hand */
} SbNote;

struct _SbCitations
{
  SbLanguage language;
  GPtrArray *sources; /* (owned) (element-type SbCitedSource) */
  GPtrArray *notes; /* (owned) (element-type SbNote) */
  gboolean at_foot;
  gboolean graded;
  gboolean has_addresses;
};

G_END_DECLS
