/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-change-counts.h"

gboolean
_sb_change_counts_add (SbStore *store,
                       int kinds,
                       GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  if (kinds == 0)
    return TRUE;

  statement = _sb_store_query (store, "count-change", error);
  if (statement == NULL)
    return FALSE;

  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    if ((kinds & 1 << kind) != 0)
      {
        sb_statement_bind_text (statement, ":kind", sb_kind_get_name (kind));
        if (!sb_statement_run (statement, error))
          return FALSE;
        store->n_own_changes[kind]++;
      }

  return TRUE;
}

/* By kind; 0 for one that was never changed. */
static gboolean
read_counts (SbStore *store,
             gint64 *counts,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "list-change-counts", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  while (sb_statement_step (statement, &failure))
    counts[sb_kind_parse (sb_statement_get_text (statement, "kind"))] = sb_statement_get_int (statement, "n");

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
_sb_change_counts_look (SbStore *store,
                        guint *kinds,
                        GError **error)
{
  gint64 counts[SB_N_KINDS] = { 0 };

  *kinds = 0;
  if (!read_counts (store, counts, error))
    return FALSE;

  /* A kind without a count is looked at as well: a catalogue that was restored may
   * have none of what was there. */
  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      gint64 n_others = counts[kind] - store->n_own_changes[kind];

      if (n_others != store->n_others_changes[kind])
        *kinds |= 1u << kind;
      store->n_others_changes[kind] = n_others;
    }

  return TRUE;
}
