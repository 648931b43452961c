/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-change-set.h"

G_BEGIN_DECLS

/* Adds what one line of a dossier says (a record, a tie) to @changes. @parser is
 * lent, so that not every line needs one of its own. */
gboolean _sb_dossier_read_line (JsonParser *parser,
                                const char *line,
                                gsize length,
                                SbChangeSet *changes,
                                GError **error);

G_END_DECLS
