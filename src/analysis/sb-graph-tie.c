/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-actor-graph.h"

#include "sb-translate.h"

#include <glib/gi18n.h>

/* What the ties are called that are no relations. */
static const struct
{
  const char *name;
  const char *label;
  SbGraphStance stance;
} own_kinds[] = {
  [SB_GRAPH_TIE_PARTY - SB_GRAPH_TIE_PARTY] = { "party", N_ ("is a party of"), SB_GRAPH_STANCE_SUPPORTS },
  [SB_GRAPH_TIE_ADVERSARY -
    SB_GRAPH_TIE_PARTY] = { "adversary", N_ ("is against"), SB_GRAPH_STANCE_OPPOSES },
  [SB_GRAPH_TIE_PARENT -
    SB_GRAPH_TIE_PARTY] = { "part", N_ ("is part of"), SB_GRAPH_STANCE_BELONGS },
  [SB_GRAPH_TIE_OFFICE -
    SB_GRAPH_TIE_PARTY] = { "office", N_ ("has an office in"), SB_GRAPH_STANCE_BELONGS },
};

SbGraphStance
sb_graph_tie_kind_get_stance (guint kind)
{
  if (kind >= SB_GRAPH_TIE_PARTY)
    return kind < SB_N_GRAPH_TIE_KINDS ? own_kinds[kind - SB_GRAPH_TIE_PARTY].stance : SB_GRAPH_STANCE_BELONGS;

  switch ((SbRelationKind) kind)
    {
    case SB_RELATION_KIND_AFFILIATED_WITH:
    case SB_RELATION_KIND_ALLIED_WITH:
    case SB_RELATION_KIND_SUPPORTS:
    case SB_RELATION_KIND_SUPPLIES:
      return SB_GRAPH_STANCE_SUPPORTS;

    case SB_RELATION_KIND_OPPOSES:
    case SB_RELATION_KIND_RIVAL_OF:
      return SB_GRAPH_STANCE_OPPOSES;

    case SB_RELATION_KIND_NEGOTIATES_WITH:
    case SB_RELATION_KIND_RELATED_TO:
      return SB_GRAPH_STANCE_TALKS;

    case SB_RELATION_KIND_MEMBER_OF:
    case SB_RELATION_KIND_PART_OF:
    case SB_RELATION_KIND_LEADS:
    case SB_RELATION_KIND_FOUNDED:
    case SB_RELATION_KIND_SPLIT_FROM:
    case SB_RELATION_KIND_MERGED_INTO:
    case SB_RELATION_KIND_SUCCEEDS:
    case SB_RELATION_KIND_VASSAL_OF:
    default:
      return SB_GRAPH_STANCE_BELONGS;
    }
}

gboolean
sb_graph_tie_kind_is_directed (guint kind)
{
  return kind != SB_RELATION_KIND_ALLIED_WITH && kind != SB_RELATION_KIND_OPPOSES && kind != SB_RELATION_KIND_RIVAL_OF &&
         kind != SB_RELATION_KIND_NEGOTIATES_WITH && kind != SB_RELATION_KIND_RELATED_TO &&
         kind != SB_RELATION_KIND_AFFILIATED_WITH && kind != SB_GRAPH_TIE_PARTY && kind != SB_GRAPH_TIE_ADVERSARY;
}

const char *
sb_graph_tie_kind_get_name (guint kind)
{
  const SbTerm *term;

  g_return_val_if_fail (kind < SB_N_GRAPH_TIE_KINDS, "");

  if (kind >= SB_GRAPH_TIE_PARTY)
    return own_kinds[kind - SB_GRAPH_TIE_PARTY].name;

  term = sb_vocabulary_find (&sb_relation_kind_vocabulary, (int) kind);
  return term != NULL ? term->name : "";
}

const char *
sb_graph_tie_kind_get_label (guint kind,
                             SbLanguage language)
{
  g_return_val_if_fail (kind < SB_N_GRAPH_TIE_KINDS, "");

  if (kind >= SB_GRAPH_TIE_PARTY)
    return sb_translate (language, own_kinds[kind - SB_GRAPH_TIE_PARTY].label);

  return sb_vocabulary_get_label (&sb_relation_kind_vocabulary, (int) kind, language);
}
