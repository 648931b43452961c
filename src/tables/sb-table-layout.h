/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: files that are known to come without the row that names
 * their columns. */

typedef struct
{
  const char *name; /* "gdelt" */
  gboolean is_unquoted; /* quotation marks are characters */
  const char *const *columns;
  guint n_columns;
} SbTableLayout;

/* The layout that rows of these cells have, by how many there are and by what is
 * in them; (nullable). Static. */
const SbTableLayout *sb_table_layout_find (const char *const *cells,
                                           guint n_cells);

G_END_DECLS
