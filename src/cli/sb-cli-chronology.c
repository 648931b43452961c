/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-chronology-sheet-loader.h"
#include "sb-cli-lookup.h"
#include "sb-cli-numbers.h"
#include "sb-date.h"

/* In millimetres. */
#define LEAST_SIDE 120.0

static SbCliStatus
read_request (SbCli *self,
              SbChronologySheetRequest *request,
              SbMapSheetFormat *format,
              SbMapSheetSize *size)
{
  SbChronologyMoment *moment = &request->moment;

  if (self->output == NULL || !sb_map_sheet_format_from_path (self->output, format))
    return sb_cli_refuse ("%s", _ ("-o needs a file whose name ends in .pdf, .svg or .png."));
  if (self->lanes != NULL && !sb_chronology_order_parse (self->lanes, &request->order))
    return sb_cli_refuse ("%s", _ ("--lanes needs actor, place, type or dossier."));
  if (self->language != NULL && !sb_language_parse (self->language, &request->language))
    return sb_cli_refuse ("%s", _ ("--language needs fr or en."));
  if (!sb_cli_read_sheet_size (self, LEAST_SIDE, size))
    return sb_cli_refuse ("%s", _ ("--size needs WIDTHxHEIGHT in millimetres, from 120 to 2000, and --density dots an inch, up to 1200."));
  if (!sb_cli_check_period (self) || (self->from != NULL && !sb_cli_read_day ("from", self->from, &moment->first_day)) ||
      (self->to != NULL && !sb_cli_read_day ("to", self->to, &moment->last_day)) ||
      (self->as_of != NULL && !sb_cli_read_day ("as-of", self->as_of, &moment->as_of)))
    return SB_CLI_WRONG_ARGUMENTS;

  request->title = self->title;
  request->width = size->width;
  return SB_CLI_DONE;
}

static void
tell_file (SbCli *self,
           SbChronologySheet *sheet,
           SbMapSheetFormat format,
           const SbMapSheetSize *size)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!self->wants_json)
    {
      sb_cli_print ("%s\n", self->output);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "file", self->output);
  sb_cli_add_integer (builder, "pages", format == SB_MAP_SHEET_PDF ? sb_chronology_sheet_count (sheet, size->width, size->height) : 1);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

SbCliStatus
sb_cli_chronology (SbCli *self)
{
  SbChronologySheetRequest request = {
    .language = sb_language_get_interface (),
    .moment = { SB_DATE_DAY_MIN, SB_DATE_DAY_MAX, SB_DATE_DAY_MAX },
  };
  SbMapSheetFormat format = SB_MAP_SHEET_PDF;
  SbMapSheetSize size = { 0 };
  SbCliStatus status = read_request (self, &request, &format, &size);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) dossier = NULL;
  g_autoptr (SbChronologySheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  if (status != SB_CLI_DONE)
    return status;

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;

  if (self->dossier != NULL)
    {
      dossier = sb_cli_find_record (store, SB_KIND_DOSSIER, self->dossier);
      if (dossier == NULL)
        return SB_CLI_WRONG_ARGUMENTS;
      request.dossier = sb_record_get_id (dossier);
    }

  sheet = sb_chronology_sheet_load (store, &request, &error);
  if (sheet == NULL)
    return sb_cli_fail (self->catalogue, error);
  if (!sb_chronology_sheet_write (sheet, self->output, format, &size, &error))
    return sb_cli_fail (self->output, error);

  tell_file (self, sheet, format, &size);
  return SB_CLI_DONE;
}
