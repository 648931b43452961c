/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib/gstdio.h>

#include "sb-connection.h"

/* A folder for the files of one test, removed with all that is in it. */
typedef struct
{
  char *folder; /* (owned) */
  char *path; /* (owned) of a database that is not there yet */
} Fixture;

static inline void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sb-sqlite-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
}

static inline void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline SbConnection *
open_database (const char *path,
               SbConnectionFlags flags)
{
  g_autoptr (GError) error = NULL;
  SbConnection *connection = sb_connection_open (path, flags, &error);

  g_assert_no_error (error);
  g_assert_nonnull (connection);

  return connection;
}

static inline void
assert_exec (SbConnection *connection,
             const char *sql)
{
  g_autoptr (GError) error = NULL;
  gboolean success = sb_connection_exec (connection, sql, &error);

  g_assert_no_error (error);
  g_assert_true (success);
}

static inline void
assert_integer (SbConnection *connection,
                const char *sql,
                gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;
  gboolean success = sb_connection_get_integer (connection, sql, &value, &error);

  g_assert_no_error (error);
  g_assert_true (success);
  g_assert_cmpint (value, ==, expected);
}

#define add_test(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
