/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbKeyring:
 *
 * Where what is secret is kept: one text for each service. The program uses that of
 * the desktop (sb_secret_keyring_new()), tests one in memory
 * (sb_memory_keyring_new()). Main thread. Errors are those of SB_SERVICES_ERROR about
 * the keyring, and %G_IO_ERROR_CANCELLED.
 */
#define SB_TYPE_KEYRING (sb_keyring_get_type ())

G_DECLARE_INTERFACE (SbKeyring, sb_keyring, SB, KEYRING, GObject)

struct _SbKeyringInterface
{
  GTypeInterface parent_interface;

  void (*look_up_async) (SbKeyring *self,
                         const char *service,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
  char *(*look_up_finish) (SbKeyring *self,
                           GAsyncResult *result,
                           GError **error);
  void (*has_async) (SbKeyring *self,
                     const char *service,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
  gboolean (*has_finish) (SbKeyring *self,
                          GAsyncResult *result,
                          GError **error);
  void (*store_async) (SbKeyring *self,
                       const char *service,
                       const char *secret,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
  gboolean (*store_finish) (SbKeyring *self,
                            GAsyncResult *result,
                            GError **error);
};

/* The secret of @service; NULL without an error when there is none. */
void sb_keyring_look_up_async (SbKeyring *self,
                               const char *service,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *sb_keyring_look_up_finish (SbKeyring *self,
                                 GAsyncResult *result,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is one. Asks nobody for a password: one that is locked in is there.
 * FALSE without an error when there is none. */
void sb_keyring_has_async (SbKeyring *self,
                           const char *service,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean sb_keyring_has_finish (SbKeyring *self,
                                GAsyncResult *result,
                                GError **error);

/* Keeps @secret in the place of another; NULL takes that away. */
void sb_keyring_store_async (SbKeyring *self,
                             const char *service,
                             const char *secret,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean sb_keyring_store_finish (SbKeyring *self,
                                  GAsyncResult *result,
                                  GError **error);

SbKeyring *sb_secret_keyring_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbKeyring *sb_memory_keyring_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
