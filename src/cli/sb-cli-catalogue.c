/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-dossier-reader.h"

SbCliStatus
sb_cli_init (SbCli *self)
{
  gboolean is_new = !g_file_test (self->catalogue, G_FILE_TEST_EXISTS);
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_CREATE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  SbImportCounts counts = { 0 };

  if (store == NULL)
    return SB_CLI_FAILED;

  if (self->wants_sample && !sb_dossier_read_sample (store, &counts, &error))
    return sb_cli_fail (self->catalogue, error);

  if (!self->wants_json)
    {
      g_autofree char *name = g_filename_display_name (self->catalogue);

      sb_cli_tell (is_new ? _ ("%s was made.") : _ ("%s was there already."), name);
      if (self->wants_sample)
        sb_cli_tell (_ ("Sample dossier: %u new, %u updated, %u unchanged."), counts.added, counts.updated, counts.unchanged);
      return SB_CLI_DONE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "file", self->catalogue);
  json_builder_set_member_name (builder, "new");
  json_builder_add_boolean_value (builder, is_new);
  sb_cli_add_integer (builder, "added", counts.added);
  sb_cli_add_integer (builder, "updated", counts.updated);
  sb_cli_add_integer (builder, "unchanged", counts.unchanged);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_check (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;

  findings = sb_store_check (store, NULL, &error);
  if (findings == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "sound");
      json_builder_add_boolean_value (builder, findings->len == 0);
      json_builder_set_member_name (builder, "findings");
      json_builder_begin_array (builder);
      for (guint i = 0; i < findings->len; i++)
        json_builder_add_string_value (builder, g_ptr_array_index (findings, i));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      sb_cli_print_json (json_builder_get_root (builder));
    }
  else
    {
      for (guint i = 0; i < findings->len; i++)
        sb_cli_print ("%s\n", (const char *) g_ptr_array_index (findings, i));
      sb_cli_tell ("%s", findings->len == 0 ? _ ("The catalogue is sound.") : _ ("The catalogue is damaged: restore a backup."));
    }

  return findings->len == 0 ? SB_CLI_DONE : SB_CLI_FAILED;
}

SbCliStatus
sb_cli_backup (SbCli *self)
{
  const char *path = self->arguments[0];
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_name (path);

  /* A backup that is there may be the only good one. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_EXIST, "exists");
      return sb_cli_fail (path, error);
    }

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;

  if (!sb_store_backup (store, path, NULL, &error))
    return sb_cli_fail (path, error);

  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "file", path);
      json_builder_end_object (builder);
      sb_cli_print_json (json_builder_get_root (builder));
    }
  else
    sb_cli_tell (_ ("The catalogue was copied to %s."), name);

  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_version (SbCli *self)
{
  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "version", SB_VERSION);
      json_builder_end_object (builder);
      sb_cli_print_json (json_builder_get_root (builder));
    }
  else
    sb_cli_print ("SahelBrief %s\n", SB_VERSION);

  return SB_CLI_DONE;
}
