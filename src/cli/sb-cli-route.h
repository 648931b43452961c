/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"
#include "sb-road-approach.h"
#include "sb-road-loader.h"

G_BEGIN_DECLS

/* Answers about roads, as text (sb-cli-route-text.c) and as JSON
 * (sb-cli-route-json.c). */

void sb_cli_print_route (const SbRoadPicture *picture,
                         const SbRoadRoute *route);
void sb_cli_print_cut_off (const SbRoadPicture *picture,
                           const char *title,
                           GPtrArray *cut_off);
/* Of one capital: (element-type SbRoadRoute). */
void sb_cli_print_ports (const SbRoadPicture *picture,
                         guint capital,
                         GPtrArray *routes);
/* The roads to @place (element-type SbRoadApproach), the ports that serve it, and what
 * the roads rest on. */
void sb_cli_print_approaches (const SbRoadPicture *picture,
                              guint place,
                              GPtrArray *approaches,
                              GPtrArray *ports);
/* What a situation says of the roads: which ports serve the capitals, which towns
 * are cut off, which figures are touched. */
void sb_cli_print_roads (const SbRoadPicture *picture);

/* A way as the whole answer: its members, and the restrictions on roads. */
JsonNode *sb_cli_route_to_json (const SbRoadPicture *picture,
                                const SbRoadRoute *route) G_GNUC_WARN_UNUSED_RESULT;

/* Each writes one value. */
void sb_cli_add_cut_off (JsonBuilder *builder,
                         const SbRoadPicture *picture,
                         GPtrArray *cut_off);
void sb_cli_add_ports (JsonBuilder *builder,
                       const SbRoadPicture *picture,
                       guint capital,
                       GPtrArray *routes);
/* (element-type SbRoadApproach) */
void sb_cli_add_approaches (JsonBuilder *builder,
                            const SbRoadPicture *picture,
                            GPtrArray *approaches);
/* The place that a question is about, as a member. */
void sb_cli_add_road_place (JsonBuilder *builder,
                            const char *name,
                            const SbRoadPicture *picture,
                            guint place);
void sb_cli_add_roads (JsonBuilder *builder,
                       const SbRoadPicture *picture);
/* The restrictions that could be in force and lie on a road. */
void sb_cli_add_road_restrictions (JsonBuilder *builder,
                                   const SbRoadPicture *picture);

G_END_DECLS
