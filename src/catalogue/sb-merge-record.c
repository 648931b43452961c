/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge-record.h"

#include "sb-actor.h"
#include "sb-record-compare.h"
#include "sb-record-error.h"

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

/* Whether one of the first @n_items of @items is @item, and one of the two was
 * replaced: those that were twins before stay. */
static gboolean
has_twin (GPtrArray *items,
          GArray *are_new,
          SbRecord *item,
          gboolean is_new)
{
  for (guint i = 0; i < items->len; i++)
    if ((is_new || g_array_index (are_new, gboolean, i)) && _sb_record_stores_same (g_ptr_array_index (items, i), item))
      return TRUE;

  return FALSE;
}

static gboolean
replace_in_list (const Replacement *replacement,
                 SbRecordBuilder *builder,
                 SbRecord *record,
                 guint field)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) are_new = g_array_new (FALSE, FALSE, sizeof (gboolean));
  gboolean is_changed = FALSE;

  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    {
      SbRecord *item = sb_record_get_item (record, field, i);
      g_autoptr (SbRecord) replaced = replace_refs (replacement, item);
      gboolean is_new = replaced != item;

      is_changed |= is_new;
      if (!is_whole (replaced) || has_twin (items, are_new, replaced, is_new))
        continue;

      g_array_append_val (are_new, is_new);
      g_ptr_array_add (items, g_steal_pointer (&replaced));
    }

  if (!is_changed)
    return FALSE;

  sb_record_builder_clear (builder, field);
  for (guint i = 0; i < items->len; i++)
    sb_record_builder_take_item (builder, field, g_object_ref (g_ptr_array_index (items, i)));
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

/* Sets the field unless the record would contradict itself by it: the end of one
 * before the beginning of the other. */
static SbRecord *
fill (SbRecord *record,
      SbRecord *other,
      guint field)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (record);
  g_autoptr (SbRecord) filled = NULL;

  _sb_record_copy_value (builder, other, field);
  filled = sb_record_builder_end (g_steal_pointer (&builder));
  return sb_record_validate (filled, NULL) ? g_steal_pointer (&filled) : g_object_ref (record);
}

/* Where a place is, and how well that is known, belong together. */
static gboolean
is_position (const SbSchema *schema,
             guint field)
{
  return schema == &sb_place_schema && (field == SB_PLACE_LATITUDE || field == SB_PLACE_LONGITUDE || field == SB_PLACE_PRECISION);
}

static SbRecord *
fill_position (SbRecord *record,
               SbRecord *other)
{
  g_autoptr (SbRecordBuilder) builder = NULL;

  if (sb_record_get_schema (record) != &sb_place_schema || sb_record_has (record, SB_PLACE_LATITUDE) ||
      !sb_record_has (other, SB_PLACE_LATITUDE))
    return g_object_ref (record);

  builder = sb_record_builder_new_from (record);
  _sb_record_copy_value (builder, other, SB_PLACE_LATITUDE);
  _sb_record_copy_value (builder, other, SB_PLACE_LONGITUDE);
  _sb_record_copy_value (builder, other, SB_PLACE_PRECISION);
  return sb_record_builder_end (g_steal_pointer (&builder));
}

gboolean
_sb_record_has_item (SbRecord *record,
                     guint field,
                     SbRecord *item)
{
  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    if (_sb_record_stores_same (sb_record_get_item (record, field, i), item))
      return TRUE;

  return FALSE;
}

static void
append_items (SbRecordBuilder *builder,
              SbRecord *kept,
              SbRecord *gone,
              guint field)
{
  for (guint i = 0; i < sb_record_get_n_items (gone, field); i++)
    {
      SbRecord *item = sb_record_get_item (gone, field, i);

      if (!_sb_record_has_item (kept, field, item))
        sb_record_builder_take_item (builder, field, g_object_ref (item));
    }
}

/* Whether @record is called @name already. */
static gboolean
is_called (SbRecord *record,
           const char *name,
           SbNameKind kind)
{
  const SbSchema *schema = sb_record_get_schema (record);
  SbBilingual *title = sb_record_get_bilingual (record, (guint) schema->title);

  if (kind == SB_NAME_KIND_SHORT)
    return schema == &sb_actor_schema && g_strcmp0 (sb_record_get_text (record, SB_ACTOR_SHORT_NAME), name) == 0;

  return g_strcmp0 (sb_bilingual_get (title, SB_LANGUAGE_FR), name) == 0 || g_strcmp0 (sb_bilingual_get (title, SB_LANGUAGE_EN), name) == 0;
}

/* The lists of other names of actors and of places are alike. */
G_STATIC_ASSERT ((int) SB_ACTOR_ALIAS_NAME == (int) SB_PLACE_NAME_NAME);
G_STATIC_ASSERT ((int) SB_ACTOR_ALIAS_LANGUAGE == (int) SB_PLACE_NAME_LANGUAGE);
G_STATIC_ASSERT ((int) SB_ACTOR_ALIAS_KIND == (int) SB_PLACE_NAME_KIND);

static SbRecord *
add_name (SbRecord *record,
          const char *name,
          const char *language,
          SbNameKind kind)
{
  gboolean is_actor = sb_record_get_schema (record) == &sb_actor_schema;
  guint field = is_actor ? SB_ACTOR_ALIASES : SB_PLACE_NAMES;
  g_autoptr (SbRecordBuilder) item_builder = NULL;
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) item = NULL;

  if (name == NULL || is_called (record, name, kind))
    return g_object_ref (record);

  item_builder = sb_record_builder_new (is_actor ? &sb_actor_alias_schema : &sb_place_name_schema);
  sb_record_builder_set_text (item_builder, SB_ACTOR_ALIAS_NAME, name);
  sb_record_builder_set_text (item_builder, SB_ACTOR_ALIAS_LANGUAGE, language);
  sb_record_builder_set_term (item_builder, SB_ACTOR_ALIAS_KIND, kind);
  item = sb_record_builder_end (g_steal_pointer (&item_builder));
  if (_sb_record_has_item (record, field, item))
    return g_object_ref (record);

  builder = sb_record_builder_new_from (record);
  sb_record_builder_take_item (builder, field, g_steal_pointer (&item));
  return sb_record_builder_end (g_steal_pointer (&builder));
}

static void
take_names (SbRecord **record,
            SbRecord *gone)
{
  SbBilingual *title = sb_record_get_bilingual (gone, (guint) sb_record_get_schema (gone)->title);
  const char *fr = sb_bilingual_get (title, SB_LANGUAGE_FR);
  const char *en = sb_bilingual_get (title, SB_LANGUAGE_EN);
  gboolean is_one = g_strcmp0 (fr, en) == 0;
  const struct
  {
    const char *name;
    const char *language;
    SbNameKind kind;
  } names[] = {
    { fr, is_one ? NULL : "fr", SB_NAME_KIND_FULL },
    { is_one ? NULL : en, "en", SB_NAME_KIND_FULL },
    { sb_record_get_schema (gone) == &sb_actor_schema ? sb_record_get_text (gone, SB_ACTOR_SHORT_NAME) : NULL, NULL, SB_NAME_KIND_SHORT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      SbRecord *named = add_name (*record, names[i].name, names[i].language, names[i].kind);

      g_object_unref (*record);
      *record = named;
    }
}

/* @kept with the items of the lists of @gone. */
static SbRecord *
join_lists (SbRecord *kept,
            SbRecord *gone)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (kept);
  const SbSchema *schema = sb_record_get_schema (kept);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_LIST && (schema->fields[i].flags & SB_FIELD_DERIVED) == 0)
      append_items (builder, kept, gone, i);

  return sb_record_builder_end (g_steal_pointer (&builder));
}

SbRecord *
_sb_record_combine (SbRecord *kept,
                    SbRecord *gone)
{
  const SbSchema *schema = sb_record_get_schema (kept);
  g_autoptr (SbRecord) joined = NULL;
  SbRecord *record;

  g_return_val_if_fail (schema == sb_record_get_schema (gone), NULL);

  joined = join_lists (kept, gone);
  record = fill_position (joined, gone);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      SbRecord *filled;

      if (schema->fields[i].type == SB_FIELD_LIST || (schema->fields[i].flags & (SB_FIELD_DERIVED | SB_FIELD_BOOKKEEPING)) != 0 ||
          is_position (schema, i) || sb_record_has (record, i) || !sb_record_has (gone, i))
        continue;

      filled = fill (record, gone, i);
      g_object_unref (record);
      record = filled;
    }

  take_names (&record, gone);
  return record;
}
