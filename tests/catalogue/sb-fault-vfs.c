/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

/* A file of ours; that of the usual disk follows it in memory. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs *usual;
static sqlite3_vfs ours;

static gboolean is_armed;
static SbFault armed_fault;
static guint n_left; /* writes that still pass */
static gboolean has_failed;

/* What was asked for since it was armed. */
static guint n_asked;
static GArray *turns; /* (owned) (element-type guint) */
static sqlite3_file *last_written; /* (nullable), compared, never followed */

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

/* Notes a write to @file, or a flush of it. */
static void
note (sqlite3_file *file,
      gboolean is_flush)
{
  if (is_flush)
    {
      last_written = NULL;
    }
  else if (file != last_written)
    {
      g_array_append_val (turns, n_asked);
      last_written = file;
    }
}

/* Whether this write to @file, or flush of it, is one that fails. */
static gboolean
fails (sqlite3_file *file,
       gboolean is_flush)
{
  if (!is_armed)
    return FALSE;

  note (file, is_flush);
  if (is_flush != (armed_fault == SB_FAULT_SYNC))
    return FALSE;

  n_asked++;
  if (n_left > 0)
    {
      n_left--;
      return FALSE;
    }

  if (armed_fault == SB_FAULT_FULL_ONCE && has_failed)
    return FALSE;

  has_failed = TRUE;
  return TRUE;
}

static int
close_file (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
read_file (sqlite3_file *file,
           void *data,
           int size,
           sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), data, size, offset);
}

static int
write_file (sqlite3_file *file,
            const void *data,
            int size,
            sqlite3_int64 offset)
{
  gboolean is_first = !has_failed;

  if (!fails (file, FALSE))
    return real_of (file)->pMethods->xWrite (real_of (file), data, size, offset);

  if (armed_fault != SB_FAULT_TORN)
    return SQLITE_FULL;

  if (is_first)
    real_of (file)->pMethods->xWrite (real_of (file), data, size / 2, offset);
  return SQLITE_IOERR_WRITE;
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
sync_file (sqlite3_file *file,
           int flags)
{
  /* Nothing is flushed in truth: no test of this disk takes the power away, and
   * a thousand failures would wait for the real one most of the time. */
  (void) flags;
  return fails (file, TRUE) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
get_size (sqlite3_file *file,
          sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
lock_file (sqlite3_file *file,
           int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
unlock_file (sqlite3_file *file,
             int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
check_lock (sqlite3_file *file,
            int *result)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), result);
}

static int
control_file (sqlite3_file *file,
              int operation,
              void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
map_shared (sqlite3_file *file,
            int page,
            int size,
            int extend,
            void volatile **address)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, address);
}

static int
lock_shared (sqlite3_file *file,
             int offset,
             int n,
             int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
fence_shared (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
unmap_shared (sqlite3_file *file,
              int remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_characteristics,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = fence_shared,
  .xShmUnmap = unmap_shared,
};

static int
open_file (sqlite3_vfs *vfs,
           const char *name,
           sqlite3_file *file,
           int flags,
           int *given_flags)
{
  FaultFile *self = (FaultFile *) file;
  int result;

  self->real = (sqlite3_file *) (self + 1);
  memset (self->real, 0, (gsize) usual->szOsFile);
  result = usual->xOpen (usual, name, self->real, flags, given_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return result;
}

void
sb_fault_vfs_register (void)
{
  turns = g_array_new (FALSE, FALSE, sizeof (guint));
  usual = sqlite3_vfs_find (NULL);
  ours = *usual;
  ours.zName = "faulty";
  ours.szOsFile = (int) sizeof (FaultFile) + usual->szOsFile;
  ours.xOpen = open_file;
  ours.pNext = NULL;
  g_assert_cmpint (sqlite3_vfs_register (&ours, TRUE), ==, SQLITE_OK);
}

void
sb_fault_vfs_arm (SbFault fault,
                  guint n)
{
  armed_fault = fault;
  n_left = n;
  n_asked = 0;
  g_array_set_size (turns, 0);
  last_written = NULL;
  has_failed = FALSE;
  is_armed = TRUE;
}

gboolean
sb_fault_vfs_disarm (void)
{
  is_armed = FALSE;
  return has_failed;
}

guint
sb_fault_vfs_get_n_asked (void)
{
  return n_asked;
}

const GArray *
sb_fault_vfs_get_turns (void)
{
  return turns;
}

const char *
sb_fault_get_name (SbFault fault)
{
  static const char *const names[SB_N_FAULTS] = { "full", "full once", "torn", "sync" };

  return names[fault];
}
