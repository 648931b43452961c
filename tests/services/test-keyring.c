/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-keyring.h"
#include "sb-services-error.h"
#include "sb-test-result.h"

/* test-keyring.py runs it with a Secret Service of its own ("--service"), and without
 * any ("--none"). */

#define SECRET "access=a%26b&refresh=é"

static char *
look_up (SbKeyring *keyring,
         const char *service,
         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sb_keyring_look_up_async (keyring, service, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  return sb_keyring_look_up_finish (keyring, result, error);
}

static gboolean
has (SbKeyring *keyring,
     const char *service,
     GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sb_keyring_has_async (keyring, service, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  return sb_keyring_has_finish (keyring, result, error);
}

static gboolean
store (SbKeyring *keyring,
       const char *service,
       const char *secret,
       GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sb_keyring_store_async (keyring, service, secret, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  return sb_keyring_store_finish (keyring, result, error);
}

static void
assert_secret (SbKeyring *keyring,
               const char *service,
               const char *secret)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = look_up (keyring, service, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, secret);
  g_assert_cmpint (has (keyring, service, &error), ==, secret != NULL);
  g_assert_no_error (error);
}

static void
assert_stores (SbKeyring *keyring,
               const char *service,
               const char *secret)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (store (keyring, service, secret, &error));
  g_assert_no_error (error);
}

static void
assert_keeps (SbKeyring *keyring)
{
  assert_secret (keyring, "acled", NULL);
  assert_stores (keyring, "acled", "old");
  assert_stores (keyring, "acled", SECRET);
  assert_stores (keyring, "ucdp", "token=x");
  assert_secret (keyring, "acled", SECRET);
  assert_secret (keyring, "ucdp", "token=x");

  assert_stores (keyring, "acled", NULL);
  assert_stores (keyring, "acled", NULL);
  assert_secret (keyring, "acled", NULL);
  assert_secret (keyring, "ucdp", "token=x");
}

static void
test_memory (void)
{
  g_autoptr (SbKeyring) keyring = sb_memory_keyring_new ();

  assert_keeps (keyring);
}

static void
test_service (void)
{
  g_autoptr (SbKeyring) keyring = sb_secret_keyring_new ();

  assert_keeps (keyring);
}

static void
test_none (void)
{
  g_autoptr (SbKeyring) keyring = sb_secret_keyring_new ();
  g_autoptr (GError) look_up_error = NULL;
  g_autoptr (GError) has_error = NULL;
  g_autoptr (GError) store_error = NULL;

  g_assert_null (look_up (keyring, "acled", &look_up_error));
  g_assert_error (look_up_error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_NO_KEYRING);
  g_assert_false (has (keyring, "acled", &has_error));
  g_assert_error (has_error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_NO_KEYRING);
  g_assert_false (store (keyring, "acled", SECRET, &store_error));
  g_assert_error (store_error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_NO_KEYRING);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/keyring/memory", test_memory);
  if (g_strcmp0 (argv[1], "--service") == 0)
    g_test_add_func ("/services/keyring/service", test_service);
  if (g_strcmp0 (argv[1], "--none") == 0)
    g_test_add_func ("/services/keyring/none", test_none);

  return g_test_run ();
}
