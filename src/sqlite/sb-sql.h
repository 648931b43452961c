/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The SQL in the file at @path of @resource, which is compiled in and not
 * compressed, so that the text lasts as long as the program. A file that is
 * not there is a programming error. Any thread. */
const char *sb_sql_get (GResource *resource,
                        const char *path);

G_END_DECLS
