/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"
#include "sb-text-diff.h"

G_BEGIN_DECLS

/* What became of the text of @document since the capture of its page at the position
 * @capture. NULL without an error when that page was not kept. Blocks, for as long as it
 * takes to read a page; of the errors of the catalogue and of SB_DOCUMENT_ERROR. */
SbTextDiff *sb_load_capture_changes (SbStore *store,
                                     gint64 document,
                                     guint capture,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
