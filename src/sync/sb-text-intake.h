/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* Takes the text of documents out of the HTML that a feed gave, behind their being
 * stored and shown; see sb-text-store.h. */

/* The SbTextFunc of stores: what waits is read by whoever asks for it. */
GPtrArray *sb_text_intake_read (GBytes *original,
                                const char *base) G_GNUC_WARN_UNUSED_RESULT;

/* Takes out and stores at most @n_documents texts, on all cores; @n_left is set to how
 * many wait still. Blocks, for some tenths of a millisecond a document. */
gboolean sb_text_intake_step (SbStore *store,
                              guint n_documents,
                              guint *n_left,
                              GError **error);

/* Takes out all that wait. */
gboolean sb_text_intake_run (SbStore *store,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
