/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"

G_BEGIN_DECLS

/* The record of @kind that @word means: its id, its UUID or its name. Says so
 * when there is none, or more than one; NULL then. */
SbRecord *sb_cli_find_record (SbStore *store,
                              SbKind kind,
                              const char *word) G_GNUC_WARN_UNUSED_RESULT;

/* Sets the period, the as-of day, the actor, the place and the dossier of
 * @query as the options say. */
gboolean sb_cli_fill_query (SbCli *self,
                            SbStore *store,
                            SbQuery *query);

G_END_DECLS
