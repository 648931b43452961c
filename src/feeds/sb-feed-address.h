/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: addresses as they are found in feeds. */

/* TRUE when @address starts with a scheme: "https:", "mailto:", "urn:". */
gboolean sb_feed_address_is_absolute (const char *address);

/* @address in full: resolved against @base when it is relative, white space
 * around it and line breaks inside it taken away. Without a base, or when it
 * cannot be resolved, it comes back as it is. NULL when nothing is left. */
char *sb_feed_address_resolve (const char *base,
                               const char *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
