/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

static gboolean
run_for (SbStore *store,
         const char *name,
         gint64 document,
         GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, name, error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  return sb_statement_run (statement, error);
}

gboolean
_sb_unit_settle_groups (SbUnit *self,
                        GError **error)
{
  g_autoptr (SbStatement) list = _sb_store_query (self->store, "list-regrouped", error);
  g_autoptr (GArray) documents = list != NULL ? _sb_store_read_ids (list, error) : NULL;
  g_autoptr (SbStatement) empty = NULL;

  if (documents == NULL || documents->len == 0)
    return documents != NULL;

  for (guint i = 0; i < documents->len; i++)
    if (!run_for (self->store, "clear-group", g_array_index (documents, gint64, i), error) ||
        !run_for (self->store, "put-group", g_array_index (documents, gint64, i), error))
      return FALSE;

  /* The first of a group tells how many others there are. */
  _sb_unit_mark_changed (self, SB_KIND_DOCUMENT);
  empty = _sb_store_query (self->store, "empty-regroup", error);
  return empty != NULL && sb_statement_run (empty, error);
}
