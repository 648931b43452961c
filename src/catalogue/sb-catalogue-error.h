/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SB_CATALOGUE_ERROR (sb_catalogue_error_quark ())

/**
 * SbCatalogueError:
 * @SB_CATALOGUE_ERROR_INVALID: a record that may not be stored
 * @SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE: a record refers to one that is not
 *   there
 * @SB_CATALOGUE_ERROR_FORMAT: a file that is imported is not what it says
 * @SB_CATALOGUE_ERROR_NEWER: the file was written by a newer program
 * @SB_CATALOGUE_ERROR_FOREIGN: the file is an SQLite database, but no catalogue
 * @SB_CATALOGUE_ERROR_OLDER: the file was written by an older program and
 *   cannot be brought up to date, because it may not be written to
 * @SB_CATALOGUE_ERROR_BACKUP: a backup that was to be restored is damaged
 * @SB_CATALOGUE_ERROR_MERGE: two records that cannot be merged
 * @SB_CATALOGUE_ERROR_NOT_MERGED: a merge that there is not, or that was taken
 *   back
 * @SB_CATALOGUE_ERROR_MERGED: a record that somebody worked on was merged into
 *   another one meanwhile, or could not stay because two were merged
 * @SB_CATALOGUE_ERROR_VERSIONS: records that cannot be versions of one question
 * @SB_CATALOGUE_ERROR_VERSIONS_PLACE: the same, because they are of other places
 */
typedef enum
{
  SB_CATALOGUE_ERROR_INVALID,
  SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE,
  SB_CATALOGUE_ERROR_FORMAT,
  SB_CATALOGUE_ERROR_NEWER,
  SB_CATALOGUE_ERROR_FOREIGN,
  SB_CATALOGUE_ERROR_OLDER,
  SB_CATALOGUE_ERROR_BACKUP,
  SB_CATALOGUE_ERROR_MERGE,
  SB_CATALOGUE_ERROR_NOT_MERGED,
  SB_CATALOGUE_ERROR_MERGED,
  SB_CATALOGUE_ERROR_VERSIONS,
  SB_CATALOGUE_ERROR_VERSIONS_PLACE,
} SbCatalogueError;

GQuark sb_catalogue_error_quark (void);

G_END_DECLS
