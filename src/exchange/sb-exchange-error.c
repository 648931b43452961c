/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-exchange-error.h"

G_DEFINE_QUARK (sb - exchange - error - quark, sb_exchange_error)

const char *
sb_exchange_error_get_name (int code)
{
  static const char *const names[] = { "format", "newer", "damaged", "unsafe", "locked", "too-large" };

  return code >= 0 && (guint) code < G_N_ELEMENTS (names) ? names[code] : "failed";
}
