/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-lane-rows.h"

#include "sb-store-private.h"

static const char *
get_query (SbKind kind)
{
  switch ((int) kind)
    {
    case SB_KIND_PLACE:
      return "list-lanes-of-places";

    case SB_KIND_DOSSIER:
      return "list-lanes-of-dossiers";

    case SB_KIND_ACTOR:
    default:
      return "list-lanes-of-actors";
    }
}

gboolean
sb_store_read_lane_rows (SbStore *self,
                         SbKind kind,
                         SbLaneRowFunc func,
                         gpointer data,
                         GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);
  g_return_val_if_fail (kind == SB_KIND_ACTOR || kind == SB_KIND_PLACE || kind == SB_KIND_DOSSIER, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  statement = _sb_store_query (self, get_query (kind), error);
  if (statement == NULL)
    return FALSE;

  while (sb_statement_step (statement, &failure))
    func (sb_statement_get_int (statement, "record"), sb_statement_get_int (statement, "lane"), data);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
