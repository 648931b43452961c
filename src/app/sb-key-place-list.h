/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-key-places.h"

G_BEGIN_DECLS

/**
 * SbKeyPlaceList:
 *
 * Places, or ways from one to another, as a template has them ("ml-kidal;ml-gao",
 * "sn-dakar>ml-bamako"): each by its name, to be taken out, and below them where another
 * one is typed. Main thread.
 *
 * Signal "changed" (string): there is one more, or one less.
 */
#define SB_TYPE_KEY_PLACE_LIST (sb_key_place_list_get_type ())

G_DECLARE_FINAL_TYPE (SbKeyPlaceList, sb_key_place_list, SB, KEY_PLACE_LIST, GtkBox)

/* Of %SB_KEY_PLACES_ON_ROADS they are ways. */
GtkWidget *sb_key_place_list_new (SbKeyPlacesSet set);

/* Until there are any, places go by their keys, and none can be added. */
void sb_key_place_list_set_places (SbKeyPlaceList *self,
                                   SbKeyPlaces *places);
void sb_key_place_list_show (SbKeyPlaceList *self,
                             const char *value);
const char *sb_key_place_list_get_value (SbKeyPlaceList *self);

G_END_DECLS
