/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-json.h"

/* A record is an object with lists of objects with texts in two languages; the
 * parser calls itself for each level. */
#define MAX_DEPTH 16

static void write_fields (SbRecord *record,
                          JsonBuilder *builder,
                          SbRecordJsonFlags flags);

static void
write_text (JsonBuilder *builder,
            const char *name,
            const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
write_time (JsonBuilder *builder,
            const char *name,
            gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  write_text (builder, name, text);
}

static void
write_bilingual (JsonBuilder *builder,
                 SbBilingual *text)
{
  json_builder_begin_object (builder);
  write_text (builder, "fr", sb_bilingual_get (text, SB_LANGUAGE_FR));
  write_text (builder, "en", sb_bilingual_get (text, SB_LANGUAGE_EN));
  json_builder_end_object (builder);
}

static void
write_date (JsonBuilder *builder,
            SbDate *date)
{
  json_builder_begin_object (builder);
  write_text (builder, "edtf", sb_date_get_edtf (date));
  write_text (builder, "text", sb_date_get_wording (date));
  json_builder_end_object (builder);
}

static void
write_ref (JsonBuilder *builder,
           SbRef *ref,
           SbRecordJsonFlags flags)
{
  gboolean is_full = (flags & SB_RECORD_JSON_FULL) != 0;

  json_builder_begin_object (builder);
  if (sb_ref_get_id (ref) != 0 && (is_full || sb_ref_get_uuid (ref) == NULL))
    {
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, sb_ref_get_id (ref));
    }
  write_text (builder, "kind", sb_kind_get_name (sb_ref_get_kind (ref)));
  write_text (builder, "uuid", sb_ref_get_uuid (ref));
  if (is_full)
    {
      write_text (builder, "fr", sb_ref_get_name (ref, SB_LANGUAGE_FR));
      write_text (builder, "en", sb_ref_get_name (ref, SB_LANGUAGE_EN));
    }
  json_builder_end_object (builder);
}

static void
write_items (JsonBuilder *builder,
             SbRecord *record,
             guint field,
             SbRecordJsonFlags flags)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    {
      json_builder_begin_object (builder);
      write_fields (sb_record_get_item (record, field, i), builder, flags);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_value (SbRecord *record,
             guint position,
             JsonBuilder *builder,
             SbRecordJsonFlags flags)
{
  const SbField *field = &sb_record_get_schema (record)->fields[position];
  const SbTerm *term;

  switch (field->type)
    {
    case SB_FIELD_BILINGUAL:
      write_bilingual (builder, sb_record_get_bilingual (record, position));
      break;

    case SB_FIELD_DATE:
      write_date (builder, sb_record_get_date (record, position));
      break;

    case SB_FIELD_INTEGER:
      json_builder_add_int_value (builder, sb_record_get_integer (record, position, 0));
      break;

    case SB_FIELD_REAL:
      json_builder_add_double_value (builder, sb_record_get_real (record, position, 0));
      break;

    case SB_FIELD_BOOLEAN:
      json_builder_add_boolean_value (builder, sb_record_get_boolean (record, position));
      break;

    case SB_FIELD_TERM:
      term = sb_vocabulary_find (field->vocabulary, sb_record_get_term (record, position, 0));
      json_builder_add_string_value (builder, term != NULL ? term->name : "");
      break;

    case SB_FIELD_REF:
      write_ref (builder, sb_record_get_ref (record, position), flags);
      break;

    case SB_FIELD_LIST:
      write_items (builder, record, position, flags);
      break;

    case SB_FIELD_TEXT:
    case SB_FIELD_TIME:
    default:
      g_assert_not_reached ();
    }
}

static void
write_fields (SbRecord *record,
              JsonBuilder *builder,
              SbRecordJsonFlags flags)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];

      if (!sb_record_has (record, i))
        continue;
      if ((field->flags & SB_FIELD_DERIVED) != 0 && (flags & SB_RECORD_JSON_FULL) == 0)
        continue;

      if (field->type == SB_FIELD_TEXT)
        write_text (builder, field->name, sb_record_get_text (record, i));
      else if (field->type == SB_FIELD_TIME)
        write_time (builder, field->name, sb_record_get_time (record, i));
      else
        {
          json_builder_set_member_name (builder, field->name);
          write_value (record, i, builder, flags);
        }
    }
}

static void
write_storage (SbRecord *record,
               JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, sb_record_get_id (record));
  if (sb_record_get_created (record) != 0)
    write_time (builder, "created", sb_record_get_created (record));
  if (sb_record_get_changed (record) != 0)
    write_time (builder, "changed", sb_record_get_changed (record));
  json_builder_set_member_name (builder, "n_extracts");
  json_builder_add_int_value (builder, sb_record_get_n_extracts (record));
  if (sb_record_get_topic (record) == NULL)
    return;

  json_builder_set_member_name (builder, "version");
  json_builder_begin_object (builder);
  write_text (builder, "topic", sb_record_get_topic (record));
  json_builder_set_member_name (builder, "retained");
  json_builder_add_boolean_value (builder, sb_record_is_retained (record));
  json_builder_end_object (builder);
}

void
sb_record_write_json (SbRecord *record,
                      JsonBuilder *builder,
                      SbRecordJsonFlags flags)
{
  g_return_if_fail (SB_IS_RECORD (record));
  g_return_if_fail (JSON_IS_BUILDER (builder));

  json_builder_begin_object (builder);
  if (sb_record_get_kind (record) != SB_KIND_NONE)
    {
      write_text (builder, "@kind", sb_kind_get_name (sb_record_get_kind (record)));
      if ((flags & SB_RECORD_JSON_FULL) != 0)
        write_storage (record, builder);
      write_text (builder, "uuid", sb_record_get_uuid (record));
      if (sb_record_is_withdrawn (record))
        {
          json_builder_set_member_name (builder, "withdrawn");
          json_builder_add_boolean_value (builder, TRUE);
        }
    }
  write_fields (record, builder, flags);
  json_builder_end_object (builder);
}

JsonNode *
sb_record_to_json (SbRecord *record,
                   SbRecordJsonFlags flags)
{
  g_autoptr (JsonBuilder) builder = NULL;

  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  builder = json_builder_new_immutable ();
  sb_record_write_json (record, builder, flags);
  return json_builder_get_root (builder);
}

gboolean
sb_json_is_shallow (const char *text,
                    gsize length)
{
  gboolean in_string = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string)
        {
          if (text[i] == '\\')
            i++;
          else if (text[i] == '"')
            in_string = FALSE;
          continue;
        }

      if (text[i] == '"')
        in_string = TRUE;
      else if (text[i] == '{' || text[i] == '[')
        depth++;
      else if (text[i] == '}' || text[i] == ']')
        depth--;

      if (depth > MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}
