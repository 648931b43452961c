/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new folder for a test. */
char *sb_test_make_folder (void) G_GNUC_WARN_UNUSED_RESULT;

/* Removes it with all in it, and frees its path. What cannot be removed stays. */
void sb_test_remove_folder (char *folder);

G_END_DECLS
