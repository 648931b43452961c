/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-table-reading.h"

#include "sb-import-spec-folder.h"
#include "sb-import.h"
#include "sb-worker.h"

struct _SbTableReading
{
  GObject parent_instance;

  SbWorker *worker; /* (owned) */
  char *file; /* (owned) */
  char *folder; /* (owned) */
  GBytes *bytes; /* (owned) (nullable) (worker) of the file, once it was read */
};

G_DEFINE_FINAL_TYPE (SbTableReading, sb_table_reading, G_TYPE_OBJECT)

/* As a table with the columns of @sample was read; NULL when none was. */
static SbTableSample *
recall (SbTableReading *self,
        SbTableSample *sample)
{
  g_autofree char *key = sb_table_sample_make_key (sample);
  g_autoptr (SbImportSpec) spec = sb_import_spec_folder_find (self->folder, key);

  return spec != NULL ? sb_table_sample_new (self->bytes, spec, NULL) : NULL;
}

/* The same, if the first line does not name the columns. Nothing in the file says so:
 * what comes of it must be of use. */
static SbTableSample *
recall_nameless (SbTableReading *self,
                 SbTableSample *sample)
{
  const SbImportSpecEdit edit = { .subject = sb_import_spec_get_subject (sample->spec), .has_no_header = TRUE };
  g_autoptr (SbImportSpec) spec = sb_import_spec_new_edited (sample->spec, &edit);
  g_autoptr (SbTableSample) nameless = sb_table_sample_new (self->bytes, spec, NULL);
  g_autoptr (SbTableSample) recalled = nameless != NULL ? recall (self, nameless) : NULL;

  return recalled != NULL && recalled->n_usable > 0 ? g_steal_pointer (&recalled) : NULL;
}

/* Run in the worker. */
static void
read_table (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  SbTableReading *self = source_object;
  SbImportSpec *spec = task_data;
  g_autoptr (SbTableSample) sample = NULL;
  SbTableSample *recalled = NULL;
  GError *error = NULL;

  sb_worker_assert_current (self->worker);
  if (self->bytes == NULL)
    self->bytes = sb_import_load (self->file, cancellable, &error);
  if (self->bytes != NULL)
    sample = sb_table_sample_new (self->bytes, spec, &error);
  if (sample == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (spec == NULL)
    recalled = recall (self, sample);
  if (spec == NULL && recalled == NULL)
    recalled = recall_nameless (self, sample);
  g_task_return_pointer (task, recalled != NULL ? recalled : g_steal_pointer (&sample), (GDestroyNotify) sb_table_sample_free);
}

void
sb_table_reading_read_async (SbTableReading *self,
                             SbImportSpec *spec,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SB_IS_TABLE_READING (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_table_reading_read_async);
  if (spec != NULL)
    g_task_set_task_data (task, sb_import_spec_ref (spec), (GDestroyNotify) sb_import_spec_unref);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, read_table);
}

SbTableSample *
sb_table_reading_read_finish (SbTableReading *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is kept, and under which columns. */
typedef struct
{
  char *key; /* (owned) */
  SbImportSpec *spec; /* (owned) */
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_free (keeping->key);
  sb_import_spec_unref (keeping->spec);
  g_free (keeping);
}

/* Run in the worker. */
static void
keep_spec (GTask *task,
           gpointer source_object,
           gpointer task_data,
           GCancellable *cancellable)
{
  SbTableReading *self = source_object;
  const Keeping *keeping = task_data;
  GError *error = NULL;

  sb_worker_assert_current (self->worker);
  if (sb_import_spec_folder_keep (self->folder, keeping->key, keeping->spec, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
sb_table_reading_keep_async (SbTableReading *self,
                             SbTableSample *sample,
                             SbImportSpec *spec,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Keeping *keeping;

  g_return_if_fail (SB_IS_TABLE_READING (self));
  g_return_if_fail (sample != NULL && spec != NULL);

  keeping = g_new0 (Keeping, 1);
  keeping->key = sb_table_sample_make_key (sample);
  keeping->spec = sb_import_spec_ref (spec);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_table_reading_keep_async);
  g_task_set_task_data (task, keeping, keeping_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, keep_spec);
}

gboolean
sb_table_reading_keep_finish (SbTableReading *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sb_table_reading_finalize (GObject *object)
{
  SbTableReading *self = SB_TABLE_READING (object);

  g_clear_object (&self->worker);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->file);
  g_free (self->folder);

  G_OBJECT_CLASS (sb_table_reading_parent_class)->finalize (object);
}

static void
sb_table_reading_class_init (SbTableReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_table_reading_finalize;
}

static void
sb_table_reading_init (SbTableReading *self)
{
  self->worker = sb_worker_new ("table");
}

SbTableReading *
sb_table_reading_new (const char *file,
                      const char *folder)
{
  SbTableReading *self;

  g_return_val_if_fail (file != NULL && folder != NULL, NULL);

  self = g_object_new (SB_TYPE_TABLE_READING, NULL);
  self->file = g_strdup (file);
  self->folder = g_strdup (folder);
  return self;
}
