/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-template.h"

G_BEGIN_DECLS

#define _SB_TEMPLATE_GROUP      "Template"
#define _SB_TEMPLATE_MAX_BLOCKS 64

/* What @self was read from, for a briefing to change; free with g_key_file_unref(). */
GKeyFile *_sb_template_dup_key_file (const SbTemplate *self) G_GNUC_WARN_UNUSED_RESULT;

/* The file that @self was read from; NULL for one that a briefing has changed. Borrowed. */
GBytes *_sb_template_get_bytes (const SbTemplate *self);

/* Whether the block called @name, and what is said of all of the template beside its
 * blocks, can be read. */
gboolean _sb_template_check_block (GKeyFile *file,
                                   const char *name,
                                   GError **error);
gboolean _sb_template_check_manner (GKeyFile *file,
                                    GError **error);

/* A template that a briefing has changed; without the key "Blocks" it has none. */
SbTemplate *_sb_template_new_from_key_file (GKeyFile *file,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
