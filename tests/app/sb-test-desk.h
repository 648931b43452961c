/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-application.h"
#include "sb-change-set.h"
#include "sb-page.h"
#include "sb-store.h"
#include "sb-test-screen.h"
#include "sb-window.h"

G_BEGIN_DECLS

/* The program on a catalogue of its own, which holds the sample dossier, in a
 * home of its own. Instead of g_test_init(); the folder goes when the program
 * ends. */
void sb_test_desk_init (int *argc,
                        char ***argv);

/* Starts it; the catalogue is open. */
SbApplication *sb_test_desk_start (void) G_GNUC_WARN_UNUSED_RESULT;
/* Ends it, and checks that nothing of it is left. */
void sb_test_desk_stop (SbApplication *application);

/* A window of it, shown, with all that it shows of the moment. */
SbWindow *sb_test_desk_open_window (SbApplication *application);
/* Closes it as its user does, and waits until it is freed. */
void sb_test_desk_close_window (SbWindow *window);

/* Shows the page of that name, as “documents”; the window owns it. */
SbPage *sb_test_desk_show_page (SbWindow *window,
                                const char *name);

SbCatalogue *sb_test_desk_get_catalogue (SbApplication *application);

/* Stores changes as the window does. */
void sb_test_desk_write (SbApplication *application,
                         SbChangeSet *changes);

/* What is stored, read by a connection of its own; NULL for nothing. */
SbStore *sb_test_desk_open_store (SbApplication *application) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *sb_test_desk_read (SbApplication *application,
                             SbKind kind,
                             const char *uuid) G_GNUC_WARN_UNUSED_RESULT;

/* Waits until the index has followed, and what was read or written when a window
 * closed is done. */
void sb_test_desk_wait_for_workers (SbApplication *application);

G_END_DECLS
