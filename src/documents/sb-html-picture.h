/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gumbo.h>

#include <glib.h>

G_BEGIN_DECLS

/* The address of the picture that an "img" shows, as a browser would come to it: pages
 * load their pictures late, and offer several sizes of them. NULL for what is no picture
 * to look at: a dot that counts readers, an icon, a drawing (SVG), data. @base: (nullable)
 * the address of the page. */
char *_sb_html_dup_picture_address (const GumboNode *node,
                                    const char *base) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
