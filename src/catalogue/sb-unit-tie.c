/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

#include "sb-tie-json.h"

static const char *
get_term_name (const SbVocabulary *vocabulary,
               int value)
{
  const SbTerm *term = sb_vocabulary_find (vocabulary, value);

  return term != NULL ? term->name : NULL;
}

/* The tie of two records as it is stored; NULL without an error when there is
 * none. */
static gboolean
load_evidence (SbUnit *self,
               SbTie *tie,
               gint64 record,
               gint64 extract,
               char **json,
               GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "get-evidence", error);
  g_autoptr (GError) failure = NULL;

  *json = NULL;
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", record);
  sb_statement_bind_int (statement, ":extract", extract);
  if (sb_statement_step (statement, &failure))
    {
      tie->stance = sb_statement_get_text (statement, "stance");
      tie->credibility = sb_statement_get_text (statement, "credibility");
      *json = _sb_tie_write (tie);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
mark_evidence_changed (SbUnit *self,
                       const SbKnown *record)
{
  _sb_unit_mark_changed (self, record->kind);
  _sb_unit_mark_changed (self, SB_KIND_EXTRACT);
}

SbRef *
_sb_unit_complete_ref (SbUnit *self,
                       SbRef *ref,
                       const SbKnown *known,
                       GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (sb_ref_get_uuid (ref) != NULL && !known->is_merged)
    return sb_ref_ref (ref);

  statement = _sb_store_query (self->store, "find-record", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":id", known->id);
  if (sb_statement_step (statement, &failure))
    return sb_ref_new (known->kind, known->id, sb_statement_get_text (statement, "uuid"), NULL);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The two ends of a tie that is to be made. One of them is not there, and its id
 * is 0, when it could not stay because two records were merged, or when it is
 * gone meanwhile and the tie is to come back. */
static gboolean
find_ends (SbUnit *self,
           SbChange *change,
           SbKnown *owner,
           SbKnown *other,
           GError **error)
{
  if (!_sb_unit_find (self, change->ref, owner, error) || !_sb_unit_find (self, change->other, other, error))
    return FALSE;

  if ((owner->id == 0 || other->id == 0) && (self->is_reverting || owner->is_merged || other->is_merged))
    return TRUE;

  return _sb_unit_resolve (self, change->ref, owner, error) && _sb_unit_resolve (self, change->other, other, error);
}

gboolean
_sb_unit_put_evidence (SbUnit *self,
                       SbChange *change,
                       GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (SbRef) record = NULL;
  g_autoptr (SbRef) extract = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SbKnown owner;
  SbKnown other;
  SbTie tie = { .kind = SB_TIE_EVIDENCE };

  if (!find_ends (self, change, &owner, &other, error))
    return FALSE;
  if (owner.id == 0 || other.id == 0)
    return TRUE;

  record = _sb_unit_complete_ref (self, change->ref, &owner, error);
  extract = record != NULL ? _sb_unit_complete_ref (self, change->other, &other, error) : NULL;
  if (extract == NULL)
    return FALSE;

  tie.owner = record;
  tie.other = extract;
  if (!load_evidence (self, &tie, owner.id, other.id, &before, error))
    return FALSE;

  tie.stance = get_term_name (&sb_stance_vocabulary, change->stance);
  tie.credibility = get_term_name (&sb_credibility_vocabulary, change->credibility);
  after = _sb_tie_write (&tie);
  /* The record itself knows better than the one that was merged into it. */
  if (g_strcmp0 (before, after) == 0 || (before != NULL && owner.is_merged))
    return TRUE;

  statement = _sb_store_query (self->store, "put-evidence", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", owner.id);
  sb_statement_bind_int (statement, ":extract", other.id);
  sb_statement_bind_text (statement, ":stance", tie.stance);
  sb_statement_bind_text (statement, ":credibility", tie.credibility);
  if (!sb_statement_run (statement, error))
    return FALSE;

  mark_evidence_changed (self, &owner);
  _sb_unit_take_entry (self, owner.id, _sb_tie_kind_get_name (tie.kind), g_steal_pointer (&before), g_steal_pointer (&after));
  return TRUE;
}

gboolean
_sb_unit_remove_evidence (SbUnit *self,
                          SbChange *change,
                          GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (SbRef) record = NULL;
  g_autoptr (SbRef) extract = NULL;
  g_autofree char *before = NULL;
  SbKnown owner;
  SbKnown other;
  SbTie tie = { .kind = SB_TIE_EVIDENCE };

  if (!_sb_unit_find (self, change->ref, &owner, error) || !_sb_unit_find (self, change->other, &other, error))
    return FALSE;
  if (owner.id == 0 || other.id == 0)
    return TRUE;

  record = _sb_unit_complete_ref (self, change->ref, &owner, error);
  extract = record != NULL ? _sb_unit_complete_ref (self, change->other, &other, error) : NULL;
  if (extract == NULL)
    return FALSE;

  tie.owner = record;
  tie.other = extract;
  if (!load_evidence (self, &tie, owner.id, other.id, &before, error))
    return FALSE;
  if (before == NULL)
    return TRUE;

  statement = _sb_store_query (self->store, "remove-evidence", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", owner.id);
  sb_statement_bind_int (statement, ":extract", other.id);
  if (!sb_statement_run (statement, error))
    return FALSE;

  mark_evidence_changed (self, &owner);
  _sb_unit_take_entry (self, owner.id, _sb_tie_kind_get_name (tie.kind), g_steal_pointer (&before), NULL);
  return TRUE;
}

static void
write_member_down (SbUnit *self,
                   SbTie *tie,
                   gint64 member,
                   gboolean was_added)
{
  char *json = _sb_tie_write (tie);

  if (was_added)
    _sb_unit_take_entry (self, member, _sb_tie_kind_get_name (tie->kind), NULL, json);
  else
    _sb_unit_take_entry (self, member, _sb_tie_kind_get_name (tie->kind), json, NULL);
}

gboolean
_sb_unit_change_member (SbUnit *self,
                        SbChange *change,
                        GError **error)
{
  gboolean is_added = change->type == SB_CHANGE_ADD_MEMBER;
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (SbRef) dossier = NULL;
  g_autoptr (SbRef) record = NULL;
  SbKnown owner;
  SbKnown other;
  SbTie tie = { .kind = SB_TIE_MEMBER };

  if (is_added && !find_ends (self, change, &owner, &other, error))
    return FALSE;
  if (!is_added && (!_sb_unit_find (self, change->ref, &owner, error) || !_sb_unit_find (self, change->other, &other, error)))
    return FALSE;

  if (owner.id == 0 || other.id == 0)
    return TRUE;

  statement = _sb_store_query (self->store, is_added ? "add-member" : "remove-member", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":dossier", owner.id);
  sb_statement_bind_int (statement, ":record", other.id);
  if (!sb_statement_run (statement, error))
    return FALSE;
  if (sb_connection_get_n_changes (self->store->connection) == 0)
    return TRUE;

  dossier = _sb_unit_complete_ref (self, change->ref, &owner, error);
  record = dossier != NULL ? _sb_unit_complete_ref (self, change->other, &other, error) : NULL;
  if (record == NULL)
    return FALSE;

  tie.owner = dossier;
  tie.other = record;
  write_member_down (self, &tie, other.id, is_added);
  _sb_unit_mark_changed (self, SB_KIND_DOSSIER);
  _sb_unit_mark_changed (self, other.kind);
  return TRUE;
}

gboolean
_sb_unit_mark (SbUnit *self,
               SbChange *change,
               GError **error)
{
  const char *query = change->type == SB_CHANGE_MARK_READ      ? "mark-document-read"
                      : change->type == SB_CHANGE_MARK_STARRED ? "mark-document-starred"
                                                               : "mark-document-archived";
  g_autoptr (SbStatement) statement = NULL;
  SbKnown known;

  if (!_sb_unit_resolve (self, change->ref, &known, error))
    return FALSE;

  statement = _sb_store_query (self->store, query, error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", known.id);
  sb_statement_bind_int (statement, ":marked", change->marked);
  if (sb_statement_has_parameter (statement, ":now"))
    sb_statement_bind_int (statement, ":now", self->now);
  if (!sb_statement_run (statement, error))
    return FALSE;

  if (sb_connection_get_n_changes (self->store->connection) > 0)
    _sb_unit_mark_changed (self, SB_KIND_DOCUMENT);
  return TRUE;
}

static gboolean
keep_evidence (SbUnit *self,
               gint64 id,
               GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "list-evidence-ties", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", id);
  while (sb_statement_step (statement, &failure))
    {
      SbKnown owner = { .id = sb_statement_get_int (statement, "record") };
      g_autoptr (SbRef) record = NULL;
      g_autoptr (SbRef) extract = NULL;
      SbTie tie = { .kind = SB_TIE_EVIDENCE };

      owner.kind = sb_kind_parse (sb_statement_get_text (statement, "record_kind"));
      record = sb_ref_new (owner.kind, owner.id, sb_statement_get_text (statement, "record_uuid"), NULL);
      extract = sb_ref_new (SB_KIND_EXTRACT, sb_statement_get_int (statement, "extract"), sb_statement_get_text (statement, "extract_uuid"), NULL);
      tie.owner = record;
      tie.other = extract;
      tie.stance = sb_statement_get_text (statement, "stance");
      tie.credibility = sb_statement_get_text (statement, "credibility");

      mark_evidence_changed (self, &owner);
      _sb_unit_take_entry (self, owner.id, _sb_tie_kind_get_name (tie.kind), _sb_tie_write (&tie), NULL);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
keep_members (SbUnit *self,
              gint64 id,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "list-member-ties", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", id);
  while (sb_statement_step (statement, &failure))
    {
      SbKind kind = sb_kind_parse (sb_statement_get_text (statement, "record_kind"));
      g_autoptr (SbRef) dossier = sb_ref_new (SB_KIND_DOSSIER, sb_statement_get_int (statement, "dossier"), sb_statement_get_text (statement, "dossier_uuid"), NULL);
      g_autoptr (SbRef) record = sb_ref_new (kind, sb_statement_get_int (statement, "record"), sb_statement_get_text (statement, "record_uuid"), NULL);
      SbTie tie = { .kind = SB_TIE_MEMBER, .owner = dossier, .other = record };

      write_member_down (self, &tie, sb_ref_get_id (record), FALSE);
      _sb_unit_mark_changed (self, SB_KIND_DOSSIER);
      _sb_unit_mark_changed (self, kind);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
_sb_unit_keep_ties (SbUnit *self,
                    gint64 record,
                    GError **error)
{
  return keep_evidence (self, record, error) && keep_members (self, record, error);
}
