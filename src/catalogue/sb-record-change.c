/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-change.h"

#include "sb-item-match.h"
#include "sb-record-compare.h"

static void
field_change_free (gpointer data)
{
  SbFieldChange *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

static void
add_change (GPtrArray *changes,
            guint field,
            SbRecord *before,
            SbRecord *after)
{
  SbFieldChange *change = g_new0 (SbFieldChange, 1);

  change->field = field;
  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  g_ptr_array_add (changes, change);
}

static void
list_items (GPtrArray *changes,
            SbRecord *before,
            SbRecord *after,
            guint field)
{
  g_autoptr (GArray) pairs = _sb_items_match (before, after, field);
  guint n_after = sb_record_get_n_items (after, field);
  g_autofree gboolean *is_paired = g_new0 (gboolean, n_after + 1);

  for (guint i = 0; i < pairs->len; i++)
    {
      SbRecord *item = sb_record_get_item (before, field, i);
      int position = g_array_index (pairs, int, i);
      SbRecord *other = position >= 0 ? sb_record_get_item (after, field, (guint) position) : NULL;

      if (position >= 0)
        is_paired[position] = TRUE;
      if (other == NULL || !_sb_record_stores_same (item, other))
        add_change (changes, field, item, other);
    }

  for (guint i = 0; i < n_after; i++)
    if (!is_paired[i])
      add_change (changes, field, NULL, sb_record_get_item (after, field, i));
}

GPtrArray *
sb_record_list_changes (SbRecord *before,
                        SbRecord *after)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (field_change_free);
  const SbSchema *schema;

  g_return_val_if_fail (SB_IS_RECORD (before) && SB_IS_RECORD (after), NULL);
  g_return_val_if_fail (sb_record_get_schema (before) == sb_record_get_schema (after), NULL);

  schema = sb_record_get_schema (before);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      if ((schema->fields[i].flags & (SB_FIELD_DERIVED | SB_FIELD_BOOKKEEPING)) != 0 || _sb_record_field_stores_same (before, after, i))
        continue;

      if (schema->fields[i].type == SB_FIELD_LIST)
        list_items (changes, before, after, i);
      else
        add_change (changes, i, NULL, NULL);
    }

  return g_steal_pointer (&changes);
}

gboolean
sb_record_differs_in_bookkeeping_only (SbRecord *before,
                                       SbRecord *after)
{
  const SbSchema *schema = sb_record_get_schema (before);

  if (sb_record_is_withdrawn (before) != sb_record_is_withdrawn (after))
    return FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    if ((schema->fields[i].flags & (SB_FIELD_DERIVED | SB_FIELD_BOOKKEEPING)) == 0 && !_sb_record_field_stores_same (before, after, i))
      return FALSE;

  return TRUE;
}
