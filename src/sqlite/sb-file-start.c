/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-file-start.h"

#include <sqlite3.h>

#include "sb-sqlite-library-private.h"

/* @path as the disk of SQLite takes it: absolute, with the parameters of an
 * address after it, of which there are none. NULL when it is too long. */
static const char *
make_name (sqlite3_vfs *vfs,
           const char *path)
{
  g_autofree char *full = g_malloc0 ((gsize) vfs->mxPathname + 1);

  if (vfs->xFullPathname (vfs, path, vfs->mxPathname + 1, full) != SQLITE_OK && full[0] == '\0')
    return NULL;

  return sqlite3_create_filename (full, "", "", 0, NULL);
}

gboolean
sb_file_start_read (const char *path,
                    guint8 *bytes,
                    gsize length)
{
  sqlite3_vfs *vfs;
  g_autofree sqlite3_file *file = NULL;
  const char *name;
  gboolean success = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  _sb_sqlite_set_up ();
  vfs = sqlite3_vfs_find (NULL);
  name = make_name (vfs, path);
  if (name == NULL)
    return FALSE;

  /* Where there are locks on the file, SQLite puts off closing it until they
   * are gone. */
  file = g_malloc0 ((gsize) vfs->szOsFile);
  if (vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL) == SQLITE_OK)
    success = file->pMethods->xRead (file, bytes, (int) length, 0) == SQLITE_OK;
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);

  sqlite3_free_filename ((char *) name);
  return success;
}
