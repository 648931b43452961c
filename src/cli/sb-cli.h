/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-store.h"

G_BEGIN_DECLS

/* Exit statuses. */
typedef enum
{
  SB_CLI_DONE = 0,
  SB_CLI_FAILED = 1,
  SB_CLI_USAGE = 2,
  SB_CLI_PASSWORD = 3, /* the document needs a password */
} SbCliStatus;

/**
 * SbCli:
 *
 * One run of the command line: what all commands share.
 */
typedef struct
{
  char *catalogue; /* (owned) path */
  gboolean json; /* answer in JSON */
  SbLanguage language; /* of the messages */
} SbCli;

/**
 * SbCliCommand:
 *
 * One command. @arguments: what stands after its name, options taken out of it
 * by sb_cli_parse(); NULL-terminated.
 */
typedef struct
{
  const char *name;
  const char *usage; /* what follows the name: "KIND ID" */
  const char *summary; /* one line, marked for translation */
  SbCliStatus (*run) (SbCli *self,
                      char **arguments);
} SbCliCommand;

extern const SbCliCommand sb_cli_commands[];

/* Takes the options of a command out of its arguments, and "--json" and
 * "--catalogue" with them. At most @max and at least @min arguments may be left.
 * Returns what is left; NULL when the arguments are wrong or help was asked for,
 * which has been said then, and @status is what to end with. */
char **sb_cli_parse (SbCli *self,
                     const char *command,
                     const GOptionEntry *options,
                     char **arguments,
                     guint min,
                     guint max,
                     SbCliStatus *status) G_GNUC_WARN_UNUSED_RESULT;

/* Says on standard error what went wrong. Always %SB_CLI_FAILED. */
SbCliStatus sb_cli_fail (SbCli *self,
                         const GError *error);
SbCliStatus sb_cli_fail_usage (SbCli *self,
                               const char *message);

/* Opens the catalogue; NULL when that fails, which has been said then. */
SbStore *sb_cli_open (SbCli *self,
                      SbStoreFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* A whole file, "-" being standard input; NULL when that fails, which has been
 * said then. */
GBytes *sb_cli_read_file (SbCli *self,
                          const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Writes to standard output: JSON, indented; a line of text. */
void sb_cli_print_json (JsonNode *node);
void sb_cli_print_line (const char *text);

G_END_DECLS
