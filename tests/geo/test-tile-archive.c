/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-connection.h"
#include "sb-geo-error.h"
#include "sb-test-folder.h"
#include "sb-tile-archive.h"
#include "sb-tile-picture.h"

#include <glib/gstdio.h>
#include <string.h>

#define TABLES                                     \
  "CREATE TABLE metadata (name TEXT, value TEXT);" \
  "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
#define TILE "INSERT INTO tiles VALUES (5, 15, 17, x'0102');"

typedef struct
{
  char *folder; /* (owned) */
  char *path; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "map.mbtiles", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_test_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static void
write_archive (Fixture *fixture,
               const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbConnection) connection = sb_connection_open (fixture->path, SB_CONNECTION_CREATE, &error);

  g_assert_no_error (error);
  sb_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

static void
test_read (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTileArchive) archive = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GBytes) none = NULL;

  write_archive (fixture, TABLES TILE "INSERT INTO tiles VALUES (7, 0, 0, x'03');"
                                      "INSERT INTO metadata VALUES ('name', 'Mali'), ('format', 'png'),"
                                      "('attribution', '<a href=\"https://example.org\">&copy; Institut</a>');");
  archive = sb_tile_archive_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sb_tile_archive_get_name (archive), ==, "Mali");
  g_assert_cmpstr (sb_tile_archive_get_attribution (archive), ==, "© Institut");
  g_assert_cmpuint (sb_tile_archive_get_min_zoom (archive), ==, 5);
  g_assert_cmpuint (sb_tile_archive_get_max_zoom (archive), ==, 7);

  /* The format counts rows from the south. */
  picture = sb_tile_archive_read (archive, (SbTile) { 5, 15, 14 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (picture), ==, 2);
  none = sb_tile_archive_read (archive, (SbTile) { 5, 15, 17 }, &error);
  g_assert_no_error (error);
  g_assert_null (none);
}

static void
test_refuse (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int code;
  } cases[] = {
    { "CREATE TABLE other (a);", SB_GEO_ERROR_ARCHIVE },
    { TABLES, SB_GEO_ERROR_ARCHIVE },
    { TABLES TILE "INSERT INTO metadata VALUES ('format', 'pbf');", SB_GEO_ERROR_VECTOR_TILES },
    { "CREATE TABLE metadata (name TEXT, value TEXT);"
      "CREATE VIEW tiles AS WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n FROM t)"
      "SELECT n AS zoom_level, 0 AS tile_column, 0 AS tile_row, x'00' AS tile_data FROM t;",
      SB_GEO_ERROR_ARCHIVE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbTileArchive) archive = NULL;

      g_unlink (fixture->path);
      write_archive (fixture, cases[i].sql);
      archive = sb_tile_archive_open (fixture->path, &error);
      g_assert_error (error, SB_GEO_ERROR, cases[i].code);
      g_assert_null (archive);
    }
}

static void
test_other_files (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sb_tile_archive_open (fixture->path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, "Not a database, but long enough for a header of one.....", -1, NULL));
  g_assert_null (sb_tile_archive_open (fixture->path, &error));
  g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_ARCHIVE);
}

#define PNG(width, height) "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0" width "\0\0" height
#define JPEG(size)         "\xff\xd8\xff\xe0\0\x04zz\xff\xc0\0\x11\x08" size "\x03"

static void
test_pictures (void)
{
#define CASE(text, side)            \
  {                                 \
    text, sizeof (text) - 1, (side) \
  }
  static const struct
  {
    const char *bytes;
    gsize length;
    guint side; /* 0 when it is refused */
  } cases[] = {
    CASE (PNG ("\1\0", "\1\0"), 256),
    CASE (PNG ("\4\0", "\4\0"), 1024),
    CASE (PNG ("\4\1", "\4\1"), 0), /* larger than tiles are */
    CASE (PNG ("\1\0", "\2\0"), 0), /* not square */
    CASE (PNG ("\0\0", "\0\0"), 0),
    CASE ("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\1\0\0", 0), /* cut */
    CASE (JPEG ("\1\0\1\0"), 256),
    CASE (JPEG ("\xff\xff\xff\xff"), 0),
    CASE ("\xff\xd8\xff\xe0\xff\xff", 0), /* a segment that leads out of it */
    CASE ("\xff\xd8\xff\xe0\0\0\xff\xe0\0\0\xff\xe0", 0), /* segments of no length */
    CASE ("<html>no such tile</html>", 0),
    CASE ("", 0),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);

      g_assert_cmpuint (sb_tile_picture_get_side (bytes, &error), ==, cases[i].side);
      if (cases[i].side == 0)
        g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_PICTURE);
      else
        g_assert_no_error (error);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/geo/tile-archive/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/geo/tile-archive/refuse", Fixture, NULL, set_up, test_refuse, tear_down);
  g_test_add ("/geo/tile-archive/other-files", Fixture, NULL, set_up, test_other_files, tear_down);
  g_test_add_func ("/geo/tile-archive/pictures", test_pictures);

  return g_test_run ();
}
