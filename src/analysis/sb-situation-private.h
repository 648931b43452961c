/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-situation.h"

G_BEGIN_DECLS

/* What the files that make up the situation share. */

/* The places with statements of control that stand on @as_of.
 * (element-type SbPlaceState) */
GPtrArray *_sb_situation_find_places (SbSituationInput *input,
                                      int as_of) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the claim is asserted by someone who takes @stance. */
gboolean _sb_situation_stance_asserts (int stance);

G_END_DECLS
