/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-sheets.h"

G_BEGIN_DECLS

/**
 * SbPagePreview:
 *
 * The sheets of a briefing as they will print, one under the other, as wide as
 * there is room for. They are drawn in a worker by the code that draws them on
 * paper, and stay as they were until the new ones are ready.
 */
#define SB_TYPE_PAGE_PREVIEW (sb_page_preview_get_type ())

G_DECLARE_FINAL_TYPE (SbPagePreview, sb_page_preview, SB, PAGE_PREVIEW, GtkWidget)

GtkWidget *sb_page_preview_new (void);

/* (nullable) */
void sb_page_preview_set_sheets (SbPagePreview *self,
                                 SbSheets *sheets);

G_END_DECLS
