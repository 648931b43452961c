/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-news-notification.h"

#include "sb-saved-searches.h"

#include <glib/gi18n.h>

/* More searches than these are not named one by one. */
#define MAX_NAMED 5

char *
sb_news_dup_title (GPtrArray *news)
{
  const SbSearchNews *first = g_ptr_array_index (news, 0);
  guint n = 0;

  g_return_val_if_fail (news != NULL && news->len > 0, NULL);

  for (guint i = 0; i < news->len; i++)
    n += ((const SbSearchNews *) g_ptr_array_index (news, i))->n_documents;

  if (news->len == 1)
    /* Translators: a number, and the name of a saved search. */
    return g_strdup_printf (ngettext ("%u new document: %s", "%u new documents: %s", n), n, first->search->name);

  /* Of each search: a document that meets two is counted twice, and said so below. */
  return g_strdup_printf (ngettext ("News of %u watch-word", "News of %u watch-words", news->len), news->len);
}

static char *
dup_body (GPtrArray *news)
{
  g_autoptr (GString) body = g_string_new (NULL);
  const SbSearchNews *first = g_ptr_array_index (news, 0);

  g_return_val_if_fail (news != NULL && news->len > 0, NULL);

  if (news->len == 1)
    return g_strdup (first->search->query);

  for (guint i = 0; i < MIN (news->len, MAX_NAMED); i++)
    {
      const SbSearchNews *one = g_ptr_array_index (news, i);

      /* Translators: the name of a saved search, and how many new documents meet it. */
      g_string_append_printf (body, _ ("%s: %u"), one->search->name, one->n_documents);
      if (i + 1 < MIN (news->len, MAX_NAMED))
        g_string_append_c (body, '\n');
    }
  if (news->len > MAX_NAMED)
    g_string_append (body, "\n…");
  return g_string_free (g_steal_pointer (&body), FALSE);
}

static const SbSearchNews *
find_most (GPtrArray *news)
{
  const SbSearchNews *most = g_ptr_array_index (news, 0);

  for (guint i = 1; i < news->len; i++)
    {
      const SbSearchNews *one = g_ptr_array_index (news, i);

      if (one->n_documents > most->n_documents)
        most = one;
    }

  return most;
}

GNotification *
sb_news_notification_new (GPtrArray *news)
{
  g_autofree char *title = sb_news_dup_title (news);
  g_autofree char *body = dup_body (news);
  g_autoptr (GIcon) icon = g_themed_icon_new (SB_APP_ID);
  GNotification *notification;

  g_return_val_if_fail (title != NULL, NULL);

  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_icon (notification, icon);
  g_notification_set_default_action_and_target (notification, "app.show-saved-search", "s", find_most (news)->search->uuid);
  return notification;
}
