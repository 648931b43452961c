/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-private.h"

#include "sb-clock.h"
#include "sb-record-builder.h"
#include "sb-service-sign-in.h"

/* Who asks the services: the secret of each is looked up in the keyring once and kept
 * in memory from then on. */

static SbKeyring *
get_keyring (SbSync *self)
{
  if (self->keyring == NULL)
    self->keyring = sb_secret_keyring_new ();

  return self->keyring;
}

void
sb_sync_set_keyring (SbSync *self,
                     SbKeyring *keyring)
{
  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (SB_IS_KEYRING (keyring));

  g_set_object (&self->keyring, keyring);
}

static void
remember (SbSync *self,
          const char *service,
          const char *secret)
{
  if (secret != NULL)
    g_hash_table_replace (self->secrets, g_strdup (service), g_strdup (secret));
  else
    g_hash_table_remove (self->secrets, service);
}

static void
looked_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SbSync *self = g_task_get_source_object (task);
  GError *error = NULL;
  char *secret = sb_keyring_look_up_finish (SB_KEYRING (object), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  remember (self, g_task_get_task_data (task), secret);
  g_task_return_pointer (task, secret, g_free);
}

void
_sb_sync_get_secret_async (SbSync *self,
                           const SbService *service,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  const char *name = sb_service_get_name (service);
  const char *known = g_hash_table_lookup (self->secrets, name);

  g_task_set_source_tag (task, _sb_sync_get_secret_async);
  g_task_set_task_data (task, g_strdup (name), g_free);
  if (known != NULL || sb_service_get_credential (service) == SB_CREDENTIAL_NONE)
    {
      g_task_return_pointer (task, g_strdup (known), g_free);
      return;
    }

  sb_keyring_look_up_async (get_keyring (self), name, cancellable, looked_up_cb, g_steal_pointer (&task));
}

char *
_sb_sync_get_secret_finish (SbSync *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_assert (g_task_is_valid (result, self));

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A sign-in under way, or one that is renewed; the data of its task. */
typedef struct
{
  const SbService *service;
  char *old; /* (owned) (nullable) the secret that is renewed */
  char *secret; /* (owned) (nullable) the new one */
  GError *failure; /* (owned) (nullable) of keeping it */
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_free (sign_in->old);
  g_free (sign_in->secret);
  g_clear_error (&sign_in->failure);
  g_free (sign_in);
}

/* Run in the worker. Feeds that waited for the sign-in wait no longer. */
static gpointer
make_feeds_due (SbStore *store,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  SbFeedKind kind = GPOINTER_TO_INT (data);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FEED);
  g_autoptr (GPtrArray) feeds = sb_store_list (store, query, error);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  if (feeds == NULL)
    return NULL;

  for (guint i = 0; i < feeds->len; i++)
    {
      SbRecord *feed = g_ptr_array_index (feeds, i);
      g_autoptr (SbRecordBuilder) builder = NULL;
      g_autoptr (SbRecord) record = NULL;

      if (sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED) != (int) kind)
        continue;

      builder = sb_record_builder_new_from (feed);
      sb_record_builder_set_time (builder, SB_FEED_NEXT_DUE, 0);
      record = sb_record_builder_end (g_steal_pointer (&builder));
      sb_change_set_put (changes, record);
    }

  return GINT_TO_POINTER (sb_change_set_is_empty (changes) || sb_store_apply (store, changes, error) >= 0);
}

static void
made_due_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  GError *error = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (error == NULL)
    error = g_steal_pointer (&sign_in->failure);
  else
    g_clear_error (&sign_in->failure);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (sign_in->secret), g_free);
}

static void
kept_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SbSync *self = g_task_get_source_object (task);
  SignIn *sign_in = g_task_get_task_data (task);
  GError *error = NULL;

  sb_keyring_store_finish (SB_KEYRING (object), result, &error);
  if (sign_in->old != NULL)
    {
      /* What was renewed can be used although it could not be kept. */
      g_clear_error (&error);
      g_task_return_pointer (task, g_strdup (sign_in->secret), g_free);
      return;
    }

  sign_in->failure = error;
  sb_catalogue_run_writer_async (self->catalogue, make_feeds_due,
                                 GINT_TO_POINTER (sb_service_get_kind (sign_in->service)), NULL, NULL,
                                 g_task_get_cancellable (task), made_due_cb, g_object_ref (task));
}

/* In memory first: where there is no keyring, it lasts as long as the program. */
static void
keep (GTask *task,
      char *secret)
{
  SbSync *self = g_task_get_source_object (task);
  SignIn *sign_in = g_task_get_task_data (task);
  const char *name = sb_service_get_name (sign_in->service);

  sign_in->secret = secret;
  remember (self, name, secret);
  sb_keyring_store_async (get_keyring (self), name, secret, g_task_get_cancellable (task), kept_cb, g_object_ref (task));
}

static void
answered_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SbSync *self = g_task_get_source_object (task);
  SignIn *sign_in = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SbFetchResult) answer = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  char *secret = answer != NULL
                   ? sb_service_read_tokens (sign_in->service, answer, sign_in->old, sb_clock_now (), &error)
                   : NULL;

  if (secret != NULL)
    {
      keep (task, secret);
      return;
    }

  if (g_error_matches (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_EXPIRED))
    remember (self, sb_service_get_name (sign_in->service), NULL);
  g_task_return_error (task, error);
}

static void
send_request (GTask *task,
              SbServiceRequest *request)
{
  SbSync *self = g_task_get_source_object (task);
  const SbFetchRequest fetch = { .url = request->url, .message = request->message };

  sb_fetcher_fetch_async (self->fetcher, &fetch, g_task_get_cancellable (task), answered_cb, g_object_ref (task));
}

static GTask *
new_sign_in (SbSync *self,
             const SbService *service,
             const char *old,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  SignIn *sign_in = g_new0 (SignIn, 1);

  sign_in->service = service;
  sign_in->old = g_strdup (old);
  g_task_set_task_data (task, sign_in, sign_in_free);
  return task;
}

void
_sb_sync_renew_async (SbSync *self,
                      const SbService *service,
                      const char *secret,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = new_sign_in (self, service, secret, cancellable, callback, user_data);
  g_autoptr (SbServicePlace) place = NULL;
  g_autoptr (SbServiceRequest) request = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, _sb_sync_renew_async);
  place = sb_service_place_new (service, &error);
  request = place != NULL ? sb_service_renew (service, place, secret) : NULL;
  if (error == NULL && request == NULL)
    error = g_error_new_literal (SB_SERVICES_ERROR, SB_SERVICES_ERROR_CREDENTIALS, "It cannot be renewed");
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  send_request (task, request);
}

char *
_sb_sync_renew_finish (SbSync *self,
                       GAsyncResult *result,
                       GError **error)
{
  g_assert (g_task_is_valid (result, self));

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sb_sync_sign_in_async (SbSync *self,
                       const SbService *service,
                       const char *user,
                       const char *password,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SbServicePlace) place = NULL;
  g_autoptr (SbServiceRequest) request = NULL;
  GError *error = NULL;
  char *secret = NULL;

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (service != NULL);

  task = new_sign_in (self, service, NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_sign_in_async);
  place = sb_service_place_new (service, &error);
  request = place != NULL ? sb_service_sign_in (service, place, user, password, &secret, &error) : NULL;
  if (error != NULL)
    g_task_return_error (task, error);
  else if (request != NULL)
    send_request (task, request);
  else
    keep (task, secret);
}

gboolean
sb_sync_sign_in_finish (SbSync *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_autofree char *secret = NULL;

  g_return_val_if_fail (SB_IS_SYNC (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  secret = g_task_propagate_pointer (G_TASK (result), error);
  return secret != NULL;
}

static void
searched_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean is_there = sb_keyring_has_finish (SB_KEYRING (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, is_there);
}

void
sb_sync_is_signed_in_async (SbSync *self,
                            const SbService *service,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  const char *name;

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (service != NULL);

  name = sb_service_get_name (service);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_is_signed_in_async);
  if (g_hash_table_contains (self->secrets, name))
    g_task_return_boolean (task, TRUE);
  else
    sb_keyring_has_async (get_keyring (self), name, cancellable, searched_cb, g_object_ref (task));
}

gboolean
sb_sync_is_signed_in_finish (SbSync *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (SB_IS_SYNC (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
signed_out_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (sb_keyring_store_finish (SB_KEYRING (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
sb_sync_sign_out_async (SbSync *self,
                        const SbService *service,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  const char *name;

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (service != NULL);

  name = sb_service_get_name (service);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_sign_out_async);
  remember (self, name, NULL);
  sb_keyring_store_async (get_keyring (self), name, NULL, cancellable, signed_out_cb, task);
}

gboolean
sb_sync_sign_out_finish (SbSync *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (SB_IS_SYNC (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
