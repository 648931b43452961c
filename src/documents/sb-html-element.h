/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gumbo.h>

#include <glib.h>

G_BEGIN_DECLS

/* What the rules of "in body" (HTML, 13.2.6.4.7) make of elements: what starting one
 * ends, and what ending one ends. */
typedef enum
{
  SB_HTML_CLASS_BLOCK, /* starting it ends a paragraph */
  SB_HTML_CLASS_LIST, /* the same, and its children are items */
  SB_HTML_CLASS_HEADING, /* the same; none stands in another one */
  SB_HTML_CLASS_PARAGRAPH, /* the same */
  SB_HTML_CLASS_ITEM, /* starting it ends an item before it */
  SB_HTML_CLASS_INLINE, /* starting it ends nothing */
  SB_HTML_CLASS_LINK, /* the same; none stands in another one */
  SB_HTML_CLASS_VOID, /* has no end */
  SB_HTML_CLASS_RULE, /* the same, and ends a paragraph */
} SbHtmlClass;

/* Room for the longest name and the NUL behind it. */
#define SB_HTML_ELEMENT_MAX 12

typedef struct
{
  char name[SB_HTML_ELEMENT_MAX];
  GumboTag tag;
  SbHtmlClass class;
} SbHtmlElement;

/* One of the elements that articles are made of, by its name in lower case; NULL for
 * all others, those among them whose content has rules of its own. Any thread. */
const SbHtmlElement *_sb_html_find_element (const char *name);

G_END_DECLS
