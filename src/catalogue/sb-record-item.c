/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-item-private.h"

#include "sb-record-compare.h"

struct _SbRecordItem
{
  GObject parent_instance;

  gint64 id;
  SbRecord *record; /* (owned) (nullable) */
  GHashTable *items; /* (owned) of the list, from which it takes itself when it goes */
};

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SbRecordItem, sb_record_item, G_TYPE_OBJECT)

static void
sb_record_item_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, SB_RECORD_ITEM (object)->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_record_item_dispose (GObject *object)
{
  g_clear_object (&SB_RECORD_ITEM (object)->record);

  G_OBJECT_CLASS (sb_record_item_parent_class)->dispose (object);
}

static void
sb_record_item_finalize (GObject *object)
{
  SbRecordItem *self = SB_RECORD_ITEM (object);

  if (g_hash_table_lookup (self->items, &self->id) == self)
    g_hash_table_remove (self->items, &self->id);
  g_hash_table_unref (self->items);

  G_OBJECT_CLASS (sb_record_item_parent_class)->finalize (object);
}

static void
sb_record_item_class_init (SbRecordItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_record_item_get_property;
  object_class->dispose = sb_record_item_dispose;
  object_class->finalize = sb_record_item_finalize;

  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, SB_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_record_item_init (SbRecordItem *self)
{
}

SbRecordItem *
_sb_record_item_new (gint64 id,
                     GHashTable *items)
{
  SbRecordItem *self = g_object_new (SB_TYPE_RECORD_ITEM, NULL);

  self->id = id;
  self->items = g_hash_table_ref (items);
  g_hash_table_insert (items, &self->id, self);
  return self;
}

void
_sb_record_item_set_record (SbRecordItem *self,
                            SbRecord *record)
{
  if (self->record != NULL && _sb_record_shows_same (self->record, record))
    return;

  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

gint64
sb_record_item_get_id (SbRecordItem *self)
{
  g_return_val_if_fail (SB_IS_RECORD_ITEM (self), 0);

  return self->id;
}

SbRecord *
sb_record_item_get_record (SbRecordItem *self)
{
  g_return_val_if_fail (SB_IS_RECORD_ITEM (self), NULL);

  return self->record;
}
