/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-attachment-row.h"
#include "sb-illustration.h"
#include "sb-name-card.h"
#include "sb-page-picture.h"
#include "sb-reader-link.h"
#include "sb-reader-mark.h"
#include "sb-record.h"
#include "sb-text-diff.h"

G_BEGIN_DECLS

/**
 * SbReader:
 *
 * One document, to be read: title, author, source, date and reading time above
 * its text; find; passages that were lifted out of it are marked.
 *
 * Files that are published with it are listed below its title; signal
 * "attachment-activated" (guint position): one was activated.
 *
 * Signal "extract-requested" (int start, int end): the reader wants the passage
 * lifted; in characters of the document. Signal "extract-activated" (guint
 * position): a marked passage was clicked.
 *
 * Names and dates are marked; a card at a name tells who or where it is. It looks nothing
 * up: signal "name-wanted" (int start, int end, gboolean asked): the card of these words
 * is wanted, see sb_reader_show_name(); when it is asked for, it takes the keyboard.
 * Signal "name-chosen" (int start, int end, SbNameChoice choice): something is to be
 * done with them.
 *
 * What lies beside the document is looked up when it is asked for: signal
 * "related-wanted", see sb_reader_set_links(). Signal "link-activated" (guint position):
 * one of the links was chosen.
 *
 * A document that was laid out in pages can be read so: signal "page-wanted" (guint
 * number, guint width): a page of it is wanted, so many pixels wide, see
 * sb_reader_take_page(). What is selected on a page is a passage of the text.
 *
 * Its pictures stand in the text as cards, and none is fetched by itself: signal
 * "illustration-wanted" (guint position): one is to be shown, see
 * sb_reader_show_illustration(); "illustration-cancelled" (guint position): not, after
 * all.
 *
 * Properties: "text-size" (double), "shows-names" (boolean), and how the text is set, by
 * names as they are in the settings: "width" ("narrow", "normal", "wide"), "font"
 * ("serif", "sans"), "ground" ("system", "light", "sepia", "dark"). Signal "document-changed":
 * another document is shown, or none.
 */
#define SB_TYPE_READER (sb_reader_get_type ())

G_DECLARE_FINAL_TYPE (SbReader, sb_reader, SB, READER, GtkWidget)

GtkWidget *sb_reader_new (void);

/* Shows a document and its text; NULL for none. @blocks: (element-type
 * SbBlock). */
void sb_reader_set_document (SbReader *self,
                             SbRecord *document,
                             GPtrArray *blocks);
/* The document that is shown has changed, but for its text. */
void sb_reader_update_document (SbReader *self,
                                SbRecord *document);
SbRecord *sb_reader_get_document (SbReader *self); /* (nullable) */
GPtrArray *sb_reader_get_blocks (SbReader *self); /* (nullable) */

/* The attachments of the document as they are in @document, which is the same one read
 * anew, and how far each is; of those beyond @n_states it is not known. */
void sb_reader_set_attachments (SbReader *self,
                                SbRecord *document,
                                const SbAttachmentState *states,
                                guint n_states);

/* (nullable) (element-type SbRecord) */
void sb_reader_set_extracts (SbReader *self,
                             GListModel *extracts);

/* As sb_reader_text_set_names(). */
void sb_reader_set_names (SbReader *self,
                          GPtrArray *names);
void sb_reader_set_shows_names (SbReader *self,
                                gboolean shows_names);
/* The name that is exactly there; NULL for none. Borrowed. */
const SbReaderMark *sb_reader_find_name (SbReader *self,
                                         int start,
                                         int end);
/* How often the text names what @mark does. */
guint sb_reader_count_name (SbReader *self,
                            const SbReaderMark *mark);
/* The words of the text there; NULL when there are none. */
char *sb_reader_dup_words (SbReader *self,
                           int start,
                           int end) G_GNUC_WARN_UNUSED_RESULT;
/* Shows the card of the words that were wanted last; nothing when others are by now. */
void sb_reader_show_name (SbReader *self,
                          int start,
                          int end,
                          const SbNameTold *told,
                          gboolean is_asked);

/* What lies beside the document, by kind. (element-type SbReaderLink) (nullable): it is
 * not known yet */
void sb_reader_set_links (SbReader *self,
                          GPtrArray *links);
const SbReaderLink *sb_reader_get_link (SbReader *self,
                                        guint position); /* (nullable) */
/* Shows what became of the text instead of it, until another document is shown or Escape
 * is pressed. @title says since when. */
void sb_reader_show_changes (SbReader *self,
                             const char *title,
                             const SbTextDiff *diff);

/* The pictures of the document, in the order of its text. (element-type SbIllustration)
 * (nullable) */
void sb_reader_set_illustrations (SbReader *self,
                                  GPtrArray *illustrations);
typedef enum
{
  SB_READER_ILLUSTRATIONS_NEXT, /* the first one in view that is not shown, or else of all */
  SB_READER_ILLUSTRATIONS_ALL,
} SbReaderIllustrations;

/* Asks for pictures to be shown, as by their buttons; FALSE when there are none that are
 * not. */
gboolean sb_reader_request_illustrations (SbReader *self,
                                          SbReaderIllustrations which);
guint sb_reader_get_n_illustrations (SbReader *self);
SbIllustration *sb_reader_get_illustration (SbReader *self,
                                            guint i);
/* How far each of them is, as sb-illustration-card.h has it. */
void sb_reader_offer_illustration (SbReader *self,
                                   guint i,
                                   gboolean is_kept);
void sb_reader_set_illustration_progress (SbReader *self,
                                          guint i,
                                          double fraction);
void sb_reader_fail_illustration (SbReader *self,
                                  guint i,
                                  const char *message);
void sb_reader_show_illustration (SbReader *self,
                                  guint i,
                                  GdkTexture *picture);

/* Whether the document can be read in pages. */
void sb_reader_set_has_pages (SbReader *self,
                              gboolean has_pages);
/* The page that was wanted, which is taken over; NULL when it cannot be drawn. */
void sb_reader_take_page (SbReader *self,
                          SbPagePicture *picture);
/* The number of the page that is shown, or wanted; 0 when the text is. */
guint sb_reader_get_page_number (SbReader *self);

/* 1 is the size of reading. Kept between 0.5 and 3. */
void sb_reader_set_text_size (SbReader *self,
                              double size);

/* How the text is set; another name changes nothing. */
void sb_reader_set_width (SbReader *self,
                          const char *width);
void sb_reader_set_font (SbReader *self,
                         const char *font);
void sb_reader_set_ground (SbReader *self,
                           const char *ground);

/* Selects a range of the text, in characters, and scrolls to it. */
void sb_reader_show_range (SbReader *self,
                           int start,
                           int end);
gboolean sb_reader_get_selected_range (SbReader *self,
                                       int *start,
                                       int *end);

/* Asks for the selected passage to be lifted, as by the key; FALSE when none is
 * selected. */
gboolean sb_reader_request_extract (SbReader *self);

/* Opens the field to find text in the document. */
void sb_reader_start_find (SbReader *self);

/* Gives the keyboard to the text. */
void sb_reader_focus_text (SbReader *self);

G_END_DECLS
