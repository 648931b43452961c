/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-job.h"
#include "sb-document-error.h"
#include "sb-error-text.h"
#include "sb-exchange-error.h"
#include "sb-feeds-error.h"
#include "sb-import-spec.h"
#include "sb-import.h"
#include "sb-table-error.h"
#include "sb-text.h"
#include "sb-translate.h"

/* A file on its way in. */
typedef struct
{
  SbStore *store; /* (unowned) used by the worker while the job runs */
  const char *path; /* (unowned) */
  SbImportSpec *spec; /* (unowned) (nullable) */
} Import;

/* Run in the worker. */
static gpointer
import_file (gpointer data,
             SbOperation *operation,
             GError **error)
{
  Import *import = data;
  GCancellable *cancellable = sb_operation_get_cancellable (operation);
  g_autofree char *name = g_filename_display_basename (import->path);
  g_autoptr (SbImportDraft) draft = NULL;

  sb_operation_report_progress (operation, 0, name);
  draft = sb_import_draft_new_from_file (import->path, import->spec, cancellable, error);
  return draft != NULL ? sb_import_draft_store (draft, import->store, operation, cancellable, error) : NULL;
}

static void
write_rejections (const SbImportResult *result,
                  JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "rejected");
  json_builder_begin_array (builder);
  for (guint i = 0; result != NULL && i < result->rejections->len; i++)
    {
      const SbImportRejection *rejection = g_ptr_array_index (result->rejections, i);

      json_builder_begin_object (builder);
      sb_cli_add_integer (builder, "line", rejection->line);
      sb_cli_add_text (builder, "reason", sb_translate (sb_language_get_interface (), rejection->reason));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* One word for other programs, which do not read sentences. */
static const char *
get_error_code (const GError *error)
{
  if (error->domain == SB_DOCUMENT_ERROR)
    return sb_document_error_get_name (error->code);
  if (error->domain == SB_EXCHANGE_ERROR)
    return sb_exchange_error_get_name (error->code);
  if (error->domain == SB_FEEDS_ERROR)
    return sb_feeds_error_get_name (error->code);
  if (error->domain == SB_TABLE_ERROR)
    return sb_table_error_get_name (error->code);
  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return "file";

  return "failed";
}

/* @result is NULL when there is an @error. */
static void
write_result (const char *path,
              const SbImportResult *result,
              const GError *error,
              JsonBuilder *builder)
{
  g_autofree char *reason = error != NULL ? sb_error_text (error, sb_language_get_interface ()) : NULL;

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "file", path);
  sb_cli_add_text (builder, "kind", result != NULL ? result->kind : NULL);
  sb_cli_add_integer (builder, "added", result != NULL ? result->counts.added : 0);
  sb_cli_add_integer (builder, "updated", result != NULL ? result->counts.updated : 0);
  sb_cli_add_integer (builder, "unchanged", result != NULL ? result->counts.unchanged : 0);
  if (result != NULL && result->n_withdrawn > 0)
    sb_cli_add_integer (builder, "withdrawn", result->n_withdrawn);
  sb_cli_add_integer (builder, "merged", result != NULL ? result->counts.merged : 0);
  if (result != NULL && result->document != 0)
    sb_cli_add_integer (builder, "document", result->document);
  write_rejections (result, builder);
  if (reason != NULL)
    sb_cli_add_error (builder, get_error_code (error), reason);
  json_builder_end_object (builder);
}

static void
tell_result (const char *path,
             const SbImportResult *result)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *added = sb_number_format (result->counts.added, 0, language);
  g_autofree char *updated = sb_number_format (result->counts.updated, 0, language);
  g_autofree char *unchanged = sb_number_format (result->counts.unchanged, 0, language);

  sb_cli_tell (_ ("%s: %s new, %s updated, %s unchanged."), name, added, updated, unchanged);
  if (result->n_withdrawn > 0)
    sb_cli_tell (ngettext ("%s: %u event was taken back by its source.", "%s: %u events were taken back by their source.",
                           result->n_withdrawn),
                 name, result->n_withdrawn);
  if (result->counts.merged > 0)
    sb_cli_tell (ngettext ("%s: %u was merged away here and stays away; the record that was kept is left as it is.",
                           "%s: %u were merged away here and stay away; the records that were kept are left as they are.", result->counts.merged),
                 name, result->counts.merged);
  for (guint i = 0; i < result->rejections->len; i++)
    {
      const SbImportRejection *rejection = g_ptr_array_index (result->rejections, i);

      sb_cli_tell (_ ("%s, line %u: %s"), name, rejection->line,
                   sb_translate (language, rejection->reason));
    }
}

SbCliStatus
sb_cli_import (SbCli *self)
{
  g_autoptr (SbImportSpec) spec = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (SbCliJob) job = NULL;
  g_autoptr (GError) failure = NULL;
  SbCliStatus status = SB_CLI_DONE;

  if (!sb_cli_read_spec (self, &spec))
    return SB_CLI_FAILED;

  store = sb_cli_open_store (self, SB_STORE_CREATE);
  if (store == NULL)
    return SB_CLI_FAILED;

  job = sb_cli_job_new (self, _ ("Importing files"));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_arguments && !sb_cli_job_is_cancelled (job); i++)
    {
      const char *path = self->arguments[i];
      Import import = { store, path, spec };
      g_autoptr (GError) error = NULL;
      g_autoptr (SbImportResult) result = sb_cli_job_run (job, import_file, &import, &error);

      /* One bad file does not keep the others out. */
      if (result == NULL)
        status = sb_cli_fail (path, error);
      else if (!self->wants_json)
        tell_result (path, result);
      write_result (path, result, error, builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sb_cli_job_index (job, store);

  if (self->wants_json)
    sb_cli_print_json (json_builder_get_root (builder));
  /* What fails here waits, and is done with the next import. */
  if (!sb_cli_read_names (store, NULL, &failure))
    return sb_cli_fail (self->catalogue, failure);
  return status;
}
