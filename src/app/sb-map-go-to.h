/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-view.h"
#include "sb-moment.h"

G_BEGIN_DECLS

/* Lets the user go to a place on @view, with Ctrl+G or a button: those of @moment and
 * those of the gazetteer. One that is a record is selected in @session. */
void sb_map_go_to_attach (SbSession *session,
                          SbMoment *moment,
                          SbMapView *view);

G_END_DECLS
