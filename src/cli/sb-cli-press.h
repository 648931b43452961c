/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-writer.h"
#include "sb-cli.h"
#include "sb-edition.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

/* What the commands that print briefings share. */

/* A template that is built in, or a file of the user's. NULL when there is none; it was
 * said, with @status. */
SbTemplate *sb_cli_open_template (const char *name,
                                  SbCliStatus *status) G_GNUC_WARN_UNUSED_RESULT;
/* The briefing that the first argument names, and its template. FALSE when there is
 * none; it was said, with @status. */
gboolean sb_cli_open_briefing (SbCli *self,
                               SbStore *store,
                               SbRecord **briefing,
                               SbTemplate **template,
                               SbCliStatus *status);
/* Sets the dossier and the days of @briefing, of which @builder is, as the options say.
 * What it tells of then ends on the day that they ask about, if they do not say when it
 * ends. FALSE when one is wrong; it was said. */
gboolean sb_cli_fill_briefing (SbCli *self,
                               SbStore *store,
                               SbRecord *briefing,
                               SbRecordBuilder *builder);
/* Reads --paper, and the format from --format or the name of -o; with --check there need
 * be no file. */
SbCliStatus sb_cli_read_sheets (SbCli *self,
                                SbBriefingFormat *format,
                                SbPaper *paper);
/* In which languages, and how they stand to each other. */
typedef struct
{
  gboolean is_wanted[SB_N_LANGUAGES];
  SbEditionsManner manner;
} SbCliLanguages;

/* Reads --language; without it, all of them are wanted, each on pages of its own. Side by
 * side they are for PDF alone. */
SbCliStatus sb_cli_read_languages (SbCli *self,
                                   SbBriefingFormat format,
                                   SbCliLanguages *languages);
/* Leaves of @editions (element-type SbEdition) those that are wanted. */
void sb_cli_keep_languages (GPtrArray *editions,
                            const SbCliLanguages *languages);
/* Writes all @editions (element-type SbEdition) into the file of -o, if there is one, or
 * the sheets on which two stand side by side; tells of them and of what was found
 * (element-type SbBriefingFinding; nullable). */
SbCliStatus sb_cli_print_editions (SbCli *self,
                                   GPtrArray *editions,
                                   GPtrArray *findings,
                                   SbBriefingFormat format);
/* Tells each finding in a line: where it is, and what. */
void sb_cli_print_findings (GPtrArray *findings);

G_END_DECLS
