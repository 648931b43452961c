/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbBilingual:
 *
 * A text in French and English, either of which may be missing. Immutable and
 * reference counted, safe to share between threads.
 */
typedef struct _SbBilingual SbBilingual;

#define SB_TYPE_BILINGUAL (sb_bilingual_get_type ())

GType sb_bilingual_get_type (void);

/* Either text may be NULL or empty, which are the same: missing. */
SbBilingual *sb_bilingual_new (const char *fr,
                               const char *en) G_GNUC_WARN_UNUSED_RESULT;
SbBilingual *sb_bilingual_ref (SbBilingual *self);
void sb_bilingual_unref (SbBilingual *self);

/* The text in @language alone; NULL when it is missing. Borrowed. A NULL
 * @self is a text that is missing in both languages, here and below. */
const char *sb_bilingual_get (const SbBilingual *self,
                              SbLanguage language);

/* The text in @language, or else in the other one, or else "". Borrowed. */
const char *sb_bilingual_get_any (const SbBilingual *self,
                                  SbLanguage language);
gboolean sb_bilingual_is_empty (const SbBilingual *self);
gboolean sb_bilingual_equal (const SbBilingual *a,
                             const SbBilingual *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBilingual, sb_bilingual_unref)

G_END_DECLS
