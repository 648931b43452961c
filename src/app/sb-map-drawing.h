/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-view.h"
#include "sb-moment.h"

G_BEGIN_DECLS

/* Lets the user draw on @view: a button opens the tools; what is drawn, moved or removed
 * is stored in @catalogue, as a unit of work each. The drawings of the moment's day are
 * shown. */
void sb_map_drawing_attach (SbCatalogue *catalogue,
                            SbSession *session,
                            SbMoment *moment,
                            SbMapView *view);

G_END_DECLS
