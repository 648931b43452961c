/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-table.h"
#include "sb-store-backup.h"
#include "sb-text.h"

static const char *
get_kind_label (SbBackupKind kind)
{
  switch (kind)
    {
    case SB_BACKUP_MIGRATION:
      return _ ("Before an update");
    case SB_BACKUP_RESTORE:
      return _ ("Before a backup was restored");
    case SB_BACKUP_REPAIR:
      return _ ("Before a repair");
    case SB_BACKUP_DAILY:
    default:
      return _ ("Daily");
    }
}

static void
print_backups_json (GPtrArray *files)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "backups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      const SbBackupFile *file = g_ptr_array_index (files, i);

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "file", file->path);
      sb_cli_add_text (builder, "kind", sb_backup_kind_get_name (file->kind));
      sb_cli_add_time (builder, "time", file->time);
      sb_cli_add_integer (builder, "bytes", file->size);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static void
print_backups (GPtrArray *files)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Made"), _ ("Why"), _ ("Size"), _ ("File"), NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const SbBackupFile *file = g_ptr_array_index (files, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (file->time);
      g_autofree char *made = g_date_time_format (time, "%Y-%m-%d %H:%M");
      g_autofree char *size = sb_size_format ((guint64) file->size, sb_language_get_interface ());
      g_autofree char *name = g_filename_display_name (file->path);
      const char *cells[] = { made, get_kind_label (file->kind), size, name };

      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

static SbCliStatus
list_backups (SbCli *self)
{
  g_autoptr (GPtrArray) files = sb_backup_list (self->catalogue);

  if (self->wants_json)
    print_backups_json (files);
  else if (files->len > 0)
    print_backups (files);
  else
    sb_cli_tell ("%s", _ ("There is no backup yet: one is made on each day on which the catalogue is used."));

  return SB_CLI_DONE;
}

static SbCliStatus
refuse_list_of_file (void)
{
  return sb_cli_refuse ("%s", _ ("--list goes without a file."));
}

SbCliStatus
sb_cli_backup (SbCli *self)
{
  g_autofree char *path = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (self->wants_list)
    return self->n_arguments == 0 ? list_backups (self) : refuse_list_of_file ();

  if (self->n_arguments == 0)
    return sb_cli_refuse ("%s", _ ("backup needs the file to copy to, or --list."));

  /* Whole, as the list has it: what is told may be read in another folder. */
  path = g_canonicalize_filename (self->arguments[0], NULL);
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
      return SB_CLI_DONE;
    }

  name = g_filename_display_name (path);
  sb_cli_tell (_ ("The catalogue was copied to %s."), name);
  return SB_CLI_DONE;
}

/* The file that @name names: a path, or one of the list by its name alone. */
static char *
find_backup (SbCli *self,
             const char *name)
{
  g_autoptr (GPtrArray) files = sb_backup_list (self->catalogue);

  for (guint i = 0; i < files->len && !g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      const SbBackupFile *file = g_ptr_array_index (files, i);
      g_autofree char *base = g_path_get_basename (file->path);

      if (g_str_equal (base, name))
        return g_strdup (file->path);
    }

  return g_canonicalize_filename (name, NULL);
}

static void
print_restoration_json (const char *backup,
                        const SbRestoration *outcome)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "file", backup);
  sb_cli_add_text (builder, "kept", outcome->kept);
  json_builder_set_member_name (builder, "replaced");
  json_builder_add_boolean_value (builder, outcome->was_replaced);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

SbCliStatus
sb_cli_restore (SbCli *self)
{
  g_autofree char *backup = NULL;
  g_autofree char *name = NULL;
  g_autoptr (SbRestoration) outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (self->wants_list && self->n_arguments > 0)
    return refuse_list_of_file ();

  if (self->n_arguments == 0)
    return list_backups (self);

  if (!sb_cli_make_folder (self))
    return SB_CLI_FAILED;

  backup = find_backup (self, self->arguments[0]);
  outcome = sb_store_restore (self->catalogue, backup, NULL, &error);
  if (outcome == NULL)
    return sb_cli_fail (backup, error);

  if (self->wants_json)
    {
      print_restoration_json (backup, outcome);
      return SB_CLI_DONE;
    }

  name = g_filename_display_name (backup);
  sb_cli_tell (_ ("%s is the catalogue now."), name);
  if (outcome->kept != NULL)
    {
      g_autofree char *kept = g_filename_display_name (outcome->kept);

      sb_cli_tell (_ ("The one that was there is kept in %s."), kept);
    }

  return SB_CLI_DONE;
}
