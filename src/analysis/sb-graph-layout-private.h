/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-graph-layout.h"

G_BEGIN_DECLS

/* What the files that make up the layout share. */

/* A node while places are being looked for. */
typedef struct
{
  SbPoint point;
  gboolean has_point; /* it is to begin there */
  gboolean is_fixed; /* it is to stay there */
  gboolean is_lone; /* without a tie: graphviz is not asked */
} SbGraphSeat;

/* Gives each of the @seats that is tied to another one its point, by graphviz. */
gboolean _sb_graph_seats_place (SbGraphSeat *seats,
                                const SbActorGraph *graph,
                                GCancellable *cancellable,
                                GError **error);

/* Moves those that lie on each other apart; fixed ones stay. */
void _sb_graph_seats_spread (SbGraphSeat *seats,
                             guint n_seats);

/* Puts those that are tied to nobody and have no place in rows below the others. */
void _sb_graph_seats_line_up (SbGraphSeat *seats,
                              guint n_seats);

G_END_DECLS
