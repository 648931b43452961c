/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbAnalysisError:
 * @SB_ANALYSIS_ERROR_LAYOUT: graphviz could not lay out a graph; its part that knows
 *   how may not be installed.
 *
 * What can go wrong in working something out.
 */
typedef enum
{
  SB_ANALYSIS_ERROR_LAYOUT,
} SbAnalysisError;

#define SB_ANALYSIS_ERROR (sb_analysis_error_quark ())

GQuark sb_analysis_error_quark (void);

G_END_DECLS
