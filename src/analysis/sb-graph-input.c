/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-graph-input.h"

struct _SbGraphInput
{
  gatomicrefcount ref_count;
  GPtrArray *actors; /* (owned) (element-type SbRecord) */
  GPtrArray *relations; /* (owned) (element-type SbRecord) */
  GPtrArray *alliances; /* (owned) (element-type SbRecord) */
  GHashTable *sources; /* (owned) (element-type gint64 SbSourceCounts) */
};

G_DEFINE_BOXED_TYPE (SbGraphInput, sb_graph_input, sb_graph_input_ref, sb_graph_input_unref)

SbGraphInput *
sb_graph_input_new (void)
{
  SbGraphInput *self = g_new0 (SbGraphInput, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->relations = g_ptr_array_new_with_free_func (g_object_unref);
  self->alliances = g_ptr_array_new_with_free_func (g_object_unref);
  self->sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

SbGraphInput *
sb_graph_input_ref (SbGraphInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_graph_input_unref (SbGraphInput *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->relations);
  g_ptr_array_unref (self->alliances);
  g_hash_table_unref (self->sources);
  g_free (self);
}

void
sb_graph_input_add (SbGraphInput *self,
                    SbRecord *record)
{
  GPtrArray *records;

  g_return_if_fail (self != NULL && SB_IS_RECORD (record));
  g_return_if_fail (sb_record_get_id (record) != 0);

  records = sb_graph_input_get_records (self, sb_record_get_kind (record));
  if (records != NULL)
    g_ptr_array_add (records, g_object_ref (record));
}

void
sb_graph_input_set_sources (SbGraphInput *self,
                            gint64 record,
                            SbSourceCounts counts)
{
  g_return_if_fail (self != NULL);

  g_hash_table_insert (self->sources, g_memdup2 (&record, sizeof record), g_memdup2 (&counts, sizeof counts));
}

SbSourceCounts
sb_graph_input_get_sources (const SbGraphInput *self,
                            SbRecord *record)
{
  const SbSourceCounts *counts;
  gint64 id = sb_record_get_id (record);

  g_return_val_if_fail (self != NULL, (SbSourceCounts) { 0 });

  counts = g_hash_table_lookup (self->sources, &id);
  return counts != NULL ? *counts : (SbSourceCounts) { .supporting = MIN (sb_record_get_n_extracts (record), 1) };
}

GPtrArray *
sb_graph_input_get_records (const SbGraphInput *self,
                            SbKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (kind)
    {
    case SB_KIND_ACTOR:
      return self->actors;

    case SB_KIND_RELATION:
      return self->relations;

    case SB_KIND_ALLIANCE:
      return self->alliances;

    default:
      g_return_val_if_reached (NULL);
    }
}
