/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-pages.h"

#include "sb-query-kinds.h"
#include "sb-record-diff.h"
#include "sb-record-shelf.h"
#include "sb-search.h"
#include "sb-store-export.h"
#include "sb-weak-ref.h"

/* Milliseconds until it is searched again while records wait for the index. */
#define INDEX_WAIT_MS 800

struct _SbRecordPages
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbQuery *query; /* (owned) (nullable) */
  GError *error; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) of the reading of ids under way */
  gboolean is_outdated; /* something changed since it began */
  guint kinds; /* changes of these kinds (1 << SbKind) are ours */
  gint64 n_unindexed;
  guint again_source; /* searches again, when not all was indexed */

  GArray *ids; /* (owned) (element-type gint64) never changed: taken for another one */
  GArray *kept; /* (owned) (element-type gint64) */
  SbRecordShelf *shelf; /* (owned) their records */
};

/* What the reader is given, and gives back. */
typedef struct
{
  SbQuery *query; /* (owned) */
  GArray *old; /* (owned) (element-type gint64) */
  GArray *kept; /* (owned) (element-type gint64) */
} Reading;

typedef struct
{
  GArray *ids; /* (owned) (element-type gint64) */
  GArray *splices; /* (owned) (element-type SbSplice) */
  gint64 n_unindexed;
} Outcome;

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_ERROR,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SbRecordPages, sb_record_pages, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  sb_query_free (reading->query);
  g_array_unref (reading->old);
  g_array_unref (reading->kept);
  g_free (reading);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_array_unref (outcome->ids);
  g_array_unref (outcome->splices);
  g_free (outcome);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static GArray *
copy_ids (GArray *ids)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);

  if (ids->len > 0)
    g_array_append_vals (copy, ids->data, ids->len);
  return copy;
}

static gboolean
find_id (GArray *ids,
         gint64 id,
         guint *position)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* Puts @id, which stood in @old, behind the nearest one above it there that is in @ids. */
static void
put_back (GArray *ids,
          GArray *old,
          gint64 id)
{
  guint position = 0;
  guint before;

  if (!find_id (old, id, &before))
    return;

  while (before > 0)
    if (find_id (ids, g_array_index (old, gint64, --before), &position))
      {
        position++;
        break;
      }

  g_array_insert_val (ids, position, id);
}

/* What was kept and does not meet the query any more is put where it stood, as long as
 * there is such a record. */
static gboolean
put_back_kept (SbStore *store,
               const Reading *reading,
               GArray *ids,
               GError **error)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) records = NULL;
  guint position;

  for (guint i = 0; i < reading->kept->len; i++)
    if (!find_id (ids, g_array_index (reading->kept, gint64, i), &position))
      g_array_append_val (missing, g_array_index (reading->kept, gint64, i));

  if (missing->len == 0)
    return TRUE;

  records = sb_store_get_all (store, reading->query->kind, missing, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    put_back (ids, reading->old, sb_record_get_id (g_ptr_array_index (records, i)));

  return records != NULL;
}

/* Run in the worker. */
static gpointer
read_ids (SbStore *store,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  const Reading *reading = data;
  g_autoptr (GArray) ids = sb_store_list_ids (store, reading->query, error);
  gint64 n_unindexed = 0;
  Outcome *outcome;

  if (ids == NULL || !put_back_kept (store, reading, ids, error))
    return NULL;

  if (reading->query->search != NULL)
    n_unindexed = sb_store_count_unindexed (store, error);
  if (n_unindexed < 0)
    return NULL;

  outcome = g_new0 (Outcome, 1);
  outcome->splices = _sb_id_diff (reading->old, ids);
  outcome->ids = g_steal_pointer (&ids);
  outcome->n_unindexed = n_unindexed;
  return outcome;
}

static void
set_error (SbRecordPages *self,
           GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_cancellable (SbRecordPages *self,
                 GCancellable *cancellable)
{
  gboolean was_loading = self->cancellable != NULL;

  g_set_object (&self->cancellable, cancellable);
  if (was_loading != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Makes one change after the other, so that the list is what each one says. */
static void
take_ids (SbRecordPages *self,
          GArray *ids,
          GArray *splices)
{
  guint n_before = self->ids->len;

  if (splices->len <= 1)
    {
      g_array_unref (self->ids);
      self->ids = g_array_ref (ids);
    }

  for (guint i = 0; i < splices->len; i++)
    {
      const SbSplice *splice = &g_array_index (splices, SbSplice, i);

      if (splices->len > 1 && i == 0)
        {
          GArray *copy = copy_ids (self->ids);

          g_array_unref (self->ids);
          self->ids = copy;
        }
      if (splices->len > 1 && splice->n_removed > 0)
        g_array_remove_range (self->ids, splice->position, splice->n_removed);
      if (splices->len > 1 && splice->n_added > 0)
        g_array_insert_vals (self->ids, splice->position, &g_array_index (ids, gint64, splice->position), splice->n_added);
      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->n_removed, splice->n_added);
    }

  if (self->ids->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void start_reading (SbRecordPages *self);

static gboolean
search_again_cb (gpointer data)
{
  SbRecordPages *self = data;

  self->again_source = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

static void
ids_read_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbRecordPages) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Outcome) outcome = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  /* A reading that was overtaken by another is nobody's any more. */
  if (self == NULL || cancellable != self->cancellable)
    return;

  if (outcome != NULL)
    {
      self->n_unindexed = outcome->n_unindexed;
      take_ids (self, outcome->ids, outcome->splices);
      if (outcome->n_unindexed > 0 && self->again_source == 0)
        self->again_source = g_timeout_add (INDEX_WAIT_MS, search_again_cb, self);
    }
  set_error (self, g_steal_pointer (&error));

  /* Whoever was told may have asked for something else. */
  if (cancellable != self->cancellable)
    return;

  if (self->is_outdated)
    start_reading (self);
  else
    set_cancellable (self, NULL);
}

static void
start_reading (SbRecordPages *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Reading *reading = g_new0 (Reading, 1);

  g_clear_handle_id (&self->again_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  self->is_outdated = FALSE;
  set_cancellable (self, cancellable);
  reading->query = sb_query_copy (self->query);
  reading->old = g_array_ref (self->ids);
  reading->kept = copy_ids (self->kept);
  sb_catalogue_read_async (self->catalogue, read_ids, reading, reading_free, outcome_free, cancellable, ids_read_cb,
                           sb_weak_ref_new (self));
}

static void
changed_cb (SbCatalogue *catalogue,
            guint kinds,
            SbRecordPages *self)
{
  if (self->query == NULL || (kinds & self->kinds) == 0)
    return;

  _sb_record_shelf_refresh (self->shelf);

  /* One reading after the other: a sync that never stops must not keep the list from
   * ever being read. */
  if (self->cancellable != NULL)
    self->is_outdated = TRUE;
  else
    start_reading (self);
}

static GType
get_item_type (GListModel *model)
{
  return SB_TYPE_RECORD_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SB_RECORD_PAGES (model)->ids->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SbRecordPages *self = SB_RECORD_PAGES (model);
  gint64 id = sb_record_pages_get_id (self, position);

  return id != 0 ? _sb_record_shelf_dup_item (self->shelf, id) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sb_record_pages_dispose (GObject *object)
{
  SbRecordPages *self = SB_RECORD_PAGES (object);

  g_clear_handle_id (&self->again_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->shelf != NULL)
    _sb_record_shelf_stop (self->shelf);
  g_clear_object (&self->shelf);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_record_pages_parent_class)->dispose (object);
}

static void
sb_record_pages_finalize (GObject *object)
{
  SbRecordPages *self = SB_RECORD_PAGES (object);

  g_clear_pointer (&self->query, sb_query_free);
  g_clear_error (&self->error);
  g_array_unref (self->ids);
  g_array_unref (self->kept);

  G_OBJECT_CLASS (sb_record_pages_parent_class)->finalize (object);
}

static void
sb_record_pages_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  SbRecordPages *self = SB_RECORD_PAGES (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_record_pages_class_init (SbRecordPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_record_pages_dispose;
  object_class->finalize = sb_record_pages_finalize;
  object_class->get_property = sb_record_pages_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_record_pages_init (SbRecordPages *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->kept = g_array_new (FALSE, FALSE, sizeof (gint64));
}

SbRecordPages *
sb_record_pages_new (SbCatalogue *catalogue)
{
  SbRecordPages *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (SB_TYPE_RECORD_PAGES, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->shelf = _sb_record_shelf_new (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}

static void
empty (SbRecordPages *self)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) splices = _sb_id_diff (self->ids, nothing);

  g_clear_handle_id (&self->again_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  set_cancellable (self, NULL);
  take_ids (self, nothing, splices);
  set_error (self, NULL);
}

void
sb_record_pages_set_query (SbRecordPages *self,
                           const SbQuery *query)
{
  g_return_if_fail (SB_IS_RECORD_PAGES (self));

  if (sb_query_equal (self->query, query))
    return;

  g_clear_pointer (&self->query, sb_query_free);
  g_array_set_size (self->kept, 0);
  self->n_unindexed = 0;
  _sb_record_shelf_set_kind (self->shelf, query != NULL ? query->kind : SB_KIND_NONE);
  if (query == NULL)
    {
      empty (self);
      return;
    }

  self->query = sb_query_copy (query);
  self->kinds = _sb_query_get_kinds (query);
  start_reading (self);
}

const SbQuery *
sb_record_pages_get_query (SbRecordPages *self)
{
  g_return_val_if_fail (SB_IS_RECORD_PAGES (self), NULL);

  return self->query;
}

void
sb_record_pages_keep (SbRecordPages *self,
                      gint64 id)
{
  guint position;

  g_return_if_fail (SB_IS_RECORD_PAGES (self));

  if (!find_id (self->kept, id, &position))
    g_array_append_val (self->kept, id);
}

void
sb_record_pages_let_go (SbRecordPages *self,
                        gint64 id)
{
  guint position;

  g_return_if_fail (SB_IS_RECORD_PAGES (self));

  if (find_id (self->kept, id, &position))
    g_array_remove_index (self->kept, position);
}

gboolean
sb_record_pages_is_loading (SbRecordPages *self)
{
  g_return_val_if_fail (SB_IS_RECORD_PAGES (self), FALSE);

  return self->cancellable != NULL;
}

const GError *
sb_record_pages_get_error (SbRecordPages *self)
{
  g_return_val_if_fail (SB_IS_RECORD_PAGES (self), NULL);

  return self->error;
}

gint64
sb_record_pages_get_n_unindexed (SbRecordPages *self)
{
  g_return_val_if_fail (SB_IS_RECORD_PAGES (self), 0);

  return self->n_unindexed;
}

gint64
sb_record_pages_get_id (SbRecordPages *self,
                        guint position)
{
  g_return_val_if_fail (SB_IS_RECORD_PAGES (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

gboolean
sb_record_pages_find (SbRecordPages *self,
                      gint64 id,
                      guint *position)
{
  g_return_val_if_fail (SB_IS_RECORD_PAGES (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  return find_id (self->ids, id, position);
}
