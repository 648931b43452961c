/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbTableFile:
 *
 * A file that is published with a text, as ReliefWeb lists it. Owned by its list.
 */
typedef struct
{
  char *url;
  char *name; /* (nullable) of the file */
  char *media_type; /* (nullable) */
  char *description; /* (nullable) "French version" */
  gint64 size; /* bytes; 0 when it is not said */
  gint64 pages; /* 0 when it is not said */
} SbTableFile;

/* The files of @json, a list of objects of JSON; what is nothing of the kind has none,
 * and neither has what has no address. (element-type SbTableFile) */
GPtrArray *sb_table_files_new (const char *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
