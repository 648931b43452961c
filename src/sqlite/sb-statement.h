/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbStatement:
 *
 * One statement, lent by sb_connection_prepare() with no parameter bound. It
 * keeps its connection open, and belongs to the thread of that connection:
 *
 * |[
 *   while (sb_statement_step (statement, &local_error))
 *     add_row (sb_statement_get_text (statement, "title"));
 *   if (local_error != NULL)
 *     ...
 * ]|
 *
 * Parameters go by name with their colon (":feed"), columns by the name that
 * the query gives them; a name that is not there is a programming error.
 */
typedef struct _SbStatement SbStatement;

/* Gives the statement back to its connection. */
void sb_statement_free (SbStatement *self);

/* Binding starts the statement anew. Data are copied; NULL binds a null. What
 * cannot be bound (it is too big) makes the next step fail. */
void sb_statement_bind_null (SbStatement *self,
                             const char *parameter);
void sb_statement_bind_int (SbStatement *self,
                            const char *parameter,
                            gint64 value);
void sb_statement_bind_double (SbStatement *self,
                               const char *parameter,
                               double value);
void sb_statement_bind_text (SbStatement *self,
                             const char *parameter,
                             const char *text);
/* The same without a copy of @text, for long ones: it is left alone, and kept, until the
 * statement has run. */
void sb_statement_lend_text (SbStatement *self,
                             const char *parameter,
                             const char *text); /* (nullable) */
void sb_statement_bind_blob (SbStatement *self,
                             const char *parameter,
                             GBytes *bytes);
gboolean sb_statement_has_parameter (SbStatement *self,
                                     const char *parameter);

/* Goes to the next row. FALSE after the last one, and when it fails: then
 * @error, which must not be NULL, is set. The statement is then ready to be
 * run again with the parameters that it has. */
gboolean sb_statement_step (SbStatement *self,
                            GError **error);

/* Runs the statement to its end, for what gives no rows. */
gboolean sb_statement_run (SbStatement *self,
                           GError **error);

/* Forgets the rows that were not read; parameters stay. */
void sb_statement_reset (SbStatement *self);

/* The columns of the row. Text is borrowed until the next step or reset; NULL
 * for a null. Numbers are 0 for a null. */
gboolean sb_statement_has_column (SbStatement *self,
                                  const char *column);
gboolean sb_statement_is_null (SbStatement *self,
                               const char *column);
gboolean sb_statement_is_integer (SbStatement *self,
                                  const char *column);
gboolean sb_statement_get_boolean (SbStatement *self,
                                   const char *column);
gint64 sb_statement_get_int (SbStatement *self,
                             const char *column);
double sb_statement_get_double (SbStatement *self,
                                const char *column);
const char *sb_statement_get_text (SbStatement *self,
                                   const char *column);
char *sb_statement_dup_text (SbStatement *self,
                             const char *column) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sb_statement_dup_blob (SbStatement *self,
                               const char *column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbStatement, sb_statement_free)

G_END_DECLS
