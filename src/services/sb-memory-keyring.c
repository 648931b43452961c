/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-keyring.h"

/* Forgets all when the program ends. */

#define SB_TYPE_MEMORY_KEYRING (sb_memory_keyring_get_type ())

G_DECLARE_FINAL_TYPE (SbMemoryKeyring, sb_memory_keyring, SB, MEMORY_KEYRING, GObject)

struct _SbMemoryKeyring
{
  GObject parent_instance;

  GHashTable *secrets; /* (owned) (element-type utf8 utf8) by service */
};

static void
look_up_async (SbKeyring *keyring,
               const char *service,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (keyring, cancellable, callback, user_data);

  g_task_return_pointer (task, g_strdup (g_hash_table_lookup (SB_MEMORY_KEYRING (keyring)->secrets, service)), g_free);
}

static char *
look_up_finish (SbKeyring *keyring,
                GAsyncResult *result,
                GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
has_async (SbKeyring *keyring,
           const char *service,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (keyring, cancellable, callback, user_data);

  g_task_return_boolean (task, g_hash_table_contains (SB_MEMORY_KEYRING (keyring)->secrets, service));
}

static gboolean
has_finish (SbKeyring *keyring,
            GAsyncResult *result,
            GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
store_async (SbKeyring *keyring,
             const char *service,
             const char *secret,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (keyring, cancellable, callback, user_data);
  GHashTable *secrets = SB_MEMORY_KEYRING (keyring)->secrets;

  if (secret != NULL)
    g_hash_table_replace (secrets, g_strdup (service), g_strdup (secret));
  else
    g_hash_table_remove (secrets, service);
  g_task_return_boolean (task, TRUE);
}

static gboolean
store_finish (SbKeyring *keyring,
              GAsyncResult *result,
              GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sb_memory_keyring_init_iface (SbKeyringInterface *iface)
{
  iface->look_up_async = look_up_async;
  iface->look_up_finish = look_up_finish;
  iface->has_async = has_async;
  iface->has_finish = has_finish;
  iface->store_async = store_async;
  iface->store_finish = store_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SbMemoryKeyring, sb_memory_keyring, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (SB_TYPE_KEYRING, sb_memory_keyring_init_iface))

static void
sb_memory_keyring_finalize (GObject *object)
{
  g_hash_table_unref (SB_MEMORY_KEYRING (object)->secrets);

  G_OBJECT_CLASS (sb_memory_keyring_parent_class)->finalize (object);
}

static void
sb_memory_keyring_class_init (SbMemoryKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_memory_keyring_finalize;
}

static void
sb_memory_keyring_init (SbMemoryKeyring *self)
{
  self->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

SbKeyring *
sb_memory_keyring_new (void)
{
  return g_object_new (SB_TYPE_MEMORY_KEYRING, NULL);
}
