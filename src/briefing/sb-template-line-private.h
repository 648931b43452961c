/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Puts before @error, which begins with what is wrong in the template @bytes
 * ("[map] Extent: …"), the line that it is on, or that the block begins on when the
 * key is missing. */
void _sb_template_add_line (GError *error,
                            GBytes *bytes);

G_END_DECLS
