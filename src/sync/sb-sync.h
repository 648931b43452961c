/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-feed-outcome.h"
#include "sb-keyring.h"
#include "sb-operation.h"
#include "sb-service.h"

G_BEGIN_DECLS

/**
 * SbSync:
 *
 * Brings what feeds publish into the catalogue: fetch, parse, store, and then take
 * the text out. Fetches run on the main context, several at a time; answers are
 * read in a worker and stored by the writer of the catalogue, one transaction
 * for each feed, so that documents show while other feeds are still awaited. The
 * text of new ones is taken out of their HTML once all are stored; the catalogue
 * knows which ones wait for that, so that the next sync goes on with it.
 * Whatever moment it is stopped at, a feed is either stored whole or untouched.
 *
 * Lives on the main thread; one serves the whole program.
 */
#define SB_TYPE_SYNC (sb_sync_get_type ())

G_DECLARE_FINAL_TYPE (SbSync, sb_sync, SB, SYNC, GObject)

typedef enum
{
  SB_SYNC_ADD_DEFAULT = 0,
  SB_SYNC_ADD_FULL_TEXT = 1 << 0, /* the pages of its entries are fetched */
} SbSyncAddFlags;

typedef enum
{
  SB_SYNC_DEFAULT = 0, /* the feeds that are due */
  SB_SYNC_NOW = 1 << 0, /* all but those that are paused */
  SB_SYNC_LEAVE_TEXTS = 1 << 1, /* whoever syncs sees to the texts, see sb-reading-intake.h */
} SbSyncFlags;

SbSync *sb_sync_new (SbCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* Syncs the @n_feeds feeds of @feeds, whatever their state; or, when there are
 * none, all that @flags say. Ids that are no feeds are passed over. @operation
 * (nullable) is told how far it is and which feed was last; it is the caller's
 * to complete, and its cancellable the one to be given. */
void sb_sync_run_async (SbSync *self,
                        const gint64 *feeds,
                        guint n_feeds,
                        SbSyncFlags flags,
                        SbOperation *operation,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
/* What became of each feed, in no order (element-type SbFeedOutcome). A feed
 * that fails is no error: errors are those of the catalogue, and
 * %G_IO_ERROR_CANCELLED. */
GPtrArray *sb_sync_run_finish (SbSync *self,
                               GAsyncResult *result,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether sb_sync_run_async() is under way: it sees to the texts of what it brings. */
gboolean sb_sync_is_running (SbSync *self);

/* Subscribes to what @address leads to: a feed, or a page that offers one.
 * @title (nullable) is what to call it. What it holds is stored at once. A feed
 * that is there already is synced. When the network or the server is at fault,
 * the feed is kept, to be tried again, and the outcome says why; when there is
 * no feed at the address, it is an error of %SB_FEEDS_ERROR. */
void sb_sync_add_feed_async (SbSync *self,
                             const char *address,
                             const char *title,
                             SbSyncAddFlags flags,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
SbFeedOutcome *sb_sync_add_feed_finish (SbSync *self,
                                        GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Subscribes to what @service has for @query; as sb_sync_add_feed_async(), and finished
 * by sb_sync_add_feed_finish(). A service that nobody signed in to is kept, and the
 * outcome says so. Fails with %SB_SERVICES_ERROR_QUERY when the query makes no sense. */
void sb_sync_add_service_async (SbSync *self,
                                const SbService *service,
                                const char *query,
                                const char *title,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* Where the secrets of services are kept, instead of the keyring of the desktop; to be
 * said before they are needed. */
void sb_sync_set_keyring (SbSync *self,
                          SbKeyring *keyring);

/* Signs in to @service, for all of its feeds. @user and @password are what its form
 * asks for (sb_service_get_sign_in_form()); they are sent to the service and not kept.
 * Fails with an SB_SERVICES_ERROR, of which those about the keyring mean that the
 * sign-in holds until the program ends; or with an SB_FEEDS_ERROR. */
void sb_sync_sign_in_async (SbSync *self,
                            const SbService *service,
                            const char *user,
                            const char *password,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean sb_sync_sign_in_finish (SbSync *self,
                                 GAsyncResult *result,
                                 GError **error);
/* Whether somebody is signed in to @service, as far as is known here: it may refuse all
 * the same. Asks nobody for a password. FALSE without an error when nobody is; errors
 * are those of the keyring. */
void sb_sync_is_signed_in_async (SbSync *self,
                                 const SbService *service,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean sb_sync_is_signed_in_finish (SbSync *self,
                                      GAsyncResult *result,
                                      GError **error);
/* Forgets it again. */
void sb_sync_sign_out_async (SbSync *self,
                             const SbService *service,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean sb_sync_sign_out_finish (SbSync *self,
                                  GAsyncResult *result,
                                  GError **error);

/* Fetches the page at @address and keeps it as a document, with what the server
 * answered as a capture; the document that has the address already is read anew. The
 * user named it, so that it may be on the local network. */
void sb_sync_capture_async (SbSync *self,
                            const char *address,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* The id of the document; 0 on error, which is one of SB_FEEDS_ERROR,
 * SB_DOCUMENT_ERROR or the catalogue. */
gint64 sb_sync_capture_finish (SbSync *self,
                               GAsyncResult *result,
                               GError **error);

G_END_DECLS
