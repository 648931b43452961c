/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-page-access.h"

#include <string.h>

/* Bytes that may stand between a name and its value. */
#define MAX_GAP 24

/* Whether, in @text, @name is followed by @value with nothing but signs between. */
static gboolean
has_value (const char *text,
           const char *end,
           const char *name,
           const char *value)
{
  const char *found = text;

  while ((found = memmem (found, (gsize) (end - found), name, strlen (name))) != NULL)
    {
      const char *p = found + strlen (name);
      const char *limit = MIN (end, p + MAX_GAP);

      while (p < limit && !g_ascii_isalpha (*p))
        p++;
      /* <meta property="article:content_tier" content="locked"> */
      if ((gsize) (end - p) > strlen ("content") && strncmp (p, "content", strlen ("content")) == 0)
        for (p += strlen ("content"), limit = MIN (end, p + MAX_GAP); p < limit && !g_ascii_isalpha (*p); p++)
          ;
      if ((gsize) (end - p) >= strlen (value) && g_ascii_strncasecmp (p, value, strlen (value)) == 0)
        return TRUE;
      found += strlen (name);
    }

  return FALSE;
}

gboolean
sb_page_is_for_subscribers (GBytes *page)
{
  gsize size;
  const char *text;

  g_return_val_if_fail (page != NULL, FALSE);

  text = g_bytes_get_data (page, &size);
  return size > 0 && (has_value (text, text + size, "isAccessibleForFree", "false") ||
                      has_value (text, text + size, "content_tier", "locked"));
}

gboolean
sb_address_is_sign_in (const char *address)
{
  static const char *const names[] = { "login", "signin", "sign-in", "connexion", "se-connecter", "sso", "subscribe", "abonnement" };
  g_autofree char *path = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (address != NULL, FALSE);

  if (!g_uri_split (address, G_URI_FLAGS_NONE, NULL, NULL, NULL, NULL, &path, NULL, NULL, NULL))
    return FALSE;

  parts = g_strsplit_set (path, "/.", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (g_ascii_strcasecmp (parts[i], names[j]) == 0)
        return TRUE;

  return FALSE;
}
