/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-outline-edit-private.h"

#include "sb-briefing.h"
#include "sb-template-private.h"

/* What a briefing changes of the keys of its blocks, and of those of all its template. */

char *
_sb_outline_change_line (const char *lines,
                         const char *key,
                         const char *value)
{
  g_autoptr (GKeyFile) file = _sb_outline_parse_lines (lines, NULL);
  g_auto (GStrv) keys = NULL;
  GString *changed;

  if (file == NULL)
    file = _sb_outline_parse_lines (NULL, NULL);
  if (value != NULL)
    g_key_file_set_string (file, _SB_OUTLINE_LINES_GROUP, key, value);
  else
    g_key_file_remove_key (file, _SB_OUTLINE_LINES_GROUP, key, NULL);

  keys = g_key_file_get_keys (file, _SB_OUTLINE_LINES_GROUP, NULL, NULL);
  changed = g_string_new (NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *written = g_key_file_get_value (file, _SB_OUTLINE_LINES_GROUP, keys[i], NULL);

      g_string_append_printf (changed, "%s%s=%s", i > 0 ? "\n" : "", keys[i], written);
    }

  return g_string_free (changed, changed->len == 0);
}

/* What the template says where the briefing says nothing; NULL is nothing. */
static char *
dup_base_value (const SbOutline *self,
                const char *group,
                const char *key)
{
  return g_key_file_get_string (self->base_file, group, key, NULL);
}

static gboolean
is_key (const char *key)
{
  return key != NULL && g_regex_match_simple ("^[A-Za-z]+(\\[[a-z]+\\])?$", key, 0, 0) &&
         !g_str_equal (key, "Kind") && !g_str_equal (key, "Blocks") && !g_str_equal (key, "Name");
}

SbRecord *
sb_outline_set_level (const SbOutline *self,
                      const char *name,
                      guint level)
{
  g_autofree char *value = g_strdup_printf ("%u", level);

  if (level < 1 || level > 3)
    return NULL;

  return sb_outline_set_key (self, name, "Level", value);
}

SbRecord *
sb_outline_set_key (const SbOutline *self,
                    const char *name,
                    const char *key,
                    const char *value)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  g_autofree char *base = NULL;
  gboolean is_default;
  SbOutlineEdit edit;

  if (entry == NULL || entry->is_lost || !is_key (key))
    return NULL;

  base = !entry->is_added ? dup_base_value (self, name, key) : NULL;
  /* There is nothing to take away. */
  if (value != NULL && value[0] == '\0' && base == NULL)
    value = NULL;
  /* A block without the key has its heading at the first level. */
  is_default = g_strcmp0 (value, base != NULL || !g_str_equal (key, "Level") ? base : "1") == 0;
  edit = _sb_outline_edit_begin (self);
  _sb_outline_edit_set_key (&edit, name, key, is_default ? NULL : value);

  return _sb_outline_edit_end (&edit);
}

SbRecord *
sb_outline_set_setting (const SbOutline *self,
                        const char *key,
                        const char *value)
{
  g_autofree char *base = NULL;
  g_autofree char *changed = NULL;
  SbOutlineEdit edit;

  if (!is_key (key))
    return NULL;

  base = dup_base_value (self, _SB_TEMPLATE_GROUP, key);
  changed = _sb_outline_change_line (sb_record_get_text (self->briefing, SB_BRIEFING_SETTINGS), key, g_strcmp0 (value, base) != 0 ? value : NULL);
  edit = _sb_outline_edit_begin (self);
  sb_record_builder_set_text (edit.builder, SB_BRIEFING_SETTINGS, changed);

  return _sb_outline_edit_end (&edit);
}

char *
sb_outline_dup_key_problem (const SbOutline *self,
                            const char *name,
                            const char *key,
                            const char *value)
{
  g_autoptr (SbRecord) edited = sb_outline_set_key (self, name, key, value);
  g_autoptr (SbOutline) outline = NULL;
  const SbOutlineEntry *entry;

  if (edited == NULL)
    return g_strdup_printf ("[%s] %s", name, key);

  outline = sb_outline_new (self->base, edited);
  entry = sb_outline_find (outline, name);
  if (entry == NULL)
    return g_strdup_printf ("[%s]", name);

  return g_strdup (entry->problem);
}
