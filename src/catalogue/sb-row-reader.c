/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-row-reader.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sb-record-builder.h"

/* Texts whose meaning is kept, before all are forgotten. A text is some 150
 * bytes; a catalogue of a million events names some thousands of things. */
#define MAX_REMEMBERED 20000

struct _SbRowReader
{
  JsonParser *parser; /* (owned) */
  GHashTable *refs; /* (owned) JSON text to SbRef */
  GHashTable *items; /* (owned) SbItemKey to SbRecord */
  GHashTable *refs_by_id; /* (owned) gint64 to SbRef, or to NULL */
  GHashTable *items_by_id; /* (owned) SbItemKey to SbRecord, with references by id */
  guint n_found; /* references by id */
  SbRowReaderFindFunc find;
  gpointer find_data; /* (unowned) */
  GHashTable *columns; /* (owned) SbSchema to an array of SbFieldColumns */
};

/* The names of the columns of a field. */
typedef struct
{
  const char *first; /* the field's own, French, or EDTF */
  char *second; /* (owned) (nullable) English, or the wording of a date */
  char *own; /* (owned) (nullable) what first points to, if not static */
} SbFieldColumns;

/* An item of one schema, as it is stored. */
typedef struct
{
  const SbSchema *schema;
  char *text; /* (owned) */
} SbItemKey;

static guint
item_key_hash (gconstpointer data)
{
  const SbItemKey *key = data;

  return g_str_hash (key->text) ^ g_direct_hash (key->schema);
}

static gboolean
item_key_equal (gconstpointer a,
                gconstpointer b)
{
  const SbItemKey *key = a;
  const SbItemKey *other = b;

  return key->schema == other->schema && g_str_equal (key->text, other->text);
}

static void
item_key_free (gpointer data)
{
  SbItemKey *key = data;

  g_free (key->text);
  g_free (key);
}

static void
clear_columns (gpointer data)
{
  SbFieldColumns *columns = data;

  g_free (columns->own);
  g_free (columns->second);
}

static void
clear_ref (gpointer data)
{
  if (data != NULL)
    sb_ref_unref (data);
}

SbRowReader *
_sb_row_reader_new (SbRowReaderFindFunc find,
                    gpointer user_data)
{
  SbRowReader *self = g_new0 (SbRowReader, 1);

  self->parser = json_parser_new_immutable ();
  self->refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sb_ref_unref);
  self->items = g_hash_table_new_full (item_key_hash, item_key_equal, item_key_free, g_object_unref);
  self->refs_by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, clear_ref);
  self->items_by_id = g_hash_table_new_full (item_key_hash, item_key_equal, item_key_free, g_object_unref);
  self->find = find;
  self->find_data = user_data;
  self->columns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

void
_sb_row_reader_free (SbRowReader *self)
{
  g_clear_object (&self->parser);
  g_clear_pointer (&self->refs, g_hash_table_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->refs_by_id, g_hash_table_unref);
  g_clear_pointer (&self->items_by_id, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_free (self);
}

void
_sb_row_reader_forget_ids (SbRowReader *self)
{
  g_hash_table_remove_all (self->refs_by_id);
  g_hash_table_remove_all (self->items_by_id);
}

/* Borrowed; NULL when there is no such record. */
static SbRef *
find_ref (SbRowReader *self,
          gint64 id)
{
  gpointer ref = NULL;

  self->n_found++;
  if (g_hash_table_lookup_extended (self->refs_by_id, &id, NULL, &ref))
    return ref;

  if (g_hash_table_size (self->refs_by_id) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->refs_by_id);

  ref = self->find (id, self->find_data);
  g_hash_table_insert (self->refs_by_id, g_memdup2 (&id, sizeof id), ref != NULL ? sb_ref_ref (ref) : NULL);
  return ref;
}

/* An array of names, one for each field of @schema, made once; borrowed. */
static const SbFieldColumns *
get_columns (SbRowReader *self,
             const SbSchema *schema)
{
  GArray *columns = g_hash_table_lookup (self->columns, schema);

  if (columns != NULL)
    return (const SbFieldColumns *) (gpointer) columns->data;

  columns = g_array_sized_new (FALSE, TRUE, sizeof (SbFieldColumns), schema->n_fields);
  g_array_set_clear_func (columns, clear_columns);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];
      SbFieldColumns names = { .first = field->name };

      if (field->type == SB_FIELD_BILINGUAL)
        {
          names.own = g_strconcat (field->name, "_fr", NULL);
          names.first = names.own;
          names.second = g_strconcat (field->name, "_en", NULL);
        }
      else if (field->type == SB_FIELD_DATE)
        names.second = g_strconcat (field->name, "_text", NULL);

      g_array_append_val (columns, names);
    }

  g_hash_table_insert (self->columns, (gpointer) schema, columns);
  return (const SbFieldColumns *) (gpointer) columns->data;
}

static SbRef *
ref_from_object (JsonObject *object)
{
  g_autoptr (SbBilingual) name = sb_bilingual_new (json_object_get_string_member_with_default (object, "fr", NULL),
                                                   json_object_get_string_member_with_default (object, "en", NULL));

  return sb_ref_new (sb_kind_parse (json_object_get_string_member_with_default (object, "kind", "")),
                     json_object_get_int_member_with_default (object, "id", 0),
                     json_object_get_string_member_with_default (object, "uuid", NULL),
                     name);
}

static void
set_term (SbRecordBuilder *builder,
          guint position,
          const SbField *field,
          const char *name)
{
  const SbTerm *term = name != NULL ? sb_vocabulary_find_name (field->vocabulary, name) : NULL;

  if (term != NULL)
    sb_record_builder_set_term (builder, position, term->value);
}

static void
set_date (SbRecordBuilder *builder,
          guint position,
          const char *edtf,
          const char *wording)
{
  g_autoptr (SbDate) date = edtf != NULL ? sb_date_new (edtf, wording) : NULL;

  sb_record_builder_set_date (builder, position, date);
}

/* The value of a member of an item; members are named as columns are. */
static void
set_member (SbRowReader *self,
            SbRecordBuilder *builder,
            guint position,
            const SbFieldColumns *names,
            JsonObject *object)
{
  const SbField *field = &sb_record_builder_get_schema (builder)->fields[position];
  JsonNode *node = json_object_get_member (object, names->first);

  if (field->type == SB_FIELD_BILINGUAL)
    {
      sb_record_builder_set_words (builder, position,
                                   json_object_get_string_member_with_default (object, names->first, NULL),
                                   json_object_get_string_member_with_default (object, names->second, NULL));
      return;
    }

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      sb_record_builder_set_text (builder, position, json_node_get_string (node));
      break;

    case SB_FIELD_DATE:
      set_date (builder, position, json_node_get_string (node),
                json_object_get_string_member_with_default (object, names->second, NULL));
      break;

    case SB_FIELD_TIME:
      sb_record_builder_set_time (builder, position, json_node_get_int (node));
      break;

    case SB_FIELD_INTEGER:
      sb_record_builder_set_integer (builder, position, json_node_get_int (node));
      break;

    case SB_FIELD_REAL:
      sb_record_builder_set_real (builder, position, json_node_get_double (node));
      break;

    case SB_FIELD_BOOLEAN:
      sb_record_builder_set_boolean (builder, position, json_node_get_int (node) != 0);
      break;

    case SB_FIELD_TERM:
      set_term (builder, position, field, json_node_get_string (node));
      break;

    case SB_FIELD_REF:
      {
        g_autoptr (SbRef) ref = JSON_NODE_HOLDS_OBJECT (node) ? ref_from_object (json_node_get_object (node)) : NULL;

        sb_record_builder_set_ref (builder, position,
                                   JSON_NODE_HOLDS_VALUE (node) ? find_ref (self, json_node_get_int (node)) : ref);
        break;
      }

    case SB_FIELD_BILINGUAL:
    case SB_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

static SbRecord *
item_from_object (SbRowReader *self,
                  const SbSchema *schema,
                  JsonObject *object)
{
  const SbFieldColumns *columns = get_columns (self, schema);
  SbRecordBuilder *builder = sb_record_builder_new (schema);

  for (guint i = 0; i < schema->n_fields; i++)
    set_member (self, builder, i, &columns[i], object);

  return sb_record_builder_end (builder);
}

/* The root of JSON that SQLite made; NULL when the file is damaged. It outlasts
 * what is parsed next: a reference that is looked for while an item is made. */
static JsonNode *
parse_json (SbRowReader *self,
            const char *text)
{
  if (!json_parser_load_from_data (self->parser, text, -1, NULL))
    return NULL;

  return json_parser_steal_root (self->parser);
}

SbRef *
_sb_row_reader_read_ref (SbRowReader *self,
                         const char *text)
{
  SbRef *ref = g_hash_table_lookup (self->refs, text);
  g_autoptr (JsonNode) root = NULL;

  if (ref != NULL)
    return ref;

  root = parse_json (self, text);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  if (g_hash_table_size (self->refs) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->refs);

  ref = ref_from_object (json_node_get_object (root));
  g_hash_table_insert (self->refs, g_strdup (text), ref);
  return ref;
}

/* Keeps an item that was made of @text. */
static void
remember_item (GHashTable *items,
               const SbSchema *schema,
               const char *text,
               SbRecord *item)
{
  SbItemKey *key = g_new (SbItemKey, 1);

  if (g_hash_table_size (items) >= MAX_REMEMBERED)
    g_hash_table_remove_all (items);

  key->schema = schema;
  key->text = g_strdup (text);
  g_hash_table_insert (items, key, item);
}

/* Borrowed until the next call; NULL when the file is damaged. */
static SbRecord *
read_item (SbRowReader *self,
           const SbSchema *schema,
           char *text)
{
  const SbItemKey sought = { .schema = schema, .text = text };
  SbRecord *item = g_hash_table_lookup (self->items, &sought);
  guint n_found = self->n_found;
  g_autoptr (JsonNode) root = NULL;

  if (item == NULL)
    item = g_hash_table_lookup (self->items_by_id, &sought);
  if (item != NULL)
    return item;

  root = parse_json (self, text);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  item = item_from_object (self, schema, json_node_get_object (root));
  remember_item (self->n_found == n_found ? self->items : self->items_by_id, schema, text, item);
  return item;
}

/* The end of the object that begins at @text: SQLite wrote it, so that brackets
 * match and strings end. */
static const char *
find_end (const char *text)
{
  gboolean in_string = FALSE;
  int depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (in_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        in_string = !in_string;
      else if (!in_string && *p == '{')
        depth++;
      else if (!in_string && *p == '}' && --depth == 0)
        return p + 1;
    }

  return NULL;
}

/* Lists differ from row to row where their items do not: it is the items that
 * are remembered. */
static void
set_items (SbRowReader *self,
           SbRecordBuilder *builder,
           guint position,
           const char *text)
{
  const SbSchema *schema = sb_record_builder_get_schema (builder)->fields[position].item;
  const char *start = strchr (text, '{');

  while (start != NULL)
    {
      const char *end = find_end (start);
      g_autofree char *piece = end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
      SbRecord *item = piece != NULL ? read_item (self, schema, piece) : NULL;

      if (item == NULL)
        return;

      sb_record_builder_take_item (builder, position, g_object_ref (item));
      start = strchr (end, '{');
    }
}

/* Borrowed until the next call. */
static SbRef *
read_ref (SbRowReader *self,
          SbStatement *statement,
          const char *column)
{
  if (sb_statement_is_integer (statement, column))
    return find_ref (self, sb_statement_get_int (statement, column));

  return _sb_row_reader_read_ref (self, sb_statement_get_text (statement, column));
}

static void
set_field (SbRowReader *self,
           SbRecordBuilder *builder,
           guint position,
           const SbFieldColumns *names,
           SbStatement *statement)
{
  const SbField *field = &sb_record_builder_get_schema (builder)->fields[position];

  if (field->type == SB_FIELD_BILINGUAL)
    {
      const char *fr = sb_statement_get_text (statement, names->first);

      sb_record_builder_set_words (builder, position, fr, sb_statement_get_text (statement, names->second));
      return;
    }

  if (sb_statement_is_null (statement, names->first))
    return;

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      sb_record_builder_set_text (builder, position, sb_statement_get_text (statement, names->first));
      break;

    case SB_FIELD_DATE:
      {
        const char *edtf = sb_statement_get_text (statement, names->first);

        set_date (builder, position, edtf, sb_statement_get_text (statement, names->second));
        break;
      }

    case SB_FIELD_TIME:
      sb_record_builder_set_time (builder, position, sb_statement_get_int (statement, names->first));
      break;

    case SB_FIELD_INTEGER:
      sb_record_builder_set_integer (builder, position, sb_statement_get_int (statement, names->first));
      break;

    case SB_FIELD_REAL:
      sb_record_builder_set_real (builder, position, sb_statement_get_double (statement, names->first));
      break;

    case SB_FIELD_BOOLEAN:
      sb_record_builder_set_boolean (builder, position, sb_statement_get_boolean (statement, names->first));
      break;

    case SB_FIELD_TERM:
      set_term (builder, position, field, sb_statement_get_text (statement, names->first));
      break;

    case SB_FIELD_REF:
      sb_record_builder_set_ref (builder, position, read_ref (self, statement, names->first));
      break;

    case SB_FIELD_LIST:
      set_items (self, builder, position, sb_statement_get_text (statement, names->first));
      break;

    case SB_FIELD_BILINGUAL:
    default:
      g_assert_not_reached ();
    }
}

static void
set_storage (SbRecordBuilder *builder,
             SbStatement *statement)
{
  gboolean is_retained = sb_statement_get_boolean (statement, "version_retained");
  gint64 created;

  sb_record_builder_set_id (builder, sb_statement_get_int (statement, "id"));
  sb_record_builder_set_uuid (builder, sb_statement_get_text (statement, "uuid"));
  created = sb_statement_get_int (statement, "created");
  sb_record_builder_set_times (builder, created, sb_statement_get_int (statement, "changed"));
  sb_record_builder_set_withdrawn (builder, sb_statement_get_boolean (statement, "withdrawn"));
  sb_record_builder_set_version (builder, sb_statement_get_text (statement, "version_topic"), is_retained);
  sb_record_builder_set_n_extracts (builder, (guint) sb_statement_get_int (statement, "n_extracts"));
}

SbRecord *
_sb_record_from_row (SbRowReader *self,
                     const SbSchema *schema,
                     SbStatement *statement)
{
  const SbFieldColumns *columns = get_columns (self, schema);
  SbRecordBuilder *builder = sb_record_builder_new (schema);

  if (schema->kind != SB_KIND_NONE)
    set_storage (builder, statement);
  for (guint i = 0; i < schema->n_fields; i++)
    set_field (self, builder, i, &columns[i], statement);

  return sb_record_builder_end (builder);
}
