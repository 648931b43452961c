/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-tile-archive.h"

#include "sb-connection.h"
#include "sb-geo-error.h"
#include "sb-geo-resources.h"
#include "sb-sql.h"

#include <stdlib.h>
#include <string.h>

#define QUERIES "/org/example/SahelBrief/geo/queries/"

#define MAX_TILE_BYTES (4 * 1024 * 1024)
#define MAX_TEXT       200 /* characters, of what the file says of itself */
#define MAX_ZOOM       24

struct _SbTileArchive
{
  gatomicrefcount ref_count;
  GMutex mutex; /* held by who uses the connection */
  SbConnection *connection; /* (owned) */
  char *name; /* (owned) (nullable) */
  char *attribution; /* (owned) (nullable) */
  guint min_zoom;
  guint max_zoom;
};

G_DEFINE_BOXED_TYPE (SbTileArchive, sb_tile_archive, sb_tile_archive_ref, sb_tile_archive_unref)

static SbStatement *
prepare (SbTileArchive *self,
         const char *query,
         GError **error)
{
  g_autofree char *path = g_strconcat (QUERIES, query, ".sql", NULL);

  return sb_connection_prepare (self->connection, sb_sql_get (sb_geo_get_resource (), path), error);
}

/* One line of @text without tags, as attributions often have them. NULL for none. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *cut = NULL;
  gboolean is_tag = FALSE;

  for (const char *letter = valid; *letter != '\0'; letter++)
    {
      if (*letter == '<')
        is_tag = TRUE;
      else if (*letter == '>' && is_tag)
        is_tag = FALSE;
      else if (!is_tag)
        g_string_append_c (line, g_ascii_iscntrl (*letter) ? ' ' : *letter);
    }

  g_string_replace (line, "&copy;", "©", 0);
  g_string_replace (line, "&amp;", "&", 0);
  cut = g_utf8_substring (line->str, 0, MIN (g_utf8_strlen (line->str, -1), MAX_TEXT));
  g_strstrip (cut);
  return *cut != '\0' ? g_steal_pointer (&cut) : NULL;
}

static gboolean
take_format (const char *format,
             GError **error)
{
  if (g_ascii_strcasecmp (format, "pbf") != 0)
    return TRUE;

  g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_VECTOR_TILES, "The tiles are vectors, not pictures");
  return FALSE;
}

static gboolean
read_metadata (SbTileArchive *self,
               GError **error)
{
  g_autoptr (SbStatement) statement = prepare (self, "list-archive-metadata", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  while (sb_statement_step (statement, &failure))
    {
      const char *name = sb_statement_get_text (statement, "name");
      const char *value = sb_statement_get_text (statement, "value");

      if (name == NULL || value == NULL)
        continue;
      if (strcmp (name, "format") == 0 && !take_format (value, error))
        return FALSE;
      if (strcmp (name, "name") == 0 && self->name == NULL)
        self->name = clean_text (value);
      if (strcmp (name, "attribution") == 0 && self->attribution == NULL)
        self->attribution = clean_text (value);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
set_unlike (GError **error,
            const char *reason)
{
  g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_ARCHIVE, "Not an MBTiles file: %s", reason);
  return FALSE;
}

static gboolean
check_views (SbTileArchive *self,
             GError **error)
{
  g_autoptr (SbStatement) statement = prepare (self, "has-endless-view", error);

  if (statement == NULL || !sb_statement_step (statement, error))
    return FALSE;

  return !sb_statement_get_boolean (statement, "has_view") || set_unlike (error, "it has recursive views");
}

static gboolean
read_zooms (SbTileArchive *self,
            GError **error)
{
  g_autoptr (SbStatement) statement = prepare (self, "get-archive-zooms", error);

  if (statement == NULL || !sb_statement_step (statement, error))
    return FALSE;
  if (sb_statement_is_null (statement, "min_zoom"))
    return set_unlike (error, "it holds no tile");

  self->min_zoom = (guint) CLAMP (sb_statement_get_int (statement, "min_zoom"), 0, MAX_ZOOM);
  self->max_zoom = (guint) CLAMP (sb_statement_get_int (statement, "max_zoom"), self->min_zoom, MAX_ZOOM);
  return TRUE;
}

static gboolean
read_all (SbTileArchive *self,
          const char *path,
          GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->connection = sb_connection_open (path, SB_CONNECTION_READ_ONLY, &failure);
  if (self->connection != NULL && check_views (self, &failure) && read_metadata (self, &failure) &&
      read_zooms (self, &failure))
    return TRUE;

  if (g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_FOUND))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s", failure->message);
  else if (failure->domain == SB_GEO_ERROR)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_unlike (error, failure->message);
  return FALSE;
}

SbTileArchive *
sb_tile_archive_open (const char *path,
                      GError **error)
{
  g_autoptr (SbTileArchive) self = g_new0 (SbTileArchive, 1);

  g_return_val_if_fail (path != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  return read_all (self, path, error) ? g_steal_pointer (&self) : NULL;
}

SbTileArchive *
sb_tile_archive_ref (SbTileArchive *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_tile_archive_unref (SbTileArchive *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->connection);
  g_mutex_clear (&self->mutex);
  g_free (self->name);
  g_free (self->attribution);
  g_free (self);
}

const char *
sb_tile_archive_get_name (SbTileArchive *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
sb_tile_archive_get_attribution (SbTileArchive *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->attribution;
}

guint
sb_tile_archive_get_min_zoom (SbTileArchive *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->min_zoom;
}

guint
sb_tile_archive_get_max_zoom (SbTileArchive *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->max_zoom;
}

static GBytes *
read_tile (SbTileArchive *self,
           SbTile tile,
           GError **error)
{
  g_autoptr (SbStatement) statement = prepare (self, "get-archive-tile", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":zoom", tile.zoom);
  sb_statement_bind_int (statement, ":x", tile.x);
  sb_statement_bind_int (statement, ":y", (gint64) (1u << tile.zoom) - 1 - tile.y);
  sb_statement_bind_int (statement, ":max_bytes", MAX_TILE_BYTES);
  if (sb_statement_step (statement, &failure))
    return sb_statement_dup_blob (statement, "picture");

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GBytes *
sb_tile_archive_read (SbTileArchive *self,
                      SbTile tile,
                      GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL && sb_tile_is_valid (tile), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return read_tile (self, tile, error);
}
