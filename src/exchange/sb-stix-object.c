/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-object.h"

gboolean
sb_stix_look_up (SbStixWriter *self,
                 SbRef *ref,
                 SbRecord **record,
                 GError **error)
{
  g_autoptr (GError) failure = NULL;

  *record = ref != NULL ? _sb_exporter_look_up (self->exporter, ref, &failure) : NULL;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
sb_stix_begin_list (JsonBuilder *builder,
                    const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

void
sb_stix_add_label (JsonBuilder *builder,
                   const char *label)
{
  if (label == NULL)
    return;

  sb_stix_begin_list (builder, "labels");
  json_builder_add_string_value (builder, label);
  json_builder_end_array (builder);
}

void
sb_stix_begin_extension (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "extensions");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, SB_STIX_EXTENSION);
  json_builder_begin_object (builder);
  _sb_json_add_text (builder, "extension_type", "property-extension");
}

void
sb_stix_end_extension (JsonBuilder *builder)
{
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

void
sb_stix_add_period (JsonBuilder *builder,
                    SbDate *since,
                    SbDate *until)
{
  if (since != NULL)
    {
      _sb_json_add_text (builder, "date", sb_date_get_edtf (since));
      _sb_json_add_text (builder, "date_text", sb_date_get_wording (since));
      sb_stix_add_day (builder, "first_day", sb_date_get_first_day (since), FALSE);
    }
  if (until != NULL)
    {
      _sb_json_add_text (builder, "until", sb_date_get_edtf (until));
      _sb_json_add_text (builder, "until_text", sb_date_get_wording (until));
    }
  if (until != NULL || since != NULL)
    sb_stix_add_day (builder, "last_day", sb_date_get_last_day (until != NULL ? until : since), TRUE);
}

static void
add_times (JsonBuilder *builder,
           SbDate *since,
           SbDate *until)
{
  if (since != NULL)
    sb_stix_add_day (builder, "start_time", sb_date_get_first_day (since), FALSE);
  if (until != NULL && (since == NULL || sb_date_get_last_day (until) >= sb_date_get_first_day (since)))
    sb_stix_add_day (builder, "stop_time", sb_date_get_last_day (until), TRUE);
}

void
sb_stix_add_refs (JsonBuilder *builder,
                  GPtrArray *ids)
{
  sb_stix_begin_list (builder, "object_refs");
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (ids, i));
  json_builder_end_array (builder);
}

void
sb_stix_add_subjects (JsonBuilder *builder,
                      GPtrArray *ids)
{
  if (ids->len == 0)
    g_ptr_array_add (ids, g_strdup (SB_STIX_AUTHOR));

  sb_stix_add_refs (builder, ids);
}

void
sb_stix_add_new_type (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "extensions");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, SB_STIX_EXTENSION);
  json_builder_begin_object (builder);
  _sb_json_add_text (builder, "extension_type", "new-sdo");
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_bilingual_field (JsonBuilder *builder,
                     const char *name,
                     SbBilingual *text)
{
  g_autofree char *fr = g_strconcat (name, "_fr", NULL);
  g_autofree char *en = g_strconcat (name, "_en", NULL);

  _sb_json_add_text (builder, fr, sb_bilingual_get (text, SB_LANGUAGE_FR));
  _sb_json_add_text (builder, en, sb_bilingual_get (text, SB_LANGUAGE_EN));
}

static void
add_date_field (JsonBuilder *builder,
                const char *name,
                SbDate *date)
{
  g_autofree char *text = g_strconcat (name, "_text", NULL);
  g_autofree char *first = g_strconcat (name, "_first", NULL);
  g_autofree char *last = g_strconcat (name, "_last", NULL);

  _sb_json_add_text (builder, name, sb_date_get_edtf (date));
  _sb_json_add_text (builder, text, sb_date_get_wording (date));
  sb_stix_add_day (builder, first, sb_date_get_first_day (date), FALSE);
  sb_stix_add_day (builder, last, sb_date_get_last_day (date), TRUE);
}

static void
add_field (JsonBuilder *builder,
           SbRecord *record,
           guint field)
{
  const SbField *description = &sb_record_get_schema (record)->fields[field];
  const char *name = description->name;

  switch (description->type)
    {
    case SB_FIELD_TEXT:
      _sb_json_add_text (builder, name, sb_record_get_text (record, field));
      break;

    case SB_FIELD_BILINGUAL:
      add_bilingual_field (builder, name, sb_record_get_bilingual (record, field));
      break;

    case SB_FIELD_DATE:
      add_date_field (builder, name, sb_record_get_date (record, field));
      break;

    case SB_FIELD_INTEGER:
      _sb_json_add_integer (builder, name, sb_record_get_integer (record, field, 0));
      break;

    case SB_FIELD_REAL:
      json_builder_set_member_name (builder, name);
      json_builder_add_double_value (builder, sb_record_get_real (record, field, 0));
      break;

    case SB_FIELD_TERM:
      _sb_json_add_text (builder, name, _sb_record_get_term_name (record, field));
      break;

    case SB_FIELD_TIME:
    case SB_FIELD_BOOLEAN:
    case SB_FIELD_REF:
    case SB_FIELD_LIST:
    default:
      break;
    }
}

static void
add_items (JsonBuilder *builder,
           SbRecord *record,
           guint field)
{
  sb_stix_begin_list (builder, sb_record_get_schema (record)->fields[field].name);
  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    {
      SbRecord *item = sb_record_get_item (record, field, i);

      json_builder_begin_object (builder);
      for (guint j = 0; j < sb_record_get_schema (item)->n_fields; j++)
        if (sb_record_has (item, j))
          add_field (builder, item, j);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
sb_stix_add_fields (JsonBuilder *builder,
                    SbRecord *record,
                    const guint *fields,
                    guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      if (!sb_record_has (record, fields[i]))
        continue;

      if (sb_record_get_schema (record)->fields[fields[i]].type == SB_FIELD_LIST)
        add_items (builder, record, fields[i]);
      else
        add_field (builder, record, fields[i]);
    }
}

gboolean
sb_stix_finish_assessed (SbStixWriter *self,
                         JsonBuilder *builder,
                         const char *id,
                         SbRecord *record,
                         const SbStixWords *words,
                         int confidence,
                         GError **error)
{
  SbLanguage language = sb_stix_writer_add_words (self, builder, words);

  if (!sb_stix_writer_add_evidence (self, builder, id, record, confidence, error))
    {
      g_object_unref (builder);
      return FALSE;
    }

  return sb_stix_writer_end (self, builder, error) &&
         sb_stix_writer_add_translation (self, id, record, language, words, error);
}

gboolean
sb_stix_finish (SbStixWriter *self,
                JsonBuilder *builder,
                const char *id,
                SbRecord *record,
                const SbStixWords *words,
                GError **error)
{
  return sb_stix_finish_assessed (self, builder, id, record, words, -1, error);
}

gboolean
sb_stix_write_tie (SbStixWriter *self,
                   SbRecord *record,
                   const char *from,
                   const char *type,
                   const char *to,
                   GError **error)
{
  g_autofree char *id = NULL;
  JsonBuilder *builder;

  if (from == NULL || to == NULL)
    return TRUE;

  id = sb_stix_dup_derived_id ("relationship", from, type, to);
  builder = sb_stix_writer_begin (self, "relationship", id, record);
  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "relationship_type", type);
  _sb_json_add_text (builder, "source_ref", from);
  _sb_json_add_text (builder, "target_ref", to);
  return sb_stix_writer_end (self, builder, error);
}

gboolean
sb_stix_write_dated_tie (SbStixWriter *self,
                         SbRecord *record,
                         const char *from,
                         const char *type,
                         const char *to,
                         SbDate *since,
                         SbDate *until,
                         SbBilingual *summary,
                         GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("relationship", sb_record_get_uuid (record));
  const SbStixWords words[] = { { "description", summary }, { NULL, NULL } };
  JsonBuilder *builder;

  if (from == NULL || to == NULL)
    return TRUE;

  builder = sb_stix_writer_begin (self, "relationship", id, record);
  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "relationship_type", type);
  _sb_json_add_text (builder, "source_ref", from);
  _sb_json_add_text (builder, "target_ref", to);
  add_times (builder, since, until);
  return sb_stix_finish (self, builder, id, record, words, error);
}
