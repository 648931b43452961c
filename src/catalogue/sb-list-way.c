/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-list-way.h"

#include "sb-store-private.h"

/* What is few enough to be looked at one by one and sorted. */
#define FEW 2000

/* Of texts, each of which is the ground of some dozens of events. */
#define FEW_TEXTS 200

/* Whether the count that @name gives of @id is below @limit. */
static gboolean
is_few (SbStore *self,
        const char *name,
        gint64 id,
        gint64 limit,
        gboolean *few,
        GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, name, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", id);
  sb_statement_bind_int (statement, ":limit", limit);
  *few = sb_statement_step (statement, &failure) && sb_statement_get_int (statement, "n") < limit;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The way to the events: by the narrowest of what the query names. A dossier with
 * few members is gone through; of a large one, a page is soon found among all
 * events in their order. The events of a source are in their order; but what began
 * long before a period is gone through only where it is little. NULL on error. */
static const char *
choose_way_to_events (SbStore *self,
                      const SbQuery *query,
                      GError **error)
{
  gboolean few = FALSE;

  if (query->extract != 0)
    return "list-event-of-extract";
  if (query->document != 0)
    return "list-event-of-document";
  if (query->place != 0)
    return "list-event-of-place";
  if (query->actor != 0)
    return "list-event-of-actor";

  if (query->dossier != 0 && !is_few (self, "count-members", query->dossier, FEW, &few, error))
    return NULL;
  if (few)
    return "list-event-of-dossier";

  if ((query->flags & SB_QUERY_KEY_FACTS) != 0)
    return "list-event-key";
  if (query->source == 0)
    return "list-event";

  few = TRUE;
  if (query->has_period && !is_few (self, "count-documents-of-source", query->source, FEW_TEXTS, &few, error))
    return NULL;

  return few ? "list-event-of-source" : "list-event";
}

/* Whether the index that lists go by says all that is asked of a document. */
static gboolean
goes_by_index (const SbQuery *query)
{
  return query->document == 0 && query->extract == 0 && query->dossier == 0 && query->text == NULL &&
         (query->flags & (SB_QUERY_UNSOURCED | SB_QUERY_OLDEST_FIRST)) == 0;
}

/* The way to the documents: by their group, by what they name, by their feed, or by a source that has
 * few. */
static const char *
choose_way_to_documents (SbStore *self,
                         const SbQuery *query,
                         GError **error)
{
  gboolean few = FALSE;

  if (query->group != 0)
    return "list-document-of-group";
  if (query->actor != 0 || query->place != 0 || query->corridor != 0)
    return "list-document-naming";
  if (query->feed != 0)
    return "list-document-of-feed";

  if (query->source != 0 && !is_few (self, "count-documents-of-source", query->source, FEW, &few, error))
    return NULL;
  if (few)
    return "list-document-of-source";

  /* Few that are unread are sooner found by their own index. */
  if (goes_by_index (query) && (query->flags & SB_QUERY_UNREAD) != 0 && !is_few (self, "count-unread", 0, FEW, &few, error))
    return NULL;
  if (goes_by_index (query) && !few)
    return "list-document-all";

  return (query->flags & SB_QUERY_UNREAD) != 0 ? "list-document-unread" : "list-document";
}

/* The way to the claims: by the actor who says little, or of whom little is said. */
static const char *
choose_way_to_claims (SbStore *self,
                      const SbQuery *query,
                      GError **error)
{
  gboolean few = FALSE;

  if ((query->flags & SB_QUERY_DISPUTED) != 0)
    return "list-claim-disputed";

  if (query->actor != 0 && !is_few (self, "count-claims-of-actor", query->actor, FEW, &few, error))
    return NULL;

  return few ? "list-claim-of-actor" : "list-claim";
}

static const char *
choose_way_to_controls (const SbQuery *query)
{
  if (query->place != 0)
    return "list-control-of-place";

  return query->actor != 0 ? "list-control-of-holder" : "list-control";
}

/* Whether the query names nothing that must be met, times and flags aside. */
static gboolean
names_nothing (const SbQuery *query)
{
  return query->actor == 0 && query->place == 0 && query->corridor == 0 && query->document == 0 && query->extract == 0 &&
         query->feed == 0 && query->group == 0 && query->source == 0 && query->dossier == 0 && (query->text == NULL || *query->text == '\0');
}

/* The file for the newest first, of what has one that goes by another index; NULL
 * without an error for what has one only. */
static const char *
choose_way (SbStore *self,
            const SbQuery *query,
            GError **error)
{
  switch (query->kind)
    {
    case SB_KIND_EVENT:
      return choose_way_to_events (self, query, error);

    case SB_KIND_DOCUMENT:
      return choose_way_to_documents (self, query, error);

    case SB_KIND_CLAIM:
      return choose_way_to_claims (self, query, error);

    case SB_KIND_CONTROL:
      return choose_way_to_controls (query);

    case SB_KIND_EXTRACT:
      return query->document != 0 ? "list-extract-of-document" : NULL;

    case SB_KIND_PLACE:
      return (query->flags & SB_QUERY_UNSOURCED) == 0 && names_nothing (query) ? "list-place-all" : NULL;

    case SB_KIND_ACTOR:
      return (query->flags & SB_QUERY_IN_OFFICE) != 0 ? "list-actor-in-office" : NULL;

    default:
      return NULL;
    }
}

char *
_sb_list_way_dup_name (SbStore *store,
                       const SbQuery *query,
                       GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *way = choose_way (store, query, &failure);
  gboolean is_turned = (query->flags & SB_QUERY_OLDEST_FIRST) != 0 && _sb_list_way_is_paged (query);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (way == NULL)
    return g_strconcat ("list-", sb_kind_get_name (query->kind), is_turned ? "-oldest" : "", NULL);

  return g_strconcat (way, is_turned ? "-oldest" : "", NULL);
}

char *
_sb_list_way_dup_words_name (const SbQuery *query)
{
  gboolean is_turned = (query->flags & SB_QUERY_OLDEST_FIRST) != 0 && _sb_list_way_is_paged (query);

  return g_strconcat ("list-", sb_kind_get_name (query->kind), "-of-words", is_turned ? "-oldest" : "", NULL);
}

gboolean
_sb_list_way_is_paged (const SbQuery *query)
{
  switch (query->kind)
    {
    case SB_KIND_DOCUMENT:
      return query->group == 0;

    case SB_KIND_EVENT:
    case SB_KIND_CONTROL:
    case SB_KIND_ZONE:
    case SB_KIND_RELATION:
    case SB_KIND_RESTRICTION:
    case SB_KIND_FIGURE:
      return TRUE;

    case SB_KIND_CLAIM:
      return (query->flags & SB_QUERY_DISPUTED) == 0;

    case SB_KIND_EXTRACT:
      return query->document == 0;

    default:
      return FALSE;
    }
}

gboolean
_sb_list_way_is_plain (const SbQuery *query)
{
  return query->kind == SB_KIND_EVENT && (query->flags & ~SB_QUERY_OLDEST_FIRST) == 0 && !query->has_as_of && names_nothing (query);
}
