/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-html-tree.h"

G_BEGIN_DECLS

/* Finds what stands within the article at @root and does not belong to it, and
 * adds it to @omitted (element-type GumboNode): what is hidden, navigation,
 * forms, cards that lead to other pages. @scores are those of
 * _sb_html_score(); @base (nullable) is where the page came from. */
void _sb_html_prune (const GumboNode *root,
                     GHashTable *scores,
                     const char *base,
                     GHashTable *omitted);

G_END_DECLS
