/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-private.h"

#include "sb-text.h"

/* The longest period whose days are counted: 400 years. */
#define MAX_DAYS 146097

/* Where a query has a file of its own, so that it goes by another index. */
static const char *
get_query_name (const SbQuery *query)
{
  if (query->kind == SB_KIND_EVENT && query->actor != 0)
    return "list-event-of-actor";

  if (query->kind == SB_KIND_EVENT && query->place != 0)
    return "list-event-of-place";

  if (query->kind == SB_KIND_DOCUMENT && query->feed != 0)
    return "list-document-of-feed";

  if (query->kind == SB_KIND_DOCUMENT && (query->flags & SB_QUERY_UNREAD) != 0)
    return "list-document-unread";

  if (query->kind == SB_KIND_ACTOR && (query->flags & SB_QUERY_IN_OFFICE) != 0)
    return "list-actor-in-office";

  if (query->kind == SB_KIND_CLAIM && (query->flags & SB_QUERY_DISPUTED) != 0)
    return "list-claim-disputed";

  return NULL;
}

/* A parameter that the query may do without. */
static void
bind_integer (SbStatement *statement,
              const char *parameter,
              gint64 value)
{
  if (sb_statement_has_parameter (statement, parameter))
    sb_statement_bind_int (statement, parameter, value);
}

static void
bind_id (SbStatement *statement,
         const char *parameter,
         gint64 id)
{
  if (id != 0)
    bind_integer (statement, parameter, id);
}

static void
bind_query (SbStatement *statement,
            const SbQuery *query)
{
  g_autofree char *text = query->text != NULL ? sb_fold (query->text) : NULL;

  bind_integer (statement, ":first_day", query->has_period ? query->first_day : SB_DATE_DAY_MIN);
  bind_integer (statement, ":last_day", query->has_period ? query->last_day : SB_DATE_DAY_MAX);
  if (query->has_as_of)
    bind_integer (statement, ":as_of", query->as_of);

  bind_id (statement, ":actor", query->actor);
  bind_id (statement, ":place", query->place);
  bind_id (statement, ":corridor", query->corridor);
  bind_id (statement, ":document", query->document);
  bind_id (statement, ":extract", query->extract);
  bind_id (statement, ":feed", query->feed);
  bind_id (statement, ":source", query->source);
  bind_id (statement, ":dossier", query->dossier);

  bind_integer (statement, ":unread", (query->flags & SB_QUERY_UNREAD) != 0);
  bind_integer (statement, ":starred", (query->flags & SB_QUERY_STARRED) != 0);
  bind_integer (statement, ":key_facts", (query->flags & SB_QUERY_KEY_FACTS) != 0);
  bind_integer (statement, ":unsourced", (query->flags & SB_QUERY_UNSOURCED) != 0);
  bind_integer (statement, ":withdrawn", (query->flags & SB_QUERY_WITHDRAWN) != 0);
  if (text != NULL && *text != '\0')
    sb_statement_bind_text (statement, ":text", text);
}

static SbStatement *
prepare_list (SbStore *self,
              const SbQuery *query,
              gint64 limit,
              gint64 offset,
              GError **error)
{
  const char *name = get_query_name (query);
  g_autofree char *by_kind = g_strconcat ("list-", sb_kind_get_name (query->kind), NULL);
  g_autoptr (SbStatement) statement = _sb_store_query (self, name != NULL ? name : by_kind, error);

  if (statement == NULL)
    return NULL;

  bind_query (statement, query);
  sb_statement_bind_int (statement, ":limit", limit);
  sb_statement_bind_int (statement, ":offset", offset);
  return g_steal_pointer (&statement);
}

/* The ids that @statement gives. (element-type gint64) */
static GArray *
read_ids (SbStatement *statement,
          GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  while (sb_statement_step (statement, &failure))
    {
      gint64 id = sb_statement_get_int (statement, "id");

      g_array_append_val (ids, id);
    }

  if (failure == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The ids that @query asks for, in its order. (element-type gint64) */
static GArray *
list_ids (SbStore *self,
          const SbQuery *query,
          gint64 limit,
          gint64 offset,
          GError **error)
{
  g_autoptr (SbStatement) statement = prepare_list (self, query, limit, offset, error);

  return statement != NULL ? read_ids (statement, error) : NULL;
}

/* The last ones first, from @offset, at most @limit of them. */
static GArray *
reverse_ids (GArray *ids,
             guint limit,
             guint offset)
{
  GArray *reversed = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint end = limit > 0 && limit < ids->len - MIN (offset, ids->len) ? offset + limit : ids->len;

  for (guint i = offset; i < end; i++)
    g_array_append_val (reversed, g_array_index (ids, gint64, ids->len - 1 - i));

  return reversed;
}

GArray *
_sb_store_list_ids (SbStore *self,
                    const SbQuery *query,
                    GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if ((query->flags & SB_QUERY_OLDEST_FIRST) == 0)
    return list_ids (self, query, query->limit > 0 ? (gint64) query->limit : -1, query->offset, error);

  /* The queries are written for the newest first. Ids alone are light enough
   * to be turned round here. */
  ids = list_ids (self, query, -1, 0, error);
  return ids != NULL ? reverse_ids (ids, query->limit, query->offset) : NULL;
}

SbStatement *
_sb_store_hold_snapshot (SbStore *self,
                         GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "hold-snapshot", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL || sb_statement_step (statement, &failure))
    return g_steal_pointer (&statement);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The records of @kind with @ids, in that order. (element-type SbRecord) */
static GPtrArray *
read_records (SbStore *self,
              SbKind kind,
              GArray *ids,
              GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbStatement) statement = _sb_store_query_record (self, kind, error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      SbRecord *record;

      sb_statement_bind_int (statement, ":id", g_array_index (ids, gint64, i));
      record = _sb_store_read_one (self, statement, sb_kind_get_schema (kind), &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }

      /* Only a damaged file has an id without its row. */
      if (record != NULL)
        g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

GPtrArray *
sb_store_list (SbStore *self,
               const SbQuery *query,
               GError **error)
{
  g_autoptr (SbStatement) snapshot = NULL;
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && query->kind > SB_KIND_NONE && query->kind < SB_N_KINDS, NULL);

  snapshot = _sb_store_hold_snapshot (self, error);
  ids = snapshot != NULL ? _sb_store_list_ids (self, query, error) : NULL;
  return ids != NULL ? read_records (self, query->kind, ids, error) : NULL;
}

GPtrArray *
sb_store_list_turned (SbStore *self,
                      const SbQuery *query,
                      GError **error)
{
  g_autoptr (SbStatement) snapshot = NULL;
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && query->has_period, NULL);

  snapshot = _sb_store_hold_snapshot (self, error);
  statement = snapshot != NULL ? _sb_store_query (self, "list-turned", error) : NULL;
  if (statement == NULL)
    return NULL;

  bind_query (statement, query);
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (query->kind));
  sb_statement_bind_int (statement, ":limit", query->limit > 0 ? (gint64) query->limit : -1);
  ids = read_ids (statement, error);
  return ids != NULL ? read_records (self, query->kind, ids, error) : NULL;
}

gint64
sb_store_count (SbStore *self,
                const SbQuery *query,
                GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 count = 0;

  g_return_val_if_fail (SB_IS_STORE (self), -1);
  g_return_val_if_fail (query != NULL && query->kind > SB_KIND_NONE && query->kind < SB_N_KINDS, -1);

  statement = prepare_list (self, query, -1, 0, error);
  if (statement == NULL)
    return -1;

  while (sb_statement_step (statement, &failure))
    count++;

  if (failure == NULL)
    return count;

  g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
}

GArray *
sb_store_count_events_by_day (SbStore *self,
                              const SbQuery *query,
                              GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 n_days;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && query->kind == SB_KIND_EVENT && query->has_period, NULL);

  n_days = (gint64) query->last_day - query->first_day + 1;
  g_return_val_if_fail (n_days >= 0 && n_days <= MAX_DAYS, NULL);

  statement = prepare_list (self, query, -1, 0, error);
  if (statement == NULL)
    return NULL;

  counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), (guint) n_days);
  g_array_set_size (counts, (guint) n_days);
  while (sb_statement_step (statement, &failure))
    {
      gint64 day = sb_statement_get_int (statement, "date_first") - query->first_day;

      /* What began before the period is in it, but on none of its days. */
      if (day >= 0 && day < n_days)
        g_array_index (counts, guint, day)++;
    }

  if (failure == NULL)
    return g_steal_pointer (&counts);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
