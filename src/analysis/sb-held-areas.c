/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-held-areas.h"

#include "sb-control.h"
#include "sb-date-format.h"
#include "sb-evidence.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

#define SEPARATOR " · "

static const char *const status_titles[] = {
  [SB_PLACE_HELD] = N_ ("held"),
  [SB_PLACE_CONTESTED] = N_ ("contested"),
  [SB_PLACE_INFLUENCED] = N_ ("under influence"),
  [SB_PLACE_DISPUTED] = N_ ("versions disagree"),
};

gboolean
sb_area_init_for_place (SbArea *area,
                        SbRecord *place,
                        SbRegionShapes *shapes)
{
  int kind;
  int precision;

  g_return_val_if_fail (area != NULL && SB_IS_RECORD (place), FALSE);

  *area = (SbArea) { 0 };
  kind = sb_record_get_term (place, SB_PLACE_KIND, SB_PLACE_KIND_AREA);
  precision = sb_record_get_term (place, SB_PLACE_PRECISION, SB_PLACE_PRECISION_EXACT);
  if (shapes != NULL && (kind == SB_PLACE_KIND_REGION || kind == SB_PLACE_KIND_COUNTRY))
    area->shape = sb_region_shapes_find (shapes, sb_record_get_text (place, SB_PLACE_KEY));

  area->radius_km = sb_area_get_radius_km (kind, precision);
  if (sb_record_has (place, SB_PLACE_LATITUDE) && sb_record_has (place, SB_PLACE_LONGITUDE))
    area->centre = sb_mercator_project ((SbPosition) { sb_record_get_real (place, SB_PLACE_LONGITUDE, 0),
                                                       sb_record_get_real (place, SB_PLACE_LATITUDE, 0) });
  else if (area->shape != NULL)
    area->centre = (SbPoint) { area->shape->box.x + area->shape->box.width / 2,
                               area->shape->box.y + area->shape->box.height / 2 };
  else
    return FALSE;

  return TRUE;
}

/* "Timbuktu Institute, Global Risk" of what supports a statement; "" when there is
 * nothing. */
static char *
format_sources (GPtrArray *evidence,
                SbLanguage language)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (evidence, i);
      SbRef *who = sb_record_get_ref (piece, SB_EVIDENCE_SOURCE);
      const char *name;

      if (who == NULL)
        who = sb_record_get_ref (piece, SB_EVIDENCE_DOCUMENT);
      if (who == NULL || sb_record_get_term (piece, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) != SB_STANCE_SUPPORTS)
        continue;

      name = sb_ref_get_name (who, language);
      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* "FLA, controls · since 26 April 2026 · according to Global Risk" */
static char *
format_version (SbSituationInput *input,
                const SbSituationLine *version,
                SbLanguage language)
{
  SbRecord *control = version->record;
  GString *line = g_string_new (NULL);
  g_autofree char *sources = format_sources (sb_situation_input_get_evidence (input, sb_record_get_id (control)), language);
  g_autofree char *dates = sb_date_format_lasting (sb_record_get_date (control, SB_CONTROL_SINCE),
                                                   sb_record_get_date (control, SB_CONTROL_UNTIL), language, SB_DATE_STYLE_MEDIUM);

  g_string_append_printf (line, "%s, %s", sb_ref_get_name (sb_record_get_ref (control, SB_CONTROL_HOLDER), language),
                          sb_record_get_term_label (control, SB_CONTROL_KIND, language));
  if (version->certainty == SB_CERTAINTY_POSSIBLE)
    g_string_append_printf (line, SEPARATOR "%s", sb_translate (language, "possibly"));
  if (dates[0] != '\0')
    g_string_append_printf (line, SEPARATOR "%s", dates);
  if (version->is_retained)
    g_string_append_printf (line, SEPARATOR "%s", sb_translate (language, "version retained"));

  g_string_append (line, SEPARATOR);
  if (sources[0] != '\0')
    g_string_append_printf (line, sb_translate (language, "according to %s"), sources);
  else
    g_string_append (line, sb_translate (language, "unsourced"));

  return g_string_free (line, FALSE);
}

static GPtrArray *
create_lines (SbSituationInput *input,
              const SbPlaceState *state,
              SbLanguage language)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, g_strdup_printf ("%s" SEPARATOR "%s", sb_ref_get_name (state->place, language),
                                           sb_translate (language, status_titles[state->status])));
  for (guint i = 0; i < state->versions->len; i++)
    g_ptr_array_add (lines, format_version (input, g_ptr_array_index (state->versions, i), language));

  return lines;
}

static SbAreaHold
get_hold (const SbSituationLine *version,
          SbRecordLookup lookup,
          gpointer data)
{
  static const SbAreaManner manners[] = {
    [SB_CONTROL_KIND_CONTROLS] = SB_AREA_MANNER_CONTROLS,
    [SB_CONTROL_KIND_CONTESTS] = SB_AREA_MANNER_CONTESTS,
    [SB_CONTROL_KIND_INFLUENCES] = SB_AREA_MANNER_INFLUENCES,
  };
  SbRecord *holder = lookup (sb_record_get_ref (version->record, SB_CONTROL_HOLDER), data);
  SbAreaHold hold = {
    .manner = manners[sb_record_get_term (version->record, SB_CONTROL_KIND, SB_CONTROL_KIND_CONTROLS)],
    .family = SB_ACTOR_FAMILY_ORGANISATION,
    .is_possible = version->certainty == SB_CERTAINTY_POSSIBLE,
  };

  if (holder != NULL)
    hold.family = sb_record_get_term (holder, SB_ACTOR_FAMILY, SB_ACTOR_FAMILY_ORGANISATION);

  return hold;
}

static SbMapArea *
create_area (SbSituationInput *input,
             const SbPlaceState *state,
             SbRegionShapes *shapes,
             SbRecordLookup lookup,
             gpointer data)
{
  SbRecord *place = lookup (state->place, data);
  g_autoptr (GPtrArray) french = NULL;
  g_autoptr (GPtrArray) english = NULL;
  SbArea area;

  if (place == NULL || !sb_area_init_for_place (&area, place, shapes))
    return NULL;

  area.is_disputed = state->status == SB_PLACE_DISPUTED;
  for (guint i = 0; i < state->versions->len && area.n_holds < SB_AREA_MAX_HOLDS; i++)
    area.holds[area.n_holds++] = get_hold (g_ptr_array_index (state->versions, i), lookup, data);

  french = create_lines (input, state, SB_LANGUAGE_FR);
  english = create_lines (input, state, SB_LANGUAGE_EN);
  return sb_map_area_new (&area, shapes, state->place, state->place,
                          (GPtrArray *[]) { [SB_LANGUAGE_FR] = french, [SB_LANGUAGE_EN] = english });
}

GPtrArray *
sb_held_areas_new (SbSituationInput *input,
                   int as_of,
                   SbRegionShapes *shapes,
                   SbRecordLookup lookup,
                   gpointer data)
{
  g_autoptr (SbSituation) situation = NULL;
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (input != NULL && lookup != NULL, areas);

  situation = sb_situation_new (input, as_of);
  for (guint i = 0; i < situation->places->len; i++)
    {
      SbMapArea *area = create_area (input, g_ptr_array_index (situation->places, i), shapes, lookup, data);

      if (area != NULL)
        g_ptr_array_add (areas, area);
    }

  return areas;
}
