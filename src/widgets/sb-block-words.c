/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-block-words.h"

#include "sb-translate.h"

#include <glib/gi18n.h>

/* By the names that templates use, so that a kind that is new needs nothing here to be
 * shown. */
static const struct
{
  const char *name;
  const char *label;
  const char *summary;
} words[] = {
  { "masthead", NC_ ("block", "Masthead"), N_ ("The head of the first page: institution, marking, headline, period, author") },
  { "cover", NC_ ("block", "Cover"), N_ ("A page of its own with title, author, issue and marking") },
  { "contents", NC_ ("block", "Contents"), N_ ("The headings, each with its page") },
  { "text", NC_ ("block", "Text"), N_ ("A heading and a text of yours") },
  { "plan", NC_ ("block", "Plan"), N_ ("A sentence that announces the sections") },
  { "summary", NC_ ("block", "Summary"), N_ ("The key facts, restrictions, alliances, judgements and advice, a paragraph each") },
  { "figures", NC_ ("block", "Key figures"), N_ ("Key figures side by side") },
  { "items", NC_ ("block", "Facts"), N_ ("Records in words, an item or a paragraph each") },
  { "quote", NC_ ("block", "Quotation"), N_ ("One quotation set large, with who said it") },
  { "table", NC_ ("block", "Restrictions"), N_ ("The restrictions in force, a row each") },
  { "chronology", NC_ ("block", "Chronology"), N_ ("Events by date, a row each, with sources") },
  { "claims", NC_ ("block", "Claims and denials"), N_ ("Who asserts, who denies, and what is retained") },
  { "alliances", NC_ ("block", "Alliances"), N_ ("A sheet for each alliance") },
  { "instruments", NC_ ("block", "Instruments"), N_ ("Treaties, laws and strategies with their status") },
  { "scenarios", NC_ ("block", "Scenarios"), N_ ("Each scenario with its drivers and indicators") },
  { "risks", NC_ ("block", "Risks"), N_ ("Judgements with their likelihood, the likeliest first") },
  { "recommendations", NC_ ("block", "Recommendations"), N_ ("Advice by addressee") },
  { "region", NC_ ("block", "Region"), N_ ("The identity card of a region") },
  { "actor", NC_ ("block", "Actor"), N_ ("The identity card of an actor") },
  { "relations", NC_ ("block", "Relations"), N_ ("The ties of an actor") },
  { "changes", NC_ ("block", "Changes"), N_ ("What changed since the last issue") },
  { "roads", NC_ ("block", "Roads"), N_ ("Ways with their state, length and detour") },
  { "map", NC_ ("block", "Map"), N_ ("A map of the period") },
  { "maps", NC_ ("block", "Maps side by side"), N_ ("Maps of several days with one legend") },
  { "control", NC_ ("block", "Control"), N_ ("Who holds which places") },
  { "columns", NC_ ("block", "Columns"), N_ ("Blocks side by side") },
  { "sources", NC_ ("block", "Sources"), N_ ("The sources") },
  { "back", NC_ ("block", "Last page"), N_ ("Figures, what to watch, contacts, imprint") },
  { "graph", NC_ ("block", "Graph of alliances"), N_ ("Who is tied to whom, drawn") },
  { "chart", NC_ ("block", "Chart"), N_ ("Events or fatalities by week, by type or by actor") },
  { "correction", NC_ ("block", "Correction"), N_ ("What an earlier issue said, and what is right") },
};

static int
find_words (SbTemplateBlockKind kind)
{
  const char *name = sb_template_get_block_name (kind);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, name))
      return (int) i;

  return -1;
}

const char *
sb_block_words_get_kind (SbTemplateBlockKind kind,
                         SbLanguage language)
{
  int found = find_words (kind);

  return found >= 0 ? sb_translate_context (language, "block", words[found].label) : sb_template_get_block_name (kind);
}

const char *
sb_block_words_get_summary (SbTemplateBlockKind kind)
{
  int found = find_words (kind);

  return found >= 0 ? _ (words[found].summary) : sb_template_get_block_summary (kind);
}

char *
sb_block_words_dup_name (const SbOutlineEntry *entry,
                         SbLanguage language)
{
  const char *heading;

  g_return_val_if_fail (entry != NULL, NULL);

  heading = sb_bilingual_get_any (entry->heading, language);
  return g_strdup (heading[0] != '\0' ? heading : sb_block_words_get_kind (entry->kind, language));
}

const char *
sb_block_words_get_state (const SbOutlineEntry *entry)
{
  g_return_val_if_fail (entry != NULL, "");

  if (entry->is_lost)
    return C_ ("block", "without a place");
  if (entry->state == SB_OUTLINE_BY_HAND)
    return C_ ("block", "by hand");

  return entry->state == SB_OUTLINE_WRITTEN ? C_ ("block", "text") : C_ ("block", "automatic");
}
