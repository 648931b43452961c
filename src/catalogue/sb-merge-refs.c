/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge-refs.h"

#include "sb-corridor.h"
#include "sb-event.h"
#include "sb-record-compare.h"

static void
add_refs (SbRecord *record,
          GHashTable *refs)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (schema->fields[i].type == SB_FIELD_REF && sb_record_has (record, i))
        {
          SbRef *ref = sb_record_get_ref (record, i);

          if (sb_ref_get_uuid (ref) != NULL)
            g_hash_table_insert (refs, g_strdup (sb_ref_get_uuid (ref)), sb_ref_ref (ref));
        }

      for (guint j = 0; schema->fields[i].type == SB_FIELD_LIST && j < sb_record_get_n_items (record, i); j++)
        add_refs (sb_record_get_item (record, i, j), refs);
    }
}

GHashTable *
_sb_record_list_refs (SbRecord *record)
{
  GHashTable *refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sb_ref_unref);

  add_refs (record, refs);
  return refs;
}

/* A record or an item of a list while its references are replaced. */
typedef struct
{
  GHashTable *others; /* (unowned) */
  const char *self; /* (nullable) (unowned) the UUID of the record itself */
} Replacement;

static SbRecord *replace_refs (const Replacement *replacement,
                               SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;

static gboolean
replace_ref (const Replacement *replacement,
             SbRecordBuilder *builder,
             SbRecord *record,
             guint field)
{
  SbRef *ref = sb_record_get_ref (record, field);
  gpointer other;

  if (sb_ref_get_uuid (ref) == NULL || !g_hash_table_lookup_extended (replacement->others, sb_ref_get_uuid (ref), NULL, &other))
    return FALSE;

  if (other == NULL || g_strcmp0 (sb_ref_get_uuid (other), replacement->self) == 0)
    sb_record_builder_clear (builder, field);
  else
    sb_record_builder_set_ref (builder, field, other);
  return TRUE;
}

static gboolean
is_whole (SbRecord *item)
{
  const SbSchema *schema = sb_record_get_schema (item);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_REF && (schema->fields[i].flags & SB_FIELD_REQUIRED) != 0 && !sb_record_has (item, i))
      return FALSE;

  return TRUE;
}

/* What two items say of one actor or place that they name, once one of the two
 * names another than it did. */
typedef enum
{
  TWINS_EQUAL, /* the same, or they stay two: who said what, the roads that a
                  restriction lies on */
  TWINS_AGREE, /* one as far as neither contradicts the other: two roles are two,
                  a role and none are one */
  TWINS_ONE, /* one: an event has a place once, whatever its precision */
  TWINS_NEIGHBOURS, /* one when they follow each other: a road may come back to
                       where it began */
} Twins;

static Twins
get_twins (const SbSchema *schema)
{
  const SbField *first = &schema->fields[0];

  if (schema == &sb_event_place_schema)
    return TWINS_ONE;
  if (schema == &sb_corridor_stop_schema)
    return TWINS_NEIGHBOURS;

  /* Who or where comes first in the lists that are of these. */
  return first->type == SB_FIELD_REF && (first->flags & SB_FIELD_REQUIRED) != 0 &&
             (first->target == SB_KIND_ACTOR || first->target == SB_KIND_PLACE)
           ? TWINS_AGREE
           : TWINS_EQUAL;
}

/* The items of a list as far as they were gone through. */
typedef struct
{
  GPtrArray *items; /* (owned) (element-type SbRecord) */
  GArray *are_new; /* (owned) (element-type gboolean) which were replaced */
} Gathering;

static void
gathering_clear (Gathering *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->are_new, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

static gboolean
can_be_one (const Gathering *self,
            guint position,
            SbRecord *item)
{
  SbRecord *other = g_ptr_array_index (self->items, position);
  const SbSchema *schema = sb_record_get_schema (item);
  Twins twins = get_twins (schema);

  if (twins == TWINS_NEIGHBOURS && position + 1 < self->items->len)
    return FALSE;
  if (_sb_record_stores_same (other, item))
    return TRUE;
  if (twins == TWINS_EQUAL || !_sb_record_field_stores_same (other, item, 0))
    return FALSE;
  if (twins != TWINS_AGREE)
    return TRUE;

  for (guint i = 1; i < schema->n_fields; i++)
    if (sb_record_has (other, i) && sb_record_has (item, i) && !_sb_record_field_stores_same (other, item, i))
      return FALSE;

  return TRUE;
}

/* @item with what @other says more. */
static SbRecord *
complete_item (SbRecord *item,
               SbRecord *other)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (item);
  const SbSchema *schema = sb_record_get_schema (item);

  for (guint i = 0; i < schema->n_fields; i++)
    if (!sb_record_has (item, i))
      _sb_record_copy_value (builder, other, i);

  return sb_record_builder_end (builder);
}

/* Adds @item unless it is one with an item that is there; those that were twins
 * before stay. What names the one that is kept from the start knows better. */
static void
gather (Gathering *self,
        SbRecord *item,
        gboolean is_new)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      gboolean *is_other_new = &g_array_index (self->are_new, gboolean, i);
      SbRecord *other = g_ptr_array_index (self->items, i);

      if ((!is_new && !*is_other_new) || !can_be_one (self, i, item))
        continue;

      g_ptr_array_index (self->items, i) = *is_other_new && !is_new ? complete_item (item, other) : complete_item (other, item);
      g_object_unref (other);
      *is_other_new = TRUE;
      return;
    }

  g_array_append_val (self->are_new, is_new);
  g_ptr_array_add (self->items, g_object_ref (item));
}

static gboolean
replace_in_list (const Replacement *replacement,
                 SbRecordBuilder *builder,
                 SbRecord *record,
                 guint field)
{
  g_auto (Gathering) gathering = { g_ptr_array_new_with_free_func (g_object_unref), g_array_new (FALSE, FALSE, sizeof (gboolean)) };
  gboolean is_changed = FALSE;

  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    {
      SbRecord *item = sb_record_get_item (record, field, i);
      g_autoptr (SbRecord) replaced = replace_refs (replacement, item);
      gboolean is_new = replaced != item;

      is_changed |= is_new;
      if (is_whole (replaced))
        gather (&gathering, replaced, is_new);
    }

  if (!is_changed)
    return FALSE;

  sb_record_builder_clear (builder, field);
  for (guint i = 0; i < gathering.items->len; i++)
    sb_record_builder_take_item (builder, field, g_object_ref (g_ptr_array_index (gathering.items, i)));
  return TRUE;
}

/* The same object when it names nothing that is to be replaced. */
static SbRecord *
replace_refs (const Replacement *replacement,
              SbRecord *record)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (record);
  const SbSchema *schema = sb_record_get_schema (record);
  gboolean is_changed = FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (!sb_record_has (record, i))
        continue;
      if (schema->fields[i].type == SB_FIELD_REF)
        is_changed |= replace_ref (replacement, builder, record, i);
      else if (schema->fields[i].type == SB_FIELD_LIST)
        is_changed |= replace_in_list (replacement, builder, record, i);
    }

  return is_changed ? sb_record_builder_end (g_steal_pointer (&builder)) : g_object_ref (record);
}

SbRecord *
_sb_record_replace_refs (SbRecord *record,
                         GHashTable *others)
{
  const Replacement replacement = { others, sb_record_get_uuid (record) };

  return replace_refs (&replacement, record);
}
