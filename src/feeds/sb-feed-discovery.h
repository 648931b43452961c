/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A feed that a page says it has. */
typedef struct
{
  char *url;
  char *title; /* (nullable) plain text */
  char *type; /* MIME, lower case */
} SbFeedLink;

/* The feeds that an HTML page names in its <link rel="alternate">, in the order
 * of the page but those of comments last, each once; empty when there are none.
 * @url is the address of the page and @content_type its header (nullable).
 * (element-type SbFeedLink). Any thread. */
GPtrArray *sb_feed_discover (GBytes *page,
                             const char *url,
                             const char *content_type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
