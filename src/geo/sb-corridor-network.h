/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-gazetteer.h"

G_BEGIN_DECLS

/**
 * SbCorridorNetwork:
 *
 * The roads that ship with the program: each a corridor of ordered places, and
 * all together a network of places and of the legs between them. Immutable and
 * reference counted, safe to share between threads. What it returns lives as
 * long as it does.
 */
typedef struct _SbCorridorNetwork SbCorridorNetwork;

/**
 * SbCorridorStop:
 * @node: of the network
 * @leg: of the network: that from the stop before; not of the first stop
 * @km: by road from the first stop
 */
typedef struct
{
  const SbGazetteerPlace *place;
  guint node;
  guint leg;
  double km;
} SbCorridorStop;

/**
 * SbCorridorRoad:
 * @key: it never changes
 * @code: (nullable): the number that the country gives it, "RN1"
 * @country: (nullable): ISO 3166-1 alpha-2
 * @names: by SbLanguage
 * @carries: by SbLanguage, (nullable)
 * @sources: by SbLanguage, (nullable): who says what it carries
 */
typedef struct
{
  const char *key;
  const char *code;
  const char *country;
  const char *names[SB_N_LANGUAGES];
  const char *carries[SB_N_LANGUAGES];
  const char *sources[SB_N_LANGUAGES];
  const SbCorridorStop *stops;
  guint n_stops;
} SbCorridorRoad;

/**
 * SbCorridorLeg:
 *
 * The road between two neighbouring places, both ways. Corridors that share it
 * share its fate: a leg that is cut is cut for all of them.
 */
typedef struct
{
  guint nodes[2];
  double km;
  gboolean estimated; /* by the great circle, SB_CORRIDOR_DETOUR times, or as a
                         share of what is stated between two farther places */
  gboolean track; /* not paved */
} SbCorridorLeg;

/* A leg as seen from one of its ends. */
typedef struct
{
  guint leg;
  guint node; /* at the other end */
} SbCorridorLink;

/* A landlocked capital, and the ports that are said to serve it: nodes. */
typedef struct
{
  guint capital;
  const guint *ports;
  guint n_ports;
} SbCorridorService;

/* How much longer a road of the Sahel is than the great circle. */
#define SB_CORRIDOR_DETOUR 1.2

#define SB_TYPE_CORRIDOR_NETWORK (sb_corridor_network_get_type ())

GType sb_corridor_network_get_type (void);

/* The network built into the program; @gazetteer must be its gazetteer. */
SbCorridorNetwork *sb_corridor_network_new (SbGazetteer *gazetteer,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the JSON of data/corridors/README.md: SB_GEO_ERROR for what is not, or
 * names a place that @gazetteer does not have. */
SbCorridorNetwork *sb_corridor_network_new_from_bytes (SbGazetteer *gazetteer,
                                                       GBytes *bytes,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbCorridorNetwork *sb_corridor_network_ref (SbCorridorNetwork *self);
void sb_corridor_network_unref (SbCorridorNetwork *self);

guint sb_corridor_network_get_n_roads (SbCorridorNetwork *self);
const SbCorridorRoad *sb_corridor_network_get_road (SbCorridorNetwork *self,
                                                    guint index);

/* (nullable) */
const SbCorridorRoad *sb_corridor_network_find_key (SbCorridorNetwork *self,
                                                    const char *key);

/* The network as a graph. */
guint sb_corridor_network_get_n_nodes (SbCorridorNetwork *self);
const SbGazetteerPlace *sb_corridor_network_get_place (SbCorridorNetwork *self,
                                                       guint node);
guint sb_corridor_network_get_n_legs (SbCorridorNetwork *self);
const SbCorridorLeg *sb_corridor_network_get_leg (SbCorridorNetwork *self,
                                                  guint leg);
const SbCorridorLink *sb_corridor_network_get_links (SbCorridorNetwork *self,
                                                     guint node,
                                                     guint *n_links);

/* Looks a node up by the key of its place; FALSE when no road leads there. */
gboolean sb_corridor_network_find_node (SbCorridorNetwork *self,
                                        const char *key,
                                        guint *node);

guint sb_corridor_network_get_n_services (SbCorridorNetwork *self);
const SbCorridorService *sb_corridor_network_get_service (SbCorridorNetwork *self,
                                                          guint index);
/* Whether the node is a port that serves a landlocked capital. */
gboolean sb_corridor_network_is_port (SbCorridorNetwork *self,
                                      guint node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbCorridorNetwork, sb_corridor_network_unref)

G_END_DECLS
