/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-loopback.h"

struct _SbTestLoopback
{
  SoupServer *server; /* (owned) */
  GSocketService *service; /* (owned) */
  guint port;
};

static gboolean
incoming_cb (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  SbTestLoopback *self = user_data;
  g_autoptr (GSocketAddress) local = NULL;
  g_autoptr (GSocketAddress) remote = NULL;
  g_autoptr (GError) error = NULL;

  local = g_socket_connection_get_local_address (connection, &error);
  g_assert_no_error (error);
  /* Who hung up at once has no address any more. */
  remote = g_socket_connection_get_remote_address (connection, NULL);
  if (remote == NULL)
    return TRUE;

  g_assert_true (soup_server_accept_iostream (self->server, G_IO_STREAM (connection), local, remote, &error));
  g_assert_no_error (error);
  return TRUE;
}

SbTestLoopback *
sb_test_loopback_new (SoupServerCallback callback,
                      gpointer user_data)
{
  SbTestLoopback *self = g_new0 (SbTestLoopback, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  self->server = g_object_new (SOUP_TYPE_SERVER, NULL);
  soup_server_add_handler (self->server, NULL, callback, user_data, NULL);

  self->service = g_socket_service_new ();
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                 &bound, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  return self;
}

void
sb_test_loopback_add (SbTestLoopback *self,
                      const char *path,
                      SoupServerCallback callback,
                      gpointer user_data)
{
  soup_server_add_handler (self->server, path, callback, user_data, NULL);
}

void
sb_test_loopback_free (SbTestLoopback *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_signal_handlers_disconnect_by_data (self->service, self);
  g_object_unref (self->service);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_free (self);
}

guint
sb_test_loopback_get_port (const SbTestLoopback *self)
{
  return self->port;
}
