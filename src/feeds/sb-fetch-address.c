/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-private.h"

#include "sb-feed-address.h"

#include <string.h>

typedef struct
{
  guint8 bytes[4];
  guint n_bits;
} Network;

/* IPv4 networks that are not public: RFC 6890 and its updates. */
static const Network local_networks[] = {
  { { 0, 0, 0, 0 }, 8 }, /* this network */
  { { 10, 0, 0, 0 }, 8 }, /* private */
  { { 100, 64, 0, 0 }, 10 }, /* shared */
  { { 127, 0, 0, 0 }, 8 }, /* loopback */
  { { 169, 254, 0, 0 }, 16 }, /* link-local */
  { { 172, 16, 0, 0 }, 12 }, /* private */
  { { 192, 0, 0, 0 }, 24 }, /* assignments */
  { { 192, 168, 0, 0 }, 16 }, /* private */
  { { 198, 18, 0, 0 }, 15 }, /* benchmarks */
  { { 224, 0, 0, 0 }, 4 }, /* multicast */
  { { 240, 0, 0, 0 }, 4 }, /* reserved */
};

static guint32
join_bytes (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
is_local_ipv4 (const guint8 *bytes)
{
  guint32 address = join_bytes (bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (local_networks); i++)
    {
      guint32 mask = ~(guint32) 0 << (32 - local_networks[i].n_bits);

      if ((address & mask) == join_bytes (local_networks[i].bytes))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_local_ipv6 (const guint8 *bytes)
{
  static const guint8 zeros[12] = { 0 };
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 translated[12] = { 0x00, 0x64, 0xff, 0x9b };

  /* An address of IPv4 inside: mapped, translated (NAT64), 6to4, or the old
   * compatible form, which takes "::" and "::1" with it. */
  if (memcmp (bytes, mapped, 12) == 0 || memcmp (bytes, translated, 12) == 0 ||
      memcmp (bytes, zeros, 12) == 0)
    return is_local_ipv4 (bytes + 12);
  if (bytes[0] == 0x20 && bytes[1] == 0x02)
    return is_local_ipv4 (bytes + 2);

  /* Unique local, link-local, site-local, multicast. */
  return (bytes[0] & 0xfe) == 0xfc || (bytes[0] == 0xfe && (bytes[1] & 0x80) == 0x80) || bytes[0] == 0xff;
}

gboolean
_sb_fetch_address_is_local (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return is_local_ipv4 (bytes);

  return is_local_ipv6 (bytes);
}

gboolean
_sb_fetch_host_is_local (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *lower = NULL;

  if (address != NULL)
    return _sb_fetch_address_is_local (address);

  lower = g_ascii_strdown (host, -1);
  return g_str_equal (lower, "localhost") || g_str_has_suffix (lower, ".localhost");
}

/* "host", "host:8000/x" and "www.host/x", as opposed to "mailto:x". */
static gboolean
lacks_scheme (const char *text)
{
  const char *colon = strchr (text, ':');

  return !sb_feed_address_is_absolute (text) || g_ascii_isdigit (colon[1]);
}

char *
sb_fetcher_normalise_address (const char *typed,
                              GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;
  g_autofree char *host = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GUri) normal = NULL;
  const char *rest;
  const char *scheme;

  g_return_val_if_fail (typed != NULL, NULL);

  text = g_strstrip (g_strdup (typed));
  rest = text;
  if (g_ascii_strncasecmp (rest, "feed:", 5) == 0)
    {
      rest += 5;
      if (g_str_has_prefix (rest, "//"))
        rest += 2;
    }
  full = lacks_scheme (rest) ? g_strconcat ("https://", rest, NULL) : g_strdup (rest);

  uri = g_uri_parse (full, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  if (uri == NULL || !(g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      strpbrk (g_uri_get_host (uri), " <>\"") != NULL)
    {
      g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_ADDRESS, "“%s” is not an address of http or https", typed);
      return NULL;
    }

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  normal = soup_uri_copy (uri, SOUP_URI_HOST, host, SOUP_URI_NONE);
  return g_uri_to_string (normal);
}
