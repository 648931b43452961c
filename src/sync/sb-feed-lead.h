/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block.h"
#include "sb-html-opening.h"

G_BEGIN_DECLS

/* What is shown of a document under its title: the beginning of its first paragraph. In
 * characters. */
#define SB_FEED_LEAD_LENGTH 300

/* @text on one line, cut behind a word to @length characters at most; NULL when
 * nothing is left. */
char *sb_feed_lead_shorten (const char *text,
                            glong length) G_GNUC_WARN_UNUSED_RESULT;

/* The first paragraph of @blocks (element-type SbBlock), shortened; NULL when there is
 * none. */
char *sb_feed_lead_of_blocks (GPtrArray *blocks,
                              glong length) G_GNUC_WARN_UNUSED_RESULT;

/* The same of HTML whose text was not taken out yet, or all of that: nearly so, and
 * quickly. */
char *sb_feed_lead_of_html (const char *html,
                            SbHtmlScope scope) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
