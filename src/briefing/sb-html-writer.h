/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-sheets.h"

G_BEGIN_DECLS

/* The documents as one HTML page that needs nothing else and asks nobody: its styles for
 * screen, dark screen and paper inside, figures as SVG with what they show in words,
 * headings, lists and tables as what they are, marks of notes that lead to the notes and
 * back, and the language of each text. No script; a link leads to the web only when it is
 * followed. Fails with %SB_BRIEFING_ERROR_DRAWING. Any thread that may draw @sheets. */
GBytes *sb_html_render (SbSheets *const *sheets,
                        guint n_sheets,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
