/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-panel.h"

G_BEGIN_DECLS

/* The answers of a panel, as widgets (sb-road-answers.c). */

/* A sentence, as when nothing was asked or a name means no place. */
GtkWidget *_sb_road_answers_new_sentence (const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

/* One verdict: what is left out, what it comes to, its legs, what is cut, what it
 * rests on. A row leads to its restriction, by @session. */
GtkWidget *_sb_road_answers_new_verdict (const SbRoadRoute *route,
                                         guint verdict,
                                         SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The figures of the roads of the undisturbed way that are touched; NULL for none. A row
 * leads to its figure, with its sources. */
GtkWidget *_sb_road_answers_new_shares (const SbRoadRoute *route,
                                        SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The roads to @place with the state of each, the ports that serve it, and what all
 * that rests on. A road and a port ask for the way from there, by the action
 * "way.ask". */
GtkWidget *_sb_road_answers_new_approaches (SbRoadConditions *conditions,
                                            guint place,
                                            SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The places that are cut off, under a heading. */
GtkWidget *_sb_road_answers_new_cut_off (const SbRoadConditions *conditions,
                                         const GPtrArray *cut_off,
                                         SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
