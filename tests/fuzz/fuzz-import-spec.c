/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-import-spec.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* A specification that can be read is written so that it can be read again. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbImportSpec) spec = sb_import_spec_new (bytes, &error);
  g_autoptr (SbImportSpec) again = NULL;
  g_autofree char *json = NULL;

  g_assert_true ((spec == NULL) == (error != NULL));
  if (spec == NULL)
    return 0;

  json = sb_import_spec_to_json (spec);
  written = g_bytes_new (json, strlen (json));
  again = sb_import_spec_new (written, &error);
  g_assert_no_error (error);
  return 0;
}
