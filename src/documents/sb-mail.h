/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* The most bytes that are read of a saved page or a message. */
#define SB_MAIL_MAX_BYTES (64 << 20)

/* TRUE when a file begins as a message does, with lines of "Name: value" of which
 * one is that of MIME. @head: its start, NUL-terminated. */
gboolean sb_mail_is_likely (const char *head);

/* Reads a page that a browser saved with all its parts in one file (MHTML), or a
 * message: its page, or its plain text, in whatever character set; pictures and
 * attachments are left out. A message, whose subject, sender and date are taken
 * as title, author and date, is read whole. In a process of its own, see
 * _sb_extractor_run(). @base_url: (nullable) where it came from, if the file does
 * not say. Fails with SB_DOCUMENT_ERROR or G_IO_ERROR_CANCELLED. Any thread but
 * the main one. */
SbExtraction *sb_mail_extract (GBytes *bytes,
                               const char *base_url,
                               SbExtractScope scope,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
