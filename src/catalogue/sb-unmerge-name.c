/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unmerge-private.h"

#include "sb-merge-refs.h"

static void
take_record (SbRecord **place,
             SbRecord *record)
{
  g_clear_object (place);
  *place = record;
}

SbRecord *
_sb_parting_merge_refs (SbParting *self,
                        SbRecord *record)
{
  g_autoptr (GHashTable) others = _sb_merge_table_new ();

  g_hash_table_insert (others, g_strdup (sb_ref_get_uuid (self->merge->gone)), sb_ref_ref (self->kept));
  return _sb_record_replace_refs (record, others);
}

gboolean
_sb_parting_name_merged (SbParting *self,
                         SbRecord **side,
                         GError **error)
{
  g_autoptr (GHashTable) others = NULL;
  GHashTableIter iter;
  gpointer uuid;
  gpointer other;

  if (*side == NULL)
    return TRUE;

  others = _sb_unit_list_merged (&self->unit, *side, sb_ref_get_uuid (self->merge->gone), error);
  if (others == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &uuid, &other))
    g_hash_table_insert (others, g_strdup (uuid), sb_ref_ref (other));
  take_record (side, _sb_record_replace_refs (*side, others));
  return TRUE;
}

gboolean
_sb_parting_unname_removed (SbParting *self,
                            SbRecord **side,
                            GError **error)
{
  g_autoptr (GHashTable) others = NULL;
  g_autoptr (GHashTable) refs = NULL;
  GHashTableIter iter;
  gpointer uuid;
  gpointer ref;

  if (*side == NULL || sb_ref_get_uuid (self->kept) != NULL)
    return TRUE;

  others = _sb_merge_table_new ();
  refs = _sb_record_list_refs (*side);
  g_hash_table_iter_init (&iter, refs);
  while (g_hash_table_iter_next (&iter, &uuid, &ref))
    {
      SbKnown known;

      if (g_str_equal (uuid, sb_ref_get_uuid (self->merge->gone)))
        continue;
      if (!_sb_unit_find (&self->unit, ref, &known, error))
        return FALSE;
      if (known.id == 0)
        g_hash_table_insert (others, g_strdup (uuid), NULL);
    }

  take_record (side, _sb_record_replace_refs (*side, others));
  return TRUE;
}
