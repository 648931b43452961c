/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-cli-table.h"
#include "sb-document-reader.h"
#include "sb-document.h"
#include "sb-fact-loader.h"
#include "sb-record-builder.h"
#include "sb-record-json.h"
#include "sb-whole-text.h"

/* What a passage says, as a record that nothing is done with: what the window fills a
 * form with. */

/* Reads --start and --end, characters of the text; says so when one is no number. */
static gboolean
read_range (SbCli *self,
            guint *start,
            guint *end)
{
  guint64 number;

  *start = 0;
  *end = G_MAXUINT;
  if (self->start_text != NULL)
    {
      if (!g_ascii_string_to_unsigned (self->start_text, 10, 0, G_MAXINT, &number, NULL))
        {
          sb_cli_refuse (_ ("“%s” is no position in a text."), self->start_text);
          return FALSE;
        }
      *start = (guint) number;
    }
  if (self->end_text != NULL)
    {
      if (!g_ascii_string_to_unsigned (self->end_text, 10, 0, G_MAXINT, &number, NULL))
        {
          sb_cli_refuse (_ ("“%s” is no position in a text."), self->end_text);
          return FALSE;
        }
      *end = (guint) number;
    }
  if (*start >= *end)
    {
      sb_cli_refuse ("%s", _ ("The passage ends before it starts."));
      return FALSE;
    }

  return TRUE;
}

/* A document that says when the text of a file was written. */
static SbRecord *
make_document (SbCli *self,
               const SbWholeText *text)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbDate) date = NULL;

  if (self->date != NULL)
    date = sb_date_new (self->date, NULL);
  else if (text->has_day)
    date = sb_date_new_for_day (text->day);

  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  return sb_record_builder_end (builder);
}

static SbFactContext *
load_file (SbCli *self,
           SbStore *store,
           const char *path,
           guint start,
           guint end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sb_cli_read_file (path, &error);
  g_autoptr (SbWholeText) text = NULL;
  g_autoptr (SbRecord) document = NULL;
  SbFactContext *context = NULL;
  SbLanguage language = SB_LANGUAGE_FR;

  if (bytes != NULL)
    text = sb_whole_text_new (bytes, sb_content_type_for_name (path), NULL, NULL, &error);
  if (text != NULL)
    {
      const char *code = self->language != NULL ? self->language : text->language;

      if (code != NULL)
        sb_language_parse (code, &language);
      document = make_document (self, text);
      context = sb_load_fact_context_of_text (store, text->text, document, language, start, end, &error);
    }
  if (context == NULL)
    sb_cli_fail (path, error);

  return context;
}

static SbFactContext *
load_document (SbCli *self,
               SbStore *store,
               const char *word,
               guint start,
               guint end)
{
  g_autoptr (SbRecord) document = sb_cli_find_record (store, SB_KIND_DOCUMENT, word);
  g_autoptr (GError) error = NULL;
  SbFactContext *context;

  if (document == NULL)
    return NULL;

  context = sb_load_fact_context (store, sb_record_get_id (document), start, end, &error);
  if (context == NULL && error != NULL)
    sb_cli_fail (word, error);

  return context;
}

static void
print_json (SbRecord *draft,
            GPtrArray *matches)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "draft");
  json_builder_add_value (builder, sb_record_to_json (draft, SB_RECORD_JSON_FULL));
  json_builder_set_member_name (builder, "matches");
  json_builder_begin_array (builder);
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    json_builder_add_value (builder, sb_record_to_json (g_ptr_array_index (matches, i), SB_RECORD_JSON_FULL));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static void
print_text (SbRecord *draft,
            GPtrArray *matches)
{
  SbLanguage language = sb_language_get_interface ();
  const SbSchema *schema = sb_record_get_schema (draft);
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Field"), _ ("Value"), NULL);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const char *label = schema->fields[i].label;
      g_autofree char *value = schema->fields[i].type != SB_FIELD_LIST ? sb_cli_format_field (draft, i, language) : NULL;
      const char *cells[] = { _ (label), value };

      if (!sb_record_has (draft, i))
        continue;
      if (value != NULL)
        sb_cli_table_add (table, cells);
      for (guint j = 0; value == NULL && j < sb_record_get_n_items (draft, i); j++)
        {
          g_autofree char *item = sb_cli_describe_item (sb_record_get_item (draft, i, j), language);
          const char *item_cells[] = { j == 0 ? _ (label) : "", item };

          sb_cli_table_add (table, item_cells);
        }
    }
  sb_cli_table_print (table);

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      g_autofree char *title = sb_cli_format_title (g_ptr_array_index (matches, i), language);

      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_id (g_ptr_array_index (matches, i)));

      /* Translators: the title of a record, and its id. */
      sb_cli_print (_ ("Perhaps already known: %s (%s)\n"), title, id);
    }
}

static SbCliStatus
print_draft (SbCli *self,
             SbStore *store,
             SbRecord *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  if (store != NULL)
    {
      matches = sb_load_fact_matches (store, draft, &error);
      if (matches == NULL)
        return sb_cli_fail (self->catalogue, error);
    }

  if (self->wants_json)
    print_json (draft, matches);
  else
    print_text (draft, matches);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_draft (SbCli *self)
{
  const char *subject = self->arguments[1];
  gboolean is_file = g_str_equal (subject, "-") || g_file_test (subject, G_FILE_TEST_IS_REGULAR);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbFactContext) context = NULL;
  g_autoptr (SbRecord) draft = NULL;
  SbFactKind kind;
  SbLanguage language;
  SbPassage passage;
  guint start, end;
  int day;

  if (!sb_fact_kind_parse (self->arguments[0], &kind) || kind == SB_FACT_NOTE)
    return sb_cli_refuse (_ ("A passage is no “%s”: it is an event, claim, quote, relation, pillar, divergence, restriction, control, zone, figure, indicator or recommendation."),
                          self->arguments[0]);
  if (self->language != NULL && !sb_language_parse (self->language, &language))
    return sb_cli_refuse ("%s", _ ("--language needs fr or en."));
  if (!read_range (self, &start, &end) || (self->date != NULL && !sb_cli_read_day ("date", self->date, &day)))
    return SB_CLI_WRONG_ARGUMENTS;

  /* Without a catalogue, what ships with the program is all that is known. */
  if (!is_file || g_file_test (self->catalogue, G_FILE_TEST_EXISTS))
    {
      store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
      if (store == NULL)
        return SB_CLI_FAILED;
    }

  context = is_file ? load_file (self, store, subject, start, end) : load_document (self, store, subject, start, end);
  if (context == NULL)
    return SB_CLI_FAILED;

  passage = sb_fact_context_get_passage (context);
  draft = sb_fact_draft (kind, &passage);
  if (draft == NULL)
    {
      sb_cli_tell ("%s", _ ("There are no words in this passage."));
      return SB_CLI_FAILED;
    }

  return print_draft (self, store, draft);
}
