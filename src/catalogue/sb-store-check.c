/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-private.h"

/* What a row of one of the check queries says; takes the row as it stands. */
typedef char *(*DescribeFunc) (SbStatement *row);

static char *
describe_record (SbStatement *row)
{
  gint64 id = sb_statement_get_int (row, "id");

  return g_strdup_printf ("Record %" G_GINT64_FORMAT " (%s) has no fields.", id, sb_statement_get_text (row, "kind"));
}

static char *
describe_extract (SbStatement *row)
{
  gint64 id = sb_statement_get_int (row, "id");
  gint64 start = sb_statement_get_int (row, "start");
  gint64 end = sb_statement_get_int (row, "end");

  return g_strdup_printf ("Extract %" G_GINT64_FORMAT " is not at %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT " of “%s”.",
                          id, start, end, sb_statement_get_text (row, "title"));
}

static char *
describe_original (SbStatement *row)
{
  return g_strdup_printf ("Original %.12s… belongs to no document.", sb_statement_get_text (row, "hash"));
}

static gboolean
run_check (SbStore *self,
           const char *query,
           DescribeFunc describe,
           GPtrArray *findings,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, query, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  while (sb_statement_step (statement, &failure))
    g_ptr_array_add (findings, describe (statement));

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The pages and indexes of the file, and its foreign keys. */
static gboolean
check_integrity (SbStore *self,
                 GPtrArray *findings,
                 GError **error)
{
  g_auto (GStrv) problems = sb_connection_check_integrity (self->connection, error);

  for (guint i = 0; problems != NULL && problems[i] != NULL; i++)
    g_ptr_array_add (findings, g_strdup (problems[i]));

  return problems != NULL;
}

static GPtrArray *
check_all (SbStore *self,
           GError **error)
{
  static const struct
  {
    const char *query;
    DescribeFunc describe;
  } checks[] = {
    { "check-records", describe_record },
    { "check-extracts", describe_extract },
    { "check-originals", describe_original },
  };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!check_integrity (self, findings, error))
    return NULL;

  /* What a damaged file says of its records means nothing. */
  for (guint i = 0; findings->len == 0 && i < G_N_ELEMENTS (checks); i++)
    if (!run_check (self, checks[i].query, checks[i].describe, findings, error))
      return NULL;

  return g_steal_pointer (&findings);
}

GPtrArray *
sb_store_check (SbStore *self,
                GCancellable *cancellable,
                GError **error)
{
  GPtrArray *findings;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  if (cancellable == NULL)
    return check_all (self, error);

  sb_store_set_cancellable (self, cancellable);
  findings = check_all (self, error);
  sb_store_set_cancellable (self, NULL);
  return findings;
}
