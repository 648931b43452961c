/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-language.h"
#include "sb-token.h"

G_BEGIN_DECLS

/* Numbers as texts word them, in French and in English: "au moins une dizaine",
 * "between 10 and 15", "1,5 milliard". */

/* What is said of how near a number is. */
typedef enum
{
  SB_NUMBER_EXACT,
  SB_NUMBER_ABOUT,
  SB_NUMBER_AT_LEAST,
  SB_NUMBER_AT_MOST,
} SbNumberBound;

/* @low and @high are the same unless it is a range; it stands from the token
 * @qualifier, or where there is none @first, to before @end. */
typedef struct
{
  double low;
  double high;
  SbNumberBound bound;
  guint qualifier;
  guint first;
  guint end;
  gboolean is_worded; /* in letters: “trois” */
  gboolean is_article; /* “un”, “a”: perhaps no number at all */
} SbNumberPhrase;

/* Reads the number that begins at the token @index, what qualifies it looked for
 * before it. FALSE when none does. */
gboolean _sb_number_phrase_read (const SbTokens *tokens,
                                 guint index,
                                 SbLanguage language,
                                 SbNumberPhrase *phrase);

G_END_DECLS
