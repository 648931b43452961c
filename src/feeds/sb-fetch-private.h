/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fetch-budget.h"
#include "sb-fetch-guard.h"
#include "sb-fetcher.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

struct _SbFetchResult
{
  SbFetchOutcome outcome;
  GError *error; /* (owned) (nullable) */
  GBytes *body; /* (owned) (nullable) */
  GBytes *explanation; /* (owned) (nullable) */
  char *url; /* (owned) */
  char *moved_to; /* (owned) (nullable) */
  char *content_type; /* (owned) (nullable) */
  char *etag; /* (owned) (nullable) */
  char *last_modified; /* (owned) (nullable) */
  guint status;
  gint64 retry_after;
  gint64 fresh_until;
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

/* What the fetches of one fetcher share. The sessions are kept apart so that no
 * connection to the local network is used again for a request that may not go
 * there. @move is called when a redirect leads @task to another @host: it has to
 * call _sb_fetch_go_on(), at once or when there is room for one more of that
 * host. */
typedef struct
{
  SoupSession *public_session;
  SoupSession *local_session;
  SbFetchBudget *budget;
  SbFetchGuard *guard;
  void (*move) (GTask *task, const char *host, gpointer data);
  gpointer data; /* of @move */
} SbFetchShared;

/* Runs one fetch and completes @task with an SbFetchResult, or with
 * %G_IO_ERROR_CANCELLED. @shared must last until then. */
void _sb_fetch_run (GTask *task,
                    const SbFetchRequest *request,
                    const SbFetchLimits *limits,
                    const SbFetchShared *shared);
void _sb_fetch_go_on (GTask *task);

/* TRUE for addresses that do not belong to the public network: loopback,
 * private, link-local, shared, multicast, reserved, those of IPv6 that stand for
 * an address of IPv4. */
gboolean _sb_fetch_address_is_local (GInetAddress *address);
/* TRUE for what is written as such an address, in any form, and for names that
 * say so: "localhost", "nas.local", "intranet". Asks nobody. */
gboolean _sb_fetch_host_is_local (const char *host);

/* Whether what is at @from may lead to @to: from https to https only, from http
 * to either, nowhere else. Fails with %SB_FEEDS_ERROR_UNSAFE_REDIRECT. */
gboolean _sb_fetch_may_lead (GUri *from,
                             GUri *to,
                             GError **error);

/* What the headers of an answer say, in seconds since 1970-01-01 UTC; 0 when they
 * do not, and for nonsense. */
gint64 _sb_fetch_read_retry_after (SoupMessageHeaders *headers);
gint64 _sb_fetch_read_fresh_until (SoupMessageHeaders *headers);
/* How many codings the body is wrapped in, one in the other. */
guint _sb_fetch_count_codings (SoupMessageHeaders *headers);

/* Turns what GIO and libsoup say into our domain. */
void _sb_fetch_translate_error (GError **error);
/* The code for a status of HTTP that is neither success nor redirect. */
SbFeedsError _sb_fetch_status_to_code (guint status);

G_END_DECLS
