/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <sqlite3.h>

#include "sb-connection.h"
#include "sb-statement.h"

G_BEGIN_DECLS

/* Compiles @sql. Statements that are @cached go back to the connection when
 * they are freed; others are destroyed. */
SbStatement *_sb_statement_new (sqlite3 *db,
                                const char *sql,
                                gboolean cached,
                                GError **error);
void _sb_statement_destroy (SbStatement *self);

/* Takes a reference to @connection, and drops it when it is given back. */
void _sb_statement_lend (SbStatement *self,
                         SbConnection *connection);
gboolean _sb_statement_is_lent (SbStatement *self);

gint64 _sb_statement_get_first_int (SbStatement *self);

/* In sb-connection.c. */
gboolean _sb_connection_check_cancelled (SbConnection *self,
                                         GError **error);

G_END_DECLS
