/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-event-look.h"

#include "sb-mercator.h"
#include "sb-text.h"
#include "sb-translate.h"

#include <math.h>

/* Logical pixels. */
#define RADIUS_STEP 4
#define MAX_RADIUS  72

#define EQUATOR_KM 40075.0

/* From so many deaths on, and how tall the symbol then is. */
static const struct
{
  guint fatalities;
  guint size;
} sizes[] = {
  { 1000, 26 },
  { 250, 23 },
  { 50, 20 },
  { 10, 17 },
  { 1, 15 },
  { 0, 13 },
};

/* What each precision may be off by, in kilometres, and the least and the most
 * pixels that it is shown by. */
static const struct
{
  double km;
  guint least;
  guint most;
} extents[] = {
  [SB_PLACE_PRECISION_EXACT] = { 0, 0, 0 },
  [SB_PLACE_PRECISION_NEAR] = { 5, 13, 40 },
  [SB_PLACE_PRECISION_AREA] = { 20, 18, 64 },
  [SB_PLACE_PRECISION_REGION] = { 100, 24, MAX_RADIUS },
  [SB_PLACE_PRECISION_COUNTRY] = { 300, 32, MAX_RADIUS },
};

static guint
get_size (guint fatalities)
{
  guint i = 0;

  while (fatalities < sizes[i].fatalities)
    i++;

  return sizes[i].size;
}

SbSymbolLook
sb_event_cluster_get_look (const SbEventCluster *self)
{
  SbSymbolLook look = {
    .type = self->type,
    .size = get_size (self->fatalities),
    .flags = self->is_unsourced ? SB_SYMBOL_UNSOURCED : SB_SYMBOL_DEFAULT,
    .is_light = !self->is_sure,
  };

  /* A region is no point, however many died in it. */
  if (self->precision >= SB_PLACE_PRECISION_REGION)
    look.flags |= SB_SYMBOL_VAGUE;

  return look;
}

void
sb_event_contents_add (SbEventContents *self,
                       const SbEventCluster *cluster)
{
  g_return_if_fail (self != NULL && cluster != NULL);

  self->types |= 1u << cluster->type;
  if (cluster->precision != SB_PLACE_PRECISION_EXACT)
    self->precisions |= 1u << cluster->precision;
  self->has_counts = self->has_counts || cluster->n_events > 1;
  self->has_larger = self->has_larger || cluster->fatalities > 0;
  self->has_unsourced = self->has_unsourced || cluster->is_unsourced;
  self->has_light = self->has_light || !cluster->is_sure;
}

void
sb_event_contents_join (SbEventContents *self,
                        const SbEventContents *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  self->types |= other->types;
  self->precisions |= other->precisions;
  self->has_counts = self->has_counts || other->has_counts;
  self->has_larger = self->has_larger || other->has_larger;
  self->has_unsourced = self->has_unsourced || other->has_unsourced;
  self->has_light = self->has_light || other->has_light;
}

/* All but the one of nobody dead. */
guint
sb_event_look_get_n_steps (void)
{
  return G_N_ELEMENTS (sizes) - 1;
}

guint
sb_event_look_get_step (guint step)
{
  g_return_val_if_fail (step < sb_event_look_get_n_steps (), 0);

  return sizes[sb_event_look_get_n_steps () - 1 - step].fatalities;
}

guint
sb_event_cluster_get_radius (const SbEventCluster *self,
                             double world)
{
  double km_per_world = EQUATOR_KM * cos (sb_mercator_unproject (self->point).latitude * G_PI / 180);
  double radius;

  if (self->precision == SB_PLACE_PRECISION_EXACT || self->precision >= G_N_ELEMENTS (extents))
    return 0;

  radius = CLAMP (extents[self->precision].km * world / km_per_world, extents[self->precision].least, extents[self->precision].most);
  /* In steps, so that zooming does not draw a picture a frame. */
  return (guint) round (radius / RADIUS_STEP) * RADIUS_STEP;
}

guint
sb_event_count_shorten (guint count)
{
  guint step = count < 1000 ? 1 : count < 10000    ? 100
                                : count < 1000000  ? 1000
                                : count < 10000000 ? 100000
                                                   : 1000000;

  return count / step * step;
}

char *
sb_event_count_format (guint count,
                       SbLanguage language)
{
  guint unit = count < 1000 ? 1 : count < 1000000 ? 1000
                                                  : 1000000;
  g_autofree char *number = sb_number_format ((double) sb_event_count_shorten (count) / unit, 1, language);

  if (unit == 1)
    return g_steal_pointer (&number);
  if (unit == 1000)
    /* Translators: a number of thousands on a map, as short as can be. */
    return g_strdup_printf (sb_translate_context (language, "number", "%sk"), number);

  /* Translators: a number of millions on a map, as short as can be. */
  return g_strdup_printf (sb_translate_context (language, "number", "%sM"), number);
}
