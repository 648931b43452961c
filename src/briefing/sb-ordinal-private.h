/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The ending of an ordinal in French, which is raised: the "er" of "1er", the "re" of
 * "1re". */
#define SB_ORDINAL_LENGTH 2

/* The first of them in @text, which ends at @end (nullable: where its NUL is); NULL when
 * there is none. */
const char *_sb_ordinal_find (const char *text,
                              const char *end);

G_END_DECLS
