/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-versions.h"

#include "sb-catalogue-error.h"
#include "sb-control.h"
#include "sb-restriction.h"

/* All versions of one question to be, in the order in which they were met. */
typedef struct
{
  GPtrArray *records; /* (owned) (element-type SbRecord) */
  GHashTable *ids; /* (owned) of all of them */
} VersionSet;

static void
version_set_clear (VersionSet *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VersionSet, version_set_clear)

static gboolean
add (VersionSet *self,
     SbRecord *record)
{
  gint64 id = sb_record_get_id (record);

  if (!g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id)))
    return FALSE;

  g_ptr_array_add (self->records, g_object_ref (record));
  return TRUE;
}

/* Adds the records, and those that answer the same as one of them already. */
static gboolean
collect (SbStore *store,
         GPtrArray *records,
         VersionSet *set,
         GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!add (set, g_ptr_array_index (records, i)))
      {
        g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_VERSIONS, "A record is no version of itself");
        return FALSE;
      }

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GPtrArray) versions = sb_store_list_versions (store, sb_record_get_id (g_ptr_array_index (records, i)), error);

      if (versions == NULL)
        return FALSE;
      for (guint j = 0; j < versions->len; j++)
        add (set, g_ptr_array_index (versions, j));
    }

  return TRUE;
}

/* The ids of the places and roads that a restriction lies on. */
static GHashTable *
list_ground (SbRecord *restriction)
{
  static const struct
  {
    guint list;
    guint ref;
  } lists[] = {
    { SB_RESTRICTION_PLACES, SB_RESTRICTION_PLACE_PLACE },
    { SB_RESTRICTION_STRETCHES, SB_RESTRICTION_STRETCH_CORRIDOR },
  };
  GHashTable *ground = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < sb_record_get_n_items (restriction, lists[i].list); j++)
      {
        gint64 id = sb_ref_get_id (sb_record_get_ref (sb_record_get_item (restriction, lists[i].list, j), lists[i].ref));

        g_hash_table_add (ground, g_memdup2 (&id, sizeof id));
      }

  return ground;
}

/* One that says nothing of where may be of anywhere. */
static gboolean
share_ground (SbRecord *a,
              SbRecord *b)
{
  g_autoptr (GHashTable) ground = list_ground (a);
  g_autoptr (GHashTable) other_ground = list_ground (b);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ground);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (other_ground, id))
      return TRUE;

  return g_hash_table_size (ground) == 0 || g_hash_table_size (other_ground) == 0;
}

/* Whether the two can be about the same. What others say may differ in anything:
 * the day and the place of an event, the speaker of a claim. */
static gboolean
check_pair (SbRecord *a,
            SbRecord *b,
            GError **error)
{
  gboolean is_one_place = TRUE;

  if (sb_record_get_kind (a) != sb_record_get_kind (b))
    {
      g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_VERSIONS, "%s and %s are no versions of each other",
                   sb_kind_get_name (sb_record_get_kind (a)), sb_kind_get_name (sb_record_get_kind (b)));
      return FALSE;
    }

  if (sb_record_get_kind (a) == SB_KIND_CONTROL)
    is_one_place = sb_ref_equal (sb_record_get_ref (a, SB_CONTROL_PLACE), sb_record_get_ref (b, SB_CONTROL_PLACE));
  else if (sb_record_get_kind (a) == SB_KIND_RESTRICTION)
    is_one_place = share_ground (a, b);
  if (is_one_place)
    return TRUE;

  g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_VERSIONS_PLACE, "%" G_GINT64_FORMAT " and %" G_GINT64_FORMAT " are of different places",
               sb_record_get_id (a), sb_record_get_id (b));
  return FALSE;
}

/* The question that the first of them that has one answers, or a new one. */
static char *
find_topic (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const char *topic = sb_record_get_topic (g_ptr_array_index (records, i));

      if (topic != NULL)
        return g_strdup (topic);
    }

  return g_uuid_string_random ();
}

/* The retained version of the question of the first of the @records that has one;
 * NULL when none has. (transfer none) */
static SbRecord *
find_retained (GPtrArray *records,
               GPtrArray *all)
{
  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < all->len; j++)
      {
        SbRecord *version = g_ptr_array_index (all, j);

        if (sb_record_is_retained (version) &&
            g_strcmp0 (sb_record_get_topic (version), sb_record_get_topic (g_ptr_array_index (records, i))) == 0)
          return version;
      }

  return NULL;
}

GPtrArray *
sb_store_state_versions (SbStore *self,
                         GPtrArray *records,
                         const char *label,
                         GError **error)
{
  g_auto (VersionSet) set = { 0 };
  g_autoptr (GPtrArray) released = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);
  g_autofree char *topic = NULL;
  SbRecord *retained;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (records != NULL && records->len > 1, NULL);

  set.records = g_ptr_array_new_with_free_func (g_object_unref);
  set.ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!collect (self, records, &set, error))
    return NULL;
  for (guint i = 1; i < records->len; i++)
    if (!check_pair (g_ptr_array_index (records, 0), g_ptr_array_index (records, i), error))
      return NULL;

  topic = find_topic (records);
  retained = find_retained (records, set.records);
  for (guint i = 0; i < set.records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (set.records, i);
      g_autoptr (SbRef) ref = sb_record_dup_ref (record);

      sb_change_set_put_version (changes, ref, topic, record == retained);
      if (record != retained && sb_record_is_retained (record))
        g_ptr_array_add (released, g_object_ref (record));
    }

  return sb_store_apply (self, changes, error) >= 0 ? g_steal_pointer (&released) : NULL;
}
