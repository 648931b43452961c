/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-dossier-selection.h"

/* A selection that grows. */
typedef struct
{
  SbStore *store; /* (unowned) */
  SbDossierSelection *selection; /* (unowned) */
  GArray *queue; /* (owned) (element-type SbIdentity) without UUIDs */
} Walk;

static void
walk_clear (Walk *walk)
{
  g_clear_pointer (&walk->queue, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static void
meet (Walk *walk,
      SbKind kind,
      gint64 id)
{
  SbIdentity identity = { .id = id, .kind = kind };

  if (g_hash_table_contains (walk->selection->ids, &id))
    return;

  g_hash_table_add (walk->selection->ids, g_memdup2 (&id, sizeof id));
  g_array_append_val (walk->queue, identity);
}

/* Whatever a record refers to, it refers to by its schema. */
static void
meet_refs (Walk *walk,
           SbRecord *record)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      SbRef *ref = schema->fields[i].type == SB_FIELD_REF ? sb_record_get_ref (record, i) : NULL;

      if (ref != NULL && (schema->fields[i].flags & SB_FIELD_DERIVED) == 0)
        meet (walk, sb_ref_get_kind (ref), sb_ref_get_id (ref));
      if (schema->fields[i].type == SB_FIELD_LIST)
        for (guint j = 0; j < sb_record_get_n_items (record, i); j++)
          meet_refs (walk, sb_record_get_item (record, i, j));
    }
}

static gboolean
meet_ties (Walk *walk,
           GPtrArray *lines)
{
  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const SbTieLine *line = g_ptr_array_index (lines, i);

      meet (walk, line->other_kind, line->other);
    }

  return TRUE;
}

static gboolean
take_record (Walk *walk,
             SbIdentity *identity,
             GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) record = sb_store_get (walk->store, identity->kind, identity->id, &failure);
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  /* Only a damaged file names what is not there. */
  if (record == NULL)
    return TRUE;

  g_strlcpy (identity->uuid, sb_record_get_uuid (record), sizeof identity->uuid);
  g_array_append_val (walk->selection->records, *identity);
  meet_refs (walk, record);
  evidence = sb_store_list_evidence_lines (walk->store, identity->id, error);
  if (!meet_ties (walk, evidence))
    return FALSE;

  versions = sb_store_list_version_lines (walk->store, identity->id, error);
  return meet_ties (walk, versions);
}

static int
compare_uuids (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const SbIdentity *) a)->uuid, ((const SbIdentity *) b)->uuid);
}

static gboolean
select_dossier (SbDossierSelection *self,
                SbStore *store,
                gint64 dossier,
                GCancellable *cancellable,
                GError **error)
{
  g_auto (Walk) walk = { store, self, g_array_new (FALSE, TRUE, sizeof (SbIdentity)) };
  g_autoptr (GPtrArray) members = sb_store_list_member_lines (store, dossier, error);

  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->records = g_array_new (FALSE, TRUE, sizeof (SbIdentity));
  meet (&walk, SB_KIND_DOSSIER, dossier);
  if (!meet_ties (&walk, members))
    return FALSE;

  for (guint i = 0; i < walk.queue->len; i++)
    {
      SbIdentity identity = g_array_index (walk.queue, SbIdentity, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !take_record (&walk, &identity, error))
        return FALSE;
    }

  g_array_sort (self->records, compare_uuids);
  return TRUE;
}

SbDossierSelection *
sb_dossier_selection_new (SbStore *store,
                          gint64 dossier,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (SbDossierSelection) self = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  self = g_new0 (SbDossierSelection, 1);
  if (dossier != 0)
    return select_dossier (self, store, dossier, cancellable, error) ? g_steal_pointer (&self) : NULL;

  self->records = sb_store_list_identities (store, error);
  return self->records != NULL ? g_steal_pointer (&self) : NULL;
}

void
sb_dossier_selection_free (SbDossierSelection *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_free (self);
}

gboolean
sb_dossier_selection_has (SbDossierSelection *self,
                          gint64 id)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->ids == NULL || g_hash_table_contains (self->ids, &id);
}
