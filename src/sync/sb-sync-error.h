/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbSyncError:
 * @SB_SYNC_ERROR_FEED_TWICE: another feed has that address; the message is its title.
 * @SB_SYNC_ERROR_INTERVAL: nobody asks a feed as often as that, or as seldom; the
 *   message is the number of minutes.
 * @SB_SYNC_ERROR_LANGUAGE: the message is no code of a language.
 * @SB_SYNC_ERROR_NOT_OF_FEED: the message is a word that only a data service is asked
 *   with.
 * @SB_SYNC_ERROR_NOT_OF_SERVICE: the message is the name of a data service, which has
 *   no address of its own for each feed, and no entries that lead to articles.
 *
 * What this layer refuses by itself.
 */
typedef enum
{
  SB_SYNC_ERROR_FEED_TWICE,
  SB_SYNC_ERROR_INTERVAL,
  SB_SYNC_ERROR_LANGUAGE,
  SB_SYNC_ERROR_NOT_OF_FEED,
  SB_SYNC_ERROR_NOT_OF_SERVICE,
} SbSyncError;

#define SB_SYNC_ERROR (sb_sync_error_quark ())

GQuark sb_sync_error_quark (void);

G_END_DECLS
