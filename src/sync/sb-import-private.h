/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-document.h"
#include "sb-extraction.h"
#include "sb-import.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

/* What a file is. */
typedef enum
{
  SB_IMPORT_UNKNOWN,
  SB_IMPORT_HTML,
  SB_IMPORT_TEXT,
  SB_IMPORT_PDF,
  SB_IMPORT_OFFICE,
  SB_IMPORT_MARKDOWN,
  SB_IMPORT_MAIL,
  SB_IMPORT_OPML,
  SB_IMPORT_DOSSIER,
  SB_IMPORT_CONTAINER,
  SB_IMPORT_FEED,
  SB_IMPORT_TABLE,
} SbImportKind;

/* The kind of document that a file most likely is; the reader may change it. Where
 * no media type stands here, the name of the file tells it. */
typedef struct
{
  const char *name;
  const char *media_type;
  SbDocumentKind document_kind;
} SbImportKindTraits;

extern const SbImportKindTraits _sb_import_kinds[];

/* sb-import-kind.c: what @bytes are; @name is that of the file. */
SbImportKind _sb_import_guess_kind (GBytes *bytes,
                                    const char *name);

/* sb-import-document.c: a file that is a document, as it is stored. */
typedef struct
{
  SbImportKind kind;
  const char *name; /* of the file */
  GBytes *bytes;
  SbExtraction *extraction;
} SbImportDocument;

/* A UUID (version 8, RFC 9562) made of the SHA-256 of the bytes: the same file is the
 * same document in every catalogue. */
char *_sb_import_make_document_uuid (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
/* What the file says of itself. */
void _sb_import_describe_document (const SbImportDocument *self,
                                   SbRecordBuilder *builder);

/* Stores it, unless a document of the same bytes is there. */
gboolean _sb_import_store_document (const SbImportDocument *self,
                                    SbStore *store,
                                    SbImportResult *result,
                                    GError **error);

G_END_DECLS
