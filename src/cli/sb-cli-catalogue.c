/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-dossier-reader.h"
#include "sb-text.h"

static void
tell_counts (const SbImportCounts *counts)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *added = sb_number_format (counts->added, 0, language);
  g_autofree char *updated = sb_number_format (counts->updated, 0, language);
  g_autofree char *unchanged = sb_number_format (counts->unchanged, 0, language);

  sb_cli_tell (_ ("Sample dossier: %s new, %s updated, %s unchanged."), added, updated, unchanged);
  if (counts->merged > 0)
    sb_cli_tell (ngettext ("Sample dossier: %u was merged away here and stays away; the record that was kept is left as it is.",
                           "Sample dossier: %u were merged away here and stay away; the records that were kept are left as they are.", counts->merged),
                 counts->merged);
}

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

  if (self->wants_sample && !sb_cli_read_names (store, NULL, &error))
    return sb_cli_fail (self->catalogue, error);

  if (!self->wants_json)
    {
      g_autofree char *name = g_filename_display_name (self->catalogue);

      sb_cli_tell (is_new ? _ ("%s was made.") : _ ("%s was there already."), name);
      if (self->wants_sample)
        tell_counts (&counts);
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
  sb_cli_add_integer (builder, "merged", counts.merged);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
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
