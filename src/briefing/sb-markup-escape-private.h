/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one place where text becomes part of XML or HTML. What XML 1.0 cannot hold
 * (control characters, the two that are no characters) is left out, and bytes that are
 * not UTF-8 are replaced, so that whatever the text was the file is one that opens. */

/* @text between tags: & < and > are escaped, so that neither a tag nor "]]>" comes of
 * it. NULL is "". */
void _sb_markup_append_text (GString *out,
                             const char *text,
                             gssize length);

/* ' name="value"', with quotes escaped as well, and line ends kept; nothing when @value
 * is NULL. @name is ours. */
void _sb_markup_append_attribute (GString *out,
                                  const char *name,
                                  const char *value);

/* Whether a link may lead to @uri: to the web or to a mailbox, never to a script or to a
 * file. NULL is FALSE. */
gboolean _sb_markup_is_safe_address (const char *uri);

G_END_DECLS
