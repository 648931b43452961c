/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-graph-loader.h"

#include "sb-store-export.h"

/* What it rests on is asked for only where there is anything. */
static gboolean
add_record (SbStore *store,
            SbGraphInput *input,
            SbRecord *record,
            GError **error)
{
  g_autoptr (GPtrArray) evidence = NULL;

  sb_graph_input_add (input, record);
  if (sb_record_get_n_extracts (record) == 0)
    return TRUE;

  evidence = sb_store_list_evidence (store, sb_record_get_id (record), error);
  if (evidence == NULL)
    return FALSE;

  sb_graph_input_set_sources (input, sb_record_get_id (record), sb_evidence_count_sources (evidence));
  return TRUE;
}

static gboolean
add_kind (SbStore *store,
          SbGraphInput *input,
          SbKind kind,
          gint64 dossier,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  query->dossier = dossier;
  records = sb_store_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_record (store, input, g_ptr_array_index (records, i), error))
      return FALSE;

  return records != NULL;
}

SbGraphInput *
sb_graph_loader_load (SbStore *store,
                      gint64 dossier,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (SbGraphInput) input = NULL;
  g_autoptr (SbSnapshot) snapshot = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  snapshot = sb_snapshot_new (store, error);
  if (snapshot == NULL)
    return NULL;

  input = sb_graph_input_new ();
  if (!add_kind (store, input, SB_KIND_ACTOR, dossier, cancellable, error) ||
      !add_kind (store, input, SB_KIND_RELATION, dossier, cancellable, error) ||
      !add_kind (store, input, SB_KIND_ALLIANCE, dossier, cancellable, error))
    return NULL;

  return g_steal_pointer (&input);
}
