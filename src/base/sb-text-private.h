/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The folding of sb_fold() character by character, for who has to know where in
 * the text a folded word stands. */

/* Up to here (the Latin of Europe), folding is looked up. */
#define SB_FOLD_TABLE_SIZE 0x180

/* What each of the first characters of Unicode becomes: nothing, letters, or a
 * space where it ends a word. */
const char (*_sb_fold_get_table (void))[4];

/* Appends what any character becomes; a space only where @out does not end
 * with one. */
void _sb_fold_append (GString *out,
                      gunichar c);

G_END_DECLS
