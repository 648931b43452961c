/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"
#include "sb-language.h"

#include <glib/gi18n.h>
#include <locale.h>

const SbCliCommand sb_cli_commands[] = {
  { "init", "[--sample]", N_ ("Make a new catalogue"), sb_cli_init },
  { "parse-feed", "FILE [--url URL] [--type TYPE]", N_ ("Parse one feed and store nothing"), sb_cli_parse_feed },
  { "extract", "FILE [--url URL] [--type TYPE] [--whole]", N_ ("Read the text of one document and store nothing"), sb_cli_extract },
  { "read", "FILE [--as feeds|documents]", N_ ("Show what an import would take and store nothing"), sb_cli_read },
  { "list", "KIND [--from DAY] [--to DAY] [--as-of DAY] [--actor ID] [--place ID] [--limit N]", N_ ("List the records of a kind"), sb_cli_list },
  { "show", "KIND ID", N_ ("Show one record whole, with its extracts"), sb_cli_show },
  { "brief", "TEMPLATE --language fr|en|both -o FILE.pdf", N_ ("Compose a briefing and write it as PDF"), sb_cli_brief },
  { "check", "", N_ ("Look for damage in the catalogue"), sb_cli_check },
  { "backup", "FILE", N_ ("Copy the catalogue to a file"), sb_cli_backup },
  { "version", "", N_ ("Print the version"), sb_cli_version },
  { NULL }
};

static void
print_help (void)
{
  g_print (_ ("Usage: %s COMMAND …"), g_get_prgname ());
  g_print ("\n\n");
  for (const SbCliCommand *command = sb_cli_commands; command->name != NULL; command++)
    g_print ("  %-12s %s\n", command->name, _ (command->summary));

  g_print ("\n");
  g_print (_ ("Every command takes --catalogue FILE, --json and --help."));
  g_print ("\n");
}

/* The options that may stand before the command; the rest is the command's. */
static char **
skip_shared_options (SbCli *cli,
                     char **words)
{
  while (*words != NULL && g_str_has_prefix (*words, "--"))
    {
      if (g_str_equal (*words, "--json"))
        {
          cli->json = TRUE;
        }
      else if (g_str_equal (*words, "--catalogue") && words[1] != NULL)
        {
          g_free (cli->catalogue);
          cli->catalogue = g_strdup (*++words);
        }
      else
        {
          break;
        }

      words++;
    }

  return words;
}

static int
run (SbCli *cli,
     char **words)
{
  char **command_line = skip_shared_options (cli, words);

  if (*command_line == NULL || g_str_equal (*command_line, "--help") || g_str_equal (*command_line, "help"))
    {
      print_help ();
      return *command_line == NULL ? SB_CLI_USAGE : SB_CLI_DONE;
    }

  for (const SbCliCommand *command = sb_cli_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, *command_line))
      return command->run (cli, command_line + 1);

  g_printerr (_ ("There is no command “%s”; --help lists them."), *command_line);
  g_printerr ("\n");
  return SB_CLI_USAGE;
}

int
main (int argc,
      char *argv[])
{
  SbCli cli = { 0 };
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SB_LOCALEDIR") != NULL ? g_getenv ("SB_LOCALEDIR") : SB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("sahel-brief-cli");

  cli.catalogue = g_build_filename (g_get_user_data_dir (), "sahel-brief", "catalogue.db", NULL);
  cli.language = sb_language_get_interface ();
  status = run (&cli, argv + 1);
  g_free (cli.catalogue);
  return status;
}
