/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-front-matter.h"

#include "sb-published-date.h"

#include <string.h>

/* More lines of metadata are text. */
#define MAX_LINES 200

/* What stands between quotation marks or brackets, or all of it. */
static char *
dup_value (const char *text)
{
  g_autofree char *value = g_strdup (text);
  gsize n;

  g_strstrip (value);
  n = strlen (value);
  if (n >= 2 && (*value == '"' || *value == '\'' || *value == '[') &&
      value[n - 1] == (*value == '[' ? ']' : *value))
    {
      value[n - 1] = '\0';
      return dup_value (value + 1);
    }
  return g_steal_pointer (&value);
}

/* "Awa Diarra", "Oumar Ba" of a list in one line become one byline. */
static char *
dup_names (const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *name = dup_value (names[i]);

      g_free (names[i]);
      names[i] = name;
    }
  return g_strjoinv (", ", names);
}

static void
take (char **field,
      char *value)
{
  g_autofree char *owned = value;

  if (*field == NULL && owned != NULL && *owned != '\0')
    *field = g_steal_pointer (&owned);
}

static void
read_member (SbExtraction *extraction,
             const char *key,
             const char *text)
{
  g_autofree char *value = dup_value (text);

  if (g_ascii_strcasecmp (key, "title") == 0)
    take (&extraction->title, g_steal_pointer (&value));
  else if (g_ascii_strcasecmp (key, "author") == 0 || g_ascii_strcasecmp (key, "authors") == 0 ||
           g_ascii_strcasecmp (key, "byline") == 0)
    take (&extraction->byline, dup_names (value));
  else if (g_ascii_strcasecmp (key, "date") == 0 || g_ascii_strcasecmp (key, "published") == 0)
    take (&extraction->date, _sb_find_date (value, SB_DATE_ORDER_DAY_FIRST));
  else if (g_ascii_strcasecmp (key, "lang") == 0 || g_ascii_strcasecmp (key, "language") == 0)
    take (&extraction->language, g_steal_pointer (&value));
  else if (g_ascii_strcasecmp (key, "description") == 0 || g_ascii_strcasecmp (key, "summary") == 0)
    take (&extraction->lead, g_steal_pointer (&value));
}

/* One line; @key is that of the list under way and is changed by a new one. */
static void
read_line (SbExtraction *extraction,
           char *line,
           char **key)
{
  char *colon = strchr (line, ':');

  if (g_str_has_prefix (g_strstrip (line), "- "))
    {
      if (*key != NULL)
        read_member (extraction, *key, line + 2);
      return;
    }
  if (colon == NULL || *line == '#')
    return;
  *colon = '\0';
  g_free (*key);
  *key = g_strdup (g_strstrip (line));
  read_member (extraction, *key, colon + 1);
}

const char *
_sb_front_matter_read (const char *text,
                       SbExtraction *extraction)
{
  const char *p = text + (g_str_has_prefix (text, "\357\273\277") ? 3 : 0);
  const char *end = NULL;
  g_autofree char *key = NULL;

  if (!g_str_has_prefix (p, "---\n") && !g_str_has_prefix (p, "---\r\n"))
    return text;
  p += strcspn (p, "\n") + 1;
  end = p;
  for (guint i = 0; !g_str_has_prefix (end, "---") && !g_str_has_prefix (end, "..."); i++)
    {
      end += strcspn (end, "\n");
      if (*end == '\0' || i == MAX_LINES)
        return text;
      end++;
    }
  while (p < end)
    {
      gsize n = strcspn (p, "\n");
      g_autofree char *line = g_strndup (p, n);

      read_line (extraction, line, &key);
      p += n + 1;
    }
  end += strcspn (end, "\n");
  return *end == '\0' ? end : end + 1;
}
