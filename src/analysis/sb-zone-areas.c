/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-zone-areas.h"

#include "sb-certainty.h"
#include "sb-date-format.h"
#include "sb-translate.h"
#include "sb-zone.h"

#define SEPARATOR " · "

static const SbAreaZone area_zones[] = {
  [SB_ZONE_LEVEL_GREEN] = SB_AREA_ZONE_GREEN,
  [SB_ZONE_LEVEL_YELLOW] = SB_AREA_ZONE_YELLOW,
  [SB_ZONE_LEVEL_ORANGE] = SB_AREA_ZONE_ORANGE,
  [SB_ZONE_LEVEL_RED] = SB_AREA_ZONE_RED,
};

static gboolean
have_same_issuer (SbRecord *a,
                  SbRecord *b)
{
  SbRef *one = sb_record_get_ref (a, SB_ZONE_ISSUER);
  SbRef *other = sb_record_get_ref (b, SB_ZONE_ISSUER);

  return one == other || (one != NULL && other != NULL && sb_ref_equal (one, other));
}

static gboolean
have_same_place (SbRecord *a,
                 SbRecord *b)
{
  return sb_ref_equal (sb_record_get_ref (a, SB_ZONE_PLACE), sb_record_get_ref (b, SB_ZONE_PLACE));
}

GPtrArray *
sb_zones_list_standing (GPtrArray *zones,
                        int as_of)
{
  GPtrArray *standing = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (zones != NULL, standing);

  for (guint i = 0; i < zones->len; i++)
    {
      SbRecord *zone = g_ptr_array_index (zones, i);
      gboolean is_replaced = FALSE;

      if (sb_certainty_of_holding (sb_record_get_date (zone, SB_ZONE_SINCE), sb_record_get_date (zone, SB_ZONE_UNTIL), as_of) ==
          SB_CERTAINTY_NO)
        continue;

      for (guint k = 0; k < standing->len && !is_replaced; k++)
        is_replaced = have_same_place (g_ptr_array_index (standing, k), zone) && have_same_issuer (g_ptr_array_index (standing, k), zone);
      if (!is_replaced)
        g_ptr_array_add (standing, g_object_ref (zone));
    }

  return standing;
}

/* "red, formally advised against · since 25 Apr 2026 · according to …" */
static char *
format_zone (SbRecord *zone,
             SbLanguage language)
{
  SbRef *issuer = sb_record_get_ref (zone, SB_ZONE_ISSUER);
  g_autofree char *dates = sb_date_format_lasting (sb_record_get_date (zone, SB_ZONE_SINCE), sb_record_get_date (zone, SB_ZONE_UNTIL),
                                                   language, SB_DATE_STYLE_MEDIUM);
  GString *line = g_string_new (sb_record_get_term_label (zone, SB_ZONE_LEVEL, language));

  if (dates[0] != '\0')
    g_string_append_printf (line, SEPARATOR "%s", dates);
  g_string_append (line, SEPARATOR);
  if (issuer != NULL)
    g_string_append_printf (line, sb_translate (language, "according to %s"), sb_ref_get_name (issuer, language));
  else
    g_string_append (line, sb_translate (language, "unsourced"));

  return g_string_free (line, FALSE);
}

/* @zones: (element-type SbRecord) of one place. */
static SbMapArea *
create_area (GPtrArray *zones,
             SbRegionShapes *shapes,
             SbRecordLookup lookup,
             gpointer data)
{
  SbRef *place = sb_record_get_ref (g_ptr_array_index (zones, 0), SB_ZONE_PLACE);
  SbRecord *ground = lookup (place, data);
  GPtrArray *lines[SB_N_LANGUAGES];
  g_autoptr (SbRef) record = NULL;
  SbMapArea *self;
  SbArea area;

  if (ground == NULL || !sb_area_init_for_place (&area, ground, shapes))
    return NULL;

  for (guint i = 0; i < zones->len; i++)
    area.zone = MAX (area.zone, area_zones[sb_record_get_term (g_ptr_array_index (zones, i), SB_ZONE_LEVEL, SB_ZONE_LEVEL_GREEN)]);

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      lines[language] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (lines[language], g_strdup (sb_ref_get_name (place, language)));
      for (guint i = 0; i < zones->len; i++)
        g_ptr_array_add (lines[language], format_zone (g_ptr_array_index (zones, i), language));
    }

  record = zones->len == 1 ? sb_record_dup_ref (g_ptr_array_index (zones, 0)) : sb_ref_ref (place);
  self = sb_map_area_new (&area, shapes, place, record, lines);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    g_ptr_array_unref (lines[language]);

  return self;
}

GPtrArray *
sb_zone_areas_new (GPtrArray *zones,
                   int as_of,
                   SbRegionShapes *shapes,
                   SbRecordLookup lookup,
                   gpointer data)
{
  g_autoptr (GPtrArray) standing = sb_zones_list_standing (zones, as_of);
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_object_unref);

  while (standing->len > 0)
    {
      g_autoptr (GPtrArray) here = g_ptr_array_new ();
      SbRecord *first = g_ptr_array_index (standing, 0);
      SbMapArea *area;

      for (guint i = 0; i < standing->len; i++)
        if (have_same_place (first, g_ptr_array_index (standing, i)))
          g_ptr_array_add (here, g_ptr_array_index (standing, i));
      for (guint i = 0; i < here->len; i++)
        g_ptr_array_remove (standing, g_ptr_array_index (here, i));

      area = create_area (here, shapes, lookup, data);
      if (area != NULL)
        g_ptr_array_add (areas, area);
    }

  return areas;
}
