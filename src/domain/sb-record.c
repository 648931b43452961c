/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-record.h"

#include "sb-record-private.h"

G_DEFINE_FINAL_TYPE (SbRecord, sb_record, G_TYPE_OBJECT)

void
_sb_record_clear_field (SbRecord *self,
                        guint field)
{
  SbValue *value = &self->values[field];

  if (!_sb_record_is_set (self, field))
    return;

  switch (self->schema->fields[field].type)
    {
    case SB_FIELD_TEXT:
      g_clear_pointer (&value->text, g_free);
      break;

    case SB_FIELD_BILINGUAL:
      g_clear_pointer (&value->words, sb_bilingual_unref);
      break;

    case SB_FIELD_DATE:
      g_clear_pointer (&value->date, sb_date_unref);
      break;

    case SB_FIELD_REF:
      g_clear_pointer (&value->ref, sb_ref_unref);
      break;

    case SB_FIELD_LIST:
      g_clear_pointer (&value->items, g_ptr_array_unref);
      break;

    case SB_FIELD_TIME:
    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
    case SB_FIELD_BOOLEAN:
    case SB_FIELD_TERM:
    default:
      break;
    }

  self->present &= ~(G_GUINT64_CONSTANT (1) << field);
}

void
_sb_record_copy_field (SbRecord *self,
                       SbRecord *other,
                       guint field)
{
  const SbValue *from = &other->values[field];
  SbValue *to = &self->values[field];

  _sb_record_clear_field (self, field);
  if (!_sb_record_is_set (other, field))
    return;

  *to = *from;
  switch (self->schema->fields[field].type)
    {
    case SB_FIELD_TEXT:
      to->text = g_strdup (from->text);
      break;

    case SB_FIELD_BILINGUAL:
      sb_bilingual_ref (from->words);
      break;

    case SB_FIELD_DATE:
      sb_date_ref (from->date);
      break;

    case SB_FIELD_REF:
      sb_ref_ref (from->ref);
      break;

    case SB_FIELD_LIST:
      to->items = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < from->items->len; i++)
        g_ptr_array_add (to->items, g_object_ref (g_ptr_array_index (from->items, i)));
      break;

    case SB_FIELD_TIME:
    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
    case SB_FIELD_BOOLEAN:
    case SB_FIELD_TERM:
    default:
      break;
    }

  _sb_record_mark_set (self, field);
}

static gboolean
items_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!sb_record_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static gboolean
field_equal (SbRecord *self,
             SbRecord *other,
             guint field)
{
  const SbValue *a = &self->values[field];
  const SbValue *b = &other->values[field];

  if (!_sb_record_is_set (self, field))
    return TRUE;

  switch (self->schema->fields[field].type)
    {
    case SB_FIELD_TEXT:
      return g_str_equal (a->text, b->text);

    case SB_FIELD_BILINGUAL:
      return sb_bilingual_equal (a->words, b->words);

    case SB_FIELD_DATE:
      return sb_date_equal (a->date, b->date);

    case SB_FIELD_REF:
      return sb_ref_equal (a->ref, b->ref);

    case SB_FIELD_LIST:
      return items_equal (a->items, b->items);

    case SB_FIELD_REAL:
      return a->real == b->real;

    case SB_FIELD_TIME:
    case SB_FIELD_INTEGER:
    case SB_FIELD_BOOLEAN:
    case SB_FIELD_TERM:
    default:
      return a->integer == b->integer;
    }
}

static void
sb_record_finalize (GObject *object)
{
  SbRecord *self = SB_RECORD (object);

  for (guint i = 0; self->schema != NULL && i < self->schema->n_fields; i++)
    _sb_record_clear_field (self, i);

  g_free (self->values);
  g_free (self->uuid);
  g_free (self->topic);

  G_OBJECT_CLASS (sb_record_parent_class)->finalize (object);
}

static void
sb_record_class_init (SbRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_record_finalize;
}

static void
sb_record_init (SbRecord *self)
{
}

SbRecord *
_sb_record_new (const SbSchema *schema)
{
  SbRecord *self = g_object_new (SB_TYPE_RECORD, NULL);

  g_assert (schema->n_fields <= SB_RECORD_MAX_FIELDS);

  self->schema = schema;
  self->values = g_new0 (SbValue, schema->n_fields);
  return self;
}

const SbSchema *
sb_record_get_schema (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), NULL);

  return self->schema;
}

SbKind
sb_record_get_kind (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), SB_KIND_NONE);

  return self->schema->kind;
}

gint64
sb_record_get_id (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), 0);

  return self->id;
}

const char *
sb_record_get_uuid (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), NULL);

  return self->uuid;
}

gint64
sb_record_get_created (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), 0);

  return self->created;
}

gint64
sb_record_get_changed (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), 0);

  return self->changed;
}

guint
sb_record_get_n_extracts (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), 0);

  return self->n_extracts;
}

gboolean
sb_record_is_withdrawn (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), FALSE);

  return self->withdrawn;
}

const char *
sb_record_get_topic (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), NULL);

  return self->topic;
}

gboolean
sb_record_is_retained (SbRecord *self)
{
  g_return_val_if_fail (SB_IS_RECORD (self), FALSE);

  return self->retained;
}

/* The value of a field that is of @type; NULL when it is unset. */
static const SbValue *
get_value (SbRecord *self,
           guint field,
           SbFieldType type)
{
  if (self == NULL)
    return NULL;

  g_return_val_if_fail (SB_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < self->schema->n_fields, NULL);
  g_return_val_if_fail (self->schema->fields[field].type == type, NULL);

  return _sb_record_is_set (self, field) ? &self->values[field] : NULL;
}

const char *
sb_record_get_title (SbRecord *self,
                     SbLanguage language)
{
  guint title;

  g_return_val_if_fail (SB_IS_RECORD (self), "");

  if (self->schema->title < 0)
    return "";

  title = (guint) self->schema->title;
  if (self->schema->fields[title].type == SB_FIELD_BILINGUAL)
    return sb_record_get_words (self, title, language);

  return _sb_record_is_set (self, title) ? sb_record_get_text (self, title) : "";
}

SbRef *
sb_record_dup_ref (SbRecord *self)
{
  g_autoptr (SbBilingual) name = NULL;

  g_return_val_if_fail (SB_IS_RECORD (self), NULL);

  name = sb_bilingual_new (sb_record_get_title (self, SB_LANGUAGE_FR),
                           sb_record_get_title (self, SB_LANGUAGE_EN));
  return sb_ref_new (self->schema->kind, self->id, self->uuid, name);
}

gboolean
sb_record_has (SbRecord *self,
               guint field)
{
  if (self == NULL)
    return FALSE;

  g_return_val_if_fail (SB_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field < self->schema->n_fields, FALSE);

  return _sb_record_is_set (self, field);
}

const char *
sb_record_get_text (SbRecord *self,
                    guint field)
{
  const SbValue *value = get_value (self, field, SB_FIELD_TEXT);

  return value != NULL ? value->text : NULL;
}

SbBilingual *
sb_record_get_bilingual (SbRecord *self,
                         guint field)
{
  const SbValue *value = get_value (self, field, SB_FIELD_BILINGUAL);

  return value != NULL ? value->words : NULL;
}

const char *
sb_record_get_words (SbRecord *self,
                     guint field,
                     SbLanguage language)
{
  return sb_bilingual_get_any (sb_record_get_bilingual (self, field), language);
}

SbDate *
sb_record_get_date (SbRecord *self,
                    guint field)
{
  const SbValue *value = get_value (self, field, SB_FIELD_DATE);

  return value != NULL ? value->date : NULL;
}

gint64
sb_record_get_time (SbRecord *self,
                    guint field)
{
  const SbValue *value = get_value (self, field, SB_FIELD_TIME);

  return value != NULL ? value->integer : 0;
}

gint64
sb_record_get_integer (SbRecord *self,
                       guint field,
                       gint64 fallback)
{
  const SbValue *value = get_value (self, field, SB_FIELD_INTEGER);

  return value != NULL ? value->integer : fallback;
}

double
sb_record_get_real (SbRecord *self,
                    guint field,
                    double fallback)
{
  const SbValue *value = get_value (self, field, SB_FIELD_REAL);

  return value != NULL ? value->real : fallback;
}

gboolean
sb_record_get_boolean (SbRecord *self,
                       guint field)
{
  const SbValue *value = get_value (self, field, SB_FIELD_BOOLEAN);

  return value != NULL && value->integer != 0;
}

int
sb_record_get_term (SbRecord *self,
                    guint field,
                    int fallback)
{
  const SbValue *value = get_value (self, field, SB_FIELD_TERM);

  return value != NULL ? (int) value->integer : fallback;
}

const char *
sb_record_get_term_label (SbRecord *self,
                          guint field,
                          SbLanguage language)
{
  const SbValue *value = get_value (self, field, SB_FIELD_TERM);

  if (value == NULL)
    return "";

  return sb_vocabulary_get_label (self->schema->fields[field].vocabulary, (int) value->integer, language);
}

SbRef *
sb_record_get_ref (SbRecord *self,
                   guint field)
{
  const SbValue *value = get_value (self, field, SB_FIELD_REF);

  return value != NULL ? value->ref : NULL;
}

guint
sb_record_get_n_items (SbRecord *self,
                       guint field)
{
  const SbValue *value = get_value (self, field, SB_FIELD_LIST);

  return value != NULL ? value->items->len : 0;
}

SbRecord *
sb_record_get_item (SbRecord *self,
                    guint field,
                    guint position)
{
  const SbValue *value = get_value (self, field, SB_FIELD_LIST);

  g_return_val_if_fail (value != NULL && position < value->items->len, NULL);

  return g_ptr_array_index (value->items, position);
}

gboolean
sb_record_equal (SbRecord *a,
                 SbRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->schema != b->schema || a->id != b->id || a->present != b->present ||
      a->withdrawn != b->withdrawn || g_strcmp0 (a->uuid, b->uuid) != 0)
    return FALSE;

  for (guint i = 0; i < a->schema->n_fields; i++)
    if (!field_equal (a, b, i))
      return FALSE;

  return TRUE;
}
