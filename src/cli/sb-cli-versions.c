/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-record-json.h"

/* The records that the arguments name, from the second on; NULL after having
 * said which one there is not. */
static GPtrArray *
find_records (SbCli *self,
              SbStore *store,
              SbKind kind)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; i < self->n_arguments; i++)
    {
      SbRecord *record = sb_cli_find_record (store, kind, self->arguments[i]);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

/* The question that one of @records answers already, or a new one. */
static char *
find_topic (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const char *topic = sb_record_get_topic (g_ptr_array_index (records, i));

      if (topic != NULL)
        return g_strdup (topic);
    }

  return g_uuid_string_random ();
}

/* Stores the work and answers with the versions as they are then. */
static SbCliStatus
apply (SbCli *self,
       SbStore *store,
       SbChangeSet *changes,
       SbRecord *record)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;

  if (sb_store_apply (store, changes, &error) < 0)
    return sb_cli_fail (self->catalogue, error);

  versions = sb_store_list_versions (store, sb_record_get_id (record), &error);
  if (versions == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (!self->wants_json)
    {
      sb_cli_tell (ngettext ("%u version of this question.", "%u versions of this question.", versions->len), versions->len);
      return SB_CLI_DONE;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < versions->len; i++)
    sb_record_write_json (g_ptr_array_index (versions, i), builder, SB_RECORD_JSON_FULL);
  json_builder_end_array (builder);
  sb_cli_print_json (json_builder_get_root (builder));
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_versions (SbCli *self)
{
  SbKind kind = sb_cli_read_kind (self->arguments[0]);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (SbChangeSet) changes = NULL;
  g_autofree char *topic = NULL;

  if (kind == SB_KIND_NONE)
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  records = store != NULL ? find_records (self, store, kind) : NULL;
  if (records == NULL)
    return SB_CLI_FAILED;

  changes = sb_change_set_new (_ ("State versions"));
  topic = find_topic (records);
  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      g_autoptr (SbRef) ref = sb_record_dup_ref (record);

      /* One that was retained for this question stays so. */
      if (g_strcmp0 (sb_record_get_topic (record), topic) != 0)
        sb_change_set_put_version (changes, ref, topic, FALSE);
    }

  return apply (self, store, changes, g_ptr_array_index (records, 0));
}

SbCliStatus
sb_cli_retain (SbCli *self)
{
  SbKind kind = sb_cli_read_kind (self->arguments[0]);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (SbChangeSet) changes = NULL;

  if (kind == SB_KIND_NONE)
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  record = store != NULL ? sb_cli_find_record (store, kind, self->arguments[1]) : NULL;
  if (record == NULL)
    return SB_CLI_FAILED;

  if (sb_record_get_topic (record) == NULL)
    {
      sb_cli_tell ("%s", _ ("This record has no other version: state its versions first."));
      return SB_CLI_FAILED;
    }

  ref = sb_record_dup_ref (record);
  changes = sb_change_set_new (_ ("Retain version"));
  sb_change_set_put_version (changes, ref, sb_record_get_topic (record), TRUE);
  return apply (self, store, changes, record);
}
