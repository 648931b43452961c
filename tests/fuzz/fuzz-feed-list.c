/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-feed-list.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* Any bytes give a list or an error; a list that is written is read again with
 * as many entries. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedList) list = NULL;
  g_autoptr (SbFeedList) again = NULL;
  g_autofree char *opml = NULL;
  guint n_entries;
  guint n_again;

  list = sb_feed_list_new_from_opml (bytes, &error);
  g_assert_true ((list == NULL) == (error != NULL));
  if (list == NULL)
    return 0;

  opml = sb_feed_list_to_opml (list, 0);
  written = g_bytes_new (opml, strlen (opml));
  again = sb_feed_list_new_from_opml (written, &error);
  g_assert_no_error (error);
  sb_feed_list_get_entries (list, &n_entries);
  sb_feed_list_get_entries (again, &n_again);
  g_assert_cmpuint (n_entries, ==, n_again);
  return 0;
}
