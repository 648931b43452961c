/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One tag as a scanner sees it that knows no nesting. */
typedef struct
{
  const char *start; /* its "<" */
  const char *end; /* after its ">", or after its raw content */
  const char *content; /* after its ">" */
  char name[16]; /* lower case, cut when longer */
  guint n_attributes;
  gboolean is_end; /* "</…" */
  gboolean is_closed; /* "…/>" */
} SbHtmlTag;

/* Within SVG and MathML, "style" and its like hold markup. */
typedef enum
{
  SB_HTML_CONTENT_HTML,
  SB_HTML_CONTENT_FOREIGN,
} SbHtmlContent;

/* The next tag from @p on, comments and declarations passed over; the tag of
 * an element that holds raw text, such as script, reaches up to its end tag.
 * FALSE when there is no more. */
gboolean _sb_html_scan (const char *p,
                        const char *end,
                        SbHtmlContent content,
                        SbHtmlTag *tag);

G_END_DECLS
