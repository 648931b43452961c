/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-rich-text.h"

G_BEGIN_DECLS

/* Plain text in columns of characters. */

/* What @text says in plain characters: marks of notes as "[3]", remarks in brackets,
 * without what only sets a page (soft hyphens, word joiners) and without control
 * characters. NULL is "". */
char *_sb_text_lines_dup_plain (const SbRichText *text) G_GNUC_WARN_UNUSED_RESULT;

/* Columns that @text takes on a terminal. */
guint _sb_text_lines_measure (const char *text);

/* Columns of its longest word, or of the longest part of one that is cut where it may
 * be. */
guint _sb_text_lines_measure_longest (const char *text,
                                      gboolean is_cut);

/* @text broken at its spaces into lines of @width columns (element-type utf8); no-break
 * spaces do not break. What is longer by itself stands alone, or is cut when
 * @is_hard, at a no-break space if there is one. At least one line. */
GPtrArray *_sb_text_lines_wrap (const char *text,
                                guint width,
                                gboolean is_hard) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
