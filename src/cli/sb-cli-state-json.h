/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-road-loader.h"
#include "sb-situation-changes.h"

G_BEGIN_DECLS

/* A situation as JSON, in the form that docs/state-format.md describes. @changes
 * and @roads may be NULL. (transfer full) */
JsonNode *sb_cli_state_to_json (SbSituationInput *input,
                                SbSituation *situation,
                                SbSituationChanges *changes,
                                const SbRoadPicture *roads) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
