/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"
#include "sb-illustration.h"

G_BEGIN_DECLS

/* The pictures of a document that was taken from HTML, by where they stand in @blocks,
 * its text as it is kept: read anew from @original, because a text is kept without them.
 * That may have been a page or what a feed brought, and read by an older version of this
 * program; pictures whose neighbours are not in the text are left out. @media_type and
 * @base: (nullable) what it is said to be, its address. (element-type SbIllustration);
 * never NULL, empty for what is no HTML. Takes its time: never on the main loop. */
GPtrArray *sb_illustrations_find (GBytes *original,
                                  const char *media_type,
                                  const char *base,
                                  GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
