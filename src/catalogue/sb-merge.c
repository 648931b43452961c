/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge-private.h"

#include "sb-actor.h"
#include "sb-catalogue-error.h"
#include "sb-merge-record.h"
#include "sb-merge-refs.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-transaction.h"

/* Records that are changed between two writings of the history: all of them need
 * not be held in memory. */
#define BATCH 500

typedef struct
{
  SbUnit *unit; /* (unowned) */
  SbHistoryHead head;
  SbRecord *kept; /* (owned) */
  SbRecord *gone; /* (owned) */
  SbRef *kept_ref; /* (owned) */
  SbRef *gone_ref; /* (owned) */
  GHashTable *others; /* (owned) what to name instead */
  GPtrArray *dropped; /* (owned) (element-type SbRef) what cannot stay */
  SbChangeSet *changes; /* (owned) that are not yet stored */
  guint n_changes;
  GPtrArray *notes; /* (owned) (element-type SbMergeNote) */
  SbMergeFunc progress; /* (nullable) */
  gpointer progress_data; /* (unowned) */
} SbMerging;

static void
merging_clear (SbMerging *self)
{
  g_clear_object (&self->kept);
  g_clear_object (&self->gone);
  g_clear_pointer (&self->kept_ref, sb_ref_unref);
  g_clear_pointer (&self->gone_ref, sb_ref_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_clear_pointer (&self->changes, sb_change_set_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbMerging, merging_clear)

static gboolean
store_changes (SbMerging *self,
               GError **error)
{
  if (!_sb_unit_apply (self->unit, self->changes, error) || !_sb_history_add (self->unit, &self->head, error))
    return FALSE;

  sb_change_set_unref (self->changes);
  self->changes = sb_change_set_new (NULL);
  self->n_changes = 0;
  return TRUE;
}

static gboolean
put (SbMerging *self,
     SbRecord *record,
     GError **error)
{
  sb_change_set_put (self->changes, record);
  self->n_changes++;
  return self->n_changes < BATCH || store_changes (self, error);
}

/* Actors and places are parts of others of their kind. */
static guint
get_parent_field (SbRecord *record)
{
  return sb_record_get_kind (record) == SB_KIND_ACTOR ? (guint) SB_ACTOR_PARENT : (guint) SB_PLACE_PARENT;
}

/* Whether what @record is a part of is a part of one of the two. */
static gboolean
goes_in_circle (SbMerging *self,
                SbRecord *record,
                gboolean *does,
                GError **error)
{
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SbRecord) current = g_object_ref (record);
  g_autoptr (GError) failure = NULL;

  *does = FALSE;
  while (!*does && current != NULL && sb_record_has (current, get_parent_field (record)))
    {
      SbRef *parent = sb_record_get_ref (current, get_parent_field (record));
      gint64 id = sb_ref_get_id (parent);
      SbRecord *next;

      *does = sb_ref_equal (parent, self->kept_ref) || sb_ref_equal (parent, self->gone_ref);
      /* A circle that was there before is none of ours. */
      if (!g_hash_table_add (met, g_memdup2 (&id, sizeof id)))
        break;

      next = sb_store_get (self->unit->store, sb_record_get_kind (record), id, &failure);
      g_set_object (&current, next);
      g_clear_object (&next);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* *@record as a part of nothing, when it would be a part of itself otherwise. */
static gboolean
break_circle (SbMerging *self,
              SbRecord **record,
              GError **error)
{
  guint field = get_parent_field (*record);
  g_autoptr (SbRecordBuilder) builder = NULL;
  gboolean does;

  if (!goes_in_circle (self, *record, &does, error))
    return FALSE;
  if (!does)
    return TRUE;

  _sb_merge_notes_add (self->notes, SB_MERGE_NOTE_CIRCLE, *record, &sb_record_get_schema (*record)->fields[field]);
  builder = sb_record_builder_new_from (*record);
  sb_record_builder_clear (builder, field);
  g_object_unref (*record);
  *record = sb_record_builder_end (g_steal_pointer (&builder));
  return TRUE;
}

static void
note_contradictions (SbMerging *self)
{
  g_autoptr (GArray) fields = _sb_record_list_contradictions (self->kept, self->gone);

  for (guint i = 0; i < fields->len; i++)
    _sb_merge_notes_add (self->notes, SB_MERGE_NOTE_DIFFERS, self->gone,
                         &sb_record_get_schema (self->gone)->fields[g_array_index (fields, guint, i)]);
}

static gboolean
put_kept (SbMerging *self,
          GError **error)
{
  g_autoptr (GHashTable) others = _sb_merge_table_new ();
  g_autoptr (SbRecord) kept = NULL;
  g_autoptr (SbRecord) open_kept = g_object_ref (self->kept);
  g_autoptr (SbRecord) open_gone = g_object_ref (self->gone);
  g_autoptr (SbRecord) gone = NULL;
  g_autoptr (SbRecord) combined = NULL;

  if (!break_circle (self, &open_kept, error) || !break_circle (self, &open_gone, error))
    return FALSE;

  /* What names itself from now on names nothing. */
  kept = _sb_record_replace_refs (open_kept, self->others);
  g_hash_table_insert (others, g_strdup (sb_record_get_uuid (self->kept)), NULL);
  g_hash_table_insert (others, g_strdup (sb_record_get_uuid (self->gone)), NULL);
  gone = _sb_record_replace_refs (open_gone, others);
  combined = _sb_record_combine (kept, gone);
  note_contradictions (self);
  return put (self, combined, error);
}

/* The ids of those that name the one that goes. (element-type SbKnown) */
static GArray *
list_referrers (SbMerging *self,
                GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit->store, "list-referrers", error);
  g_autoptr (GArray) referrers = g_array_new (FALSE, TRUE, sizeof (SbKnown));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":target", sb_record_get_id (self->gone));
  while (sb_statement_step (statement, &failure))
    {
      SbKnown known = { .id = sb_statement_get_int (statement, "id") };

      known.kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
      if (known.id != sb_record_get_id (self->kept) && known.id != sb_record_get_id (self->gone))
        g_array_append_val (referrers, known);
    }

  if (failure == NULL)
    return g_steal_pointer (&referrers);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* A relation of the two to each other. */
static gboolean
ties_to_itself (SbMerging *self,
                SbRecord *record)
{
  static const guint ends[] = { SB_RELATION_SUBJECT, SB_RELATION_OBJECT };

  if (sb_record_get_kind (record) != SB_KIND_RELATION)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      SbRef *ref = sb_record_get_ref (record, ends[i]);

      if (!sb_ref_equal (ref, self->kept_ref) && !sb_ref_equal (ref, self->gone_ref))
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_referrer (SbMerging *self,
               const SbKnown *known,
               GError **error)
{
  g_autoptr (SbRecord) record = sb_store_get (self->unit->store, known->kind, known->id, error);
  g_autoptr (SbRecord) replaced = NULL;

  if (record == NULL)
    return FALSE;

  if (ties_to_itself (self, record))
    {
      g_ptr_array_add (self->dropped, sb_record_dup_ref (record));
      _sb_merge_notes_add (self->notes, SB_MERGE_NOTE_DROPPED, record, NULL);
      return TRUE;
    }

  replaced = _sb_record_replace_refs (record, self->others);
  return put (self, replaced, error);
}

static gboolean
move_referrers (SbMerging *self,
                GError **error)
{
  g_autoptr (GArray) referrers = list_referrers (self, error);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      if (!move_referrer (self, &g_array_index (referrers, SbKnown, i), error))
        return FALSE;
      if (self->progress != NULL && self->n_changes == 0)
        self->progress ((double) i / referrers->len, self->progress_data);
    }

  return referrers != NULL && store_changes (self, error);
}

static int
parse_term (const SbVocabulary *vocabulary,
            const char *name,
            int fallback)
{
  const SbTerm *term = name != NULL ? sb_vocabulary_find_name (vocabulary, name) : NULL;

  return term != NULL ? term->value : fallback;
}

static gboolean
has_evidence (SbMerging *self,
              gint64 extract,
              gboolean *has,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit->store, "get-evidence", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", sb_record_get_id (self->kept));
  sb_statement_bind_int (statement, ":extract", extract);
  *has = sb_statement_step (statement, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What the one that is kept rests on already stays as it is. */
static gboolean
move_evidence (SbMerging *self,
               GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit->store, "list-evidence-ties", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", sb_record_get_id (self->gone));
  while (sb_statement_step (statement, &failure))
    {
      gint64 id = sb_statement_get_int (statement, "extract");
      g_autoptr (SbRef) extract = sb_ref_new (SB_KIND_EXTRACT, id, sb_statement_get_text (statement, "extract_uuid"), NULL);
      const char *stance = sb_statement_get_text (statement, "stance");
      const char *credibility = sb_statement_get_text (statement, "credibility");
      gboolean has;

      if (!has_evidence (self, id, &has, error))
        return FALSE;
      if (!has)
        sb_change_set_put_evidence (self->changes, self->kept_ref, extract,
                                    (SbStance) parse_term (&sb_stance_vocabulary, stance, SB_STANCE_SUPPORTS),
                                    (SbCredibility) parse_term (&sb_credibility_vocabulary, credibility, SB_CREDIBILITY_NONE));
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
move_members (SbMerging *self,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit->store, "list-member-ties", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", sb_record_get_id (self->gone));
  while (sb_statement_step (statement, &failure))
    {
      g_autoptr (SbRef) dossier = sb_ref_new (SB_KIND_DOSSIER, sb_statement_get_int (statement, "dossier"),
                                              sb_statement_get_text (statement, "dossier_uuid"), NULL);

      sb_change_set_add_member (self->changes, dossier, self->kept_ref);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A record answers one question: the one that is kept goes on answering its own,
 * if it has one. */
static void
move_version (SbMerging *self)
{
  const char *topic = sb_record_get_topic (self->gone);
  const char *own = sb_record_get_topic (self->kept);
  gboolean is_retained = sb_record_is_retained (self->gone);

  if (topic == NULL || (own != NULL && (!g_str_equal (own, topic) || !is_retained)))
    return;

  sb_change_set_put_version (self->changes, self->kept_ref, topic, is_retained);
}

static gboolean
move_ties (SbMerging *self,
           GError **error)
{
  if (!move_evidence (self, error) || !move_members (self, error))
    return FALSE;

  move_version (self);
  return store_changes (self, error);
}

static gboolean
remove_gone (SbMerging *self,
             GError **error)
{
  for (guint i = 0; i < self->dropped->len; i++)
    sb_change_set_remove (self->changes, g_ptr_array_index (self->dropped, i));
  sb_change_set_remove (self->changes, self->gone_ref);
  return store_changes (self, error);
}

static gboolean
note_dropped (SbMerging *self,
              gint64 merge,
              SbRef *ref,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit->store, "add-merge-dropped", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", merge);
  sb_statement_bind_text (statement, ":uuid", sb_ref_get_uuid (ref));
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (sb_ref_get_kind (ref)));
  return sb_statement_run (statement, error);
}

static gboolean
note_merge (SbMerging *self,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit->store, "add-merge", error);
  SbBilingual *name = sb_record_get_bilingual (self->gone, (guint) sb_record_get_schema (self->gone)->title);
  gint64 merge;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (sb_record_get_kind (self->kept)));
  sb_statement_bind_int (statement, ":kept", sb_record_get_id (self->kept));
  sb_statement_bind_int (statement, ":gone", sb_record_get_id (self->gone));
  sb_statement_bind_text (statement, ":gone_uuid", sb_record_get_uuid (self->gone));
  sb_statement_bind_text (statement, ":gone_fr", sb_bilingual_get (name, SB_LANGUAGE_FR));
  sb_statement_bind_text (statement, ":gone_en", sb_bilingual_get (name, SB_LANGUAGE_EN));
  sb_statement_bind_int (statement, ":history", self->unit->history);
  sb_statement_bind_int (statement, ":now", self->unit->now);
  if (!sb_statement_run (statement, error))
    return FALSE;

  merge = sb_connection_get_last_insert_rowid (self->unit->store->connection);
  for (guint i = 0; i < self->dropped->len; i++)
    if (!note_dropped (self, merge, g_ptr_array_index (self->dropped, i), error))
      return FALSE;

  return TRUE;
}

static SbRecord *
load (SbStore *store,
      SbKind kind,
      gint64 id,
      GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbRecord *record = sb_store_get (store, kind, id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_MERGE, "There is no %s %" G_GINT64_FORMAT, sb_kind_get_name (kind), id);
  return record;
}

static void
start (SbMerging *self,
       SbUnit *unit)
{
  self->unit = unit;
  self->kept_ref = sb_record_dup_ref (self->kept);
  self->gone_ref = sb_record_dup_ref (self->gone);
  self->others = _sb_merge_table_new ();
  g_hash_table_insert (self->others, g_strdup (sb_record_get_uuid (self->gone)), sb_ref_ref (self->kept_ref));
  self->dropped = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  self->changes = sb_change_set_new (NULL);
  self->notes = _sb_merge_notes_new ();
}

GPtrArray *
sb_store_merge (SbStore *self,
                SbKind kind,
                gint64 kept,
                gint64 gone,
                const char *label,
                SbMergeFunc progress,
                gpointer user_data,
                GError **error)
{
  g_autoptr (SbTransaction) transaction = NULL;
  g_auto (SbUnit) unit = { 0 };
  g_auto (SbMerging) merging = { .head = { .label = label, .state = "done" }, .progress = progress, .progress_data = user_data };

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  if ((kind != SB_KIND_ACTOR && kind != SB_KIND_PLACE) || kept == gone)
    {
      g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_MERGE, "Only two actors or two places can be merged");
      return NULL;
    }

  transaction = sb_transaction_begin (self->connection, error);
  merging.kept = transaction != NULL ? load (self, kind, kept, error) : NULL;
  merging.gone = merging.kept != NULL ? load (self, kind, gone, error) : NULL;
  if (merging.gone == NULL)
    return NULL;

  _sb_unit_init (&unit, self);
  unit.is_merging = TRUE;
  start (&merging, &unit);
  if (!put_kept (&merging, error) || !move_referrers (&merging, error) || !move_ties (&merging, error) ||
      !remove_gone (&merging, error) || !note_merge (&merging, error) || !sb_transaction_commit (transaction, error))
    return NULL;

  _sb_store_tell_changed (self, unit.kinds);
  return g_steal_pointer (&merging.notes);
}

/* One merge that holds again. */
static gboolean
move_late (SbUnit *unit,
           const SbHistoryHead *head,
           SbStatement *merge,
           GError **error)
{
  SbKind kind = sb_kind_parse (sb_statement_get_text (merge, "kind"));
  g_auto (SbMerging) merging = { .head = *head };
  g_autoptr (GError) failure = NULL;

  merging.kept = sb_store_get (unit->store, kind, sb_statement_get_int (merge, "kept"), &failure);
  if (failure == NULL)
    merging.gone = sb_store_get (unit->store, kind, sb_statement_get_int (merge, "gone"), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (merging.kept == NULL || merging.gone == NULL)
    return TRUE;

  start (&merging, unit);
  return move_referrers (&merging, error) && move_ties (&merging, error);
}

gboolean
_sb_unit_move_late (SbUnit *self,
                    const SbHistoryHead *head,
                    GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "list-merges-returning", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":redone", head->redoes);
  sb_statement_bind_int (statement, ":undone", head->undoes);
  while (sb_statement_step (statement, &failure))
    if (!move_late (self, head, statement, error))
      return FALSE;

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
