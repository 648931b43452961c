/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block.h"

G_BEGIN_DECLS

/**
 * SbBlockBuilder:
 *
 * Makes blocks out of running text: folds white space as HTML does, turns two
 * line breaks in a row into a new block, and keeps the spans in step. One
 * thread, one document.
 */
typedef struct _SbBlockBuilder SbBlockBuilder;

/* @blocks: (element-type SbBlock) is added to and stays the caller's. */
SbBlockBuilder *_sb_block_builder_new (GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;
void _sb_block_builder_free (SbBlockBuilder *self);

/* Ends the block under way, if it has text, and starts one of this kind. */
void _sb_block_builder_begin (SbBlockBuilder *self,
                              SbBlockKind kind,
                              guint level);
/* Ends the block under way; the next is of the same kind, but that only the
 * first block of a list item is the item. */
void _sb_block_builder_end (SbBlockBuilder *self);

/* @length in bytes, or -1. */
void _sb_block_builder_append (SbBlockBuilder *self,
                               const char *text,
                               gssize length);
void _sb_block_builder_append_break (SbBlockBuilder *self);
/* While it is on, white space is kept as it is. */
void _sb_block_builder_set_verbatim (SbBlockBuilder *self,
                                     gboolean verbatim);

/* Whether the block under way has any. */
gboolean _sb_block_builder_has_text (const SbBlockBuilder *self);

/* Spans nest: the last one opened is closed first. They go on over the end of
 * a block. */
void _sb_block_builder_open_span (SbBlockBuilder *self,
                                  SbSpanKind kind,
                                  const char *target);
void _sb_block_builder_close_span (SbBlockBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBlockBuilder, _sb_block_builder_free)

G_END_DECLS
