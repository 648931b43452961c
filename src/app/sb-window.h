/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-application.h"
#include "sb-context.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbWindow:
 *
 * The workstation: sidebar, one page, inspector; one session.
 */
#define SB_TYPE_WINDOW (sb_window_get_type ())

G_DECLARE_FINAL_TYPE (SbWindow, sb_window, SB, WINDOW, AdwApplicationWindow)

SbWindow *sb_window_new (SbApplication *application,
                         SbContext *context);

SbSession *sb_window_get_session (SbWindow *self);

/* Takes in files, with progress and a way to stop. */
void sb_window_import_files (SbWindow *self,
                             GFile **files,
                             guint n_files);

/* Shows in place of everything why the catalogue cannot be used. */
void sb_window_show_failure (SbWindow *self,
                             const char *message);

/* Says @message in passing; what is under way goes on. */
void sb_window_show_notice (SbWindow *self,
                            const char *message);

G_END_DECLS
