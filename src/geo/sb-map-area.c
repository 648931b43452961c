/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-map-area.h"

#include <math.h>

/* Logical pixels: the least radius of a disc, which the symbol of an event in its
 * middle must not hide, and of a wide one. */
#define MIN_DISC_RADIUS 18.0
#define MIN_WIDE_RADIUS 36.0

/* Kilometres. */
#define TOWN_RADIUS    9.0
#define VILLAGE_RADIUS 6.0
#define NEAR_RADIUS    14.0
#define AREA_RADIUS    45.0
#define REGION_RADIUS  150.0
#define COUNTRY_RADIUS 300.0

struct _SbMapArea
{
  GObject parent_instance;

  SbArea area;
  SbRegionShapes *shapes; /* (owned) (nullable) */
  SbRef *place; /* (owned) */
  SbRef *record; /* (owned) */
  GPtrArray *lines[SB_N_LANGUAGES]; /* (owned) (element-type char) */
};

G_DEFINE_FINAL_TYPE (SbMapArea, sb_map_area, G_TYPE_OBJECT)

static void
sb_map_area_finalize (GObject *object)
{
  SbMapArea *self = SB_MAP_AREA (object);

  g_clear_pointer (&self->shapes, sb_region_shapes_unref);
  g_clear_pointer (&self->place, sb_ref_unref);
  g_clear_pointer (&self->record, sb_ref_unref);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_clear_pointer (&self->lines[i], g_ptr_array_unref);

  G_OBJECT_CLASS (sb_map_area_parent_class)->finalize (object);
}

static void
sb_map_area_class_init (SbMapAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_map_area_finalize;
}

static void
sb_map_area_init (SbMapArea *self)
{
}

SbMapArea *
sb_map_area_new (const SbArea *area,
                 SbRegionShapes *shapes,
                 SbRef *place,
                 SbRef *record,
                 GPtrArray *const lines[SB_N_LANGUAGES])
{
  SbMapArea *self;

  g_return_val_if_fail (area != NULL && place != NULL && record != NULL, NULL);
  g_return_val_if_fail (area->shape == NULL || shapes != NULL, NULL);
  g_return_val_if_fail (area->n_holds <= SB_AREA_MAX_HOLDS, NULL);

  self = g_object_new (SB_TYPE_MAP_AREA, NULL);
  self->area = *area;
  self->shapes = shapes != NULL ? sb_region_shapes_ref (shapes) : NULL;
  self->place = sb_ref_ref (place);
  self->record = sb_ref_ref (record);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    self->lines[i] = g_ptr_array_ref (lines[i]);

  return self;
}

const SbArea *
sb_map_area_get_area (SbMapArea *self)
{
  g_return_val_if_fail (SB_IS_MAP_AREA (self), NULL);

  return &self->area;
}

SbRef *
sb_map_area_get_place (SbMapArea *self)
{
  g_return_val_if_fail (SB_IS_MAP_AREA (self), NULL);

  return self->place;
}

SbRef *
sb_map_area_get_record (SbMapArea *self)
{
  g_return_val_if_fail (SB_IS_MAP_AREA (self), NULL);

  return self->record;
}

GPtrArray *
sb_map_area_get_lines (SbMapArea *self,
                       SbLanguage language)
{
  g_return_val_if_fail (SB_IS_MAP_AREA (self), NULL);
  g_return_val_if_fail (language < SB_N_LANGUAGES, NULL);

  return self->lines[language];
}

char *
sb_map_area_dup_text (SbMapArea *self,
                      SbLanguage language)
{
  GPtrArray *lines = sb_map_area_get_lines (self, language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));

  return g_string_free (text, FALSE);
}

double
sb_area_get_radius_km (SbPlaceKind kind,
                       SbPlacePrecision precision)
{
  switch (kind)
    {
    case SB_PLACE_KIND_COUNTRY:
      return COUNTRY_RADIUS;

    case SB_PLACE_KIND_REGION:
    case SB_PLACE_KIND_AREA:
      return REGION_RADIUS;

    case SB_PLACE_KIND_DISTRICT:
    case SB_PLACE_KIND_FOREST:
    case SB_PLACE_KIND_LAKE:
    case SB_PLACE_KIND_RIVER:
      return precision == SB_PLACE_PRECISION_REGION ? REGION_RADIUS : AREA_RADIUS;

    case SB_PLACE_KIND_TOWN:
    case SB_PLACE_KIND_VILLAGE:
    case SB_PLACE_KIND_SITE:
    case SB_PLACE_KIND_BORDER_POST:
    case SB_PLACE_KIND_PORT:
    case SB_PLACE_KIND_AIRPORT:
    case SB_PLACE_KIND_CAMP:
    default:
      break;
    }

  switch (precision)
    {
    case SB_PLACE_PRECISION_COUNTRY:
    case SB_PLACE_PRECISION_REGION:
      return REGION_RADIUS;

    case SB_PLACE_PRECISION_AREA:
      return AREA_RADIUS;

    case SB_PLACE_PRECISION_NEAR:
      return NEAR_RADIUS;

    case SB_PLACE_PRECISION_EXACT:
    default:
      return kind == SB_PLACE_KIND_TOWN ? TOWN_RADIUS : VILLAGE_RADIUS;
    }
}

static SbPoint
to_page (const SbMapFrame *frame,
         SbPoint point)
{
  return (SbPoint) { frame->rect.x + (point.x - frame->origin.x) * frame->scale,
                     frame->rect.y + (point.y - frame->origin.y) * frame->scale };
}

double
sb_area_get_disc_radius (const SbArea *self,
                         const SbMapFrame *frame)
{
  double latitude = sb_mercator_unproject (self->centre).latitude;

  return MAX (self->radius_km * sb_map_frame_get_units_per_km (frame, latitude),
              (self->radius_km >= REGION_RADIUS ? MIN_WIDE_RADIUS : MIN_DISC_RADIUS) * frame->unit);
}

gboolean
sb_area_is_small (const SbArea *self,
                  const SbMapFrame *frame)
{
  double latitude = sb_mercator_unproject (self->centre).latitude;

  return self->shape == NULL && self->radius_km * sb_map_frame_get_units_per_km (frame, latitude) < sb_area_get_disc_radius (self, frame);
}

gboolean
sb_area_contains (const SbArea *self,
                  const SbMapFrame *frame,
                  SbPoint point)
{
  SbPoint centre = to_page (frame, self->centre);

  if (self->shape == NULL)
    return hypot (point.x - centre.x, point.y - centre.y) <= sb_area_get_disc_radius (self, frame);

  return sb_region_shape_contains (self->shape,
                                   (SbPoint) { frame->origin.x + (point.x - frame->rect.x) / frame->scale,
                                               frame->origin.y + (point.y - frame->rect.y) / frame->scale });
}

gboolean
sb_area_is_sign_at (const SbArea *self,
                    const SbMapFrame *frame,
                    SbPoint point)
{
  SbPoint centre = to_page (frame, self->centre);

  return hypot (point.x - centre.x, point.y - centre.y) <= MIN_DISC_RADIUS * frame->unit;
}

SbRect
sb_area_get_rect (const SbArea *self,
                  const SbMapFrame *frame)
{
  SbPoint corner;
  double radius;

  if (self->shape == NULL)
    {
      corner = to_page (frame, self->centre);
      radius = sb_area_get_disc_radius (self, frame);
      return (SbRect) { corner.x - radius, corner.y - radius, 2 * radius, 2 * radius };
    }

  corner = to_page (frame, (SbPoint) { self->shape->box.x, self->shape->box.y });
  return (SbRect) { corner.x, corner.y, self->shape->box.width * frame->scale, self->shape->box.height * frame->scale };
}
