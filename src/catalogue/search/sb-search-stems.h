/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbStems:
 *
 * The French and English stems (Snowball, by libstemmer) of folded words. Names
 * that a stemmer would take for a form of another word are left alone ("Mali" is
 * no form of "mal"), and so are words of less than four letters, words with
 * digits, words in other scripts and the commonest words of either language.
 * Belongs to one thread.
 */
typedef struct _SbStems SbStems;

SbStems *_sb_stems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_stems_free (SbStems *self);

/* The stem of @word, which is folded: the word itself when nothing is to be
 * taken off, NULL when it is left alone. Borrowed until the next call. */
const char *_sb_stems_get (SbStems *self,
                           SbLanguage language,
                           const char *word);

/* Whether a folded word is so common in one of the languages that nobody looks
 * for it alone: articles, prepositions, pronouns, auxiliaries. */
gboolean _sb_stems_is_stop_word (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbStems, _sb_stems_free)

G_END_DECLS
