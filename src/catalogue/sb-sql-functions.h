/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"

G_BEGIN_DECLS

/* Adds our functions to a connection, among them fold (text), which is sb_fold(),
 * and has_words (words, text…), which is true when each of the words, as of
 * sb_words_join(), is the beginning of a word of one of the texts. */
gboolean _sb_sql_functions_add (SbConnection *connection,
                                GError **error);

G_END_DECLS
