/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-record-builder.h"

#include "sb-record-private.h"

/* A builder is a record that nobody else has seen yet. */
struct _SbRecordBuilder
{
  SbRecord *record; /* (owned) */
};

SbRecordBuilder *
sb_record_builder_new (const SbSchema *schema)
{
  SbRecordBuilder *self;

  g_return_val_if_fail (schema != NULL, NULL);

  self = g_new0 (SbRecordBuilder, 1);
  self->record = _sb_record_new (schema);
  return self;
}

SbRecordBuilder *
sb_record_builder_new_from (SbRecord *record)
{
  SbRecordBuilder *self;

  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  self = sb_record_builder_new (record->schema);
  self->record->id = record->id;
  self->record->uuid = g_strdup (record->uuid);
  self->record->created = record->created;
  self->record->changed = record->changed;
  self->record->n_extracts = record->n_extracts;
  self->record->withdrawn = record->withdrawn;
  self->record->topic = g_strdup (record->topic);
  self->record->retained = record->retained;
  for (guint i = 0; i < record->schema->n_fields; i++)
    _sb_record_copy_field (self->record, record, i);

  return self;
}

void
sb_record_builder_free (SbRecordBuilder *self)
{
  g_clear_object (&self->record);
  g_free (self);
}

const SbSchema *
sb_record_builder_get_schema (SbRecordBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record->schema;
}

void
sb_record_builder_set_id (SbRecordBuilder *self,
                          gint64 id)
{
  g_return_if_fail (self != NULL);

  self->record->id = id;
}

void
sb_record_builder_set_uuid (SbRecordBuilder *self,
                            const char *uuid)
{
  g_return_if_fail (self != NULL);

  g_free (self->record->uuid);
  self->record->uuid = g_strdup (uuid);
}

void
sb_record_builder_set_times (SbRecordBuilder *self,
                             gint64 created,
                             gint64 changed)
{
  g_return_if_fail (self != NULL);

  self->record->created = created;
  self->record->changed = changed;
}

void
sb_record_builder_set_withdrawn (SbRecordBuilder *self,
                                 gboolean withdrawn)
{
  g_return_if_fail (self != NULL);

  self->record->withdrawn = withdrawn;
}

void
sb_record_builder_set_version (SbRecordBuilder *self,
                               const char *topic,
                               gboolean is_retained)
{
  g_return_if_fail (self != NULL);

  g_free (self->record->topic);
  self->record->topic = g_strdup (topic);
  self->record->retained = topic != NULL && is_retained;
}

void
sb_record_builder_set_n_extracts (SbRecordBuilder *self,
                                  guint n_extracts)
{
  g_return_if_fail (self != NULL);

  self->record->n_extracts = n_extracts;
}

/* Unsets the field and gives the place for its new value. */
static SbValue *
renew_value (SbRecordBuilder *self,
             guint field,
             SbFieldType type)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field < self->record->schema->n_fields, NULL);
  g_return_val_if_fail (self->record->schema->fields[field].type == type, NULL);

  _sb_record_clear_field (self->record, field);
  return &self->record->values[field];
}

void
sb_record_builder_clear (SbRecordBuilder *self,
                         guint field)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field < self->record->schema->n_fields);

  _sb_record_clear_field (self->record, field);
}

void
sb_record_builder_set_text (SbRecordBuilder *self,
                            guint field,
                            const char *text)
{
  g_autofree char *copy = g_strdup (text); /* it may be the value itself */
  SbValue *value = renew_value (self, field, SB_FIELD_TEXT);

  if (value == NULL || copy == NULL || *copy == '\0')
    return;

  value->text = g_steal_pointer (&copy);
  _sb_record_mark_set (self->record, field);
}

void
sb_record_builder_set_bilingual (SbRecordBuilder *self,
                                 guint field,
                                 SbBilingual *text)
{
  g_autoptr (SbBilingual) held = text != NULL ? sb_bilingual_ref (text) : NULL;
  SbValue *value = renew_value (self, field, SB_FIELD_BILINGUAL);

  if (value == NULL || sb_bilingual_is_empty (held))
    return;

  value->words = g_steal_pointer (&held);
  _sb_record_mark_set (self->record, field);
}

void
sb_record_builder_set_words (SbRecordBuilder *self,
                             guint field,
                             const char *fr,
                             const char *en)
{
  g_autoptr (SbBilingual) text = sb_bilingual_new (fr, en);

  sb_record_builder_set_bilingual (self, field, text);
}

void
sb_record_builder_set_date (SbRecordBuilder *self,
                            guint field,
                            SbDate *date)
{
  g_autoptr (SbDate) held = date != NULL ? sb_date_ref (date) : NULL;
  SbValue *value = renew_value (self, field, SB_FIELD_DATE);

  if (value == NULL || held == NULL)
    return;

  value->date = g_steal_pointer (&held);
  _sb_record_mark_set (self->record, field);
}

static void
set_integer (SbRecordBuilder *self,
             guint field,
             SbFieldType type,
             gint64 integer)
{
  SbValue *value = renew_value (self, field, type);

  if (value == NULL)
    return;

  value->integer = integer;
  _sb_record_mark_set (self->record, field);
}

void
sb_record_builder_set_time (SbRecordBuilder *self,
                            guint field,
                            gint64 seconds)
{
  if (seconds == 0)
    sb_record_builder_clear (self, field);
  else
    set_integer (self, field, SB_FIELD_TIME, seconds);
}

void
sb_record_builder_set_integer (SbRecordBuilder *self,
                               guint field,
                               gint64 value)
{
  set_integer (self, field, SB_FIELD_INTEGER, value);
}

void
sb_record_builder_set_real (SbRecordBuilder *self,
                            guint field,
                            double real)
{
  SbValue *value = renew_value (self, field, SB_FIELD_REAL);

  if (value == NULL)
    return;

  value->real = real;
  _sb_record_mark_set (self->record, field);
}

void
sb_record_builder_set_boolean (SbRecordBuilder *self,
                               guint field,
                               gboolean value)
{
  /* No and unset are the same, so that records compare as they are stored. */
  if (value)
    set_integer (self, field, SB_FIELD_BOOLEAN, TRUE);
  else
    sb_record_builder_clear (self, field);
}

void
sb_record_builder_set_term (SbRecordBuilder *self,
                            guint field,
                            int value)
{
  set_integer (self, field, SB_FIELD_TERM, value);
}

void
sb_record_builder_set_ref (SbRecordBuilder *self,
                           guint field,
                           SbRef *ref)
{
  g_autoptr (SbRef) held = ref != NULL ? sb_ref_ref (ref) : NULL;
  SbValue *value = renew_value (self, field, SB_FIELD_REF);

  if (value == NULL || held == NULL)
    return;

  value->ref = g_steal_pointer (&held);
  _sb_record_mark_set (self->record, field);
}

void
sb_record_builder_take_item (SbRecordBuilder *self,
                             guint field,
                             SbRecord *item)
{
  SbValue *value;

  g_return_if_fail (self != NULL);
  g_return_if_fail (SB_IS_RECORD (item));
  g_return_if_fail (field < self->record->schema->n_fields);
  g_return_if_fail (self->record->schema->fields[field].item == item->schema);

  value = &self->record->values[field];
  if (!_sb_record_is_set (self->record, field))
    {
      value->items = g_ptr_array_new_with_free_func (g_object_unref);
      _sb_record_mark_set (self->record, field);
    }

  g_ptr_array_add (value->items, item);
}

SbRecord *
sb_record_builder_end (SbRecordBuilder *self)
{
  g_autoptr (SbRecordBuilder) owned = self;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->record->uuid == NULL && self->record->schema->kind != SB_KIND_NONE)
    self->record->uuid = g_uuid_string_random ();

  return g_steal_pointer (&self->record);
}
