/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-reader.h"
#include "sb-test-desk.h"

G_BEGIN_DECLS

/* A document in French, for tests in which one is read; @edtf is its day. */
SbRecord *sb_test_document_new (const char *uuid,
                                const char *title,
                                const char *edtf) G_GNUC_WARN_UNUSED_RESULT;
/* Its text, of one paragraph. (element-type SbBlock) */
GPtrArray *sb_test_document_make_blocks (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Opens one that is stored, and waits until it is shown. */
SbReader *sb_test_document_read (SbWindow *window,
                                 const char *uuid);

G_END_DECLS
