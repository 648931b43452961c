/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* What an import of records did. */
typedef struct
{
  guint added;
  guint updated;
  guint unchanged;
  guint merged; /* are gone by merges here, and stay so; what was kept is left
                   as it is */
} SbImportCounts;

/* Reads records from NDJSON, one object a line (docs/dossier-format.md), and
 * stores them in one unit of work; what is stored already is updated by UUID,
 * so that doing it twice changes nothing. */
gboolean sb_dossier_read_ndjson (SbStore *store,
                                 GBytes *bytes,
                                 const char *label,
                                 SbImportCounts *counts,
                                 GCancellable *cancellable,
                                 GError **error);

/* The sample dossier that ships with the program. */
gboolean sb_dossier_read_sample (SbStore *store,
                                 SbImportCounts *counts,
                                 GError **error);

G_END_DECLS
