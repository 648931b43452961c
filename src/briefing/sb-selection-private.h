/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"
#include "sb-template.h"

G_BEGIN_DECLS

/**
 * SbSelection:
 *
 * Which records fill which blocks, and which of them give way when the pages
 * are too few. What gives way is decided once, in one order that depends on the
 * records alone: the last of the block that has the most to spare.
 */
typedef struct _SbSelection SbSelection;

SbSelection *_sb_selection_new (const SbTemplate *template,
                                const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;
void _sb_selection_free (SbSelection *self);

/* @n_sharing languages share the pages: when each block is down to its least, it gives way
 * on, to that part of its least, which is one item at the fewest. */
void _sb_selection_share (SbSelection *self,
                          guint n_sharing);

/* How many items can give way. */
guint _sb_selection_get_n_spare (const SbSelection *self);

/* What is left of @block when @n_dropped have given way, in the order in which
 * it is printed (element-type SbRecord). */
GPtrArray *_sb_selection_list (const SbSelection *self,
                               const SbTemplateBlock *block,
                               guint n_dropped) G_GNUC_WARN_UNUSED_RESULT;

/* What is left out then, and what the templates' limits left out already
 * (element-type SbRecord). */
GPtrArray *_sb_selection_list_left_out (const SbSelection *self,
                                        guint n_dropped) G_GNUC_WARN_UNUSED_RESULT;

/* Whom and what the briefing is about: as it was said, or else the region that most
 * is known of and the armed group that did most in its period; NULL when there is
 * none. Borrowed. */
SbRecord *_sb_selection_get_place (const SbSelection *self);
SbRecord *_sb_selection_get_actor (const SbSelection *self);
/* Whether @record passes the filter of a block. */
gboolean _sb_selection_admits (const SbSelection *self,
                               const SbBriefingInput *input,
                               SbTemplateFilter filter,
                               SbRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSelection, _sb_selection_free)

G_END_DECLS
