/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-private.h"

static SbFeedsError
get_io_code (int io_code)
{
  switch (io_code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return SB_FEEDS_ERROR_TIMEOUT;
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return SB_FEEDS_ERROR_OFFLINE;
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_INVALID_DATA:
      return SB_FEEDS_ERROR_INCOMPLETE;
    default:
      return SB_FEEDS_ERROR_CONNECTION;
    }
}

/* A name that is not found, without a network, says nothing about the name. */
static SbFeedsError
get_resolver_code (void)
{
  return g_network_monitor_get_network_available (g_network_monitor_get_default ())
           ? SB_FEEDS_ERROR_DNS
           : SB_FEEDS_ERROR_OFFLINE;
}

void
_sb_fetch_translate_error (GError **error)
{
  g_autoptr (GError) cause = g_steal_pointer (error);
  SbFeedsError code = SB_FEEDS_ERROR_CONNECTION;

  if (cause->domain == G_RESOLVER_ERROR)
    code = get_resolver_code ();
  else if (cause->domain == G_TLS_ERROR)
    code = SB_FEEDS_ERROR_TLS;
  else if (cause->domain == G_IO_ERROR)
    code = get_io_code (cause->code);
  else if (g_error_matches (cause, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING))
    code = SB_FEEDS_ERROR_INCOMPLETE;

  g_set_error_literal (error, SB_FEEDS_ERROR, (int) code, cause->message);
}

SbFeedsError
_sb_fetch_status_to_code (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_PAYMENT_REQUIRED:
    case SOUP_STATUS_FORBIDDEN:
    case SOUP_STATUS_PROXY_UNAUTHORIZED:
    case 451: /* Unavailable For Legal Reasons */
      return SB_FEEDS_ERROR_REFUSED;
    case SOUP_STATUS_NOT_FOUND:
      return SB_FEEDS_ERROR_NOT_FOUND;
    case SOUP_STATUS_GONE:
      return SB_FEEDS_ERROR_GONE;
    case 429: /* Too Many Requests */
      return SB_FEEDS_ERROR_RATE_LIMITED;
    default:
      return SOUP_STATUS_IS_SERVER_ERROR (status) ? SB_FEEDS_ERROR_SERVER : SB_FEEDS_ERROR_STATUS;
    }
}
