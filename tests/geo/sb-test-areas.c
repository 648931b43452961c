/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-test-areas.h"

static SbMapArea *
create_area (SbArea *area,
             SbRegionShapes *shapes,
             const SbAreaHold *holds,
             guint n_holds)
{
  g_autoptr (SbBilingual) name = sb_bilingual_new ("Lieu", "Place");
  g_autoptr (SbRef) place = sb_ref_new (SB_KIND_PLACE, 1, NULL, name);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_holds; i++)
    area->holds[area->n_holds++] = holds[i];

  g_ptr_array_add (lines, g_strdup ("Place"));
  return sb_map_area_new (area, shapes, place, place, (GPtrArray *[]) { lines, lines });
}

SbMapArea *
sb_test_area_new (SbRegionShapes *shapes,
                  const char *key,
                  const SbAreaHold *holds,
                  guint n_holds,
                  gboolean is_disputed,
                  SbAreaZone zone)
{
  SbArea area = { .shape = sb_region_shapes_find (shapes, key), .is_disputed = is_disputed, .zone = zone };

  g_assert_nonnull (area.shape);
  area.centre = (SbPoint) { area.shape->box.x + area.shape->box.width / 2, area.shape->box.y + area.shape->box.height / 2 };
  return create_area (&area, shapes, holds, n_holds);
}

SbMapArea *
sb_test_area_new_town (SbPosition position,
                       const SbAreaHold *holds,
                       guint n_holds,
                       gboolean is_disputed)
{
  SbArea area = { .centre = sb_mercator_project (position), .radius_km = 9, .is_disputed = is_disputed };

  return create_area (&area, NULL, holds, n_holds);
}
