/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"
#include "sb-search-stems.h"

G_BEGIN_DECLS

/**
 * SbTokenizer:
 *
 * How FTS5 reads what is ours: words already. Those of a text were read before, in any
 * thread (sb-search-reading.h). Those that are searched are apart from each other by
 * spaces, and where one of several words may stand, these with a bar between them.
 *
 * The stems of words are not in the index: that would double it. Which words
 * there are, and which of them are forms of one, is written down beside it, and
 * they are looked for together. Belongs to one connection.
 */
typedef struct
{
  SbStems *stems; /* (owned) */
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
