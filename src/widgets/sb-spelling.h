/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbSpelling:
 *
 * Says which words of a text are in no dictionary of its language, by the dictionaries
 * that the system has. Names that are told to it are right in both languages. Used from
 * the main thread; the dictionaries are read and asked by a worker of its own.
 */
#define SB_TYPE_SPELLING (sb_spelling_get_type ())

G_DECLARE_FINAL_TYPE (SbSpelling, sb_spelling, SB, SPELLING, GObject)

/* A word, in characters of the text. */
typedef struct
{
  guint start;
  guint end;
} SbMisspelling;

/* Property "version" (uint): which words are right has changed so many times. */
SbSpelling *sb_spelling_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The words of @names, which are not told again, count as right. NULL-terminated. */
void sb_spelling_add_names (SbSpelling *self,
                            const char *const *names);
/* @word counts as right from now on; with the dictionary of the user it is remembered. */
void sb_spelling_learn (SbSpelling *self,
                        SbLanguage language,
                        const char *word);

/* The words of @text, Markdown, that are wrong (element-type SbMisspelling), in their
 * order; none where there is no dictionary. What is no prose is passed over: addresses,
 * citations, words with digits or in capitals. */
void sb_spelling_check_async (SbSpelling *self,
                              SbLanguage language,
                              const char *text,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GArray *sb_spelling_check_finish (SbSpelling *self,
                                  GAsyncResult *result,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What may have been meant, the likeliest first; NULL-terminated, and empty when nothing
 * is like it. */
void sb_spelling_suggest_async (SbSpelling *self,
                                SbLanguage language,
                                const char *word,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char **sb_spelling_suggest_finish (SbSpelling *self,
                                   GAsyncResult *result,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
