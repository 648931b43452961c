/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbHyphenator:
 *
 * Where the words of a language may be broken at the end of a line, by the
 * patterns of the hyphen-fr and hyphen-en-gb packages. Without them it finds
 * nothing. Reading only: any thread, several at a time.
 */
typedef struct _SbHyphenator SbHyphenator;

SbHyphenator *sb_hyphenator_new (SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void sb_hyphenator_free (SbHyphenator *self);

gboolean sb_hyphenator_has_patterns (const SbHyphenator *self);

/* The places in @text, in bytes from its start and in rising order, where a
 * word may be broken by a hyphen (element-type guint). Names (words with a
 * capital letter), words of fewer than six letters, and addresses are left
 * whole. @text is UTF-8. */
GArray *sb_hyphenator_find (const SbHyphenator *self,
                            const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbHyphenator, sb_hyphenator_free)

G_END_DECLS
