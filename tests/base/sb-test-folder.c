/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-folder.h"

#include <glib/gstdio.h>

char *
sb_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sb-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* Where a link leads is none of ours. */
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        empty_folder (path);
      g_remove (path);
    }
}

void
sb_test_remove_folder (char *folder)
{
  empty_folder (folder);
  g_rmdir (folder);
  g_free (folder);
}
