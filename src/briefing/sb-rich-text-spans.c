/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-rich-text-spans-private.h"

#include <string.h>

/* The first place behind @at where a run starts or ends. */
static guint
find_border (const SbRun *runs,
             guint n_runs,
             guint at,
             guint length)
{
  guint border = length;

  for (guint i = 0; i < n_runs; i++)
    {
      if (runs[i].start > at)
        border = MIN (border, runs[i].start);
      if (runs[i].end > at)
        border = MIN (border, runs[i].end);
    }

  return border;
}

static void
add_run (SbSpan *span,
         const SbRun *run)
{
  switch (run->kind)
    {
    case SB_RUN_BOLD:
      span->is_bold = TRUE;
      break;
    case SB_RUN_ITALIC:
      span->is_italic = TRUE;
      break;
    case SB_RUN_NOTE:
      span->note = run->value;
      break;
    case SB_RUN_LABEL:
    default:
      span->is_label = TRUE;
      break;
    }
}

GArray *
_sb_rich_text_list_spans (const SbRichText *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
  const SbRun *runs;
  guint length, n_runs;

  if (text == NULL)
    return spans;

  runs = sb_rich_text_get_runs (text, &n_runs);
  length = (guint) strlen (sb_rich_text_get_text (text));
  for (guint at = 0; at < length;)
    {
      SbSpan span = { .start = at, .end = find_border (runs, n_runs, at, length) };

      for (guint i = 0; i < n_runs; i++)
        if (runs[i].start <= span.start && runs[i].end >= span.end)
          add_run (&span, &runs[i]);
      g_array_append_val (spans, span);
      at = span.end;
    }

  return spans;
}
