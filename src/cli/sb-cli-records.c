/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include "sb-evidence.h"
#include "sb-record-json.h"

#include <glib/gi18n.h>

/* The filter of a list as it is given; all nullable. */
typedef struct
{
  char *from;
  char *to;
  char *as_of;
  char *actor;
  char *place;
  int limit;
} ListOptions;

static void
list_options_clear (ListOptions *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->as_of);
  g_free (options->actor);
  g_free (options->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListOptions, list_options_clear)

/* A day that was given, or @fallback when none was. */
static gboolean
parse_day (SbCli *self,
           const char *text,
           int fallback,
           int *day)
{
  g_autofree char *message = NULL;

  *day = fallback;
  if (text == NULL || sb_day_parse (text, day))
    return TRUE;

  message = g_strdup_printf (_ ("“%s” is no date; write it as 2026-04-25."), text);
  sb_cli_fail_usage (self, message);
  return FALSE;
}

/* The record that a number, a UUID or a name means; NULL without an error when
 * there is none. */
static SbRecord *
find_record (SbStore *store,
             SbKind kind,
             const char *text,
             GError **error)
{
  char *end;
  gint64 id = g_ascii_strtoll (text, &end, 10);
  g_autoptr (SbQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (*text != '\0' && *end == '\0')
    return sb_store_get (store, kind, id, error);

  if (g_uuid_string_is_valid (text))
    return sb_store_get_by_uuid (store, kind, text, error);

  query = sb_query_new (kind);
  query->text = g_strdup (text);
  query->limit = 1;
  found = sb_store_list (store, query, error);
  return found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

/* The id of a record that a list must name; 0 when none was given. */
static gboolean
resolve (SbCli *self,
         SbStore *store,
         SbKind kind,
         const char *text,
         gint64 *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autofree char *message = NULL;

  *id = 0;
  if (text == NULL)
    return TRUE;

  record = find_record (store, kind, text, &error);
  if (record != NULL)
    {
      *id = sb_record_get_id (record);
      return TRUE;
    }

  message = error != NULL ? NULL : g_strdup_printf (_ ("The catalogue has no %s “%s”."), sb_kind_get_label (kind, self->language), text);
  if (error != NULL)
    sb_cli_fail (self, error);
  else
    sb_cli_fail_usage (self, message);

  return FALSE;
}

static void
print_record_line (SbRecord *record,
                   SbLanguage language)
{
  g_autofree char *line = g_strdup_printf ("%6" G_GINT64_FORMAT "  %s", sb_record_get_id (record), sb_record_get_title (record, language));

  sb_cli_print_line (line);
}

static void
print_records (SbCli *self,
               GPtrArray *records)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!self->json)
    {
      for (guint i = 0; i < records->len; i++)
        print_record_line (g_ptr_array_index (records, i), self->language);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    sb_record_write_json (g_ptr_array_index (records, i), builder, SB_RECORD_JSON_FULL);
  json_builder_end_array (builder);
  node = json_builder_get_root (builder);
  sb_cli_print_json (node);
}

/* Fills in @query from the options; FALSE when they are wrong, which has been
 * said then. */
static gboolean
fill_query (SbCli *self,
            SbStore *store,
            const ListOptions *given,
            SbQuery *query)
{
  query->has_period = given->from != NULL || given->to != NULL;
  query->has_as_of = given->as_of != NULL;
  query->limit = (guint) MAX (given->limit, 0);
  return parse_day (self, given->from, SB_DATE_DAY_MIN, &query->first_day) &&
         parse_day (self, given->to, SB_DATE_DAY_MAX, &query->last_day) &&
         parse_day (self, given->as_of, 0, &query->as_of) &&
         resolve (self, store, SB_KIND_ACTOR, given->actor, &query->actor) &&
         resolve (self, store, SB_KIND_PLACE, given->place, &query->place);
}

static SbKind
parse_kind (SbCli *self,
            const char *name)
{
  SbKind kind = sb_kind_parse (name);
  g_autofree char *message = NULL;

  if (kind != SB_KIND_NONE)
    return kind;

  message = g_strdup_printf (_ ("There is no kind of record “%s”."), name);
  sb_cli_fail_usage (self, message);
  return SB_KIND_NONE;
}

SbCliStatus
sb_cli_list (SbCli *self,
             char **arguments)
{
  g_auto (ListOptions) given = { 0 };
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &given.from, N_ ("From that day on"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &given.to, N_ ("Up to that day"), N_ ("DAY") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &given.as_of, N_ ("What holds on that day"), N_ ("DAY") },
    { "actor", 0, 0, G_OPTION_ARG_STRING, &given.actor, N_ ("That name this actor"), N_ ("ID") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &given.place, N_ ("That name this place"), N_ ("ID") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &given.limit, N_ ("So many at the most"), N_ ("N") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_auto (GStrv) left = NULL;
  SbCliStatus status;
  SbKind kind;

  left = sb_cli_parse (self, "list", options, arguments, 1, 1, &status);
  if (left == NULL)
    return status;

  if ((kind = parse_kind (self, left[0])) == SB_KIND_NONE)
    return SB_CLI_USAGE;

  if (!(store = sb_cli_open (self, SB_STORE_READ_ONLY)))
    return SB_CLI_FAILED;

  query = sb_query_new (kind);
  if (!fill_query (self, store, &given, query))
    return SB_CLI_USAGE;

  if (!(records = sb_store_list (store, query, &error)))
    return sb_cli_fail (self, error);

  print_records (self, records);
  return SB_CLI_DONE;
}

/* The record as JSON, its evidence a member of it. */
static JsonNode *
create_whole (SbRecord *record,
              GPtrArray *evidence)
{
  JsonNode *node = sb_record_to_json (record, SB_RECORD_JSON_FULL);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    json_array_add_element (array, sb_record_to_json (g_ptr_array_index (evidence, i), SB_RECORD_JSON_FULL));

  json_object_set_array_member (json_node_get_object (node), "evidence", array);
  return node;
}

SbCliStatus
sb_cli_show (SbCli *self,
             char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *message = NULL;
  g_auto (GStrv) left = NULL;
  SbCliStatus status;
  SbKind kind;

  left = sb_cli_parse (self, "show", NULL, arguments, 2, 2, &status);
  if (left == NULL)
    return status;

  if ((kind = parse_kind (self, left[0])) == SB_KIND_NONE)
    return SB_CLI_USAGE;

  if (!(store = sb_cli_open (self, SB_STORE_READ_ONLY)))
    return SB_CLI_FAILED;

  record = find_record (store, kind, left[1], &error);
  if (error != NULL)
    return sb_cli_fail (self, error);

  if (record == NULL)
    {
      message = g_strdup_printf (_ ("The catalogue has no %s “%s”."), sb_kind_get_label (kind, self->language), left[1]);
      g_printerr ("%s\n", message);
      return SB_CLI_FAILED;
    }

  if (!(evidence = sb_store_list_evidence (store, sb_record_get_id (record), &error)))
    return sb_cli_fail (self, error);

  node = create_whole (record, evidence);
  sb_cli_print_json (node);
  return SB_CLI_DONE;
}
