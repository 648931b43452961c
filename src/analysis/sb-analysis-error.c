/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-analysis-error.h"

G_DEFINE_QUARK (sb - analysis - error - quark, sb_analysis_error)
