/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* Reads a file in a process of its own, "sahel-brief-extractor", which is granted
 * a limited time and memory: a file that is made to hang or to crash a reader
 * harms nothing. It is found by the environment variable SB_EXTRACTOR, where it
 * is installed, or beside this program's build. @arguments: NULL-terminated, the
 * format first, see sb-extractor.c. Fails with SB_DOCUMENT_ERROR or
 * G_IO_ERROR_CANCELLED. Any thread but the main one. */
SbExtraction *_sb_extractor_run (GBytes *bytes,
                                 const char *const *arguments,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As above, for what is no extraction: all that the process writes. */
GBytes *_sb_extractor_ask (GBytes *bytes,
                           const char *const *arguments,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
