/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbOperation:
 *
 * One long piece of work as the window shows it: a title, how far it is, and a
 * way to cancel it. Lives on the main thread; report_progress() may be called
 * from any thread and is coalesced to one notification per main loop turn.
 */
#define SB_TYPE_OPERATION (sb_operation_get_type ())

G_DECLARE_FINAL_TYPE (SbOperation, sb_operation, SB, OPERATION, GObject)

/* Properties: "title" (string), "detail" (string, what is being done now),
 * "fraction" (double, 0 to 1, -1 when unknown), "running" (boolean). */
SbOperation *sb_operation_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
const char *sb_operation_get_title (SbOperation *self);
const char *sb_operation_get_detail (SbOperation *self);
double sb_operation_get_fraction (SbOperation *self);
gboolean sb_operation_is_running (SbOperation *self);

/* Borrowed; cancelled by sb_operation_cancel(). */
GCancellable *sb_operation_get_cancellable (SbOperation *self);
void sb_operation_cancel (SbOperation *self);

/* Any thread. @detail may be NULL to keep the last one. */
void sb_operation_report_progress (SbOperation *self,
                                   double fraction,
                                   const char *detail);
/* Main thread: the work is over, for good or ill. */
void sb_operation_complete (SbOperation *self);

G_END_DECLS
