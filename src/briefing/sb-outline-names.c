/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-outline-private.h"

#include "sb-briefing.h"
#include "sb-template-private.h"

#include <string.h>

/* Names of blocks, lines of keys, and what a briefing says of a block. */

gboolean
_sb_outline_is_name (const char *name)
{
  gsize length = name != NULL ? strlen (name) : 0;

  return length > 0 && length <= _SB_OUTLINE_MAX_NAME && !g_str_equal (name, _SB_TEMPLATE_GROUP) &&
         strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == length;
}

static gboolean
has_name (GPtrArray *names,
          const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

GPtrArray *
_sb_outline_split_names (const char *names)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (names, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = g_strstrip (parts[i]);

      if (_sb_outline_is_name (name) && !has_name (list, name))
        g_ptr_array_add (list, g_strdup (name));
    }

  return list;
}

GPtrArray *
_sb_outline_list_names (GKeyFile *file,
                        const char *group)
{
  g_autofree char *names = g_key_file_get_value (file, group, "Blocks", NULL);

  return names != NULL ? _sb_outline_split_names (names) : NULL;
}

GKeyFile *
_sb_outline_parse_lines (const char *lines,
                         GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = g_strdup_printf ("[" _SB_OUTLINE_LINES_GROUP "]\n%s\n", lines != NULL ? lines : "");
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;

  groups = g_key_file_get_groups (file, NULL);
  if (g_strv_length (groups) > 1)
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE, "[%s]", groups[1]);
      return NULL;
    }

  return g_steal_pointer (&file);
}

SbRecord *
_sb_outline_find_section (SbRecord *briefing,
                          const char *name)
{
  for (guint i = 0; i < sb_record_get_n_items (briefing, SB_BRIEFING_SECTIONS); i++)
    {
      SbRecord *section = sb_record_get_item (briefing, SB_BRIEFING_SECTIONS, i);

      if (g_strcmp0 (sb_record_get_text (section, SB_BRIEFING_SECTION_BLOCK), name) == 0)
        return section;
    }

  return NULL;
}
