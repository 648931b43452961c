/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-backgrounds.h"

#include "sb-archive-source.h"
#include "sb-error-text.h"
#include "sb-fetcher.h"
#include "sb-geo-error.h"
#include "sb-tile-address.h"
#include "sb-tile-archive.h"
#include "sb-web-source.h"
#include "sb-worker.h"

#include <glib/gi18n.h>

/* A tile of 256 pixels is of some tens of kilobytes; a map that is slow to come is
 * of no use. */
#define MAX_TILE_BYTES (1024 * 1024)
#define TILE_TIMEOUT   20000 /* milliseconds */

#define ENTRY_TYPE "(sssu)" /* name, address, attribution, the last zoom */
#define LIST_TYPE  "a" ENTRY_TYPE

struct _SbMapBackgrounds
{
  GObject parent_instance;

  GSettings *settings; /* (owned) */
  SbFetcher *fetcher; /* (owned) (nullable) until a server is shown */
  SbWorker *worker; /* (owned) (nullable) until a file is added */
  ShumateMapSource *source; /* (owned) (nullable) for the base map alone */
  char *address; /* (owned) of what @source shows; "" for the base map alone */
  char *attribution; /* (owned) (nullable) */
  char *problem; /* (owned) (nullable) why it cannot be shown */
};

G_DEFINE_FINAL_TYPE (SbMapBackgrounds, sb_map_backgrounds, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One line of the settings; its texts are borrowed from the list it is of. */
typedef struct
{
  const char *name;
  const char *address;
  const char *attribution;
  guint max_zoom;
} Entry;

static gboolean
is_file (const char *address)
{
  return g_str_has_prefix (address, "file:");
}

/* The entry of @address in @list; FALSE when there is none. */
static gboolean
find_entry (GVariant *list,
            const char *address,
            Entry *entry)
{
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_variant_get_child (list, i, "(&s&s&su)", &entry->name, &entry->address, &entry->attribution, &entry->max_zoom);
      if (g_str_equal (entry->address, address))
        return TRUE;
    }

  return FALSE;
}

static SbFetcher *
get_fetcher (SbMapBackgrounds *self)
{
  if (self->fetcher == NULL)
    {
      self->fetcher = sb_fetcher_new ();
      /* A server of one's own, which the user has written down, may be asked. */
      g_object_set (self->fetcher, "allow-local", TRUE, "max-bytes", MAX_TILE_BYTES, "total-timeout", TILE_TIMEOUT,
                    "idle-timeout", TILE_TIMEOUT, NULL);
    }

  return self->fetcher;
}

static void
set_problem (SbMapBackgrounds *self,
             const GError *error)
{
  g_autofree char *reason = error != NULL ? sb_error_text (error, sb_language_get_interface ()) : NULL;

  g_free (self->problem);
  /* Translators: a sentence follows that says why. */
  self->problem = reason != NULL ? g_strdup_printf (_ ("The base map that was chosen does not show. %s"), reason) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
source_failed_cb (SbMapBackgrounds *self,
                  GParamSpec *pspec,
                  GObject *source)
{
  g_autoptr (GError) error = NULL;

  g_object_get (source, "error", &error, NULL);
  set_problem (self, error);
}

static ShumateMapSource *
open_server (SbMapBackgrounds *self,
             const Entry *entry,
             GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "sahel-brief", "tiles", NULL);
  const SbTileCacheRules rules = {
    .folder = folder,
    .max_megabytes = g_settings_get_uint (self->settings, "map-cache-megabytes"),
    .max_days = g_settings_get_uint (self->settings, "map-cache-days"),
  };
  SbWebSource *source;

  /* The settings may have been written by hand. */
  if (!sb_tile_address_check (entry->address, error))
    return NULL;

  source = sb_web_source_new (get_fetcher (self), entry->address, entry->max_zoom, &rules);
  g_signal_connect_object (source, "notify::error", G_CALLBACK (source_failed_cb), self, G_CONNECT_SWAPPED);
  return SHUMATE_MAP_SOURCE (source);
}

static ShumateMapSource *
open_file (SbMapBackgrounds *self,
           const Entry *entry,
           GError **error)
{
  g_autofree char *path = g_filename_from_uri (entry->address, NULL, NULL);
  SbArchiveSource *source;

  if (path == NULL)
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_ARCHIVE, "Not a file of this machine: %s", entry->address);
      return NULL;
    }

  source = sb_archive_source_new (path, 0, entry->max_zoom);
  g_signal_connect_object (source, "notify::error", G_CALLBACK (source_failed_cb), self, G_CONNECT_SWAPPED);
  return SHUMATE_MAP_SOURCE (source);
}

/* Shows what the settings say. */
static void
show_chosen (SbMapBackgrounds *self)
{
  g_autoptr (GVariant) list = g_settings_get_value (self->settings, "map-backgrounds");
  g_autofree char *address = g_settings_get_string (self->settings, "map-background");
  g_autoptr (GError) error = NULL;
  Entry entry;
  gboolean is_known = find_entry (list, address, &entry);

  if (g_strcmp0 (self->address, is_known ? address : "") == 0)
    return;

  g_clear_object (&self->source);
  g_clear_pointer (&self->attribution, g_free);
  g_free (self->address);
  self->address = g_strdup (is_known ? address : "");
  if (is_known)
    {
      self->source = is_file (address) ? open_file (self, &entry, &error) : open_server (self, &entry, &error);
      self->attribution = g_strdup (entry.attribution);
    }

  set_problem (self, error);
}

static void
list_changed_cb (SbMapBackgrounds *self)
{
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sb_map_backgrounds_finalize (GObject *object)
{
  SbMapBackgrounds *self = SB_MAP_BACKGROUNDS (object);

  g_clear_object (&self->source);
  g_clear_object (&self->worker);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->settings);
  g_free (self->address);
  g_free (self->attribution);
  g_free (self->problem);

  G_OBJECT_CLASS (sb_map_backgrounds_parent_class)->finalize (object);
}

static void
sb_map_backgrounds_class_init (SbMapBackgroundsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_map_backgrounds_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_map_backgrounds_init (SbMapBackgrounds *self)
{
}

SbMapBackgrounds *
sb_map_backgrounds_new (GSettings *settings)
{
  SbMapBackgrounds *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SB_TYPE_MAP_BACKGROUNDS, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::map-backgrounds", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::map-background", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  list_changed_cb (self);
  return self;
}

/* Adds the entry, or takes the place of the one of the same address, and shows it. */
static void
put_entry (SbMapBackgrounds *self,
           const Entry *added)
{
  g_autoptr (GVariant) list = g_settings_get_value (self->settings, "map-backgrounds");
  GVariantBuilder builder;
  Entry entry;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (LIST_TYPE));
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_variant_get_child (list, i, "(&s&s&su)", &entry.name, &entry.address, &entry.attribution, &entry.max_zoom);
      if (!g_str_equal (entry.address, added->address))
        g_variant_builder_add (&builder, ENTRY_TYPE, entry.name, entry.address, entry.attribution, entry.max_zoom);
    }

  g_variant_builder_add (&builder, ENTRY_TYPE, added->name, added->address, added->attribution, added->max_zoom);
  g_settings_set_value (self->settings, "map-backgrounds", g_variant_builder_end (&builder));
  sb_map_backgrounds_choose (self, added->address);
}

gboolean
sb_map_backgrounds_add_server (SbMapBackgrounds *self,
                               const char *name,
                               const char *pattern,
                               const char *attribution,
                               guint max_zoom,
                               GError **error)
{
  const Entry entry = { name, pattern, attribution, max_zoom };

  g_return_val_if_fail (SB_IS_MAP_BACKGROUNDS (self), FALSE);
  g_return_val_if_fail (name != NULL && pattern != NULL && attribution != NULL, FALSE);

  if (!sb_tile_address_check (pattern, error))
    return FALSE;

  put_entry (self, &entry);
  return TRUE;
}

/* Run in the worker. */
static void
read_archive (GTask *task,
              gpointer source_object,
              gpointer task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  SbTileArchive *archive = sb_tile_archive_open (task_data, &error);

  if (archive == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, archive, (GDestroyNotify) sb_tile_archive_unref);
}

void
sb_map_backgrounds_add_file_async (SbMapBackgrounds *self,
                                   GFile *file,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  char *path;

  g_return_if_fail (SB_IS_MAP_BACKGROUNDS (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, sb_map_backgrounds_add_file_async);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_task_return_new_error (task, SB_GEO_ERROR, SB_GEO_ERROR_ARCHIVE, "Not a file of this machine");
      return;
    }

  g_task_set_task_data (task, path, g_free);
  if (self->worker == NULL)
    self->worker = sb_worker_new ("map-files");
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, read_archive);
}

gboolean
sb_map_backgrounds_add_file_finish (SbMapBackgrounds *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_autoptr (SbTileArchive) archive = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;
  const char *path, *attribution;

  g_return_val_if_fail (SB_IS_MAP_BACKGROUNDS (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  archive = g_task_propagate_pointer (G_TASK (result), error);
  path = g_task_get_task_data (G_TASK (result));
  if (archive == NULL || !(uri = g_filename_to_uri (path, NULL, error)))
    return FALSE;

  name = g_strdup (sb_tile_archive_get_name (archive));
  if (name == NULL)
    name = g_filename_display_basename (path);
  attribution = sb_tile_archive_get_attribution (archive);
  put_entry (self, &(Entry) { name, uri, attribution != NULL ? attribution : name, sb_tile_archive_get_max_zoom (archive) });
  return TRUE;
}

void
sb_map_backgrounds_choose (SbMapBackgrounds *self,
                           const char *address)
{
  g_return_if_fail (SB_IS_MAP_BACKGROUNDS (self));
  g_return_if_fail (address != NULL);

  g_settings_set_string (self->settings, "map-background", address);
}

void
sb_map_backgrounds_remove (SbMapBackgrounds *self,
                           const char *address)
{
  g_autoptr (GVariant) list = NULL;
  GVariantBuilder builder;
  Entry entry;

  g_return_if_fail (SB_IS_MAP_BACKGROUNDS (self));
  g_return_if_fail (address != NULL);

  list = g_settings_get_value (self->settings, "map-backgrounds");
  g_variant_builder_init (&builder, G_VARIANT_TYPE (LIST_TYPE));
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_variant_get_child (list, i, "(&s&s&su)", &entry.name, &entry.address, &entry.attribution, &entry.max_zoom);
      if (!g_str_equal (entry.address, address))
        g_variant_builder_add (&builder, ENTRY_TYPE, entry.name, entry.address, entry.attribution, entry.max_zoom);
    }

  g_settings_set_value (self->settings, "map-backgrounds", g_variant_builder_end (&builder));
}

GVariant *
sb_map_backgrounds_get_list (SbMapBackgrounds *self)
{
  g_autoptr (GVariant) list = NULL;
  GVariantBuilder builder;
  Entry entry;

  g_return_val_if_fail (SB_IS_MAP_BACKGROUNDS (self), NULL);

  list = g_settings_get_value (self->settings, "map-backgrounds");
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_variant_get_child (list, i, "(&s&s&su)", &entry.name, &entry.address, &entry.attribution, &entry.max_zoom);
      g_variant_builder_add (&builder, "(ss)", entry.name, entry.address);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

const char *
sb_map_backgrounds_get_address (SbMapBackgrounds *self)
{
  g_return_val_if_fail (SB_IS_MAP_BACKGROUNDS (self), NULL);

  return self->address;
}

const char *
sb_map_backgrounds_get_problem (SbMapBackgrounds *self)
{
  g_return_val_if_fail (SB_IS_MAP_BACKGROUNDS (self), NULL);

  return self->problem;
}

void
sb_map_backgrounds_show (SbMapBackgrounds *self,
                         SbMapView *view)
{
  g_return_if_fail (SB_IS_MAP_BACKGROUNDS (self));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  sb_map_view_set_background (view, self->source, self->attribution);
}
