/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SB_SEARCH_ERROR (sb_search_error_quark ())

/**
 * SbSearchError:
 * @SB_SEARCH_ERROR_EMPTY: there is nothing to look for
 * @SB_SEARCH_ERROR_ENCODING: the text is not UTF-8
 * @SB_SEARCH_ERROR_TOO_LONG: more text, words or parentheses than anybody types
 * @SB_SEARCH_ERROR_QUOTE: a quotation mark is not closed
 * @SB_SEARCH_ERROR_GROUP: a parenthesis is not closed
 * @SB_SEARCH_ERROR_GROUP_END: a parenthesis is closed that was not opened
 * @SB_SEARCH_ERROR_EMPTY_GROUP: there is nothing in a parenthesis
 * @SB_SEARCH_ERROR_OPERATOR: AND or OR has nothing on one of its sides
 * @SB_SEARCH_ERROR_NOT: NOT has nothing behind it
 * @SB_SEARCH_ERROR_ONLY_NOT: it is said what is not wanted, and nothing else
 * @SB_SEARCH_ERROR_STAR: an asterisk is not at the end of a word of two letters
 *   or more
 * @SB_SEARCH_ERROR_FIELD: there is no field of that name
 * @SB_SEARCH_ERROR_FIELD_EMPTY: a field has no value
 * @SB_SEARCH_ERROR_MIXED: a field is an alternative to words
 * @SB_SEARCH_ERROR_KIND: there is no kind of record of that name
 * @SB_SEARCH_ERROR_LANGUAGE: the language is neither French nor English
 * @SB_SEARCH_ERROR_DATE: the date cannot be read
 * @SB_SEARCH_ERROR_PERIOD: the period ends before it begins
 * @SB_SEARCH_ERROR_NO_ACTOR: no actor is called so
 * @SB_SEARCH_ERROR_NO_PLACE: no place is called so
 * @SB_SEARCH_ERROR_NO_SOURCE: no source is called so
 *
 * What is wrong with a search. The message of the error is the piece of it where
 * it went wrong, as the user typed it.
 */
typedef enum
{
  SB_SEARCH_ERROR_EMPTY,
  SB_SEARCH_ERROR_ENCODING,
  SB_SEARCH_ERROR_TOO_LONG,
  SB_SEARCH_ERROR_QUOTE,
  SB_SEARCH_ERROR_GROUP,
  SB_SEARCH_ERROR_GROUP_END,
  SB_SEARCH_ERROR_EMPTY_GROUP,
  SB_SEARCH_ERROR_OPERATOR,
  SB_SEARCH_ERROR_NOT,
  SB_SEARCH_ERROR_ONLY_NOT,
  SB_SEARCH_ERROR_STAR,
  SB_SEARCH_ERROR_FIELD,
  SB_SEARCH_ERROR_FIELD_EMPTY,
  SB_SEARCH_ERROR_MIXED,
  SB_SEARCH_ERROR_KIND,
  SB_SEARCH_ERROR_LANGUAGE,
  SB_SEARCH_ERROR_DATE,
  SB_SEARCH_ERROR_PERIOD,
  SB_SEARCH_ERROR_NO_ACTOR,
  SB_SEARCH_ERROR_NO_PLACE,
  SB_SEARCH_ERROR_NO_SOURCE,
} SbSearchError;

GQuark sb_search_error_quark (void);

G_END_DECLS
