/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-clock.h"
#include "sb-graph-export.h"
#include "sb-graph-loader.h"

/* Farther from an actor than so many ties, everything is near. */
#define MOST_STEPS 9

typedef struct
{
  int as_of;
  SbLanguage language;
  SbGraphFilter filter;
  gint64 dossier;
} Order;

static SbCliStatus
read_order (SbCli *self,
            Order *order)
{
  guint64 steps = 1;

  order->as_of = sb_clock_today ();
  order->language = sb_language_get_interface ();
  if (self->output == NULL || !sb_graph_export_knows (self->output))
    return sb_cli_refuse ("%s", _ ("-o needs a file whose name ends in .pdf, .svg, .png or .graphml."));
  if (self->language != NULL && !sb_language_parse (self->language, &order->language))
    return sb_cli_refuse ("%s", _ ("--language needs fr or en."));
  if (self->as_of != NULL && !sb_cli_read_day ("as-of", self->as_of, &order->as_of))
    return SB_CLI_WRONG_ARGUMENTS;
  if (self->steps != NULL && (self->actor == NULL || !g_ascii_string_to_unsigned (self->steps, 10, 1, MOST_STEPS, &steps, NULL)))
    return sb_cli_refuse (_ ("--steps needs a number from 1 to %d, and --actor."), MOST_STEPS);

  order->filter.n_steps = (guint) steps;
  return SB_CLI_DONE;
}

/* The graph may be that around an actor, and of one dossier. */
static gboolean
find_records (SbCli *self,
              SbStore *store,
              Order *order)
{
  g_autoptr (SbRecord) actor = NULL;
  g_autoptr (SbRecord) dossier = NULL;

  if ((self->actor != NULL && !(actor = sb_cli_find_record (store, SB_KIND_ACTOR, self->actor))) ||
      (self->dossier != NULL && !(dossier = sb_cli_find_record (store, SB_KIND_DOSSIER, self->dossier))))
    return FALSE;

  order->filter.focus = actor != NULL ? sb_record_get_id (actor) : 0;
  order->dossier = dossier != NULL ? sb_record_get_id (dossier) : 0;
  return TRUE;
}

static void
tell_file (SbCli *self,
           const SbActorGraph *graph)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!self->wants_json)
    {
      sb_cli_print ("%s\n", self->output);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "file", self->output);
  sb_cli_add_integer (builder, "nodes", sb_actor_graph_get_n_nodes (graph));
  sb_cli_add_integer (builder, "ties", sb_actor_graph_get_n_ties (graph));
  sb_cli_add_integer (builder, "lone", sb_actor_graph_get_n_lone (graph));
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

SbCliStatus
sb_cli_graph (SbCli *self)
{
  Order order = { 0 };
  SbCliStatus status = read_order (self, &order);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbGraphInput) input = NULL;
  g_autoptr (SbActorGraph) graph = NULL;
  g_autoptr (SbGraphLayout) layout = NULL;
  g_autoptr (SbGraphFigure) figure = NULL;
  g_autoptr (GError) error = NULL;

  if (status != SB_CLI_DONE)
    return status;

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;
  if (!find_records (self, store, &order))
    return SB_CLI_WRONG_ARGUMENTS;

  input = sb_graph_loader_load (store, order.dossier, NULL, &error);
  if (input == NULL)
    return sb_cli_fail (self->catalogue, error);

  graph = sb_actor_graph_new (input, order.as_of, &order.filter);
  layout = sb_graph_layout_new (graph, NULL, NULL, &error);
  if (layout == NULL)
    return sb_cli_fail (NULL, error);

  figure = sb_graph_figure_new (graph, layout, order.language);
  if (!sb_graph_export_write (store, figure, order.language, self->title, self->output, NULL, NULL, &error))
    return sb_cli_fail (self->output, error);

  tell_file (self, graph);
  return SB_CLI_DONE;
}
