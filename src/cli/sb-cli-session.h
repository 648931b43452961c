/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli-job.h"
#include "sb-sync.h"

G_BEGIN_DECLS

/**
 * SbCliSession:
 *
 * A catalogue with its service of sync, and the loop that both need. On the stack of
 * the command that it serves; of the main thread.
 */
typedef struct
{
  SbCatalogue *catalogue; /* (owned) (nullable) */
  SbSync *sync; /* (owned) (nullable) */
  SbCliJob *job; /* (owned) */
  GAsyncResult *result; /* (owned) (nullable) of the call that is awaited */
} SbCliSession;

/* Opens the catalogue of @cli; says why when it cannot. */
gboolean sb_cli_session_open (SbCliSession *self,
                              SbCli *cli);
void sb_cli_session_clear (SbCliSession *self);
GCancellable *sb_cli_session_get_cancellable (SbCliSession *self);

/* The callback of a call that is awaited, with the session as its data; and the wait
 * for it. */
void sb_cli_session_done_cb (GObject *object,
                             GAsyncResult *result,
                             gpointer user_data);
GAsyncResult *sb_cli_session_wait (SbCliSession *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbCliSession, sb_cli_session_clear)

G_END_DECLS
