/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE when the tree of this page can be built in reasonable memory and time.
 * The HTML5 algorithm copies open formatting elements into every block and
 * looks through attributes one by one, so a small file can ask for gigabytes;
 * this counts, in one pass and without a tree, what it would come to. */
gboolean _sb_html_is_affordable (const char *html,
                                 gsize length);

/* The text between the tags, one blank line for each block tag: what is left
 * to offer of a page that is not affordable. Entities of one character are
 * resolved. */
char *_sb_html_strip (const char *html,
                      gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
