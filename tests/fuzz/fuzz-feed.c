/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-parsed-feed.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* Any bytes give a feed or an error, and what was read can be written down. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbParsedFeed) feed = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;

  feed = sb_feed_parse (bytes, "https://example.org/feed", "application/xml", &error);
  g_assert_true ((feed == NULL) == (error != NULL));
  if (feed == NULL)
    return 0;

  node = sb_parsed_feed_to_json (feed);
  json = json_to_string (node, FALSE);
  g_assert_true (g_utf8_validate (json, -1, NULL));
  return 0;
}
