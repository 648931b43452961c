/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-corridor-network.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbRoadNetwork:
 *
 * The roads of a moment as one graph: those that ship with the program and the
 * corridors of a catalogue, which are handed in as records. Places and legs are
 * numbered from 0. Immutable and reference counted, safe to share between
 * threads; what it returns lives as long as it does.
 *
 * How the two become one (sb_road_network_new()):
 *
 * - A place of the catalogue is the gazetteer's when it has its key, or its
 *   number at GeoNames, or the name of a place of the shipped network that is no
 *   farther away than SB_ROAD_SAME_PLACE_KM. Any other is a place of its own.
 * - A corridor of the catalogue is the shipped road of the same key, or of the
 *   same number and country where the two have places in common.
 * - Between two neighbouring stops of a corridor that are both on one shipped
 *   road runs that road, with all the places that the program knows there: a
 *   restriction between the two lies on each of those legs. For a corridor that is
 *   no shipped road this is so where the kilometres do not speak against it
 *   (SB_ROAD_SAME_WAY).
 * - A stop that a shipped road lacks is put between the two of its places where
 *   it makes the least detour, for every road that runs there.
 * - What remains is a leg of the corridor's own.
 * - Kilometres that a corridor states take the place of ours where those are only
 *   reckoned: in proportion, where several legs lie between its two stops.
 */
typedef struct _SbRoadNetwork SbRoadNetwork;

#define SB_TYPE_ROAD_NETWORK (sb_road_network_get_type ())

#define SB_ROAD_SAME_PLACE_KM 15.0
/* How far the lengths of two ways between the same places may be apart, as a
 * share of the longer, for them to be the same. */
#define SB_ROAD_SAME_WAY 0.25

typedef enum
{
  SB_ROAD_PLACE_DEFAULT = 0,
  SB_ROAD_PLACE_PORT = 1 << 0, /* where sea freight of landlocked countries lands */
  SB_ROAD_PLACE_CAPITAL = 1 << 1,
} SbRoadPlaceFlags;

/* All of it borrowed from the network. */
typedef struct
{
  const char *key; /* (nullable) of the gazetteer */
  SbRef *ref; /* (nullable) the record of the catalogue */
  const char *names[SB_N_LANGUAGES];
  const char *const *other_names; /* (nullable) NULL-terminated */
  const char *country; /* (nullable) ISO 3166-1 alpha-2 */
  SbPosition position;
  guint population; /* 0 when not known */
  SbRoadPlaceFlags flags;
} SbRoadPlace;

typedef enum
{
  SB_ROAD_LEG_DEFAULT = 0,
  SB_ROAD_LEG_ESTIMATED = 1 << 0,
  SB_ROAD_LEG_TRACK = 1 << 1,
} SbRoadLegFlags;

/* Both ways. */
typedef struct
{
  guint places[2];
  double km;
  gboolean is_estimated; /* by the great circle, or as a share of what is stated */
  gboolean is_track; /* not paved */
} SbRoadLeg;

/* What a kilometre of track counts when ways are compared: lorries take a paved
 * road for as long as it is no more than half as long again. */
#define SB_ROAD_TRACK_COST 1.5

typedef struct
{
  SbRef *ref; /* (nullable) the record of the catalogue */
  const char *key; /* (nullable) of the shipped road */
  const char *code; /* (nullable) "RN1" */
  const char *country; /* (nullable) */
  const char *names[SB_N_LANGUAGES];
  const guint *stops; /* places, in order */
  const guint *legs; /* one fewer */
  guint n_stops;
} SbRoad;

/* A leg as seen from one of its ends. */
typedef struct
{
  guint leg;
  guint place; /* at the other end */
} SbRoadLink;

GType sb_road_network_get_type (void);

/* @shipped may be NULL. @corridors and @places (element-type SbRecord): the
 * corridors of the catalogue, and the records of the places that they stop at;
 * either may be NULL. A corridor with a stop of which nobody knows where it is
 * goes on to the next one. */
SbRoadNetwork *sb_road_network_new (SbCorridorNetwork *shipped,
                                    GPtrArray *corridors,
                                    GPtrArray *places) G_GNUC_WARN_UNUSED_RESULT;
SbRoadNetwork *sb_road_network_ref (SbRoadNetwork *self);
void sb_road_network_unref (SbRoadNetwork *self);

guint sb_road_network_get_n_places (const SbRoadNetwork *self);
const SbRoadPlace *sb_road_network_get_place (const SbRoadNetwork *self,
                                              guint place);
guint sb_road_network_get_n_legs (const SbRoadNetwork *self);
const SbRoadLeg *sb_road_network_get_leg (const SbRoadNetwork *self,
                                          guint leg);
const SbRoadLink *sb_road_network_get_links (const SbRoadNetwork *self,
                                             guint place,
                                             guint *n_links);

/* The corridors of the catalogue, then the shipped roads that it has no record
 * of. */
guint sb_road_network_get_n_roads (const SbRoadNetwork *self);
const SbRoad *sb_road_network_get_road (const SbRoadNetwork *self,
                                        guint road);
/* All roads that run over a leg, the whole shipped ones with them. */
const SbRoad *const *sb_road_network_get_roads_of (const SbRoadNetwork *self,
                                                   guint leg,
                                                   guint *n_roads);
/* (nullable): the road that is this record. */
const SbRoad *sb_road_network_find_corridor (const SbRoadNetwork *self,
                                             const SbRef *corridor);
/* The whole shipped road, also where the catalogue has a record of a part of it;
 * (nullable). */
const SbRoad *sb_road_network_find_shipped (const SbRoadNetwork *self,
                                            const char *key);

/* FALSE when the place is on no road: by record, and by key. */
gboolean sb_road_network_find_place (const SbRoadNetwork *self,
                                     const SbRef *place,
                                     guint *found);
gboolean sb_road_network_find_place_key (const SbRoadNetwork *self,
                                         const char *key,
                                         guint *found);

/* All places that are called @name, whatever the case and accents, in either
 * language or by another name, or have it for a key: by how many live there, a
 * name of its own before another name (element-type guint). */
GArray *sb_road_network_find_name (const SbRoadNetwork *self,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The place nearest to @position, at most @max_km away; FALSE for none. */
gboolean sb_road_network_find_nearest (const SbRoadNetwork *self,
                                       SbPosition position,
                                       double max_km,
                                       guint *found);

/* The landlocked capitals; and the ports that are said to serve one, as places
 * (element-type guint), borrowed, NULL for none. */
guint sb_road_network_get_n_landlocked (const SbRoadNetwork *self);
guint sb_road_network_get_landlocked (const SbRoadNetwork *self,
                                      guint index);
const GArray *sb_road_network_get_ports_of (const SbRoadNetwork *self,
                                            guint capital); /* (nullable) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRoadNetwork, sb_road_network_unref)

/**
 * SbRoadNetworkBuilder:
 *
 * Makes a network place by place and road by road; sb_road_network_new() and
 * tests do. What it is given is copied. One thread.
 */
typedef struct _SbRoadNetworkBuilder SbRoadNetworkBuilder;

SbRoadNetworkBuilder *sb_road_network_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sb_road_network_builder_free (SbRoadNetworkBuilder *self);
guint sb_road_network_builder_add_place (SbRoadNetworkBuilder *self,
                                         const SbRoadPlace *place);
/* The leg between two places, made when there is none. Of two lengths the first
 * that is not estimated stays; a road beats a track. */
guint sb_road_network_builder_add_leg (SbRoadNetworkBuilder *self,
                                       guint from,
                                       guint to,
                                       double km,
                                       SbRoadLegFlags flags);
/* @road's legs are found by its stops: they must be there. */
void sb_road_network_builder_add_road (SbRoadNetworkBuilder *self,
                                       const SbRoad *road);
/* The whole of a shipped road of which the catalogue has a record. */
void sb_road_network_builder_add_shipped (SbRoadNetworkBuilder *self,
                                          const SbRoad *road);
/* @port is said to serve the landlocked @capital. */
void sb_road_network_builder_add_port (SbRoadNetworkBuilder *self,
                                       guint capital,
                                       guint port);
/* @record is another record of the catalogue for @place. */
void sb_road_network_builder_bind (SbRoadNetworkBuilder *self,
                                   guint place,
                                   gint64 record);
/* Frees @self. */
SbRoadNetwork *sb_road_network_builder_end (SbRoadNetworkBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRoadNetworkBuilder, sb_road_network_builder_free)

G_END_DECLS
