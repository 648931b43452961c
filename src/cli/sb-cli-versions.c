/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-record-json.h"
#include "sb-store-versions.h"

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

/* Answers with the versions as they are by now. */
static SbCliStatus
tell_versions (SbCli *self,
               SbStore *store,
               SbRecord *record)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;

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
  SbLanguage language = sb_language_get_interface ();
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) released = NULL;
  g_autoptr (GError) error = NULL;

  if (kind == SB_KIND_NONE)
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  records = store != NULL ? find_records (self, store, kind) : NULL;
  if (records == NULL)
    return SB_CLI_FAILED;

  released = sb_store_state_versions (store, records, _ ("State versions"), &error);
  if (released == NULL)
    return sb_cli_fail (NULL, error);

  for (guint i = 0; i < released->len; i++)
    {
      g_autofree char *title = sb_cli_format_title (g_ptr_array_index (released, i), language);
      g_autofree char *name = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", title, sb_record_get_id (g_ptr_array_index (released, i)));

      sb_cli_tell (_ ("%s is no longer retained: of the versions of a question only one is."), name);
    }

  return tell_versions (self, store, g_ptr_array_index (records, 0));
}

SbCliStatus
sb_cli_retain (SbCli *self)
{
  SbKind kind = sb_cli_read_kind (self->arguments[0]);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (SbChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

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
  if (sb_store_apply (store, changes, &error) < 0)
    return sb_cli_fail (self->catalogue, error);

  return tell_versions (self, store, record);
}
