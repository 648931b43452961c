/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-alliances-page.h"
#include "sb-fold-panes.h"

#include "sb-graph-finder.h"
#include "sb-graph-view.h"
#include "sb-record-view.h"

G_BEGIN_DECLS

/* What the files that make up the page share. */

struct _SbAlliancesPage
{
  SbPage parent_instance;

  SbGraphFinder *finder; /* (owned) (nullable) before the catalogue is open */
  GSimpleActionGroup *actions; /* (owned) what the graph is narrowed to */
  GListStore *actors; /* (owned) (element-type SbRecord) those of the graph */
  SbRecord *asked; /* (owned) (nullable) of whom the menu is */
  SbRecord *focus; /* (owned) (nullable) around whom the graph is */
  SbRecord *ends[2]; /* (owned) (nullable) of the ways that are shown */
  GtkFileChooserNative *chooser; /* (owned) (nullable) while it is shown */
  GCancellable *event_cancellable; /* (owned) (nullable) while the selected event is read */
  gint64 fitted_focus; /* around whom the graph was last fitted into the view */

  SbFoldBox *fold;
  GtkPaned *paned;
  SbFoldBox *graph_fold;
  GtkPaned *graph_paned;
  SbRecordView *alliances;
  SbRecordView *actor_list;
  SbGraphView *view;
  GtkStack *stack;
  GtkWidget *spinner;
  GtkWidget *focus_bar;
  GtkLabel *focus_label;
  GtkSpinButton *steps;
  GtkWidget *path_bar;
  GtkLabel *path_label;
  GtkLabel *lone_label;
  GtkMenuButton *filter_button;
  GtkDrawingArea *legend;
  GtkPopover *menu;
};

/* Sets up the actions that narrow the graph (sb-alliances-page-filter.c). */
void _sb_alliances_page_add_filter (SbAlliancesPage *self);
/* Narrows it to nothing. */
void _sb_alliances_page_reset_filter (SbAlliancesPage *self);
/* As it was in the last session; the page has its finder. */
void _sb_alliances_page_restore_filter (SbAlliancesPage *self);
/* Narrows the graph to what is near @record; NULL for all. */
void _sb_alliances_page_set_focus (SbAlliancesPage *self,
                                   SbRecord *record);

/* Shows the ways between the two ends, and says so; nothing while one is missing
 * (sb-alliances-page-paths.c). */
void _sb_alliances_page_set_end (SbAlliancesPage *self,
                                 guint end,
                                 SbRecord *record);
void _sb_alliances_page_show_paths (SbAlliancesPage *self);

/* Rings who took part in the selected event (sb-alliances-page-event.c). */
void _sb_alliances_page_ring_event (SbAlliancesPage *self);
/* Gives up reading it. */
void _sb_alliances_page_forget_event (SbAlliancesPage *self);

/* Asks for a file, and writes the graph to it (sb-alliances-page-export.c). */
void _sb_alliances_page_export (SbAlliancesPage *self);

G_END_DECLS
