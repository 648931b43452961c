/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-service-request.h"
#include "sb-service.h"
#include "sb-table-shape.h"

G_BEGIN_DECLS

/**
 * SbServicePoll:
 *
 * One walk through what a service has: from the cursor of the last one, page by
 * page, to the end. It says what to ask next and reads what comes; who fetches and
 * who stores is another's work. After each page that was stored the cursor is worth
 * keeping: a walk that is broken off goes on from there, and asks for a page again
 * rather than leave one out.
 *
 * Owned by one; any thread, one at a time.
 */
typedef struct _SbServicePoll SbServicePoll;

/* What a page brought. Owned by one. */
typedef struct
{
  GBytes *rows; /* (owned) (nullable) a file that SbTable reads; NULL for none */
  SbTableShape shape; /* of them */
  gboolean is_feed; /* RSS, which is for the reader of feeds */
  guint n_rows;
} SbServicePage;

void sb_service_page_free (SbServicePage *self);

/* Takes @place over. @secret (nullable) is what sb_service_sign_in gave, @cursor
 * (nullable) that of the last walk: one of another query is none. Fails with an
 * SB_SERVICES_ERROR. */
SbServicePoll *sb_service_poll_new (const SbService *service,
                                    const char *query,
                                    const char *cursor,
                                    SbServicePlace *place,
                                    const char *secret,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_service_poll_free (SbServicePoll *self);

/* The next request; NULL without an error at the end of the walk. */
SbServiceRequest *sb_service_poll_next (SbServicePoll *self,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the answer to it. Takes its time: never on the main loop. Fails with an
 * SB_SERVICES_ERROR or an SB_FEEDS_ERROR; then nothing has moved. */
SbServicePage *sb_service_poll_take (SbServicePoll *self,
                                     SbFetchResult *answer,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* After the sign-in was renewed: the same request again. */
void sb_service_poll_set_secret (SbServicePoll *self,
                                 const char *secret);
char *sb_service_poll_dup_cursor (SbServicePoll *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether there is more, which was left for the next walk. */
gboolean sb_service_poll_is_cut (SbServicePoll *self);
/* The first second of the day after the one of @now, UTC: when a quota begins
 * again. */
gint64 sb_service_quota_renewal (gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbServicePoll, sb_service_poll_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbServicePage, sb_service_page_free)

G_END_DECLS
