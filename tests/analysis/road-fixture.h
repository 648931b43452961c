/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-route.h"

G_BEGIN_DECLS

/* Records about roads, made by hand: places by the keys of the gazetteer, or by
 * a name and a position of their own. */
typedef struct
{
  SbSituationInput *input; /* (owned) */
  gint64 next_id;
} RoadFixture;

void road_fixture_init (RoadFixture *self);
void road_fixture_clear (RoadFixture *self);

/* A place of the gazetteer, @name being what the catalogue calls it; @key NULL for
 * one that has no key. Returns its id. */
gint64 road_fixture_add_place (RoadFixture *self,
                               const char *name,
                               const char *key,
                               double latitude,
                               double longitude);
void road_fixture_add_part (RoadFixture *self,
                            gint64 place,
                            gint64 *part);

/* A corridor through @places, ended by 0; @key and @code may be NULL. */
gint64 road_fixture_add_corridor (RoadFixture *self,
                                  const char *key,
                                  const char *code,
                                  const gint64 *places,
                                  const double *km);

typedef struct
{
  int kind; /* SbRestrictionKind */
  int severity; /* SbRestrictionSeverity */
  gint64 corridor; /* 0 for none */
  gint64 origin;
  gint64 destination;
  gint64 place; /* 0 for none */
  const char *since; /* EDTF */
  const char *until; /* (nullable) */
  gboolean is_denied;
  gboolean is_contradicted;
} RoadRestriction;

gint64 road_fixture_add_restriction (RoadFixture *self,
                                     const RoadRestriction *restriction);

/* The network of the shipped roads and the corridors so far. */
SbRoadNetwork *road_fixture_build (RoadFixture *self) G_GNUC_WARN_UNUSED_RESULT;

/* Of a place that must be there. */
guint road_fixture_find (const SbRoadNetwork *network,
                         const char *key);

G_END_DECLS
