/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-html-tree.h"

#include "sb-extraction-private.h"

G_BEGIN_DECLS

/* Adds to @extraction the blocks, links and pictures of what stands in @node.
 * @omitted: (element-type GumboNode) (nullable) the nodes to leave out with
 * all that they hold. @base: (nullable) the address of the page. */
void _sb_html_append_blocks (SbExtraction *extraction,
                             const GumboNode *node,
                             GHashTable *omitted,
                             const char *base);

G_END_DECLS
