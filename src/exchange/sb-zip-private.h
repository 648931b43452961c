/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-zip-reader.h"

G_BEGIN_DECLS

/* Fills @buffer with the bytes at @offset of the file. */
gboolean _sb_zip_reader_read_at (SbZipReader *self,
                                 guint64 offset,
                                 gpointer buffer,
                                 gsize length,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
