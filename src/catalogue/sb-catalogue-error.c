/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-catalogue-error.h"

/* clang-format off */
G_DEFINE_QUARK (sb-catalogue-error-quark, sb_catalogue_error)
/* clang-format on */
