/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-import-spec-folder.h"

#include <errno.h>
#include <glib/gstdio.h>

static char *
make_path (const char *folder,
           const char *key)
{
  g_autofree char *name = g_strconcat (key, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

SbImportSpec *
sb_import_spec_folder_find (const char *folder,
                            const char *key)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize size;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (folder != NULL && key != NULL, NULL);

  path = make_path (folder, key);
  if (!g_file_get_contents (path, &text, &size, NULL))
    return NULL;

  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  return sb_import_spec_new (bytes, NULL);
}

gboolean
sb_import_spec_folder_keep (const char *folder,
                            const char *key,
                            const SbImportSpec *spec,
                            GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (folder != NULL && key != NULL && spec != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int number = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (number), "%s: %s", folder, g_strerror (number));
      return FALSE;
    }

  path = make_path (folder, key);
  json = sb_import_spec_to_json (spec);
  return g_file_set_contents (path, json, -1, error);
}
