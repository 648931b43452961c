/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pages and the commands of the window of which each word of @text begins a word
 * of their name in the language of the interface; all of them for no text.
 * (element-type SbFindItem) */
GPtrArray *sb_find_commands (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
