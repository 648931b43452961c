/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-sql.h"

const char *
sb_sql_get (GResource *resource,
            const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (resource != NULL, NULL);

  bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    {
      g_critical ("%s", error->message);
      return NULL;
    }

  /* Plain files in a resource end with a zero that is not counted. */
  return g_bytes_get_data (bytes, NULL);
}
