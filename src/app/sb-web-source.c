/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-web-source.h"

#include "sb-tile-address.h"
#include "sb-tile-picture.h"
#include "sb-tile-quad.h"
#include "sb-worker.h"

#define SECONDS_OF_REST 30
#define SECONDS_A_DAY   (24 * 60 * 60)
#define MEGABYTE        (1000 * 1000)

struct _SbWebSource
{
  ShumateMapSource parent_instance;

  SbFetcher *fetcher; /* (owned) */
  SbFetchMessage *message; /* (owned) what kinds of picture are asked for */
  ShumateFileCache *cache; /* (owned) */
  SbWorker *worker; /* (owned) puts pictures together */
  char *pattern; /* (owned) */
  guint max_days;
  gint64 rests_until; /* seconds since 1970-01-01 UTC */
  GError *error; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbWebSource, sb_web_source, SHUMATE_TYPE_MAP_SOURCE)

enum
{
  PROP_0,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A tile of the map that is on its way. */
typedef struct
{
  ShumateTile *tile; /* (owned) */
  GBytes *pictures[SB_TILE_QUAD_SIZE]; /* (owned) (nullable) */
  guint n_awaited;
  GError *error; /* (owned) (nullable) of the last part that did not come */
} Filling;

/* One of its four parts. */
typedef struct
{
  GTask *task; /* (owned) of the tile */
  guint position;
  SbTile tile;
  GBytes *kept; /* (owned) (nullable) on disk, but old */
} Part;

static void
filling_free (Filling *filling)
{
  for (guint i = 0; i < SB_TILE_QUAD_SIZE; i++)
    g_clear_pointer (&filling->pictures[i], g_bytes_unref);
  g_clear_error (&filling->error);
  g_object_unref (filling->tile);
  g_free (filling);
}

static void
part_free (Part *part)
{
  g_clear_pointer (&part->kept, g_bytes_unref);
  g_object_unref (part->task);
  g_free (part);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, part_free)

/* Seconds since 1970-01-01 UTC, by the clock that the times of files go by. */
static gint64
get_time (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
set_error (SbWebSource *self,
           const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* Run in the worker. */
static void
compose (GTask *task,
         gpointer source_object,
         gpointer task_data,
         GCancellable *cancellable)
{
  const Filling *filling = task_data;
  GError *error = NULL;
  GdkTexture *texture = sb_tile_quad_compose (filling->pictures, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
composed_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  SbWebSource *self = SB_WEB_SOURCE (object);
  g_autoptr (GTask) task = user_data;
  Filling *filling = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        set_error (self, error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* A tile that lacks a part is shown, but not kept in memory: it is asked for again
   * when it comes back into view. */
  if (texture != NULL)
    sb_tile_quad_show (filling->tile, texture);
  if (filling->error != NULL)
    g_task_return_error (task, g_steal_pointer (&filling->error));
  else
    {
      sb_tile_quad_show (filling->tile, texture);
      g_task_return_boolean (task, TRUE);
    }
}

/* The part is here, or will not come; @error (nullable) is taken. */
static void
take_part (Part *part,
           GBytes *picture,
           GError *error)
{
  Filling *filling = g_task_get_task_data (part->task);
  SbWebSource *self = g_task_get_source_object (part->task);
  g_autoptr (GTask) work = NULL;

  if (picture != NULL)
    filling->pictures[part->position] = g_bytes_ref (picture);
  if (error != NULL)
    {
      g_clear_error (&filling->error);
      filling->error = error;
    }
  if (--filling->n_awaited > 0)
    return;

  work = g_task_new (self, g_task_get_cancellable (part->task), composed_cb, g_object_ref (part->task));
  g_task_set_task_data (work, filling, NULL);
  sb_worker_push (self->worker, work, G_PRIORITY_DEFAULT, compose);
}

static void
store (SbWebSource *self,
       const Part *part,
       SbFetchResult *result)
{
  /* Nothing depends on it: without a place on disk the map is only slower. */
  shumate_file_cache_store_tile_async (self->cache, (int) part->tile.x, (int) part->tile.y, (int) part->tile.zoom,
                                       sb_fetch_result_get_body (result), sb_fetch_result_get_etag (result), NULL, NULL,
                                       NULL);
}

/* The server is left alone for a while. */
static void
rest (SbWebSource *self,
      SbFetchResult *result)
{
  gint64 now = get_time ();

  self->rests_until = MAX (now + SECONDS_OF_REST, MIN (sb_fetch_result_get_retry_after (result), now + SECONDS_A_DAY));
}

/* A server that has no tile there says so with 404, which is no failure. */
static gboolean
is_absent (SbFetchResult *result)
{
  guint status = sb_fetch_result_get_status (result);

  return status == 404 || status == 410 || status == 204;
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Part) part = user_data;
  SbWebSource *self = g_task_get_source_object (part->task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFetchResult) fetch = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  GBytes *picture = part->kept;

  if (fetch == NULL)
    {
      take_part (part, picture, g_steal_pointer (&error));
      return;
    }

  switch (sb_fetch_result_get_outcome (fetch))
    {
    case SB_FETCH_UPDATED:
      picture = sb_fetch_result_get_body (fetch);
      if (sb_tile_picture_get_side (picture, &error) > 0)
        store (self, part, fetch);
      else
        picture = part->kept;
      break;

    case SB_FETCH_NOT_MODIFIED:
      shumate_file_cache_mark_up_to_date (self->cache, (int) part->tile.x, (int) part->tile.y, (int) part->tile.zoom);
      break;

    case SB_FETCH_FAILED:
      if (is_absent (fetch))
        break;
      error = g_error_copy (sb_fetch_result_get_error (fetch));
      rest (self, fetch);
      break;
    }

  set_error (self, error);
  take_part (part, picture, g_steal_pointer (&error));
}

static void
fetch (SbWebSource *self,
       Part *part,
       const char *etag)
{
  g_autofree char *url = sb_tile_address_expand (self->pattern, part->tile);
  const SbFetchRequest request = { .url = url, .etag = etag, .message = self->message };

  sb_fetcher_fetch_async (self->fetcher, &request, g_task_get_cancellable (part->task), fetched_cb, part);
}

static gboolean
is_fresh (SbWebSource *self,
          GDateTime *stored)
{
  return stored != NULL && get_time () - g_date_time_to_unix (stored) < (gint64) self->max_days * SECONDS_A_DAY;
}

static void
looked_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Part) part = user_data;
  SbWebSource *self = g_task_get_source_object (part->task);
  g_autofree char *etag = NULL;
  g_autoptr (GDateTime) stored = NULL;

  part->kept = shumate_file_cache_get_tile_finish (SHUMATE_FILE_CACHE (object), &etag, &stored, result, NULL);
  if (part->kept != NULL && is_fresh (self, stored))
    take_part (part, part->kept, NULL);
  else if (get_time () < self->rests_until)
    take_part (part, part->kept, self->error != NULL ? g_error_copy (self->error) : NULL);
  else
    fetch (self, g_steal_pointer (&part), etag);
}

static void
sb_web_source_fill_tile_async (ShumateMapSource *source,
                               ShumateTile *tile,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SbWebSource *self = SB_WEB_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SbTile tiles[SB_TILE_QUAD_SIZE];
  Filling *filling;

  g_task_set_source_tag (task, sb_web_source_fill_tile_async);
  if (!sb_tile_quad_get_tiles (source, tile, tiles))
    {
      sb_tile_quad_show (tile, NULL);
      g_task_return_boolean (task, TRUE);
      return;
    }

  filling = g_new0 (Filling, 1);
  filling->tile = g_object_ref (tile);
  filling->n_awaited = SB_TILE_QUAD_SIZE;
  g_task_set_task_data (task, filling, (GDestroyNotify) filling_free);
  for (guint i = 0; i < SB_TILE_QUAD_SIZE; i++)
    {
      Part *part = g_new0 (Part, 1);

      part->task = g_object_ref (task);
      part->position = i;
      part->tile = tiles[i];
      shumate_file_cache_get_tile_async (self->cache, (int) tiles[i].x, (int) tiles[i].y, (int) tiles[i].zoom, cancellable,
                                         looked_up_cb, part);
    }
}

static gboolean
sb_web_source_fill_tile_finish (ShumateMapSource *source,
                                GAsyncResult *result,
                                GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sb_web_source_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, SB_WEB_SOURCE (object)->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_web_source_finalize (GObject *object)
{
  SbWebSource *self = SB_WEB_SOURCE (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->cache);
  g_clear_object (&self->fetcher);
  g_clear_pointer (&self->message, sb_fetch_message_unref);
  g_clear_error (&self->error);
  g_free (self->pattern);

  G_OBJECT_CLASS (sb_web_source_parent_class)->finalize (object);
}

static void
sb_web_source_class_init (SbWebSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->get_property = sb_web_source_get_property;
  object_class->finalize = sb_web_source_finalize;
  source_class->fill_tile_async = sb_web_source_fill_tile_async;
  source_class->fill_tile_finish = sb_web_source_fill_tile_finish;

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_web_source_init (SbWebSource *self)
{
  self->worker = sb_worker_new ("web-tiles");
  self->message = sb_fetch_message_new ();
  sb_fetch_message_set_accept (self->message, "image/png, image/jpeg");
}

SbWebSource *
sb_web_source_new (SbFetcher *fetcher,
                   const char *pattern,
                   guint max_zoom,
                   const SbTileCacheRules *rules)
{
  SbWebSource *self;
  g_autofree char *key = NULL;

  g_return_val_if_fail (SB_IS_FETCHER (fetcher), NULL);
  g_return_val_if_fail (pattern != NULL && rules != NULL, NULL);

  self = g_object_new (SB_TYPE_WEB_SOURCE, NULL);
  self->fetcher = g_object_ref (fetcher);
  self->pattern = g_strdup (pattern);
  self->max_days = rules->max_days;
  key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, pattern, -1);
  self->cache = shumate_file_cache_new_full (rules->max_megabytes * MEGABYTE, key, rules->folder);
  sb_tile_quad_describe (SHUMATE_MAP_SOURCE (self), key, 0, max_zoom);
  return self;
}

const GError *
sb_web_source_get_error (SbWebSource *self)
{
  g_return_val_if_fail (SB_IS_WEB_SOURCE (self), NULL);

  return self->error;
}
