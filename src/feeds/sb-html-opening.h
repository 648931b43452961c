/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SB_HTML_PARAGRAPH, /* the first one */
  SB_HTML_ALL,
} SbHtmlScope;

/* The beginning of the text of a piece of HTML, without its tags and on one line, as far
 * as it can be told by going through its first kilobytes once: it is for showing what an
 * item of a feed is about before its text was taken out. NULL when there is none.
 * Any thread. */
char *sb_html_dup_opening (const char *html,
                           SbHtmlScope scope) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
