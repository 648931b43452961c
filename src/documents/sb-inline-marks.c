/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-inline-marks.h"

#include "sb-link.h"

#include <string.h>

/* Where the run that starts with @mark at @p ends, or NULL when it is no run:
 * text touches both marks. */
static const char *
find_run_end (const char *p,
              const char *mark)
{
  gsize n = strlen (mark);
  const char *end;

  if (!g_str_has_prefix (p, mark) || p[n] == '\0' || g_ascii_isspace (p[n]) || p[n] == '*')
    return NULL;
  end = strstr (p + n, mark);
  while (end != NULL && (g_ascii_isspace (end[-1]) || (n == 1 && end[1] == '*')))
    end = strstr (end + n + (end[1] == '*' ? 1 : 0), mark);
  return end;
}

/* Appends a run of marked text; returns what comes after it, or NULL. */
static const char *
append_run (SbBlockBuilder *builder,
            const char *p,
            const char *mark,
            SbSpanKind kind)
{
  const char *end = find_run_end (p, mark);
  gsize n = strlen (mark);
  g_autofree char *inner = NULL;

  if (end == NULL)
    return NULL;
  inner = g_strndup (p + n, (gsize) (end - p) - n);
  _sb_block_builder_open_span (builder, kind, NULL);
  _sb_append_marked (builder, inner);
  _sb_block_builder_close_span (builder);
  return end + n;
}

static const char *
append_link (SbBlockBuilder *builder,
             const char *p)
{
  const char *words_end = strstr (p, "](");
  const char *end = words_end == NULL ? NULL : strchr (words_end, ')');
  g_autofree char *href = NULL;
  g_autofree char *address = NULL;

  if (end == NULL || memchr (p + 1, '[', (gsize) (words_end - p - 1)) != NULL)
    return NULL;
  href = g_strndup (words_end + 2, (gsize) (end - words_end) - 2);
  if (!(address = _sb_link_resolve (NULL, href)))
    return NULL;
  _sb_block_builder_open_span (builder, SB_SPAN_LINK, address);
  _sb_block_builder_append (builder, p + 1, words_end - p - 1);
  _sb_block_builder_close_span (builder);
  return end + 1;
}

void
_sb_append_marked (SbBlockBuilder *builder,
                   const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      gsize n = strcspn (p, "*[");
      const char *after = NULL;

      _sb_block_builder_append (builder, p, (gssize) n);
      p += n;
      if (*p == '\0')
        return;
      if (*p == '[')
        after = append_link (builder, p);
      else if (!(after = append_run (builder, p, "**", SB_SPAN_STRONG)))
        after = append_run (builder, p, "*", SB_SPAN_EMPHASIS);
      if (after == NULL)
        {
          gsize n_marks = MAX (strspn (p, "*"), 1);

          _sb_block_builder_append (builder, p, (gssize) n_marks);
          after = p + n_marks;
        }
      p = after;
    }
}
