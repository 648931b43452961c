/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbTerm:
 *
 * One value of a closed list: the number used in code, the name used in files,
 * SQL and on the command line (kebab-case, never translated), and the English
 * label, marked for translation with N_().
 */
typedef struct
{
  int value;
  const char *name;
  const char *label;
} SbTerm;

/* A closed list of terms, in the order in which they are offered. */
typedef struct
{
  const SbTerm *terms;
  guint n_terms;
} SbVocabulary;

#define SB_VOCABULARY(array)      \
  {                               \
    (array), G_N_ELEMENTS (array) \
  }

/* NULL when there is no such term. */
const SbTerm *sb_vocabulary_find (const SbVocabulary *self,
                                  int value);
const SbTerm *sb_vocabulary_find_name (const SbVocabulary *self,
                                       const char *name);

/* The label of @value in @language; "" when there is no such term. Static. */
const char *sb_vocabulary_get_label (const SbVocabulary *self,
                                     int value,
                                     SbLanguage language);

G_END_DECLS
