/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line that a person types, without its end. At a terminal @label says on standard
 * error what is wanted, and with @is_hidden nothing is seen of it; from a file or a
 * program it is the next line. NULL at the end of the input. Blocks. */
char *sb_cli_prompt (const char *label,
                     gboolean is_hidden) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
