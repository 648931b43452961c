/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-kind.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-briefing.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-document.h"
#include "sb-dossier.h"
#include "sb-drawing.h"
#include "sb-event.h"
#include "sb-extract.h"
#include "sb-feed.h"
#include "sb-figure.h"
#include "sb-indicator.h"
#include "sb-instrument.h"
#include "sb-judgement.h"
#include "sb-place.h"
#include "sb-recommendation.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-scenario.h"
#include "sb-source.h"
#include "sb-translate.h"
#include "sb-zone.h"

#include <glib/gi18n.h>

typedef struct
{
  const SbSchema *schema;
  const char *plural;
  const char *label;
  const char *plural_label;
} KindInfo;

static const KindInfo kinds[SB_N_KINDS] = {
  [SB_KIND_SOURCE] = { &sb_source_schema, "sources", NC_ ("kind", "Source"), NC_ ("kinds", "Sources") },
  [SB_KIND_FEED] = { &sb_feed_schema, "feeds", NC_ ("kind", "Feed"), NC_ ("kinds", "Feeds") },
  [SB_KIND_DOCUMENT] = { &sb_document_schema, "documents", NC_ ("kind", "Document"), NC_ ("kinds", "Documents") },
  [SB_KIND_EXTRACT] = { &sb_extract_schema, "extracts", NC_ ("kind", "Extract"), NC_ ("kinds", "Extracts") },
  [SB_KIND_PLACE] = { &sb_place_schema, "places", NC_ ("kind", "Place"), NC_ ("kinds", "Places") },
  [SB_KIND_CORRIDOR] = { &sb_corridor_schema, "corridors", NC_ ("kind", "Road"), NC_ ("kinds", "Roads") },
  [SB_KIND_ACTOR] = { &sb_actor_schema, "actors", NC_ ("kind", "Actor"), NC_ ("kinds", "Actors") },
  [SB_KIND_RELATION] = { &sb_relation_schema, "relations", NC_ ("kind", "Relation"), NC_ ("kinds", "Relations") },
  [SB_KIND_ALLIANCE] = { &sb_alliance_schema, "alliances", NC_ ("kind", "Alliance"), NC_ ("kinds", "Alliances") },
  [SB_KIND_EVENT] = { &sb_event_schema, "events", NC_ ("kind", "Event"), NC_ ("kinds", "Events") },
  [SB_KIND_RESTRICTION] = { &sb_restriction_schema, "restrictions", NC_ ("kind", "Restriction"), NC_ ("kinds", "Restrictions") },
  [SB_KIND_CONTROL] = { &sb_control_schema, "controls", NC_ ("kind", "Control"), NC_ ("kinds", "Control") },
  [SB_KIND_ZONE] = { &sb_zone_schema, "zones", NC_ ("kind", "Travel zone"), NC_ ("kinds", "Travel zones") },
  [SB_KIND_CLAIM] = { &sb_claim_schema, "claims", NC_ ("kind", "Claim"), NC_ ("kinds", "Claims") },
  [SB_KIND_INSTRUMENT] = { &sb_instrument_schema, "instruments", NC_ ("kind", "Instrument"), NC_ ("kinds", "Instruments") },
  [SB_KIND_FIGURE] = { &sb_figure_schema, "figures", NC_ ("kind", "Figure"), NC_ ("kinds", "Figures") },
  [SB_KIND_INDICATOR] = { &sb_indicator_schema, "indicators", NC_ ("kind", "Indicator"), NC_ ("kinds", "Indicators") },
  [SB_KIND_SCENARIO] = { &sb_scenario_schema, "scenarios", NC_ ("kind", "Scenario"), NC_ ("kinds", "Scenarios") },
  [SB_KIND_JUDGEMENT] = { &sb_judgement_schema, "judgements", NC_ ("kind", "Judgement"), NC_ ("kinds", "Judgements") },
  [SB_KIND_RECOMMENDATION] = { &sb_recommendation_schema, "recommendations", NC_ ("kind", "Recommendation"), NC_ ("kinds", "Recommendations") },
  [SB_KIND_DOSSIER] = { &sb_dossier_schema, "dossiers", NC_ ("kind", "Dossier"), NC_ ("kinds", "Dossiers") },
  [SB_KIND_BRIEFING] = { &sb_briefing_schema, "briefings", NC_ ("kind", "Briefing"), NC_ ("kinds", "Briefings") },
  [SB_KIND_DRAWING] = { &sb_drawing_schema, "drawings", NC_ ("kind", "Drawing"), NC_ ("kinds", "Drawings") },
};

const char *
sb_kind_get_name (SbKind kind)
{
  g_return_val_if_fail (kind < SB_N_KINDS, NULL);

  return kind == SB_KIND_NONE ? "" : kinds[kind].schema->name;
}

SbKind
sb_kind_parse (const char *name)
{
  for (guint kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    if (g_strcmp0 (kinds[kind].schema->name, name) == 0 || g_strcmp0 (kinds[kind].plural, name) == 0)
      return kind;

  return SB_KIND_NONE;
}

const char *
sb_kind_get_label (SbKind kind,
                   SbLanguage language)
{
  g_return_val_if_fail (kind < SB_N_KINDS, NULL);

  return kind == SB_KIND_NONE ? "" : sb_translate_context (language, "kind", kinds[kind].label);
}

const char *
sb_kind_get_plural_label (SbKind kind,
                          SbLanguage language)
{
  g_return_val_if_fail (kind < SB_N_KINDS, NULL);

  return kind == SB_KIND_NONE ? "" : sb_translate_context (language, "kinds", kinds[kind].plural_label);
}

const SbSchema *
sb_kind_get_schema (SbKind kind)
{
  g_return_val_if_fail (kind < SB_N_KINDS, NULL);

  return kinds[kind].schema;
}
