/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include <string.h>

/* Keys that every block reads. */
#define COMMON "Kind Heading Level Unnumbered"

static const SbBlockKind kinds[SB_N_TEMPLATE_BLOCKS] = {
  [SB_TEMPLATE_BLOCK_MASTHEAD] = { "masthead", "The head of the first page: institution, marking, headline, product, period, author", "", SB_KIND_NONE, _sb_block_compose_masthead },
  [SB_TEMPLATE_BLOCK_COVER] = { "cover", "A page of its own: series, title, author, theme, issue, data cutoff, marking, distribution", "", SB_KIND_NONE, _sb_block_compose_cover },
  [SB_TEMPLATE_BLOCK_CONTENTS] = { "contents", "The headings that follow, each with its page", "", SB_KIND_NONE, _sb_block_compose_contents },
  [SB_TEMPLATE_BLOCK_TEXT] = { "text", "A heading and a text in Markdown; either may be missing", "Text", SB_KIND_NONE, _sb_block_compose_text },
  [SB_TEMPLATE_BLOCK_PLAN] = { "plan", "A sentence that announces the sections, by their headings", "Text", SB_KIND_NONE, _sb_block_compose_plan },
  [SB_TEMPLATE_BLOCK_SUMMARY] = { "summary", "The key facts, restrictions, alliances, judgements and advice, a paragraph each", "Most", SB_KIND_NONE, _sb_block_compose_summary },
  [SB_TEMPLATE_BLOCK_FIGURES] = { "figures", "Key figures side by side", "Most Only Figures", SB_KIND_NONE, _sb_block_compose_figures },
  [SB_TEMPLATE_BLOCK_ITEMS] = { "items", "Records in words: as items, as prose, or headed by their places", "Records Topic Audience Only Once Form Order Least Most", SB_KIND_NONE, _sb_block_compose_items },
  [SB_TEMPLATE_BLOCK_QUOTE] = { "quote", "One quotation set large, with who said it; another one for each block", "Text", SB_KIND_NONE, _sb_block_compose_quote },
  [SB_TEMPLATE_BLOCK_TABLE] = { "table", "Restrictions in force, a row each", "Records Only Order Least Most", SB_KIND_NONE, _sb_block_compose_restrictions },
  [SB_TEMPLATE_BLOCK_CHRONOLOGY] = { "chronology", "Events by date, a row each: where, what, who, and sources", "Only Order Least Most", SB_KIND_EVENT, _sb_block_compose_chronology },
  [SB_TEMPLATE_BLOCK_CLAIMS] = { "claims", "Who asserts, who denies or plays down, and what is retained", "Only Order Least Most", SB_KIND_CLAIM, _sb_block_compose_claims },
  [SB_TEMPLATE_BLOCK_ALLIANCES] = { "alliances", "A sheet for each alliance: what sources call it, pillars, divergences, durability", "Only Order Least Most", SB_KIND_ALLIANCE, _sb_block_compose_alliances },
  [SB_TEMPLATE_BLOCK_INSTRUMENTS] = { "instruments", "Treaties, laws and strategies with their clauses and status", "Order Least Most", SB_KIND_INSTRUMENT, _sb_block_compose_instruments },
  [SB_TEMPLATE_BLOCK_SCENARIOS] = { "scenarios", "The scenarios that most signs were seen of, each with its drivers, what is judged of it, and its indicators", "Most", SB_KIND_NONE, _sb_block_compose_scenarios },
  [SB_TEMPLATE_BLOCK_RISKS] = { "risks", "Judgements with their likelihood, the likeliest first, and the scale", "Topic Only Least Most", SB_KIND_JUDGEMENT, _sb_block_compose_risks },
  [SB_TEMPLATE_BLOCK_RECOMMENDATIONS] = { "recommendations", "Advice by addressee, by priority", "Audience Least Most", SB_KIND_RECOMMENDATION, _sb_block_compose_recommendations },
  [SB_TEMPLATE_BLOCK_REGION] = { "region", "The identity card of a region: law, neighbours, figures, roads, who holds what", "", SB_KIND_NONE, _sb_block_compose_region },
  [SB_TEMPLATE_BLOCK_ACTOR] = { "actor", "The identity card of an actor: names, kind, parent, founding, status, aims", "", SB_KIND_NONE, _sb_block_compose_actor },
  [SB_TEMPLATE_BLOCK_RELATIONS] = { "relations", "The ties of an actor: succession, leaders, allies, adversaries", "Most", SB_KIND_NONE, _sb_block_compose_relations },
  [SB_TEMPLATE_BLOCK_CHANGES] = { "changes", "What changed since the day of the last issue, by subject", "Most", SB_KIND_NONE, _sb_block_compose_changes },
  [SB_TEMPLATE_BLOCK_ROADS] = { "roads", "Ways with their state, length and detour; with days, their state on each", "Ways Most Dates", SB_KIND_NONE, _sb_block_compose_roads },
  [SB_TEMPLATE_BLOCK_MAP] = { "map", "A map, of the period unless it keeps to a frame of its own", "Height LeastHeight Ways Title Extent Layers AsOf Period", SB_KIND_NONE, _sb_block_compose_map },
  [SB_TEMPLATE_BLOCK_MAPS] = { "maps", "Maps of several days side by side, with one legend", "Height LeastHeight Ways Title Extent Layers Period Dates", SB_KIND_NONE, _sb_block_compose_maps },
  [SB_TEMPLATE_BLOCK_CONTROL] = { "control", "Who holds which places, on one day or on several", "Places AsOf Dates Most", SB_KIND_NONE, _sb_block_compose_control },
  [SB_TEMPLATE_BLOCK_CORRECTIONS] = { "corrections", "What is to be read in the place of what an earlier issue said", "", SB_KIND_NONE, _sb_block_compose_corrections },
  [SB_TEMPLATE_BLOCK_CHART] = { "chart", "Events or fatalities as bars, by week, month, type or actor", "Measure By Period Title Height LeastHeight Most", SB_KIND_NONE, _sb_block_compose_chart },
  [SB_TEMPLATE_BLOCK_GRAPH] = { "graph", "Who is tied to whom on a day, around an actor or all", "Focus Steps AsOf Title Height LeastHeight", SB_KIND_NONE, _sb_block_compose_graph },
  [SB_TEMPLATE_BLOCK_COLUMNS] = { "columns", "Blocks side by side", "Blocks", SB_KIND_NONE, _sb_block_compose_columns },
  [SB_TEMPLATE_BLOCK_SOURCES] = { "sources", "The sources, numbered where notes are at the end", "", SB_KIND_NONE, _sb_block_compose_sources },
  [SB_TEMPLATE_BLOCK_BACK] = { "back", "The last page: figures, what to watch, contacts, imprint", "Text Most", SB_KIND_NONE, _sb_block_compose_back },
};

/* Kinds of record that a block of items knows how to put into words. */
static const SbKind item_kinds[] = {
  SB_KIND_EVENT, SB_KIND_RESTRICTION, SB_KIND_CONTROL, SB_KIND_CLAIM, SB_KIND_ALLIANCE, SB_KIND_JUDGEMENT, SB_KIND_RECOMMENDATION
};

const SbBlockKind *
_sb_block_kind_get (SbTemplateBlockKind kind)
{
  g_return_val_if_fail ((guint) kind < SB_N_TEMPLATE_BLOCKS, NULL);

  return &kinds[kind];
}

gboolean
_sb_block_kind_find (const char *name,
                     SbTemplateBlockKind *kind)
{
  for (guint i = 0; i < SB_N_TEMPLATE_BLOCKS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = (SbTemplateBlockKind) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

gboolean
_sb_block_kind_reads (SbTemplateBlockKind kind,
                      const char *key)
{
  return has_word (COMMON, key) || has_word (kinds[kind].keys, key);
}

gboolean
_sb_block_kind_takes (SbTemplateBlockKind kind,
                      SbKind record_kind)
{
  if (kind == SB_TEMPLATE_BLOCK_TABLE)
    return record_kind == SB_KIND_RESTRICTION;

  for (guint i = 0; i < G_N_ELEMENTS (item_kinds); i++)
    if (item_kinds[i] == record_kind)
      return TRUE;

  return FALSE;
}

const char *
sb_template_get_block_name (SbTemplateBlockKind kind)
{
  return _sb_block_kind_get (kind)->name;
}

const char *
sb_template_get_block_summary (SbTemplateBlockKind kind)
{
  return _sb_block_kind_get (kind)->summary;
}

char *
sb_template_dup_block_keys (SbTemplateBlockKind kind)
{
  const char *keys = _sb_block_kind_get (kind)->keys;

  return g_strdup_printf ("Heading Level Unnumbered%s%s", keys[0] != '\0' ? " " : "", keys);
}
