/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-extractor-process.h"

#include "sb-document-error.h"
#include "sb-extractor-answer.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#define EXTRACTOR "sahel-brief-extractor"

/* What one file is granted: seconds by the clock, and bytes of answer. The
 * extractor limits its own memory and processor time. */
#define MAX_SECONDS 60
#define MAX_ANSWER  (128 << 20)

/* How often a cancellation is looked for, in milliseconds. */
#define POLL_INTERVAL 100

static char *
find_extractor (void)
{
  const char *given = g_getenv ("SB_EXTRACTOR");
  g_autofree char *installed = g_build_filename (SB_LIBEXECDIR, EXTRACTOR, NULL);
  g_autofree char *program = NULL;
  g_autofree char *folder = NULL;

  if (given != NULL)
    return g_strdup (given);
  if (g_file_test (installed, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&installed);
  program = g_file_read_link ("/proc/self/exe", NULL);
  folder = program == NULL ? g_strdup (".") : g_path_get_dirname (program);
  return g_build_filename (folder, "..", "documents", EXTRACTOR, NULL);
}

/* The bytes in a file in memory, to be the child's standard input. */
static int
open_input (GBytes *bytes,
            GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = memfd_create ("document", MFD_CLOEXEC);
  gsize written = 0;

  while (fd >= 0 && written < size)
    {
      gssize n = write (fd, data + written, size - written);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      written += (gsize) n;
    }
  if (fd >= 0 && written == size && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_HELPER,
               "The file cannot be handed to its reader: %s", g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return -1;
}

static GSubprocess *
start_extractor (GBytes *bytes,
                 const char *const *arguments,
                 GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autofree char *path = find_extractor ();
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) local = NULL;
  GSubprocess *process;
  int fd = open_input (bytes, error);

  if (fd < 0)
    return NULL;
  g_strv_builder_add (builder, path);
  g_strv_builder_addv (builder, (const char **) arguments);
  command = g_strv_builder_end (builder);
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) command, &local);
  if (process == NULL)
    g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_HELPER,
                 "The reader of such files cannot be started: %s", local->message);
  return process;
}

/* Waits until there is something to read. */
static gboolean
wait_readable (int fd,
               gint64 deadline,
               GCancellable *cancellable,
               GError **error)
{
  for (;;)
    {
      struct pollfd poll_fd = { fd, POLLIN, 0 };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (g_get_monotonic_time () > deadline)
        {
          g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_COSTLY,
                       "Reading the file took more than %d seconds", MAX_SECONDS);
          return FALSE;
        }
      if (poll (&poll_fd, 1, POLL_INTERVAL) > 0)
        return TRUE;
    }
}

static GByteArray *
read_answer (GSubprocess *process,
             GCancellable *cancellable,
             GError **error)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (process);
  int fd = g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (stream));
  gint64 deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  do
    {
      if (!wait_readable (fd, deadline, cancellable, error))
        return NULL;
      n = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (answer, buffer, (guint) n);
      if (answer->len > MAX_ANSWER)
        {
          g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE,
                               "The file holds more text than is read");
          return NULL;
        }
    }
  while (n > 0);
  return g_steal_pointer (&answer);
}

/* A reader that was killed ran into one of its limits or crashed. */
static gboolean
check_end (GSubprocess *process,
           GError **error)
{
  if (!g_subprocess_wait (process, NULL, error))
    return FALSE;
  if (g_subprocess_get_if_exited (process))
    return TRUE;
  g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_COSTLY,
               "Reading the file took more time or memory than it is granted (signal %d)",
               g_subprocess_get_term_sig (process));
  return FALSE;
}

GBytes *
_sb_extractor_ask (GBytes *bytes,
                   const char *const *arguments,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GByteArray) answer = NULL;

  if (!(process = start_extractor (bytes, arguments, error)))
    return NULL;
  if (!(answer = read_answer (process, cancellable, error)))
    {
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
      return NULL;
    }
  if (!check_end (process, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&answer));
}

SbExtraction *
_sb_extractor_run (GBytes *bytes,
                   const char *const *arguments,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GBytes) answer = _sb_extractor_ask (bytes, arguments, cancellable, error);
  gsize length;
  const char *data = answer != NULL ? g_bytes_get_data (answer, &length) : NULL;

  return answer != NULL ? _sb_extractor_answer_parse (data != NULL ? data : "", data != NULL ? length : 0, error) : NULL;
}
