/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-file-sink.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES 65536

/* What others may do with the file, as far as the user's mask lets them. */
#define FILE_MODE 0666

struct _SbFileSink
{
  char *path; /* (owned) (nullable) NULL when it is written as it comes */
  char *part; /* (owned) (nullable) the name it has until then, if any */
  int fd; /* (unowned) closed with the stream */
  GOutputStream *stream; /* (owned) */
};

static gboolean
fail (GError **error,
      const char *path)
{
  int failure = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (failure), "%s: %s", path, g_strerror (failure));
  return FALSE;
}

static char *
dup_folder (SbFileSink *self)
{
  return self->path != NULL ? g_path_get_dirname (self->path) : g_strdup (g_get_tmp_dir ());
}

/* Opens a file in @folder that has no name, so that the end of the program leaves
 * nothing behind; where the disk has no such files, one that is hidden, whose name
 * is then put into *@name. */
static int
open_nameless (const char *folder,
               int mode,
               char **name)
{
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);

  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT && errno != EINVAL))
    return fd;

  *name = g_build_filename (folder, ".sahelbrief-XXXXXX", NULL);
  fd = g_mkstemp_full (*name, O_RDWR | O_CLOEXEC, mode);
  if (fd < 0)
    g_clear_pointer (name, g_free);
  return fd;
}

static int
open_part (SbFileSink *self)
{
  g_autofree char *folder = dup_folder (self);

  return open_nameless (folder, FILE_MODE, &self->part);
}

static gboolean
is_regular_or_absent (const char *path)
{
  struct stat info;

  return stat (path, &info) != 0 || S_ISREG (info.st_mode);
}

SbFileSink *
sb_file_sink_new (const char *path,
                  GError **error)
{
  g_autoptr (SbFileSink) self = NULL;
  g_autoptr (GOutputStream) raw = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (SbFileSink, 1);
  if (g_str_equal (path, "-"))
    self->fd = dup (STDOUT_FILENO);
  else if (!is_regular_or_absent (path))
    self->fd = open (path, O_WRONLY | O_CLOEXEC);
  else
    {
      self->path = g_strdup (path);
      self->fd = open_part (self);
    }

  if (self->fd < 0)
    {
      fail (error, path);
      return NULL;
    }

  raw = g_unix_output_stream_new (self->fd, TRUE);
  self->stream = g_buffered_output_stream_new_sized (raw, BUFFER_BYTES);
  return g_steal_pointer (&self);
}

GOutputStream *
sb_file_sink_get_stream (SbFileSink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stream;
}

GIOStream *
sb_file_sink_make_spool (SbFileSink *self,
                         GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *link = NULL;
  g_autoptr (GFile) file = NULL;
  GFileIOStream *stream;
  int fd;

  g_return_val_if_fail (self != NULL, NULL);

  folder = dup_folder (self);
  fd = open_nameless (folder, 0600, &name);
  if (fd < 0)
    {
      fail (error, folder);
      return NULL;
    }

  /* It is reached by the stream alone from here on. */
  if (name != NULL)
    g_unlink (name);
  link = g_strdup_printf ("/proc/self/fd/%d", fd);
  file = g_file_new_for_path (link);
  stream = g_file_open_readwrite (file, NULL, error);
  close (fd);
  return (GIOStream *) stream;
}

/* Gives a file without a name one that is hidden: a name cannot be taken from
 * another file but by renaming. */
static gboolean
name_part (SbFileSink *self)
{
  g_autofree char *folder = dup_folder (self);
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  g_autofree char *word = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (".sahelbrief-", word, NULL);

  self->part = g_build_filename (folder, name, NULL);
  if (linkat (AT_FDCWD, link, AT_FDCWD, self->part, AT_SYMLINK_FOLLOW) == 0)
    return TRUE;

  g_clear_pointer (&self->part, g_free);
  return FALSE;
}

gboolean
sb_file_sink_commit (SbFileSink *self,
                     GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_output_stream_flush (self->stream, NULL, error))
    return FALSE;
  if (self->path == NULL)
    return g_output_stream_close (self->stream, NULL, error);

  if (fsync (self->fd) != 0 || (self->part == NULL && !name_part (self)) || g_rename (self->part, self->path) != 0)
    return fail (error, self->path);

  g_clear_pointer (&self->part, g_free);
  return g_output_stream_close (self->stream, NULL, error);
}

void
sb_file_sink_free (SbFileSink *self)
{
  g_return_if_fail (self != NULL);

  if (self->part != NULL)
    g_unlink (self->part);
  if (self->stream != NULL)
    {
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      /* Cancelled: what is in the buffer is not wanted any more. */
      g_cancellable_cancel (cancelled);
      g_output_stream_close (self->stream, cancelled, NULL);
    }
  g_clear_object (&self->stream);
  g_free (self->path);
  g_free (self->part);
  g_free (self);
}
