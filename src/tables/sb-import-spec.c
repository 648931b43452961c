/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-import-spec.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sb-table-date.h"
#include "sb-table-error.h"

/* A specification is written by people. */
#define MAX_BYTES (256 << 10)

struct _SbImportSpec
{
  gatomicrefcount ref_count;
  SbTableSubject subject;
  SbTableOptions options;
  char *columns[SB_N_TABLE_FIELDS]; /* (owned) (nullable) */
  char *defaults[SB_N_TABLE_FIELDS]; /* (owned) (nullable) */
  char *date_format; /* (owned) (nullable) */
  char *source; /* (owned) (nullable) */
  char *grade; /* (owned) (nullable) */
  gboolean is_complete;
  gboolean is_exact;
};

G_DEFINE_BOXED_TYPE (SbImportSpec, sb_import_spec, sb_import_spec_ref, sb_import_spec_unref)

static const char *const subject_names[SB_N_TABLE_SUBJECTS] = {
  [SB_TABLE_EVENTS] = "events",
  [SB_TABLE_DOCUMENTS] = "documents",
  [SB_TABLE_PLACES] = "places",
  [SB_TABLE_FIGURES] = "figures",
};

static SbImportSpec *
spec_new (void)
{
  SbImportSpec *self = g_new0 (SbImportSpec, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

SbImportSpec *
sb_import_spec_ref (SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_import_spec_unref (SbImportSpec *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < SB_N_TABLE_FIELDS; i++)
    {
      g_free (self->columns[i]);
      g_free (self->defaults[i]);
    }
  g_free (self->date_format);
  g_free (self->source);
  g_free (self->grade);
  g_free (self);
}

static gboolean
refuse (GError **error,
        const char *member)
{
  g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_SPECIFICATION, member);
  return FALSE;
}

/* NULL for what is no text: json-glib makes no letter of half a pair of \u. */
static const char *
get_string (JsonNode *node)
{
  const char *string;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  string = json_node_get_string (node);
  return g_utf8_validate (string, -1, NULL) ? string : NULL;
}

static gboolean
read_text (JsonNode *node,
           const char *member,
           char **text,
           GError **error)
{
  const char *string = get_string (node);

  if (string == NULL || *string == '\0')
    return refuse (error, member);

  g_free (*text);
  *text = g_strdup (string);
  return TRUE;
}

static gboolean
read_flag (JsonNode *node,
           const char *member,
           gboolean *flag,
           GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (error, member);

  *flag = json_node_get_boolean (node);
  return TRUE;
}

/* An object from fields to texts. */
static gboolean
read_fields (JsonNode *node,
             const char *member,
             char **texts,
             GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, member);

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    {
      SbTableField field;

      if (!sb_table_field_parse (name, &field))
        return refuse (error, name);
      if (!read_text (value, name, &texts[field], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_subject (SbImportSpec *self,
              JsonNode *node,
              GError **error)
{
  const char *name = get_string (node);

  for (guint i = 0; name != NULL && i < SB_N_TABLE_SUBJECTS; i++)
    if (g_str_equal (name, subject_names[i]))
      {
        self->subject = (SbTableSubject) i;
        return TRUE;
      }

  return refuse (error, "rows");
}

static gboolean
read_separator (SbImportSpec *self,
                JsonNode *node,
                GError **error)
{
  const char *text = get_string (node);

  if (text == NULL || strlen (text) != 1 || strchr (",;\t|", *text) == NULL)
    return refuse (error, "separator");

  self->options.separator = *text;
  return TRUE;
}

static gboolean
read_date_format (SbImportSpec *self,
                  JsonNode *node,
                  GError **error)
{
  const char *text = get_string (node);

  if (text == NULL || !sb_table_date_format_is_valid (text))
    return refuse (error, "date_format");

  self->date_format = g_strdup (text);
  return TRUE;
}

/* A letter of reliability and a digit of credibility. */
static gboolean
read_grade (SbImportSpec *self,
            JsonNode *node,
            GError **error)
{
  const char *text = get_string (node);

  if (text == NULL || strlen (text) != 2 || text[0] < 'A' || text[0] > 'F' || text[1] < '1' || text[1] > '6')
    return refuse (error, "grade");

  self->grade = g_strdup (text);
  return TRUE;
}

static gboolean
read_member (SbImportSpec *self,
             const char *name,
             JsonNode *node,
             GError **error)
{
  if (g_str_equal (name, "rows"))
    return read_subject (self, node, error);
  if (g_str_equal (name, "separator"))
    return read_separator (self, node, error);
  if (g_str_equal (name, "no_header"))
    return read_flag (node, name, &self->options.has_no_header, error);
  if (g_str_equal (name, "complete"))
    return read_flag (node, name, &self->is_complete, error);
  if (g_str_equal (name, "exact"))
    return read_flag (node, name, &self->is_exact, error);
  if (g_str_equal (name, "date_format"))
    return read_date_format (self, node, error);
  if (g_str_equal (name, "source"))
    return read_text (node, name, &self->source, error);
  if (g_str_equal (name, "grade"))
    return read_grade (self, node, error);
  if (g_str_equal (name, "columns"))
    return read_fields (node, name, self->columns, error);
  if (g_str_equal (name, "defaults"))
    return read_fields (node, name, self->defaults, error);

  return refuse (error, name);
}

SbImportSpec *
sb_import_spec_new (GBytes *bytes,
                    GError **error)
{
  g_autoptr (SbImportSpec) self = spec_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data;
  JsonNode *root;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  /* What is no JSON by the letter, or nested without end, does not reach the
   * parser. */
  if (size > MAX_BYTES || !sb_json_check (bytes, NULL) || !json_parser_load_from_data (parser, data, (gssize) size, NULL))
    {
      refuse (error, "JSON");
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, "JSON");
      return NULL;
    }

  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    if (!read_member (self, name, node, error))
      return NULL;

  return g_steal_pointer (&self);
}

SbImportSpec *
sb_import_spec_new_for_table (SbTable *table,
                              SbTableSubject subject)
{
  SbImportSpec *self;
  SbFieldMap map;
  guint n_columns;
  const char *const *columns;

  g_return_val_if_fail (table != NULL, NULL);

  self = spec_new ();
  self->subject = subject;
  sb_field_map_init (&map, subject);
  sb_field_map_update (&map, table);
  columns = sb_table_get_columns (table, &n_columns);
  for (guint i = 0; i < SB_N_TABLE_FIELDS; i++)
    if (sb_field_map_has (&map, (SbTableField) i))
      self->columns[i] = g_strdup (columns[map.columns[i][0].column]);

  return self;
}

SbImportSpec *
sb_import_spec_new_edited (const SbImportSpec *self,
                           const SbImportSpecEdit *edit)
{
  SbImportSpec *edited;

  g_return_val_if_fail (self != NULL && edit != NULL, NULL);
  g_return_val_if_fail (edit->date_format == NULL || sb_table_date_format_is_valid (edit->date_format), NULL);

  edited = spec_new ();
  edited->subject = edit->subject;
  edited->options = self->options;
  edited->options.has_no_header = edit->has_no_header;
  edited->date_format = g_strdup (edit->date_format);
  edited->source = g_strdup (edit->source);
  edited->grade = g_strdup (self->grade);
  edited->is_complete = self->is_complete;
  edited->is_exact = TRUE;
  for (guint i = 0; i < SB_N_TABLE_FIELDS; i++)
    {
      edited->columns[i] = g_strdup (edit->columns[i]);
      edited->defaults[i] = g_strdup (self->defaults[i]);
    }

  return edited;
}

static void
write_text (JsonBuilder *builder,
            const char *name,
            const char *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
write_flag (JsonBuilder *builder,
            const char *name,
            gboolean flag)
{
  if (!flag)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, TRUE);
}

static void
write_fields (JsonBuilder *builder,
              const char *name,
              char *const *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < SB_N_TABLE_FIELDS; i++)
    write_text (builder, sb_table_field_get_name ((SbTableField) i), texts[i]);
  json_builder_end_object (builder);
}

char *
sb_import_spec_to_json (const SbImportSpec *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  char separator[2] = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  separator[0] = self->options.separator;
  json_builder_begin_object (builder);
  write_text (builder, "rows", subject_names[self->subject]);
  write_text (builder, "source", self->source);
  write_text (builder, "grade", self->grade);
  write_text (builder, "separator", separator[0] != '\0' ? separator : NULL);
  write_text (builder, "date_format", self->date_format);
  write_flag (builder, "no_header", self->options.has_no_header);
  write_flag (builder, "complete", self->is_complete);
  write_flag (builder, "exact", self->is_exact);
  write_fields (builder, "columns", self->columns);
  write_fields (builder, "defaults", self->defaults);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

SbTableSubject
sb_import_spec_get_subject (const SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, SB_TABLE_EVENTS);

  return self->subject;
}

const char *
sb_import_spec_get_subject_name (const SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, "");

  return subject_names[self->subject];
}

const SbTableOptions *
sb_import_spec_get_options (const SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->options;
}

const char *
sb_import_spec_get_column (const SbImportSpec *self,
                           SbTableField field)
{
  g_return_val_if_fail (self != NULL && (guint) field < SB_N_TABLE_FIELDS, NULL);

  return self->columns[field];
}

const char *
sb_import_spec_get_default (const SbImportSpec *self,
                            SbTableField field)
{
  g_return_val_if_fail (self != NULL && (guint) field < SB_N_TABLE_FIELDS, NULL);

  return self->defaults[field];
}

const char *
sb_import_spec_get_date_format (const SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->date_format;
}

const char *
sb_import_spec_get_source (const SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

const char *
sb_import_spec_get_grade (const SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->grade;
}

gboolean
sb_import_spec_is_complete (const SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_complete;
}

gboolean
sb_import_spec_is_exact (const SbImportSpec *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_exact;
}
