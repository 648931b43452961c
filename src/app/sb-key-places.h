/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-place-finder.h"

G_BEGIN_DECLS

/**
 * SbKeyPlaces:
 *
 * The places that keys of a block can name, by their keys in the gazetteer: what they are
 * called, and which of them are meant by what is typed. Making it takes some tens of
 * milliseconds. Immutable and reference counted, safe to share between threads.
 */
typedef struct _SbKeyPlaces SbKeyPlaces;

#define SB_TYPE_KEY_PLACES (sb_key_places_get_type ())

/* Which of them. */
typedef enum
{
  SB_KEY_PLACES_ALL,
  SB_KEY_PLACES_ON_ROADS,
  SB_KEY_PLACES_REGIONS, /* and countries, which have a shape */
} SbKeyPlacesSet;

#define SB_N_KEY_PLACES_SETS (SB_KEY_PLACES_REGIONS + 1)

GType sb_key_places_get_type (void);

/* Names are given in @language. */
SbKeyPlaces *sb_key_places_new (SbLanguage language,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbKeyPlaces *sb_key_places_ref (SbKeyPlaces *self);
void sb_key_places_unref (SbKeyPlaces *self);

/* Borrowed. */
SbPlaceFinder *sb_key_places_get_finder (SbKeyPlaces *self,
                                         SbKeyPlacesSet set);
/* That of what the finder found, by its tag; NULL for none. */
const char *sb_key_places_get_key (SbKeyPlaces *self,
                                   guint tag);
/* What the place of @key is called; @key itself where there is none. */
const char *sb_key_places_get_name (SbKeyPlaces *self,
                                    const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbKeyPlaces, sb_key_places_unref)

G_END_DECLS
