/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-fact-kind.h"

#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-indicator.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *label;
  char key;
  SbKind kind;
  int list;
  guint extract;
} Description;

static const Description descriptions[] = {
  [SB_FACT_EVENT] = { "event", N_ ("Event"), 'e', SB_KIND_EVENT, -1, 0 },
  [SB_FACT_CLAIM] = { "claim", N_ ("Claim or denial"), 'c', SB_KIND_CLAIM, SB_CLAIM_STATEMENTS, SB_CLAIM_STATEMENT_EXTRACT },
  [SB_FACT_QUOTE] = { "quote", N_ ("Quote"), 'q', SB_KIND_CLAIM, SB_CLAIM_STATEMENTS, SB_CLAIM_STATEMENT_EXTRACT },
  [SB_FACT_RELATION] = { "relation", N_ ("Relation"), 'r', SB_KIND_RELATION, -1, 0 },
  [SB_FACT_PILLAR] = { "pillar", N_ ("Pillar of an alliance"), 'p', SB_KIND_ALLIANCE, SB_ALLIANCE_TRAITS, SB_ALLIANCE_TRAIT_EXTRACT },
  [SB_FACT_DIVERGENCE] = { "divergence", N_ ("Divergence in an alliance"), 'd', SB_KIND_ALLIANCE, SB_ALLIANCE_TRAITS, SB_ALLIANCE_TRAIT_EXTRACT },
  [SB_FACT_RESTRICTION] = { "restriction", N_ ("Restriction, blockade"), 'b', SB_KIND_RESTRICTION, -1, 0 },
  [SB_FACT_CONTROL] = { "control", N_ ("Control of a place"), 't', SB_KIND_CONTROL, -1, 0 },
  [SB_FACT_ZONE] = { "zone", N_ ("Zone of travel advice"), 'z', SB_KIND_ZONE, -1, 0 },
  [SB_FACT_FIGURE] = { "figure", N_ ("Figure"), 'f', SB_KIND_FIGURE, -1, 0 },
  [SB_FACT_INDICATOR] = { "indicator", N_ ("Indicator"), 'i', SB_KIND_INDICATOR, SB_INDICATOR_SIGNS, SB_INDICATOR_SIGN_EXTRACT },
  [SB_FACT_RECOMMENDATION] = { "recommendation", N_ ("Recommendation, advice"), 'a', SB_KIND_RECOMMENDATION, -1, 0 },
  [SB_FACT_NOTE] = { "note", N_ ("Note"), 'n', SB_KIND_EXTRACT, -1, 0 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (descriptions) == SB_N_FACT_KINDS);

const char *
sb_fact_kind_get_name (SbFactKind kind)
{
  g_return_val_if_fail ((guint) kind < SB_N_FACT_KINDS, NULL);

  return descriptions[kind].name;
}

gboolean
sb_fact_kind_parse (const char *name,
                    SbFactKind *kind)
{
  for (guint i = 0; i < SB_N_FACT_KINDS; i++)
    if (g_strcmp0 (name, descriptions[i].name) == 0)
      {
        *kind = (SbFactKind) i;
        return TRUE;
      }

  return FALSE;
}

const char *
sb_fact_kind_get_label (SbFactKind kind,
                        SbLanguage language)
{
  g_return_val_if_fail ((guint) kind < SB_N_FACT_KINDS, "");

  return sb_translate (language, descriptions[kind].label);
}

char
sb_fact_kind_get_key (SbFactKind kind)
{
  g_return_val_if_fail ((guint) kind < SB_N_FACT_KINDS, 0);

  return descriptions[kind].key;
}

gboolean
sb_fact_kind_find_key (guint32 letter,
                       SbFactKind *kind)
{
  for (guint i = 0; i < SB_N_FACT_KINDS; i++)
    if (letter == (guint32) descriptions[i].key)
      {
        *kind = (SbFactKind) i;
        return TRUE;
      }

  return FALSE;
}

SbKind
sb_fact_kind_get_record_kind (SbFactKind kind)
{
  g_return_val_if_fail ((guint) kind < SB_N_FACT_KINDS, SB_KIND_NONE);

  return descriptions[kind].kind;
}

int
sb_fact_kind_get_list (SbFactKind kind)
{
  g_return_val_if_fail ((guint) kind < SB_N_FACT_KINDS, -1);

  return descriptions[kind].list;
}

guint
sb_fact_kind_get_extract_field (SbFactKind kind)
{
  g_return_val_if_fail ((guint) kind < SB_N_FACT_KINDS, 0);

  return descriptions[kind].extract;
}
