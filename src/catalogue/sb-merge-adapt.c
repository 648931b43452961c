/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge-private.h"

#include "sb-merge-refs.h"
#include "sb-record-revert.h"

static void
free_ref (gpointer ref)
{
  if (ref != NULL)
    sb_ref_unref (ref);
}

GHashTable *
_sb_merge_table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_ref);
}

GHashTable *
_sb_unit_list_merged (SbUnit *self,
                      SbRecord *record,
                      const char *except,
                      GError **error)
{
  g_autoptr (GHashTable) others = _sb_merge_table_new ();
  g_autoptr (GHashTable) refs = _sb_record_list_refs (record);
  GHashTableIter iter;
  gpointer uuid;
  gpointer ref;

  g_hash_table_iter_init (&iter, refs);
  while (g_hash_table_iter_next (&iter, &uuid, &ref))
    {
      SbKnown known;
      SbRef *other = NULL;

      if (g_strcmp0 (uuid, except) == 0)
        continue;
      if (!_sb_unit_find (self, ref, &known, error))
        return NULL;
      if (!known.is_merged)
        continue;

      if (known.id != 0)
        {
          other = _sb_unit_complete_ref (self, ref, &known, error);
          if (other == NULL)
            return NULL;
        }
      g_hash_table_insert (others, g_strdup (uuid), other);
    }

  return g_steal_pointer (&others);
}

/* Gives to @record what merges gave to the one of its UUID. */
static SbRecord *
give_merged (SbUnit *self,
             SbRecord *record,
             gint64 id,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "list-merge-sides", error);
  g_autoptr (SbRecord) given = g_object_ref (record);
  g_autoptr (GError) failure = NULL;
  SbKind kind = sb_record_get_kind (record);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":record", id);
  while (sb_statement_step (statement, &failure))
    {
      g_auto (SbHistorySide) before = { 0 };
      g_auto (SbHistorySide) after = { 0 };
      SbRecord *reverted;

      if (!_sb_history_read_side (sb_statement_get_text (statement, "before"), kind, id, &before, error) ||
          !_sb_history_read_side (sb_statement_get_text (statement, "after"), kind, id, &after, error))
        return NULL;

      reverted = _sb_record_revert (given, before.record, after.record, SB_REVERT_KEEP_LATER);
      g_set_object (&given, reverted);
      g_object_unref (reverted);
    }

  if (failure == NULL)
    return g_steal_pointer (&given);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

SbRecord *
_sb_unit_adapt (SbUnit *self,
                SbRecord *record,
                GError **error)
{
  g_autoptr (GHashTable) others = _sb_unit_list_merged (self, record, NULL, error);
  g_autoptr (SbRecord) replaced = NULL;
  SbKnown *known = g_hash_table_lookup (self->known, sb_record_get_uuid (record));

  if (others == NULL)
    return NULL;

  replaced = _sb_record_replace_refs (record, others);
  if (known == NULL || known->is_new || known->is_merged)
    return g_steal_pointer (&replaced);

  return give_merged (self, replaced, known->id, error);
}
