/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-fact-loader.h"

#include "sb-actor.h"
#include "sb-claim.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-fact-match.h"
#include "sb-gazetteer.h"
#include "sb-mention-store.h"
#include "sb-name-loader.h"
#include "sb-place.h"
#include "sb-recogniser.h"
#include "sb-record-builder.h"
#include "sb-related-store.h"
#include "sb-source.h"
#include "sb-table-intake-private.h"

/* How many of the likeliest records are offered. */
#define MAX_MATCHES 4
/* How many records are held against a draft, at most, for each place or actor. */
#define MAX_CANDIDATES 400
/* How far from the day of a draft a record of the same thing may be; days. */
#define SLACK 45
/* Nobody chooses from more. */
#define MAX_DOSSIERS 200

void
sb_fact_context_free (SbFactContext *self)
{
  g_clear_object (&self->document);
  g_clear_object (&self->source);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static void
unref_record (gpointer record)
{
  g_clear_object (&record);
}

static SbFactContext *
create_context (guint start,
                guint end)
{
  SbFactContext *self = g_new0 (SbFactContext, 1);

  self->stored = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_stored_mention_free);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (SbMention));
  self->records = g_ptr_array_new_with_free_func (unref_record);
  self->start = start;
  self->end = end;
  return self;
}

/* A place of the gazetteer as a record that is not stored yet: the one that an import
 * would make of it. */
static SbRecord *
make_place (SbStore *store,
            SbGazetteer *gazetteer,
            const char *name)
{
  g_autoptr (GPtrArray) places = sb_gazetteer_find_name (gazetteer, name);
  const SbGazetteerPlace *place = places->len > 0 ? g_ptr_array_index (places, 0) : NULL;
  g_autofree char *uuid = NULL;
  SbRecord *known;
  SbRecordBuilder *builder;

  if (place == NULL)
    return NULL;

  uuid = _sb_intake_make_uuid ("gazetteer", place->key);
  known = store != NULL ? sb_store_get_by_uuid (store, SB_KIND_PLACE, uuid, NULL) : NULL;
  if (known != NULL)
    return known;

  builder = sb_record_builder_new (&sb_place_schema);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_words (builder, SB_PLACE_NAME, place->names[SB_LANGUAGE_FR], place->names[SB_LANGUAGE_EN]);
  sb_record_builder_set_term (builder, SB_PLACE_KIND, (int) place->kind);
  sb_record_builder_set_text (builder, SB_PLACE_COUNTRY, place->country);
  sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, place->position.latitude);
  sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, place->position.longitude);
  sb_record_builder_set_term (builder, SB_PLACE_PRECISION, (int) place->precision);
  if (place->geonames > 0)
    sb_record_builder_set_integer (builder, SB_PLACE_GEONAMES, place->geonames);
  sb_record_builder_set_text (builder, SB_PLACE_KEY, place->key);
  sb_record_builder_set_text (builder, SB_PLACE_PCODE, sb_gazetteer_place_get_pcode (place));
  return sb_record_builder_end (builder);
}

/* An actor that the program knows by name and the catalogue does not have. */
static SbRecord *
make_actor (SbStore *store,
            const SbMention *mention)
{
  g_autofree char *uuid = _sb_intake_make_uuid ("name", mention->name);
  SbRecord *known = store != NULL ? sb_store_get_by_uuid (store, SB_KIND_ACTOR, uuid, NULL) : NULL;
  SbRecordBuilder *builder;

  if (known != NULL)
    return known;

  builder = sb_record_builder_new (&sb_actor_schema);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, mention->name, mention->name);
  if (mention->kind == SB_MENTION_PERSON)
    sb_record_builder_set_term (builder, SB_ACTOR_KIND, SB_ACTOR_KIND_PERSON);

  return sb_record_builder_end (builder);
}

/* What is named; NULL for what is no record and cannot become one unasked. */
static SbRecord *
find_record (SbFactContext *self,
             SbStore *store,
             SbGazetteer *gazetteer,
             const SbMention *mention)
{
  /* Named twice, it is one record. */
  for (guint i = 0; i < self->records->len; i++)
    {
      const SbMention *other = &g_array_index (self->mentions, SbMention, i);
      SbRecord *record = g_ptr_array_index (self->records, i);

      if (record != NULL && other->record == mention->record && (mention->record != 0 || g_strcmp0 (other->name, mention->name) == 0))
        return g_object_ref (record);
    }

  if (mention->record != 0)
    return store != NULL ? sb_store_get (store, mention->record_kind, mention->record, NULL) : NULL;
  if (!mention->is_known || mention->name == NULL)
    return NULL;
  if (mention->kind == SB_MENTION_PLACE)
    return make_place (store, gazetteer, mention->name);
  if (mention->kind == SB_MENTION_ACTOR || mention->kind == SB_MENTION_PERSON)
    return make_actor (store, mention);

  return NULL;
}

static gboolean
add_mentions (SbFactContext *self,
              SbStore *store,
              const SbMention *mentions,
              guint n_mentions,
              GError **error)
{
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (error);

  if (gazetteer == NULL)
    return FALSE;

  for (guint i = 0; i < n_mentions; i++)
    {
      SbRecord *record;

      if (mentions[i].start < self->start || mentions[i].end > self->end)
        continue;

      record = find_record (self, store, gazetteer, &mentions[i]);
      g_array_append_val (self->mentions, mentions[i]);
      g_ptr_array_add (self->records, record);
    }

  return TRUE;
}

/* Finds what the text names, which takes a second where names have to be loaded. */
static gboolean
recognise (SbFactContext *self,
           SbStore *store,
           GError **error)
{
  g_autoptr (SbNameSet) names = sb_load_names (store, error);
  g_autoptr (SbMentions) found = NULL;
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (SbMention));
  SbDate *date = self->document != NULL ? sb_record_get_date (self->document, SB_DOCUMENT_DATE) : NULL;
  SbTextFacts facts = { .language = sb_language_get_code (self->language) };
  const SbMention *mentions;
  guint n;

  if (names == NULL)
    return FALSE;

  if (date != NULL && sb_date_get_last_day (date) < SB_DATE_DAY_MAX)
    {
      facts.has_day = TRUE;
      facts.day = sb_date_get_last_day (date);
    }

  found = sb_recognise (names, self->text, strlen (self->text), &facts);
  mentions = sb_mentions_get (found, &n);
  for (guint i = 0; i < n; i++)
    {
      SbStoredMention *stored = g_new0 (SbStoredMention, 1);
      SbMention mention = mentions[i];

      /* The names are those of what was found, which goes. */
      stored->name = g_strdup (mention.name);
      mention.name = stored->name;
      g_ptr_array_add (self->stored, stored);
      g_array_append_val (kept, mention);
    }

  return add_mentions (self, store, (const SbMention *) (gpointer) kept->data, kept->len, error);
}

static gboolean
take_stored (SbFactContext *self,
             SbStore *store,
             GError **error)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (SbMention));
  g_autoptr (GPtrArray) stored = sb_store_list_mentions (store, sb_record_get_id (self->document), error);

  if (stored == NULL)
    return FALSE;
  if (stored->len == 0)
    return recognise (self, store, error);

  g_ptr_array_unref (self->stored);
  self->stored = g_steal_pointer (&stored);
  for (guint i = 0; i < self->stored->len; i++)
    {
      const SbStoredMention *found = g_ptr_array_index (self->stored, i);
      SbMention mention = { .start = found->start,
                            .end = found->end,
                            .record = found->record,
                            .record_kind = found->record_kind,
                            .name = found->name,
                            .is_known = found->is_known };

      if (sb_mention_kind_parse (found->kind, &mention.kind))
        g_array_append_val (mentions, mention);
    }

  return add_mentions (self, store, (const SbMention *) (gpointer) mentions->data, mentions->len, error);
}

static gboolean
load_dossiers (SbFactContext *self,
               SbStore *store,
               GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOSSIER);

  query->limit = MAX_DOSSIERS;
  if (!(self->dossiers = sb_store_list (store, query, error)))
    return FALSE;

  self->dossier = sb_store_find_dossier_of (store, sb_record_get_id (self->document), error);
  if (self->dossier == 0 && self->dossiers->len == 1)
    self->dossier = sb_record_get_id (g_ptr_array_index (self->dossiers, 0));

  return self->dossier >= 0;
}

SbFactContext *
sb_load_fact_context (SbStore *store,
                      gint64 document,
                      guint start,
                      guint end,
                      GError **error)
{
  g_autoptr (SbFactContext) self = create_context (start, end);
  g_autoptr (GError) local_error = NULL;
  SbRef *source;

  self->document = sb_store_get (store, SB_KIND_DOCUMENT, document, &local_error);
  if (self->document != NULL)
    self->blocks = sb_store_get_blocks (store, document, &local_error);
  source = sb_record_get_ref (self->document, SB_DOCUMENT_SOURCE);
  if (local_error == NULL && source != NULL)
    self->source = sb_store_get (store, SB_KIND_SOURCE, sb_ref_get_id (source), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (self->document == NULL)
    return NULL;
  if (!load_dossiers (self, store, error))
    return NULL;

  self->language = SB_LANGUAGE_FR;
  if (g_strcmp0 (sb_record_get_text (self->document, SB_DOCUMENT_LANGUAGE), "en") == 0)
    self->language = SB_LANGUAGE_EN;

  self->text = sb_blocks_join (self->blocks);
  self->end = MIN (self->end, (guint) g_utf8_strlen (self->text, -1));
  self->start = MIN (self->start, self->end);
  return take_stored (self, store, error) ? g_steal_pointer (&self) : NULL;
}

SbFactContext *
sb_load_fact_context_of_text (SbStore *store,
                              const char *text,
                              SbRecord *document,
                              SbLanguage language,
                              guint start,
                              guint end,
                              GError **error)
{
  g_autoptr (SbFactContext) self = create_context (start, end);

  g_set_object (&self->document, document);
  self->language = language;
  self->text = g_strdup (text);
  self->end = MIN (self->end, (guint) g_utf8_strlen (self->text, -1));
  self->start = MIN (self->start, self->end);
  return recognise (self, store, error) ? g_steal_pointer (&self) : NULL;
}

SbPassage
sb_fact_context_get_passage (const SbFactContext *self)
{
  return (SbPassage) {
    .text = self->text,
    .start = self->start,
    .end = self->end,
    .mentions = (const SbMention *) (gpointer) self->mentions->data,
    .n_mentions = self->mentions->len,
    .records = self->records,
    .document = self->document,
    .source = self->source,
    .language = self->language,
  };
}

typedef struct
{
  SbRecord *record; /* (owned) */
  guint score;
} Match;

static void
match_clear (gpointer data)
{
  g_clear_object (&((Match *) data)->record);
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *one = a;
  const Match *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;

  return sb_record_get_id (one->record) < sb_record_get_id (other->record) ? -1 : 1;
}

static gboolean
add_candidates (SbStore *store,
                const SbQuery *query,
                SbRecord *draft,
                GHashTable *seen,
                GArray *matches,
                GError **error)
{
  g_autoptr (GPtrArray) records = sb_store_list (store, query, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      Match match = { .record = g_ptr_array_index (records, i) };
      gint64 id = sb_record_get_id (match.record);

      if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        continue;

      match.score = sb_fact_match (draft, match.record);
      if (match.score < SB_FACT_MATCH_LIKELY)
        continue;

      g_object_ref (match.record);
      g_array_append_val (matches, match);
    }

  return records != NULL;
}

/* The stored records of @kind that a record names, in its fields and in their items. */
static void
collect_ids (SbRecord *record,
             SbKind kind,
             GArray *ids)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (schema->fields[i].type == SB_FIELD_REF)
        {
          SbRef *ref = sb_record_get_ref (record, i);
          gint64 id = ref != NULL && sb_ref_get_kind (ref) == kind ? sb_ref_get_id (ref) : 0;

          if (id != 0)
            g_array_append_val (ids, id);
        }
      for (guint j = 0; schema->fields[i].type == SB_FIELD_LIST && j < sb_record_get_n_items (record, i); j++)
        collect_ids (sb_record_get_item (record, i, j), kind, ids);
    }
}

static void
set_period (SbQuery *query,
            SbRecord *draft)
{
  SbDate *date = NULL;

  if (query->kind == SB_KIND_EVENT || query->kind == SB_KIND_CLAIM)
    date = sb_record_get_date (draft, query->kind == SB_KIND_EVENT ? (guint) SB_EVENT_DATE : (guint) SB_CLAIM_DATE);
  if (date == NULL || sb_date_get_first_day (date) < SB_DATE_DAY_MIN + SLACK || sb_date_get_last_day (date) > SB_DATE_DAY_MAX - SLACK)
    return;

  query->has_period = TRUE;
  query->first_day = sb_date_get_first_day (date) - SLACK;
  query->last_day = sb_date_get_last_day (date) + SLACK;
}

GPtrArray *
sb_load_fact_matches (SbStore *store,
                      SbRecord *draft,
                      GError **error)
{
  static const SbKind named[] = { SB_KIND_PLACE, SB_KIND_ACTOR };
  SbKind kind = sb_record_get_kind (draft);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GPtrArray *best;

  g_array_set_clear_func (matches, match_clear);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      collect_ids (draft, named[i], ids);
      for (guint j = 0; j < ids->len; j++)
        {
          g_autoptr (SbQuery) query = sb_query_new (kind);

          query->limit = MAX_CANDIDATES;
          set_period (query, draft);
          if (named[i] == SB_KIND_PLACE)
            query->place = g_array_index (ids, gint64, j);
          else
            query->actor = g_array_index (ids, gint64, j);
          if (!add_candidates (store, query, draft, seen, matches, error))
            return NULL;
        }
    }

  /* What is known by its words, or by a road, is held against the newest. */
  if (kind != SB_KIND_EVENT)
    {
      g_autoptr (SbQuery) query = sb_query_new (kind);

      query->limit = MAX_CANDIDATES;
      set_period (query, draft);
      if (!add_candidates (store, query, draft, seen, matches, error))
        return NULL;
    }

  g_array_sort (matches, compare_matches);
  best = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < MIN (matches->len, MAX_MATCHES); i++)
    g_ptr_array_add (best, g_object_ref (g_array_index (matches, Match, i).record));

  return best;
}
