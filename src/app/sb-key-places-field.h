/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-key-field.h"
#include "sb-key-places.h"

G_BEGIN_DECLS

/**
 * SbKeyPlacesField:
 *
 * A key that is places or ways by road, or the extent of a map: all that is on it, its
 * roads, countries and regions, or edges in degrees.
 */
#define SB_TYPE_KEY_PLACES_FIELD (sb_key_places_field_get_type ())

G_DECLARE_FINAL_TYPE (SbKeyPlacesField, sb_key_places_field, SB, KEY_PLACES_FIELD, SbKeyField)

GtkWidget *sb_key_places_field_new (const SbBlockKey *key);

void sb_key_places_field_set_places (SbKeyPlacesField *self,
                                     SbKeyPlaces *places);

G_END_DECLS
