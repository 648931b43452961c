/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"

G_BEGIN_DECLS

/* The kind of record that @word names: as the program does ("events"), or as it
 * is called in either language ("évènements"). Says so when it names none;
 * SB_KIND_NONE then. */
SbKind sb_cli_read_kind (const char *word);

/* The record of @kind that @word means: its id, its UUID or its name. Says so
 * when there is none, and names them when there are several; NULL then. What was
 * merged into another one is that one, which it says as well. */
SbRecord *sb_cli_find_record (SbStore *store,
                              SbKind kind,
                              const char *word) G_GNUC_WARN_UNUSED_RESULT;

/* Sets the period, the as-of day, the actor, the place and the dossier of
 * @query as the options say. */
gboolean sb_cli_fill_query (SbCli *self,
                            SbStore *store,
                            SbQuery *query);

G_END_DECLS
