/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-route.h"

#include "sb-cli-table.h"
#include "sb-date-format.h"
#include "sb-evidence.h"
#include "sb-road-words.h"

#include <glib/gi18n.h>

/* Towns that are named one by one. */
#define MAX_TOWNS       60
#define MAX_NAMED_TOWNS 20

static const char *
get_name (const SbRoadNetwork *network,
          guint place)
{
  return sb_road_place_get_name (sb_road_network_get_place (network, place), sb_language_get_interface ());
}

static char *
format_day (const SbRoadPicture *picture)
{
  return sb_day_format (sb_road_conditions_get_day (picture->conditions), sb_language_get_interface (), SB_DATE_STYLE_LONG);
}

/* "12, 14": the ids of restrictions, with which they are looked up. */
static char *
format_ids (GPtrArray *restrictions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < restrictions->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            sb_record_get_id (((const SbRoadRestriction *) g_ptr_array_index (restrictions, i))->record));

  return g_string_free (text, FALSE);
}

static void
print_way (const SbRoadConditions *conditions,
           const SbRoadWay *way,
           SbRoadReading reading)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);
  g_autoptr (GPtrArray) sections = sb_road_list_sections (conditions, way, reading);
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Road"), C_ ("way", "From"), C_ ("way", "To"), _ ("Length"), _ ("State"), _ ("Restrictions"), NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const SbRoadSection *section = g_ptr_array_index (sections, i);
      g_autofree char *km = sb_road_format_km (section->km, section->is_estimated, language);
      g_autofree char *ids = format_ids (section->restrictions);
      const char *cells[] = {
        section->road != NULL && section->road->code != NULL ? section->road->code : "",
        get_name (network, way->places[section->first]),
        get_name (network, way->places[section->last]),
        km,
        sb_road_state_get_label (section->state, language),
        ids,
      };

      sb_cli_table_add (table, cells);
    }
  sb_cli_table_print (table);
}

static void
print_ways (const SbRoadRoute *route,
            const SbRoadVerdict *verdict)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);

  for (guint i = 0; i <= verdict->others->len; i++)
    {
      const SbRoadWay *way = i == 0 ? verdict->open : g_ptr_array_index (verdict->others, i - 1);
      g_autofree char *km = NULL;
      g_autofree char *roads = NULL;

      if (way == NULL || (i > 0 && sb_road_way_equal (way, verdict->open)))
        continue;

      if (i > 0)
        {
          g_autofree char *sentence = sb_road_way_describe_other (way, verdict->way, network, language);

          sb_cli_print ("%s\n", sentence);
          continue;
        }

      km = sb_road_format_km (way->km, way->is_estimated, language);
      roads = sb_road_way_describe_surface (way, network, language);
      /* Translators: a length and roads. */
      sb_cli_print (_ ("On roads on which nothing lies: %s, by %s.\n"), km, roads);
    }
}

static void
print_cuts (const SbRoadRoute *route,
            const SbRoadVerdict *verdict)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);
  g_autoptr (GPtrArray) cuts = sb_road_list_cuts (route, verdict);

  for (guint i = 0; i < cuts->len; i++)
    {
      const SbRoadWay *way = g_ptr_array_index (cuts, i);
      g_autofree char *ends = sb_road_way_format_ends (way, network, language);
      g_autoptr (GPtrArray) sections = sb_road_list_sections (route->conditions, way, verdict->reading);
      const SbRoadSection *section = g_ptr_array_index (sections, 0);
      g_autofree char *ids = format_ids (section->restrictions);

      /* Translators: places, the road between them, ids of restrictions. */
      sb_cli_print (_ ("Cut: %s, %s (%s)\n"), ends, sb_road_get_short_name (section->road, language), ids);
    }
}

/* "+ Timbuktu Institute, 15 September 2025" */
static char *
format_source (SbRecord *evidence)
{
  SbLanguage language = sb_language_get_interface ();
  SbRef *source = sb_record_get_ref (evidence, SB_EVIDENCE_SOURCE);
  g_autofree char *date = sb_date_format (sb_record_get_date (evidence, SB_EVIDENCE_DATE), language, SB_DATE_STYLE_LONG);
  gboolean supports = sb_record_get_term (evidence, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_SUPPORTS;

  return g_strdup_printf ("%s %s%s%s", supports ? "+" : "−", source != NULL ? sb_ref_get_name (source, language) : _ ("unnamed source"),
                          date[0] != '\0' ? ", " : "", date);
}

/* Who says so, and who says the contrary: each text once. */
static void
print_sources (const SbRoadPicture *picture,
               SbRecord *record)
{
  GPtrArray *evidence = sb_situation_input_get_evidence (picture->input, sb_record_get_id (record));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      g_autofree char *line = format_source (g_ptr_array_index (evidence, i));

      if (g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
        continue;

      sb_cli_print ("      %s\n", line);
      g_ptr_array_add (lines, g_steal_pointer (&line));
    }
}

static void
print_restrictions (const SbRoadPicture *picture,
                    GPtrArray *restrictions)
{
  if (restrictions->len == 0)
    return;

  sb_cli_print ("%s\n", _ ("Rests on:"));
  for (guint i = 0; i < restrictions->len; i++)
    {
      const SbRoadRestriction *restriction = g_ptr_array_index (restrictions, i);
      g_autofree char *text = sb_road_restriction_describe (restriction, sb_language_get_interface ());

      sb_cli_print ("  %" G_GINT64_FORMAT " %s\n", sb_record_get_id (restriction->record), text);
      print_sources (picture, restriction->record);
    }
}

static void
print_shares (const SbRoadPicture *picture,
              GPtrArray *shares)
{
  SbLanguage language = sb_language_get_interface ();

  if (shares->len > 0)
    sb_cli_print ("%s\n", _ ("Figures of roads that are touched, which does not say lost"));
  for (guint i = 0; i < shares->len; i++)
    {
      const SbRoadShare *share = g_ptr_array_index (shares, i);
      g_autofree char *sentence = sb_road_share_describe (share, language);
      g_autofree char *grades = sb_situation_input_format_grades (picture->input, sb_record_get_id (share->figure));

      sb_cli_print ("  %s%s%s · %s %" G_GINT64_FORMAT "\n", sentence, grades[0] != '\0' ? " " : "", grades, sb_kind_get_name (SB_KIND_FIGURE),
                    sb_record_get_id (share->figure));
      print_sources (picture, share->figure);
    }
}

void
sb_cli_print_route (const SbRoadPicture *picture,
                    const SbRoadRoute *route)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);
  g_autoptr (GPtrArray) shares = sb_road_route_list_shares (route);
  g_autofree char *day = format_day (picture);

  sb_cli_print ("%s – %s, %s\n", get_name (network, route->from), get_name (network, route->to), day);
  for (guint i = 0; i < route->verdicts->len; i++)
    {
      const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, i);
      g_autofree char *sentence = sb_road_verdict_describe (verdict, route, language);
      const char *reading = sb_road_reading_get_label (verdict->reading, language);

      sb_cli_print ("\n");
      if (route->verdicts->len > 1)
        sb_cli_print ("%u. %s\n", i + 1, reading[0] != '\0' ? reading : _ ("counting all that could be in force"));
      sb_cli_print ("%s\n", sentence);
      if (verdict->way != NULL && verdict->way->n_legs > 0)
        print_way (route->conditions, verdict->way, verdict->reading);
      print_cuts (route, verdict);
      print_ways (route, verdict);
      print_restrictions (picture, verdict->restrictions);
    }
  if (shares->len > 0)
    sb_cli_print ("\n");
  print_shares (picture, shares);
}

void
sb_cli_print_cut_off (const SbRoadPicture *picture,
                      const char *title,
                      GPtrArray *cut_off)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Place"), _ ("Country"), _ ("Restrictions"), _ ("Cut off"), NULL);

  sb_cli_print ("%s\n", title);
  if (cut_off->len == 0)
    {
      sb_cli_print ("  %s\n", _ ("No place is known to be cut off."));
      return;
    }

  for (guint i = 0; i < MIN (cut_off->len, MAX_TOWNS); i++)
    {
      const SbRoadCutOff *one = g_ptr_array_index (cut_off, i);
      g_autofree char *ids = format_ids (one->restrictions);
      const SbRoadPlace *place = sb_road_network_get_place (network, one->place);
      const char *cells[] = {
        sb_road_place_get_name (place, language),
        place->country,
        ids,
        (one->readings & 1u << SB_ROAD_READING_SURE) != 0       ? _ ("whatever is denied")
        : (one->readings & 1u << SB_ROAD_READING_UNDENIED) != 0 ? _ ("if what is uncertain is in force")
                                                                : _ ("if what is denied is true"),
      };

      sb_cli_table_add (table, cells);
    }
  sb_cli_table_print (table);
  if (cut_off->len > MAX_TOWNS)
    sb_cli_print (ngettext ("  and %u other place, which --json lists\n", "  and %u other places, which --json lists\n", cut_off->len - MAX_TOWNS), cut_off->len - MAX_TOWNS);
}

/* One line for each answer: what rests on other restrictions and comes to the same
 * is no other answer here. */
static void
print_port (const SbRoadRoute *route)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);
  g_autofree char *last = NULL;

  for (guint i = 0; i < route->verdicts->len; i++)
    {
      const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, i);
      g_autofree char *sentence = sb_road_verdict_describe (verdict, route, language);

      if (g_strcmp0 (sentence, last) == 0)
        continue;

      if (i == 0)
        sb_cli_print (_ ("  %s: %s\n"), get_name (network, route->from), sentence);
      else
        sb_cli_print (_ ("    %s: %s\n"), sb_road_reading_get_label (verdict->reading, language), sentence);
      g_free (last);
      last = g_steal_pointer (&sentence);
    }
}

void
sb_cli_print_ports (const SbRoadPicture *picture,
                    guint capital,
                    GPtrArray *routes)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  g_autofree char *title = g_strdup_printf (_ ("Ports that serve %s"), get_name (network, capital));

  sb_cli_print ("%s\n", title);
  for (guint i = 0; i < routes->len; i++)
    print_port (g_ptr_array_index (routes, i));
}

void
sb_cli_print_approaches (const SbRoadPicture *picture,
                         guint place,
                         GPtrArray *approaches,
                         GPtrArray *ports)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Road"), C_ ("way", "From"), _ ("Length"), _ ("Restrictions"), _ ("State"), NULL);
  g_autoptr (GPtrArray) restrictions = sb_road_list_approach_restrictions (approaches);
  g_autofree char *title = g_strdup_printf (_ ("Roads to %s"), get_name (network, place));
  g_autofree char *day = format_day (picture);

  sb_cli_print ("%s, %s\n", title, day);
  for (guint i = 0; i < approaches->len; i++)
    {
      const SbRoadApproach *approach = g_ptr_array_index (approaches, i);
      g_autofree char *km = sb_road_format_km (approach->way->km, approach->way->is_estimated, language);
      g_autofree char *ids = format_ids (approach->restrictions);
      g_autofree char *state = sb_road_approach_describe (approach, language);
      const char *cells[] = {
        approach->road->code != NULL ? approach->road->code : "",
        get_name (network, approach->way->places[0]),
        km,
        ids,
        state,
      };

      sb_cli_table_add (table, cells);
    }
  sb_cli_table_print (table);
  if (ports->len > 0)
    sb_cli_print_ports (picture, place, ports);
  print_restrictions (picture, restrictions);
}

/* "Kayes, Nioro du Sahel … (36)", by whether they are cut off if what is denied is
 * true, or whatever is denied. */
static void
print_towns (const SbRoadPicture *picture,
             GPtrArray *cut_off,
             const char *title,
             gboolean is_denied)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  GString *names = g_string_new (NULL);
  guint n_towns = 0;

  for (guint i = 0; i < cut_off->len; i++)
    {
      const SbRoadCutOff *one = g_ptr_array_index (cut_off, i);

      if ((one->readings == 1u << SB_ROAD_READING_ALL) != is_denied)
        continue;

      if (n_towns++ < MAX_NAMED_TOWNS)
        g_string_append_printf (names, "%s%s", n_towns > 1 ? ", " : "", get_name (network, one->place));
    }
  if (n_towns > MAX_NAMED_TOWNS)
    g_string_append (names, "…");
  if (n_towns > 0)
    /* Translators: a group of towns, how many, their names. */
    sb_cli_print (_ ("  %s (%u): %s\n"), title, n_towns, names->str);
  g_string_free (names, TRUE);
}

static void
print_cut_off_towns (const SbRoadPicture *picture,
                     GPtrArray *cut_off,
                     const char *title)
{
  if (cut_off->len == 0)
    return;

  sb_cli_print ("%s\n", title);
  print_towns (picture, cut_off, _ ("by what nobody denies"), FALSE);
  print_towns (picture, cut_off, _ ("if what is denied is true"), TRUE);
}

void
sb_cli_print_roads (const SbRoadPicture *picture)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  g_autoptr (GPtrArray) from_capitals = sb_road_list_cut_off_from_capitals (picture->conditions);
  g_autoptr (GPtrArray) from_ports = sb_road_list_cut_off_from_ports (picture->conditions);
  g_autoptr (GPtrArray) shares = sb_road_list_shares (picture->conditions);

  sb_cli_print ("\n");
  for (guint i = 0; i < sb_road_network_get_n_landlocked (network); i++)
    {
      guint capital = sb_road_network_get_landlocked (network, i);
      g_autoptr (GPtrArray) routes = sb_road_list_ports (picture->conditions, capital);

      sb_cli_print_ports (picture, capital, routes);
    }
  print_cut_off_towns (picture, from_capitals, _ ("Cut off from the capital of their country"));
  print_cut_off_towns (picture, from_ports, _ ("Cut off from every port"));
  print_shares (picture, shares);
}
