/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbFetchResult:
 *
 * What came of one fetch, also of one that failed: a feed's health is written
 * down from it. Immutable and reference counted, safe to share between threads.
 */
typedef struct _SbFetchResult SbFetchResult;

#define SB_TYPE_FETCH_RESULT (sb_fetch_result_get_type ())

typedef enum
{
  SB_FETCH_UPDATED, /* there is a body */
  SB_FETCH_NOT_MODIFIED, /* the one known already still holds */
  SB_FETCH_FAILED, /* there is an error */
} SbFetchOutcome;

GType sb_fetch_result_get_type (void);

SbFetchResult *sb_fetch_result_ref (SbFetchResult *self);
void sb_fetch_result_unref (SbFetchResult *self);

SbFetchOutcome sb_fetch_result_get_outcome (const SbFetchResult *self);
/* In the domain %SB_FEEDS_ERROR; NULL unless it failed. Borrowed. */
const GError *sb_fetch_result_get_error (const SbFetchResult *self);
/* The bytes, decompressed; NULL unless updated. Borrowed. */
GBytes *sb_fetch_result_get_body (const SbFetchResult *self);
/* What a service said with its refusal, to be shown to nobody as it is; NULL when
 * it said nothing or no #SbFetchMessage was sent. Borrowed. */
GBytes *sb_fetch_result_get_explanation (const SbFetchResult *self);

/* The address that answered, after redirects. */
const char *sb_fetch_result_get_url (const SbFetchResult *self);
/* Where the feed has moved for good (301, 308) and should be asked from now on;
 * NULL when it has not, or when that address failed. */
const char *sb_fetch_result_get_moved_to (const SbFetchResult *self);
/* The status of the last answer; 0 when there was none. */
guint sb_fetch_result_get_status (const SbFetchResult *self);
const char *sb_fetch_result_get_content_type (const SbFetchResult *self); /* (nullable) */
/* What to send the next time; (nullable). After "not modified" they are those
 * that were sent, unless the answer had others. */
const char *sb_fetch_result_get_etag (const SbFetchResult *self);
const char *sb_fetch_result_get_last_modified (const SbFetchResult *self);
/* The time before which the server does not want to be asked again, seconds
 * since 1970-01-01 UTC; 0 when it did not say. */
gint64 sb_fetch_result_get_retry_after (const SbFetchResult *self);
/* Until when the answer holds by its Cache-Control or Expires, in the same unit;
 * 0 when it does not say, or says that it does not hold at all. What a server
 * claims here may be years: bound it. */
gint64 sb_fetch_result_get_fresh_until (const SbFetchResult *self);
/* Bytes of bodies on the wire, and milliseconds from the start of the fetch. */
gint64 sb_fetch_result_get_n_bytes (const SbFetchResult *self);
guint sb_fetch_result_get_duration (const SbFetchResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFetchResult, sb_fetch_result_unref)

G_END_DECLS
