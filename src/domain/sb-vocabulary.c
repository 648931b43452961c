/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-vocabulary.h"

#include "sb-translate.h"

const SbTerm *
sb_vocabulary_find (const SbVocabulary *self,
                    int value)
{
  for (guint i = 0; i < self->n_terms; i++)
    if (self->terms[i].value == value)
      return &self->terms[i];

  return NULL;
}

const SbTerm *
sb_vocabulary_find_name (const SbVocabulary *self,
                         const char *name)
{
  for (guint i = 0; i < self->n_terms; i++)
    if (g_strcmp0 (self->terms[i].name, name) == 0)
      return &self->terms[i];

  return NULL;
}

const char *
sb_vocabulary_get_label (const SbVocabulary *self,
                         int value,
                         SbLanguage language)
{
  const SbTerm *term = sb_vocabulary_find (self, value);

  return term != NULL ? sb_translate (language, term->label) : "";
}
