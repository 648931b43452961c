/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-evidence.h"

G_BEGIN_DECLS

/**
 * SbGraphInput:
 *
 * The records that graphs of actors are made from: all actors, relations and
 * alliances that are to be thought of, whatever the day, and how many sources stand
 * behind them. Filled by one thread, then left alone and read by any; reference
 * counted.
 */
typedef struct _SbGraphInput SbGraphInput;

#define SB_TYPE_GRAPH_INPUT (sb_graph_input_get_type ())

GType sb_graph_input_get_type (void);

SbGraphInput *sb_graph_input_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbGraphInput *sb_graph_input_ref (SbGraphInput *self);
void sb_graph_input_unref (SbGraphInput *self);

/* Adds an actor, a relation or an alliance, which must be stored. Takes a reference. */
void sb_graph_input_add (SbGraphInput *self,
                         SbRecord *record);

/* How many independent sources stand behind @record, and against it. Without it, one
 * where there is an extract. */
void sb_graph_input_set_sources (SbGraphInput *self,
                                 gint64 record,
                                 SbSourceCounts counts);
SbSourceCounts sb_graph_input_get_sources (const SbGraphInput *self,
                                           SbRecord *record);

/* The records of @kind, in the order in which they came. (element-type SbRecord)
 * Borrowed. */
GPtrArray *sb_graph_input_get_records (const SbGraphInput *self,
                                       SbKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbGraphInput, sb_graph_input_unref)

G_END_DECLS
