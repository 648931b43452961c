/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-block.h"
#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-cli-table.h"
#include "sb-evidence.h"
#include "sb-record-json.h"
#include "sb-schema.h"
#include "sb-translate.h"

static void
print_records_json (GPtrArray *records)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    sb_record_write_json (g_ptr_array_index (records, i), builder, SB_RECORD_JSON_FULL);
  json_builder_end_array (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static void
print_records (GPtrArray *records)
{
  SbLanguage language = sb_language_get_interface ();
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Id"), _ ("Date"), _ ("Extracts"), _ ("Title"), NULL);

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_id (record));
      g_autofree char *date = sb_cli_format_date (record, language);
      g_autofree char *n_extracts = g_strdup_printf ("%u", sb_record_get_n_extracts (record));
      g_autofree char *title = sb_cli_format_title (record, language);
      const char *cells[] = { id, date, n_extracts, title };

      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

SbCliStatus
sb_cli_list (SbCli *self)
{
  SbKind kind = sb_kind_parse (self->arguments[0]);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  if (kind == SB_KIND_NONE)
    return sb_cli_refuse (_ ("“%s” is not a kind of record."), self->arguments[0]);

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;

  query = sb_query_new (kind);
  if (!sb_cli_fill_query (self, store, query))
    return SB_CLI_WRONG_ARGUMENTS;

  records = sb_store_list (store, query, &error);
  if (records == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    print_records_json (records);
  else if (records->len > 0)
    print_records (records);
  else
    sb_cli_tell ("%s", _ ("There is nothing."));

  return SB_CLI_DONE;
}

/* A record with what it rests on, and with its text when it is a document. */
static void
print_record_json (SbRecord *record,
                   GPtrArray *evidence,
                   GPtrArray *blocks)
{
  JsonNode *root = sb_record_to_json (record, SB_RECORD_JSON_FULL);
  JsonObject *object = json_node_get_object (root);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    json_array_add_element (array, sb_record_to_json (g_ptr_array_index (evidence, i), SB_RECORD_JSON_FULL));
  json_object_set_array_member (object, "evidence", array);

  if (blocks != NULL)
    {
      g_autofree char *text = sb_blocks_join (blocks);

      json_object_set_string_member (object, "text", text);
    }

  sb_cli_print_json (root);
}

/* A label and what it is of: a language has its own way to put a colon. */
static void
print_line (const char *indent,
            const char *label,
            const char *value)
{
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), label, value);

  sb_cli_print ("%s%s\n", indent, line);
}

static void
print_evidence (GPtrArray *evidence,
                SbLanguage language)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *record = g_ptr_array_index (evidence, i);
      g_autofree char *document = sb_cli_format_field (record, SB_EVIDENCE_DOCUMENT, language);
      g_autofree char *date = sb_cli_format_field (record, SB_EVIDENCE_DATE, language);
      g_autofree char *stance = sb_cli_format_field (record, SB_EVIDENCE_STANCE, language);

      print_line ("\n", stance, sb_record_get_text (record, SB_EVIDENCE_QUOTE));
      sb_cli_print ("  %s, %s\n", document, date);
    }
}

static void
print_record (SbRecord *record,
              GPtrArray *evidence,
              GPtrArray *blocks)
{
  SbLanguage language = sb_language_get_interface ();
  const SbSchema *schema = sb_record_get_schema (record);
  g_autofree char *title = sb_cli_format_title (record, language);
  g_autofree char *heading = NULL;

  heading = g_strdup_printf ("%s %" G_GINT64_FORMAT, sb_kind_get_label (sb_record_get_kind (record), language),
                             sb_record_get_id (record));
  print_line ("", heading, title);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autofree char *value = sb_cli_format_field (record, i, language);

      if (value[0] != '\0')
        print_line ("  ", sb_translate (language, schema->fields[i].label), value);
    }

  if (blocks != NULL)
    {
      g_autofree char *text = sb_blocks_join (blocks);

      sb_cli_print ("\n%s\n", text);
    }
  else if (evidence->len == 0)
    sb_cli_print ("\n%s\n", _ ("Unsourced"));
  print_evidence (evidence, language);
}

SbCliStatus
sb_cli_show (SbCli *self)
{
  SbKind kind = sb_kind_parse (self->arguments[0]);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;

  if (kind == SB_KIND_NONE)
    return sb_cli_refuse (_ ("“%s” is not a kind of record."), self->arguments[0]);

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  record = store != NULL ? sb_cli_find_record (store, kind, self->arguments[1]) : NULL;
  if (record == NULL)
    return SB_CLI_FAILED;

  evidence = sb_store_list_evidence (store, sb_record_get_id (record), &error);
  if (evidence != NULL && kind == SB_KIND_DOCUMENT)
    blocks = sb_store_get_blocks (store, sb_record_get_id (record), &error);
  if (error != NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    print_record_json (record, evidence, blocks);
  else
    print_record (record, evidence, blocks);

  return SB_CLI_DONE;
}
