/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-outline.h"

G_BEGIN_DECLS

/**
 * SbOutlineList:
 *
 * The blocks of a briefing in their order, to be chosen and moved: by drag, or by
 * Alt+Up and Alt+Down. It changes nothing itself: it tells what is asked for, and shows
 * the outline that comes of it.
 *
 * Property "tools" (widget): stands below; the actions "outline.move-up",
 * "outline.move-down", "outline.toggle", "outline.rename" and "outline.remove" are done
 * to the block that is chosen.
 *
 * Signals, each with the name of a block: "block-chosen"; "block-moved" (name, parent
 * (nullable), guint position), to be read as for sb_outline_move(); "block-toggled", to
 * be hidden or shown; "block-removed"; "block-renamed", its heading is wanted;
 * "block-opened", its text is wanted. "record-dropped" (SbRecord, parent (nullable), guint
 * position) and "figure-dropped" (SbFigureRow, parent (nullable), guint position): it is
 * to be added there.
 */
#define SB_TYPE_OUTLINE_LIST (sb_outline_list_get_type ())

G_DECLARE_FINAL_TYPE (SbOutlineList, sb_outline_list, SB, OUTLINE_LIST, GtkWidget)

/* (nullable) Headings are shown in @language. The block that is chosen stays it as long as
 * there is one of its name. */
void sb_outline_list_set_outline (SbOutlineList *self,
                                  SbOutline *outline,
                                  SbLanguage language);
/* Chooses a block without telling; NULL for none. */
void sb_outline_list_choose (SbOutlineList *self,
                             const char *name);
const char *sb_outline_list_get_chosen (SbOutlineList *self); /* (nullable) */

void sb_outline_list_set_n_findings (SbOutlineList *self,
                                     const char *name,
                                     guint n_findings);

G_END_DECLS
