/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"

G_BEGIN_DECLS

/* sb-cli-catalogue.c: the catalogue as a file. */
SbCliStatus sb_cli_init (SbCli *self,
                         char **arguments);
SbCliStatus sb_cli_check (SbCli *self,
                          char **arguments);
SbCliStatus sb_cli_backup (SbCli *self,
                           char **arguments);
SbCliStatus sb_cli_version (SbCli *self,
                            char **arguments);

/* sb-cli-parsing.c: files, without a catalogue. */
SbCliStatus sb_cli_parse_feed (SbCli *self,
                               char **arguments);
SbCliStatus sb_cli_extract (SbCli *self,
                            char **arguments);
SbCliStatus sb_cli_read (SbCli *self,
                         char **arguments);

/* sb-cli-records.c: what the catalogue knows. */
SbCliStatus sb_cli_list (SbCli *self,
                         char **arguments);
SbCliStatus sb_cli_show (SbCli *self,
                         char **arguments);

/* sb-cli-brief.c: the printed page. */
SbCliStatus sb_cli_brief (SbCli *self,
                          char **arguments);

G_END_DECLS
