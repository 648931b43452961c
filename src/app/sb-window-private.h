/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"
#include "sb-window.h"

G_BEGIN_DECLS

struct _SbWindow
{
  AdwApplicationWindow parent_instance;

  SbContext *context; /* (owned) */
  SbSession *session; /* (owned) */

  AdwToastOverlay *toasts;
  GtkStack *root;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkWidget *content;
  GtkListBox *page_list;
  AdwViewStack *pages;
  AdwFlap *flap;
  AdwBin *inspector_bin;
  AdwStatusPage *failure;
};

/* Actions "win.*"; sb-window-actions.c. */
void _sb_window_class_install_actions (SbWindowClass *klass);
void _sb_window_update_actions (SbWindow *self);

/* Brings back, and keeps, the size, the page and the moment of the last
 * session; sb-window-state.c. */
void _sb_window_restore_state (SbWindow *self);
void _sb_window_save_state (SbWindow *self);

void _sb_window_show_page (SbWindow *self,
                           const char *name);
void _sb_window_show_message (SbWindow *self,
                              const char *message);

G_END_DECLS
