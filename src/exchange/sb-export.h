/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-geometry.h"
#include "sb-id-set.h"
#include "sb-operation.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Files for other programs: docs/exports.md tells what each holds, and what is
 * lost on the way. */
typedef enum
{
  SB_EXPORT_GEOJSON, /* RFC 7946 */
  SB_EXPORT_CSV, /* RFC 4180, one kind of record */
  SB_EXPORT_ACLED_CSV, /* events, in the columns of ACLED */
  SB_EXPORT_STIX, /* STIX 2.1 (OASIS) */
  SB_EXPORT_RIS, /* documents, for reference managers */
  SB_EXPORT_GRAPHML, /* actors and what ties them */
} SbExportFormat;

#define SB_N_EXPORT_FORMATS (SB_EXPORT_GRAPHML + 1)

typedef struct
{
  SbExportFormat format;
  SbKind kind; /* of the records of a CSV file; of no account for the others */
  SbLanguage language; /* of what is only written in one */
  const SbQuery *query; /* (unowned) which records; its kind, order and limit
                           are of no account */
  const SbBounds *bounds; /* (unowned) (nullable) only of them what lies there: a
                             place, or something at a place or on a road */
  GHashTable *only; /* (unowned) (nullable) (element-type gint64) a set of ids: of a
                       graph, the actors, relations and alliances that are written */
  const SbIdSet *events; /* (unowned) (nullable) of events, those that are written */
} SbExportRequest;

/* The format of that name on the command line ("acled-csv"); FALSE for none. */
gboolean sb_export_format_parse (const char *name,
                                 SbExportFormat *format);

/* Writes what @request asks for to the file @path, "-" for standard output. What
 * is read is of one moment, and never all in memory; the file is there whole or
 * not at all. Withdrawn records are left out unless the query asks for them.
 * @operation (nullable) is told how far it is. Blocks. Returns how many records
 * went in, -1 on error. */
gint64 sb_export_write (SbStore *store,
                        const SbExportRequest *request,
                        const char *path,
                        SbOperation *operation,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
