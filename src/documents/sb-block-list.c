/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-block-list.h"

#include <string.h>

void
_sb_remove_marked (GPtrArray *blocks,
                   const gboolean *marks)
{
  gsize n;
  g_autofree gpointer *all = g_ptr_array_steal (blocks, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (marks[i])
        sb_block_unref (all[i]);
      else
        g_ptr_array_add (blocks, all[i]);
    }
}

guint
_sb_count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; n++)
    {
      p += strspn (p, " \n\t");
      if (*p == '\0')
        break;
      p += strcspn (p, " \n\t");
    }
  return n;
}
