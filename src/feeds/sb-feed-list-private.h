/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-list.h"

G_BEGIN_DECLS

/* Adds what could not be taken of @line, counted from 1, and why. */
void _sb_feed_list_reject (SbFeedList *self,
                           guint line,
                           const char *reason);

G_END_DECLS
