/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* What a passage can be made into. Most are a kind of record; a quote is a claim
 * with its words, pillars and divergences are items of an alliance, and a note is
 * the extract alone. In the order in which they are offered. */
typedef enum
{
  SB_FACT_EVENT,
  SB_FACT_CLAIM,
  SB_FACT_QUOTE,
  SB_FACT_RELATION,
  SB_FACT_PILLAR,
  SB_FACT_DIVERGENCE,
  SB_FACT_RESTRICTION,
  SB_FACT_CONTROL,
  SB_FACT_ZONE,
  SB_FACT_FIGURE,
  SB_FACT_INDICATOR,
  SB_FACT_RECOMMENDATION,
  SB_FACT_NOTE,
} SbFactKind;

#define SB_N_FACT_KINDS (SB_FACT_NOTE + 1)

/* "event", "pillar": on the command line. Static. */
const char *sb_fact_kind_get_name (SbFactKind kind);
gboolean sb_fact_kind_parse (const char *name,
                             SbFactKind *kind);

const char *sb_fact_kind_get_label (SbFactKind kind,
                                    SbLanguage language);

/* The letter that chooses it, lower case; the same in both languages. */
char sb_fact_kind_get_key (SbFactKind kind);
gboolean sb_fact_kind_find_key (guint32 letter,
                                SbFactKind *kind);

/* The kind of the record that it becomes; %SB_KIND_EXTRACT for a note. */
SbKind sb_fact_kind_get_record_kind (SbFactKind kind);

/* The list of that record to which each passage adds an item (the statements of a
 * claim); -1 when another passage adds nothing but evidence. */
int sb_fact_kind_get_list (SbFactKind kind);

/* The field of such an item that refers to the extract. */
guint sb_fact_kind_get_extract_field (SbFactKind kind);

G_END_DECLS
