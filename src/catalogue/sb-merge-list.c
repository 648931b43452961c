/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge.h"

#include "sb-store-private.h"

static void
merge_free (gpointer data)
{
  SbMerge *merge = data;

  sb_ref_unref (merge->kept);
  sb_ref_unref (merge->gone);
  g_free (merge);
}

static SbMerge *
read_merge (SbStore *self,
            SbStatement *row)
{
  SbMerge *merge = g_new0 (SbMerge, 1);
  g_autoptr (SbBilingual) name = sb_bilingual_new (sb_statement_get_text (row, "gone_fr"), sb_statement_get_text (row, "gone_en"));
  SbKind kind = sb_kind_parse (sb_statement_get_text (row, "kind"));
  SbRef *kept = sb_statement_is_null (row, "kept") ? NULL : _sb_row_reader_read_ref (self->reader, sb_statement_get_text (row, "kept"));

  merge->id = sb_statement_get_int (row, "id");
  merge->time = sb_statement_get_int (row, "time");
  merge->history = sb_statement_get_int (row, "history");
  merge->gone = sb_ref_new (kind, sb_statement_get_int (row, "gone"), sb_statement_get_text (row, "gone_uuid"), name);
  merge->kept = kept != NULL ? sb_ref_ref (kept) : sb_ref_new (kind, sb_statement_get_int (row, "kept_id"), NULL, NULL);
  return merge;
}

GPtrArray *
sb_store_list_merges (SbStore *self,
                      const SbMergeQuery *query,
                      GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GPtrArray) merges = g_ptr_array_new_with_free_func (merge_free);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  statement = _sb_store_query (self, "list-merges", error);
  if (statement == NULL)
    return NULL;

  if (query->merge != 0)
    sb_statement_bind_int (statement, ":merge", query->merge);
  if (query->kept != 0)
    sb_statement_bind_int (statement, ":kept", query->kept);
  if (query->gone_id != 0)
    sb_statement_bind_int (statement, ":gone", query->gone_id);
  sb_statement_bind_text (statement, ":gone_uuid", query->gone);
  while (sb_statement_step (statement, &failure))
    g_ptr_array_add (merges, read_merge (self, statement));

  if (failure == NULL)
    return g_steal_pointer (&merges);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
