/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli.h"

#include "sb-error-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What is read from a file at the most: more than any document or feed of the
 * trade, less than what would fill the memory. */
#define MAX_FILE_SIZE (G_GUINT64_CONSTANT (512) * 1024 * 1024)

SbCliStatus
sb_cli_fail (SbCli *self,
             const GError *error)
{
  g_autofree char *text = sb_error_text (error, self->language);

  g_printerr ("%s\n", text);
  return SB_CLI_FAILED;
}

SbCliStatus
sb_cli_fail_usage (SbCli *self,
                   const char *message)
{
  g_printerr ("%s\n", message);
  return SB_CLI_USAGE;
}

static const SbCliCommand *
find_command (const char *name)
{
  for (const SbCliCommand *command = sb_cli_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;

  g_return_val_if_reached (NULL);
}

char **
sb_cli_parse (SbCli *self,
              const char *command,
              const GOptionEntry *options,
              char **arguments,
              guint min,
              guint max,
              SbCliStatus *status)
{
  const GOptionEntry shared[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &self->catalogue, N_ ("Use the catalogue in FILE"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Answer in JSON"), NULL },
    { NULL }
  };
  const SbCliCommand *described = find_command (command);
  g_autofree char *usage = g_strdup_printf ("%s %s", command, described->usage);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  guint n_left;

  /* GOptionContext skips the name of the program. */
  g_strv_builder_add (line, g_get_prgname ());
  g_strv_builder_addv (line, (const char **) arguments);
  words = g_strv_builder_end (line);

  g_option_context_set_summary (context, _ (described->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);

  *status = SB_CLI_USAGE;
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      g_printerr ("%s\n", error->message);
      return NULL;
    }

  n_left = g_strv_length (words) - 1;
  if (n_left < min || n_left > max)
    {
      g_printerr (_ ("Usage: %s %s"), g_get_prgname (), usage);
      g_printerr ("\n");
      return NULL;
    }

  return g_strdupv (words + 1);
}

SbStore *
sb_cli_open (SbCli *self,
             SbStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (self->catalogue);
  g_autoptr (SbStore) store = NULL;

  if ((flags & SB_STORE_CREATE) != 0)
    g_mkdir_with_parents (folder, 0700);

  store = sb_store_open (self->catalogue, flags, &error);
  if (store == NULL)
    sb_cli_fail (self, error);

  return g_steal_pointer (&store);
}

/* All of a stream, up to the limit. */
static GBytes *
read_stream (GInputStream *stream,
             GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[65536];
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, chunk, sizeof chunk, NULL, error)) > 0)
    {
      g_byte_array_append (bytes, chunk, (guint) n_read);
      if (bytes->len > MAX_FILE_SIZE)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "The file is too large");
          return NULL;
        }
    }

  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
sb_cli_read_file (SbCli *self,
                  const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_str_equal (path, "-") ? "/dev/stdin" : path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  GBytes *bytes = NULL;

  stream = g_file_read (file, NULL, &error);
  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), &error);

  if (bytes == NULL)
    sb_cli_fail (self, error);

  return bytes;
}

void
sb_cli_print_line (const char *text)
{
  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
sb_cli_print_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, NULL);
  sb_cli_print_line (text);
}
