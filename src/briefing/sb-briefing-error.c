/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-briefing-error.h"

G_DEFINE_QUARK (sb - briefing - error - quark, sb_briefing_error)
