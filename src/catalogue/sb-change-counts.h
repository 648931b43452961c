/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store-private.h"

G_BEGIN_DECLS

/* How one program learns which kinds of records another one changed: each unit
 * of work counts, in its own transaction, the kinds that it changes. */

/* Run in a transaction. @kinds: bits (1 << SbKind). */
gboolean _sb_change_counts_add (SbStore *store,
                                int kinds,
                                GError **error);

/* Sets *@kinds to those that others changed since the last call, as bits (1 <<
 * SbKind). What @store itself changed is left out; what was rolled back here may be
 * taken for the work of others. The first call sets what the next ones compare
 * with, and its kinds say nothing. */
gboolean _sb_change_counts_look (SbStore *store,
                                 guint *kinds,
                                 GError **error);

G_END_DECLS
