/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* Makes @text one of the names of @record, as one unit of work that is called @label:
 * of a stored actor or place, which is read anew; or of a new record, which is stored
 * with it. A corridor and an instrument have no names but their own: a new one is
 * stored, and it is said of @text that it always names it, as it is where something
 * else was said of it before, and of words without a capital letter. Blocks; of the errors of the catalogue. */
gboolean sb_name_teach (SbStore *store,
                        const char *text,
                        SbRecord *record,
                        const char *label,
                        GError **error);

G_END_DECLS
