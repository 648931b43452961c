/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-fact-changes.h"

#include "sb-record-builder.h"

/* Stores with @record what it names and is not stored yet: places of the gazetteer,
 * actors that were typed. */
static void
put_named (SbChangeSet *changes,
           SbRecord *record,
           GPtrArray *added)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      SbRef *ref = schema->fields[i].type == SB_FIELD_REF ? sb_record_get_ref (record, i) : NULL;

      for (guint j = 0; schema->fields[i].type == SB_FIELD_LIST && j < sb_record_get_n_items (record, i); j++)
        put_named (changes, sb_record_get_item (record, i, j), added);

      for (guint j = 0; ref != NULL && sb_ref_get_id (ref) == 0 && j < added->len; j++)
        {
          SbRecord *other = g_ptr_array_index (added, j);

          if (g_strcmp0 (sb_record_get_uuid (other), sb_ref_get_uuid (ref)) == 0)
            sb_change_set_put (changes, other);
        }
    }
}

/* @record with its item tied to the extract. */
static SbRecord *
tie_item (SbFactKind kind,
          SbRecord *record,
          SbRef *extract)
{
  int list = sb_fact_kind_get_list (kind);
  SbRecordBuilder *tied;
  guint n;

  if (list < 0 || !sb_record_has (record, (guint) list))
    return g_object_ref (record);

  n = sb_record_get_n_items (record, (guint) list);
  tied = sb_record_builder_new_from (record);
  sb_record_builder_clear (tied, (guint) list);
  for (guint i = 0; i < n; i++)
    {
      SbRecordBuilder *item = sb_record_builder_new_from (sb_record_get_item (record, (guint) list, i));

      if (i == n - 1)
        sb_record_builder_set_ref (item, sb_fact_kind_get_extract_field (kind), extract);
      sb_record_builder_take_item (tied, (guint) list, sb_record_builder_end (item));
    }

  return sb_record_builder_end (tied);
}

void
sb_fact_changes_put (SbChangeSet *changes,
                     SbFactKind kind,
                     SbRecord *record,
                     SbRecord *joined,
                     SbRecord *extract,
                     GPtrArray *added,
                     SbStance stance,
                     SbCredibility credibility)
{
  g_autoptr (SbRef) extract_ref = sb_record_dup_ref (extract);
  g_autoptr (SbRecord) tied = tie_item (kind, record, extract_ref);
  g_autoptr (SbRef) ref = sb_record_dup_ref (tied);

  put_named (changes, tied, added);
  sb_change_set_put (changes, extract);
  if (joined != NULL)
    sb_change_set_put_edit (changes, joined, tied);
  else
    sb_change_set_put (changes, tied);
  sb_change_set_put_evidence (changes, ref, extract_ref, stance, credibility);
}
