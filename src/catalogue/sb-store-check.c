/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-check.h"

#include "sb-search-indexer.h"
#include "sb-store-private.h"

/* Looks for one thing. Returns what it found, NULL without an error when that
 * is nothing. */
typedef SbFinding *(*CheckFunc) (SbStore *self,
                                 SbFindingCode code,
                                 const char *query,
                                 GError **error);

static void
note (SbFinding *finding,
      gint64 record,
      const char *detail)
{
  finding->count++;
  if (record != 0 && finding->records->len < SB_FINDING_MAX_RECORDS)
    g_array_append_val (finding->records, record);
  if (finding->detail == NULL)
    finding->detail = g_strdup (detail);
}

/* Each row is one of them. */
static SbFinding *
check_rows (SbStore *self,
            SbFindingCode code,
            const char *query,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, query, error);
  g_autoptr (SbFinding) finding = sb_finding_new (code);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;

  while (sb_statement_step (statement, &failure))
    note (finding, sb_statement_get_int (statement, "id"), sb_statement_get_text (statement, "detail"));

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return finding->count > 0 ? g_steal_pointer (&finding) : NULL;
}

static SbFinding *
check_problems (GStrv problems,
                SbFindingCode code)
{
  g_autoptr (SbFinding) finding = sb_finding_new (code);

  for (guint i = 0; problems[i] != NULL; i++)
    note (finding, 0, problems[i]);

  return finding->count > 0 ? g_steal_pointer (&finding) : NULL;
}

static SbFinding *
check_pages (SbStore *self,
             SbFindingCode code,
             const char *query,
             GError **error)
{
  g_auto (GStrv) problems = sb_connection_check_pages (self->connection, error);

  return problems != NULL ? check_problems (problems, code) : NULL;
}

static SbFinding *
check_references (SbStore *self,
                  SbFindingCode code,
                  const char *query,
                  GError **error)
{
  g_auto (GStrv) problems = sb_connection_check_references (self->connection, error);

  return problems != NULL ? check_problems (problems, code) : NULL;
}

/* An index that contradicts itself has to be made anew for all records. */
static SbFinding *
check_search_index (SbStore *self,
                    SbFindingCode code,
                    const char *query,
                    GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbFinding) finding = check_rows (self, code, query, &failure);
  gint64 n_records = 0;

  if (failure == NULL && !_sb_search_check_structure (self, &n_records, &failure))
    g_clear_pointer (&finding, sb_finding_free);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (n_records == 0)
    return g_steal_pointer (&finding);

  if (finding == NULL)
    finding = sb_finding_new (code);
  note (finding, 0, "the index contradicts itself");
  finding->count = (guint64) n_records;
  return g_steal_pointer (&finding);
}

static const struct
{
  SbFindingCode code;
  CheckFunc check;
  const char *query; /* (nullable) */
  gboolean is_of_file; /* what comes after means nothing when it is found */
} checks[] = {
  { SB_FINDING_PAGES, check_pages, NULL, TRUE },
  { SB_FINDING_REFERENCE, check_references, NULL, FALSE },
  { SB_FINDING_SEARCH_INDEX, check_search_index, "search/check-rows", FALSE },
  { SB_FINDING_NO_FIELDS, check_rows, "check-no-fields", FALSE },
  { SB_FINDING_KIND, check_rows, "check-kind", FALSE },
  { SB_FINDING_UUID, check_rows, "check-uuid", FALSE },
  { SB_FINDING_DATE, check_rows, "check-date", FALSE },
  { SB_FINDING_TEXT, check_rows, "check-text", FALSE },
  { SB_FINDING_BLOCKS, check_rows, "check-blocks", FALSE },
  { SB_FINDING_EXTRACT, check_rows, "check-extract", FALSE },
  { SB_FINDING_ORIGINAL, check_rows, "check-original", FALSE },
  { SB_FINDING_ORPHAN, check_rows, "check-orphan", FALSE },
  { SB_FINDING_ISSUE, check_rows, "check-issue", FALSE },
  { SB_FINDING_HISTORY, check_rows, "check-history", FALSE },
};

/* Damage that stops a check is what it was to find. */
static SbFinding *
take_damage (GError **failure)
{
  g_autoptr (GError) damage = g_steal_pointer (failure);
  SbFinding *finding = sb_finding_new (SB_FINDING_PAGES);

  note (finding, 0, damage->message);
  return finding;
}

static GPtrArray *
check_all (SbStore *self,
           SbCheckFunc progress,
           gpointer user_data,
           GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_finding_free);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) failure = NULL;
      SbFinding *finding;

      if (progress != NULL)
        progress ((double) i / G_N_ELEMENTS (checks), user_data);

      finding = checks[i].check (self, checks[i].code, checks[i].query, &failure);
      if (g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT))
        finding = take_damage (&failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (finding == NULL)
        continue;

      g_ptr_array_add (findings, finding);
      if (checks[i].is_of_file || finding->code == SB_FINDING_PAGES)
        break;
    }

  if (progress != NULL)
    progress (1, user_data);
  return g_steal_pointer (&findings);
}

GPtrArray *
sb_store_check (SbStore *self,
                SbCheckFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  GPtrArray *findings;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  if (cancellable == NULL)
    return check_all (self, progress, user_data, error);

  sb_store_set_cancellable (self, cancellable);
  findings = check_all (self, progress, user_data, error);
  sb_store_set_cancellable (self, NULL);
  return findings;
}
