/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-inline-marks.h"

#include "sb-link.h"

#include <string.h>

/* A run or a link ends within so many bytes, or is none: text is gone through from
 * each mark on. */
#define MAX_RUN 4000
/* A text with more marks that are none is not marked up. */
#define MAX_FALSE_MARKS 1000

/* The first @mark from @p on, before @limit; NULL when there is none. */
static const char *
find_mark (const char *p,
           const char *limit,
           const char *mark)
{
  return p < limit ? memmem (p, (gsize) (limit - p), mark, strlen (mark)) : NULL;
}

/* Where the run that starts with @mark at @p ends, or NULL when it is no run:
 * text touches both marks. */
static const char *
find_run_end (const char *p,
              const char *mark)
{
  gsize n = strlen (mark);
  const char *limit = p + strnlen (p, MAX_RUN);
  const char *end;

  if (!g_str_has_prefix (p, mark) || p[n] == '\0' || g_ascii_isspace (p[n]) || p[n] == '*')
    return NULL;
  end = find_mark (p + n, limit, mark);
  while (end != NULL && (g_ascii_isspace (end[-1]) || (n == 1 && end[1] == '*')))
    end = find_mark (end + n + (end[1] == '*' ? 1 : 0), limit, mark);
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
  const char *limit = p + strnlen (p, MAX_RUN);
  const char *words_end = find_mark (p, limit, "](");
  const char *end = words_end == NULL ? NULL : find_mark (words_end, limit, ")");
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
  guint n_false = 0;

  while (*p != '\0')
    {
      gsize n = n_false < MAX_FALSE_MARKS ? strcspn (p, "*[") : strlen (p);
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
          n_false++;
        }
      p = after;
    }
}
