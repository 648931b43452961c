/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-moment.h"
#include "sb-operation-bar.h"
#include "sb-page.h"
#include "sb-progress-ring.h"
#include "sb-time-bar.h"
#include "sb-window.h"

G_BEGIN_DECLS

struct _SbWindow
{
  AdwApplicationWindow parent_instance;

  SbContext *context; /* (owned) */
  SbSession *session; /* (owned) */
  SbMoment *moment; /* (owned) (nullable) before the catalogue is open */
  guint n_ticks; /* frames that were begun, until the second */
  gboolean is_painted; /* the first frame was shown */
  gboolean has_pages; /* it is known which of them is to be shown */

  AdwToastOverlay *toasts;
  AdwToast *last_toast; /* (owned) (nullable) of what was done or undone last, shown or gone */
  GtkStack *root;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkWidget *content;
  GtkListBox *page_list;
  AdwViewStack *pages;
  AdwFlap *flap;
  AdwBin *inspector_bin;
  SbTimeBar *time_bar;
  SbTimePlayer *time_player;
  AdwStatusPage *failure;
  SbOperationBar *operation_bar;
  GtkWidget *sync_button;
  GtkImage *sync_image;
  SbProgressRing *sync_ring;

  char **waiting_files; /* (owned) (nullable) to import once the catalogue is open */
  GtkFileChooserNative *chooser; /* (owned) (nullable) while it is shown */
  SbOperation *sync_operation; /* (owned) (nullable) while feeds are fetched */
  gboolean sync_is_unasked; /* they are fetched because they were due */

  /* The number of documents that were not read; sb-window-unread.c. */
  GCancellable *unread_cancellable; /* (owned) (nullable) while it is counted */
  gboolean unread_is_stale; /* they changed while they were counted */

  guint day_source; /* looks whether it is another day; sb-window-time.c */
};

/* The pages, each made when it is first shown; sb-window-pages.c.
 * _sb_window_make_page() returns TRUE when it made the page now. */
void _sb_window_add_pages (SbWindow *self);
gboolean _sb_window_make_page (SbWindow *self,
                               const char *name);
void _sb_window_connect_pages (SbWindow *self);
SbPage *_sb_window_get_shown_page (SbWindow *self); /* (nullable) */
void _sb_window_update_page_list (SbWindow *self);
void _sb_window_page_row_activated_cb (GtkListBox *list,
                                       GtkListBoxRow *row,
                                       SbWindow *self);

void _sb_window_start_time (SbWindow *self);
void _sb_window_stop_time (SbWindow *self);

/* The actions about feeds; sb-window-sync.c. */
void _sb_window_class_install_sync (SbWindowClass *klass);
void _sb_window_stop_sync (SbWindow *self);
/* Feeds are fetched when they are due, if the settings say so. */
void _sb_window_start_feed_timer (SbWindow *self);
/* Subscribes to what @address (nullable) leads to. */
void _sb_window_add_feed (SbWindow *self,
                          const char *address);

/* Files and addresses that come in; sb-window-import.c. */
void _sb_window_class_install_import (SbWindowClass *klass);
void _sb_window_accept_drops (SbWindow *self);
/* What was dropped: files, or the text of an address. FALSE when it is neither. */
gboolean _sb_window_take (SbWindow *self,
                          const GValue *value);
void _sb_window_import_waiting (SbWindow *self);
void _sb_window_show_chooser (SbWindow *self,
                              GtkFileChooserNative *chooser,
                              GCallback chosen);

/* Finds everything, by Ctrl+K; sb-window-find.c. */
void _sb_window_class_install_find (SbWindowClass *klass);

/* The feeds as a file; sb-window-export.c. */
void _sb_window_class_install_export (SbWindowClass *klass);
void _sb_window_export_feeds (SbWindow *self,
                              GFile *file);

/* Keeps the badge of the documents page. */
void _sb_window_start_unread (SbWindow *self);
void _sb_window_stop_unread (SbWindow *self);

/* Actions "win.*"; sb-window-actions.c. */
void _sb_window_class_install_actions (SbWindowClass *klass);
void _sb_window_update_actions (SbWindow *self);

/* Brings back, and keeps, the size, the page and the moment of the last
 * session; sb-window-state.c. */
void _sb_window_restore_state (SbWindow *self);
void _sb_window_restore_moment (SbWindow *self);
void _sb_window_save_state (SbWindow *self);

void _sb_window_show_page (SbWindow *self,
                           const char *name);
void _sb_window_show_message (SbWindow *self,
                              const char *message);

/* The same, with a button that undoes the last change. */
void _sb_window_show_undoable (SbWindow *self,
                               const char *message);
/* What was undone, or done again. */
void _sb_window_show_undone (SbWindow *self,
                             const char *message);
/* The same, with a button that leads to a page, unless that is the one shown. */
void _sb_window_show_leading (SbWindow *self,
                              const char *message,
                              const char *page);
void _sb_window_show_error (SbWindow *self,
                            const GError *error);

G_END_DECLS
