/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-restriction-areas.h"

#include "sb-date-format.h"
#include "sb-record.h"
#include "sb-restriction.h"
#include "sb-road-state.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

#define SEPARATOR " · "

/* A place, and what weighs on it. */
typedef struct
{
  SbRef *place; /* (unowned) */
  SbPoint point; /* on the unit square */
  GPtrArray *restrictions; /* (owned) (element-type SbRecord) */
} Spot;

static void
clear_spot (gpointer data)
{
  g_ptr_array_unref (((Spot *) data)->restrictions);
}

static void
add_to_spot (GArray *spots,
             SbRecord *item,
             SbRecord *restriction)
{
  SbRef *place = sb_record_get_ref (item, SB_RESTRICTION_PLACE_PLACE);
  Spot spot = { .place = place };

  if (place == NULL || !sb_record_has (item, SB_RESTRICTION_PLACE_LATITUDE))
    return;

  for (guint i = 0; i < spots->len; i++)
    if (sb_ref_equal (g_array_index (spots, Spot, i).place, place))
      {
        g_ptr_array_add (g_array_index (spots, Spot, i).restrictions, restriction);
        return;
      }

  spot.point = sb_mercator_project ((SbPosition) { sb_record_get_real (item, SB_RESTRICTION_PLACE_LONGITUDE, 0),
                                                   sb_record_get_real (item, SB_RESTRICTION_PLACE_LATITUDE, 0) });
  spot.restrictions = g_ptr_array_new ();
  g_ptr_array_add (spot.restrictions, restriction);
  g_array_append_val (spots, spot);
}

static void
append_part (GString *line,
             const char *text)
{
  if (text != NULL && text[0] != '\0')
    g_string_append_printf (line, SEPARATOR "%s", text);
}

/* "Night curfew in Kayes · Curfew · Governor of Kayes · until 30 Sep 2025" */
static char *
format_restriction (SbRecord *restriction,
                    SbLanguage language)
{
  SbRef *imposed_by = sb_record_get_ref (restriction, SB_RESTRICTION_IMPOSED_BY);
  g_autofree char *dates = sb_date_format_lasting (sb_record_get_date (restriction, SB_RESTRICTION_SINCE),
                                                   sb_record_get_date (restriction, SB_RESTRICTION_UNTIL), language, SB_DATE_STYLE_MEDIUM);
  GString *line = g_string_new (sb_record_get_title (restriction, language));

  append_part (line, sb_record_get_term_label (restriction, SB_RESTRICTION_KIND, language));
  if (imposed_by != NULL)
    append_part (line, sb_ref_get_name (imposed_by, language));
  append_part (line, dates);

  return g_string_free (line, FALSE);
}

static void
append_lines (GPtrArray *lines,
              SbRecord *restriction,
              SbLanguage language)
{
  const char *terms = sb_bilingual_get_any (sb_record_get_bilingual (restriction, SB_RESTRICTION_TERMS), language);
  const char *exemptions = sb_bilingual_get_any (sb_record_get_bilingual (restriction, SB_RESTRICTION_EXEMPTIONS), language);

  g_ptr_array_add (lines, format_restriction (restriction, language));
  if (terms != NULL && terms[0] != '\0')
    g_ptr_array_add (lines, g_strdup (terms));
  if (exemptions != NULL && exemptions[0] != '\0')
    /* Translators: whom a curfew or a blockade spares. */
    g_ptr_array_add (lines, g_strdup_printf (sb_translate (language, "Exempt: %s"), exemptions));
}

static gboolean
is_wide (SbRecord *place)
{
  switch (sb_record_get_term (place, SB_PLACE_KIND, SB_PLACE_KIND_TOWN))
    {
    case SB_PLACE_KIND_COUNTRY:
    case SB_PLACE_KIND_REGION:
    case SB_PLACE_KIND_AREA:
    case SB_PLACE_KIND_DISTRICT:
      return TRUE;

    default:
      return FALSE;
    }
}

/* Whether one of them touches those who travel there: a suspension of parties does
 * not. */
static gboolean
touches_traffic (GPtrArray *restrictions)
{
  for (guint i = 0; i < restrictions->len; i++)
    if (sb_road_state_of_place (g_ptr_array_index (restrictions, i)) != SB_ROAD_OPEN)
      return TRUE;

  return FALSE;
}

static SbMapArea *
create_area (const Spot *spot,
             SbRegionShapes *shapes,
             SbRecordLookup lookup,
             gpointer data)
{
  SbRecord *place = lookup (spot->place, data);
  SbArea area = { 0 };
  GPtrArray *lines[SB_N_LANGUAGES];
  g_autoptr (SbRef) record = sb_record_dup_ref (g_ptr_array_index (spot->restrictions, 0));
  SbMapArea *self;

  if (place != NULL && is_wide (place) && touches_traffic (spot->restrictions) && sb_area_init_for_place (&area, place, shapes))
    area.is_restricted = TRUE;
  /* Where the sign is drawn. */
  area.centre = spot->point;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      lines[language] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (lines[language], g_strdup (sb_ref_get_name (spot->place, language)));
      for (guint i = 0; i < spot->restrictions->len; i++)
        append_lines (lines[language], g_ptr_array_index (spot->restrictions, i), language);
    }

  self = sb_map_area_new (&area, shapes, spot->place, record, lines);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    g_ptr_array_unref (lines[language]);

  return self;
}

GPtrArray *
sb_restriction_areas_new (GPtrArray *restrictions,
                          SbRegionShapes *shapes,
                          SbRecordLookup lookup,
                          gpointer data)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (restrictions != NULL && lookup != NULL, areas);

  g_array_set_clear_func (spots, clear_spot);
  for (guint i = 0; i < restrictions->len; i++)
    {
      SbRecord *restriction = g_ptr_array_index (restrictions, i);

      for (guint k = 0; k < sb_record_get_n_items (restriction, SB_RESTRICTION_PLACES); k++)
        add_to_spot (spots, sb_record_get_item (restriction, SB_RESTRICTION_PLACES, k), restriction);
    }

  for (guint i = 0; i < spots->len; i++)
    g_ptr_array_add (areas, create_area (&g_array_index (spots, Spot, i), shapes, lookup, data));

  return areas;
}

GPtrArray *
sb_restriction_grounds_new (GPtrArray *restrictions,
                            SbRegionShapes *shapes,
                            SbRecordLookup lookup,
                            gpointer data)
{
  g_autoptr (GPtrArray) areas = sb_restriction_areas_new (restrictions, shapes, lookup, data);
  GPtrArray *grounds = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < areas->len; i++)
    if (sb_map_area_get_area (g_ptr_array_index (areas, i))->is_restricted)
      g_ptr_array_add (grounds, g_object_ref (g_ptr_array_index (areas, i)));

  return grounds;
}
