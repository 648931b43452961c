/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-element.h"

#include <string.h>

/* Sorted by name. */
static const SbHtmlElement elements[] = {
  { "a", GUMBO_TAG_A, SB_HTML_CLASS_LINK },
  { "abbr", GUMBO_TAG_ABBR, SB_HTML_CLASS_INLINE },
  { "acronym", GUMBO_TAG_ACRONYM, SB_HTML_CLASS_INLINE },
  { "article", GUMBO_TAG_ARTICLE, SB_HTML_CLASS_BLOCK },
  { "aside", GUMBO_TAG_ASIDE, SB_HTML_CLASS_BLOCK },
  { "b", GUMBO_TAG_B, SB_HTML_CLASS_INLINE },
  { "big", GUMBO_TAG_BIG, SB_HTML_CLASS_INLINE },
  { "blockquote", GUMBO_TAG_BLOCKQUOTE, SB_HTML_CLASS_BLOCK },
  { "br", GUMBO_TAG_BR, SB_HTML_CLASS_VOID },
  { "center", GUMBO_TAG_CENTER, SB_HTML_CLASS_BLOCK },
  { "cite", GUMBO_TAG_CITE, SB_HTML_CLASS_INLINE },
  { "code", GUMBO_TAG_CODE, SB_HTML_CLASS_INLINE },
  { "del", GUMBO_TAG_DEL, SB_HTML_CLASS_INLINE },
  { "dfn", GUMBO_TAG_DFN, SB_HTML_CLASS_INLINE },
  { "div", GUMBO_TAG_DIV, SB_HTML_CLASS_BLOCK },
  { "em", GUMBO_TAG_EM, SB_HTML_CLASS_INLINE },
  { "figcaption", GUMBO_TAG_FIGCAPTION, SB_HTML_CLASS_BLOCK },
  { "figure", GUMBO_TAG_FIGURE, SB_HTML_CLASS_BLOCK },
  { "font", GUMBO_TAG_FONT, SB_HTML_CLASS_INLINE },
  { "footer", GUMBO_TAG_FOOTER, SB_HTML_CLASS_BLOCK },
  { "h1", GUMBO_TAG_H1, SB_HTML_CLASS_HEADING },
  { "h2", GUMBO_TAG_H2, SB_HTML_CLASS_HEADING },
  { "h3", GUMBO_TAG_H3, SB_HTML_CLASS_HEADING },
  { "h4", GUMBO_TAG_H4, SB_HTML_CLASS_HEADING },
  { "h5", GUMBO_TAG_H5, SB_HTML_CLASS_HEADING },
  { "h6", GUMBO_TAG_H6, SB_HTML_CLASS_HEADING },
  { "header", GUMBO_TAG_HEADER, SB_HTML_CLASS_BLOCK },
  { "hr", GUMBO_TAG_HR, SB_HTML_CLASS_RULE },
  { "i", GUMBO_TAG_I, SB_HTML_CLASS_INLINE },
  { "img", GUMBO_TAG_IMG, SB_HTML_CLASS_VOID },
  { "ins", GUMBO_TAG_INS, SB_HTML_CLASS_INLINE },
  { "kbd", GUMBO_TAG_KBD, SB_HTML_CLASS_INLINE },
  { "li", GUMBO_TAG_LI, SB_HTML_CLASS_ITEM },
  { "main", GUMBO_TAG_MAIN, SB_HTML_CLASS_BLOCK },
  { "mark", GUMBO_TAG_MARK, SB_HTML_CLASS_INLINE },
  { "nav", GUMBO_TAG_NAV, SB_HTML_CLASS_BLOCK },
  { "ol", GUMBO_TAG_OL, SB_HTML_CLASS_LIST },
  { "p", GUMBO_TAG_P, SB_HTML_CLASS_PARAGRAPH },
  { "pre", GUMBO_TAG_PRE, SB_HTML_CLASS_BLOCK },
  { "q", GUMBO_TAG_Q, SB_HTML_CLASS_INLINE },
  { "s", GUMBO_TAG_S, SB_HTML_CLASS_INLINE },
  { "samp", GUMBO_TAG_SAMP, SB_HTML_CLASS_INLINE },
  { "section", GUMBO_TAG_SECTION, SB_HTML_CLASS_BLOCK },
  { "small", GUMBO_TAG_SMALL, SB_HTML_CLASS_INLINE },
  { "span", GUMBO_TAG_SPAN, SB_HTML_CLASS_INLINE },
  { "strike", GUMBO_TAG_STRIKE, SB_HTML_CLASS_INLINE },
  { "strong", GUMBO_TAG_STRONG, SB_HTML_CLASS_INLINE },
  { "sub", GUMBO_TAG_SUB, SB_HTML_CLASS_INLINE },
  { "sup", GUMBO_TAG_SUP, SB_HTML_CLASS_INLINE },
  { "time", GUMBO_TAG_TIME, SB_HTML_CLASS_INLINE },
  { "tt", GUMBO_TAG_TT, SB_HTML_CLASS_INLINE },
  { "u", GUMBO_TAG_U, SB_HTML_CLASS_INLINE },
  { "ul", GUMBO_TAG_UL, SB_HTML_CLASS_LIST },
  { "var", GUMBO_TAG_VAR, SB_HTML_CLASS_INLINE },
  { "wbr", GUMBO_TAG_WBR, SB_HTML_CLASS_VOID },
};

const SbHtmlElement *
_sb_html_find_element (const char *name)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (elements);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (name, elements[middle].name);

      if (order == 0)
        return &elements[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}
