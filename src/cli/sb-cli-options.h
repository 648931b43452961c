/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"

G_BEGIN_DECLS

/* Adds to @context those of the options that @options name; what they are given goes to
 * @cli. */
void sb_cli_add_options (GOptionContext *context,
                         SbCli *cli,
                         SbCliOptions options);

G_END_DECLS
