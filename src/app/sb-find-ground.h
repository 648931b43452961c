/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-find-item.h"

G_BEGIN_DECLS

/* What the gazetteer alone knows: the region that has the p-code @text, or else the places
 * that are called so, that which is meant most often first; @limit at most. Each is an
 * item that shows it on the map, as Go to does. (element-type SbFindItem) Any thread. */
GPtrArray *sb_find_ground (const char *text,
                           SbLanguage language,
                           guint limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
