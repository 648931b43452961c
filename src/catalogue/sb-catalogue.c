/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-catalogue.h"

#include <glib/gstdio.h>

#include "sb-catalogue-private.h"
#include "sb-change-counts.h"
#include "sb-sqlite-error.h"
#include "sb-store-private.h"

/* How often it is asked whether another program changed the file: one read of
 * a number in the shared memory of SQLite. */
#define POLL_INTERVAL_S 1

/* The backup of the day does not slow down the start. */
#define BACKUP_DELAY_S 30

/* How often it is asked whether there is one of today. */
#define BACKUP_INTERVAL_S 3600

#define ALL_KINDS ((1u << SB_N_KINDS) - 2)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  CHANGED,
  BACKUP_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SbCatalogue, sb_catalogue, G_TYPE_OBJECT)

static void
set_label (SbCatalogue *self,
           char **label,
           char *value,
           guint property)
{
  if (g_strcmp0 (*label, value) == 0)
    {
      g_free (value);
      return;
    }

  g_free (*label);
  *label = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
notice_cb (GObject *owner,
           SbNotice *notice)
{
  SbCatalogue *self = SB_CATALOGUE (owner);

  if (notice->has_labels)
    {
      set_label (self, &self->undo_label, g_steal_pointer (&notice->undo_label), PROP_UNDO_LABEL);
      set_label (self, &self->redo_label, g_steal_pointer (&notice->redo_label), PROP_REDO_LABEL);
    }

  if (notice->kinds == 0)
    return;

  if (!self->is_read_only)
    _sb_catalogue_index_later (self);
  g_signal_emit (self, signals[CHANGED], 0, notice->kinds);
}

/* Run in the worker. */
static void
tell_all (SbCatalogue *self,
          guint kinds)
{
  if (self->is_read_only)
    {
      _sb_change_relay_tell_all (self->relay, kinds, NULL, NULL);
      return;
    }

  /* Failing to read the labels must not fail the work that was done. */
  _sb_change_relay_tell_all (self->relay, kinds,
                             sb_store_dup_undo_label (self->write_store, NULL),
                             sb_store_dup_redo_label (self->write_store, NULL));
}

/* Run in the worker. */
static void
store_changed_cb (int kinds,
                  gpointer user_data)
{
  tell_all (user_data, (guint) kinds);
}

/* Run in the worker. What others changed; if that cannot be read, all of it, since
 * it is asked for once. */
static guint
look_at_kinds (SbStore *store)
{
  guint kinds;

  return _sb_change_counts_look (store, &kinds, NULL) ? kinds : ALL_KINDS;
}

/* What tells a file from another of the same name; 0 when there is none. In a
 * folder that cannot be written to, SQLite does not tell of changes, and the time
 * of the last one has to do. */
static guint64
read_file_id (SbCatalogue *self)
{
  GStatBuf info;
  guint64 id;

  if (g_stat (self->path, &info) != 0)
    return 0;

  id = (guint64) info.st_ino ^ ((guint64) info.st_dev << 40);
  return self->is_read_only ? id ^ (guint64) info.st_mtim.tv_sec << 20 ^ (guint64) info.st_mtim.tv_nsec : id;
}

static gboolean
may_not_write (const GError *error)
{
  return g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_READ_ONLY) ||
         g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CANT_OPEN);
}

/* Run in a worker. */
static SbStore *
open_store (SbCatalogue *self,
            SbStoreFlags flags,
            GError **error)
{
  SbStore *store = sb_store_open (self->path, flags, error);

  if (store != NULL)
    sb_store_set_text_func (store, self->text_func);
  return store;
}

/* Run in the worker. The store of the writer: one that can be read alone where the
 * file is there and may not be written to. */
static SbStore *
open_write_store (SbCatalogue *self,
                  SbStoreFlags flags,
                  GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbStore *store = self->is_read_only ? NULL : open_store (self, flags, &failure);

  if (store != NULL)
    return store;

  if (failure != NULL && (!may_not_write (failure) || !g_file_test (self->path, G_FILE_TEST_EXISTS)))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  store = open_store (self, SB_STORE_READ_ONLY, error);
  self->is_read_only = store != NULL || self->is_read_only;
  return store;
}

/* Run in the worker. A catalogue that was too damaged to be opened may have been
 * restored: there is another file at the path, and what is open is no more. */
static gboolean
renew_writer (SbCatalogue *self,
              GError **error)
{
  guint64 file_id = read_file_id (self);
  SbStore *store;

  if (file_id == 0 || file_id == self->file_id)
    return FALSE;

  store = open_write_store (self, SB_STORE_DEFAULT, error);
  if (store == NULL || !sb_connection_get_data_version (store->connection, &self->data_version, error))
    {
      g_clear_object (&store);
      return FALSE;
    }

  g_set_object (&self->write_store, store);
  g_object_unref (store);
  _sb_store_set_changed_func (self->write_store, store_changed_cb, self);
  look_at_kinds (self->write_store);
  self->file_id = file_id;
  g_atomic_int_set (&self->is_reader_outdated, TRUE);
  return TRUE;
}

void
_sb_catalogue_renew_reader (SbCatalogue *self)
{
  SbStore *store;

  if (!g_atomic_int_compare_and_exchange (&self->is_reader_outdated, TRUE, FALSE))
    return;

  store = open_store (self, SB_STORE_READ_ONLY, NULL);
  if (store == NULL)
    {
      g_atomic_int_set (&self->is_reader_outdated, TRUE);
      return;
    }

  g_object_unref (g_atomic_pointer_exchange (&self->read_store, store));
}

/* Run in the worker. */
static gpointer
look_for_changes (SbStore *store,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  SbCatalogue *self = data;
  gint64 version;

  if (renew_writer (self, error))
    {
      tell_all (self, ALL_KINDS);
    }
  else if (sb_connection_get_data_version (self->write_store->connection, &version, error) && version != self->data_version)
    {
      self->data_version = version;
      tell_all (self, look_at_kinds (self->write_store));
    }

  return NULL;
}

static void
polled_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  SB_CATALOGUE (object)->is_polling = FALSE;
}

static gboolean
poll_cb (gpointer user_data)
{
  SbCatalogue *self = user_data;
  g_autoptr (GTask) task = NULL;

  if (self->is_polling)
    return G_SOURCE_CONTINUE;

  self->is_polling = TRUE;
  task = g_task_new (self, NULL, polled_cb, NULL);
  g_task_set_source_tag (task, poll_cb);
  _sb_catalogue_push_write (self, task, G_PRIORITY_DEFAULT, look_for_changes, self);
  return G_SOURCE_CONTINUE;
}

static gboolean
back_up_cb (gpointer user_data)
{
  SbCatalogue *self = user_data;

  /* The window may be open for days. */
  self->backup_id = g_timeout_add_seconds (BACKUP_INTERVAL_S, back_up_cb, self);
  _sb_catalogue_back_up (self);
  return G_SOURCE_REMOVE;
}

static void
sb_catalogue_dispose (GObject *object)
{
  SbCatalogue *self = SB_CATALOGUE (object);

  g_cancellable_cancel (self->closing);
  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_handle_id (&self->backup_id, g_source_remove);
  g_clear_handle_id (&self->index_id, g_source_remove);

  /* Joins the threads: what was asked for is done first. */
  g_clear_object (&self->writer);
  g_clear_object (&self->reader);
  g_clear_object (&self->keeper);
  g_clear_object (&self->read_store);
  g_clear_object (&self->write_store);

  G_OBJECT_CLASS (sb_catalogue_parent_class)->dispose (object);
}

static void
sb_catalogue_finalize (GObject *object)
{
  SbCatalogue *self = SB_CATALOGUE (object);

  g_clear_pointer (&self->relay, _sb_change_relay_unref);
  g_clear_object (&self->closing);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (sb_catalogue_parent_class)->finalize (object);
}

static void
sb_catalogue_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  SbCatalogue *self = SB_CATALOGUE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_catalogue_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  SbCatalogue *self = SB_CATALOGUE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_catalogue_class_init (SbCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_catalogue_dispose;
  object_class->finalize = sb_catalogue_finalize;
  object_class->get_property = sb_catalogue_get_property;
  object_class->set_property = sb_catalogue_set_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[BACKUP_FAILED] = g_signal_new ("backup-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sb_catalogue_init (SbCatalogue *self)
{
  self->writer = sb_worker_new ("catalogue-writer");
  self->reader = sb_worker_new ("catalogue-reader");
  self->relay = _sb_change_relay_new (G_OBJECT (self), notice_cb);
  self->closing = g_cancellable_new ();
}

SbCatalogue *
sb_catalogue_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (SB_TYPE_CATALOGUE, "path", path, NULL);
}

const char *
sb_catalogue_get_path (SbCatalogue *self)
{
  g_return_val_if_fail (SB_IS_CATALOGUE (self), NULL);

  return self->path;
}

const char *
sb_catalogue_get_undo_label (SbCatalogue *self)
{
  g_return_val_if_fail (SB_IS_CATALOGUE (self), NULL);

  return self->undo_label;
}

const char *
sb_catalogue_get_redo_label (SbCatalogue *self)
{
  g_return_val_if_fail (SB_IS_CATALOGUE (self), NULL);

  return self->redo_label;
}

/* Run in the worker. */
static void
open_in_worker (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  SbCatalogue *self = source_object;
  g_autoptr (SbStore) write_store = NULL;
  g_autoptr (SbStore) read_store = NULL;
  GError *error = NULL;

  sb_worker_assert_current (self->writer);

  write_store = open_write_store (self, SB_STORE_CREATE, &error);
  if (write_store != NULL)
    read_store = open_store (self, SB_STORE_READ_ONLY, &error);
  if (read_store == NULL || !sb_connection_get_data_version (write_store->connection, &self->data_version, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  _sb_store_set_changed_func (write_store, store_changed_cb, self);
  look_at_kinds (write_store);
  self->file_id = read_file_id (self);
  self->write_store = g_steal_pointer (&write_store);
  g_atomic_pointer_set (&self->read_store, g_steal_pointer (&read_store));
  tell_all (self, 0);
  g_task_return_boolean (task, TRUE);
}

gboolean
sb_catalogue_is_read_only (SbCatalogue *self)
{
  g_return_val_if_fail (SB_IS_CATALOGUE (self), FALSE);

  return self->is_read_only;
}

void
_sb_catalogue_tell_backup_failed (SbCatalogue *self,
                                  const GError *error)
{
  g_signal_emit (self, signals[BACKUP_FAILED], 0, error);
}

void
sb_catalogue_set_text_func (SbCatalogue *self,
                            SbTextFunc func)
{
  g_return_if_fail (SB_IS_CATALOGUE (self));

  self->text_func = func;
}

void
sb_catalogue_open_async (SbCatalogue *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SB_IS_CATALOGUE (self));
  g_return_if_fail (self->poll_id == 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_catalogue_open_async);
  sb_worker_push (self->writer, task, G_PRIORITY_HIGH, open_in_worker);
}

gboolean
sb_catalogue_open_finish (SbCatalogue *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (SB_IS_CATALOGUE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  self->poll_id = g_timeout_add_seconds (POLL_INTERVAL_S, poll_cb, self);
  if (!self->is_read_only)
    self->backup_id = g_timeout_add_seconds (BACKUP_DELAY_S, back_up_cb, self);

  /* Lists that were made before can be read now. */
  _sb_change_relay_tell_kinds (self->relay, ALL_KINDS);
  return TRUE;
}
