/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-digest.h"
#include "sb-fetcher.h"
#include "sb-keyring.h"
#include "sb-sync.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/* More would wait for the one writer. */
#define SB_SYNC_MAX_READERS 4

struct _SbSync
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbFetcher *fetcher; /* (owned) */
  SbWorker *readers[SB_SYNC_MAX_READERS]; /* (owned) (nullable) parse and take text out of HTML */
  guint n_readers;
  guint next_reader; /* of the next answer */
  guint n_runs; /* under way */
  SbKeyring *keyring; /* (owned) (nullable) until it is needed */
  GHashTable *secrets; /* (owned) (element-type utf8 utf8) by service; in no file */
  gboolean is_walking[SB_N_FEED_KINDS]; /* a service of that kind is being asked */
  GQueue waiting_walks[SB_N_FEED_KINDS]; /* (element-type GTask) of the others */
};

/* What came of asking one address. */
typedef struct
{
  SbFetchResult *fetch; /* (owned) */
  SbFeedDigest *digest; /* (owned) (nullable) when there is a feed */
  GError *unread; /* (owned) (nullable) when there is something else */
  GPtrArray *links; /* (owned) (nullable) (element-type SbFeedLink) of a page */
} SbFeedAnswer;

void _sb_feed_answer_free (SbFeedAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedAnswer, _sb_feed_answer_free)

/* The worker that reads the next answer: they take turns. */
SbWorker *_sb_sync_next_reader (SbSync *self);

/* Fetches @request and reads what comes. Fails with %G_IO_ERROR_CANCELLED
 * only. */
void _sb_sync_ask_async (SbSync *self,
                         const SbFetchRequest *request,
                         SbFeedDigestFlags flags,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
SbFeedAnswer *_sb_sync_ask_finish (SbSync *self,
                                   GAsyncResult *result,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* sb-sync-service.c: asks the service of @feed for what is new and stores it. NULL
 * without an error: the feed was removed meanwhile. */
void _sb_sync_walk_async (SbSync *self,
                          SbRecord *feed,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
SbFeedOutcome *_sb_sync_walk_finish (SbSync *self,
                                     GAsyncResult *result,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* sb-sync-sign-in.c: the secret of a service; NULL without an error when nobody has
 * signed in. */
void _sb_sync_get_secret_async (SbSync *self,
                                const SbService *service,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *_sb_sync_get_secret_finish (SbSync *self,
                                  GAsyncResult *result,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Renews @secret, and keeps what comes in its place. Fails as
 * sb_service_read_tokens(). */
void _sb_sync_renew_async (SbSync *self,
                           const SbService *service,
                           const char *secret,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
char *_sb_sync_renew_finish (SbSync *self,
                             GAsyncResult *result,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* sb-sync-articles.c: fetches and stores the pages that are due of feeds which hold
 * summaries; with @now, those that wait after a failure as well. */
void _sb_sync_fetch_articles_async (SbSync *self,
                                    gboolean now,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Counts what became of them in @outcomes (element-type SbFeedOutcome). */
gboolean _sb_sync_fetch_articles_finish (SbSync *self,
                                         GAsyncResult *result,
                                         GPtrArray *outcomes,
                                         GError **error);

G_END_DECLS
