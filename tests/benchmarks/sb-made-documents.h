/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* Made-up documents, the same ones for the same seed: half French, half English,
 * of about 412 words each, over ten years. What words there are, and how often,
 * is as in texts (Zipf); the names of the Sahel are real, and what is written of
 * them means nothing. With them some actors that have other names, a few
 * hundred sources, and nothing else. */

/* The days on which they were published end here: 2026-04-25. */
#define SB_MADE_LAST_DAY 20568

/* Adds @n_documents to @store, in units of work of a thousand. */
gboolean sb_made_documents_add (SbStore *store,
                                guint32 seed,
                                guint n_documents,
                                GError **error);

G_END_DECLS
