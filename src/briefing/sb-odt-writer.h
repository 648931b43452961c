/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-sheets.h"

G_BEGIN_DECLS

/* The documents as one OpenDocument text (1.3), each from a page of its own on: headings,
 * text, lists, quotations and tables in styles with the names of LibreOffice, numbered
 * headings and contents that it can bring up to date, notes as notes, figures as
 * pictures with what they show in words, heads and feet of pages with their number, the
 * language of each text, and metadata. The same documents make the same bytes but for the
 * date, which is the clock's (sb_clock_now()). Fails with %SB_BRIEFING_ERROR_DRAWING. Any
 * thread that may draw @sheets. */
GBytes *sb_odt_render (SbSheets *const *sheets,
                       guint n_sheets,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
