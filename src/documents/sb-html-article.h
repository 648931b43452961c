/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-html-tree.h"

G_BEGIN_DECLS

/* Where the article is on a page. */
typedef struct
{
  const GumboNode *root; /* holds it */
  GPtrArray *lead; /* (owned) (element-type GumboNode) sentences of it that stand before that */
  GHashTable *omitted; /* (owned) (element-type GumboNode) what in it does not belong to it */
} SbHtmlArticle;

/* Finds the article on the page at @root: the element in which the most prose
 * stands together with the fewest links and scraps. On a page without prose
 * it is all of the page. @title (nullable) is what the page is called, @base
 * (nullable) where it came from. */
SbHtmlArticle *_sb_html_article_find (const GumboNode *root,
                                      const char *title,
                                      const char *base) G_GNUC_WARN_UNUSED_RESULT;
void _sb_html_article_free (SbHtmlArticle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbHtmlArticle, _sb_html_article_free)

G_END_DECLS
