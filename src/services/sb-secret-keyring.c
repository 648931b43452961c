/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-keyring.h"

#include <libsecret/secret.h>

#include "sb-services-error.h"

/* The Secret Service of the desktop, by libsecret. */

#define SB_TYPE_SECRET_KEYRING (sb_secret_keyring_get_type ())

G_DECLARE_FINAL_TYPE (SbSecretKeyring, sb_secret_keyring, SB, SECRET_KEYRING, GObject)

struct _SbSecretKeyring
{
  GObject parent_instance;
};

static const SecretSchema schema = {
  SB_APP_ID ".Service",
  SECRET_SCHEMA_NONE,
  {
    { "service", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

/* Whatever keeps it from answering, there is none; but a door that stays shut is
 * there. */
static void
translate_error (GError **error)
{
  g_autoptr (GError) cause = g_steal_pointer (error);
  SbServicesError code = SB_SERVICES_ERROR_NO_KEYRING;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return;
    }

  if (g_error_matches (cause, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    code = SB_SERVICES_ERROR_KEYRING_LOCKED;
  g_set_error_literal (error, SB_SERVICES_ERROR, (int) code, cause->message);
}

static void
looked_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);

  if (error == NULL)
    {
      g_task_return_pointer (task, secret, (GDestroyNotify) secret_password_free);
      return;
    }

  translate_error (&error);
  g_task_return_error (task, error);
}

static void
look_up_async (SbKeyring *keyring,
               const char *service,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  GTask *task = g_task_new (keyring, cancellable, callback, user_data);

  secret_password_lookup (&schema, cancellable, looked_up_cb, task, "service", service, NULL);
}

static char *
look_up_finish (SbKeyring *keyring,
                GAsyncResult *result,
                GError **error)
{
  char *secret = g_task_propagate_pointer (G_TASK (result), error);
  char *copy = g_strdup (secret);

  secret_password_free (secret);
  return copy;
}

static void
searched_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autolist (GObject) found = secret_password_search_finish (result, &error);

  if (error == NULL)
    {
      g_task_return_boolean (task, found != NULL);
      return;
    }

  translate_error (&error);
  g_task_return_error (task, error);
}

/* Without SECRET_SEARCH_UNLOCK the desktop has nothing to ask. */
static void
has_async (SbKeyring *keyring,
           const char *service,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (keyring, cancellable, callback, user_data);

  secret_password_search (&schema, SECRET_SEARCH_NONE, cancellable, searched_cb, task, "service", service, NULL);
}

static gboolean
has_finish (SbKeyring *keyring,
            GAsyncResult *result,
            GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  translate_error (&error);
  g_task_return_error (task, error);
}

/* That there was none is no error. */
static void
cleared_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  translate_error (&error);
  g_task_return_error (task, error);
}

static void
store_async (SbKeyring *keyring,
             const char *service,
             const char *secret,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (keyring, cancellable, callback, user_data);
  /* What a manager of passwords lists it as. */
  g_autofree char *label = g_strdup_printf ("SahelBrief: %s", service);

  if (secret == NULL)
    secret_password_clear (&schema, cancellable, cleared_cb, task, "service", service, NULL);
  else
    secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, stored_cb, task, "service",
                           service, NULL);
}

static gboolean
store_finish (SbKeyring *keyring,
              GAsyncResult *result,
              GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sb_secret_keyring_init_iface (SbKeyringInterface *iface)
{
  iface->look_up_async = look_up_async;
  iface->look_up_finish = look_up_finish;
  iface->has_async = has_async;
  iface->has_finish = has_finish;
  iface->store_async = store_async;
  iface->store_finish = store_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SbSecretKeyring, sb_secret_keyring, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (SB_TYPE_KEYRING, sb_secret_keyring_init_iface))

static void
sb_secret_keyring_class_init (SbSecretKeyringClass *klass)
{
}

static void
sb_secret_keyring_init (SbSecretKeyring *self)
{
}

SbKeyring *
sb_secret_keyring_new (void)
{
  return g_object_new (SB_TYPE_SECRET_KEYRING, NULL);
}
