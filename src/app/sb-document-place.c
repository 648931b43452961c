/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-document-place.h"

struct _SbDocumentPlace
{
  GObject parent_instance;

  SbDocumentPlaceKind kind;
  char *key; /* (owned) */
  gint64 id;
  char *title; /* (owned) */
  char *detail; /* (owned) (nullable) */
  char *icon_name; /* (owned) (nullable) */
  guint count;
  int total;
  gboolean is_inner;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_COUNT,
  PROP_TOTAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SbDocumentPlace, sb_document_place, G_TYPE_OBJECT)

static void
sb_document_place_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  SbDocumentPlace *self = SB_DOCUMENT_PLACE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;

    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;

    case PROP_TOTAL:
      g_value_set_int (value, self->total);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_document_place_finalize (GObject *object)
{
  SbDocumentPlace *self = SB_DOCUMENT_PLACE (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->icon_name);

  G_OBJECT_CLASS (sb_document_place_parent_class)->finalize (object);
}

static void
sb_document_place_class_init (SbDocumentPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_document_place_get_property;
  object_class->finalize = sb_document_place_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOTAL] =
    g_param_spec_int ("total", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_document_place_init (SbDocumentPlace *self)
{
  self->title = g_strdup ("");
  self->total = -1;
}

SbDocumentPlace *
sb_document_place_new (SbDocumentPlaceKind kind,
                       const char *key,
                       gint64 id,
                       const char *detail)
{
  SbDocumentPlace *self = g_object_new (SB_TYPE_DOCUMENT_PLACE, NULL);

  self->kind = kind;
  self->key = g_strdup (key);
  self->id = id;
  self->detail = g_strdup (detail);
  return self;
}

SbDocumentPlaceKind
sb_document_place_get_kind (SbDocumentPlace *self)
{
  g_return_val_if_fail (SB_IS_DOCUMENT_PLACE (self), SB_DOCUMENT_PLACE_ALL);

  return self->kind;
}

const char *
sb_document_place_get_key (SbDocumentPlace *self)
{
  g_return_val_if_fail (SB_IS_DOCUMENT_PLACE (self), NULL);

  return self->key;
}

gint64
sb_document_place_get_id (SbDocumentPlace *self)
{
  g_return_val_if_fail (SB_IS_DOCUMENT_PLACE (self), 0);

  return self->id;
}

guint
sb_document_place_get_count (SbDocumentPlace *self)
{
  g_return_val_if_fail (SB_IS_DOCUMENT_PLACE (self), 0);

  return self->count;
}

int
sb_document_place_get_total (SbDocumentPlace *self)
{
  g_return_val_if_fail (SB_IS_DOCUMENT_PLACE (self), -1);

  return self->total;
}

gboolean
sb_document_place_is_inner (SbDocumentPlace *self)
{
  g_return_val_if_fail (SB_IS_DOCUMENT_PLACE (self), FALSE);

  return self->is_inner;
}

void
sb_document_place_set_title (SbDocumentPlace *self,
                             const char *title)
{
  g_return_if_fail (SB_IS_DOCUMENT_PLACE (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
sb_document_place_set_detail (SbDocumentPlace *self,
                              const char *detail)
{
  g_return_if_fail (SB_IS_DOCUMENT_PLACE (self));

  if (g_strcmp0 (self->detail, detail) == 0)
    return;

  g_free (self->detail);
  self->detail = g_strdup (detail);
}

void
sb_document_place_set_icon_name (SbDocumentPlace *self,
                                 const char *icon_name)
{
  g_return_if_fail (SB_IS_DOCUMENT_PLACE (self));

  if (g_strcmp0 (self->icon_name, icon_name) == 0)
    return;

  g_free (self->icon_name);
  self->icon_name = g_strdup (icon_name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

void
sb_document_place_set_counts (SbDocumentPlace *self,
                              guint count,
                              int total)
{
  g_return_if_fail (SB_IS_DOCUMENT_PLACE (self));

  if (self->count == count && self->total == total)
    return;

  self->count = count;
  self->total = total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

void
sb_document_place_set_inner (SbDocumentPlace *self,
                             gboolean is_inner)
{
  g_return_if_fail (SB_IS_DOCUMENT_PLACE (self));

  self->is_inner = is_inner;
}

void
sb_document_place_restrict (SbDocumentPlace *self,
                            SbQuery *query)
{
  g_return_if_fail (SB_IS_DOCUMENT_PLACE (self));
  g_return_if_fail (query != NULL);

  query->flags |= SB_QUERY_GROUPED;
  switch (self->kind)
    {
    case SB_DOCUMENT_PLACE_UNREAD:
      query->flags |= SB_QUERY_UNREAD | SB_QUERY_IN_TRAY;
      break;

    case SB_DOCUMENT_PLACE_STARRED:
      query->flags |= SB_QUERY_STARRED;
      break;

    case SB_DOCUMENT_PLACE_ARCHIVE:
      query->flags |= SB_QUERY_PUT_AWAY;
      break;

    case SB_DOCUMENT_PLACE_SAVED:
      g_free (query->search);
      query->search = g_strdup (self->detail);
      break;

    case SB_DOCUMENT_PLACE_FOLDER:
      query->flags |= SB_QUERY_IN_TRAY;
      query->folder = g_strdup (self->detail);
      break;

    case SB_DOCUMENT_PLACE_FEED:
      query->flags |= SB_QUERY_IN_TRAY;
      query->feed = self->id;
      break;

    case SB_DOCUMENT_PLACE_ALL:
    default:
      query->flags |= SB_QUERY_IN_TRAY;
      break;
    }
}
