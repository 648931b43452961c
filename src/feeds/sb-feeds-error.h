/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbFeedsError:
 * @SB_FEEDS_ERROR_ADDRESS: the address is not an http or https one.
 * @SB_FEEDS_ERROR_UNSAFE_ADDRESS: the host is on the local network, and local
 *   addresses are not allowed.
 * @SB_FEEDS_ERROR_UNSAFE_REDIRECT: redirected from https to http, to another
 *   scheme, or from a public host to a local one.
 * @SB_FEEDS_ERROR_REDIRECTS: too many redirects, or one without an address.
 * @SB_FEEDS_ERROR_OFFLINE: this machine has no way to the network.
 * @SB_FEEDS_ERROR_DNS: the name of the host is not known.
 * @SB_FEEDS_ERROR_CONNECTION: the host does not answer or broke off.
 * @SB_FEEDS_ERROR_TLS: the certificate is refused, or TLS failed.
 * @SB_FEEDS_ERROR_TIMEOUT: too slow.
 * @SB_FEEDS_ERROR_REFUSED: 401, 402, 403, 407, 451.
 * @SB_FEEDS_ERROR_NOT_FOUND: 404.
 * @SB_FEEDS_ERROR_GONE: 410, do not ask again.
 * @SB_FEEDS_ERROR_RATE_LIMITED: 429, asked too often.
 * @SB_FEEDS_ERROR_SERVER: 5xx.
 * @SB_FEEDS_ERROR_STATUS: any other answer that is not a success.
 * @SB_FEEDS_ERROR_INCOMPLETE: the body is shorter than announced.
 * @SB_FEEDS_ERROR_TOO_LARGE: more bytes than allowed, on the wire or unpacked.
 * @SB_FEEDS_ERROR_EMPTY: no bytes, or only white space.
 * @SB_FEEDS_ERROR_HTML: an HTML page where a feed should be.
 * @SB_FEEDS_ERROR_NOT_A_FEED: something else than a feed: other XML or JSON, a
 *   picture, plain text.
 * @SB_FEEDS_ERROR_MALFORMED: too broken to make out a feed.
 * @SB_FEEDS_ERROR_UNSAFE_XML: declares entities that expand.
 * @SB_FEEDS_ERROR_TOO_COMPLEX: nested deeper, or of more elements, than any
 *   feed is.
 *
 * What the reader must be able to tell apart about a feed that failed.
 * Cancellation is not here: it is %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  SB_FEEDS_ERROR_ADDRESS,
  SB_FEEDS_ERROR_UNSAFE_ADDRESS,
  SB_FEEDS_ERROR_UNSAFE_REDIRECT,
  SB_FEEDS_ERROR_REDIRECTS,
  SB_FEEDS_ERROR_OFFLINE,
  SB_FEEDS_ERROR_DNS,
  SB_FEEDS_ERROR_CONNECTION,
  SB_FEEDS_ERROR_TLS,
  SB_FEEDS_ERROR_TIMEOUT,
  SB_FEEDS_ERROR_REFUSED,
  SB_FEEDS_ERROR_NOT_FOUND,
  SB_FEEDS_ERROR_GONE,
  SB_FEEDS_ERROR_RATE_LIMITED,
  SB_FEEDS_ERROR_SERVER,
  SB_FEEDS_ERROR_STATUS,
  SB_FEEDS_ERROR_INCOMPLETE,
  SB_FEEDS_ERROR_TOO_LARGE,
  SB_FEEDS_ERROR_EMPTY,
  SB_FEEDS_ERROR_HTML,
  SB_FEEDS_ERROR_NOT_A_FEED,
  SB_FEEDS_ERROR_MALFORMED,
  SB_FEEDS_ERROR_UNSAFE_XML,
  SB_FEEDS_ERROR_TOO_COMPLEX,
} SbFeedsError;

#define SB_FEEDS_ERROR (sb_feeds_error_quark ())

GQuark sb_feeds_error_quark (void);

/* The name of the code in files and on the command line: "not-found". Static. */
const char *sb_feeds_error_get_name (SbFeedsError code);

/* The code of that name; FALSE when there is none, @code is then left alone. */
gboolean sb_feeds_error_find (const char *name,
                              SbFeedsError *code);

/* Whether it is a fault of the network or of the server, which may pass, and not
 * one of the address or of what is there. */
gboolean sb_feeds_error_may_pass (SbFeedsError code);

G_END_DECLS
