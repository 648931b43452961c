/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-geo-error.h"

G_DEFINE_QUARK (sb - geo - error, sb_geo_error)
