/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* The most bytes that are looked at in a page. */
#define SB_HTML_MAX_BYTES (16 << 20)

/* Reads a page or, with SB_EXTRACT_WHOLE, all of its body. @charset: (nullable)
 * what HTTP says of it. @base_url: (nullable) its address. A page that would cost
 * too much to read as HTML is given as the plain text between its tags. Fails with
 * SB_DOCUMENT_ERROR only when it is too large. Any thread. */
SbExtraction *sb_html_extract (GBytes *bytes,
                               const char *charset,
                               const char *base_url,
                               SbExtractScope scope,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a piece of HTML that is text already, such as the content of a feed's
 * item: its text and its language. What else is to be known of it, the feed says; the
 * title and the like are NULL. */
SbExtraction *sb_html_extract_fragment (const char *html,
                                        const char *base_url,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
