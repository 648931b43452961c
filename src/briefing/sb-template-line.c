/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-template-line-private.h"

#include <string.h>

static gboolean
is_key (const char *line,
        const char *key)
{
  const char *rest = line + strlen (key);

  if (!g_str_has_prefix (line, key))
    return FALSE;
  while (*rest == ' ' || *rest == '\t')
    rest++;

  return *rest == '=';
}

/* The line of @key in @group, which is in brackets; that of the group without the
 * key; 0 without the group. Of a group that is there twice the last word counts, as
 * it does in the file. */
static guint
find_line (GBytes *bytes,
           const char *group,
           const char *key)
{
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *text = length > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), length) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean is_inside = FALSE;
  guint found_group = 0;
  guint found_key = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);

      if (line[0] == '[')
        {
          is_inside = g_str_has_prefix (line, group);
          found_group = is_inside ? i + 1 : found_group;
        }
      else if (is_inside && is_key (line, key))
        found_key = i + 1;
    }

  return found_key > 0 ? found_key : found_group;
}

void
_sb_template_add_line (GError *error,
                       GBytes *bytes)
{
  const char *end = strchr (error->message, ']');
  g_autofree char *group = NULL;
  g_autofree char *key = NULL;
  guint line;

  if (error->message[0] != '[' || end == NULL || end[1] != ' ')
    return;

  group = g_strndup (error->message, (gsize) (end + 1 - error->message));
  key = g_strndup (end + 2, strcspn (end + 2, ": "));
  line = find_line (bytes, group, key);
  if (line > 0)
    {
      g_autofree char *message = error->message;

      error->message = g_strdup_printf ("%u: %s", line, message);
    }
}
