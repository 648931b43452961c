/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-document.h"
#include "sb-fetch-result.h"
#include "sb-record-builder.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* What servers answered with is kept with the document that it was asked for: its page,
 * each time that it changed, and those of its pictures that somebody wanted to see. */

/* Adds what the server answered with to the captures of @document (nullable), unless it
 * is what it answered the last time. */
void sb_capture_add (SbRecordBuilder *builder,
                     SbRecord *document,
                     SbFetchResult *fetch);

/* Whether it is one of the pictures of the document, and not the document. */
gboolean sb_capture_is_illustration (SbRecord *capture);

/* The SHA-256 of the picture that @document has of @address, the last one; NULL when it
 * was never wanted. Borrowed. */
const char *sb_capture_find_illustration (SbRecord *document,
                                          const char *address);

/* Keeps @picture, a picture of @document, under the address by which its page knows it,
 * which may not be the one that answered in the end. @media_type is what its bytes say. It
 * is no work of the user's that could be undone. FALSE with an error; nothing happens to a
 * document that is gone. */
gboolean sb_capture_keep_illustration (SbStore *store,
                                       gint64 document,
                                       const char *address,
                                       const char *media_type,
                                       GBytes *picture,
                                       GError **error);

G_END_DECLS
