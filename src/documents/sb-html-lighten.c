/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-lighten.h"

#include "sb-html-scanner.h"

#include <string.h>

/* TRUE when @needle, in lower case, is in the bytes from @p to @end. */
static gboolean
holds (const char *p,
       const char *end,
       const char *needle)
{
  gsize n = strlen (needle);

  for (; p + n <= end; p++)
    if (g_ascii_strncasecmp (p, needle, n) == 0)
      return TRUE;
  return FALSE;
}

/* A script that opens a comment may hold the end tag of a script: where it
 * ends only a parser knows. */
static gboolean
is_dispensable (const SbHtmlTag *tag)
{
  if (tag->is_end || tag->content == tag->end)
    return FALSE;
  if (g_str_equal (tag->name, "style"))
    return TRUE;
  return g_str_equal (tag->name, "script") && !holds (tag->start, tag->content, "json") &&
         g_strstr_len (tag->content, tag->end - tag->content, "<!--") == NULL;
}

gsize
_sb_html_lighten (char *html,
                  gsize length)
{
  const char *end = html + length;
  const char *from = html;
  const char *p = html;
  char *to = html;
  guint n_foreign = 0;
  SbHtmlTag tag;

  while (_sb_html_scan (p, end, n_foreign > 0 ? SB_HTML_CONTENT_FOREIGN : SB_HTML_CONTENT_HTML, &tag))
    {
      p = tag.end;
      if (g_str_equal (tag.name, "svg") || g_str_equal (tag.name, "math"))
        {
          if (!tag.is_end && !tag.is_closed)
            n_foreign++;
          else if (tag.is_end && n_foreign > 0)
            n_foreign--;
        }
      if (!is_dispensable (&tag))
        continue;
      memmove (to, from, (gsize) (tag.content - from));
      to += tag.content - from;
      from = tag.end;
    }
  memmove (to, from, (gsize) (end - from));
  to += end - from;
  *to = '\0';
  return (gsize) (to - html);
}
