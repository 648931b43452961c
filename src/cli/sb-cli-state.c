/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-route.h"
#include "sb-cli-state-json.h"
#include "sb-cli-state-text.h"
#include "sb-clock.h"
#include "sb-situation-changes.h"
#include "sb-situation-loader.h"

/* Of each kind, unless --limit says otherwise. */
#define DEFAULT_LIMIT 200

static gboolean
fill_request (SbCli *self,
              SbStore *store,
              SbSituationRequest *request)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_CONTROL);

  if (!sb_cli_fill_query (self, store, query))
    return FALSE;

  request->as_of = query->has_as_of ? query->as_of : sb_clock_today ();
  request->dossier = query->dossier;
  request->actor = query->actor;
  request->place = query->place;
  request->limit = self->limit > 0 ? self->limit : DEFAULT_LIMIT;
  request->has_since = self->since != NULL;
  if (self->since == NULL)
    return TRUE;

  if (!sb_cli_read_day ("since", self->since, &request->since))
    return FALSE;
  if (request->since <= request->as_of)
    return TRUE;

  sb_cli_refuse ("%s", _ ("--since needs a day that is not after that of --as-of."));
  return FALSE;
}

SbCliStatus
sb_cli_state (SbCli *self)
{
  SbSituationRequest request = { 0 };
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbSituationInput) input = NULL;
  g_autoptr (SbSituation) situation = NULL;
  g_autoptr (SbSituationChanges) changes = NULL;
  g_autoptr (SbRoadPicture) roads = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;
  if (!fill_request (self, store, &request))
    return SB_CLI_WRONG_ARGUMENTS;

  input = sb_situation_loader_load (store, &request, &error);
  if (input == NULL)
    return sb_cli_fail (self->catalogue, error);

  /* What is asked of one actor or place has no roads of its own. */
  if (request.actor == 0 && request.place == 0 &&
      !(roads = sb_road_picture_load (store, NULL, request.as_of, request.dossier, SB_DATE_DAY_MAX, &error)))
    return sb_cli_fail (self->catalogue, error);

  situation = sb_situation_new (input, request.as_of);
  if (request.has_since)
    changes = sb_situation_changes_new (input, request.since, request.as_of);

  if (self->wants_json)
    {
      sb_cli_print_json (sb_cli_state_to_json (input, situation, changes, roads));
      return SB_CLI_DONE;
    }

  sb_cli_state_print (input, situation, changes);
  if (roads != NULL)
    sb_cli_print_roads (roads);

  return SB_CLI_DONE;
}
