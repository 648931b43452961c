/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-list-way.h"
#include "sb-list-words.h"
#include "sb-search.h"
#include "sb-store-private.h"
#include "sb-words.h"

/* The longest period whose days are counted: 400 years. */
#define MAX_DAYS 146097

/* From which offset on the days are skipped that lie above the page. */
#define FAR_DOWN 100

/* Where in the order of a list a page begins: behind @id among the records of
 * @day. */
typedef struct
{
  gboolean is_set;
  gint64 day;
  gint64 id;
} Place;

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
bind_text (SbStatement *statement,
           const char *parameter,
           const char *text)
{
  if (text != NULL && sb_statement_has_parameter (statement, parameter))
    sb_statement_bind_text (statement, parameter, text);
}

static void
bind_query (SbStatement *statement,
            const SbQuery *query)
{
  g_autofree char *text = query->text != NULL ? sb_words_join (query->text) : NULL;

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
  bind_id (statement, ":group", query->group);
  bind_id (statement, ":source", query->source);
  bind_id (statement, ":dossier", query->dossier);

  bind_integer (statement, ":grouped", (query->flags & SB_QUERY_GROUPED) != 0);
  bind_integer (statement, ":unread", (query->flags & SB_QUERY_UNREAD) != 0);
  bind_integer (statement, ":starred", (query->flags & SB_QUERY_STARRED) != 0);
  if ((query->flags & (SB_QUERY_IN_TRAY | SB_QUERY_PUT_AWAY)) != 0)
    bind_integer (statement, ":archived", (query->flags & SB_QUERY_PUT_AWAY) != 0);
  bind_text (statement, ":language", query->language);
  bind_text (statement, ":folder", query->folder);
  bind_integer (statement, ":key_facts", (query->flags & SB_QUERY_KEY_FACTS) != 0);
  bind_integer (statement, ":unsourced", (query->flags & SB_QUERY_UNSOURCED) != 0);
  bind_integer (statement, ":withdrawn", (query->flags & SB_QUERY_WITHDRAWN) != 0);
  if (text != NULL && *text != '\0')
    sb_statement_bind_text (statement, ":text", text);
}

/* The ids that the full-text search of @query finds, as JSON. */
static char *
dup_searched (SbStore *self,
              const SbQuery *query,
              GError **error)
{
  const SbSearchRequest request = { .text = query->search, .kinds = 1u << query->kind, .after_record = query->after_record };
  g_autoptr (GArray) ids = sb_store_search_ids (self, &request, error);

  return ids != NULL ? _sb_store_join_ids (ids) : NULL;
}

static SbStatement *
prepare_list (SbStore *self,
              const SbQuery *query,
              const Place *place,
              gint64 limit,
              gint64 offset,
              GError **error)
{
  g_autofree char *found = NULL;
  g_autofree char *name = NULL;
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  found = query->search != NULL ? dup_searched (self, query, &failure) : _sb_list_words_dup_found (self, query, &failure);
  /* An index that is damaged need not be asked, unless it is what was meant. */
  if (failure != NULL && (query->search != NULL || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  name = found != NULL ? _sb_list_way_dup_words_name (query) : _sb_list_way_dup_name (self, query, error);
  statement = name != NULL ? _sb_store_query (self, name, error) : NULL;
  if (statement == NULL)
    return NULL;

  bind_query (statement, query);
  if (found != NULL)
    sb_statement_bind_text (statement, ":found", found);
  if (place->is_set)
    {
      bind_integer (statement, ":after_day", place->day);
      bind_integer (statement, ":after", place->id);
    }
  sb_statement_bind_int (statement, ":limit", limit);
  sb_statement_bind_int (statement, ":offset", offset);
  return g_steal_pointer (&statement);
}

/* The ids that @query asks for behind @place, in its order. (element-type gint64) */
static GArray *
list_ids (SbStore *self,
          const SbQuery *query,
          const Place *place,
          gint64 limit,
          gint64 offset,
          GError **error)
{
  g_autoptr (SbStatement) statement = prepare_list (self, query, place, limit, offset, error);

  return statement != NULL ? _sb_store_read_ids (statement, error) : NULL;
}

/* Where the record is behind which the page begins. One that is gone is beyond
 * them all. */
static gboolean
find_place (SbStore *self,
            const SbQuery *query,
            Place *place,
            GError **error)
{
  gboolean is_turned = (query->flags & SB_QUERY_OLDEST_FIRST) != 0;
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (query->after == 0)
    return TRUE;

  statement = _sb_store_query (self, "get-list-day", error);
  if (statement == NULL)
    return FALSE;

  *place = (Place) { TRUE, is_turned ? G_MAXINT : G_MININT, is_turned ? G_MAXINT64 : 0 };
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (query->kind));
  sb_statement_bind_int (statement, ":id", query->after);
  if (sb_statement_step (statement, &failure))
    *place = (Place) { TRUE, sb_statement_get_int (statement, "day"), query->after };
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* How many events begin on each day from @first to @last, the last day first; days
 * without any are left out. */
static SbStatement *
count_days (SbStore *self,
            gint64 first,
            gint64 last,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "count-events-by-day", error);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":first_day", first);
  sb_statement_bind_int (statement, ":last_day", last);
  return g_steal_pointer (&statement);
}

/* Goes down to the day on which the @offset-th event begins, by the numbers that
 * are kept of each day, so that what lies above it need not be walked over. What
 * is left of @offset lies within that day. */
static gboolean
skip_days (SbStore *self,
           Place *place,
           gint64 *offset,
           GError **error)
{
  g_autoptr (SbStatement) statement = count_days (self, G_MININT, G_MAXINT, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  while (sb_statement_step (statement, &failure))
    {
      gint64 n = sb_statement_get_int (statement, "n");

      *place = (Place) { TRUE, sb_statement_get_int (statement, "day"), G_MAXINT64 };
      if (n > *offset)
        return TRUE;
      *offset -= n;
    }

  if (failure == NULL)
    {
      /* There are not so many. */
      *place = (Place) { TRUE, G_MININT, 0 };
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A page of what is read in the order of the list, and no farther than it goes. */
static GArray *
list_page (SbStore *self,
           const SbQuery *query,
           GError **error)
{
  gint64 limit = query->limit > 0 ? (gint64) query->limit : -1;
  gint64 offset = query->offset;
  Place place = { FALSE };

  if (!find_place (self, query, &place, error))
    return NULL;

  if (offset > FAR_DOWN && !place.is_set && _sb_list_way_is_plain (query) && !query->has_period && query->flags == SB_QUERY_DEFAULT &&
      !skip_days (self, &place, &offset, error))
    return NULL;

  return list_ids (self, query, &place, limit, offset, error);
}

/* All of @ids in the order of @query, of which it wants a page. */
static GArray *
cut_page (GArray *ids,
          const SbQuery *query)
{
  gboolean is_turned = (query->flags & SB_QUERY_OLDEST_FIRST) != 0;
  gboolean has_begun = query->after == 0;
  guint n_skipped = 0;
  GArray *page = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len && (query->limit == 0 || page->len < query->limit); i++)
    {
      gint64 id = g_array_index (ids, gint64, is_turned ? ids->len - 1 - i : i);

      if (!has_begun)
        has_begun = id == query->after;
      else if (n_skipped < query->offset)
        n_skipped++;
      else
        g_array_append_val (page, id);
    }

  return page;
}

GArray *
_sb_store_list_ids (SbStore *self,
                    const SbQuery *query,
                    GError **error)
{
  const Place start = { FALSE };
  g_autoptr (GArray) ids = NULL;

  if (_sb_list_way_is_paged (query))
    return list_page (self, query, error);

  if ((query->flags & SB_QUERY_OLDEST_FIRST) == 0 && query->after == 0)
    return list_ids (self, query, &start, query->limit > 0 ? (gint64) query->limit : -1, query->offset, error);

  /* Of the other kinds there are so few that their ids can be turned round, and
   * looked through, here. */
  ids = list_ids (self, query, &start, -1, 0, error);
  return ids != NULL ? cut_page (ids, query) : NULL;
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
  return ids != NULL ? sb_store_get_all (self, query->kind, ids, error) : NULL;
}

GArray *
sb_store_list_turned (SbStore *self,
                      const SbQuery *query,
                      GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && query->has_period, NULL);

  statement = _sb_store_query (self, "list-turned", error);
  if (statement == NULL)
    return NULL;

  bind_query (statement, query);
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (query->kind));
  sb_statement_bind_int (statement, ":limit", query->limit > 0 ? (gint64) query->limit : -1);
  return _sb_store_read_ids (statement, error);
}

/* The number of all events, from those of each day. */
static gint64
count_all_events (SbStore *self,
                  GError **error)
{
  g_autoptr (SbStatement) statement = count_days (self, G_MININT, G_MAXINT, error);
  g_autoptr (GError) failure = NULL;
  gint64 count = 0;

  if (statement == NULL)
    return -1;

  while (sb_statement_step (statement, &failure))
    count += sb_statement_get_int (statement, "n");

  if (failure == NULL)
    return count;

  g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
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

  if (_sb_list_way_is_plain (query) && !query->has_period)
    return count_all_events (self, error);

  statement = prepare_list (self, query, &(Place) { FALSE }, -1, 0, error);
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
  gboolean counts_days;
  gint64 n_days;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && query->kind == SB_KIND_EVENT && query->has_period, NULL);

  /* Of all events the numbers are kept. */
  counts_days = _sb_list_way_is_plain (query);
  n_days = (gint64) query->last_day - query->first_day + 1;
  g_return_val_if_fail (n_days >= 0 && n_days <= MAX_DAYS, NULL);

  statement = counts_days ? count_days (self, query->first_day, query->last_day, error)
                          : prepare_list (self, query, &(Place) { FALSE }, -1, 0, error);
  if (statement == NULL)
    return NULL;

  counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), (guint) n_days);
  g_array_set_size (counts, (guint) n_days);
  while (sb_statement_step (statement, &failure))
    {
      gint64 day = sb_statement_get_int (statement, counts_days ? "day" : "date_first") - query->first_day;

      /* What began before the period is in it, but on none of its days. */
      if (day >= 0 && day < n_days)
        g_array_index (counts, guint, day) += counts_days ? (guint) sb_statement_get_int (statement, "n") : 1;
    }

  if (failure == NULL)
    return g_steal_pointer (&counts);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
