/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-finding-text.h"
#include "sb-store-check.h"

static void
write_finding (const SbFinding *finding,
               JsonBuilder *builder)
{
  g_autofree char *text = sb_finding_text (finding, sb_language_get_interface ());

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "code", sb_finding_code_get_name (finding->code));
  sb_cli_add_integer (builder, "count", (gint64) finding->count);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->records->len; i++)
    json_builder_add_int_value (builder, g_array_index (finding->records, gint64, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "repairable");
  json_builder_add_boolean_value (builder, sb_finding_code_is_repairable (finding->code));
  sb_cli_add_text (builder, "message", text);
  sb_cli_add_text (builder, "detail", finding->detail);
  json_builder_end_object (builder);
}

static void
write_repair (const SbRepair *repair,
              JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "repair");
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "backup", repair->backup);
  sb_cli_add_integer (builder, "moved", repair->n_moved);
  sb_cli_add_integer (builder, "orphans", repair->n_orphans);
  json_builder_set_member_name (builder, "indexed");
  json_builder_add_boolean_value (builder, repair->is_indexed);
  json_builder_end_object (builder);
}

/* @repair is NULL when none was asked for. */
static void
print_json (GPtrArray *findings,
            const SbRepair *repair)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sound");
  json_builder_add_boolean_value (builder, findings->len == 0);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    write_finding (g_ptr_array_index (findings, i), builder);
  json_builder_end_array (builder);
  if (repair != NULL)
    write_repair (repair, builder);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static void
tell_repair (const SbRepair *repair)
{
  g_autofree char *name = repair->backup != NULL ? g_filename_display_name (repair->backup) : NULL;

  if (name == NULL)
    {
      sb_cli_tell ("%s", _ ("There was nothing that can be mended."));
      return;
    }

  sb_cli_tell (ngettext ("%u extract was moved to where its quotation is.",
                         "%u extracts were moved to where their quotations are.", repair->n_moved),
               repair->n_moved);
  sb_cli_tell (ngettext ("%u original file that belonged to nothing was dropped.",
                         "%u original files that belonged to nothing were dropped.", repair->n_orphans),
               repair->n_orphans);
  if (repair->is_indexed)
    sb_cli_tell ("%s", _ ("The search index was made anew."));
  sb_cli_tell (_ ("The catalogue as it was is in %s."), name);
}

static void
print_text (GPtrArray *findings)
{
  gboolean is_repairable = FALSE;
  gboolean is_damaged = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const SbFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = sb_finding_text (finding, sb_language_get_interface ());

      g_debug ("%s: %s", sb_finding_code_get_name (finding->code), finding->detail);
      is_repairable = is_repairable || sb_finding_code_is_repairable (finding->code);
      is_damaged = is_damaged || finding->code == SB_FINDING_PAGES;
      sb_cli_print ("%s\n", text);
    }

  if (findings->len == 0)
    sb_cli_tell ("%s", _ ("The catalogue is sound."));
  else if (is_damaged)
    sb_cli_tell ("%s", _ ("The catalogue is damaged: restore a backup (“restore” lists them)."));
  else if (is_repairable)
    sb_cli_tell ("%s", _ ("The catalogue has faults, of which “check --repair” mends some."));
  else
    sb_cli_tell ("%s", _ ("The catalogue has faults that cannot be mended without a loss: restore a backup (“restore” lists them), or see to these records."));
}

SbCliStatus
sb_cli_check (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, self->wants_repair ? SB_STORE_DEFAULT : SB_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRepair) repair = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;

  if (self->wants_repair)
    {
      repair = sb_store_repair (store, _ ("Repair the catalogue"), NULL, &error);
      if (repair == NULL)
        return sb_cli_fail (self->catalogue, error);
    }

  findings = sb_store_check (store, sb_cli_tell_progress, self, NULL, &error);
  if (findings == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    {
      print_json (findings, repair);
    }
  else
    {
      if (repair != NULL)
        tell_repair (repair);
      print_text (findings);
    }

  return findings->len == 0 ? SB_CLI_DONE : SB_CLI_FAILED;
}
