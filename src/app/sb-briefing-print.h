/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-edition-request.h"

G_BEGIN_DECLS

/**
 * SbBriefingPrint:
 *
 * A print operation that prints a briefing. Its pages are set when the paper is known that
 * was chosen in the dialog, for that paper; on one that no pages can be set for, they are
 * as large as fits, in its middle. They are sheets of its own, so that a preview can go on
 * drawing those that it shows. Of a briefing in both languages the dialog asks which of
 * them are printed, and how.
 */
#define SB_TYPE_BRIEFING_PRINT (sb_briefing_print_get_type ())
G_DECLARE_FINAL_TYPE (SbBriefingPrint, sb_briefing_print, SB, BRIEFING_PRINT, GtkPrintOperation)

/* The paper of @manner is that of the first page setup. @painter draws the maps; it may be
 * NULL. */
SbBriefingPrint *sb_briefing_print_new (SbCatalogue *catalogue,
                                        SbRecord *briefing,
                                        const SbEditionManner *manner,
                                        SbBasemapPainter *painter) G_GNUC_WARN_UNUSED_RESULT;

/* Why the pages could not be set, in which case the operation was cancelled; NULL when
 * they could. */
const GError *sb_briefing_print_get_failure (SbBriefingPrint *self);

/* On what paper pages are set that are to be printed on a sheet of @width × @height
 * points: on that which covers the most of it. */
SbPaper sb_briefing_print_choose_paper (double width,
                                        double height);

G_END_DECLS
