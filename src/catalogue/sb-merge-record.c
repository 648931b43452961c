/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge-record.h"

#include "sb-actor.h"
#include "sb-record-compare.h"
#include "sb-record-error.h"

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

/* Sets what the text does not say in one of the languages. A name is a
 * translation only of the name that stands beside it: what somebody calls the
 * same in both languages is another name of the one who has one already. */
static SbRecord *
fill_language (SbRecord *record,
               SbRecord *other,
               guint field)
{
  SbBilingual *own = sb_record_get_bilingual (record, field);
  SbBilingual *words = sb_record_get_bilingual (other, field);
  const char *fr = sb_bilingual_get (own, SB_LANGUAGE_FR);
  const char *en = sb_bilingual_get (own, SB_LANGUAGE_EN);
  const char *other_fr = sb_bilingual_get (words, SB_LANGUAGE_FR);
  const char *other_en = sb_bilingual_get (words, SB_LANGUAGE_EN);
  SbRecordBuilder *builder;

  if ((fr != NULL || other_fr == NULL) && (en != NULL || other_en == NULL))
    return g_object_ref (record);
  if ((int) field == sb_record_get_schema (record)->title && g_strcmp0 (other_fr, other_en) == 0)
    return g_object_ref (record);

  builder = sb_record_builder_new_from (record);
  sb_record_builder_set_words (builder, field, fr != NULL ? fr : other_fr, en != NULL ? en : other_en);
  return sb_record_builder_end (builder);
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

/* Whether @item is another name by which @record is called in the first place. */
static gboolean
is_own_name (SbRecord *record,
             SbRecord *item)
{
  const SbSchema *schema = sb_record_get_schema (item);
  int kind;

  if (schema != &sb_actor_alias_schema && schema != &sb_place_name_schema)
    return FALSE;

  kind = sb_record_get_term (item, SB_ACTOR_ALIAS_KIND, SB_NAME_KIND_FULL);
  return (kind == SB_NAME_KIND_FULL || kind == SB_NAME_KIND_SHORT) &&
         is_called (record, sb_record_get_text (item, SB_ACTOR_ALIAS_NAME), (SbNameKind) kind);
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

      if (!_sb_record_has_item (kept, field, item) && !is_own_name (kept, item))
        sb_record_builder_take_item (builder, field, g_object_ref (item));
    }
}

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

/* Whether the field is one that the one that is kept is given when it lacks it. */
static gboolean
is_given (const SbSchema *schema,
          guint field)
{
  return schema->fields[field].type != SB_FIELD_LIST && (schema->fields[field].flags & (SB_FIELD_DERIVED | SB_FIELD_BOOKKEEPING)) == 0 &&
         !is_position (schema, field);
}

/* What the source of one of the two has taken back, that of the other has not. */
static SbRecord *
join_withdrawal (SbRecord *kept,
                 SbRecord *gone)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (kept);

  sb_record_builder_set_withdrawn (builder, sb_record_is_withdrawn (kept) && sb_record_is_withdrawn (gone));
  return sb_record_builder_end (builder);
}

SbRecord *
_sb_record_combine (SbRecord *kept,
                    SbRecord *gone)
{
  const SbSchema *schema = sb_record_get_schema (kept);
  g_autoptr (SbRecord) joined = NULL;
  g_autoptr (SbRecord) placed = NULL;
  SbRecord *record;

  g_return_val_if_fail (schema == sb_record_get_schema (gone), NULL);

  joined = join_lists (kept, gone);
  placed = fill_position (joined, gone);
  record = join_withdrawal (placed, gone);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      SbRecord *filled;

      if (!is_given (schema, i) || !sb_record_has (gone, i))
        continue;

      if (!sb_record_has (record, i))
        filled = fill (record, gone, i);
      else if (schema->fields[i].type == SB_FIELD_BILINGUAL)
        filled = fill_language (record, gone, i);
      else
        continue;
      g_object_unref (record);
      record = filled;
    }

  take_names (&record, gone);
  return record;
}

/* Whether the texts say something else in a language in which both say
 * something. */
static gboolean
texts_differ (SbBilingual *a,
              SbBilingual *b)
{
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      const char *one = sb_bilingual_get (a, language);
      const char *other = sb_bilingual_get (b, language);

      if (one != NULL && other != NULL && !g_str_equal (one, other))
        return TRUE;
    }

  return FALSE;
}

GArray *
_sb_record_list_contradictions (SbRecord *kept,
                                SbRecord *gone)
{
  const SbSchema *schema = sb_record_get_schema (kept);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (schema == sb_record_get_schema (gone), NULL);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      gboolean is_name = (int) i == schema->title || (schema == &sb_actor_schema && i == SB_ACTOR_SHORT_NAME);

      if (is_name || schema->fields[i].type == SB_FIELD_LIST || (schema->fields[i].flags & (SB_FIELD_DERIVED | SB_FIELD_BOOKKEEPING)) != 0 ||
          !sb_record_has (kept, i) || !sb_record_has (gone, i))
        continue;

      if (schema->fields[i].type == SB_FIELD_BILINGUAL
            ? texts_differ (sb_record_get_bilingual (kept, i), sb_record_get_bilingual (gone, i))
            : !_sb_record_field_stores_same (kept, gone, i))
        g_array_append_val (fields, i);
    }

  return g_steal_pointer (&fields);
}
