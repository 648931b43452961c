/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-table.h"
#include "sb-mention-store.h"
#include "sb-reading-intake.h"
#include "sb-search.h"

/* What the documents of the catalogue name, and what is said of texts once and for
 * all. */

gboolean
sb_cli_read_names (SbStore *store,
                   SbOperation *operation,
                   GError **error)
{
  g_autoptr (SbMentionIntake) intake = sb_mention_intake_new ();

  return sb_reading_intake_run (intake, store, operation, error);
}

static void
print_mentions_json (GPtrArray *mentions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "mentions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mentions->len; i++)
    {
      const SbStoredMention *mention = g_ptr_array_index (mentions, i);

      json_builder_begin_object (builder);
      sb_cli_add_integer (builder, "start", mention->start);
      sb_cli_add_integer (builder, "end", mention->end);
      sb_cli_add_text (builder, "kind", mention->kind);
      if (mention->record != 0)
        sb_cli_add_integer (builder, "id", mention->record);
      else
        sb_cli_add_text (builder, "id", NULL);
      sb_cli_add_text (builder, "name", mention->name);
      sb_cli_add_text (builder, "record", mention->record != 0 ? sb_kind_get_name (mention->record_kind) : NULL);
      json_builder_set_member_name (builder, "known");
      json_builder_add_boolean_value (builder, mention->is_known);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static void
print_mentions (GPtrArray *mentions)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Position"), _ ("Kind"), _ ("Name"), _ ("Id"), NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const SbStoredMention *mention = g_ptr_array_index (mentions, i);
      g_autofree char *place = g_strdup_printf ("%u–%u", mention->start, mention->end);
      g_autofree char *id = mention->record != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, mention->record) : NULL;
      const char *cells[] = { place, sb_cli_get_mention_label (mention->kind), mention->name, id };

      sb_cli_table_add (table, cells);
    }
  sb_cli_table_print (table);
}

SbCliStatus
sb_cli_mention_list (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (GPtrArray) mentions = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;
  document = sb_cli_find_record (store, SB_KIND_DOCUMENT, self->arguments[0]);
  if (document == NULL)
    return SB_CLI_FAILED;

  mentions = sb_store_list_mentions (store, sb_record_get_id (document), &error);
  if (mentions == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    print_mentions_json (mentions);
  else
    print_mentions (mentions);
  return SB_CLI_DONE;
}

/* Says it of the text in the first argument, and has the documents with it read
 * again. */
static SbCliStatus
put_rule (SbCli *self,
          SbStore *store,
          gint64 record)
{
  g_autoptr (GError) error = NULL;

  if (!sb_cli_check_text (self->arguments[0]))
    return SB_CLI_WRONG_ARGUMENTS;
  if (!sb_store_index (store, NULL, NULL, &error) ||
      !sb_store_put_mention_rule (store, self->arguments[0], record, &error) || !sb_cli_read_names (store, NULL, &error))
    return sb_cli_fail (self->arguments[0], error);

  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_mention_never (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);

  return store != NULL ? put_rule (self, store, 0) : SB_CLI_FAILED;
}

SbCliStatus
sb_cli_mention_always (SbCli *self)
{
  SbKind kind = sb_kind_parse (self->arguments[1]);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) record = NULL;

  if (kind != SB_KIND_ACTOR && kind != SB_KIND_PLACE && kind != SB_KIND_CORRIDOR && kind != SB_KIND_INSTRUMENT)
    return sb_cli_refuse (_ ("A text names an actor, a place, a corridor or an instrument, and not “%s”."), self->arguments[1]);

  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  if (store == NULL)
    return SB_CLI_FAILED;
  record = sb_cli_find_record (store, kind, self->arguments[2]);
  return record != NULL ? put_rule (self, store, sb_record_get_id (record)) : SB_CLI_FAILED;
}

SbCliStatus
sb_cli_mention_forget (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;
  if (!sb_cli_check_text (self->arguments[0]))
    return SB_CLI_WRONG_ARGUMENTS;

  if (!sb_store_index (store, NULL, NULL, &error) || !sb_store_remove_mention_rule (store, self->arguments[0], &error))
    {
      if (error != NULL)
        return sb_cli_fail (self->arguments[0], error);
      sb_cli_tell (_ ("Nothing was said of “%s”."), self->arguments[0]);
      return SB_CLI_FAILED;
    }

  return sb_cli_read_names (store, NULL, &error) ? SB_CLI_DONE : sb_cli_fail (self->catalogue, error);
}

static void
print_rules (GPtrArray *rules)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Text"), _ ("Kind"), _ ("Id"), NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const SbMentionRule *rule = g_ptr_array_index (rules, i);
      g_autofree char *id = rule->record != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, rule->record) : NULL;
      const char *cells[] = {
        rule->text,
        rule->record != 0 ? sb_kind_get_label (rule->record_kind, sb_language_get_interface ()) : _ ("never a name"),
        id,
      };

      sb_cli_table_add (table, cells);
    }
  sb_cli_table_print (table);
}

static void
print_rules_json (GPtrArray *rules)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < rules->len; i++)
    {
      const SbMentionRule *rule = g_ptr_array_index (rules, i);

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "text", rule->text);
      sb_cli_add_text (builder, "record", rule->record != 0 ? sb_kind_get_name (rule->record_kind) : NULL);
      if (rule->record != 0)
        sb_cli_add_integer (builder, "id", rule->record);
      else
        sb_cli_add_text (builder, "id", NULL);
      sb_cli_add_time (builder, "time", rule->time);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

SbCliStatus
sb_cli_mention_rules (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;
  rules = sb_store_list_mention_rules (store, &error);
  if (rules == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    print_rules_json (rules);
  else
    print_rules (rules);
  return SB_CLI_DONE;
}
