/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sb-date.h"
#include "sb-error-text.h"
#include "sb-store-backup.h"
#include "sb-text-intake.h"

/* The most that is read of standard input or of a file that is not stored. */
#define MAX_BYTES (256 << 20)

/* Why standard output was cut short: the first errno, as standard output itself
 * one for the whole program. */
static int output_failure;

void
sb_cli_clear (SbCli *self)
{
  char **const texts[] = {
    &self->catalogue,
    &self->full_text,
    &self->paused,
    &self->interval_text,
    &self->source,
    &self->languages,
    &self->address,
    &self->rss_address,
    &self->title,
    &self->reason,
    &self->bounds,
    &self->author,
    &self->translator,
    &self->institution,
    &self->marking,
    &self->distribution,
    &self->series,
    &self->theme,
    &self->contacts,
    &self->number_text,
    &self->cutoff_text,
    &self->start_text,
    &self->end_text,
    &self->lanes,
    &self->dates,
    &self->way,
    &self->layers,
    &self->size,
    &self->density,
    &self->steps,
    &self->kind,
    &self->url,
    &self->type,
    &self->as,
    &self->spec,
    &self->from,
    &self->to,
    &self->as_of,
    &self->since,
    &self->date,
    &self->until,
    &self->order,
    &self->actor,
    &self->place,
    &self->limit_text,
    &self->offset_text,
    &self->after_text,
    &self->language,
    &self->dossier,
    &self->paper,
    &self->output,
    &self->format,
    &self->countries,
    &self->dataset,
    &self->version,
    &self->text,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&self->arguments, g_strfreev);
  g_clear_pointer (&self->overlays, g_strfreev);
}

void
sb_cli_print (const char *format,
              ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (fputs (text, stdout) < 0 && output_failure == 0)
    output_failure = errno;
}

SbCliStatus
sb_cli_finish (SbCliStatus status)
{
  g_autoptr (GError) error = NULL;

  if (fflush (stdout) != 0 && output_failure == 0)
    output_failure = errno;
  if (output_failure == 0)
    return status;

  error = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (output_failure), g_strerror (output_failure));
  sb_cli_fail (NULL, error);
  return SB_CLI_FAILED;
}

void
sb_cli_print_json (JsonNode *root)
{
  g_autoptr (JsonNode) owned = root;
  g_autofree char *text = json_to_string (owned, TRUE);

  sb_cli_print ("%s\n", text);
}

void
sb_cli_tell (const char *format,
             ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s\n", text);
}

void
sb_cli_tell_progress (double fraction,
                      gpointer self)
{
  const SbCli *cli = self;

  if (cli->wants_json || !isatty (STDERR_FILENO))
    return;

  if (fraction < 1)
    fprintf (stderr, "\r\033[K%3d %%", (int) (100 * fraction));
  else
    fputs ("\r\033[K", stderr);
}

SbCliStatus
sb_cli_fail (const char *subject,
             const GError *error)
{
  g_autofree char *text = sb_error_text (error, sb_language_get_interface ());
  g_autofree char *name = subject != NULL ? sb_cli_quote (subject) : NULL;

  g_debug ("%s", error->message);
  if (name != NULL)
    sb_cli_tell (_ ("%s: %s"), name, text);
  else
    sb_cli_tell ("%s", text);
  return SB_CLI_FAILED;
}

SbCliStatus
sb_cli_refuse (const char *format,
               ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  sb_cli_tell ("%s", text);
  sb_cli_tell (_ ("“%s --help” explains the commands."), g_get_prgname ());
  return SB_CLI_WRONG_ARGUMENTS;
}

/* Sentences stay sentences: so much of the beginning and of the end is quoted. */
#define QUOTE_HEAD 80
#define QUOTE_TAIL 40

char *
sb_cli_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  glong length = g_utf8_strlen (valid, -1);

  g_strdelimit (valid, "\n\r\t", ' ');
  if (length <= QUOTE_HEAD + QUOTE_TAIL + 1)
    return g_steal_pointer (&valid);

  head = g_utf8_substring (valid, 0, QUOTE_HEAD);
  tail = g_utf8_substring (valid, length - QUOTE_TAIL, length);
  return g_strconcat (head, "…", tail, NULL);
}

gboolean
sb_cli_check_text (const char *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  sb_cli_refuse ("%s", _ ("A text among the arguments is not UTF-8."));
  return FALSE;
}

gboolean
sb_cli_read_day (const char *name,
                 const char *text,
                 int *day)
{
  if (sb_day_parse (text, day))
    return TRUE;

  sb_cli_refuse (_ ("--%s needs a day such as 2026-04-29."), name);
  return FALSE;
}

gboolean
sb_cli_check_texts (SbCli *self,
                    gboolean has_words)
{
  const char *const texts[] = {
    self->full_text,
    self->paused,
    self->interval_text,
    self->source,
    self->languages,
    self->address,
    self->rss_address,
    self->title,
    self->reason,
    self->bounds,
    self->author,
    self->translator,
    self->institution,
    self->marking,
    self->distribution,
    self->series,
    self->theme,
    self->contacts,
    self->number_text,
    self->cutoff_text,
    self->start_text,
    self->end_text,
    self->lanes,
    self->dates,
    self->way,
    self->layers,
    self->size,
    self->density,
    self->steps,
    self->kind,
    self->url,
    self->type,
    self->as,
    self->from,
    self->to,
    self->as_of,
    self->since,
    self->until,
    self->order,
    self->actor,
    self->place,
    self->limit_text,
    self->offset_text,
    self->after_text,
    self->language,
    self->dossier,
    self->paper,
    self->format,
    self->countries,
    self->dataset,
    self->version,
    self->text,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!sb_cli_check_text (texts[i]))
      return FALSE;

  for (guint i = 0; has_words && i < self->n_arguments; i++)
    if (!sb_cli_check_text (self->arguments[i]))
      return FALSE;

  return TRUE;
}

static gboolean
read_number (const char *name,
             const char *text,
             guint64 least,
             guint64 most,
             guint64 *value)
{
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, least, most, value, NULL))
    return TRUE;

  if (least > 0)
    sb_cli_refuse (_ ("--%s needs a whole number above 0."), name);
  else
    sb_cli_refuse (_ ("--%s needs a whole number, 0 or above."), name);
  return FALSE;
}

gboolean
sb_cli_read_numbers (SbCli *self)
{
  guint64 limit = 0;
  guint64 offset = 0;
  guint64 after = 0;

  if (!read_number ("limit", self->limit_text, 1, G_MAXINT, &limit) ||
      !read_number ("offset", self->offset_text, 0, G_MAXINT, &offset) ||
      !read_number ("after", self->after_text, 1, G_MAXINT64, &after))
    return FALSE;

  self->limit = (guint) limit;
  self->offset = (guint) offset;
  self->after = (gint64) after;
  return TRUE;
}

gboolean
sb_cli_check_period (SbCli *self)
{
  int first;
  int last;

  if ((self->from != NULL && !sb_cli_read_day ("from", self->from, &first)) ||
      (self->to != NULL && !sb_cli_read_day ("to", self->to, &last)))
    return FALSE;

  if (self->from == NULL || self->to == NULL || first <= last)
    return TRUE;

  sb_cli_refuse ("%s", _ ("--from needs a day that is not after that of --to."));
  return FALSE;
}

gboolean
sb_cli_read_id (const char *text,
                gint64 *id)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL))
    return FALSE;

  *id = (gint64) value;
  return TRUE;
}

static GBytes *
read_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gsize n_read;

  while ((n_read = fread (buffer, 1, sizeof buffer, stdin)) > 0 && bytes->len < MAX_BYTES)
    g_byte_array_append (bytes, buffer, n_read);

  if (ferror (stdin) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
sb_cli_read_file (const char *path,
                  GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return read_input (error);

  file = g_file_new_for_commandline_arg (path);
  return g_file_load_bytes (file, NULL, NULL, error);
}

gboolean
sb_cli_make_folder (SbCli *self)
{
  g_autofree char *folder = g_path_get_dirname (self->catalogue);
  g_autoptr (GError) error = NULL;
  int failure;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  failure = errno;
  error = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (failure), g_strerror (failure));
  sb_cli_fail (folder, error);
  return FALSE;
}

static void
tell_no_backup (const GError *error)
{
  g_autofree char *text = sb_error_text (error, sb_language_get_interface ());

  sb_cli_tell (_ ("No backup of today was made: %s"), text);
}

void
sb_cli_back_up (SbCli *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;

  if (!g_file_test (self->catalogue, G_FILE_TEST_EXISTS))
    return;

  store = sb_store_open (self->catalogue, SB_STORE_READ_ONLY, NULL);
  if (store != NULL && !sb_store_backup_daily (store, NULL, &error))
    tell_no_backup (error);
}

SbStore *
sb_cli_open_store (SbCli *self,
                   SbStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  SbStore *store;

  if ((flags & SB_STORE_CREATE) != 0 && !sb_cli_make_folder (self))
    return NULL;

  store = sb_store_open (self->catalogue, flags, &error);
  if (store == NULL)
    {
      sb_cli_fail (self->catalogue, error);
      return NULL;
    }

  sb_store_set_text_func (store, sb_text_intake_read);
  if ((flags & SB_STORE_READ_ONLY) == 0 && !sb_store_backup_daily (store, NULL, &error))
    tell_no_backup (error);

  return store;
}

void
sb_cli_add_text (JsonBuilder *builder,
                 const char *name,
                 const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text == NULL)
    json_builder_add_null_value (builder);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      json_builder_add_string_value (builder, valid);
    }
}

void
sb_cli_add_integer (JsonBuilder *builder,
                    const char *name,
                    gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
sb_cli_add_time (JsonBuilder *builder,
                 const char *name,
                 gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  sb_cli_add_text (builder, name, text);
}

void
sb_cli_add_error (JsonBuilder *builder,
                  const char *code,
                  const char *message)
{
  json_builder_set_member_name (builder, "error");
  if (message == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "code", code);
  sb_cli_add_text (builder, "message", message);
  json_builder_end_object (builder);
}
