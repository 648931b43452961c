/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-document-filter-bar.h"
#include "sb-document-places.h"
#include "sb-document-view.h"
#include "sb-documents-page.h"
#include "sb-fold-panes.h"
#include "sb-reading-pane.h"
#include "sb-saved-searches.h"

G_BEGIN_DECLS

struct _SbDocumentsPage
{
  SbPage parent_instance;

  SbDocumentPlaces *places; /* (owned) (nullable) until the page is connected */
  SbRecordPages *documents; /* (owned) (nullable) until the page is connected */
  GtkSliceListModel *places_slice; /* (owned) (nullable) the rows that were made so far */
  char *place_key; /* (owned) (nullable) of the place that is listed */
  gint64 group; /* the first document of the group that is listed; 0 for none */
  gboolean is_following; /* the place is being selected by the program */
  GCancellable *next_cancellable; /* (owned) (nullable) while the next unread one is looked for */

  SbFoldBox *outer_fold;
  GtkPaned *outer_paned;
  SbFoldBox *fold;
  GtkPaned *paned;
  GtkListBox *places_list;
  GtkWidget *search_bar;
  GtkSearchEntry *search;
  GtkToggleButton *places_button;
  GtkToggleButton *filters_button;
  SbDocumentFilterBar *filters;
  GtkWidget *saved_bar;
  GtkToggleButton *watch;
  GtkLabel *count;
  GtkLabel *problem;
  GtkWidget *group_bar;
  GtkWidget *close_group;
  SbDocumentView *view;
  SbReadingPane *pane;
};

/* Which documents are listed; sb-documents-page-list.c. */
void _sb_documents_page_class_install_list (SbDocumentsPageClass *klass);
void _sb_documents_page_connect_list (SbDocumentsPage *self);
void _sb_documents_page_update_list (SbDocumentsPage *self);
void _sb_documents_page_search_changed_cb (SbDocumentsPage *self);
void _sb_documents_page_search_left_cb (SbDocumentsPage *self);

/* The sidebar; sb-documents-page-places.c. */
void _sb_documents_page_class_install_places (SbDocumentsPageClass *klass);
void _sb_documents_page_connect_places (SbDocumentsPage *self);
void _sb_documents_page_place_selected_cb (SbDocumentsPage *self,
                                           GtkListBoxRow *row);
void _sb_documents_page_place_activated_cb (SbDocumentsPage *self);
SbDocumentPlace *_sb_documents_page_get_place (SbDocumentsPage *self); /* (nullable) */

/* Searches that are saved; sb-documents-page-saved.c. */
void _sb_documents_page_class_install_saved (SbDocumentsPageClass *klass);
void _sb_documents_page_connect_saved (SbDocumentsPage *self);
void _sb_documents_page_update_saved (SbDocumentsPage *self);
void _sb_documents_page_watch_toggled_cb (SbDocumentsPage *self);

/* Documents that are one text; sb-documents-page-group.c. */
void _sb_documents_page_class_install_group (SbDocumentsPageClass *klass);
void _sb_documents_page_update_group (SbDocumentsPage *self);

G_END_DECLS
