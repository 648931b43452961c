/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-scanner.h"

#include <string.h>

/* Elements whose content is not markup. */
static const char *const raw_elements[] = {
  "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"
};

/* The end of a comment or declaration that starts at @p, a "<". */
static const char *
skip_declaration (const char *p,
                  const char *end)
{
  gboolean is_comment = end - p >= 4 && memcmp (p, "<!--", 4) == 0;
  const char *close = p + 2;

  /* "<!-->" is a whole comment, and "--!>" ends one too. */
  while ((close = memchr (close, '>', (gsize) (end - close))) != NULL)
    {
      close++;
      if (!is_comment || memcmp (close - 3, "--", 2) == 0 || memcmp (close - 4, "--!", 3) == 0)
        return close;
    }
  return end;
}

/* The last byte of the value that follows an equals sign at @p. */
static const char *
scan_value (const char *p,
            const char *end)
{
  for (p++; p < end && g_ascii_isspace (*p);)
    p++;
  if (p < end && (*p == '"' || *p == '\''))
    {
      const char *close = memchr (p + 1, *p, (gsize) (end - p - 1));

      return close == NULL ? end - 1 : close;
    }
  while (p < end && !g_ascii_isspace (*p) && *p != '>')
    p++;
  return p - 1;
}

/* Counts attributes up to the end of the tag; a ">" in quotes is not it, but
 * quotes mean something only after a name and an equals sign. */
static const char *
scan_attributes (const char *p,
                 const char *end,
                 SbHtmlTag *tag)
{
  gboolean in_name = FALSE;
  gboolean has_name = FALSE;

  for (; p < end && *p != '>'; p++)
    {
      if (*p == '=' && has_name)
        {
          p = scan_value (p, end);
          in_name = has_name = FALSE;
        }
      else if (g_ascii_isspace (*p))
        in_name = FALSE;
      else if (*p == '/')
        in_name = has_name = FALSE;
      else if (!in_name)
        {
          in_name = has_name = TRUE;
          tag->n_attributes++;
        }
    }
  tag->is_closed = p < end && p[-1] == '/';
  return p < end ? p + 1 : end;
}

/* A tag that starts at @p; FALSE when that is only a "<". */
static gboolean
scan_tag (const char *p,
          const char *end,
          SbHtmlTag *tag)
{
  gsize n = 0;

  tag->start = p++;
  tag->n_attributes = 0;
  tag->is_end = p < end && *p == '/';
  if (tag->is_end)
    p++;
  if (p >= end || !g_ascii_isalpha (*p))
    return FALSE;
  for (; p < end && !g_ascii_isspace (*p) && *p != '>' && *p != '/'; p++)
    if (n + 1 < sizeof tag->name)
      tag->name[n++] = g_ascii_tolower (*p);
  tag->name[n] = '\0';
  tag->end = tag->content = scan_attributes (p, end, tag);
  return TRUE;
}

/* Takes the content of a raw element, up to its end tag, into the tag. */
static void
swallow_raw_content (const char *end,
                     SbHtmlTag *tag)
{
  gsize n = strlen (tag->name);
  gboolean is_raw = FALSE;
  const char *p = tag->end;

  for (guint i = 0; i < G_N_ELEMENTS (raw_elements) && !tag->is_end; i++)
    is_raw |= g_str_equal (raw_elements[i], tag->name);
  if (!is_raw)
    return;
  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      if ((gsize) (end - p) > n + 2 && p[1] == '/' && g_ascii_strncasecmp (p + 2, tag->name, n) == 0)
        break;
      p++;
    }
  tag->end = p == NULL ? end : p;
}

gboolean
_sb_html_scan (const char *p,
               const char *end,
               SbHtmlContent content,
               SbHtmlTag *tag)
{
  while (p < end && (p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      if (p + 1 < end && (p[1] == '!' || p[1] == '?'))
        p = skip_declaration (p, end);
      else if (scan_tag (p, end, tag))
        {
          if (content == SB_HTML_CONTENT_HTML)
            swallow_raw_content (end, tag);
          return TRUE;
        }
      else
        p++;
    }
  return FALSE;
}
