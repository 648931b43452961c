/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-archive-source.h"

#include "sb-tile-archive.h"
#include "sb-tile-quad.h"
#include "sb-worker.h"

struct _SbArchiveSource
{
  ShumateMapSource parent_instance;

  char *path; /* (owned) */
  SbTileArchive *archive; /* (owned) (nullable) of the worker, which opens it */
  SbWorker *worker; /* (owned) */
  GError *error; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbArchiveSource, sb_archive_source, SHUMATE_TYPE_MAP_SOURCE)

enum
{
  PROP_0,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The tiles of the file that one of the map is put together from. */
typedef struct
{
  SbTile tiles[SB_TILE_QUAD_SIZE];
} Parts;

/* Run in the worker. */
static void
read_tile (GTask *task,
           gpointer source_object,
           gpointer task_data,
           GCancellable *cancellable)
{
  SbArchiveSource *self = SB_ARCHIVE_SOURCE (source_object);
  const Parts *parts = task_data;
  GBytes *pictures[SB_TILE_QUAD_SIZE] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (self->archive == NULL)
    self->archive = sb_tile_archive_open (self->path, &error);
  for (guint i = 0; i < SB_TILE_QUAD_SIZE && error == NULL; i++)
    pictures[i] = sb_tile_archive_read (self->archive, parts->tiles[i], &error);

  if (error == NULL)
    texture = sb_tile_quad_compose (pictures, &error);
  for (guint i = 0; i < SB_TILE_QUAD_SIZE; i++)
    g_clear_pointer (&pictures[i], g_bytes_unref);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&texture), g_object_unref);
}

static void
set_error (SbArchiveSource *self,
           const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
tile_read_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  SbArchiveSource *self = SB_ARCHIVE_SOURCE (object);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (self, error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  sb_tile_quad_show (g_task_get_task_data (task), texture);
  g_task_return_boolean (task, TRUE);
}

static void
sb_archive_source_fill_tile_async (ShumateMapSource *source,
                                   ShumateTile *tile,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  SbArchiveSource *self = SB_ARCHIVE_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) work = NULL;
  g_autofree Parts *parts = g_new0 (Parts, 1);

  g_task_set_source_tag (task, sb_archive_source_fill_tile_async);
  if (!sb_tile_quad_get_tiles (source, tile, parts->tiles))
    {
      sb_tile_quad_show (tile, NULL);
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* The worker's task may be the last to go, and the tile belongs to this thread. */
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  work = g_task_new (self, cancellable, tile_read_cb, g_object_ref (task));
  g_task_set_task_data (work, g_steal_pointer (&parts), g_free);
  sb_worker_push (self->worker, work, G_PRIORITY_DEFAULT, read_tile);
}

static gboolean
sb_archive_source_fill_tile_finish (ShumateMapSource *source,
                                    GAsyncResult *result,
                                    GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sb_archive_source_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, SB_ARCHIVE_SOURCE (object)->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_archive_source_finalize (GObject *object)
{
  SbArchiveSource *self = SB_ARCHIVE_SOURCE (object);

  g_clear_object (&self->worker);
  g_clear_pointer (&self->archive, sb_tile_archive_unref);
  g_clear_error (&self->error);
  g_free (self->path);

  G_OBJECT_CLASS (sb_archive_source_parent_class)->finalize (object);
}

static void
sb_archive_source_class_init (SbArchiveSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->get_property = sb_archive_source_get_property;
  object_class->finalize = sb_archive_source_finalize;
  source_class->fill_tile_async = sb_archive_source_fill_tile_async;
  source_class->fill_tile_finish = sb_archive_source_fill_tile_finish;

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_archive_source_init (SbArchiveSource *self)
{
  self->worker = sb_worker_new ("tile-archive");
}

SbArchiveSource *
sb_archive_source_new (const char *path,
                       guint min_zoom,
                       guint max_zoom)
{
  SbArchiveSource *self;
  g_autofree char *id = NULL;

  g_return_val_if_fail (path != NULL && min_zoom <= max_zoom, NULL);

  self = g_object_new (SB_TYPE_ARCHIVE_SOURCE, NULL);
  self->path = g_strdup (path);
  id = g_strdup_printf ("archive-%p", (gpointer) self);
  sb_tile_quad_describe (SHUMATE_MAP_SOURCE (self), id, min_zoom, max_zoom);
  return self;
}
