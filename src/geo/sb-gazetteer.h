/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-geometry.h"
#include "sb-language.h"
#include "sb-place.h"

G_BEGIN_DECLS

/**
 * SbGazetteer:
 *
 * The places that ship with the program, by key, by name in either language
 * and by position. Immutable and reference counted, safe to share between
 * threads. What it returns lives as long as it does.
 */
typedef struct _SbGazetteer SbGazetteer;

/* What the place is the seat of: the smaller the number, the more it matters. */
typedef enum
{
  SB_SEAT_NONE,
  SB_SEAT_COUNTRY,
  SB_SEAT_REGION,
  SB_SEAT_DISTRICT,
  SB_SEAT_COMMUNE,
} SbSeat;

/**
 * SbGazetteerPlace:
 * @key: country and folded French name, "ml-nioro-du-sahel"; it never changes
 * @country: ISO 3166-1 alpha-2
 * @parent: (nullable): the key of the region or country that it lies in
 * @precision: how near @position is
 * @population: 0 when not known
 * @geonames: its number there; 0 for none
 * @names: by SbLanguage; never empty
 * @other_names: other spellings and former names, %NULL-terminated
 * @pcodes: those of the administrative boundaries of OCHA, %NULL-terminated; several
 *   where these divide what is one place here
 */
typedef struct
{
  const char *key;
  SbPlaceKind kind;
  const char *country;
  const char *parent;
  SbPosition position;
  SbPlacePrecision precision;
  guint population;
  SbSeat seat;
  guint geonames;
  const char *names[SB_N_LANGUAGES];
  const char *const *other_names;
  const char *const *pcodes;
} SbGazetteerPlace;

#define SB_TYPE_GAZETTEER (sb_gazetteer_get_type ())

GType sb_gazetteer_get_type (void);

/* The gazetteer built into the program. */
SbGazetteer *sb_gazetteer_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the tab-separated text of data/gazetteer/README.md: SB_GEO_ERROR. */
SbGazetteer *sb_gazetteer_new_from_bytes (GBytes *bytes,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbGazetteer *sb_gazetteer_ref (SbGazetteer *self);
void sb_gazetteer_unref (SbGazetteer *self);

/* In the order of their keys. */
guint sb_gazetteer_get_n_places (SbGazetteer *self);
const SbGazetteerPlace *sb_gazetteer_get_place (SbGazetteer *self,
                                                guint index);

/* (nullable) */
const SbGazetteerPlace *sb_gazetteer_find_key (SbGazetteer *self,
                                               const char *key);

/* (nullable): its p-code, when it has one for all of it. */
const char *sb_gazetteer_place_get_pcode (const SbGazetteerPlace *place);

/* (nullable): the region that has the p-code, whatever its case. */
const SbGazetteerPlace *sb_gazetteer_find_pcode (SbGazetteer *self,
                                                 const char *pcode);

/* All places that are called so, whatever the case, accents and hyphens, in
 * either language or by another name: an array of const SbGazetteerPlace, the
 * one that is meant most often first (seats before others, then by population;
 * a name of its own before another name). Empty for a name that is not known. */
GPtrArray *sb_gazetteer_find_name (SbGazetteer *self,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): the town, village or post nearest to @position, at most @max_km
 * away. */
const SbGazetteerPlace *sb_gazetteer_find_nearest (SbGazetteer *self,
                                                   SbPosition position,
                                                   double max_km);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbGazetteer, sb_gazetteer_unref)

G_END_DECLS
