/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-import-result.h"
#include "sb-operation.h"

G_BEGIN_DECLS

typedef struct _SbImportSpec SbImportSpec; /* sb-import-spec.h */

/* Files that come into the catalogue: documents (HTML, text, PDF), lists of
 * feeds (OPML), dossiers and data (tables, JSON, geodata). What a file is, is told
 * by its bytes. */

/**
 * SbImportDraft:
 *
 * A file that was read and is not yet stored. Owned by one.
 */
typedef struct _SbImportDraft SbImportDraft;

/* Reads @bytes. @name is that of the file: it names a document that does not
 * name itself. With @spec (nullable) the file is data, and read as that says.
 * Needs no catalogue; takes its time: never on the main loop. */
SbImportDraft *sb_import_draft_new (GBytes *bytes,
                                    const char *name,
                                    SbImportSpec *spec,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes of a file at a path or an address of GIO, if it is not too large to be
 * imported and no folder. Blocks. */
GBytes *sb_import_load (const char *file,
                        GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a file at a path or an address of GIO. Fails with G_IO_ERROR as
 * well, and refuses what is too large before it is read. */
SbImportDraft *sb_import_draft_new_from_file (const char *file,
                                              SbImportSpec *spec,
                                              GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_import_draft_free (SbImportDraft *self);

/* Stores what was read, in one transaction: when it fails or is cancelled, nothing
 * is. A document of the same bytes is not stored again. @operation (nullable) is
 * told how far a dossier is. Blocks. */
SbImportResult *sb_import_draft_store (SbImportDraft *self,
                                       SbStore *store,
                                       SbOperation *operation,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads files one after the other beside the main loop, and stores each by the
 * writer of @catalogue. With @spec (nullable) they are data, and read as that says.
 * @operation (nullable) is told how far it is. */
void sb_import_files_async (SbCatalogue *catalogue,
                            const char *const *files,
                            SbImportSpec *spec,
                            SbOperation *operation,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* What became of each (element-type SbImportResult). A file that cannot be
 * read or stored has its error in its result; NULL only when cancelled: what
 * was stored until then stays. */
GPtrArray *sb_import_files_finish (SbCatalogue *catalogue,
                                   GAsyncResult *result,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbImportDraft, sb_import_draft_free)

G_END_DECLS
