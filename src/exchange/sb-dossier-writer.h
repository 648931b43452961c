/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-operation.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Writes a dossier (docs/dossier-format.md) to the file @path, "-" for standard
 * output: the dossier with the id @dossier and all that it needs, or all of the
 * catalogue for 0. The same records give the same bytes. Neither the records nor
 * the originals are in memory at once; the file is there whole or not at all.
 * @operation (nullable) is told how far it is. Blocks. Returns the number of
 * records, -1 on error: of SB_EXCHANGE_ERROR, of the catalogue, or of GIO. */
gint64 sb_dossier_write (SbStore *store,
                         gint64 dossier,
                         const char *path,
                         SbOperation *operation,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
