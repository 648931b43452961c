/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-keyring.h"

G_DEFINE_INTERFACE (SbKeyring, sb_keyring, G_TYPE_OBJECT)

static void
sb_keyring_default_init (SbKeyringInterface *iface)
{
}

void
sb_keyring_look_up_async (SbKeyring *self,
                          const char *service,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (SB_IS_KEYRING (self));
  g_return_if_fail (service != NULL);

  SB_KEYRING_GET_IFACE (self)->look_up_async (self, service, cancellable, callback, user_data);
}

char *
sb_keyring_look_up_finish (SbKeyring *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (SB_IS_KEYRING (self), NULL);

  return SB_KEYRING_GET_IFACE (self)->look_up_finish (self, result, error);
}

void
sb_keyring_has_async (SbKeyring *self,
                      const char *service,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (SB_IS_KEYRING (self));
  g_return_if_fail (service != NULL);

  SB_KEYRING_GET_IFACE (self)->has_async (self, service, cancellable, callback, user_data);
}

gboolean
sb_keyring_has_finish (SbKeyring *self,
                       GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (SB_IS_KEYRING (self), FALSE);

  return SB_KEYRING_GET_IFACE (self)->has_finish (self, result, error);
}

void
sb_keyring_store_async (SbKeyring *self,
                        const char *service,
                        const char *secret,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (SB_IS_KEYRING (self));
  g_return_if_fail (service != NULL);

  SB_KEYRING_GET_IFACE (self)->store_async (self, service, secret, cancellable, callback, user_data);
}

gboolean
sb_keyring_store_finish (SbKeyring *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (SB_IS_KEYRING (self), FALSE);

  return SB_KEYRING_GET_IFACE (self)->store_finish (self, result, error);
}
