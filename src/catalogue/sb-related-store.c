/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-related-store.h"

#include <math.h>

#include "sb-document.h"
#include "sb-store-private.h"

/* So many of the things that a document names are looked at, those it names most. */
#define MAX_THINGS 60

/* What more documents name than this relates none of them: it is looked up no further. */
#define MAX_NAMING 1500

/* What both must name, at least, unless what they share is rare. */
#define MIN_SHARED 2

/* What no more documents name than this is rare. */
#define RARE_NAMING 5

/* Reasons that are told. */
#define MAX_REASONS 6

void
sb_related_document_free (SbRelatedDocument *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->document);
  g_clear_pointer (&self->shared, g_ptr_array_unref);
  g_free (self);
}

/* A thing that the document names, and how rare it is. */
typedef struct
{
  gint64 record;
  guint n_naming;
  double weight;
} Thing;

/* Another document that names some of them. */
typedef struct
{
  gint64 document;
  double weight;
  guint n_shared;
  gboolean shares_rare;
  GArray *things; /* (owned) (element-type guint) positions, the rarest first */
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_array_unref (candidate->things);
  g_free (candidate);
}

static GArray *
list_ids (SbStore *self,
          const char *query,
          const char *parameter,
          gint64 id,
          guint limit,
          GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, query, error);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, parameter, id);
  sb_statement_bind_int (statement, ":limit", limit);
  return _sb_store_read_ids (statement, error);
}

static void
add_candidate (GHashTable *candidates,
               gint64 document,
               guint position,
               const Thing *thing)
{
  Candidate *candidate = g_hash_table_lookup (candidates, &document);

  if (candidate == NULL)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->document = document;
      candidate->things = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (candidates, &candidate->document, candidate);
    }

  candidate->weight += thing->weight;
  candidate->n_shared++;
  candidate->shares_rare = candidate->shares_rare || thing->n_naming <= RARE_NAMING;
  g_array_append_val (candidate->things, position);
}

static int
compare_things (gconstpointer a,
                gconstpointer b)
{
  const Thing *first = a;
  const Thing *second = b;

  return (first->n_naming > second->n_naming) - (first->n_naming < second->n_naming);
}

/* The things that @document names and that do not stand everywhere, the rarest first.
 * Who else names each is put into @naming (element-type GArray). */
static GArray *
list_things (SbStore *self,
             gint64 document,
             GHashTable *naming,
             GError **error)
{
  g_autoptr (GArray) records = list_ids (self, "list-named-by-document", ":document", document, MAX_THINGS, error);
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));

  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      Thing thing = { .record = g_array_index (records, gint64, i) };
      g_autoptr (GArray) others = list_ids (self, "list-documents-naming", ":record", thing.record, MAX_NAMING + 1, error);

      if (others == NULL)
        return NULL;
      if (others->len < 2 || others->len > MAX_NAMING)
        continue;

      thing.n_naming = others->len;
      thing.weight = 1 / log2 (1 + others->len);
      g_hash_table_insert (naming, g_memdup2 (&thing.record, sizeof thing.record), g_steal_pointer (&others));
      g_array_append_val (things, thing);
    }

  g_array_sort (things, compare_things);
  return g_steal_pointer (&things);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = *(const Candidate *const *) a;
  const Candidate *second = *(const Candidate *const *) b;

  if (first->weight != second->weight)
    return first->weight < second->weight ? 1 : -1;

  return (first->document < second->document) - (first->document > second->document);
}

/* The first of the texts that @document is one of. */
static gint64
get_first (SbRecord *document)
{
  SbRef *first = sb_record_get_ref (document, SB_DOCUMENT_FIRST);

  return first != NULL ? sb_ref_get_id (first) : sb_record_get_id (document);
}

static GPtrArray *
list_reasons (SbStore *self,
              const Candidate *candidate,
              GArray *things)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);

  for (guint i = 0; i < candidate->things->len && reasons->len < MAX_REASONS; i++)
    {
      const Thing *thing = &g_array_index (things, Thing, g_array_index (candidate->things, guint, i));
      SbRef *ref = _sb_store_find_ref (thing->record, self);

      if (ref != NULL)
        g_ptr_array_add (reasons, sb_ref_ref (ref));
    }

  return reasons;
}

/* The first of its texts instead of @other, if it can be read. */
static void
stand_for (SbStore *self,
           gint64 first,
           SbRecord **other)
{
  SbRecord *document = sb_store_get (self, SB_KIND_DOCUMENT, first, NULL);

  if (document == NULL)
    return;

  g_object_unref (*other);
  *other = document;
}

/* Of the candidates, the nearest ones that stand for a text of their own. */
static GPtrArray *
choose (SbStore *self,
        SbRecord *document,
        GPtrArray *candidates,
        GArray *things,
        guint limit,
        GError **error)
{
  g_autoptr (GPtrArray) related = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_related_document_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 own = get_first (document);

  g_hash_table_add (taken, g_memdup2 (&own, sizeof own));
  for (guint i = 0; i < candidates->len && related->len < limit; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);
      g_autoptr (GError) failure = NULL;
      g_autoptr (SbRecord) other = NULL;
      SbRelatedDocument *item;
      gint64 first;

      if (candidate->n_shared < MIN_SHARED && !candidate->shares_rare)
        continue;

      other = sb_store_get (self, SB_KIND_DOCUMENT, candidate->document, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (other == NULL || sb_record_is_withdrawn (other))
        continue;

      first = get_first (other);
      if (!g_hash_table_add (taken, g_memdup2 (&first, sizeof first)))
        continue;
      if (first != sb_record_get_id (other))
        stand_for (self, first, &other);

      item = g_new0 (SbRelatedDocument, 1);
      item->document = g_steal_pointer (&other);
      item->shared = list_reasons (self, candidate, things);
      item->weight = candidate->weight;
      g_ptr_array_add (related, item);
    }

  return g_steal_pointer (&related);
}

GPtrArray *
sb_store_list_related (SbStore *self,
                       gint64 document,
                       guint limit,
                       GError **error)
{
  g_autoptr (GHashTable) naming = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) candidates = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, candidate_free);
  g_autoptr (GPtrArray) ordered = NULL;
  g_autoptr (GArray) things = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GError) failure = NULL;
  GHashTableIter iter;
  gpointer candidate;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  record = sb_store_get (self, SB_KIND_DOCUMENT, document, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (record == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) sb_related_document_free);

  things = list_things (self, document, naming, error);
  if (things == NULL)
    return NULL;

  for (guint i = 0; i < things->len; i++)
    {
      const Thing *thing = &g_array_index (things, Thing, i);
      GArray *others = g_hash_table_lookup (naming, &thing->record);

      for (guint j = 0; j < others->len; j++)
        if (g_array_index (others, gint64, j) != document)
          add_candidate (candidates, g_array_index (others, gint64, j), i, thing);
    }

  ordered = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, NULL, &candidate))
    g_ptr_array_add (ordered, candidate);
  g_ptr_array_sort (ordered, compare_candidates);
  return choose (self, record, ordered, things, limit, error);
}

gint64
sb_store_count_naming (SbStore *self,
                       gint64 record,
                       const char *name,
                       GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 n = 0;

  g_return_val_if_fail (SB_IS_STORE (self), -1);

  statement = _sb_store_query (self, "count-documents-naming", error);
  if (statement == NULL)
    return -1;

  if (record != 0)
    sb_statement_bind_int (statement, ":record", record);
  else
    sb_statement_bind_null (statement, ":record");
  sb_statement_bind_text (statement, ":name", name);
  if (sb_statement_step (statement, &failure))
    n = sb_statement_get_int (statement, "n");
  if (failure == NULL)
    return n;

  g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
}

gint64
sb_store_find_dossier_of (SbStore *self,
                          gint64 document,
                          GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 dossier = 0;

  g_return_val_if_fail (SB_IS_STORE (self), -1);

  statement = _sb_store_query (self, "find-dossier-of-document", error);
  if (statement == NULL)
    return -1;

  sb_statement_bind_int (statement, ":document", document);
  if (sb_statement_step (statement, &failure))
    dossier = sb_statement_get_int (statement, "id");
  if (failure == NULL)
    return dossier;

  g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
}
