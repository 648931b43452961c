/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-catalogue.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbAlliancePanel:
 *
 * What is known of what is selected, beside the graph of alliances: an alliance as a
 * sheet of its own, anything else as the inspector has it. Main thread.
 */
#define SB_TYPE_ALLIANCE_PANEL (sb_alliance_panel_get_type ())

G_DECLARE_FINAL_TYPE (SbAlliancePanel, sb_alliance_panel, SB, ALLIANCE_PANEL, AdwBin)

GtkWidget *sb_alliance_panel_new (SbCatalogue *catalogue,
                                  SbSession *session);

G_END_DECLS
