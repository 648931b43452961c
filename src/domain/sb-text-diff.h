/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block.h"

G_BEGIN_DECLS

/* What became of a text, paragraph by paragraph and word by word. Pure; any thread. */

typedef enum
{
  SB_DIFF_SAME,
  SB_DIFF_ADDED,
  SB_DIFF_REMOVED,
  SB_DIFF_CHANGED, /* of a paragraph alone: its pieces tell */
} SbDiffKind;

/* Some words of a paragraph. */
typedef struct
{
  SbDiffKind kind;
  char *text; /* (owned) */
} SbDiffPiece;

typedef struct
{
  SbDiffKind kind;
  GPtrArray *pieces; /* (owned) (element-type SbDiffPiece) in the order they are read */
} SbDiffParagraph;

/**
 * SbTextDiff:
 * @paragraphs: (owned) (element-type SbDiffParagraph) those of both texts, in the order
 *   they are read
 *
 * Owned by one.
 */
typedef struct
{
  GPtrArray *paragraphs;
  guint n_added;
  guint n_removed;
  guint n_changed;
} SbTextDiff;

/* @before, @after: (element-type SbBlock). A paragraph of which a good part stayed is
 * one that changed. Texts that are too long to be compared count as another. */
SbTextDiff *sb_text_diff_new (GPtrArray *before,
                              GPtrArray *after) G_GNUC_WARN_UNUSED_RESULT;
void sb_text_diff_free (SbTextDiff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTextDiff, sb_text_diff_free)

G_END_DECLS
