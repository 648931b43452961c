/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-template.h"
#include "sb-vocabulary.h"

G_BEGIN_DECLS

/* The blocks of a template, from its file. */

#define _SB_TEMPLATE_MAX_ITEMS  1000
#define _SB_TEMPLATE_MAX_HEIGHT 1000 /* points */
#define _SB_TEMPLATE_HEIGHT     260 /* of a figure, where nothing is said */

/* The words of the keys "Only", "Form" and "Order". */
extern const SbVocabulary _sb_template_filters;
extern const SbVocabulary _sb_template_forms;
extern const SbVocabulary _sb_template_orders;

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
