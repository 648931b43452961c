/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-address.h"

#include <string.h>

gboolean
sb_feed_address_is_absolute (const char *address)
{
  const char *p = address;

  if (!g_ascii_isalpha (*p))
    return FALSE;
  while (g_ascii_isalnum (*p) || *p == '+' || *p == '-' || *p == '.')
    p++;

  return *p == ':';
}

static char *
clean_address (const char *address)
{
  char *clean = g_strstrip (g_strdup (address));
  char *out = clean;

  for (const char *p = clean; *p != '\0'; p++)
    {
      if (strchr ("\t\r\n", *p) == NULL)
        *out++ = *p;
    }
  *out = '\0';

  return clean;
}

char *
sb_feed_address_resolve (const char *base,
                         const char *address)
{
  g_autofree char *clean = clean_address (address);
  g_autofree char *resolved = NULL;

  if (*clean == '\0')
    return NULL;
  if (base == NULL || sb_feed_address_is_absolute (clean))
    return g_steal_pointer (&clean);

  resolved = g_uri_resolve_relative (base, clean,
                                     G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (resolved == NULL)
    return g_steal_pointer (&clean);

  return g_steal_pointer (&resolved);
}
