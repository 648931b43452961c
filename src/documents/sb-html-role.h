/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-html-tree.h"

G_BEGIN_DECLS

/* What an element seems to be for, by its tag and by the words in its class,
 * id and role. */
typedef enum
{
  SB_HTML_ROLE_NEUTRAL,
  SB_HTML_ROLE_ARTICLE, /* holds the text */
  SB_HTML_ROLE_ASIDE, /* may hold text of its own, beside the article */
  SB_HTML_ROLE_NOISE, /* sharing, navigation, advertisements */
  SB_HTML_ROLE_COMMENTS,
} SbHtmlRole;

SbHtmlRole _sb_html_guess_role (const GumboNode *node);

/* TRUE when one of the words of the element's class, id or itemprop is one of
 * @words, a NULL-terminated list. "postMeta_date" has the words post, meta and
 * date. */
gboolean _sb_html_is_called (const GumboNode *node,
                             const char *const *words);

G_END_DECLS
