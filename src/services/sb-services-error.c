/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-services-error.h"

G_DEFINE_QUARK (sb - services - error - quark, sb_services_error)

static const char *const error_names[SB_N_SERVICES_ERRORS] = {
  [SB_SERVICES_ERROR_QUERY] = "service-query",
  [SB_SERVICES_ERROR_ADDRESS] = "service-address",
  [SB_SERVICES_ERROR_SIGN_IN] = "sign-in",
  [SB_SERVICES_ERROR_CREDENTIALS] = "credentials",
  [SB_SERVICES_ERROR_EXPIRED] = "sign-in-expired",
  [SB_SERVICES_ERROR_NO_ACCESS] = "no-access",
  [SB_SERVICES_ERROR_APP_NAME] = "app-name",
  [SB_SERVICES_ERROR_RETIRED] = "service-retired",
  [SB_SERVICES_ERROR_QUOTA] = "quota",
  [SB_SERVICES_ERROR_HTML] = "service-html",
  [SB_SERVICES_ERROR_ANSWER] = "service-answer",
  [SB_SERVICES_ERROR_CHECKSUM] = "checksum",
  [SB_SERVICES_ERROR_PAGING] = "paging",
  [SB_SERVICES_ERROR_NOTHING] = "nothing-found",
  [SB_SERVICES_ERROR_NO_KEYRING] = "no-keyring",
  [SB_SERVICES_ERROR_KEYRING_LOCKED] = "keyring-locked",
};

const char *
sb_services_error_get_name (SbServicesError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (error_names), "unknown");

  return error_names[code];
}
