/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-bilingual.h"
#include "sb-vocabulary.h"

G_BEGIN_DECLS

/* The values of the keys of a template; an error names the group and the key. */

/* "no" and "yes". */
extern const SbVocabulary _sb_template_answers;

/* What is wrong, in no language: the key with its value, or a question mark where
 * there is none. */
void _sb_template_set_error (GError **error,
                             const char *group,
                             const char *key,
                             const char *value);
SbBilingual *_sb_template_read_bilingual (GKeyFile *file,
                                          const char *group,
                                          const char *key) G_GNUC_WARN_UNUSED_RESULT;
/* A whole number from 0 to @most; @fallback when the key is not there. */
gboolean _sb_template_read_number (GKeyFile *file,
                                   const char *group,
                                   const char *key,
                                   guint fallback,
                                   guint most,
                                   guint *number,
                                   GError **error);
/* The value of a term; @fallback when the key is not there. */
gboolean _sb_template_read_term (GKeyFile *file,
                                 const char *group,
                                 const char *key,
                                 const SbVocabulary *vocabulary,
                                 int fallback,
                                 int *value,
                                 GError **error);

G_END_DECLS
