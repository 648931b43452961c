/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE when JSON text of these bytes is not nested so deeply that a parser
 * which calls itself would run out of stack. */
gboolean _sb_json_is_shallow (const char *text,
                              gsize length);

G_END_DECLS
