/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-dossier-reader.h"
#include "sb-operation.h"

G_BEGIN_DECLS

/* Whether the bytes of @stream, which can seek, are those of a zip file that says
 * it is a dossier, be it a damaged one. Leaves the stream where it likes. */
gboolean sb_dossier_sniff (GInputStream *stream);

/* Stores the dossier (docs/dossier-format.md) that @stream holds, which can seek.
 * A record that is there already is brought up to date, by UUID: the dossier
 * wins; what the dossier does not tell of stays. One transaction: it is stored
 * whole or not at all. @label is as for sb_change_set_new(); a unit of work that
 * has one can be undone. Neither the records nor the originals are in memory at
 * once. @counts and @operation may be NULL. Blocks. Errors are those of
 * SB_EXCHANGE_ERROR, of the catalogue and of GIO. */
gboolean sb_dossier_import (SbStore *store,
                            GInputStream *stream,
                            const char *label,
                            SbImportCounts *counts,
                            SbOperation *operation,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
