/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* What is said of @text has changed: documents with these words wait to be read again, and
 * who keeps names loads them anew. In a transaction. */
gboolean _sb_mention_rule_note (SbStore *self,
                                const char *text,
                                GError **error);

G_END_DECLS
