/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-html-tree.h"

G_BEGIN_DECLS

/* The heading on the page at @root that says what @title says, or NULL. */
const GumboNode *_sb_html_find_headline (const GumboNode *root,
                                         const char *title);

/* Adds to @omitted what stands in @article before @headline, unless that is a
 * large part of the text. @scores are those of _sb_html_score(). */
void _sb_html_omit_before (const GumboNode *article,
                           const GumboNode *headline,
                           GHashTable *scores,
                           GHashTable *omitted);

/* The sentences that stand between @headline and the node at @end (NULL: the
 * end of the page): (element-type GumboNode), empty when there are none, or so
 * many that they are no lead. */
GPtrArray *_sb_html_list_lead (const GumboNode *headline,
                               const GumboNode *end,
                               GHashTable *scores) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
