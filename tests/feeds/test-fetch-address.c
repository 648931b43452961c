/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-fetch-private.h"

typedef struct
{
  const char *typed;
  const char *expected; /* NULL: refused */
} AddressCase;

static const AddressCase address_cases[] = {
  { " https://journal.example/fil.xml\n", "https://journal.example/fil.xml" },
  { "journal.example", "https://journal.example/" },
  { "journal.example:8000/fil?a=1", "https://journal.example:8000/fil?a=1" },
  { "feed://journal.example/fil", "https://journal.example/fil" },
  { "feed:http://journal.example/fil", "http://journal.example/fil" },
  { "HTTP://Journal.example/é", "http://journal.example/%C3%A9" },
  { "", NULL },
  { "https://", NULL },
  { "ftp://journal.example/", NULL },
  { "file:///etc/passwd", NULL },
  { "javascript:alert(1)", NULL },
  { "mailto:a@b.example", NULL },
  { "deux mots", NULL },
};

static void
test_addresses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (address_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = sb_fetcher_normalise_address (address_cases[i].typed, &error);

      if (address_cases[i].expected == NULL)
        g_assert_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_ADDRESS);
      else
        g_assert_no_error (error);
      g_assert_cmpstr (address, ==, address_cases[i].expected);
    }
}

static const char *const local[] = {
  "0.0.0.0",
  "0.1.2.3",
  "10.1.2.3",
  "100.64.0.1",
  "100.127.255.255",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.1",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.19.255.255",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "239.255.255.250",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::7f00:1",
  "::a00:1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "fc00::1",
  "fd12::1",
  "ff02::1",
  "100::1",
  "1::1",
  "::ffff:10.0.0.1",
  "::ffff:1.1.1.1",
  "::ffff:0:1.1.1.1",
  "64:ff9b::7f00:1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::1",
  "2002:7f00:1::1",
  "2002:101:101::1",
  "2001::1",
  "2001:0:4136:e378:8000:63bf:3fff:fdd2",
  "2001:2::1",
  "2001:10::1",
  "2001:20::1",
  "2001:db8::1",
  "3fff::1",
  "2606:4700::5efe:a00:1",
  "2606:4700::200:5efe:7f00:1",
  "5f00::1",
  "127.1",
  "0",
  "1",
  "2130706433",
  "0x7f000001",
  "0177.0.0.1",
  "10.1",
  "localhost",
  "localhost.",
  "a.LOCALHOST",
  "localhost.localdomain",
  "nas.local",
  "metadata.google.internal",
  "box.lan",
  "box.home.arpa",
  "intranet",
};
static const char *const public[] = {
  "1.1.1.1",
  "9.255.255.255",
  "11.0.0.1",
  "100.63.255.255",
  "100.128.0.1",
  "172.15.0.1",
  "172.32.0.1",
  "192.169.0.1",
  "192.0.1.1",
  "198.17.0.1",
  "198.20.0.1",
  "223.255.255.255",
  "16843009",
  "2606:4700::1111",
  "2001:4860:4860::8888",
  "2001:1::1",
  "2a00::1",
  "3ffe::1",
  "64:ff9b::101:101",
  "2606:4700::5efe:101:101",
  "journal.example",
  "localhost.example",
  "journal.example.",
  "lan.example",
  "10.example",
};

static void
test_local_addresses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (local); i++)
    {
      g_test_message ("%s", local[i]);
      g_assert_true (_sb_fetch_host_is_local (local[i]));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (public); i++)
    {
      g_test_message ("%s", public[i]);
      g_assert_false (_sb_fetch_host_is_local (public[i]));
    }
}

typedef struct
{
  const char *from;
  const char *to;
  const char *expected; /* NULL: nowhere */
} FollowCase;

static const FollowCase follow_cases[] = {
  { "https://presse.example/", "https://presse.example/fil", "https://presse.example/fil" },
  { "http://presse.example/", "http://autre.example/fil?a=b", "http://autre.example/fil?a=b" },
  { "http://presse.example/", "https://presse.example/fil", "https://presse.example/fil" },
  { "https://presse.example/", "http://presse.example/fil", "https://presse.example/fil" },
  { "https://presse.example/", "http://presse.example:8080/fil", NULL },
  { "https://presse.example/", "http://127.0.0.1/fil", NULL },
  { "https://presse.example/", "https://[::ffff:10.0.0.1]/fil", NULL },
  { "https://presse.example/", "https://routeur.lan/fil", NULL },
  { "http://10.0.0.1/", "http://127.0.0.1/fil", "http://127.0.0.1/fil" },
  { "https://presse.example/", "file:///etc/passwd", NULL },
  { "http://presse.example/", "ftp://presse.example/fil", NULL },
  { "http://presse.example/", "javascript:alert(1)", NULL },
  { "http://presse.example/", "/fil", NULL },
};

static void
test_follow (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (follow_cases); i++)
    {
      g_autofree char *url = sb_fetcher_follow (follow_cases[i].from, follow_cases[i].to);

      g_test_message ("%s → %s", follow_cases[i].from, follow_cases[i].to);
      g_assert_cmpstr (url, ==, follow_cases[i].expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feeds/fetch-address/typed", test_addresses);
  g_test_add_func ("/feeds/fetch-address/local", test_local_addresses);
  g_test_add_func ("/feeds/fetch-address/follow", test_follow);

  return g_test_run ();
}
