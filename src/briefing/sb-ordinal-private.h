/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The endings of French ordinals are raised: 1er, 1re. They have so many bytes. */
#define SB_ORDINAL_ENDING 2

/* The ending of the first ordinal of @text that begins at @from (in @text) or behind it;
 * NULL when there is none. */
const char *_sb_ordinal_find_ending (const char *text,
                                     const char *from);

G_END_DECLS
