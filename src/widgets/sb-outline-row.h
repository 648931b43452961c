/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-outline.h"

G_BEGIN_DECLS

/**
 * SbOutlineRow:
 *
 * One block in the outline of a briefing: what it is called, what it is, whether it is
 * filled or written by hand, and what is missing of it.
 */
#define SB_TYPE_OUTLINE_ROW (sb_outline_row_get_type ())

G_DECLARE_FINAL_TYPE (SbOutlineRow, sb_outline_row, SB, OUTLINE_ROW, GtkListBoxRow)

GtkWidget *sb_outline_row_new (void);

void sb_outline_row_set_entry (SbOutlineRow *self,
                               const SbOutlineEntry *entry,
                               SbLanguage language);
/* How many things are to be looked at before it is issued, comments aside. */
void sb_outline_row_set_n_findings (SbOutlineRow *self,
                                    guint n_findings);
const char *sb_outline_row_get_name (SbOutlineRow *self);

G_END_DECLS
