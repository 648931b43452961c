/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feeds-error.h"

G_DEFINE_QUARK (sb - feeds - error - quark, sb_feeds_error)

static const char *const error_names[] = {
  [SB_FEEDS_ERROR_ADDRESS] = "address",
  [SB_FEEDS_ERROR_UNSAFE_ADDRESS] = "unsafe-address",
  [SB_FEEDS_ERROR_UNSAFE_REDIRECT] = "unsafe-redirect",
  [SB_FEEDS_ERROR_REDIRECTS] = "redirects",
  [SB_FEEDS_ERROR_OFFLINE] = "offline",
  [SB_FEEDS_ERROR_DNS] = "dns",
  [SB_FEEDS_ERROR_CONNECTION] = "connection",
  [SB_FEEDS_ERROR_TLS] = "tls",
  [SB_FEEDS_ERROR_TIMEOUT] = "timeout",
  [SB_FEEDS_ERROR_REFUSED] = "refused",
  [SB_FEEDS_ERROR_NOT_FOUND] = "not-found",
  [SB_FEEDS_ERROR_GONE] = "gone",
  [SB_FEEDS_ERROR_RATE_LIMITED] = "rate-limited",
  [SB_FEEDS_ERROR_SERVER] = "server",
  [SB_FEEDS_ERROR_STATUS] = "status",
  [SB_FEEDS_ERROR_INCOMPLETE] = "incomplete",
  [SB_FEEDS_ERROR_TOO_LARGE] = "too-large",
  [SB_FEEDS_ERROR_EMPTY] = "empty",
  [SB_FEEDS_ERROR_HTML] = "html",
  [SB_FEEDS_ERROR_NOT_A_FEED] = "not-a-feed",
  [SB_FEEDS_ERROR_MALFORMED] = "malformed",
  [SB_FEEDS_ERROR_UNSAFE_XML] = "unsafe-xml",
  [SB_FEEDS_ERROR_TOO_COMPLEX] = "too-complex",
};

const char *
sb_feeds_error_get_name (SbFeedsError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (error_names), "unknown");

  return error_names[code];
}

gboolean
sb_feeds_error_find (const char *name,
                     SbFeedsError *code)
{
  g_return_val_if_fail (name != NULL && code != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (error_names); i++)
    if (g_str_equal (error_names[i], name))
      {
        *code = (SbFeedsError) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
sb_feeds_error_may_pass (SbFeedsError code)
{
  switch (code)
    {
    case SB_FEEDS_ERROR_OFFLINE:
    case SB_FEEDS_ERROR_DNS:
    case SB_FEEDS_ERROR_CONNECTION:
    case SB_FEEDS_ERROR_TIMEOUT:
    case SB_FEEDS_ERROR_RATE_LIMITED:
    case SB_FEEDS_ERROR_SERVER:
    case SB_FEEDS_ERROR_INCOMPLETE:
      return TRUE;

    default:
      return FALSE;
    }
}
