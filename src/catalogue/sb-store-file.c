/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-file.h"

#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-file-start.h"
#include "sb-migrations.h"
#include "sb-search-tokenizer.h"
#include "sb-sql-functions.h"
#include "sb-sqlite-error.h"
#include "sb-store-backup.h"
#include "sb-store-private.h"

/* As in migrations/001.sql. */
#define APPLICATION_ID 1398882930

#define LAST_VERSION 24

/* What a connection keeps in memory, in KiB: the indexes of some hundreds of
 * thousands of records. */
#define CACHE_PRAGMA "PRAGMA cache_size = -8192"

/* How much of the log is written to the file at a time, in pages: a page that is written
 * several times meanwhile is written once, and whoever writes waits for the disk. */
#define LOG_PRAGMA "PRAGMA wal_autocheckpoint = 16000"

/* The header of an SQLite file (fileformat2.html, 1.3). */
#define HEADER_SIZE           100
#define USER_VERSION_OFFSET   60
#define APPLICATION_ID_OFFSET 68

typedef struct
{
  gboolean is_whole; /* the file has a header */
  guint32 user_version;
  guint32 application_id;
} Header;

static guint32
read_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* What the file says of itself; nothing when it is not there or too short,
 * which SQLite will find for itself. */
static Header
read_header (const char *path)
{
  guint8 bytes[HEADER_SIZE] = { 0 };
  Header header = { 0 };

  if (!sb_file_start_read (path, bytes, sizeof bytes))
    return header;

  header.is_whole = memcmp (bytes, "SQLite format 3", sizeof "SQLite format 3") == 0;
  header.user_version = read_number (bytes + USER_VERSION_OFFSET);
  header.application_id = read_number (bytes + APPLICATION_ID_OFFSET);
  return header;
}

static gboolean
refuse_newer (gint64 version,
              GError **error)
{
  if (version <= LAST_VERSION)
    return TRUE;

  g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_NEWER,
               "the catalogue has version %" G_GINT64_FORMAT ", this program knows %d", version, LAST_VERSION);
  return FALSE;
}

/* The header is no proof: what it says may still be in the log beside the file.
 * A database without any table is one that was just about to be made. */
static gboolean
look_inside (const char *path,
             SbConnectionFlags flags,
             GError **error)
{
  g_autoptr (SbConnection) connection = sb_connection_open (path, flags, error);
  gint64 application_id;
  gint64 n_tables;
  gint64 version;

  if (connection == NULL ||
      !sb_connection_get_integer (connection, "PRAGMA application_id", &application_id, error) ||
      !sb_connection_get_integer (connection, "PRAGMA user_version", &version, error) ||
      !sb_connection_get_integer (connection, _sb_store_get_sql ("queries/count-schema"), &n_tables, error))
    return FALSE;

  if (application_id == APPLICATION_ID)
    return refuse_newer (version, error);

  if (n_tables == 0)
    return TRUE;

  g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FOREIGN, "the file is a database of another program");
  return FALSE;
}

static gboolean
check_file (const char *path,
            GError **error)
{
  Header header = read_header (path);
  g_autoptr (GError) local_error = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "the path is that of a folder");
      return FALSE;
    }

  if (!header.is_whole)
    return TRUE;

  if (header.application_id == APPLICATION_ID)
    return refuse_newer (header.user_version, error);

  if (look_inside (path, SB_CONNECTION_READ_ONLY, &local_error))
    return TRUE;

  /* Its maker was killed while it wrote: what was half done has to be rolled
   * back before anything can be read, which takes the right to write. */
  if (g_error_matches (local_error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_READ_ONLY))
    return look_inside (path, SB_CONNECTION_NONE, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
back_up_before_migration (SbConnection *connection,
                          int from,
                          int to,
                          gpointer user_data,
                          GError **error)
{
  return _sb_backup_before_migration (connection, from, error);
}

/* @before (nullable) makes the backup. */
static gboolean
migrate (SbConnection *connection,
         SbMigrationFunc before,
         GError **error)
{
  const SbMigration migrations[] = {
    { 1, _sb_store_get_sql ("migrations/001") },
    { 2, _sb_store_get_sql ("migrations/002") },
    { 3, _sb_store_get_sql ("migrations/003") },
    { 4, _sb_store_get_sql ("migrations/004") },
    { 5, _sb_store_get_sql ("migrations/005") },
    { 6, _sb_store_get_sql ("migrations/006") },
    { 7, _sb_store_get_sql ("migrations/007") },
    { 8, _sb_store_get_sql ("migrations/008") },
    { 9, _sb_store_get_sql ("migrations/009") },
    { 10, _sb_store_get_sql ("migrations/010") },
    { 11, _sb_store_get_sql ("migrations/011") },
    { 12, _sb_store_get_sql ("migrations/012") },
    { 13, _sb_store_get_sql ("migrations/013") },
    { 14, _sb_store_get_sql ("migrations/014") },
    { 15, _sb_store_get_sql ("migrations/015") },
    { 16, _sb_store_get_sql ("migrations/016") },
    { 17, _sb_store_get_sql ("migrations/017") },
    { 18, _sb_store_get_sql ("migrations/018") },
    { 19, _sb_store_get_sql ("migrations/019") },
    { 20, _sb_store_get_sql ("migrations/020") },
    { 21, _sb_store_get_sql ("migrations/021") },
    { 22, _sb_store_get_sql ("migrations/022") },
    { 23, _sb_store_get_sql ("migrations/023") },
    { LAST_VERSION, _sb_store_get_sql ("migrations/024") },
  };

  return _sb_tokenizer_register (connection, error) && _sb_sql_functions_add (connection, error) &&
         sb_migrations_run (connection, migrations, G_N_ELEMENTS (migrations), before, NULL, error);
}

/* A file that was only begun, or is empty, becomes a catalogue when it is opened
 * for writing; there is nothing in it to be read. */
static gboolean
check_made (SbConnection *connection,
            GError **error)
{
  gint64 version;

  if (!sb_connection_get_integer (connection, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version > 0)
    return TRUE;

  g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_A_DATABASE, "there is no catalogue in the file yet");
  return FALSE;
}

gboolean
_sb_store_file_check (const char *path,
                      GError **error)
{
  g_autoptr (SbConnection) connection = NULL;

  if (!check_file (path, error))
    return FALSE;

  connection = sb_connection_open (path, SB_CONNECTION_READ_ONLY, error);
  return connection != NULL && check_made (connection, error);
}

gboolean
_sb_store_file_check_place (const char *path,
                            GError **error)
{
  return check_file (path, error);
}

gboolean
_sb_store_file_update (SbConnection *connection,
                       GError **error)
{
  return migrate (connection, NULL, error);
}

/* To read an old file takes the right to write it, once. */
static gboolean
update_to_read (SbConnection *reader,
                const char *path,
                GError **error)
{
  g_autoptr (SbConnection) writer = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 version;

  if (!sb_connection_get_integer (reader, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version == LAST_VERSION)
    return TRUE;

  writer = sb_connection_open (path, SB_CONNECTION_NONE, &failure);
  if (writer != NULL)
    return migrate (writer, back_up_before_migration, error);

  if (g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_READ_ONLY) ||
      g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CANT_OPEN))
    g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_OLDER, "version %" G_GINT64_FORMAT ": %s", version,
                 failure->message);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static SbConnection *
open_to_read (const char *path,
              GError **error)
{
  g_autoptr (SbConnection) connection = sb_connection_open (path, SB_CONNECTION_READ_ONLY, error);

  if (connection == NULL || !check_made (connection, error) || !update_to_read (connection, path, error) ||
      !sb_connection_exec (connection, CACHE_PRAGMA, error))
    return NULL;

  return g_steal_pointer (&connection);
}

SbConnection *
_sb_store_file_open (const char *path,
                     SbStoreFlags flags,
                     GError **error)
{
  g_autoptr (SbConnection) connection = NULL;
  SbConnectionFlags how = (flags & SB_STORE_CREATE) != 0 ? SB_CONNECTION_CREATE : SB_CONNECTION_NONE;

  if (!check_file (path, error))
    return NULL;

  if ((flags & SB_STORE_READ_ONLY) != 0)
    {
      connection = open_to_read (path, error);
      return connection != NULL && _sb_tokenizer_register (connection, error) ? g_steal_pointer (&connection) : NULL;
    }

  connection = sb_connection_open (path, how, error);
  if (connection == NULL || !migrate (connection, back_up_before_migration, error) ||
      !sb_connection_exec (connection, CACHE_PRAGMA, error) || !sb_connection_exec (connection, LOG_PRAGMA, error))
    return NULL;

  return g_steal_pointer (&connection);
}
