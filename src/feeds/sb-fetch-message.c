/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-message-private.h"

G_DEFINE_BOXED_TYPE (SbFetchMessage, sb_fetch_message, sb_fetch_message_ref, sb_fetch_message_unref)

SbFetchMessage *
sb_fetch_message_new (void)
{
  SbFetchMessage *self = g_atomic_rc_box_new0 (SbFetchMessage);

  self->secrets = g_ptr_array_new_with_free_func (g_free);
  return self;
}

SbFetchMessage *
sb_fetch_message_ref (SbFetchMessage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
sb_fetch_message_clear (gpointer data)
{
  SbFetchMessage *self = data;

  g_free (self->accept);
  g_free (self->media_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->secrets, g_ptr_array_unref);
}

void
sb_fetch_message_unref (SbFetchMessage *self)
{
  g_atomic_rc_box_release_full (self, sb_fetch_message_clear);
}

void
sb_fetch_message_set_accept (SbFetchMessage *self,
                             const char *types)
{
  g_return_if_fail (self != NULL);

  g_free (self->accept);
  self->accept = g_strdup (types);
}

void
sb_fetch_message_set_body (SbFetchMessage *self,
                           const char *media_type,
                           GBytes *body)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (media_type != NULL && body != NULL);

  g_free (self->media_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->media_type = g_strdup (media_type);
  self->body = g_bytes_ref (body);
}

void
sb_fetch_message_add_secret (SbFetchMessage *self,
                             const char *header,
                             const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (header != NULL && value != NULL);

  g_ptr_array_add (self->secrets, g_strdup (header));
  g_ptr_array_add (self->secrets, g_strdup (value));
}

void
sb_fetch_message_set_public_only (SbFetchMessage *self)
{
  g_return_if_fail (self != NULL);

  self->is_public_only = TRUE;
}

void
_sb_fetch_message_apply (SbFetchMessage *self,
                         SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  if (self->accept != NULL)
    soup_message_headers_replace (headers, "Accept", self->accept);
  for (guint i = 0; i + 1 < self->secrets->len; i += 2)
    soup_message_headers_replace (headers, self->secrets->pdata[i], self->secrets->pdata[i + 1]);

  if (self->body != NULL)
    soup_message_set_request_body_from_bytes (message, self->media_type, self->body);
}

static gboolean
is_same_origin (GUri *a,
                GUri *b)
{
  return g_str_equal (g_uri_get_scheme (a), g_uri_get_scheme (b)) && g_uri_get_port (a) == g_uri_get_port (b) &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0;
}

gboolean
_sb_fetch_message_may_follow (SbFetchMessage *self,
                              GUri *from,
                              GUri *to,
                              guint status,
                              GError **error)
{
  if (self->body == NULL && self->secrets->len == 0)
    return TRUE;

  if (!is_same_origin (from, to))
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_UNSAFE_REDIRECT,
                           "A redirect to another server, which may not see what was sent");
      return FALSE;
    }

  /* The others would make a GET of it. */
  if (self->body != NULL && status != 307 && status != 308)
    {
      g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_REDIRECTS, "A redirect (HTTP %u) of what was posted", status);
      return FALSE;
    }

  return TRUE;
}
