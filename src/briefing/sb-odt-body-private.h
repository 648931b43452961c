/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-odt-package-private.h"
#include "sb-odt-text-private.h"
#include "sb-sheets.h"

G_BEGIN_DECLS

/* Appends to @text what @sheets say, and adds their pictures to @package; @edition is the
 * number of the document in the file, from 0. Returns FALSE with
 * %SB_BRIEFING_ERROR_DRAWING. */
gboolean _sb_odt_body_write (SbOdtText *text,
                             SbOdtPackage *package,
                             SbSheets *sheets,
                             guint edition,
                             GError **error);

G_END_DECLS
