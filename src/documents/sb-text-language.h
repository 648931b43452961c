/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language that the text is most likely in, by its script and its most
 * frequent small words: an ISO 639-1 code, or NULL when there is too little
 * text to tell. @blocks: (element-type SbBlock). */
char *_sb_guess_language (GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;

/* Says of the @blocks (element-type SbBlock) that are in another language than
 * @language, that of their document, in which one they are. Short ones and those
 * that leave a doubt are in that of the document. */
void _sb_mark_languages (GPtrArray *blocks,
                         const char *language);

/* Both at once, at the cost of one. */
char *_sb_find_languages (GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
