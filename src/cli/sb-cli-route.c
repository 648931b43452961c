/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-route.h"

#include "sb-cli-commands.h"
#include "sb-cli-lookup.h"
#include "sb-cli-road-place.h"
#include "sb-clock.h"
#include "sb-road-words.h"

#include <glib/gi18n.h>

/* An answer begins with the day it is of and ends with what it rests on. */
static JsonBuilder *
begin_answer (const SbRoadPicture *picture)
{
  JsonBuilder *builder = json_builder_new ();
  g_autofree char *day = sb_day_to_string (sb_road_conditions_get_day (picture->conditions));

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "as_of", day);

  return builder;
}

static void
end_answer (JsonBuilder *builder,
            const SbRoadPicture *picture)
{
  json_builder_set_member_name (builder, "restrictions");
  sb_cli_add_road_restrictions (builder, picture);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static SbCliStatus
answer_route (SbCli *self,
              const SbRoadPicture *picture)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  g_autoptr (SbRoadRoute) route = NULL;
  guint from;
  guint to;

  if (!sb_cli_find_road_place (network, self->arguments[0], &from) || !sb_cli_find_road_place (network, self->arguments[1], &to))
    return SB_CLI_FAILED;

  route = sb_road_route_new (picture->conditions, from, to);
  if (self->wants_json)
    sb_cli_print_json (sb_cli_route_to_json (picture, route));
  else
    sb_cli_print_route (picture, route);

  return SB_CLI_DONE;
}

/* With one place: the roads to it. */
static SbCliStatus
answer_approaches (SbCli *self,
                   const SbRoadPicture *picture)
{
  g_autoptr (GPtrArray) approaches = NULL;
  g_autoptr (GPtrArray) ports = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  guint place;

  if (!sb_cli_find_road_place (sb_road_conditions_get_network (picture->conditions), self->arguments[0], &place))
    return SB_CLI_FAILED;

  approaches = sb_road_list_approaches (picture->conditions, place);
  ports = sb_road_list_ports (picture->conditions, place);
  if (!self->wants_json)
    {
      sb_cli_print_approaches (picture, place, approaches, ports);
      return SB_CLI_DONE;
    }

  builder = begin_answer (picture);
  sb_cli_add_road_place (builder, "to", picture, place);
  json_builder_set_member_name (builder, "roads");
  sb_cli_add_approaches (builder, picture, approaches);
  end_answer (builder, picture);
  return SB_CLI_DONE;
}

static SbCliStatus
answer_ports (SbCli *self,
              const SbRoadPicture *picture)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  g_autoptr (JsonBuilder) builder = begin_answer (picture);
  guint only = 0;

  if (self->n_arguments > 0 && !sb_cli_find_road_place (network, self->arguments[0], &only))
    return SB_CLI_FAILED;
  if (self->n_arguments > 0 && sb_road_network_get_ports_of (network, only) == NULL)
    {
      sb_cli_tell (_ ("%s is no capital without a port."), sb_road_place_get_name (sb_road_network_get_place (network, only), sb_language_get_interface ()));
      return SB_CLI_FAILED;
    }

  json_builder_set_member_name (builder, "capitals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sb_road_network_get_n_landlocked (network); i++)
    {
      guint capital = sb_road_network_get_landlocked (network, i);
      g_autoptr (GPtrArray) routes = NULL;

      if (self->n_arguments > 0 && capital != only)
        continue;

      routes = sb_road_list_ports (picture->conditions, capital);
      if (self->wants_json)
        sb_cli_add_ports (builder, picture, capital, routes);
      else
        sb_cli_print_ports (picture, capital, routes);
    }
  json_builder_end_array (builder);
  if (self->wants_json)
    end_answer (builder, picture);

  return SB_CLI_DONE;
}

static SbCliStatus
answer_cut_off_from (SbCli *self,
                     const SbRoadPicture *picture)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
  const SbRoadPlace *place;
  g_autoptr (GPtrArray) cut_off = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *title = NULL;
  guint from;

  if (!sb_cli_find_road_place (network, self->arguments[0], &from))
    return SB_CLI_FAILED;

  place = sb_road_network_get_place (network, from);
  cut_off = sb_road_list_cut_off (picture->conditions, &from, 1, NULL);
  if (!self->wants_json)
    {
      title = g_strdup_printf (_ ("Cut off from %s"), sb_road_place_get_name (place, sb_language_get_interface ()));
      sb_cli_print_cut_off (picture, title, cut_off);
      return SB_CLI_DONE;
    }

  builder = begin_answer (picture);
  sb_cli_add_text (builder, "from", place->key);
  json_builder_set_member_name (builder, "cut_off");
  sb_cli_add_cut_off (builder, picture, cut_off);
  end_answer (builder, picture);
  return SB_CLI_DONE;
}

static SbCliStatus
answer_cut_off (SbCli *self,
                const SbRoadPicture *picture)
{
  g_autoptr (GPtrArray) from_capitals = NULL;
  g_autoptr (GPtrArray) from_ports = NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (self->n_arguments > 0)
    return answer_cut_off_from (self, picture);

  from_capitals = sb_road_list_cut_off_from_capitals (picture->conditions);
  from_ports = sb_road_list_cut_off_from_ports (picture->conditions);
  if (!self->wants_json)
    {
      sb_cli_print_cut_off (picture, _ ("Cut off from the capital of their country"), from_capitals);
      sb_cli_print_cut_off (picture, _ ("Cut off from every port"), from_ports);
      return SB_CLI_DONE;
    }

  builder = begin_answer (picture);
  json_builder_set_member_name (builder, "from_capitals");
  sb_cli_add_cut_off (builder, picture, from_capitals);
  json_builder_set_member_name (builder, "from_ports");
  sb_cli_add_cut_off (builder, picture, from_ports);
  end_answer (builder, picture);
  return SB_CLI_DONE;
}

static SbCliStatus
check_arguments (SbCli *self)
{
  if (self->wants_cut_off && self->wants_ports)
    return sb_cli_refuse ("%s", _ ("--cut-off and --ports are two questions: ask one of them."));
  if ((self->wants_cut_off || self->wants_ports) && self->n_arguments > 1)
    return sb_cli_refuse ("%s", _ ("--cut-off and --ports take one place at most."));
  if (!self->wants_cut_off && !self->wants_ports && self->n_arguments == 0)
    return sb_cli_refuse ("%s", _ ("A way needs two places, from where and to where; one place alone asks for the roads to it."));

  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_route (SbCli *self)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_RESTRICTION);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRoadPicture) picture = NULL;
  g_autoptr (GError) error = NULL;

  if (check_arguments (self) != SB_CLI_DONE)
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;
  if (!sb_cli_fill_query (self, store, query))
    return SB_CLI_WRONG_ARGUMENTS;

  picture = sb_road_picture_load (store, NULL, query->has_as_of ? query->as_of : sb_clock_today (), query->dossier, SB_DATE_DAY_MAX, &error);
  if (picture == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_ports)
    return answer_ports (self, picture);

  if (self->wants_cut_off)
    return answer_cut_off (self, picture);

  return self->n_arguments == 1 ? answer_approaches (self, picture) : answer_route (self, picture);
}
