/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include "sb-dossier-reader.h"

#include <glib/gi18n.h>

SbCliStatus
sb_cli_init (SbCli *self,
             char **arguments)
{
  gboolean wants_sample = FALSE;
  const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &wants_sample, N_ ("Fill it with the sample dossier"), NULL },
    { NULL }
  };
  SbImportCounts counts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;
  g_auto (GStrv) left = NULL;
  SbCliStatus status;

  left = sb_cli_parse (self, "init", options, arguments, 0, 0, &status);
  if (left == NULL)
    return status;

  if (!(store = sb_cli_open (self, SB_STORE_CREATE)))
    return SB_CLI_FAILED;

  if (wants_sample && !sb_dossier_read_sample (store, &counts, &error))
    return sb_cli_fail (self, error);

  if (wants_sample)
    g_printerr (_ ("%s: %u records added, %u unchanged."), self->catalogue, counts.added, counts.unchanged);
  else
    g_printerr (_ ("%s is ready."), self->catalogue);
  g_printerr ("\n");
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_check (SbCli *self,
              char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_auto (GStrv) left = NULL;
  SbCliStatus status;

  left = sb_cli_parse (self, "check", NULL, arguments, 0, 0, &status);
  if (left == NULL)
    return status;

  if (!(store = sb_cli_open (self, SB_STORE_READ_ONLY)))
    return SB_CLI_FAILED;

  if (!(findings = sb_store_check (store, NULL, &error)))
    return sb_cli_fail (self, error);

  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) node = NULL;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "findings");
      json_builder_begin_array (builder);
      for (guint i = 0; i < findings->len; i++)
        json_builder_add_string_value (builder, g_ptr_array_index (findings, i));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      node = json_builder_get_root (builder);
      sb_cli_print_json (node);
    }
  else
    {
      for (guint i = 0; i < findings->len; i++)
        sb_cli_print_line (g_ptr_array_index (findings, i));
      if (findings->len == 0)
        sb_cli_print_line (_ ("The catalogue is sound."));
    }

  return findings->len == 0 ? SB_CLI_DONE : SB_CLI_FAILED;
}

SbCliStatus
sb_cli_backup (SbCli *self,
               char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;
  g_auto (GStrv) left = NULL;
  SbCliStatus status;

  left = sb_cli_parse (self, "backup", NULL, arguments, 1, 1, &status);
  if (left == NULL)
    return status;

  if (!(store = sb_cli_open (self, SB_STORE_READ_ONLY)))
    return SB_CLI_FAILED;

  if (!sb_store_backup (store, left[0], NULL, &error))
    return sb_cli_fail (self, error);

  g_printerr (_ ("The catalogue is copied to %s."), left[0]);
  g_printerr ("\n");
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_version (SbCli *self,
                char **arguments)
{
  g_auto (GStrv) left = NULL;
  SbCliStatus status;

  left = sb_cli_parse (self, "version", NULL, arguments, 0, 0, &status);
  if (left == NULL)
    return status;

  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) node = NULL;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "version");
      json_builder_add_string_value (builder, SB_VERSION);
      json_builder_end_object (builder);
      node = json_builder_get_root (builder);
      sb_cli_print_json (node);
    }
  else
    {
      sb_cli_print_line ("SahelBrief " SB_VERSION);
    }

  return SB_CLI_DONE;
}
