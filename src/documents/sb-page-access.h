/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a page says of itself that its article is for subscribers: by the property
 * "isAccessibleForFree" of schema.org, as publishers write it for search engines, or by
 * a "content_tier" that is locked. What is said of a part of a page alone counts: it is
 * the part behind the wall. Pure; any thread. */
gboolean sb_page_is_for_subscribers (GBytes *page);

/* Whether an address is where one signs in, which is where some servers lead those who
 * may not read. */
gboolean sb_address_is_sign_in (const char *address);

G_END_DECLS
