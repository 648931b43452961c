/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"
#include "sb-operation.h"

G_BEGIN_DECLS

/**
 * SbCliJob:
 *
 * What a command does that takes its time. The main loop runs meanwhile: it tells
 * people at a terminal how far the work is, on one line of standard error that is
 * gone when it is over, and cancels it when they press Ctrl+C. Owned by one; of
 * the main thread.
 */
typedef struct _SbCliJob SbCliJob;

/* Run in a worker. Returns NULL only when it fails. */
typedef gpointer (*SbCliJobFunc) (gpointer data,
                                  SbOperation *operation,
                                  GError **error);

SbCliJob *sb_cli_job_new (SbCli *cli,
                          const char *title) G_GNUC_WARN_UNUSED_RESULT;
void sb_cli_job_free (SbCliJob *self);

/* Borrowed: for work that reports to it and runs elsewhere. */
SbOperation *sb_cli_job_get_operation (SbCliJob *self);
gboolean sb_cli_job_is_cancelled (SbCliJob *self);
/* Takes the line away before anything else is written. */
void sb_cli_job_hide (SbCliJob *self);

/* Runs @func with @data and waits for it. */
gpointer sb_cli_job_run (SbCliJob *self,
                         SbCliJobFunc func,
                         gpointer data,
                         GError **error);

/* Brings the index of the search up to date, and tells @operation how far it is,
 * which can cancel it. Any thread; blocks. */
gboolean sb_cli_index_store (SbStore *store,
                             SbOperation *operation,
                             GError **error);
/* Says why an index is behind, when people want to know. That is no failure: the
 * next search brings it up to date. */
void sb_cli_tell_unindexed (const GError *error);
/* Both, in the worker of the job; does nothing when it was cancelled before. */
void sb_cli_job_index (SbCliJob *self,
                       SbStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbCliJob, sb_cli_job_free)

G_END_DECLS
