/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include <math.h>

#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-event.h"
#include "sb-place.h"
#include "sb-restriction.h"

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

    default:
      /* What is nowhere is not there. */
      *is_inside = FALSE;
      return TRUE;
    }
}
