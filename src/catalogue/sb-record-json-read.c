/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-json.h"

#include "sb-catalogue-error.h"
#include "sb-record-builder.h"

#include <math.h>

static gboolean
fail (GError **error,
      const char *name,
      const char *expected)
{
  g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "“%s” is not %s", name, expected);
  return FALSE;
}

/* The string in @node; NULL when there is none. */
static const char *
get_string (JsonNode *node)
{
  const char *text;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  text = json_node_get_string (node);
  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/* A string member that may be missing; FALSE when it is something else. */
static gboolean
get_string_member (JsonObject *object,
                   const char *name,
                   const char **text)
{
  JsonNode *node = json_object_get_member (object, name);

  *text = node != NULL ? get_string (node) : NULL;
  return node == NULL || *text != NULL;
}

static gboolean
has_only (JsonObject *object,
          const char *const *names)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!g_strv_contains (names, name))
      return FALSE;

  return TRUE;
}

static gboolean
read_bilingual (SbRecordBuilder *builder,
                guint position,
                const char *name,
                JsonNode *node,
                GError **error)
{
  static const char *const members[] = { "fr", "en", NULL };
  JsonObject *object;
  const char *fr;
  const char *en;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, name, "a text in French and English");

  object = json_node_get_object (node);
  if (!has_only (object, members) || !get_string_member (object, "fr", &fr) || !get_string_member (object, "en", &en))
    return fail (error, name, "a text in French and English");

  sb_record_builder_set_words (builder, position, fr, en);
  return TRUE;
}

static gboolean
read_date (SbRecordBuilder *builder,
           guint position,
           const char *name,
           JsonNode *node,
           GError **error)
{
  static const char *const members[] = { "edtf", "text", NULL };
  g_autoptr (SbDate) date = NULL;
  JsonObject *object;
  const char *edtf;
  const char *wording;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, name, "a date");

  object = json_node_get_object (node);
  if (!has_only (object, members) || !get_string_member (object, "edtf", &edtf) || !get_string_member (object, "text", &wording))
    return fail (error, name, "a date");

  date = edtf != NULL ? sb_date_new (edtf, wording) : NULL;
  if (date == NULL)
    return fail (error, name, "an EDTF date");

  sb_record_builder_set_date (builder, position, date);
  return TRUE;
}

static gboolean
parse_time (JsonNode *node,
            gint64 *seconds)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const char *text = get_string (node);

  time = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;
  if (time == NULL)
    return FALSE;

  *seconds = g_date_time_to_unix (time);
  return TRUE;
}

static gboolean
read_number (SbRecordBuilder *builder,
             guint position,
             const SbField *field,
             JsonNode *node,
             GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  gint64 seconds;

  switch (field->type)
    {
    case SB_FIELD_TIME:
      if (!parse_time (node, &seconds))
        return fail (error, field->name, "an ISO 8601 time");
      sb_record_builder_set_time (builder, position, seconds);
      return TRUE;

    case SB_FIELD_INTEGER:
      if (type != G_TYPE_INT64)
        return fail (error, field->name, "a whole number");
      sb_record_builder_set_integer (builder, position, json_node_get_int (node));
      return TRUE;

    case SB_FIELD_REAL:
      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        return fail (error, field->name, "a number");
      if (!isfinite (json_node_get_double (node)))
        return fail (error, field->name, "a finite number");
      sb_record_builder_set_real (builder, position, json_node_get_double (node));
      return TRUE;

    default:
      if (type != G_TYPE_BOOLEAN)
        return fail (error, field->name, "true or false");
      sb_record_builder_set_boolean (builder, position, json_node_get_boolean (node));
      return TRUE;
    }
}

static gboolean
read_term (SbRecordBuilder *builder,
           guint position,
           const SbField *field,
           JsonNode *node,
           GError **error)
{
  const char *name = get_string (node);
  const SbTerm *term = name != NULL ? sb_vocabulary_find_name (field->vocabulary, name) : NULL;

  if (term == NULL)
    {
      g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "“%s” cannot be “%.40s”", field->name, name != NULL ? name : "?");
      return FALSE;
    }

  sb_record_builder_set_term (builder, position, term->value);
  return TRUE;
}

static gboolean
read_ref (SbRecordBuilder *builder,
          guint position,
          const SbField *field,
          JsonNode *node,
          GError **error)
{
  static const char *const members[] = { "id", "kind", "uuid", "fr", "en", NULL };
  g_autoptr (SbBilingual) title = NULL;
  g_autoptr (SbRef) ref = NULL;
  JsonObject *object;
  const char *kind_name;
  const char *uuid;
  const char *fr;
  const char *en;
  SbKind kind;
  gint64 id;

  if (!JSON_NODE_HOLDS_OBJECT (node) || !has_only (json_node_get_object (node), members))
    return fail (error, field->name, "a reference");

  object = json_node_get_object (node);
  if (!get_string_member (object, "kind", &kind_name) || !get_string_member (object, "uuid", &uuid) ||
      !get_string_member (object, "fr", &fr) || !get_string_member (object, "en", &en))
    return fail (error, field->name, "a reference");

  /* The kind may be left out where the field takes only one. */
  kind = kind_name != NULL ? sb_kind_parse (kind_name) : (SbKind) field->target;
  id = json_object_get_int_member_with_default (object, "id", 0);
  if (kind == SB_KIND_NONE || (uuid == NULL && id <= 0))
    return fail (error, field->name, "a reference");

  title = sb_bilingual_new (fr, en);
  ref = sb_ref_new (kind, id, uuid, title);
  sb_record_builder_set_ref (builder, position, ref);
  return TRUE;
}

static gboolean read_fields (SbRecordBuilder *builder,
                             const SbSchema *schema,
                             JsonObject *object,
                             GError **error);

static gboolean
read_items (SbRecordBuilder *builder,
            guint position,
            const SbField *field,
            JsonNode *node,
            GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, field->name, "a list");

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (SbRecordBuilder) item = sb_record_builder_new (field->item);
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fail (error, field->name, "a list of objects");
      if (!read_fields (item, field->item, json_node_get_object (element), error))
        {
          g_prefix_error (error, "%s %u: ", field->name, i + 1);
          return FALSE;
        }

      sb_record_builder_take_item (builder, position, sb_record_builder_end (g_steal_pointer (&item)));
    }

  return TRUE;
}

/* What was one text is in the language of the record where that is English, and else
 * French, as migration 024 takes it. */
static void
read_words_of_text (SbRecordBuilder *builder,
                    guint position,
                    JsonObject *record,
                    const char *text)
{
  JsonNode *node = json_object_get_member (record, "language");
  const char *language = node != NULL ? get_string (node) : NULL;
  gboolean is_english = language != NULL && (g_str_equal (language, "en") || g_str_has_prefix (language, "en-"));

  sb_record_builder_set_words (builder, position, is_english ? NULL : text, is_english ? text : NULL);
}

/* @record is the object that has @node as its member. */
static gboolean
read_value (SbRecordBuilder *builder,
            guint position,
            const SbField *field,
            JsonObject *record,
            JsonNode *node,
            GError **error)
{
  if ((field->flags & SB_FIELD_ONCE_TEXT) != 0 && get_string (node) != NULL)
    {
      read_words_of_text (builder, position, record, get_string (node));
      return TRUE;
    }

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      if (get_string (node) == NULL)
        return fail (error, field->name, "a text");
      sb_record_builder_set_text (builder, position, get_string (node));
      return TRUE;

    case SB_FIELD_BILINGUAL:
      return read_bilingual (builder, position, field->name, node, error);

    case SB_FIELD_DATE:
      return read_date (builder, position, field->name, node, error);

    case SB_FIELD_TERM:
      return read_term (builder, position, field, node, error);

    case SB_FIELD_REF:
      return read_ref (builder, position, field, node, error);

    case SB_FIELD_LIST:
      return read_items (builder, position, field, node, error);

    case SB_FIELD_TIME:
    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
    case SB_FIELD_BOOLEAN:
    default:
      return read_number (builder, position, field, node, error);
    }
}

/* Reads one of the members that say what the record is, not what it holds.
 * Sets @is_known to FALSE when the member is none of them. */
static gboolean
read_identity (SbRecordBuilder *builder,
               const SbSchema *schema,
               const char *name,
               JsonNode *node,
               gboolean *is_known,
               GError **error)
{
  static const char *const ignored[] = { "id", "created", "changed", "n_extracts", "version", NULL };
  const char *text = get_string (node);

  *is_known = TRUE;
  if (schema->kind == SB_KIND_NONE)
    {
      *is_known = FALSE;
      return TRUE;
    }

  if (g_str_equal (name, "@kind"))
    return (text != NULL && (int) sb_kind_parse (text) == schema->kind) || fail (error, name, "the kind that was expected");

  if (g_str_equal (name, "uuid"))
    {
      if (text == NULL || !g_uuid_string_is_valid (text))
        return fail (error, name, "a UUID");
      sb_record_builder_set_uuid (builder, text);
      return TRUE;
    }

  if (g_str_equal (name, "withdrawn"))
    {
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return fail (error, name, "true or false");
      sb_record_builder_set_withdrawn (builder, json_node_get_boolean (node));
      return TRUE;
    }

  *is_known = g_strv_contains (ignored, name);
  return TRUE;
}

static gboolean
read_fields (SbRecordBuilder *builder,
             const SbSchema *schema,
             JsonObject *object,
             GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      int field = sb_schema_find (schema, name);
      gboolean is_known;

      if (field >= 0)
        {
          if (!read_value (builder, (guint) field, &schema->fields[field], object, node, error))
            return FALSE;
          continue;
        }

      if (!read_identity (builder, schema, name, node, &is_known, error))
        return FALSE;
      if (!is_known)
        {
          g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "%s has no member “%.40s”", schema->name, name);
          return FALSE;
        }
    }

  return TRUE;
}

SbRecord *
sb_record_from_json (const SbSchema *schema,
                     JsonObject *object,
                     GError **error)
{
  g_autoptr (SbRecordBuilder) builder = NULL;

  g_return_val_if_fail (schema != NULL, NULL);
  g_return_val_if_fail (object != NULL, NULL);

  builder = sb_record_builder_new (schema);
  if (!read_fields (builder, schema, object, error))
    return NULL;

  return sb_record_builder_end (g_steal_pointer (&builder));
}
