/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-sheets.h"

G_BEGIN_DECLS

/* The pages that a text can be on: their masters are named by the kind and the edition. */
typedef enum
{
  SB_ODT_PAGE_STANDARD,
  SB_ODT_PAGE_FIRST, /* the cover: without head and foot */
  SB_ODT_PAGE_BARE, /* the last page, the same */
} SbOdtPage;

/* The name of a master page, @edition from 0. */
char *_sb_odt_dup_page_name (SbOdtPage page,
                             guint edition) G_GNUC_WARN_UNUSED_RESULT;

/* "GB" for English, "FR" for French. */
const char *_sb_odt_get_country (SbLanguage language);

/* The member styles.xml, for the language of the first document and the pages of all. */
GBytes *_sb_odt_styles_render (SbSheets *const *sheets,
                               guint n_sheets) G_GNUC_WARN_UNUSED_RESULT;

/* The member meta.xml, which says what is said of the first document. */
GBytes *_sb_odt_meta_render (SbSheets *const *sheets,
                             guint n_sheets) G_GNUC_WARN_UNUSED_RESULT;

/* Appends a length in points, "12.5pt", to @out. */
void _sb_odt_append_points (GString *out,
                            double points);

G_END_DECLS
