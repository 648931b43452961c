/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include <math.h>

#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-drawing.h"
#include "sb-event.h"
#include "sb-place.h"
#include "sb-restriction.h"
#include "sb-zone.h"

/* Which records lie in the extent that is asked for. */

static gboolean
has_point (SbExporter *self,
           SbRecord *record,
           guint longitude,
           guint latitude)
{
  SbPosition position = { sb_record_get_real (record, longitude, NAN), sb_record_get_real (record, latitude, NAN) };

  return !isnan (position.longitude) && !isnan (position.latitude) &&
         sb_bounds_contains (self->request->bounds, position);
}

static gboolean
has_item (SbExporter *self,
          SbRecord *record,
          guint list,
          guint longitude,
          guint latitude)
{
  for (guint i = 0; i < sb_record_get_n_items (record, list); i++)
    if (has_point (self, sb_record_get_item (record, list, i), longitude, latitude))
      return TRUE;

  return FALSE;
}

/* Whether the record that @ref (nullable) names lies there. */
static gboolean
has_ref (SbExporter *self,
         SbRef *ref,
         gboolean *is_inside,
         GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbRecord *named = ref != NULL ? _sb_exporter_look_up (self, ref, &failure) : NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  *is_inside = named != NULL;
  return named == NULL || _sb_exporter_is_inside (self, named, is_inside, error);
}

/* At one of its places, or on a road that it lies on. */
static gboolean
has_restriction (SbExporter *self,
                 SbRecord *restriction,
                 gboolean *is_inside,
                 GError **error)
{
  *is_inside = has_item (self, restriction, SB_RESTRICTION_PLACES, SB_RESTRICTION_PLACE_LONGITUDE,
                         SB_RESTRICTION_PLACE_LATITUDE);
  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_STRETCHES) && !*is_inside; i++)
    {
      SbRecord *stretch = sb_record_get_item (restriction, SB_RESTRICTION_STRETCHES, i);

      if (!has_ref (self, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR), is_inside, error))
        return FALSE;
    }

  return TRUE;
}

/* A part of it is there, be it that it reaches across without a corner there. */
static gboolean
has_drawing (SbExporter *self,
             SbRecord *drawing)
{
  guint n_points = sb_record_get_n_items (drawing, SB_DRAWING_POINTS);
  gboolean is_area = sb_record_get_term (drawing, SB_DRAWING_KIND, SB_DRAWING_KIND_LINE) == SB_DRAWING_KIND_AREA;
  const SbBounds *bounds = self->request->bounds;
  SbPosition centre = sb_bounds_get_centre (bounds);
  SbRect rect = { bounds->west, bounds->south, bounds->east - bounds->west, bounds->north - bounds->south };
  gboolean is_around = FALSE;

  for (guint i = 0; i < n_points; i++)
    {
      SbRecord *from = sb_record_get_item (drawing, SB_DRAWING_POINTS, i);
      SbRecord *to = sb_record_get_item (drawing, SB_DRAWING_POINTS, (i + 1) % n_points);
      SbPoint a = { sb_record_get_real (from, SB_DRAWING_POINT_LONGITUDE, 0), sb_record_get_real (from, SB_DRAWING_POINT_LATITUDE, 0) };
      SbPoint b = { sb_record_get_real (to, SB_DRAWING_POINT_LONGITUDE, 0), sb_record_get_real (to, SB_DRAWING_POINT_LATITUDE, 0) };

      if ((a.y > centre.latitude) != (b.y > centre.latitude) &&
          centre.longitude < a.x + (b.x - a.x) * (centre.latitude - a.y) / (b.y - a.y))
        is_around = !is_around;
      if (has_point (self, from, SB_DRAWING_POINT_LONGITUDE, SB_DRAWING_POINT_LATITUDE) ||
          ((is_area || i + 1 < n_points) && sb_clip_segment (&a, &b, &rect)))
        return TRUE;
    }

  return is_area && is_around;
}

gboolean
_sb_exporter_is_inside (SbExporter *self,
                        SbRecord *record,
                        gboolean *is_inside,
                        GError **error)
{
  *is_inside = TRUE;
  if (self->request->bounds == NULL)
    return TRUE;

  switch (sb_record_get_kind (record))
    {
    case SB_KIND_PLACE:
      *is_inside = has_point (self, record, SB_PLACE_LONGITUDE, SB_PLACE_LATITUDE);
      return TRUE;

    case SB_KIND_EVENT:
      *is_inside = has_item (self, record, SB_EVENT_PLACES, SB_EVENT_PLACE_LONGITUDE, SB_EVENT_PLACE_LATITUDE);
      return TRUE;

    case SB_KIND_CORRIDOR:
      *is_inside = has_item (self, record, SB_CORRIDOR_STOPS, SB_CORRIDOR_STOP_LONGITUDE, SB_CORRIDOR_STOP_LATITUDE);
      return TRUE;

    case SB_KIND_RESTRICTION:
      return has_restriction (self, record, is_inside, error);

    case SB_KIND_CONTROL:
      return has_ref (self, sb_record_get_ref (record, SB_CONTROL_PLACE), is_inside, error);

    case SB_KIND_ZONE:
      return has_ref (self, sb_record_get_ref (record, SB_ZONE_PLACE), is_inside, error);

    case SB_KIND_DRAWING:
      *is_inside = has_drawing (self, record);
      return TRUE;

    default:
      /* What is nowhere is not there. */
      *is_inside = FALSE;
      return TRUE;
    }
}
