/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-block.h"
#include "sb-reader-page.h"
#include "sb-reader-text.h"
#include "sb-reader.h"

G_BEGIN_DECLS

struct _SbReader
{
  GtkWidget parent_instance;

  SbRecord *document; /* (owned) (nullable) */
  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) */
  double text_size;

  GtkWidget *card; /* an SbNameCard, a child */
  int name_start; /* what the card is at, in characters */
  int name_end;
  guint leave_id; /* of the timeout after which the card goes */
  gboolean shows_names;

  char *width; /* (owned) a name, as in the settings; so are the others */
  char *font; /* (owned) */
  char *ground; /* (owned) */

  GListModel *extracts; /* (owned) (nullable) (element-type SbRecord) */
  gboolean has_pages;
  guint page_number; /* that is shown or wanted */
  double page_zoom;
  int page_start; /* the passage to select on the page that is wanted; characters */
  int page_end;
  GtkStack *views;
  SbReaderPage *page;
  GtkWidget *pages_button;
  GtkWidget *page_tools;
  GtkLabel *page_label;

  GPtrArray *links; /* (owned) (nullable) (element-type SbReaderLink) */
  gboolean keeps_links; /* the list of them is shown anew, not asked for */
  GtkMenuButton *related_button;
  GtkWidget *related_popover;
  GtkListBox *related;
  GtkLabel *changes_title;
  GtkLabel *changes_count;
  GtkTextView *changes;

  GtkRevealer *passage_bar;
  GMenuModel *passage_menu;
  GtkWidget *illustrations_button;
  GtkWidget *sheet; /* what has a ground of its own */
  GtkMenuButton *outline_button;
  GtkMenuButton *look_button;
  GtkListBox *outline;
  GtkStack *stack;
  AdwClamp *header_clamp;
  AdwClampScrollable *clamp;
  GtkSearchBar *find_bar;
  GtkSearchEntry *find_entry;
  GtkLabel *find_count;
  GtkLabel *title;
  GtkLabel *line;
  GtkLabel *reference;
  GtkWidget *no_text;
  GtkWidget *no_text_original;
  GtkWidget *attachments_box;
  GtkListBox *attachments;
  SbReaderText *text;
};

/* The names in the text, and the card at one of them. */
void _sb_reader_class_init_names (SbReaderClass *klass);
void _sb_reader_init_names (SbReader *self);
void _sb_reader_dispose_names (SbReader *self);
void _sb_reader_hide_name (SbReader *self);

/* Has the keyboard return to the text when @popover closes. */
void _sb_reader_return_focus (SbReader *self,
                              GtkPopover *popover);

/* What is said where there is no text. */
void _sb_reader_class_init_no_text (SbReaderClass *klass);
void _sb_reader_update_no_text (SbReader *self);

/* How the text is set. */
void _sb_reader_init_look (SbReader *self);
void _sb_reader_finalize_look (SbReader *self);

/* What lies beside it, and what changed. */
void _sb_reader_class_init_related (SbReaderClass *klass);
void _sb_reader_init_related (SbReader *self);
void _sb_reader_related_shown_cb (SbReader *self);
void _sb_reader_link_activated_cb (SbReader *self,
                                   GtkListBoxRow *row);

/* Its pages as they were laid out. */
void _sb_reader_class_init_pages (SbReaderClass *klass);
void _sb_reader_init_pages (SbReader *self);
void _sb_reader_close_pages (SbReader *self);
void _sb_reader_pages_toggled_cb (SbReader *self);
void _sb_reader_set_page_extracts (SbReader *self,
                                   GListModel *extracts);
/* FALSE when pages are not what is shown, or nothing is selected. */
gboolean _sb_reader_get_page_range (SbReader *self,
                                    int *start,
                                    int *end);
gboolean _sb_reader_show_page_range (SbReader *self,
                                     int start,
                                     int end);

/* What can be done with the passage that is selected. */
void _sb_reader_class_init_passage (SbReaderClass *klass);
void _sb_reader_init_passage (SbReader *self);
/* Its pictures, none of which is fetched by itself. */
void _sb_reader_class_init_illustrations (SbReaderClass *klass);

/* What is looked for. */
void _sb_reader_init_find (SbReader *self);
void _sb_reader_find_next_cb (SbReader *self);
void _sb_reader_find_previous_cb (SbReader *self);

/* Its headings. */
void _sb_reader_init_outline (SbReader *self);
void _sb_reader_update_outline (SbReader *self);
void _sb_reader_outline_activated_cb (SbReader *self,
                                      GtkListBoxRow *row);
void _sb_reader_outline_shown_cb (SbReader *self);

G_END_DECLS
