/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes as UTF-8 text. What decides, in this order: a byte order mark,
 * @declared (nullable; a name as in HTTP or HTML, believed when the bytes do
 * not speak against it), validity as UTF-8, and the look of the bytes among
 * the one-byte sets of Western Europe and Arabic. Nothing fails: what cannot
 * be read becomes U+FFFD. NUL bytes are left out. */
char *_sb_decode (const guint8 *data,
                  gsize size,
                  const char *declared,
                  gsize *length) G_GNUC_WARN_UNUSED_RESULT;

/* The character set that the head of an HTML or XML file names, or NULL. */
char *_sb_charset_in_html (const guint8 *data,
                           gsize size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
