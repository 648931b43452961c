/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-digest.h"
#include "sb-fetcher.h"
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

/* Fetches @request and reads what comes. Fails with %G_IO_ERROR_CANCELLED
 * only. */
void _sb_sync_ask_async (SbSync *self,
                         const SbFetchRequest *request,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
SbFeedAnswer *_sb_sync_ask_finish (SbSync *self,
                                   GAsyncResult *result,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
