/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-sheets.h"

G_BEGIN_DECLS

/* A PDF of the sheets: selectable text in embedded fonts, maps as vectors, an
 * outline of the headings, links from the marks of sources to the sources and
 * from these to the web, structure, and metadata. The same sheets make the same
 * bytes but for the date, which is the clock's (sb_clock_now()). Fails with
 * %SB_BRIEFING_ERROR_DRAWING. */
GBytes *sb_pdf_render (const SbSheets *sheets,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same into a file, which is there whole or, when the disk is full or the
 * folder closed, as it was before: #GFileError. Blocks. */
gboolean sb_pdf_write (const SbSheets *sheets,
                       const char *path,
                       GError **error);

/* Several documents one after the other in one file, each with its own pages; what is
 * said of the file is what is said of the first. All are on paper of one size. */
GBytes *sb_pdf_render_all (SbSheets *const *sheets,
                           guint n_sheets,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sb_pdf_write_all (SbSheets *const *sheets,
                           guint n_sheets,
                           const char *path,
                           GError **error);

G_END_DECLS
