/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block.h"
#include "sb-illustration-card.h"
#include "sb-reader-text.h"

G_BEGIN_DECLS

struct _SbReaderText
{
  GtkTextView parent_instance;

  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) */
  GListModel *extracts; /* (owned) (nullable) (element-type SbRecord) */
  GArray *starts; /* (owned) (element-type int) where each block that is set starts */
  guint setting_id; /* of the source that sets the others; 0 when all are */
  GtkCssProvider *style; /* (owned) */
  double text_size;
  char *family; /* (owned) (nullable) */

  GPtrArray *table_tags; /* (owned) (element-type GtkTextTag) one for each table */
  GArray *table_blocks; /* (owned) (element-type guint) the blocks that are tables */

  GPtrArray *cards; /* (owned) (element-type SbIllustrationCard) in the order of the text */
  GPtrArray *slots; /* (owned) (element-type AdwBin) (unowned elements) what they lie in, and some more */
  GPtrArray *card_tags; /* (owned) (element-type GtkTextTag) that keep room, one for each card */
  guint laying_id; /* of the source that lays the cards anew */
  GtkAdjustment *adjustment; /* (owned) (nullable) that tells of another height of the text */

  GtkEventControllerFocus *focus; /* (unowned) */
  int kept_insert; /* of the last selection, in characters */
  int kept_bound;
  gboolean is_taken; /* it was taken away by what is selected elsewhere */

  GPtrArray *names; /* (owned) (nullable) (element-type SbReaderMark) */
  gboolean hides_names;
  guint hover_id; /* of the timeout after which the pointer rests */
  int pointer_x; /* in logical pixels of the widget */
  int pointer_y;
};

/* The margins of the text, and how far lists stand in; logical pixels. */
#define SB_READER_MARGIN      24
#define SB_READER_LIST_INDENT 26

/* Characters in a line as they are read most easily. */
#define SB_READER_NORMAL_MEASURE 66

/* The card of a picture is never narrower; logical pixels. */
#define SB_READER_MIN_CARD 160

/* Tables are set in the face of tables, and smaller than the text. */
#define SB_READER_TABLE_FONT  "Inter"
#define SB_READER_TABLE_SCALE 0.86

/* Sets the rest of a long text at once, because positions in it are asked for. */
void _sb_reader_text_finish (SbReaderText *self);

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

/* Tables: a tag of its own for each, because of its columns. */
void _sb_reader_text_add_table (SbReaderText *self,
                                guint block,
                                int start,
                                int end);
/* By the font as it is now. */
void _sb_reader_text_update_tables (SbReaderText *self);
void _sb_reader_text_forget_tables (SbReaderText *self);

/* Pictures: cards that lie over the text. */
void _sb_reader_text_init_cards (SbReaderText *self);
void _sb_reader_text_dispose_cards (SbReaderText *self);
void _sb_reader_text_forget_cards (SbReaderText *self);
/* Has them laid where their lines are by now. */
void _sb_reader_text_queue_cards (SbReaderText *self);

/* The selection, which other fields take away. */
void _sb_reader_text_init_kept (SbReaderText *self);
void _sb_reader_text_forget_selection (SbReaderText *self);

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
