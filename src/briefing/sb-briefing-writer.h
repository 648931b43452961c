/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-sheets.h"

G_BEGIN_DECLS

/* What a briefing is handed over as. */
typedef enum
{
  SB_BRIEFING_FORMAT_PDF, /* the pages, as they print */
  SB_BRIEFING_FORMAT_ODT, /* text to be worked on, with its styles, notes and pictures */
  SB_BRIEFING_FORMAT_HTML, /* one file that needs no other */
  SB_BRIEFING_FORMAT_TEXT,
} SbBriefingFormat;

#define SB_N_BRIEFING_FORMATS (SB_BRIEFING_FORMAT_TEXT + 1)

/* Reads "pdf", "odt", "html" or "text"; returns FALSE for another word. */
gboolean sb_briefing_format_parse (const char *name,
                                   SbBriefingFormat *format);
/* The format that the name of a file asks for by its ending (".html" and ".htm", ".txt"),
 * in any case; returns FALSE when it is none of them. */
gboolean sb_briefing_format_guess (const char *path,
                                   SbBriefingFormat *format);
/* "pdf", "odt", "html", "txt": what a file of it is called by; static. */
const char *sb_briefing_format_get_extension (SbBriefingFormat format);

/* The editions of a briefing, one after the other, in memory or in a file, which is there
 * whole or, when the disk is full or the folder closed, as it was before. All are on paper
 * of one size. Fails with %SB_BRIEFING_ERROR_DRAWING or a #GFileError. Blocks for as long
 * as the pictures take, a second for each of them at most: run in a worker by the window,
 * in which nothing else draws @sheets meanwhile. */
GBytes *sb_briefing_render (SbSheets *const *sheets,
                            guint n_sheets,
                            SbBriefingFormat format,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sb_briefing_write (SbSheets *const *sheets,
                            guint n_sheets,
                            SbBriefingFormat format,
                            const char *path,
                            GError **error);

G_END_DECLS
