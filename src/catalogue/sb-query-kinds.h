/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-query.h"

G_BEGIN_DECLS

/* The kinds (bits 1 << SbKind) whose changes can change the list of a query: what its
 * rows show, and what they are found by. */
guint _sb_query_get_kinds (const SbQuery *query);

G_END_DECLS
