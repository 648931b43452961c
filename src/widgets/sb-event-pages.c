/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-pages.h"

#include "sb-weak-ref.h"

struct _SbEventItem
{
  GObject parent_instance;

  gint64 id;
  SbRecord *record; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbEventItem, sb_event_item, G_TYPE_OBJECT)

struct _SbEventPages
{
  GObject parent_instance;

  SbEventSource *source; /* (owned) */
  GArray *ids; /* (owned) (element-type gint64) */
  GHashTable *items; /* (owned) (element-type guint SbEventItem) by position, those that were looked at */
  GHashTable *pages; /* (owned) (element-type guint) those that were asked for */
  GCancellable *cancellable; /* (owned) */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SbEventPages, sb_event_pages, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sb_event_item_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, SB_EVENT_ITEM (object)->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_event_item_dispose (GObject *object)
{
  g_clear_object (&SB_EVENT_ITEM (object)->record);

  G_OBJECT_CLASS (sb_event_item_parent_class)->dispose (object);
}

static void
sb_event_item_class_init (SbEventItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_event_item_get_property;
  object_class->dispose = sb_event_item_dispose;

  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, SB_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_event_item_init (SbEventItem *self)
{
}

gint64
sb_event_item_get_id (SbEventItem *self)
{
  g_return_val_if_fail (SB_IS_EVENT_ITEM (self), 0);

  return self->id;
}

SbRecord *
sb_event_item_get_record (SbEventItem *self)
{
  g_return_val_if_fail (SB_IS_EVENT_ITEM (self), NULL);

  return self->record;
}

static SbEventItem *
make_item (SbEventPages *self,
           guint position)
{
  SbEventItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));

  if (item != NULL)
    return item;

  item = g_object_new (SB_TYPE_EVENT_ITEM, NULL);
  item->id = g_array_index (self->ids, gint64, position);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
  return item;
}

/* The records come in the order of the ids; of those that are gone none comes. */
static void
fill_page (SbEventPages *self,
           GPtrArray *records,
           guint page)
{
  guint begin = page * SB_EVENT_PAGE;
  guint end = MIN (begin + SB_EVENT_PAGE, self->ids->len);
  guint next = 0;

  for (guint i = begin; i < end && next < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, next);
      SbEventItem *item;

      if (sb_record_get_id (record) != g_array_index (self->ids, gint64, i))
        continue;

      next++;
      item = make_item (self, i);
      g_set_object (&item->record, record);
      g_object_notify_by_pspec (G_OBJECT (item), properties[PROP_RECORD]);
    }
}

/* What a page is asked for by. */
typedef struct
{
  gpointer owner; /* (owned) an sb_weak_ref_new() */
  guint page;
} Asking;

static void
page_loaded_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (SbEventPages) self = sb_weak_ref_take (asking->owner);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sb_event_source_load_records_finish (SB_EVENT_SOURCE (object), result, &error);

  if (records != NULL && self != NULL)
    fill_page (self, records, asking->page);
  else if (records == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot read events: %s", error->message);

  g_free (asking);
}

static void
load_page (SbEventPages *self,
           guint page)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint begin = page * SB_EVENT_PAGE;
  Asking *asking;

  if (!g_hash_table_add (self->pages, GUINT_TO_POINTER (page)))
    return;

  g_array_append_vals (ids, &g_array_index (self->ids, gint64, begin), MIN (SB_EVENT_PAGE, self->ids->len - begin));
  asking = g_new (Asking, 1);
  asking->owner = sb_weak_ref_new (self);
  asking->page = page;
  sb_event_source_load_records_async (self->source, ids, self->cancellable, page_loaded_cb, asking);
}

static GType
get_item_type (GListModel *model)
{
  return SB_TYPE_EVENT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SB_EVENT_PAGES (model)->ids->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SbEventPages *self = SB_EVENT_PAGES (model);

  if (position >= self->ids->len)
    return NULL;

  load_page (self, position / SB_EVENT_PAGE);
  return g_object_ref (make_item (self, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sb_event_pages_dispose (GObject *object)
{
  SbEventPages *self = SB_EVENT_PAGES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->source);
  g_hash_table_remove_all (self->items);

  G_OBJECT_CLASS (sb_event_pages_parent_class)->dispose (object);
}

static void
sb_event_pages_finalize (GObject *object)
{
  SbEventPages *self = SB_EVENT_PAGES (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->pages);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (sb_event_pages_parent_class)->finalize (object);
}

static void
sb_event_pages_class_init (SbEventPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_event_pages_dispose;
  object_class->finalize = sb_event_pages_finalize;
}

static void
sb_event_pages_init (SbEventPages *self)
{
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->pages = g_hash_table_new (NULL, NULL);
  self->cancellable = g_cancellable_new ();
}

SbEventPages *
sb_event_pages_new (SbEventSource *source,
                    GArray *ids)
{
  SbEventPages *self;

  g_return_val_if_fail (SB_IS_EVENT_SOURCE (source), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  self = g_object_new (SB_TYPE_EVENT_PAGES, NULL);
  self->source = g_object_ref (source);
  self->ids = g_array_ref (ids);
  return self;
}
