/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbCliTable:
 *
 * Rows of text in columns, for people to read on standard output. Belongs to
 * one thread.
 */
typedef struct _SbCliTable SbCliTable;

/* With the headings of its columns, at most eight; ended by NULL. */
SbCliTable *sb_cli_table_new (const char *heading,
                              ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
void sb_cli_table_free (SbCliTable *self);

/* Adds a row: one text for each column, of which NULL is "". Text is put on
 * one line. */
void sb_cli_table_add (SbCliTable *self,
                       const char *const *cells);
/* Writes the table, each column as wide as it needs. */
void sb_cli_table_print (const SbCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbCliTable, sb_cli_table_free)

G_END_DECLS
