/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The part of that name in a ZIP archive, unpacked; NULL without an error when
 * there is none. Fails with SB_DOCUMENT_ERROR when the archive is damaged or
 * the part, unpacked, is larger than any text. */
GBytes *_sb_zip_read_part (GBytes *zip,
                           const char *name,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
