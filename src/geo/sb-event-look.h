/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-clusters.h"
#include "sb-language.h"
#include "sb-symbol.h"

G_BEGIN_DECLS

/* What a cluster of events looks like, the same on a screen and on paper: which
 * symbol, how large, how far around it what is not known well may have been, and the
 * number at its shoulder. Sizes are in logical pixels. Pure: any thread. */

/* How much is left of what is shown lighter. */
#define SB_EVENT_LOOK_LIGHT 0.45

/* What one symbol looks like. */
typedef struct
{
  SbEventType type;
  guint size; /* its height: by how many died, in six steps */
  SbSymbolFlags flags;
  gboolean is_light; /* it need not have been in the period */
} SbSymbolLook;

SbSymbolLook sb_event_cluster_get_look (const SbEventCluster *self);

/* How far around its place what is only known so well may have been; 0 for what is
 * exact. @world: logical pixels from one side of the world to the other. */
guint sb_event_cluster_get_radius (const SbEventCluster *self,
                                   double world);

/* What a map shows of clusters, for its legend. All zero: nothing. A plain value. */
typedef struct
{
  guint types; /* bits 1 << SbEventType */
  guint precisions; /* bits 1 << SbPlacePrecision, of what is drawn with its extent */
  gboolean has_counts; /* of events put together */
  gboolean has_larger; /* a symbol that is larger because people died */
  gboolean has_unsourced;
  gboolean has_light; /* it need not have been in the period */
} SbEventContents;

void sb_event_contents_add (SbEventContents *self,
                            const SbEventCluster *cluster);
void sb_event_contents_join (SbEventContents *self,
                             const SbEventContents *other);

/* The numbers of deaths from which on a symbol is larger, the least first. */
guint sb_event_look_get_n_steps (void);
guint sb_event_look_get_step (guint step);

/* Cut to the digits that are shown, so that what looks the same is the same. Cut and
 * not rounded: 999,900 is no million. */
guint sb_event_count_shorten (guint count);
/* "7", "340", "1.2k", "34k", "1.2M": short, so that it covers little. */
char *sb_event_count_format (guint count,
                             SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
