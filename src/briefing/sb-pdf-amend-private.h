/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-sheets.h"

G_BEGIN_DECLS

/* What Cairo 1.16 does not write: that the file is tagged, its language, and what is to
 * be seen on its figures. It is appended as an update, as the format foresees: the
 * objects that change are written anew behind the others, with a table of where they
 * are. @pdf is taken over and, when it is not as Cairo writes it, given back as it is. */
GBytes *_sb_pdf_amend (GBytes *pdf,
                       SbSheets *const *sheets,
                       guint n_sheets) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
