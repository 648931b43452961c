/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-shelf.h"

#include "sb-record-item-private.h"
#include "sb-weak-ref.h"

/* Records that are kept in memory though no row shows them: going back a little does
 * not read them again. */
#define MAX_RECENT 500

/* Records that are read at once. */
#define MAX_LOADED 100

struct _SbRecordShelf
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbKind kind;
  GHashTable *items; /* (owned) (element-type gint64 SbRecordItem) those that anybody has; unowned */
  GQueue recent; /* (owned) (element-type SbRecordItem) those that were read last, first */
  GArray *wanted; /* (owned) (element-type gint64) whose records are to be read */
  guint source;
  GCancellable *cancellable; /* (owned) (nullable) of the reading of records under way */
};

G_DEFINE_FINAL_TYPE (SbRecordShelf, sb_record_shelf, G_TYPE_OBJECT)

static void load_records (SbRecordShelf *self);

static void
remember (SbRecordShelf *self,
          SbRecordItem *item)
{
  g_queue_push_head (&self->recent, g_object_ref (item));
  if (self->recent.length > MAX_RECENT)
    g_object_unref (g_queue_pop_tail (&self->recent));
}

static void
records_read_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbRecordShelf) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (records == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot read the rows of a list: %s", error->message);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      gint64 id = sb_record_get_id (record);
      SbRecordItem *item = g_hash_table_lookup (self->items, &id);

      if (item == NULL)
        continue;

      if (sb_record_item_get_record (item) == NULL)
        remember (self, item);
      _sb_record_item_set_record (item, record);
    }

  load_records (self);
}

typedef struct
{
  SbKind kind;
  GArray *ids; /* (owned) (element-type gint64) */
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_array_unref (loading->ids);
  g_free (loading);
}

/* Run in the worker. */
static gpointer
read_records (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Loading *loading = data;

  return sb_store_get_all (store, loading->kind, loading->ids, error);
}

/* Reads what is wanted last first: that is what is looked at now. Rows that were passed
 * by are nobody's any more. */
static void
load_records (SbRecordShelf *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Loading *loading;

  if (self->cancellable != NULL || self->kind == SB_KIND_NONE)
    return;

  while (self->wanted->len > 0 && ids->len < MAX_LOADED)
    {
      gint64 id = g_array_index (self->wanted, gint64, self->wanted->len - 1);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (g_hash_table_contains (self->items, &id))
        g_array_append_val (ids, id);
    }

  if (ids->len == 0)
    return;

  loading = g_new0 (Loading, 1);
  loading->kind = self->kind;
  loading->ids = g_steal_pointer (&ids);
  self->cancellable = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, read_records, loading, loading_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, records_read_cb, sb_weak_ref_new (self));
}

static gboolean
load_cb (gpointer data)
{
  SbRecordShelf *self = data;

  self->source = 0;
  load_records (self);
  return G_SOURCE_REMOVE;
}

static void
want (SbRecordShelf *self,
      gint64 id)
{
  g_array_append_val (self->wanted, id);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, load_cb, self, NULL);
}

static void
sb_record_shelf_dispose (GObject *object)
{
  SbRecordShelf *self = SB_RECORD_SHELF (object);

  _sb_record_shelf_stop (self);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_record_shelf_parent_class)->dispose (object);
}

static void
sb_record_shelf_finalize (GObject *object)
{
  SbRecordShelf *self = SB_RECORD_SHELF (object);

  g_array_unref (self->wanted);
  g_hash_table_unref (self->items);

  G_OBJECT_CLASS (sb_record_shelf_parent_class)->finalize (object);
}

static void
sb_record_shelf_class_init (SbRecordShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_record_shelf_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_record_shelf_finalize;
}

static void
sb_record_shelf_init (SbRecordShelf *self)
{
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_queue_init (&self->recent);
}

SbRecordShelf *
_sb_record_shelf_new (SbCatalogue *catalogue)
{
  SbRecordShelf *self = g_object_new (SB_TYPE_RECORD_SHELF, NULL);

  self->catalogue = g_object_ref (catalogue);
  return self;
}

void
_sb_record_shelf_set_kind (SbRecordShelf *self,
                           SbKind kind)
{
  self->kind = kind;
}

SbRecordItem *
_sb_record_shelf_dup_item (SbRecordShelf *self,
                           gint64 id)
{
  SbRecordItem *item = g_hash_table_lookup (self->items, &id);

  if (item != NULL)
    return g_object_ref (item);

  item = _sb_record_item_new (id, self->items);
  want (self, id);
  return item;
}

void
_sb_record_shelf_refresh (SbRecordShelf *self)
{
  GHashTableIter iter;
  gpointer id;

  g_array_set_size (self->wanted, 0);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    want (self, *(gint64 *) id);
}

void
_sb_record_shelf_stop (SbRecordShelf *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_queue_clear_full (&self->recent, g_object_unref);
}
