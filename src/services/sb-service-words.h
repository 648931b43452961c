/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbServiceWords:
 *
 * A few named words as one line of text, "countries=ML,NE&from=2025-01-01": what a
 * service is asked for, how far it was read, who it is that asks. The names stand in
 * the order of the alphabet, so that the same words are the same text. Owned by one.
 */
typedef struct _SbServiceWords SbServiceWords;

/* @text (nullable) may come from anywhere: what is no pair is passed over. */
SbServiceWords *sb_service_words_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void sb_service_words_free (SbServiceWords *self);

/* NULL where there is no such word. */
const char *sb_service_words_get (const SbServiceWords *self,
                                  const char *name);
gint64 sb_service_words_get_integer (const SbServiceWords *self,
                                     const char *name,
                                     gint64 fallback);
/* NULL or "" takes the word away. */
void sb_service_words_set (SbServiceWords *self,
                           const char *name,
                           const char *value);
void sb_service_words_set_integer (SbServiceWords *self,
                                   const char *name,
                                   gint64 value);
void sb_service_words_clear (SbServiceWords *self);

/* The items of a list with commas, without white space or empty ones. */
char **sb_service_words_split (const SbServiceWords *self,
                               const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The names, sorted; free the array alone. */
const char **sb_service_words_list_names (const SbServiceWords *self) G_GNUC_WARN_UNUSED_RESULT;

/* The line; "" when there are no words. */
char *sb_service_words_to_text (const SbServiceWords *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbServiceWords, sb_service_words_free)

G_END_DECLS
