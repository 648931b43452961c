/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-private.h"

/* What is asked of each place on each day. */
typedef struct
{
  SbStatement *statement; /* (unowned) */
  GHashTable *withdrawn; /* (unowned) (element-type gint64) */
  guint limit;
} Asking;

typedef struct
{
  gint64 id;
  gint64 day; /* on which it begins */
} Control;

static int
compare_controls (gconstpointer a,
                  gconstpointer b)
{
  const Control *control_a = a;
  const Control *control_b = b;

  if (control_a->day != control_b->day)
    return control_a->day > control_b->day ? -1 : 1;

  return control_a->id > control_b->id ? -1 : control_a->id < control_b->id;
}

/* Reads the controls of the place and day that the statement is bound to. Its rows
 * come in the order of the index, by days: when there are enough, those that are
 * left of the last day are read as well, and only few are ever sorted. */
static GArray *
read_newest (const Asking *asking,
             GError **error)
{
  g_autoptr (GArray) controls = g_array_new (FALSE, FALSE, sizeof (Control));
  g_autoptr (GError) failure = NULL;

  while (sb_statement_step (asking->statement, &failure))
    {
      Control control = { sb_statement_get_int (asking->statement, "id"), sb_statement_get_int (asking->statement, "day") };

      if (controls->len >= asking->limit && control.day < g_array_index (controls, Control, controls->len - 1).day)
        break;
      if (!g_hash_table_contains (asking->withdrawn, &control.id))
        g_array_append_val (controls, control);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  g_array_sort (controls, compare_controls);
  g_array_set_size (controls, MIN (controls->len, asking->limit));
  return g_steal_pointer (&controls);
}

static gboolean
append_newest (GArray *ids,
               const Asking *asking,
               gint64 place,
               gint64 day,
               GError **error)
{
  g_autoptr (GArray) controls = NULL;

  sb_statement_bind_int (asking->statement, ":place", place);
  sb_statement_bind_int (asking->statement, ":day", day);
  controls = read_newest (asking, error);
  for (guint i = 0; controls != NULL && i < controls->len; i++)
    g_array_append_val (ids, g_array_index (controls, Control, i).id);

  return controls != NULL;
}

/* The records that are withdrawn, of which there are few: to ask for each control
 * whether it is one of them takes as long as to find it. */
static GHashTable *
list_withdrawn (SbStore *self,
                const SbQuery *query,
                GError **error)
{
  g_autoptr (GHashTable) withdrawn = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GArray) ids = NULL;

  if ((query->flags & SB_QUERY_WITHDRAWN) != 0)
    return g_steal_pointer (&withdrawn);

  statement = _sb_store_query (self, "list-withdrawn", error);
  ids = statement != NULL ? _sb_store_read_ids (statement, error) : NULL;
  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (withdrawn, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));

  return g_steal_pointer (&withdrawn);
}

GArray *
sb_store_list_controls_of_places (SbStore *self,
                                  const SbQuery *query,
                                  GArray *places,
                                  GArray *days,
                                  GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SbStatement) snapshot = NULL;
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GHashTable) withdrawn = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && query->kind == SB_KIND_CONTROL, NULL);
  g_return_val_if_fail (places != NULL && days != NULL, NULL);

  snapshot = _sb_store_hold_snapshot (self, error);
  statement = snapshot != NULL ? _sb_store_query (self, "list-control-on-day", error) : NULL;
  withdrawn = statement != NULL ? list_withdrawn (self, query, error) : NULL;
  if (withdrawn == NULL)
    return NULL;

  if (query->actor != 0)
    sb_statement_bind_int (statement, ":actor", query->actor);
  if (query->dossier != 0)
    sb_statement_bind_int (statement, ":dossier", query->dossier);

  for (guint i = 0; i < places->len; i++)
    for (guint j = 0; j < days->len; j++)
      if (!append_newest (ids, &(Asking) { statement, withdrawn, query->limit > 0 ? query->limit : G_MAXUINT },
                          g_array_index (places, gint64, i), g_array_index (days, gint64, j), error))
        return NULL;

  return g_steal_pointer (&ids);
}
