/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: bytes of a feed to text. */

/* The text of @bytes as valid UTF-8 without byte order mark; never NULL. What
 * says which character set it is, in this order: a byte order mark, zeros where
 * UTF-16 has them, @http_charset (nullable), the XML declaration, and what the
 * bytes themselves are; no label is believed against bytes that are UTF-8 and
 * could hardly be anything else. Bytes that fit in nothing are read as
 * windows-1252, one by one. @length: the size of the text in bytes; it may hold
 * NULs. */
char *sb_feed_charset_decode (GBytes *bytes,
                              const char *http_charset,
                              gsize *length) G_GNUC_WARN_UNUSED_RESULT;

/* The charset parameter of a content type; (nullable). */
char *sb_feed_charset_from_content_type (const char *content_type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
