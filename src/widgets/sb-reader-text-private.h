/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block.h"
#include "sb-reader-text.h"

G_BEGIN_DECLS

struct _SbReaderText
{
  GtkTextView parent_instance;

  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) */
  GListModel *extracts; /* (owned) (nullable) (element-type SbRecord) */
  GArray *starts; /* (owned) (element-type int) where each block starts */
  GtkCssProvider *style; /* (owned) */

  GPtrArray *names; /* (owned) (nullable) (element-type SbReaderMark) */
  gboolean hides_names;
  guint hover_id; /* of the timeout after which the pointer rests */
  int pointer_x; /* in logical pixels of the widget */
  int pointer_y;
};

/* The margins of the text, and how far lists stand in; logical pixels. */
#define SB_READER_MARGIN      24
#define SB_READER_LIST_INDENT 26

/* The tags that the text is set by. */
void _sb_reader_text_create_tags (GtkTextBuffer *buffer);
/* Sets the block from @start to @end, in characters. */
void _sb_reader_text_set_block (SbReaderText *self,
                                GtkTextBuffer *buffer,
                                const SbBlock *block,
                                int start,
                                int end);
void _sb_reader_text_apply_tag (GtkTextBuffer *buffer,
                                const char *name,
                                int start,
                                int end);

/* The signals and keys of names, and what is drawn of them. */
void _sb_reader_text_class_init_names (SbReaderTextClass *klass);
void _sb_reader_text_init_names (SbReaderText *self);
void _sb_reader_text_dispose_names (SbReaderText *self);
/* Draws the lines below the names between two characters. */
void _sb_reader_text_snapshot_names (SbReaderText *self,
                                     GtkSnapshot *snapshot,
                                     guint first,
                                     guint last);

G_END_DECLS
