/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-page-picture.h"

G_BEGIN_DECLS

/**
 * SbReaderPage:
 *
 * One page of a document as it looks. What is written on it can be selected with the
 * pointer, by characters or, with two clicks, by words; passages are marked where they
 * are.
 *
 * Signal "selection-changed".
 */
#define SB_TYPE_READER_PAGE (sb_reader_page_get_type ())

G_DECLARE_FINAL_TYPE (SbReaderPage, sb_reader_page, SB, READER_PAGE, GtkWidget)

/* Takes @picture over; NULL for none. Nothing is selected or marked then. */
void sb_reader_page_take_picture (SbReaderPage *self,
                                  SbPagePicture *picture);
const SbPagePicture *sb_reader_page_get_picture (SbReaderPage *self); /* (nullable) */

/* How wide it is shown; logical pixels. */
void sb_reader_page_set_width (SbReaderPage *self,
                               int width);

/* The passages to mark; characters of its text. (element-type SbPassageMatch)
 * (nullable) */
void sb_reader_page_set_marks (SbReaderPage *self,
                               GArray *marks);

/* Selects from the character @start to @end; nothing when they are equal. */
void sb_reader_page_select (SbReaderPage *self,
                            int start,
                            int end);
/* NULL when nothing is selected. */
char *sb_reader_page_dup_selected (SbReaderPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
