/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-node.h"

G_BEGIN_DECLS

/* The words, signs and fields of a search that is being read: a plain struct on
 * the stack, of the parser (sb-search-parser.c). */
typedef struct
{
  const char *position; /* in the text */
  const char *end; /* of it */
  guint depth; /* of parentheses */
  guint n_leaves; /* that were read */
} SbSearchScanner;

typedef enum
{
  SB_SEARCH_OPERATOR_NONE,
  SB_SEARCH_OPERATOR_AND,
  SB_SEARCH_OPERATOR_OR,
  SB_SEARCH_OPERATOR_NOT,
} SbSearchOperator;

/* Says what is wrong from @start on. Returns NULL. */
gpointer _sb_search_scanner_fail (SbSearchScanner *self,
                                  SbSearchError code,
                                  const char *start,
                                  GError **error);

/* The character at the position, 0 at the end. */
gunichar _sb_search_scanner_peek (SbSearchScanner *self);
void _sb_search_scanner_skip_space (SbSearchScanner *self);

/* Whether a quotation mark that opens is at the position. */
gboolean _sb_search_scanner_is_quoted (SbSearchScanner *self);

/* The end of the word, or of the letters, at @from. */
const char *_sb_search_scanner_find_word_end (SbSearchScanner *self,
                                              const char *from);
const char *_sb_search_scanner_skip_letters (SbSearchScanner *self,
                                             const char *from);

/* The operator at the position; *@end is where it ends. */
SbSearchOperator _sb_search_scanner_peek_operator (SbSearchScanner *self,
                                                   const char **end);

/* Reads the text between quotation marks, the first of which is at the
 * position. */
gboolean _sb_search_scanner_read_quoted (SbSearchScanner *self,
                                         const char **start,
                                         const char **end,
                                         GError **error);

/* The field of that name, in either language. */
gboolean _sb_search_scanner_find_field (const char *start,
                                        const char *end,
                                        SbSearchField *field);

/* The colon behind the name of a field at the position; NULL when there is none. */
const char *_sb_search_scanner_find_colon (SbSearchScanner *self);

/* The values of a field, which are at the position. */
GStrv _sb_search_scanner_read_values (SbSearchScanner *self,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
