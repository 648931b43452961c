/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbFetchGuard:
 *
 * Cuts connections over which more comes than may. By HTTP/2 libsoup takes in
 * what comes for as long as it comes, before anybody reads it, and a server that
 * floods it (with a body, headers, settings, pings) keeps it, the main loop and
 * every other limit waiting. So the bytes are counted by the system and looked at
 * by a worker. Private to this layer; reference counted, the thread of its fetcher.
 */
typedef struct _SbFetchGuard SbFetchGuard;
typedef struct _SbFetchWatch SbFetchWatch;

SbFetchGuard *_sb_fetch_guard_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_fetch_guard_free (SbFetchGuard *self);

/* Cuts @socket once more than @max_bytes have come. */
SbFetchWatch *_sb_fetch_guard_watch (SbFetchGuard *self,
                                     GSocket *socket,
                                     gsize max_bytes) G_GNUC_WARN_UNUSED_RESULT;
/* Ends and frees @watch; TRUE when it was cut. */
gboolean _sb_fetch_guard_forget (SbFetchGuard *self,
                                 SbFetchWatch *watch);

G_END_DECLS
