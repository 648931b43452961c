/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-link.h"

#include <string.h>

/* Longer ones are data, not addresses; in bytes. */
#define MAX_ADDRESS 4096

static const char *const accepted_schemes[] = { "http", "https", "mailto" };

/* As browsers read an address: no controls or spaces around it, no tabs or
 * line ends within, so that "java\nscript:" is seen for what it is. */
static char *
clean_address (const char *href)
{
  GString *clean = g_string_new (NULL);
  const char *end = href + strlen (href);

  while (*href != '\0' && (guchar) *href <= 0x20)
    href++;
  while (end > href && (guchar) end[-1] <= 0x20)
    end--;
  for (; href < end; href++)
    {
      guchar c = (guchar) *href;

      if (c == '\t' || c == '\n' || c == '\r')
        continue;
      if (c <= 0x20 || c >= 0x7f || strchr ("\"<>\\^`{|}", c) != NULL)
        g_string_append_printf (clean, "%%%02X", c);
      else
        g_string_append_c (clean, (char) c);
    }
  return g_string_free (clean, FALSE);
}

static gboolean
is_accepted (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  for (guint i = 0; i < G_N_ELEMENTS (accepted_schemes); i++)
    if (g_str_equal (scheme, accepted_schemes[i]))
      return i == 2 || (g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0');
  return FALSE;
}

char *
_sb_link_resolve (const char *base,
                  const char *href)
{
  const GUriFlags flags = G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE;
  g_autofree char *address = NULL;
  g_autoptr (GUri) base_uri = NULL;
  g_autoptr (GUri) uri = NULL;

  if (href == NULL || strlen (href) > MAX_ADDRESS)
    return NULL;
  address = clean_address (href);
  if (*address == '\0' || *address == '#')
    return NULL;
  if (base != NULL)
    base_uri = g_uri_parse (base, flags, NULL);
  if (base_uri != NULL)
    uri = g_uri_parse_relative (base_uri, address, flags, NULL);
  else
    uri = g_uri_parse (address, flags, NULL);
  if (uri == NULL || !is_accepted (uri))
    return NULL;
  return g_uri_to_string (uri);
}
