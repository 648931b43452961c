/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-dialog.h"
#include "sb-map-backgrounds.h"

G_BEGIN_DECLS

/**
 * SbMapServerDialog:
 *
 * Adds a server of map tiles: its address pattern, what it is called, whom to name.
 */
#define SB_TYPE_MAP_SERVER_DIALOG (sb_map_server_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbMapServerDialog, sb_map_server_dialog, SB, MAP_SERVER_DIALOG, SbFormDialog)

SbMapServerDialog *sb_map_server_dialog_new (SbMapBackgrounds *backgrounds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
