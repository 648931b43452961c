/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-private.h"

#include <string.h>

void
sb_service_request_free (SbServiceRequest *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->url);
  g_clear_pointer (&self->message, sb_fetch_message_unref);
  g_free (self);
}

static SbServiceRequest *
make_request (SbServicePlace *place,
              const char *address,
              va_list parameters)
{
  SbServiceRequest *self = g_new0 (SbServiceRequest, 1);
  g_autoptr (GString) url = g_string_new (address);
  const char *name;

  while ((name = va_arg (parameters, const char *)) != NULL)
    {
      const char *value = va_arg (parameters, const char *);
      g_autofree char *escaped = value != NULL ? g_uri_escape_string (value, NULL, TRUE) : NULL;

      if (escaped != NULL)
        g_string_append_printf (url, "%c%s=%s", strchr (url->str, '?') != NULL ? '&' : '?', name, escaped);
    }

  self->url = g_string_free (g_steal_pointer (&url), FALSE);
  self->message = sb_fetch_message_new ();
  sb_fetch_message_set_accept (self->message, "application/json");
  if (!place->may_be_local)
    sb_fetch_message_set_public_only (self->message);
  return self;
}

SbServiceRequest *
_sb_service_make_request (SbServicePlace *place,
                          const char *path,
                          ...)
{
  g_autofree char *address = g_strconcat (place->address, path, NULL);
  SbServiceRequest *self;
  va_list parameters;

  va_start (parameters, path);
  self = make_request (place, address, parameters);
  va_end (parameters);
  return self;
}

SbServiceRequest *
_sb_service_make_request_to (SbServicePlace *place,
                             const char *address,
                             ...)
{
  SbServiceRequest *self;
  va_list parameters;

  va_start (parameters, address);
  self = make_request (place, address, parameters);
  va_end (parameters);
  return self;
}

void
_sb_service_request_post (SbServiceRequest *self,
                          const char *media_type,
                          char *text)
{
  g_autoptr (GBytes) body = g_bytes_new_take (text, strlen (text));

  sb_fetch_message_set_body (self->message, media_type, body);
}
