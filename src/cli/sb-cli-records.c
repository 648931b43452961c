/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-cli-table.h"
#include "sb-document.h"
#include "sb-record-json.h"

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

/* A document with how many republish it. */
static char *
format_title (SbRecord *record,
              SbLanguage language)
{
  g_autofree char *title = sb_cli_format_title (record, language);
  gint64 n = sb_record_get_kind (record) == SB_KIND_DOCUMENT ? sb_record_get_integer (record, SB_DOCUMENT_REPUBLICATIONS, 0) : 0;
  g_autofree char *more = NULL;

  if (n == 0)
    return g_steal_pointer (&title);

  more = g_strdup_printf (ngettext ("+%u republication", "+%u republications", (gulong) n), (guint) n);
  return g_strdup_printf ("%s (%s)", title, more);
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
      g_autofree char *title = format_title (record, language);
      const char *cells[] = { id, date, n_extracts, title };

      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

SbCliStatus
sb_cli_list (SbCli *self)
{
  SbKind kind = sb_cli_read_kind (self->arguments[0]);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  if (kind == SB_KIND_NONE)
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;

  /* What its source took back is marked, not left out. A program is told of each
   * document what it republishes. */
  query = sb_query_new (kind);
  query->flags = SB_QUERY_WITHDRAWN | (self->wants_each || self->wants_json ? 0 : SB_QUERY_GROUPED);
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
