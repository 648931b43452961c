/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the content of scripts and styles out of @html, which is half of many
 * pages, before a tree is built of it; what describes the page as JSON stays.
 * The elements stay too, so that the tree has the same shape. Returns the new
 * length in bytes, up to which @html is again terminated. */
gsize _sb_html_lighten (char *html,
                        gsize length);

G_END_DECLS
