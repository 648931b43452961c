/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbReaderText:
 *
 * The text of a document, set for reading: blocks by tags, bullets drawn in the
 * margin, a measure that stays readable in a wide window. The characters of its
 * buffer are exactly those of sb_blocks_join(), so that the positions of
 * extracts are positions in the buffer.
 *
 * Signal "extract-activated" (guint position): the extract at that position of
 * the model was clicked.
 */
#define SB_TYPE_READER_TEXT (sb_reader_text_get_type ())

G_DECLARE_FINAL_TYPE (SbReaderText, sb_reader_text, SB, READER_TEXT, GtkTextView)

GtkWidget *sb_reader_text_new (void);

/* (element-type SbBlock) (nullable) */
void sb_reader_text_set_blocks (SbReaderText *self,
                                GPtrArray *blocks);

/* The passages to mark: records of sb_extract_schema. (nullable) */
void sb_reader_text_set_extracts (SbReaderText *self,
                                  GListModel *extracts);

/* The size of the text; 1 is the one of the interface made for reading. */
void sb_reader_text_set_text_size (SbReaderText *self,
                                   double size);

/* FALSE when nothing is selected. In characters; spaces at the ends are left
 * out. */
gboolean sb_reader_text_get_selected_range (SbReaderText *self,
                                            int *start,
                                            int *end);

/* Selects a passage and brings it into view. */
void sb_reader_text_show_range (SbReaderText *self,
                                int start,
                                int end);

/* Marks all that matches @text, case aside; shows the next match after the
 * selection, or the one before it. Returns the number of matches. NULL or ""
 * takes the marks away. */
guint sb_reader_text_find (SbReaderText *self,
                           const char *text,
                           gboolean backwards);

G_END_DECLS
