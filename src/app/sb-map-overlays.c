/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-overlays.h"

#include "sb-error-text.h"
#include "sb-overlay-reader.h"
#include "sb-table-error.h"
#include "sb-worker.h"

#include <glib/gi18n.h>

/* Larger ones are no drawings. */
#define MAX_BYTES (64 * 1024 * 1024)

#define ENTRY_TYPE "(ssb)" /* name, URI, whether it is shown */

typedef struct
{
  char *name; /* (owned) */
  char *uri; /* (owned) */
  gboolean is_visible;
  SbOverlay *overlay; /* (owned) (nullable) before it was read */
} Entry;

struct _SbMapOverlays
{
  GObject parent_instance;

  GSettings *settings; /* (owned) */
  SbWorker *worker; /* (owned) reads the files */
  GPtrArray *entries; /* (owned) (element-type Entry) */
};

G_DEFINE_FINAL_TYPE (SbMapOverlays, sb_map_overlays, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->overlay, sb_overlay_unref);
  g_free (entry->name);
  g_free (entry->uri);
  g_free (entry);
}

static Entry *
find_entry (SbMapOverlays *self,
            const char *uri)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->uri, uri))
        return entry;
    }

  return NULL;
}

static Entry *
add_entry (SbMapOverlays *self,
           const char *name,
           const char *uri,
           gboolean is_visible)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->name = g_strdup (name);
  entry->uri = g_strdup (uri);
  entry->is_visible = is_visible;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
save (SbMapOverlays *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" ENTRY_TYPE));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      g_variant_builder_add (&builder, ENTRY_TYPE, entry->name, entry->uri, entry->is_visible);
    }

  g_settings_set_value (self->settings, "map-overlays", g_variant_builder_end (&builder));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The bytes of @file, if it is not too large. */
static GBytes *
load_file (GFile *file,
           GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;

  /* A pipe would be waited for. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "Not a regular file");
      return NULL;
    }
  if (g_file_info_get_size (info) > MAX_BYTES)
    {
      g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_LARGE, "more than %d bytes", MAX_BYTES);
      return NULL;
    }

  return g_file_load_bytes (file, NULL, NULL, error);
}

/* Run in the worker. */
static void
read_overlay (GTask *task,
              gpointer source_object,
              gpointer task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = load_file (task_data, &error);
  SbOverlay *overlay = bytes != NULL ? sb_overlay_read (bytes, &error) : NULL;

  if (overlay == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, overlay, (GDestroyNotify) sb_overlay_unref);
}

static void
read_async (SbMapOverlays *self,
            GFile *file,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, read_overlay);
}

/* One of the settings was read; what went wrong is told, and the file stays. */
static void
restored_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  SbMapOverlays *self = SB_MAP_OVERLAYS (object);
  g_autofree char *uri = g_file_get_uri (g_task_get_task_data (G_TASK (result)));
  g_autoptr (GError) error = NULL;
  g_autoptr (SbOverlay) overlay = g_task_propagate_pointer (G_TASK (result), &error);
  Entry *entry = find_entry (self, uri);

  if (entry == NULL)
    return;

  if (overlay == NULL)
    {
      g_autofree char *reason = sb_error_text (error, sb_language_get_interface ());
      /* Translators: the name of a file, then a sentence that says why. */
      g_autofree char *text = g_strdup_printf (_ ("%s is not shown on the map. %s"), entry->name, reason);

      g_signal_emit (self, signals[FAILED], 0, text);
      return;
    }

  g_clear_pointer (&entry->overlay, sb_overlay_unref);
  sb_overlay_set_title (overlay, entry->name);
  entry->overlay = g_steal_pointer (&overlay);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_entry (SbMapOverlays *self,
            const Entry *entry)
{
  g_autoptr (GFile) file = g_file_new_for_uri (entry->uri);

  read_async (self, file, restored_cb, NULL);
}

static void
restore (SbMapOverlays *self)
{
  g_autoptr (GVariant) list = g_settings_get_value (self->settings, "map-overlays");
  const char *name, *uri;
  gboolean is_visible;

  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_variant_get_child (list, i, "(&s&sb)", &name, &uri, &is_visible);
      if (find_entry (self, uri) == NULL && is_visible)
        read_entry (self, add_entry (self, name, uri, TRUE));
      else if (find_entry (self, uri) == NULL)
        add_entry (self, name, uri, FALSE);
    }
}

static void
sb_map_overlays_finalize (GObject *object)
{
  SbMapOverlays *self = SB_MAP_OVERLAYS (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->settings);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (sb_map_overlays_parent_class)->finalize (object);
}

static void
sb_map_overlays_class_init (SbMapOverlaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_map_overlays_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
}

static void
sb_map_overlays_init (SbMapOverlays *self)
{
  self->worker = sb_worker_new ("overlays");
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

SbMapOverlays *
sb_map_overlays_new (GSettings *settings)
{
  SbMapOverlays *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SB_TYPE_MAP_OVERLAYS, NULL);
  self->settings = g_object_ref (settings);
  restore (self);
  return self;
}

void
sb_map_overlays_add_async (SbMapOverlays *self,
                           GFile *file,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (SB_IS_MAP_OVERLAYS (self));
  g_return_if_fail (G_IS_FILE (file));

  read_async (self, file, callback, user_data);
}

gboolean
sb_map_overlays_add_finish (SbMapOverlays *self,
                            GAsyncResult *result,
                            SbBounds *bounds,
                            GError **error)
{
  g_autoptr (SbOverlay) overlay = NULL;
  g_autofree char *uri = NULL;
  Entry *entry;

  g_return_val_if_fail (SB_IS_MAP_OVERLAYS (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  overlay = g_task_propagate_pointer (G_TASK (result), error);
  if (overlay == NULL)
    return FALSE;

  uri = g_file_get_uri (g_task_get_task_data (G_TASK (result)));
  entry = find_entry (self, uri);
  if (entry == NULL)
    {
      g_autofree char *base = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
      g_autofree char *name = g_filename_display_name (base);

      entry = add_entry (self, name, uri, TRUE);
    }

  if (bounds != NULL)
    *bounds = sb_overlay_get_bounds (overlay);
  g_clear_pointer (&entry->overlay, sb_overlay_unref);
  sb_overlay_set_title (overlay, entry->name);
  entry->overlay = g_steal_pointer (&overlay);
  entry->is_visible = TRUE;
  save (self);
  return TRUE;
}

guint
sb_map_overlays_get_n (SbMapOverlays *self)
{
  g_return_val_if_fail (SB_IS_MAP_OVERLAYS (self), 0);

  return self->entries->len;
}

static Entry *
get_entry (SbMapOverlays *self,
           guint position)
{
  return g_ptr_array_index (self->entries, position);
}

const char *
sb_map_overlays_get_name (SbMapOverlays *self,
                          guint position)
{
  g_return_val_if_fail (SB_IS_MAP_OVERLAYS (self) && position < self->entries->len, NULL);

  return get_entry (self, position)->name;
}

gboolean
sb_map_overlays_is_visible (SbMapOverlays *self,
                            guint position)
{
  g_return_val_if_fail (SB_IS_MAP_OVERLAYS (self) && position < self->entries->len, FALSE);

  return get_entry (self, position)->is_visible;
}

void
sb_map_overlays_set_visible (SbMapOverlays *self,
                             guint position,
                             gboolean is_visible)
{
  Entry *entry;

  g_return_if_fail (SB_IS_MAP_OVERLAYS (self) && position < self->entries->len);

  entry = get_entry (self, position);
  entry->is_visible = is_visible;
  if (is_visible && entry->overlay == NULL)
    read_entry (self, entry);
  save (self);
}

void
sb_map_overlays_remove_hidden (SbMapOverlays *self)
{
  g_return_if_fail (SB_IS_MAP_OVERLAYS (self));

  for (guint i = self->entries->len; i > 0; i--)
    if (!get_entry (self, i - 1)->is_visible)
      g_ptr_array_remove_index (self->entries, i - 1);

  save (self);
}

static void
unref_overlay (gpointer data)
{
  if (data != NULL)
    sb_overlay_unref (data);
}

void
sb_map_overlays_show (SbMapOverlays *self,
                      SbMapView *view)
{
  g_autoptr (GPtrArray) overlays = g_ptr_array_new_with_free_func (unref_overlay);

  g_return_if_fail (SB_IS_MAP_OVERLAYS (self));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);

      g_ptr_array_add (overlays, entry->is_visible && entry->overlay != NULL ? sb_overlay_ref (entry->overlay) : NULL);
    }

  sb_map_view_set_overlays (view, overlays);
}
