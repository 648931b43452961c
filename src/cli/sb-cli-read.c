/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-table.h"
#include "sb-date.h"
#include "sb-feed-list.h"
#include "sb-table-document.h"
#include "sb-table-error.h"
#include "sb-table-event.h"
#include "sb-translate.h"

/* How much of a long text a table on the screen shows, in characters. */
#define SHOWN_LENGTH 40

/* A list of objects on its way out, one at a time: an export has a hundred
 * thousand rows. Rows that were refused are kept until the end. */
typedef struct
{
  SbCli *cli; /* (unowned) */
  SbCliTable *table; /* (owned) (nullable) when it is for the reader */
  guint n_written;
  JsonBuilder *rejected; /* (owned) an open array */
} Answer;

static void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->table, sb_cli_table_free);
  g_clear_object (&self->rejected);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
answer_begin (Answer *self,
              SbCli *cli,
              const char *kind,
              const char *list)
{
  self->cli = cli;
  self->rejected = json_builder_new ();
  json_builder_begin_array (self->rejected);
  if (cli->wants_json)
    sb_cli_print ("{\"kind\":\"%s\",\"%s\":[", kind, list);
}

/* Writes one object or list; takes over @node. */
static void
answer_write (Answer *self,
              JsonNode *node)
{
  g_autoptr (JsonNode) owned = node;
  g_autofree char *text = json_to_string (node, FALSE);

  sb_cli_print ("%s%s", self->n_written++ > 0 ? ",\n" : "\n", text);
}

static void
answer_reject (Answer *self,
               guint line,
               const char *reason)
{
  const char *sentence = sb_translate (sb_language_get_interface (), reason);

  if (!self->cli->wants_json)
    {
      g_autofree char *name = g_filename_display_name (self->cli->arguments[0]);

      sb_cli_tell (_ ("%s, line %u: %s"), name, line, sentence);
      return;
    }

  json_builder_begin_object (self->rejected);
  sb_cli_add_integer (self->rejected, "line", line);
  sb_cli_add_text (self->rejected, "reason", sentence);
  json_builder_end_object (self->rejected);
}

static SbCliStatus
answer_end (Answer *self)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_array (self->rejected);
  if (self->cli->wants_json)
    {
      root = json_builder_get_root (self->rejected);
      text = json_to_string (root, FALSE);
      sb_cli_print ("],\"rejected\":%s}\n", text);
    }
  else if (self->table != NULL)
    {
      sb_cli_table_print (self->table);
    }

  return SB_CLI_DONE;
}

static void
print_list (const SbFeedList *list)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Folder"), _ ("Title"), _ ("Address"), NULL);
  guint n_entries;
  const SbFeedListEntry *entries = sb_feed_list_get_entries (list, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *folder = g_strjoinv ("/", entries[i].folders);
      const char *cells[] = { folder, entries[i].title, entries[i].url };

      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

gboolean
sb_cli_read_spec (SbCli *self,
                  SbImportSpec **spec)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = self->spec != NULL ? sb_cli_read_file (self->spec, &error) : NULL;

  *spec = bytes != NULL ? sb_import_spec_new (bytes, &error) : NULL;
  if (error == NULL)
    return TRUE;

  sb_cli_fail (self->spec, error);
  return FALSE;
}

static SbCliStatus
read_feeds (SbCli *self,
            GBytes *bytes,
            GError **error)
{
  g_autoptr (SbFeedList) list = sb_feed_list_new_from_opml (bytes, error);

  if (list == NULL)
    return SB_CLI_FAILED;

  if (self->wants_json)
    sb_cli_print_json (sb_feed_list_to_json (list));
  else
    print_list (list);

  return SB_CLI_DONE;
}

/* A real number in the fewest digits that are enough. */
static void
add_real (JsonBuilder *builder,
          const char *name,
          gboolean is_known,
          double value)
{
  json_builder_set_member_name (builder, name);
  if (is_known)
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder,
           const char *name,
           gint64 count)
{
  json_builder_set_member_name (builder, name);
  if (count >= 0)
    json_builder_add_int_value (builder, count);
  else
    json_builder_add_null_value (builder);
}

/* The best estimate, or what is nearest to one. */
static gint64
get_fatalities (const SbTableEvent *event)
{
  if (event->fatalities >= 0)
    return event->fatalities;

  return event->fatalities_low >= 0 ? event->fatalities_low : event->fatalities_high;
}

static JsonNode *
event_to_json (const SbTableEvent *event)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *day = event->deleted == 0 ? sb_day_to_string (event->first_day) : NULL;

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "id", event->id);
  sb_cli_add_text (builder, "date", day);
  sb_cli_add_text (builder, "country", event->country);
  sb_cli_add_text (builder, "admin1", event->admin1);
  sb_cli_add_text (builder, "location", event->location);
  add_real (builder, "lat", event->has_position, event->latitude);
  add_real (builder, "lon", event->has_position, event->longitude);
  sb_cli_add_text (builder, "type", event->type);
  sb_cli_add_text (builder, "subtype", event->subtype);
  sb_cli_add_text (builder, "actor1", event->actor1);
  sb_cli_add_text (builder, "actor2", event->actor2);
  add_count (builder, "fatalities", get_fatalities (event));
  sb_cli_add_text (builder, "notes", event->notes);
  sb_cli_add_text (builder, "source", event->source);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL || g_utf8_strlen (text, -1) <= SHOWN_LENGTH)
    return g_strdelimit (g_strdup (text != NULL ? text : ""), "\r\n\t", ' ');

  start = g_utf8_substring (text, 0, SHOWN_LENGTH);
  g_strdelimit (start, "\r\n\t", ' ');
  return g_strconcat (start, "…", NULL);
}

static void
show_event (Answer *answer,
            const SbTableEvent *event)
{
  g_autofree char *day = sb_day_to_string (event->first_day);
  g_autofree char *location = shorten (event->location);
  g_autofree char *actor1 = shorten (event->actor1);
  g_autofree char *actor2 = shorten (event->actor2);
  const char *cells[] = { day, event->type, location, actor1, actor2 };

  sb_cli_table_add (answer->table, cells);
}

static SbCliStatus
read_events (SbCli *self,
             SbTable *table,
             SbImportSpec *spec,
             GError **error)
{
  g_autoptr (SbEventReader) reader = sb_event_reader_new (table, spec, error);
  g_auto (Answer) answer = { 0 };
  SbTableEvent event;
  const char *reason;

  if (reader == NULL)
    return SB_CLI_FAILED;

  answer_begin (&answer, self, "events", "events");
  if (!self->wants_json)
    answer.table = sb_cli_table_new (_ ("Date"), _ ("Type"), _ ("Place"), _ ("Actor"), _ ("Actor"), NULL);
  while (sb_event_reader_next (reader, &event, &reason))
    {
      if (reason != NULL)
        answer_reject (&answer, event.line, reason);
      else if (self->wants_json)
        answer_write (&answer, event_to_json (&event));
      else
        show_event (&answer, &event);
    }

  return answer_end (&answer);
}

static SbCliStatus
read_documents (SbCli *self,
                SbTable *table,
                SbImportSpec *spec,
                GError **error)
{
  g_autoptr (SbTableDocumentReader) reader = sb_table_document_reader_new (table, spec, error);
  g_auto (Answer) answer = { 0 };
  SbTableDocument document;
  const char *reason;

  if (reader == NULL)
    return SB_CLI_FAILED;

  answer_begin (&answer, self, "documents", "documents");
  if (!self->wants_json)
    answer.table = sb_cli_table_new (_ ("Date"), _ ("Title"), _ ("Source"), _ ("Address"), NULL);
  while (sb_table_document_reader_next (reader, &document, &reason))
    {
      g_autoptr (JsonBuilder) builder = NULL;
      g_autofree char *day = document.has_day ? sb_day_to_string (document.day) : NULL;

      if (reason != NULL)
        {
          answer_reject (&answer, document.line, reason);
          continue;
        }
      if (!self->wants_json)
        {
          const char *cells[] = { day, document.title, document.source, document.url };

          sb_cli_table_add (answer.table, cells);
          continue;
        }

      builder = json_builder_new ();
      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "id", document.id);
      sb_cli_add_text (builder, "title", document.title);
      sb_cli_add_text (builder, "url", document.url);
      sb_cli_add_text (builder, "date", day);
      sb_cli_add_text (builder, "source", document.source);
      sb_cli_add_text (builder, "country", document.country);
      sb_cli_add_text (builder, "text", document.text);
      json_builder_end_object (builder);
      answer_write (&answer, json_builder_get_root (builder));
    }

  return answer_end (&answer);
}

static JsonNode *
row_to_json (const SbTableRow *row,
             guint n_cells)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = i < row->n_cells ? row->cells[i] : NULL;

      if (cell != NULL)
        json_builder_add_string_value (builder, cell);
      else
        json_builder_add_null_value (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

/* The columns, which of JSON are known when all of it was read. */
static void
print_columns (SbTable *table)
{
  guint n_columns;
  const char *const *columns;
  SbTableRow names = { 0 };
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (sb_table_get_format (table) != SB_TABLE_FORMAT_DELIMITED)
    {
      while (sb_table_next (table) != NULL)
        ;
      sb_table_rewind (table);
    }

  columns = sb_table_get_columns (table, &n_columns);
  names.n_cells = n_columns;
  names.cells = columns;
  node = row_to_json (&names, n_columns);
  text = json_to_string (node, FALSE);
  sb_cli_print ("{\"kind\":\"table\",\"columns\":%s,\"rows\":[", text);
}

static SbCliStatus
read_table (SbCli *self,
            SbTable *table)
{
  g_auto (Answer) answer = { 0 };
  const SbTableRow *row;
  guint n_columns;

  answer.cli = self;
  answer.rejected = json_builder_new ();
  json_builder_begin_array (answer.rejected);
  if (self->wants_json)
    print_columns (table);
  sb_table_get_columns (table, &n_columns);
  while ((row = sb_table_next (table)) != NULL)
    {
      gboolean is_delimited = sb_table_get_format (table) == SB_TABLE_FORMAT_DELIMITED;

      if (row->fault != NULL)
        answer_reject (&answer, row->line, row->fault);
      else if (self->wants_json)
        answer_write (&answer, row_to_json (row, is_delimited ? row->n_cells : n_columns));
      else
        for (guint i = 0; i < row->n_cells; i++)
          sb_cli_print ("%s%s", row->cells[i] != NULL ? row->cells[i] : "", i + 1 < row->n_cells ? "\t" : "\n");
    }

  return answer_end (&answer);
}

/* What the file is read as when nobody says: what an import would take it for. */
static SbCliStatus
read_as_is (SbCli *self,
            SbTable *table,
            SbImportSpec *spec,
            GError **error)
{
  SbTableShape shape = sb_table_guess_shape (table);
  gboolean is_known = spec != NULL || shape != SB_TABLE_SHAPE_UNKNOWN;
  SbTableSubject subject = spec != NULL ? sb_import_spec_get_subject (spec) : sb_table_shape_get_subject (shape);

  if (is_known && subject == SB_TABLE_EVENTS)
    return read_events (self, table, spec, error);
  if (is_known && subject == SB_TABLE_DOCUMENTS)
    return read_documents (self, table, spec, error);

  return read_table (self, table);
}

/* The columns that nothing is read from: those that a specification has to name. */
static void
tell_unused (SbTable *table,
             SbImportSpec *spec)
{
  guint n_columns;
  const char *const *columns = sb_table_get_columns (table, &n_columns);
  g_autoptr (GString) unused = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      gboolean is_used = FALSE;

      for (guint field = 0; field < SB_N_TABLE_FIELDS; field++)
        is_used |= g_strcmp0 (columns[i], sb_import_spec_get_column (spec, (SbTableField) field)) == 0;
      if (!is_used)
        g_string_append_printf (unused, "%s%s", unused->len > 0 ? ", " : "", columns[i]);
    }

  if (unused->len > 0)
    sb_cli_tell (_ ("Columns that are not used: %s"), unused->str);
}

/* A specification to begin with: what would be done without one. */
static SbCliStatus
print_spec (SbTable *table)
{
  SbTableShape shape = sb_table_guess_shape (table);
  g_autoptr (SbImportSpec) spec = sb_import_spec_new_for_table (table, sb_table_shape_get_subject (shape));
  g_autofree char *json = sb_import_spec_to_json (spec);

  sb_cli_print ("%s\n", json);
  tell_unused (table, spec);
  return SB_CLI_DONE;
}

static SbCliStatus
read_json (SbCli *self,
           GBytes *bytes,
           GError **error)
{
  if (!sb_json_check (bytes, error))
    return SB_CLI_FAILED;

  if (self->wants_json)
    sb_cli_print ("{\"kind\":\"json\",\"rejected\":[]}\n");
  else
    sb_cli_print ("%s\n", _ ("This is JSON."));
  return SB_CLI_DONE;
}

static SbCliStatus
read_bytes (SbCli *self,
            GBytes *bytes,
            SbImportSpec *spec,
            GError **error)
{
  const char *as = self->as;
  g_autoptr (SbTable) table = NULL;
  g_autoptr (GError) failure = NULL;

  if (g_strcmp0 (as, "feeds") == 0)
    return read_feeds (self, bytes, error);
  if (g_strcmp0 (as, "json") == 0)
    return read_json (self, bytes, error);

  table = sb_table_new (bytes, spec != NULL ? sb_import_spec_get_options (spec) : NULL, &failure);
  /* XML that is no data is a list of feeds, or should be. */
  if (table == NULL && as == NULL && g_error_matches (failure, SB_TABLE_ERROR, SB_TABLE_ERROR_UNKNOWN))
    return read_feeds (self, bytes, error);
  if (table == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return SB_CLI_FAILED;
    }

  if (as == NULL)
    return read_as_is (self, table, spec, error);
  if (g_str_equal (as, "events"))
    return read_events (self, table, spec, error);
  if (g_str_equal (as, "documents"))
    return read_documents (self, table, spec, error);
  if (g_str_equal (as, "specification"))
    return print_spec (table);

  return read_table (self, table);
}

SbCliStatus
sb_cli_read (SbCli *self)
{
  static const char *const kinds[] = { "feeds", "table", "events", "documents", "json", "specification", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbImportSpec) spec = NULL;
  SbCliStatus status = SB_CLI_FAILED;

  if (self->as != NULL && !g_strv_contains (kinds, self->as))
    {
      g_autofree char *quoted = sb_cli_quote (self->as);

      return sb_cli_refuse (_ ("A file cannot be read as “%s”: feeds, table, events, documents, json and specification are what can be read."),
                            quoted);
    }

  if (!sb_cli_read_spec (self, &spec))
    return SB_CLI_FAILED;

  bytes = sb_cli_read_file (self->arguments[0], &error);
  if (bytes != NULL)
    status = read_bytes (self, bytes, spec, &error);
  return error != NULL ? sb_cli_fail (self->arguments[0], error) : status;
}
