/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-list.h"

#include "sb-query-kinds.h"
#include "sb-record-diff.h"

/* Freeing more rows than this would hold up the main loop: the reader does. */
#define MAX_FREED_HERE 500

struct _SbRecordList
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbQuery *query; /* (owned) (nullable) */
  GError *error; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) of the reading under way */
  GPtrArray *rows; /* (owned) (element-type SbRecord) never changed while it is
                      being compared: see splice_rows() */
  guint kinds; /* changes of these kinds (1 << SbKind) are ours */
  gboolean is_outdated; /* something changed since the reading began */
};

/* What the reader is given. */
typedef struct
{
  SbQuery *query; /* (owned) */
  GPtrArray *old; /* (owned) (nullable) (element-type SbRecord) */
} Reading;

/* What it gives back. */
typedef struct
{
  GPtrArray *rows; /* (owned) (nullable) (element-type SbRecord) */
  GArray *splices; /* (owned) (element-type SbSplice) */
} Outcome;

enum
{
  PROP_0,
  PROP_CATALOGUE,
  PROP_QUERY,
  PROP_LOADING,
  PROP_ERROR,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SbRecordList, sb_record_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->query, sb_query_free);
  g_clear_pointer (&reading->old, g_ptr_array_unref);
  g_free (reading);
}

static Reading *
reading_new (const SbQuery *query,
             GPtrArray *rows)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->query = sb_query_copy (query);
  reading->old = g_ptr_array_ref (rows);
  return reading;
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_pointer (&outcome->rows, g_ptr_array_unref);
  g_clear_pointer (&outcome->splices, g_array_unref);
  g_free (outcome);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static GType
get_item_type (GListModel *model)
{
  return SB_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return SB_RECORD_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SbRecordList *self = SB_RECORD_LIST (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gpointer
free_rows (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  g_ptr_array_set_size (data, 0);
  return NULL;
}

/* Lets go of rows that nobody else has any more. */
static void
drop_rows (SbRecordList *self,
           GPtrArray *rows)
{
  if (rows->len > MAX_FREED_HERE)
    sb_catalogue_read_async (self->catalogue, free_rows, rows, (GDestroyNotify) g_ptr_array_unref, NULL, NULL, NULL, NULL);
  else
    g_ptr_array_unref (rows);
}

/* Makes one change after the other, so that the list is what each one says. */
static void
splice_rows (SbRecordList *self,
             Outcome *outcome)
{
  guint n_before = self->rows->len;

  for (guint i = 0; i < outcome->splices->len; i++)
    {
      const SbSplice *splice = &g_array_index (outcome->splices, SbSplice, i);

      if (splice->n_removed > 0)
        g_ptr_array_remove_range (self->rows, splice->position, splice->n_removed);
      for (guint j = 0; j < splice->n_added; j++)
        g_ptr_array_insert (self->rows, (int) (splice->position + j), g_object_ref (g_ptr_array_index (outcome->rows, splice->position + j)));

      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->n_removed, splice->n_added);
    }

  if (self->rows->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* One change: the new rows take the place of the old ones as they are. */
static void
swap_rows (SbRecordList *self,
           Outcome *outcome)
{
  const SbSplice splice = g_array_index (outcome->splices, SbSplice, 0);
  guint n_before = self->rows->len;

  drop_rows (self, self->rows);
  self->rows = g_steal_pointer (&outcome->rows);
  g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.n_removed, splice.n_added);
  if (self->rows->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
set_error (SbRecordList *self,
           GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_cancellable (SbRecordList *self,
                 GCancellable *cancellable)
{
  gboolean was_loading = self->cancellable != NULL;

  g_set_object (&self->cancellable, cancellable);
  if (was_loading != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Run in the worker. */
static gpointer
read_rows (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) rows = sb_store_list (store, reading->query, error);
  Outcome *outcome;

  if (rows == NULL)
    return NULL;

  outcome = g_new0 (Outcome, 1);
  outcome->splices = _sb_record_diff (reading->old, rows);
  outcome->rows = g_steal_pointer (&rows);

  /* Here, and not when the task goes: the last reference frees the rows. */
  g_clear_pointer (&reading->old, g_ptr_array_unref);
  return outcome;
}

static void rows_read_cb (GObject *object,
                          GAsyncResult *result,
                          gpointer user_data);

static void
start_reading (SbRecordList *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GWeakRef *owner = g_new0 (GWeakRef, 1);

  g_weak_ref_init (owner, self);
  g_cancellable_cancel (self->cancellable);
  self->is_outdated = FALSE;
  set_cancellable (self, cancellable);
  sb_catalogue_read_async (self->catalogue, read_rows, reading_new (self->query, self->rows), reading_free,
                           outcome_free, cancellable, rows_read_cb, owner);
}

static void
weak_ref_free (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GWeakRef, weak_ref_free)

static void
take_outcome (SbRecordList *self,
              Outcome *outcome)
{
  if (outcome->splices->len == 1)
    swap_rows (self, outcome);
  else
    splice_rows (self, outcome);
}

static void
rows_read_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GWeakRef) owner = user_data;
  g_autoptr (SbRecordList) self = g_weak_ref_get (owner);
  g_autoptr (GError) error = NULL;
  g_autoptr (Outcome) outcome = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  /* A reading that was overtaken by another is nobody's any more. */
  if (self == NULL || cancellable != self->cancellable)
    return;

  if (outcome != NULL)
    take_outcome (self, outcome);
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
changed_cb (SbCatalogue *catalogue,
            guint kinds,
            SbRecordList *self)
{
  if (self->query == NULL || (kinds & self->kinds) == 0)
    return;

  /* One reading after the other: a sync that never stops must not keep the
   * list from ever being read. */
  if (self->cancellable != NULL)
    self->is_outdated = TRUE;
  else
    start_reading (self);
}

static void
clear_rows (SbRecordList *self)
{
  guint n_rows = self->rows->len;

  if (n_rows == 0)
    return;

  drop_rows (self, self->rows);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_rows, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
sb_record_list_dispose (GObject *object)
{
  SbRecordList *self = SB_RECORD_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->catalogue != NULL)
    {
      drop_rows (self, self->rows);
      self->rows = g_ptr_array_new_with_free_func (g_object_unref);
    }
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_record_list_parent_class)->dispose (object);
}

static void
sb_record_list_finalize (GObject *object)
{
  SbRecordList *self = SB_RECORD_LIST (object);

  g_clear_pointer (&self->query, sb_query_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (sb_record_list_parent_class)->finalize (object);
}

static void
sb_record_list_constructed (GObject *object)
{
  SbRecordList *self = SB_RECORD_LIST (object);

  G_OBJECT_CLASS (sb_record_list_parent_class)->constructed (object);

  g_signal_connect_object (self->catalogue, "changed", G_CALLBACK (changed_cb), self, 0);
}

static void
sb_record_list_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SbRecordList *self = SB_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;

    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, sb_record_list_is_loading (self));
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->rows->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_record_list_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SbRecordList *self = SB_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_CATALOGUE:
      self->catalogue = g_value_dup_object (value);
      break;

    case PROP_QUERY:
      sb_record_list_set_query (self, g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_record_list_class_init (SbRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_record_list_dispose;
  object_class->finalize = sb_record_list_finalize;
  object_class->constructed = sb_record_list_constructed;
  object_class->get_property = sb_record_list_get_property;
  object_class->set_property = sb_record_list_set_property;

  properties[PROP_CATALOGUE] = g_param_spec_object ("catalogue", NULL, NULL, SB_TYPE_CATALOGUE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, SB_TYPE_QUERY,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_record_list_init (SbRecordList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

SbRecordList *
sb_record_list_new (SbCatalogue *catalogue,
                    const SbQuery *query)
{
  SbRecordList *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (SB_TYPE_RECORD_LIST, "catalogue", catalogue, NULL);
  sb_record_list_set_query (self, query);
  return self;
}

gboolean
sb_record_list_is_loading (SbRecordList *self)
{
  g_return_val_if_fail (SB_IS_RECORD_LIST (self), FALSE);

  return self->cancellable != NULL;
}

const GError *
sb_record_list_get_error (SbRecordList *self)
{
  g_return_val_if_fail (SB_IS_RECORD_LIST (self), NULL);

  return self->error;
}

void
sb_record_list_set_query (SbRecordList *self,
                          const SbQuery *query)
{
  g_return_if_fail (SB_IS_RECORD_LIST (self));

  if (sb_query_equal (self->query, query))
    return;

  g_clear_pointer (&self->query, sb_query_free);
  self->query = query != NULL ? sb_query_copy (query) : NULL;
  self->kinds = query != NULL ? _sb_query_get_kinds (query) : 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);

  sb_record_list_reload (self);
}

void
sb_record_list_reload (SbRecordList *self)
{
  g_return_if_fail (SB_IS_RECORD_LIST (self));

  if (self->query != NULL)
    {
      start_reading (self);
      return;
    }

  g_cancellable_cancel (self->cancellable);
  set_cancellable (self, NULL);
  clear_rows (self);
}

gboolean
sb_record_list_find (SbRecordList *self,
                     gint64 id,
                     guint *position)
{
  g_return_val_if_fail (SB_IS_RECORD_LIST (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (sb_record_get_id (g_ptr_array_index (self->rows, i)) == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }

  return FALSE;
}
