/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets up what holds for all of SQLite in this process, once; before its first call, or
 * it stays as it is. Any thread. */
void _sb_sqlite_set_up (void);

G_END_DECLS
