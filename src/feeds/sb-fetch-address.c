/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-private.h"

#include "sb-feed-address.h"

#include <arpa/inet.h>
#include <string.h>

/* A network: the addresses whose first @n_bits are those of @bytes. */
typedef struct
{
  guint8 bytes[16];
  guint n_bits;
} Network;

/* IPv4 networks that are not public: the registry of RFC 6890 and its updates. */
static const Network local_ipv4[] = {
  { { 0 }, 8 }, /* this network */
  { { 10 }, 8 }, /* private */
  { { 100, 64 }, 10 }, /* shared (CGNAT) */
  { { 127 }, 8 }, /* loopback */
  { { 169, 254 }, 16 }, /* link-local */
  { { 172, 16 }, 12 }, /* private */
  { { 192, 0, 0 }, 24 }, /* assignments */
  { { 192, 0, 2 }, 24 }, /* documentation */
  { { 192, 88, 99 }, 24 }, /* 6to4 relays */
  { { 192, 168 }, 16 }, /* private */
  { { 198, 18 }, 15 }, /* benchmarks */
  { { 198, 51, 100 }, 24 }, /* documentation */
  { { 203, 0, 113 }, 24 }, /* documentation */
  { { 224 }, 4 }, /* multicast */
  { { 240 }, 4 }, /* reserved, broadcast */
};

/* The public part of IPv6, which leaves out the addresses that lead to IPv4:
 * mapped, translated and compatible ones, “::” and “::1” among them. */
static const Network global_unicast = { { 0x20 }, 3 };

/* What of it is not public all the same. */
static const Network local_ipv6[] = {
  { { 0x20, 0x01 }, 32 }, /* Teredo: leads through IPv4 of somebody’s choice */
  { { 0x20, 0x01, 0, 0x02 }, 48 }, /* benchmarks */
  { { 0x20, 0x01, 0, 0x10 }, 28 }, /* ORCHID */
  { { 0x20, 0x01, 0, 0x20 }, 28 }, /* ORCHIDv2 */
  { { 0x20, 0x01, 0x0d, 0xb8 }, 32 }, /* documentation */
  { { 0x20, 0x02 }, 16 }, /* 6to4: as Teredo */
  { { 0x3f, 0xff }, 20 }, /* documentation */
};

/* NAT64 is how public IPv4 is reached where there is none: what counts is the
 * address inside. */
static const Network nat64 = { { 0x00, 0x64, 0xff, 0x9b }, 96 };

/* Names that stand for this machine or its network, wherever they are asked. */
static const char *const local_names[] = { "localhost", "localdomain", "local", "internal", "lan", "home.arpa" };

static gboolean
is_in (const guint8 *bytes,
       const Network *network)
{
  guint n_bytes = network->n_bits / 8;
  guint8 mask = (guint8) (0xff << (8 - network->n_bits % 8));

  return memcmp (bytes, network->bytes, n_bytes) == 0 &&
         (network->n_bits % 8 == 0 || ((bytes[n_bytes] ^ network->bytes[n_bytes]) & mask) == 0);
}

static gboolean
is_in_any (const guint8 *bytes,
           const Network *networks,
           gsize n_networks)
{
  for (gsize i = 0; i < n_networks; i++)
    if (is_in (bytes, &networks[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_local_ipv4 (const guint8 *bytes)
{
  return is_in_any (bytes, local_ipv4, G_N_ELEMENTS (local_ipv4));
}

/* ISATAP: the second half of the address names IPv4, whatever the first says. */
static gboolean
is_local_isatap (const guint8 *bytes)
{
  return (bytes[8] & ~0x03) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe && is_local_ipv4 (bytes + 12);
}

static gboolean
is_local_ipv6 (const guint8 *bytes)
{
  if (is_in (bytes, &nat64))
    return is_local_ipv4 (bytes + 12);

  return !is_in (bytes, &global_unicast) || is_in_any (bytes, local_ipv6, G_N_ELEMENTS (local_ipv6)) || is_local_isatap (bytes);
}

gboolean
_sb_fetch_address_is_local (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return is_local_ipv4 (bytes);

  return is_local_ipv6 (bytes);
}

/* The address that @host is, also in the forms that resolvers take for one:
 * "127.1", "0x7f000001", "017700000001". */
static GInetAddress *
read_address (const char *host)
{
  GInetAddress *address = g_inet_address_new_from_string (host);
  struct in_addr old_form;

  if (address == NULL && inet_aton (host, &old_form) != 0)
    address = g_inet_address_new_from_bytes ((const guint8 *) &old_form.s_addr, G_SOCKET_FAMILY_IPV4);

  return address;
}

gboolean
_sb_fetch_host_is_local (const char *host)
{
  g_autofree char *name = g_ascii_strdown (host, -1);
  g_autoptr (GInetAddress) address = NULL;
  gsize length = strlen (name);

  /* The root that a full name may end with, the zone that an address may. */
  if (length > 0 && name[length - 1] == '.')
    name[length - 1] = '\0';
  name[strcspn (name, "%")] = '\0';
  address = read_address (name);
  if (address != NULL)
    return _sb_fetch_address_is_local (address);

  for (gsize i = 0; i < G_N_ELEMENTS (local_names); i++)
    {
      g_autofree char *suffix = g_strconcat (".", local_names[i], NULL);

      if (g_str_equal (name, local_names[i]) || g_str_has_suffix (name, suffix))
        return TRUE;
    }

  /* A name of one word is looked up in the own domain. */
  return strchr (name, '.') == NULL;
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

gboolean
_sb_fetch_may_lead (GUri *from,
                    GUri *to,
                    GError **error)
{
  const char *scheme = g_uri_get_scheme (to);

  if (g_str_equal (scheme, "https") || (g_str_equal (scheme, "http") && g_str_equal (g_uri_get_scheme (from), "http")))
    return TRUE;

  g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_UNSAFE_REDIRECT, "From %s to %s", g_uri_get_scheme (from), scheme);
  return FALSE;
}

/* libsoup fills the port in where there is none. */
static gboolean
is_default_port (GUri *uri)
{
  return g_uri_get_port (uri) == -1 || g_uri_get_port (uri) == 80;
}

static GUri *
read_uri (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && g_uri_get_host (uri)[0] != '\0' ? g_steal_pointer (&uri) : NULL;
}

char *
sb_fetcher_follow (const char *from,
                   const char *to)
{
  g_autoptr (GUri) page = NULL;
  g_autoptr (GUri) target = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  page = read_uri (from);
  target = read_uri (to);
  if (page == NULL || target == NULL ||
      (_sb_fetch_host_is_local (g_uri_get_host (target)) && !_sb_fetch_host_is_local (g_uri_get_host (page))))
    return NULL;

  if (_sb_fetch_may_lead (page, target, NULL))
    return g_strdup (to);

  if (!g_str_equal (g_uri_get_scheme (page), "https") || !g_str_equal (g_uri_get_scheme (target), "http") ||
      !is_default_port (target))
    return NULL;

  return g_strconcat ("https", to + strlen ("http"), NULL);
}
