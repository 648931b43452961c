/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-graph-figure.h"
#include "sb-operation.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* A graph of actors as a file: a picture (.pdf, .svg, .png: sb-graph-sheet.h), or what
 * is in it for other programs (.graphml: docs/exports.md). */

/* Whether the ending of @path is one of these. */
gboolean sb_graph_export_knows (const char *path);

/* Writes what @figure shows to @path, which is there whole or as it was before.
 * @title (nullable) stands above a picture. @operation (nullable) is told how far it
 * is. Blocks. */
gboolean sb_graph_export_write (SbStore *store,
                                const SbGraphFigure *figure,
                                SbLanguage language,
                                const char *title,
                                const char *path,
                                SbOperation *operation,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
