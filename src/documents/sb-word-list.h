/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbWordList:
 *
 * The words of one document, by which a hyphen at the end of a line is judged.
 */
typedef struct _SbWordList SbWordList;

SbWordList *_sb_word_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_word_list_free (SbWordList *self);
/* Takes in the words of one line; the last one is left out when it is broken. */
void _sb_word_list_add (SbWordList *self,
                        const char *line);

/* Appends @next to @text, which ends with a line: with a space between them
 * or, when a word was broken there, without it, and the hyphen goes where the
 * word has none of its own ("infor-mation", but "peut-être"). */
void _sb_word_list_join (const SbWordList *self,
                         GString *text,
                         const char *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbWordList, _sb_word_list_free)

G_END_DECLS
