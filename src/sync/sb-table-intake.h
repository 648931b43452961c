/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-import.h"
#include "sb-table-shape.h"

G_BEGIN_DECLS

/* Data that a file holds, on its way into the catalogue: events with their actors,
 * places and sources, documents, figures, places. What came from the same source
 * before is updated by the key that its source gives it. */

typedef struct
{
  SbTable *table;
  SbTableShape shape;
  SbImportSpec *spec; /* (nullable) */
  const char *file; /* its name */
  SbOperation *operation; /* (nullable) told how far it is */
  SbRef *feed; /* (nullable) of a service that was synced: then it is nobody's work
                  that could be undone, and documents belong to the feed */
  const char *const *countries; /* (nullable) ISO 3166-1 alpha-2: documents that are
                                   about none of them are left out */
} SbTableIntakeRequest;

/* Whether the shape, or @spec (nullable), says what is to be done with the rows. */
gboolean sb_table_intake_is_possible (SbTableShape shape,
                                      SbImportSpec *spec);

/* Stores the rows in one unit of work under one label of the history. Rows that
 * cannot be used are in the rejections of @result, with their lines; its counts are
 * those of what the rows are about, not of the actors and places made on the way.
 * Fails as a whole, leaving no trace, when cancelled or when the catalogue cannot
 * be written. Blocks. */
gboolean sb_table_intake (SbStore *store,
                          const SbTableIntakeRequest *request,
                          SbImportResult *result,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
