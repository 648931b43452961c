/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"
#include "sb-search-stems.h"
#include "sb-search-word-set.h"

G_BEGIN_DECLS

/* In a text that is indexed, says in which language it goes on, so that one
 * text can hold several: characters that no text is made of. */
typedef enum
{
  SB_TEXT_FRENCH = 1,
  SB_TEXT_ENGLISH = 2,
  SB_TEXT_NAMES = 3, /* of no language: names and numbers; no stems */
  SB_TEXT_ANY = 4, /* of a language that is not known: both stems */
} SbTextMark;

/**
 * SbTokenizer:
 *
 * How FTS5 reads a text of ours: the words of SbWords. What is searched is not
 * read so: it is words already, apart from each other by spaces, and where one of
 * several words may stand, these with a bar between them.
 *
 * The stems of words are not in the index: that would double it. Which words
 * there are, and which of them are forms of one, is written down beside it, and
 * they are looked for together. Belongs to one connection.
 */
typedef struct
{
  SbStems *stems; /* (owned) */
  guint n_words; /* that were read since it was last set to 0 */

  /* (unowned) (nullable) where the words that are read are noted */
  SbWordSet *words;
} SbTokenizer;

/* The interface of FTS5 on the connection; NULL with an error when the library
 * has none. Borrowed from the connection. */
struct fts5_api *_sb_search_get_fts5 (SbConnection *connection,
                                      GError **error);

/* Makes the tokenizer "sahelbrief" known to the connection, for as long as it
 * is open; without it no statement on the index runs. */
gboolean _sb_tokenizer_register (SbConnection *connection,
                                 GError **error);

/* The one that was registered. Borrowed. */
SbTokenizer *_sb_tokenizer_get (SbConnection *connection,
                                GError **error);

G_END_DECLS
