/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-context.h"
#include "sb-moment.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbPage:
 *
 * One page of the window: a subclass and its .ui file, whose content is the
 * child. A page does nothing until it is first shown with the catalogue open;
 * then its connect() is called, once.
 *
 * Properties: "title", "icon-name" (strings), "follows-time" (boolean: the time
 * bar is shown below it), "has-panel" (boolean: it shows the selection itself,
 * the window's inspector would show it twice), "context", "session", "moment".
 */
#define SB_TYPE_PAGE (sb_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (SbPage, sb_page, SB, PAGE, AdwBin)

struct _SbPageClass
{
  AdwBinClass parent_class;

  /* The catalogue is open and the page is shown for the first time: make
   * models, bind to the session. May be NULL. */
  void (*connect) (SbPage *self);

  /* Gives the keyboard to what the page is about. Without it, the first widget
   * of the page gets it. */
  void (*focus_content) (SbPage *self);
};

const char *sb_page_get_title (SbPage *self);
SbContext *sb_page_get_context (SbPage *self); /* (nullable) */
SbSession *sb_page_get_session (SbPage *self); /* (nullable) */
SbMoment *sb_page_get_moment (SbPage *self); /* (nullable) */
SbCatalogue *sb_page_get_catalogue (SbPage *self); /* (nullable) */

/* Gives the keyboard to the page. */
void sb_page_focus_content (SbPage *self);

/* Shows a sentence at the foot of the window for a while. */
void sb_page_show_message (SbPage *self,
                           const char *message);

/* Shows in plain words what went wrong; nothing for a cancellation. */
void sb_page_show_error (SbPage *self,
                         GError *error);

G_END_DECLS
