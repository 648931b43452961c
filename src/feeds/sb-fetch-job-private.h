/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fetch-private.h"

G_BEGIN_DECLS

/* One fetch, from the first request over redirects to the last byte. Owned by
 * its task. */
typedef struct
{
  GTask *task; /* (owned) (nullable) until it is over */
  SbFetchLimits limits;
  const SbFetchShared *shared; /* (not owned) lasts longer */
  char *etag; /* (owned) (nullable) sent */
  char *last_modified; /* (owned) (nullable) sent */
  SbFetchMessage *sent; /* (owned) (nullable) */
  SbOperation *operation; /* (owned) (nullable) */

  GUri *uri; /* (owned) of the request under way */
  SoupMessage *message; /* (owned) (nullable) */
  SbFetchWatch *watch; /* (owned) (nullable) over its connection */
  GInputStream *stream; /* (owned) (nullable) */
  GByteArray *body; /* (owned) (nullable) */
  gsize n_taken; /* of the budget, for the body */
  GCancellable *abort; /* (owned) of the request under way */
  GError *verdict; /* (owned) (nullable) why we broke it off ourselves */
  GError *refusal; /* (owned) (nullable) the server's, while it explains itself */
  gint64 broken_off; /* when: monotonic, microseconds; 0 when it was not */
  GSource *tick; /* (owned) (nullable) */
  gulong cancelled_id;
  guint n_redirects;
  guint n_informational; /* answers to the request under way */
  gboolean is_led; /* by a redirect, or by what named the address */
  gboolean may_be_local; /* the request under way may go to the local network */
  gboolean all_permanent; /* every redirect so far was */
  gboolean is_starved; /* waits for memory */
  gboolean is_patient; /* has not waited for it too long */
  gint64 waits_since; /* for memory or for a host: monotonic, microseconds; 0 when it does not */
  gint64 last_tick; /* monotonic, microseconds */
  gint64 started; /* monotonic, microseconds */
  gint64 last_arrival; /* monotonic, microseconds */
  SbFetchResult *result; /* (owned) filled on the way */
} SbFetchJob;

/* sb-fetch-job.c: the steps of a fetch, and its end. */

/* Sends the request for the address that is next. */
void _sb_fetch_job_send (GTask *task);
/* Breaks off the request under way; the first reason given is the one told. */
void _sb_fetch_job_break_off (SbFetchJob *job,
                              SbFeedsError code,
                              const char *message);
/* What a call of libsoup is given to come back to: it may come after the fetch was
 * given up, or never. */
GWeakRef *_sb_fetch_job_new_handle (GTask *task) G_GNUC_WARN_UNUSED_RESULT;
/* The task; NULL when its fetch is over. Frees @handle. */
GTask *_sb_fetch_job_take_handle (GWeakRef *handle) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the fetch. */
void _sb_fetch_job_finish (GTask *task,
                           SbFetchOutcome outcome);
/* Ends it with @error, which is taken over, unless there is a better reason. */
void _sb_fetch_job_fail (GTask *task,
                         GError *error);
void _sb_fetch_job_fail_with (GTask *task,
                              SbFeedsError code,
                              const char *message);
/* A header of the answer; NULL for none. */
char *_sb_fetch_job_dup_header (SbFetchJob *job,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* sb-fetch-redirect.c: goes where the answer leads, or fails. */
void _sb_fetch_job_follow (GTask *task);

/* sb-fetch-body.c: reads on, to the end of the body. */
void _sb_fetch_job_read (GTask *task);

/* sb-fetch-limits.c: what a fetch may take, of time and of what comes. */

/* Begins to look at the clock. */
void _sb_fetch_job_start_clock (GTask *task);
/* Time that was waited for others is not the server’s. */
void _sb_fetch_job_stop_waiting (SbFetchJob *job);
/* Looks at what happens to the request that is about to be sent. */
void _sb_fetch_job_watch (SbFetchJob *job);
/* TRUE when the guard had to cut its connection. */
gboolean _sb_fetch_job_stop_watching (SbFetchJob *job);

G_END_DECLS
