/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-schema.h"

G_BEGIN_DECLS

/**
 * SbKind:
 *
 * The kinds of record; the words of the design. The numbers are not stored.
 */
typedef enum
{
  SB_KIND_NONE,
  SB_KIND_SOURCE,
  SB_KIND_FEED,
  SB_KIND_DOCUMENT,
  SB_KIND_EXTRACT,
  SB_KIND_PLACE,
  SB_KIND_CORRIDOR,
  SB_KIND_ACTOR,
  SB_KIND_RELATION,
  SB_KIND_ALLIANCE,
  SB_KIND_EVENT,
  SB_KIND_RESTRICTION,
  SB_KIND_CONTROL,
  SB_KIND_ZONE,
  SB_KIND_CLAIM,
  SB_KIND_INSTRUMENT,
  SB_KIND_FIGURE,
  SB_KIND_INDICATOR,
  SB_KIND_SCENARIO,
  SB_KIND_JUDGEMENT,
  SB_KIND_RECOMMENDATION,
  SB_KIND_DOSSIER,
  SB_KIND_BRIEFING,
  SB_KIND_DRAWING,
} SbKind;

#define SB_N_KINDS (SB_KIND_DRAWING + 1)

/* The singular name ("event"), used in files, SQL and on the command line. */
const char *sb_kind_get_name (SbKind kind);

/* Reads a name, singular or plural ("events"); SB_KIND_NONE for another word. */
SbKind sb_kind_parse (const char *name);

/* The label of one record of the kind, and of many, in @language. */
const char *sb_kind_get_label (SbKind kind,
                               SbLanguage language);
const char *sb_kind_get_plural_label (SbKind kind,
                                      SbLanguage language);

/* What a record of the kind holds; never NULL but for SB_KIND_NONE. */
const SbSchema *sb_kind_get_schema (SbKind kind);

G_END_DECLS
