/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-clusters.h"
#include "sb-event-layer.h"
#include "sb-event-list.h"
#include "sb-event-picture.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/* What the files of the layer share. */

/* Where the view is: the point of the unit square at the top left corner, and the
 * width of the world in logical pixels. */
typedef struct
{
  SbPoint origin;
  double world;
} SbLayerView;

typedef enum
{
  SB_LAYER_DRAG_NONE,
  SB_LAYER_DRAG_BOX,
  SB_LAYER_DRAG_LASSO,
} SbLayerDrag;

/* What the worker keeps; sb-event-layer-clusters.c. */
typedef struct _SbEventDraftsman SbEventDraftsman;

struct _SbEventLayer
{
  ShumateLayer parent_instance;

  SbEventModel *model; /* (owned) (nullable) */
  SbBasemapStyle style;
  SbEventSprites *sprites; /* (owned) (nullable) for the look of the moment */
  SbEventContents contents; /* that the legend was told of */
  guint label_source; /* the number of events is to be told soon */

  /* What is shown; sb-event-layer-clusters.c. */
  SbEventClusters *clusters; /* (owned) (nullable) what was put together last */
  SbPicture *picture; /* (owned) (nullable) of these */
  SbRect picture_area; /* of the unit square */
  double picture_world; /* the width of the world that it was painted for */
  gboolean is_outdated; /* the index or the filter is another one since */
  gboolean is_repaint_due; /* the look is another one since, or it has nothing around the view */
  guint settle_source; /* it will be due soon */
  guint start_source; /* the next one is about to be begun */
  gboolean is_seen; /* drawn since the last one was begun */
  SbWorker *worker; /* (owned) (nullable) before it is first needed */
  SbEventDraftsman *draftsman; /* (owned) (nullable) shared with the worker */
  gboolean is_working;

  GArray *selected_rows; /* (owned) (element-type guint) of the event that the session has selected */

  /* The keyboard; sb-event-layer-keys.c. */
  gboolean has_cursor;
  guint cursor; /* the row that the cluster stands for which the arrows went to: it is found
                   again when the map is zoomed */

  /* The pointer; sb-event-layer-pointer.c. */
  SbLayerDrag drag; /* while something is drawn around events */
  GArray *outline; /* (owned) (element-type SbPoint) of it, in pixels of the layer */
  gboolean lasso;

  /* The card and the list; sb-event-layer-popovers.c. */
  GtkWidget *card; /* (owned) SbHoverCard */
  guint card_source; /* the card is to be shown soon */
  guint card_row; /* that the cluster stands for which it is about */
  gboolean has_card; /* a cluster is looked at */
  GCancellable *card_cancellable; /* (owned) (nullable) while its event is read */
  SbRecord *card_event; /* (owned) (nullable) */
  GtkWidget *popover; /* (owned) GtkPopover */
  SbEventList *list; /* in it */
};

SbLayerView _sb_event_layer_get_view (SbEventLayer *self);
SbPoint _sb_event_layer_to_widget (const SbLayerView *view,
                                   SbPoint point);

/* The clusters of what is in view; the last ones there are, perhaps. NULL when there
 * are none. */
const SbEventCluster *_sb_event_layer_get_clusters (SbEventLayer *self,
                                                    guint *n_clusters);
/* Has them put together anew when they must be. */
void _sb_event_layer_refresh (SbEventLayer *self,
                              const SbLayerView *view);
void _sb_event_layer_outdate (SbEventLayer *self);
void _sb_event_layer_stop_work (SbEventLayer *self);
/* The number of the cluster that holds a row of the index; -1 when none does. */
int _sb_event_layer_find_row (SbEventLayer *self,
                              guint row);

/* The events within a line of pixels of the layer; found in a worker. */
void _sb_event_layer_list_within_async (SbEventLayer *self,
                                        GArray *outline,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/* The look is another one: its sprites are drawn anew. */
void _sb_event_layer_drop_sprites (SbEventLayer *self);
void _sb_event_layer_snapshot (GtkWidget *widget,
                               GtkSnapshot *snapshot);

/* The number of the cluster under a point; -1 for none. */
int _sb_event_layer_pick (SbEventLayer *self,
                          double x,
                          double y);
void _sb_event_layer_add_pointer (SbEventLayer *self,
                                  GtkWidget *map);

void _sb_event_layer_class_install_keys (GtkWidgetClass *klass);

void _sb_event_layer_make_popovers (SbEventLayer *self);
void _sb_event_layer_drop_popovers (SbEventLayer *self);
void _sb_event_layer_present_popovers (SbEventLayer *self);
/* Shows the card of a cluster: after a while, or when the keyboard asks. */
void _sb_event_layer_look_at (SbEventLayer *self,
                              guint cluster);
void _sb_event_layer_look_away (SbEventLayer *self);
void _sb_event_layer_open_list (SbEventLayer *self,
                                guint cluster);
/* Selects the event that a cluster stands for. */
void _sb_event_layer_select (SbEventLayer *self,
                             guint cluster);
void _sb_event_layer_tell_cleared (SbEventLayer *self);
void _sb_event_layer_tell_chosen (SbEventLayer *self,
                                  GArray *ids);
void _sb_event_layer_tell_refreshed (SbEventLayer *self);

G_END_DECLS
