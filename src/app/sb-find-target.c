/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-find-target.h"

#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-event.h"
#include "sb-extract.h"
#include "sb-mercator.h"
#include "sb-place.h"
#include "sb-region-shapes.h"
#include "sb-restriction.h"
#include "sb-zone.h"

#include <math.h>

/* Degrees around a record on the map, by what it is: a town with the roads to it; a
 * region of which only the middle is known, with about what it takes up. */
#define MARGIN_TOWN    0.3
#define MARGIN_REGION  2.2
#define MARGIN_COUNTRY 6.0

void
sb_find_target_free (SbFindTarget *self)
{
  g_clear_pointer (&self->record, sb_ref_unref);
  g_free (self);
}

static void
add_bounds (SbFindTarget *self,
            const SbBounds *bounds)
{
  if (!self->has_bounds)
    self->bounds = *bounds;
  self->has_bounds = TRUE;
  self->bounds.west = MIN (self->bounds.west, bounds->west);
  self->bounds.south = MIN (self->bounds.south, bounds->south);
  self->bounds.east = MAX (self->bounds.east, bounds->east);
  self->bounds.north = MAX (self->bounds.north, bounds->north);
}

static void
add_point (SbFindTarget *self,
           SbRecord *record,
           guint longitude,
           guint latitude,
           double margin)
{
  double east = sb_record_get_real (record, longitude, NAN);
  double north = sb_record_get_real (record, latitude, NAN);
  SbBounds around = { east - margin, north - margin, east + margin, north + margin };

  if (!isnan (east) && !isnan (north))
    add_bounds (self, &around);
}

static void
add_items (SbFindTarget *self,
           SbRecord *record,
           guint list,
           guint longitude,
           guint latitude)
{
  for (guint i = 0; i < sb_record_get_n_items (record, list); i++)
    add_point (self, sb_record_get_item (record, list, i), longitude, latitude, MARGIN_TOWN);
}

static double
choose_margin (SbRecord *place)
{
  switch (sb_record_get_term (place, SB_PLACE_KIND, SB_PLACE_KIND_TOWN))
    {
    case SB_PLACE_KIND_COUNTRY:
      return MARGIN_COUNTRY;

    case SB_PLACE_KIND_REGION:
    case SB_PLACE_KIND_AREA:
    case SB_PLACE_KIND_RIVER:
      return MARGIN_REGION;

    default:
      return MARGIN_TOWN;
    }
}

/* All of a country or region whose borders the base map knows; FALSE for others. */
static gboolean
add_shape (SbFindTarget *self,
           SbRecord *place)
{
  const char *key = sb_record_get_text (place, SB_PLACE_KEY);
  gboolean is_ground = choose_margin (place) > MARGIN_TOWN || sb_record_get_term (place, SB_PLACE_KIND, SB_PLACE_KIND_TOWN) == SB_PLACE_KIND_DISTRICT;
  g_autoptr (SbRegionShapes) shapes = key != NULL && is_ground ? sb_region_shapes_new (NULL) : NULL;
  const SbRegionShape *shape = shapes != NULL ? sb_region_shapes_find (shapes, key) : NULL;
  SbPosition top;
  SbPosition foot;

  if (shape == NULL)
    return FALSE;

  top = sb_mercator_unproject ((SbPoint) { shape->box.x, shape->box.y });
  foot = sb_mercator_unproject ((SbPoint) { shape->box.x + shape->box.width, shape->box.y + shape->box.height });
  add_bounds (self, &(SbBounds) { top.longitude, foot.latitude, foot.longitude, top.latitude });
  return TRUE;
}

static gboolean locate (SbFindTarget *self,
                        SbStore *store,
                        SbRecord *record,
                        GError **error);

/* As the record that @ref (nullable) names. */
static gboolean
locate_ref (SbFindTarget *self,
            SbStore *store,
            SbRef *ref,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) named = NULL;

  if (ref == NULL)
    return TRUE;

  named = sb_store_get (store, sb_ref_get_kind (ref), sb_ref_get_id (ref), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return named == NULL || locate (self, store, named, error);
}

static gboolean
locate_restriction (SbFindTarget *self,
                    SbStore *store,
                    SbRecord *restriction,
                    GError **error)
{
  add_items (self, restriction, SB_RESTRICTION_PLACES, SB_RESTRICTION_PLACE_LONGITUDE, SB_RESTRICTION_PLACE_LATITUDE);
  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_STRETCHES); i++)
    {
      SbRecord *stretch = sb_record_get_item (restriction, SB_RESTRICTION_STRETCHES, i);

      if (!locate_ref (self, store, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
locate (SbFindTarget *self,
        SbStore *store,
        SbRecord *record,
        GError **error)
{
  switch (sb_record_get_kind (record))
    {
    case SB_KIND_PLACE:
      if (!add_shape (self, record))
        add_point (self, record, SB_PLACE_LONGITUDE, SB_PLACE_LATITUDE, choose_margin (record));
      return TRUE;

    case SB_KIND_EVENT:
      add_items (self, record, SB_EVENT_PLACES, SB_EVENT_PLACE_LONGITUDE, SB_EVENT_PLACE_LATITUDE);
      return TRUE;

    case SB_KIND_CORRIDOR:
      add_items (self, record, SB_CORRIDOR_STOPS, SB_CORRIDOR_STOP_LONGITUDE, SB_CORRIDOR_STOP_LATITUDE);
      return TRUE;

    case SB_KIND_RESTRICTION:
      return locate_restriction (self, store, record, error);

    case SB_KIND_CONTROL:
      return locate_ref (self, store, sb_record_get_ref (record, SB_CONTROL_PLACE), error);

    case SB_KIND_ZONE:
      return locate_ref (self, store, sb_record_get_ref (record, SB_ZONE_PLACE), error);

    default:
      return TRUE;
    }
}

static void
read_passage (SbFindTarget *self,
              SbRecord *extract)
{
  SbRef *document = sb_record_get_ref (extract, SB_EXTRACT_DOCUMENT);

  if (document == NULL)
    return;

  self->document = sb_ref_get_id (document);
  self->start = (int) sb_record_get_integer (extract, SB_EXTRACT_START, 0);
  self->end = (int) sb_record_get_integer (extract, SB_EXTRACT_END, 0);
}

static void
read_days (SbFindTarget *self,
           SbRecord *event)
{
  const SbDate *date = sb_record_get_date (event, SB_EVENT_DATE);

  if (date == NULL)
    return;

  self->has_days = TRUE;
  self->first_day = sb_date_get_first_day (date);
  self->last_day = sb_date_get_last_day (date);
}

/* Run in the worker. */
static gpointer
read_target (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  SbRef *ref = data;
  g_autoptr (SbFindTarget) self = g_new0 (SbFindTarget, 1);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) record = sb_store_get (store, sb_ref_get_kind (ref), sb_ref_get_id (ref), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  /* It may have been removed since it was found. */
  if (record == NULL)
    return g_steal_pointer (&self);

  self->record = sb_record_dup_ref (record);
  if (sb_record_get_kind (record) == SB_KIND_EXTRACT)
    read_passage (self, record);
  if (sb_record_get_kind (record) == SB_KIND_EVENT)
    read_days (self, record);
  return locate (self, store, record, error) ? g_steal_pointer (&self) : NULL;
}

void
sb_find_target_read_async (SbCatalogue *catalogue,
                           SbRef *record,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));
  g_return_if_fail (record != NULL);

  sb_catalogue_read_async (catalogue, read_target, sb_ref_ref (record), (GDestroyNotify) sb_ref_unref,
                           (GDestroyNotify) sb_find_target_free, NULL, callback, user_data);
}

SbFindTarget *
sb_find_target_read_finish (SbCatalogue *catalogue,
                            GAsyncResult *result,
                            GError **error)
{
  return sb_catalogue_read_finish (catalogue, result, error);
}
