/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fetcher.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

struct _SbFetchResult
{
  SbFetchOutcome outcome;
  GError *error; /* (owned) (nullable) */
  GBytes *body; /* (owned) (nullable) */
  char *url; /* (owned) */
  char *moved_to; /* (owned) (nullable) */
  char *content_type; /* (owned) (nullable) */
  char *etag; /* (owned) (nullable) */
  char *last_modified; /* (owned) (nullable) */
  guint status;
  gint64 retry_after;
  gint64 n_bytes;
  guint duration; /* milliseconds */
};

SbFetchResult *_sb_fetch_result_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The limits of one fetch. */
typedef struct
{
  gboolean allow_local;
  gsize max_bytes;
  guint total_timeout; /* milliseconds */
  guint idle_timeout; /* milliseconds */
} SbFetchLimits;

/* Runs one fetch and completes @task with an SbFetchResult, or with
 * %G_IO_ERROR_CANCELLED. The sessions are kept apart so that no connection to
 * the local network is used again for a request that may not go there. */
void _sb_fetch_run (GTask *task,
                    const SbFetchRequest *request,
                    const SbFetchLimits *limits,
                    SoupSession *public_session,
                    SoupSession *local_session);

/* TRUE for addresses that do not belong to the public network: loopback,
 * private, link-local, shared, multicast, reserved, also inside of IPv6. */
gboolean _sb_fetch_address_is_local (GInetAddress *address);
/* TRUE for "localhost", "*.localhost" and such addresses written as such. */
gboolean _sb_fetch_host_is_local (const char *host);

/* Turns what GIO and libsoup say into our domain. */
void _sb_fetch_translate_error (GError **error);
/* The code for a status of HTTP that is neither success nor redirect. */
SbFeedsError _sb_fetch_status_to_code (guint status);

G_END_DECLS
