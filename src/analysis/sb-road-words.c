/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-words.h"

#include "sb-date-format.h"
#include "sb-figure.h"
#include "sb-restriction.h"
#include "sb-text.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

/* What is shorter is not told of. */
#define LEAST_KM 0.5

#define SEPARATOR " · "

const char *
sb_road_state_get_label (SbRoadState self,
                         SbLanguage language)
{
  static const char *const labels[SB_N_ROAD_STATES] = {
    [SB_ROAD_OPEN] = NC_ ("road", "open"),
    [SB_ROAD_LIMITED] = NC_ ("road", "limited"),
    [SB_ROAD_THREATENED] = NC_ ("road", "threatened"),
    [SB_ROAD_CUT] = NC_ ("road", "cut"),
  };

  g_return_val_if_fail ((guint) self < SB_N_ROAD_STATES, "");

  return sb_translate_context (language, "road", labels[self]);
}

const char *
sb_road_detour_get_label (SbLanguage language)
{
  return sb_translate_context (language, "road", NC_ ("road", "detour"));
}

/* "cut; leaving out what is denied: limited": @labels by reading, each told where it is
 * another one than before. */
static char *
join_labels (const char *const *labels,
             SbLanguage language)
{
  static const char *const leads[SB_N_ROAD_READINGS] = {
    [SB_ROAD_READING_UNDENIED] = N_ ("leaving out what is denied:"),
    [SB_ROAD_READING_SURE] = N_ ("leaving out what is not sure:"),
  };
  g_autofree char *text = g_strdup (labels[SB_ROAD_READING_ALL]);

  for (SbRoadReading reading = SB_ROAD_READING_UNDENIED; reading < SB_N_ROAD_READINGS; reading++)
    {
      g_autofree char *before = NULL;

      if (g_strcmp0 (labels[reading], labels[reading - 1]) == 0)
        continue;

      before = g_steal_pointer (&text);
      /* Translators: the state of a road, then what is left out, which ends in a colon, and
       * the state that it is in then. */
      text = g_strdup_printf (sb_translate (language, "%s; %s %s"), before, sb_translate (language, leads[reading]), labels[reading]);
    }

  return g_steal_pointer (&text);
}

char *
sb_road_states_describe (const SbRoadState *states,
                         SbLanguage language)
{
  const char *labels[SB_N_ROAD_READINGS];

  g_return_val_if_fail (states != NULL, NULL);

  for (SbRoadReading reading = 0; reading < SB_N_ROAD_READINGS; reading++)
    labels[reading] = sb_road_state_get_label (states[reading], language);

  return join_labels (labels, language);
}

/* The state of the way, and that it is another one than the usual where that is cut. */
static char *
label_verdict (const SbRoadRoute *route,
               const SbRoadVerdict *verdict,
               SbLanguage language)
{
  const char *state = sb_road_state_get_label (sb_road_verdict_get_state (verdict, route->conditions), language);
  g_autoptr (GPtrArray) closures = sb_road_verdict_list_closures (verdict, route->conditions);

  /* Translators: the state of a road: “open, by a detour”. */
  return closures->len > 0 ? g_strdup_printf (sb_translate (language, "%s, by a detour"), state) : g_strdup (state);
}

char *
sb_road_route_summarise (const SbRoadRoute *self,
                         SbLanguage language)
{
  const SbRoadNetwork *network;
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  const char *labels[SB_N_ROAD_READINGS] = { NULL };
  g_autofree char *answer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->usual == NULL)
    return NULL;

  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const SbRoadVerdict *verdict = g_ptr_array_index (self->verdicts, i);

      g_ptr_array_add (owned, label_verdict (self, verdict, language));
      for (SbRoadReading reading = 0; reading < SB_N_ROAD_READINGS; reading++)
        if ((verdict->readings & 1u << reading) != 0)
          labels[reading] = g_ptr_array_index (owned, i);
    }

  network = sb_road_conditions_get_network (self->conditions);
  answer = join_labels (labels, language);
  /* Translators: two places, and in what state the road from one to the other is. */
  return g_strdup_printf (sb_translate (language, "Road %s – %s: %s"), sb_road_place_get_name (sb_road_network_get_place (network, self->from), language),
                          sb_road_place_get_name (sb_road_network_get_place (network, self->to), language), answer);
}

const char *
sb_road_reading_get_label (SbRoadReading self,
                           SbLanguage language)
{
  switch (self)
    {
    case SB_ROAD_READING_UNDENIED:
      return sb_translate (language, "leaving out what is denied or contradicted");

    case SB_ROAD_READING_SURE:
      return sb_translate (language, "leaving out what is denied, and what need not be in force on that day");

    case SB_ROAD_READING_ALL:
    default:
      return "";
    }
}

char *
sb_road_format_km (double km,
                   gboolean is_estimated,
                   SbLanguage language)
{
  g_autofree char *number = sb_number_format (km, 0, language);

  /* Translators: %s is a number, of kilometres that are only reckoned. */
  return is_estimated ? g_strdup_printf (sb_translate (language, "about %s\302\240km"), number) : g_strdup_printf ("%s\302\240km", number);
}

const char *
sb_road_place_get_name (const SbRoadPlace *self,
                        SbLanguage language)
{
  g_return_val_if_fail (self != NULL, "");

  if (self->names[language] != NULL)
    return self->names[language];

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (self->names[i] != NULL)
      return self->names[i];

  return "";
}

const char *
sb_road_get_short_name (const SbRoad *self,
                        SbLanguage language)
{
  if (self == NULL)
    return "";

  return self->code != NULL ? self->code : self->names[language];
}

static const char *
get_name (const SbRoadNetwork *network,
          guint place,
          SbLanguage language)
{
  return sb_road_place_get_name (sb_road_network_get_place (network, place), language);
}

char *
sb_road_way_describe (const SbRoadWay *self,
                      const SbRoadNetwork *network,
                      SbLanguage language)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  parts = sb_road_way_list_parts (self, network);
  for (guint i = 0; i < parts->len; i++)
    {
      const SbRoadPart *part = &g_array_index (parts, SbRoadPart, i);

      g_string_append (text, i > 0 ? ", " : "");
      if (part->road != NULL && part->road->code != NULL)
        g_string_append_printf (text, part->road->country != NULL ? "%s (%s)" : "%s", part->road->code, part->road->country);
      else
        g_string_append_printf (text, "%s–%s", get_name (network, self->places[part->first], language),
                                get_name (network, self->places[part->last], language));
    }

  return g_string_free (text, FALSE);
}

char *
sb_road_way_describe_surface (const SbRoadWay *self,
                              const SbRoadNetwork *network,
                              SbLanguage language)
{
  g_autofree char *roads = NULL;
  g_autofree char *tracks = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  roads = sb_road_way_describe (self, network, language);
  if (self->track_km < LEAST_KM)
    return g_steal_pointer (&roads);
  if (self->track_km > self->km - LEAST_KM)
    /* Translators: roads. */
    return g_strdup_printf (sb_translate (language, "%s, on tracks"), roads);

  tracks = sb_road_format_km (self->track_km, FALSE, language);
  /* Translators: roads, and how long the tracks among them are. */
  return g_strdup_printf (sb_translate (language, "%s, partly on tracks (%s)"), roads, tracks);
}

char *
sb_road_way_describe_other (const SbRoadWay *self,
                            const SbRoadWay *first,
                            const SbRoadNetwork *network,
                            SbLanguage language)
{
  g_autofree char *km = NULL;
  g_autofree char *roads = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (first != NULL, NULL);

  km = sb_road_format_km (self->km, self->is_estimated, language);
  roads = sb_road_way_describe_surface (self, network, language);
  if (self->km < first->km - LEAST_KM && self->cost >= first->cost)
    /* Translators: a length and roads. */
    return g_strdup_printf (sb_translate (language, "Another way: %s, by %s: shorter, but a kilometre of track counts as one and a half."), km, roads);

  /* Translators: a length and roads. */
  return g_strdup_printf (sb_translate (language, "Another way: %s, by %s."), km, roads);
}

char *
sb_road_way_format_ends (const SbRoadWay *self,
                         const SbRoadNetwork *network,
                         SbLanguage language)
{
  g_return_val_if_fail (self != NULL, g_strdup (""));

  return g_strdup_printf ("%s–%s", get_name (network, self->places[0], language),
                          get_name (network, self->places[self->n_legs], language));
}

static void
append_part (GString *text,
             const char *part)
{
  if (part[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? SEPARATOR : "", part);
}

char *
sb_road_restriction_describe (const SbRoadRestriction *self,
                              SbLanguage language)
{
  GString *text = g_string_new (NULL);
  g_autofree char *dates = NULL;
  SbRef *imposed_by;
  SbRef *denied_by;

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  imposed_by = sb_record_get_ref (self->record, SB_RESTRICTION_IMPOSED_BY);
  denied_by = self->is_denied ? sb_record_get_ref (self->record, SB_RESTRICTION_DENIED_BY) : NULL;
  dates = sb_date_format_lasting (sb_record_get_date (self->record, SB_RESTRICTION_SINCE),
                                  sb_record_get_date (self->record, SB_RESTRICTION_UNTIL), language, SB_DATE_STYLE_LONG);
  append_part (text, sb_record_get_title (self->record, language));
  if (imposed_by != NULL)
    append_part (text, sb_ref_get_name (imposed_by, language));
  append_part (text, dates);
  if (self->certainty != SB_CERTAINTY_SURE)
    append_part (text, sb_translate (language, "not certain to be in force on that day"));
  if (denied_by != NULL)
    {
      g_autofree char *denial = g_strdup_printf (sb_translate (language, "denied by %s"), sb_ref_get_name (denied_by, language));

      append_part (text, denial);
    }
  if (self->is_contradicted)
    append_part (text, sb_translate (language, "an extract speaks against it"));
  append_part (text, sb_record_get_words (self->record, SB_RESTRICTION_EXEMPTIONS, language));

  return g_string_free (text, FALSE);
}

/* "1,437 km, 79 km more than undisturbed (×1.06)" */
static char *
format_length (const SbRoadVerdict *self,
               const SbRoadRoute *route,
               SbLanguage language)
{
  double detour = sb_road_route_get_detour_km (route, self);
  g_autofree char *km = sb_road_format_km (self->way->km, self->way->is_estimated, language);
  g_autofree char *more = NULL;
  g_autofree char *ratio = NULL;

  if (detour < LEAST_KM)
    return g_steal_pointer (&km);

  more = sb_road_format_km (detour, FALSE, language);
  ratio = sb_number_format (sb_road_route_get_detour_ratio (route, self), 2, language);
  /* Translators: a length, how much more that is than without any restriction, and
   * how many times as much. */
  return g_strdup_printf (sb_translate (language, "%s, %s more than undisturbed (×%s)"), km, more, ratio);
}

char *
sb_road_verdict_describe (const SbRoadVerdict *self,
                          const SbRoadRoute *route,
                          SbLanguage language)
{
  const SbRoadNetwork *network;
  g_autofree char *length = NULL;
  g_autofree char *roads = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (route != NULL, NULL);

  network = sb_road_conditions_get_network (route->conditions);
  if (self->way == NULL)
    return g_strdup (route->usual != NULL ? sb_translate (language, "No way is left: each is cut.")
                                          : sb_translate (language, "No road of the network leads there."));

  length = format_length (self, route, language);
  if (self->way->n_legs == 0)
    return g_strdup (sb_translate (language, "It is the same place."));

  roads = sb_road_way_describe_surface (self->way, network, language);

  switch (sb_road_verdict_get_state (self, route->conditions))
    {
    case SB_ROAD_LIMITED:
      /* Translators: a length, then roads. */
      return g_strdup_printf (sb_translate (language, "Passable with limits: %s, by %s."), length, roads);

    case SB_ROAD_THREATENED:
      return g_strdup_printf (sb_translate (language, "Passable, under threat: %s, by %s."), length, roads);

    case SB_ROAD_OPEN:
    default:
      return g_strdup_printf (sb_translate (language, "Open: %s, by %s."), length, roads);
    }
}

char *
sb_road_share_describe (const SbRoadShare *self,
                        SbLanguage language)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  value = sb_figure_dup_value (self->figure, language);

  /* Translators: what a figure counts, the figure, and a road on which
   * restrictions lie. Touched does not say lost. */
  return g_strdup_printf (sb_translate (language, "%s: %s, touched by what lies on %s."), sb_record_get_title (self->figure, language), value,
                          sb_road_get_short_name (self->road, language));
}
