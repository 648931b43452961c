/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-saved-search.h"

#include "sb-clock.h"
#include "sb-date.h"
#include "sb-search.h"
#include "sb-store-export.h"
#include "sb-store-private.h"

SbSavedSearch *
sb_saved_search_copy (const SbSavedSearch *self)
{
  SbSavedSearch *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (SbSavedSearch, 1);
  *copy = *self;
  copy->uuid = g_strdup (self->uuid);
  copy->name = g_strdup (self->name);
  copy->query = g_strdup (self->query);
  return copy;
}

void
sb_saved_search_free (SbSavedSearch *self)
{
  g_free (self->uuid);
  g_free (self->name);
  g_free (self->query);
  g_free (self);
}

static SbSavedSearch *
read_search (SbStatement *statement)
{
  SbSavedSearch *search = g_new0 (SbSavedSearch, 1);

  search->id = sb_statement_get_int (statement, "id");
  search->uuid = sb_statement_dup_text (statement, "uuid");
  search->name = sb_statement_dup_text (statement, "name");
  search->query = sb_statement_dup_text (statement, "query");
  search->is_watched = sb_statement_get_boolean (statement, "watched");
  search->seen = sb_statement_get_int (statement, "seen");
  search->told = sb_statement_get_int (statement, "told");
  search->n_all = -1;
  return search;
}

GPtrArray *
sb_store_list_saved_searches (SbStore *self,
                              GError **error)
{
  g_autoptr (GPtrArray) searches = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_saved_search_free);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-saved-searches", error);
  if (statement == NULL)
    return NULL;

  while (sb_statement_step (statement, &failure))
    g_ptr_array_add (searches, read_search (statement));
  if (failure == NULL)
    return g_steal_pointer (&searches);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static SbQuery *
make_query (const SbSavedSearch *search,
            gint64 after_record)
{
  SbQuery *query = sb_query_new (SB_KIND_DOCUMENT);

  query->flags = SB_QUERY_GROUPED;
  query->search = g_strdup (search->query);
  query->after_record = after_record;
  return query;
}

gboolean
sb_store_count_saved_search (SbStore *self,
                             SbSavedSearch *search,
                             GError **error)
{
  g_autoptr (SbQuery) all = NULL;
  g_autoptr (SbQuery) new = NULL;
  gint64 n_all;
  gint64 n_new;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);
  g_return_val_if_fail (search != NULL, FALSE);

  all = make_query (search, 0);
  /* Of none everything is later. */
  new = make_query (search, MAX (search->seen, 1));
  n_all = sb_store_count (self, all, error);
  n_new = n_all > 0 ? sb_store_count (self, new, error) : n_all;
  if (n_new < 0)
    return FALSE;

  search->n_all = (int) MIN (n_all, G_MAXINT);
  search->n_new = (int) MIN (n_new, G_MAXINT);
  return TRUE;
}

/* Whether the search can be understood. */
static gboolean
check_query (SbStore *self,
             const SbSavedSearch *search,
             GError **error)
{
  const SbSearchRequest request = { .text = search->query, .kinds = 1u << SB_KIND_DOCUMENT, .after_record = G_MAXINT64 };
  g_autoptr (GArray) ids = sb_store_search_ids (self, &request, error);

  return ids != NULL;
}

static gint64
find_search (SbStore *self,
             const char *uuid,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "find-saved-search", error);
  g_autoptr (GError) failure = NULL;
  gint64 id = 0;

  if (statement == NULL)
    return 0;

  sb_statement_bind_text (statement, ":uuid", uuid);
  if (sb_statement_step (statement, &failure))
    id = sb_statement_get_int (statement, "id");
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return id;
}

gint64
sb_store_put_saved_search (SbStore *self,
                           const SbSavedSearch *search,
                           const char *label,
                           GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);
  g_autoptr (SbSavedSearch) saved = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), 0);
  g_return_val_if_fail (search != NULL && search->name != NULL && search->query != NULL, 0);

  if (!check_query (self, search, error))
    return 0;

  saved = sb_saved_search_copy (search);
  if (saved->uuid == NULL)
    saved->uuid = g_uuid_string_random ();
  sb_change_set_put_saved_search (changes, saved);
  return sb_store_apply (self, changes, error) >= 0 ? find_search (self, saved->uuid, error) : 0;
}

/* Runs the query @name, which has no parameter but the id that is not 0. */
static gboolean
run (SbStore *self,
     const char *name,
     gint64 id,
     GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, name, error);

  if (statement == NULL)
    return FALSE;

  if (id != 0)
    sb_statement_bind_int (statement, ":id", id);
  return sb_statement_run (statement, error);
}

gboolean
sb_store_remove_saved_search (SbStore *self,
                              const char *uuid,
                              const char *label,
                              GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);

  g_return_val_if_fail (SB_IS_STORE (self) && uuid != NULL, FALSE);

  sb_change_set_remove_saved_search (changes, uuid);
  return sb_store_apply (self, changes, error) >= 0;
}

gboolean
sb_store_mark_saved_search_seen (SbStore *self,
                                 gint64 id,
                                 GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  return run (self, "mark-saved-search-seen", id, error);
}

GArray *
sb_store_list_news (SbStore *self,
                    const SbSavedSearch *search,
                    guint n_days,
                    GError **error)
{
  g_autoptr (SbQuery) query = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (search != NULL, NULL);

  query = make_query (search, MAX (search->told, 1));
  query->has_period = TRUE;
  query->first_day = sb_clock_today () - (int) n_days;
  query->last_day = SB_DATE_DAY_MAX;
  return sb_store_list_ids (self, query, error);
}

gboolean
sb_store_mark_news_told (SbStore *self,
                         GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  return run (self, "mark-news-told", 0, error);
}
