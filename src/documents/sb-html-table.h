/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-html-tree.h"

G_BEGIN_DECLS

/* TRUE when a table holds rows and columns of facts and does not just place
 * things on the page. */
gboolean _sb_html_is_data_table (const GumboNode *table);

/* Its cells, rows by newline and cells by tab, rows without text left out. */
char *_sb_html_dup_table_text (const GumboNode *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
