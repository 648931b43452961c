/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-plan.h"
#include "sb-search.h"

G_BEGIN_DECLS

/* The passage of @text in which the most of what was looked for is, on one
 * line, with an ellipsis where it goes on; the beginning when nothing is in it.
 * Sets the snippet and the marks of @result. */
void _sb_search_snippet_fill (SbSearchResult *result,
                              const GArray *terms,
                              const char *text);

G_END_DECLS
