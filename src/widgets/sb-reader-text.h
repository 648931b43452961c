/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-illustration-card.h"
#include "sb-reader-mark.h"

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
 *
 * Names and dates are marked by lines below them. Signals, with characters of the text:
 * "name-pointed" (int start, int end): the pointer rests on a name, or the keys went to
 * it (w and Shift+w: who and where); "name-left": the pointer is on none any more;
 * "font-changed": another font or size, so that lines have another measure.
 * "name-asked" (int start, int end): more is wanted of a name or of a passage that is
 * selected (m).
 */
#define SB_TYPE_READER_TEXT (sb_reader_text_get_type ())

G_DECLARE_FINAL_TYPE (SbReaderText, sb_reader_text, SB, READER_TEXT, GtkTextView)

GtkWidget *sb_reader_text_new (void);

/* (element-type SbBlock) (nullable) */
void sb_reader_text_set_blocks (SbReaderText *self,
                                GPtrArray *blocks);

/* The pictures of the text, in its order: a card for each, which fetches nothing.
 * (element-type SbIllustration) (nullable) */
void sb_reader_text_set_illustrations (SbReaderText *self,
                                       GPtrArray *illustrations);
guint sb_reader_text_get_n_cards (SbReaderText *self);
/* Borrowed; NULL beyond the last one. */
SbIllustrationCard *sb_reader_text_get_card (SbReaderText *self,
                                             guint i);

/* The passages to mark: records of sb_extract_schema. (nullable) */
void sb_reader_text_set_extracts (SbReaderText *self,
                                  GListModel *extracts);

/* The names and dates of the text, in its order, without overlaps. (element-type
 * SbReaderMark) (nullable) */
void sb_reader_text_set_names (SbReaderText *self,
                               GPtrArray *names);
GPtrArray *sb_reader_text_get_names (SbReaderText *self); /* (nullable) */

/* Whether they are marked; they are at first. */
void sb_reader_text_set_show_names (SbReaderText *self,
                                    gboolean shows_names);

/* Selects the name behind what is selected, or the one before it, and points at it;
 * FALSE when there is none. */
gboolean sb_reader_text_step_name (SbReaderText *self,
                                   gboolean backwards);

/* Where a passage is, in logical pixels of the widget: its first line. FALSE when that
 * is not in view. */
gboolean sb_reader_text_get_place (SbReaderText *self,
                                   int start,
                                   int end,
                                   GdkRectangle *place);

/* How wide a line of @n_chars characters is in the font as it is; logical pixels,
 * without margins. */
int sb_reader_text_measure (SbReaderText *self,
                            guint n_chars);

/* The width of the margins on both sides; logical pixels. */
int sb_reader_text_get_margins (SbReaderText *self);

/* The family of the typeface; NULL for that of the printed page. */
void sb_reader_text_set_family (SbReaderText *self,
                                const char *family);

/* The first character that is in view. */
int sb_reader_text_get_first_visible (SbReaderText *self);

/* Brings the line of a character to the top of the view, and the cursor to it. */
void sb_reader_text_go_to (SbReaderText *self,
                           int at);

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
