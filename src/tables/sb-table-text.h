/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: the text of a file. */

/* The bytes as UTF-8, without a byte order mark. What is UTF-8 already is not copied:
 * exports are large. */
GBytes *sb_table_text_decode (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a text that begins with @head, white space left out, is a web page. */
gboolean sb_table_text_is_html (const char *head);

G_END_DECLS
