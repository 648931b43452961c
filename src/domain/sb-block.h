/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbBlock:
 *
 * One paragraph-like piece of a document's text. Immutable, reference counted,
 * safe between threads.
 */
typedef struct _SbBlock SbBlock;

#define SB_TYPE_BLOCK (sb_block_get_type ())

typedef enum
{
  SB_BLOCK_PARAGRAPH,
  SB_BLOCK_HEADING, /* level 1 to 6 */
  SB_BLOCK_QUOTE,
  SB_BLOCK_LIST_ITEM, /* level: depth from 1 */
  SB_BLOCK_TABLE, /* text: rows by newline, cells by tab */
  SB_BLOCK_FIGURE, /* text: the caption */
  SB_BLOCK_CODE,
} SbBlockKind;

typedef enum
{
  SB_SPAN_STRONG,
  SB_SPAN_EMPHASIS,
  SB_SPAN_LINK,
} SbSpanKind;

/* A run of a block's text, in characters from its start. */
typedef struct
{
  SbSpanKind kind;
  guint start;
  guint end;
  char *target; /* (owned) (nullable) the address of a link */
} SbSpan;

GType sb_block_get_type (void);

/* @page counts from 1; 0 where there are no pages. @spans: (element-type
 * SbSpan) (nullable), taken over; made by g_array_new() with no clear function.
 * @text is valid UTF-8. */
SbBlock *sb_block_new (SbBlockKind kind,
                       guint level,
                       guint page,
                       const char *text,
                       GArray *spans) G_GNUC_WARN_UNUSED_RESULT;
/* The same block, in a language: @language (nullable) is a BCP 47 tag. */
SbBlock *sb_block_new_in_language (const SbBlock *block,
                                   const char *language) G_GNUC_WARN_UNUSED_RESULT;
SbBlock *sb_block_ref (SbBlock *self);
void sb_block_unref (SbBlock *self);

SbBlockKind sb_block_get_kind (const SbBlock *self);
guint sb_block_get_level (const SbBlock *self);
guint sb_block_get_page (const SbBlock *self);
const char *sb_block_get_text (const SbBlock *self);
/* (nullable) The language of the block where it is not that of its document. */
const char *sb_block_get_language (const SbBlock *self);
const SbSpan *sb_block_get_spans (const SbBlock *self,
                                  guint *n_spans);

/* The name of the kind in files and on the command line: "list-item". */
const char *sb_block_kind_get_name (SbBlockKind kind);
gboolean sb_block_kind_parse (const char *name,
                              SbBlockKind *kind);

/* The whole text of a document: its blocks' texts with one blank line ("\n\n")
 * between them. The positions of extracts are counted in characters of this.
 * @blocks: (element-type SbBlock). */
char *sb_blocks_join (GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBlock, sb_block_unref)

G_END_DECLS
