/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-connection.h"

#include "sb-sqlite-error.h"
#include "sb-statement.h"

#define N_PROBLEMS_MAX 100

static gboolean
append_problems (SbConnection *self,
                 const char *sql,
                 GStrvBuilder *problems,
                 GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!(statement = sb_connection_prepare (self, sql, error)))
    return FALSE;

  if (sb_statement_has_parameter (statement, ":max"))
    sb_statement_bind_int (statement, ":max", N_PROBLEMS_MAX);

  while (sb_statement_step (statement, &local_error))
    {
      const char *problem = sb_statement_get_text (statement, "problem");

      if (g_strcmp0 (problem, "ok") != 0)
        g_strv_builder_add (problems, problem);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* What one of the checks gives. */
static GStrv
collect_problems (SbConnection *self,
                  const char *sql,
                  GError **error)
{
  g_autoptr (GStrvBuilder) problems = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;

  if (append_problems (self, sql, problems, &local_error))
    return g_strv_builder_end (problems);

  /* Damage that stops the check itself is what it was to find. */
  if (!g_error_matches (local_error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_strv_builder_add (problems, local_error->message);
  return g_strv_builder_end (problems);
}

GStrv
sb_connection_check_pages (SbConnection *self,
                           GError **error)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), NULL);

  return collect_problems (self, "SELECT integrity_check AS problem FROM pragma_integrity_check (:max)", error);
}

GStrv
sb_connection_check_references (SbConnection *self,
                                GError **error)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), NULL);

  return collect_problems (self,
                           "SELECT printf ('row %d of %s refers to a row of %s that does not exist', rowid, \"table\", parent) AS problem "
                           "FROM pragma_foreign_key_check LIMIT :max",
                           error);
}

GStrv
sb_connection_check_integrity (SbConnection *self,
                               GError **error)
{
  g_auto (GStrv) pages = sb_connection_check_pages (self, error);
  g_auto (GStrv) references = pages != NULL ? sb_connection_check_references (self, error) : NULL;
  g_autoptr (GStrvBuilder) problems = g_strv_builder_new ();

  if (references == NULL)
    return NULL;

  g_strv_builder_addv (problems, (const char **) pages);
  g_strv_builder_addv (problems, (const char **) references);
  return g_strv_builder_end (problems);
}
