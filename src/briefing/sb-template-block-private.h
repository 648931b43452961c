/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-template.h"

G_BEGIN_DECLS

/* The blocks of a template, from its file. */

/* @block is a SbTemplateBlock. */
void _sb_template_block_free (gpointer block);
/* The block called @name; columns stand at @depth 1, and what they hold at 2. */
SbTemplateBlock *_sb_template_block_read (GKeyFile *file,
                                          const char *name,
                                          guint depth,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Those that the key "Blocks" of @group names (element-type SbTemplateBlock). */
GPtrArray *_sb_template_block_read_all (GKeyFile *file,
                                        const char *group,
                                        guint depth,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
