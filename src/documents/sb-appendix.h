/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes off what is printed under an article, out of @blocks (element-type
 * SbBlock): other articles, who the author is, how to subscribe or comment,
 * and what a reader who has not paid is told in place of the rest. Of such
 * parts between paragraphs, the heading and its links go. @byline: (nullable). */
void _sb_drop_appendix (GPtrArray *blocks,
                        const char *byline);

G_END_DECLS
