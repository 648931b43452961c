/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-private.h"

GArray *
sb_store_count_brought_by_feeds (SbStore *self,
                                 gint64 since,
                                 GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GArray) tallies = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "count-brought-by-feeds", error);
  if (statement == NULL)
    return NULL;

  tallies = g_array_new (FALSE, FALSE, sizeof (SbFeedTally));
  sb_statement_bind_int (statement, ":since", since);
  while (sb_statement_step (statement, &failure))
    {
      SbFeedTally tally = {
        .feed = sb_statement_get_int (statement, "feed"),
        .n_added = (guint) sb_statement_get_int (statement, "added"),
        .n_updated = (guint) sb_statement_get_int (statement, "updated"),
        .n_events_added = (guint) sb_statement_get_int (statement, "events_added"),
        .n_events_updated = (guint) sb_statement_get_int (statement, "events_updated"),
      };

      g_array_append_val (tallies, tally);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&tallies);
}

static void
unread_count_clear (gpointer data)
{
  g_free (((SbUnreadCount *) data)->folder);
}

/* Adds what the query @name counts. */
static gboolean
add_unread (SbStore *self,
            const char *name,
            GArray *counts,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, name, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  while (sb_statement_step (statement, &failure))
    {
      SbUnreadCount count = {
        .feed = sb_statement_get_int (statement, "feed"),
        .folder = sb_statement_dup_text (statement, "folder"),
        .n_unread = (guint) sb_statement_get_int (statement, "n"),
      };

      g_array_append_val (counts, count);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GArray *
sb_store_count_unread (SbStore *self,
                       GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (SbUnreadCount));

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  g_array_set_clear_func (counts, unread_count_clear);
  if (!add_unread (self, "count-unread-of-feeds", counts, error) || !add_unread (self, "count-unread-of-folders", counts, error))
    return NULL;

  return g_steal_pointer (&counts);
}
