/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to this layer: a KMZ is a ZIP archive with a KML file in it, and
 * GDELT packs each of its tables. */

gboolean sb_zip_is_archive (GBytes *bytes);

/* The first member whose name ends with @suffix, unpacked. Fails with
 * SB_TABLE_ERROR when there is none, or it is larger than any text that is
 * read. */
GBytes *sb_zip_read_member (GBytes *bytes,
                            const char *suffix,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
