/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-route.h"

G_BEGIN_DECLS

/* Roads in words, the same on the command line, in the window and on paper. All
 * that is returned as char * is owned by the caller. */

/* "open", "limited", "threatened", "cut"; static. */
const char *sb_road_state_get_label (SbRoadState self,
                                     SbLanguage language);

/* "cut; leaving out what is denied: limited", of @states by reading. */
char *sb_road_states_describe (const SbRoadState *states,
                               SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* What the verdicts come to, in a line: "Road Dakar – Bamako: cut; leaving out what is
 * denied: limited"; NULL where no road leads there. */
char *sb_road_route_summarise (const SbRoadRoute *self,
                               SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* "detour": another way than that which is cut; static. */
const char *sb_road_detour_get_label (SbLanguage language);

/* What is left out when the conditions are read so: "without what is denied"; ""
 * for nothing. Static. */
const char *sb_road_reading_get_label (SbRoadReading self,
                                       SbLanguage language);

/* "1,358 km", "about 1,358 km". */
char *sb_road_format_km (double km,
                         gboolean is_estimated,
                         SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

const char *sb_road_place_get_name (const SbRoadPlace *self,
                                    SbLanguage language);

/* Its number, or what it is called; "" for no road. */
const char *sb_road_get_short_name (const SbRoad *self,
                                    SbLanguage language);

/* The roads of a way, in order: "RN24, N7, N1". A road without a number is named
 * by the places between which it is taken. */
char *sb_road_way_describe (const SbRoadWay *self,
                            const SbRoadNetwork *network,
                            SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* The same, with how much of it is track: "RN6, RN15, partly on tracks (150 km)". */
char *sb_road_way_describe_surface (const SbRoadWay *self,
                                    const SbRoadNetwork *network,
                                    SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* Another way than @first, as a sentence; that it is the shorter one, and why it comes
 * second nevertheless, is said. */
char *sb_road_way_describe_other (const SbRoadWay *self,
                                  const SbRoadWay *first,
                                  const SbRoadNetwork *network,
                                  SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* "Bamako–Diboli". */
char *sb_road_way_format_ends (const SbRoadWay *self,
                               const SbRoadNetwork *network,
                               SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* "Blockade of … · JNIM · since 3 September 2025 · denied by FAMa". */
char *sb_road_restriction_describe (const SbRoadRestriction *self,
                                    SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* What a verdict says, as a sentence: whether one gets there, how, how far. */
char *sb_road_verdict_describe (const SbRoadVerdict *self,
                                const SbRoadRoute *route,
                                SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* A figure that is touched, as a sentence. */
char *sb_road_share_describe (const SbRoadShare *self,
                              SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
