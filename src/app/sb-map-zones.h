/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-map-view.h"
#include "sb-moment.h"

G_BEGIN_DECLS

/* From now on whoever shows the travel zones of @view while there are none on the day is
 * told so, and offered to make one. Main thread. */
void sb_map_zones_attach (SbMoment *moment,
                          SbMapView *view);

/* Opens the form of a new travel zone for the region at @position, the country where no
 * region is known, which is selected; for no place where neither is in the catalogue. */
void sb_map_zones_make (SbCatalogue *catalogue,
                        SbMapView *view,
                        SbPosition position);

G_END_DECLS
