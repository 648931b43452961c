/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-sheets.h"

G_BEGIN_DECLS

/* Appends what @sheets say as an article of a page in HTML; @edition is its number there,
 * from 1, which tells its places from those of others, and @n_figures the figures that
 * the page has before it and then has. Returns FALSE with %SB_BRIEFING_ERROR_DRAWING. */
gboolean _sb_html_article_write (GString *out,
                                 SbSheets *sheets,
                                 guint edition,
                                 guint *n_figures,
                                 GError **error);

G_END_DECLS
