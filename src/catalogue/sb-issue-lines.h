/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* Issues as lines of a dossier, with their pages (docs/dossier-format.md). Block. */

/* The numbers of the issues of the briefing with this UUID, the first one first
 * (element-type guint). */
GArray *sb_issue_lines_list_numbers (SbStore *store,
                                     const char *briefing,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* One issue as a line, without its end. */
char *sb_issue_lines_write (SbStore *store,
                            const char *briefing,
                            guint number,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Stores the issue of @line as it was frozen elsewhere, when its record and its pages are
 * those of their hashes; one of its number that is there already stays as it is. In the
 * transaction of the caller. @owner gets the UUID of its briefing, owned by the caller.
 * Fails with %SB_CATALOGUE_ERROR_FORMAT. */
gboolean sb_issue_lines_put (SbStore *store,
                             const char *line,
                             gsize length,
                             char **owner,
                             GError **error);

G_END_DECLS
