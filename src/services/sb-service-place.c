/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-private.h"

#include <gio/gio.h>
#include <string.h>

/* Rows of a page, for tests. */
#define PAGE_SIZE_VARIABLE "SB_SERVICES_PAGE_SIZE"

void
sb_service_place_free (SbServicePlace *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->address);
  g_free (self->feed_address);
  g_free (self);
}

/* A program that runs without being installed may have no settings; NULL then. */
static GSettings *
open_settings (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SB_APP_ID, TRUE) : NULL;

  return schema != NULL && g_settings_schema_has_key (schema, key) ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static char *
read_setting (const char *key)
{
  g_autoptr (GSettings) settings = open_settings (key);

  return settings != NULL ? g_settings_get_string (settings, key) : NULL;
}

static char *
make_key (const SbService *service,
          SbServiceAddress address)
{
  return g_strconcat (sb_service_get_name (service), address == SB_SERVICE_ADDRESS_RSS ? "-rss-address" : "-address", NULL);
}

/* "reliefweb-rss-address" is SB_RELIEFWEB_RSS_ADDRESS in the environment. */
static char *
find_address (const char *key,
              const char *fallback,
              gboolean *is_of_environment)
{
  g_autofree char *upper = g_ascii_strup (key, -1);
  g_autofree char *variable = g_strconcat ("SB_", g_strdelimit (upper, "-", '_'), NULL);
  const char *given = g_getenv (variable);
  g_autofree char *setting = NULL;
  char *address;

  *is_of_environment = given != NULL && *given != '\0';
  if (!*is_of_environment)
    {
      setting = read_setting (key);
      given = setting != NULL && *setting != '\0' ? setting : fallback;
    }

  address = g_strstrip (g_strdup (given));
  while (g_str_has_suffix (address, "/"))
    address[strlen (address) - 1] = '\0';
  return address;
}

/* What is secret goes over TLS, or nowhere. */
static gboolean
is_safe (const SbService *service,
         const char *address,
         gboolean is_of_environment)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' || g_uri_get_query (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL)
    return FALSE;
  if (g_str_equal (scheme, "https"))
    return TRUE;

  return g_str_equal (scheme, "http") && (is_of_environment || service->credential == SB_CREDENTIAL_NONE);
}

static gboolean
check_address (const SbService *service,
               const char *address,
               gboolean is_of_environment,
               GError **error)
{
  if (is_safe (service, address, is_of_environment))
    return TRUE;

  g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_ADDRESS, service->label);
  return FALSE;
}

SbServicePlace *
sb_service_place_new (const SbService *service,
                      GError **error)
{
  g_autoptr (SbServicePlace) self = NULL;
  g_autofree char *key = NULL;
  g_autofree char *feed_key = NULL;
  const char *page_size = g_getenv (PAGE_SIZE_VARIABLE);
  gboolean is_local;
  gboolean is_feed_local = FALSE;

  g_return_val_if_fail (service != NULL, NULL);

  self = g_new0 (SbServicePlace, 1);
  key = make_key (service, SB_SERVICE_ADDRESS_INTERFACE);
  self->address = find_address (key, service->address, &is_local);
  if (!check_address (service, self->address, is_local, error))
    return NULL;

  if (service->feed_address != NULL)
    {
      feed_key = make_key (service, SB_SERVICE_ADDRESS_RSS);
      self->feed_address = find_address (feed_key, service->feed_address, &is_feed_local);
      if (!check_address (service, self->feed_address, is_feed_local, error))
        return NULL;
    }

  self->may_be_local = is_local || is_feed_local;
  self->page_size = page_size != NULL ? (guint) g_ascii_strtoull (page_size, NULL, 10) : 0;
  return g_steal_pointer (&self);
}

const char *
sb_service_get_public_address (const SbService *self,
                               SbServiceAddress address)
{
  g_return_val_if_fail (self != NULL, NULL);

  return address == SB_SERVICE_ADDRESS_RSS ? self->feed_address : self->address;
}

char *
sb_service_dup_set_address (const SbService *self,
                            SbServiceAddress address)
{
  g_autofree char *key = NULL;
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  key = make_key (self, address);
  text = read_setting (key);
  return text != NULL ? text : g_strdup ("");
}

gboolean
sb_service_check_address (const SbService *self,
                          const char *text,
                          GError **error)
{
  g_autofree char *address = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  address = g_strstrip (g_strdup (text));
  return *address == '\0' || check_address (self, address, FALSE, error);
}

gboolean
sb_service_set_address (const SbService *self,
                        SbServiceAddress address,
                        const char *text,
                        GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *stripped = NULL;
  g_autoptr (GSettings) settings = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (!sb_service_check_address (self, text, error))
    return FALSE;

  key = make_key (self, address);
  stripped = g_strstrip (g_strdup (text));
  settings = open_settings (key);
  if (settings == NULL || !g_settings_set_string (settings, key, stripped))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "The setting %s cannot be written", key);
      return FALSE;
    }

  g_settings_sync ();
  return TRUE;
}
