/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-application.h"
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

G_END_DECLS
