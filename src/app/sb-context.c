/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-context.h"

#include "sb-event-library.h"
#include "sb-map-backgrounds.h"
#include "sb-map-overlays.h"
#include "sb-mention-follower.h"
#include "sb-saved-searches.h"
#include "sb-sync.h"
#include "sb-text-intake.h"

struct _SbContext
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  GSettings *settings; /* (owned) */
  SbSync *sync; /* (owned) (nullable) before it is first used */
  SbFeedTimer *feed_timer; /* (owned) (nullable) before it is first used */
  SbMapBackgrounds *map_backgrounds; /* (owned) (nullable) before it is first used */
  SbMapOverlays *map_overlays; /* (owned) (nullable) before it is first used */
  SbEventLibrary *events; /* (owned) (nullable) before it is first used */
  SbSavedSearches *saved_searches; /* (owned) (nullable) before it is first used */
  SbMentionFollower *mentions; /* (owned) (nullable) before the catalogue is open */
  GListStore *operations; /* (owned) (element-type SbOperation) */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (SbContext, sb_context, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
operation_changed_cb (SbContext *self,
                      GParamSpec *pspec,
                      SbOperation *operation)
{
  guint position;

  if (self->operations != NULL && g_list_store_find (self->operations, operation, &position))
    g_list_store_remove (self->operations, position);
}

static void
sb_context_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  SbContext *self = SB_CONTEXT (object);

  switch (prop_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_context_dispose (GObject *object)
{
  SbContext *self = SB_CONTEXT (object);

  g_clear_object (&self->events);
  g_clear_object (&self->saved_searches);
  g_clear_object (&self->mentions);
  g_clear_object (&self->map_backgrounds);
  g_clear_object (&self->map_overlays);
  g_clear_object (&self->feed_timer);
  g_clear_object (&self->sync);
  g_clear_object (&self->operations);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sb_context_parent_class)->dispose (object);
}

static void
sb_context_class_init (SbContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_context_get_property;
  object_class->dispose = sb_context_dispose;

  properties[PROP_READY] =
    g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_context_init (SbContext *self)
{
  self->settings = g_settings_new (SB_APP_ID);
  self->operations = g_list_store_new (SB_TYPE_OPERATION);
}

SbContext *
sb_context_new (SbCatalogue *catalogue)
{
  SbContext *self = g_object_new (SB_TYPE_CONTEXT, NULL);

  self->catalogue = g_object_ref (catalogue);
  sb_catalogue_set_text_func (catalogue, sb_text_intake_read);
  return self;
}

SbCatalogue *
sb_context_get_catalogue (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  return self->catalogue;
}

GSettings *
sb_context_get_settings (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  return self->settings;
}

SbSync *
sb_context_get_sync (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  if (self->sync == NULL)
    self->sync = sb_sync_new (self->catalogue);

  return self->sync;
}

SbFeedTimer *
sb_context_get_feed_timer (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  if (self->feed_timer == NULL)
    self->feed_timer = sb_feed_timer_new (self->settings);

  return self->feed_timer;
}

SbSavedSearches *
sb_context_get_saved_searches (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  if (self->saved_searches == NULL)
    self->saved_searches = sb_saved_searches_new (self->catalogue);
  return self->saved_searches;
}

SbMapBackgrounds *
sb_context_get_map_backgrounds (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  if (self->map_backgrounds == NULL)
    self->map_backgrounds = sb_map_backgrounds_new (self->settings);

  return self->map_backgrounds;
}

SbMapOverlays *
sb_context_get_map_overlays (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  if (self->map_overlays == NULL)
    self->map_overlays = sb_map_overlays_new (self->settings);

  return self->map_overlays;
}

SbEventSource *
sb_context_get_events (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  if (self->events == NULL)
    self->events = sb_event_library_new (self->catalogue);

  return SB_EVENT_SOURCE (self->events);
}

GListStore *
sb_context_get_operations (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  return self->operations;
}

SbMentionFollower *
sb_context_get_mentions (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  return self->mentions;
}

SbOperation *
sb_context_start_operation (SbContext *self,
                            const char *title)
{
  SbOperation *operation;

  g_return_val_if_fail (SB_IS_CONTEXT (self), NULL);

  operation = sb_operation_new (title);
  g_signal_connect_object (operation, "notify::running", G_CALLBACK (operation_changed_cb), self, G_CONNECT_SWAPPED);
  g_list_store_insert (self->operations, 0, operation);
  return operation;
}

gboolean
sb_context_is_ready (SbContext *self)
{
  g_return_val_if_fail (SB_IS_CONTEXT (self), FALSE);

  return self->ready;
}

void
sb_context_set_ready (SbContext *self)
{
  g_return_if_fail (SB_IS_CONTEXT (self));

  self->ready = TRUE;
  if (self->mentions == NULL)
    self->mentions = sb_mention_follower_new (self->catalogue, sb_context_get_sync (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}
