/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-error.h"

G_DEFINE_QUARK (sb - sync - error - quark, sb_sync_error)
