/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-import-spec.h"

G_BEGIN_DECLS

/* A folder that keeps how tables were read, each under the key of its columns
 * (sb_table_sample_make_key()), so that the next file of the kind is read alike. */

/* What was kept under @key; NULL when there is nothing, or nothing that can be read:
 * then the person is asked again. Reads a file: not on the main loop. */
SbImportSpec *sb_import_spec_folder_find (const char *folder,
                                          const char *key) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps @spec under @key instead of what was there, whole or not at all; makes the
 * folder. Fails with G_FILE_ERROR. */
gboolean sb_import_spec_folder_keep (const char *folder,
                                     const char *key,
                                     const SbImportSpec *spec,
                                     GError **error);

G_END_DECLS
