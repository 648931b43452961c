/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What reading a document may fail with. Nothing in a document is trusted, so
 * each of these is an ordinary outcome. */
typedef enum
{
  SB_DOCUMENT_ERROR_UNSUPPORTED, /* no format that is read here */
  SB_DOCUMENT_ERROR_BROKEN, /* truncated or damaged beyond reading */
  SB_DOCUMENT_ERROR_LOCKED, /* needs a password */
  SB_DOCUMENT_ERROR_NO_TEXT, /* pages, but no text: scanned pictures */
  SB_DOCUMENT_ERROR_TOO_LARGE, /* more bytes or pages than are accepted */
  SB_DOCUMENT_ERROR_TOO_COSTLY, /* took more time or memory than is granted */
  SB_DOCUMENT_ERROR_HELPER, /* the process that reads such files cannot be started */
  SB_DOCUMENT_ERROR_EMPTY, /* nothing to read in it */
  SB_DOCUMENT_ERROR_OLD_FORMAT, /* RTF, or of an office program before 2007: no library reads them */
} SbDocumentError;

#define SB_DOCUMENT_ERROR (sb_document_error_quark ())

GQuark sb_document_error_quark (void);

/* The code as one word for other programs, such as "no-text". */
const char *sb_document_error_get_name (SbDocumentError code);

G_END_DECLS
