/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"

G_BEGIN_DECLS

/* Adds our functions to a connection: fold (text) is sb_fold(); has_words
 * (words, text…) is true when each of the folded words is in one of the texts,
 * folded. */
gboolean _sb_sql_functions_add (SbConnection *connection,
                                GError **error);

G_END_DECLS
