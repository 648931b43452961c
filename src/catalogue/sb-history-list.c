/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-history.h"

#include "sb-record-builder.h"
#include "sb-tie-json.h"
#include "sb-unit-private.h"

static const char *const state_names[] = { "done", "undone", "dropped", "kept" };

/* One reading of the history. */
typedef struct
{
  SbStore *store; /* (unowned) */
  const SbHistoryQuery *query; /* (unowned) */
  GHashTable *refs; /* (owned) UUID to SbRef with the names of today */
} Reading;

static void
history_change_free (gpointer data)
{
  SbHistoryChange *change = data;

  g_clear_pointer (&change->ref, sb_ref_unref);
  g_clear_pointer (&change->other, sb_ref_unref);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

static void
history_unit_free (gpointer data)
{
  SbHistoryUnit *unit = data;

  g_free (unit->label);
  g_ptr_array_unref (unit->changes);
  g_free (unit);
}

const char *
sb_history_state_get_name (SbHistoryState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

static SbHistoryState
parse_state (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (state_names[i], name) == 0)
      return (SbHistoryState) i;

  return SB_HISTORY_KEPT;
}

/* What a record was called that was merged into another; @ref itself when it was
 * not. */
static SbRef *
dup_gone_ref (Reading *self,
              SbRef *ref,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "get-gone-name", error);
  g_autoptr (SbRef) named = NULL;
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":uuid", sb_ref_get_uuid (ref));
  if (sb_statement_step (statement, &failure))
    {
      g_autoptr (SbBilingual) name = sb_bilingual_new (sb_statement_get_text (statement, "fr"), sb_statement_get_text (statement, "en"));

      named = sb_ref_new (sb_kind_parse (sb_statement_get_text (statement, "kind")), sb_statement_get_int (statement, "id"),
                          sb_ref_get_uuid (ref), name);
    }

  if (failure == NULL)
    return named != NULL ? g_steal_pointer (&named) : sb_ref_ref (ref);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* What the record of a reference is called now, or was called last; the reference
 * itself when that is not known. */
static SbRef *
name_ref (Reading *self,
          SbRef *ref,
          GError **error)
{
  const char *uuid = sb_ref_get_uuid (ref);
  SbRef *named = uuid != NULL ? g_hash_table_lookup (self->refs, uuid) : ref;
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (SbRef) gone = NULL;
  g_autoptr (GError) failure = NULL;

  if (named != NULL)
    return named;

  statement = _sb_store_query (self->store, "get-ref", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":uuid", uuid);
  if (sb_statement_step (statement, &failure) && !sb_statement_is_null (statement, "ref"))
    named = _sb_row_reader_read_ref (self->store->reader, sb_statement_get_text (statement, "ref"));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (named == NULL)
    {
      gone = dup_gone_ref (self, ref, error);
      if (gone == NULL)
        return NULL;
      named = gone;
    }

  g_hash_table_insert (self->refs, g_strdup (uuid), sb_ref_ref (named));
  return named;
}

/* The record with all that it refers to called by name. */
static SbRecord *
name_refs (Reading *self,
           SbRecord *record,
           GError **error)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (record);
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_REF && sb_record_has (record, i))
      {
        SbRef *named = name_ref (self, sb_record_get_ref (record, i), error);

        if (named == NULL)
          return NULL;
        sb_record_builder_set_ref (builder, i, named);
      }
    else if (schema->fields[i].type == SB_FIELD_LIST)
      {
        sb_record_builder_clear (builder, i);
        for (guint j = 0; j < sb_record_get_n_items (record, i); j++)
          {
            SbRecord *item = name_refs (self, sb_record_get_item (record, i, j), error);

            if (item == NULL)
              return NULL;
            sb_record_builder_take_item (builder, i, item);
          }
      }

  return sb_record_builder_end (g_steal_pointer (&builder));
}

static gboolean
read_side (Reading *self,
           const char *json,
           SbHistoryChange *change,
           SbRecord **record,
           GError **error)
{
  g_auto (SbHistorySide) side = { 0 };

  if (json == NULL)
    return TRUE;
  if (!_sb_history_read_side (json, sb_ref_get_kind (change->ref), sb_ref_get_id (change->ref), &side, error))
    return FALSE;

  change->changes_text |= side.blocks != NULL;
  *record = name_refs (self, side.record, error);
  return *record != NULL;
}

/* What is gone, and of which there is no copy where it was added. */
static gboolean
name_removed (Reading *self,
              SbHistoryChange *change,
              GError **error)
{
  SbKind kind = sb_ref_get_kind (change->ref);
  gint64 id = sb_ref_get_id (change->ref);
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "get-removed-side", error);
  g_auto (SbHistorySide) side = { 0 };
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", id);
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (kind));
  if (sb_statement_step (statement, &failure) && !_sb_history_read_side (sb_statement_get_text (statement, "before"), kind, id, &side, error))
    return FALSE;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (side.record != NULL)
    {
      sb_ref_unref (change->ref);
      change->ref = sb_record_dup_ref (side.record);
    }
  return TRUE;
}

static gboolean
read_record (Reading *self,
             SbHistoryChange *change,
             const char *before,
             const char *after,
             GError **error)
{
  g_autoptr (SbRef) known = sb_ref_ref (change->ref);
  SbRecord *named;

  if (!read_side (self, before, change, &change->before, error) || !read_side (self, after, change, &change->after, error))
    return FALSE;

  /* What is gone is called what it was called last. */
  named = change->after != NULL ? change->after : change->before;
  if (sb_ref_get_uuid (known) == NULL && named == NULL)
    return name_removed (self, change, error);
  if (sb_ref_get_uuid (known) == NULL)
    {
      sb_ref_unref (change->ref);
      change->ref = sb_record_dup_ref (named);
    }
  return TRUE;
}

static gboolean
read_tie (Reading *self,
          SbHistoryChange *change,
          const char *json,
          GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, error);
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (SbRef) other = NULL;

  if (node == NULL || !_sb_tie_read_ends (json_node_get_object (node), &ref, &other, error))
    return FALSE;

  sb_ref_unref (change->ref);
  change->ref = name_ref (self, ref, error);
  if (change->ref == NULL)
    return FALSE;
  sb_ref_ref (change->ref);
  if (other == NULL)
    return TRUE;

  change->other = name_ref (self, other, error);
  if (change->other == NULL)
    return FALSE;
  sb_ref_ref (change->other);
  return TRUE;
}

/* What is no record and no tie: a name alone, or one that leads to a record. */
static gboolean
read_own (Reading *self,
          SbHistoryChange *change,
          const char *json,
          GError **error)
{
  g_autoptr (SbRef) ref = NULL;
  SbRef *named;

  if (!_sb_unit_name_own (json, &ref, &change->other, error))
    return FALSE;

  named = sb_ref_get_kind (ref) != SB_KIND_NONE ? name_ref (self, ref, error) : ref;
  if (named == NULL)
    return FALSE;

  sb_ref_unref (change->ref);
  change->ref = sb_ref_ref (named);
  return TRUE;
}

static gboolean
read_change (Reading *self,
             SbStatement *statement,
             GPtrArray *changes,
             GError **error)
{
  SbHistoryChange *change = g_new0 (SbHistoryChange, 1);
  const char *name = sb_statement_get_text (statement, "kind");
  const char *before = sb_statement_get_text (statement, "before");
  const char *after = sb_statement_get_text (statement, "after");
  const char *text = sb_statement_get_text (statement, "ref");
  SbRef *ref = text != NULL ? _sb_row_reader_read_ref (self->store->reader, text) : NULL;
  SbKind kind = sb_kind_parse (name);

  g_ptr_array_add (changes, change);
  change->what = before == NULL ? SB_HISTORY_ADDED : after == NULL ? SB_HISTORY_REMOVED
                                                                   : SB_HISTORY_CHANGED;
  if (ref != NULL)
    change->ref = sb_ref_ref (ref);
  else
    change->ref = sb_ref_new (kind, sb_statement_get_int (statement, "record"), NULL, NULL);
  if (kind != SB_KIND_NONE)
    return read_record (self, change, before, after, error);

  change->tie = g_intern_string (name);
  return _sb_unit_is_own (name) ? read_own (self, change, after != NULL ? after : before, error)
                                : read_tie (self, change, after != NULL ? after : before, error);
}

static gboolean
read_changes (Reading *self,
              SbHistoryUnit *unit,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "list-history-changes", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", unit->id);
  if (self->query->record != 0)
    sb_statement_bind_int (statement, ":record", self->query->record);
  sb_statement_bind_int (statement, ":limit", self->query->n_changes > 0 ? (gint64) self->query->n_changes : -1);
  while (sb_statement_step (statement, &failure))
    if (!read_change (self, statement, unit->changes, error))
      return FALSE;

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static SbHistoryUnit *
read_unit (SbStatement *statement)
{
  SbHistoryUnit *unit = g_new0 (SbHistoryUnit, 1);

  unit->id = sb_statement_get_int (statement, "id");
  unit->time = sb_statement_get_int (statement, "time");
  unit->label = sb_statement_dup_text (statement, "label");
  unit->state = parse_state (sb_statement_get_text (statement, "state"));
  unit->undoes = sb_statement_get_int (statement, "undoes");
  unit->redoes = sb_statement_get_int (statement, "redoes");
  unit->n_changes = (guint) sb_statement_get_int (statement, "n_changes");
  unit->changes = g_ptr_array_new_with_free_func (history_change_free);
  return unit;
}

static GPtrArray *
list_units (SbStore *self,
            const SbHistoryQuery *query,
            GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (history_unit_free);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = _sb_store_query (self, query->record != 0 ? "list-history-of-record" : "list-history", error);
  if (statement == NULL)
    return NULL;

  if (query->record != 0)
    sb_statement_bind_int (statement, ":record", query->record);
  sb_statement_bind_int (statement, ":first", query->first);
  sb_statement_bind_int (statement, ":last", query->last != 0 ? query->last : G_MAXINT64);
  sb_statement_bind_int (statement, ":limit", query->limit > 0 ? (gint64) query->limit : -1);
  while (sb_statement_step (statement, &failure))
    g_ptr_array_add (units, read_unit (statement));

  if (failure == NULL)
    return g_steal_pointer (&units);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
sb_store_list_history (SbStore *self,
                       const SbHistoryQuery *query,
                       GError **error)
{
  Reading reading = { .store = self, .query = query };
  g_autoptr (GHashTable) refs = NULL;
  g_autoptr (GPtrArray) units = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  units = list_units (self, query, error);
  if (units == NULL)
    return NULL;

  refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sb_ref_unref);
  reading.refs = refs;
  for (guint i = 0; i < units->len; i++)
    if (!read_changes (&reading, g_ptr_array_index (units, i), error))
      return NULL;

  return g_steal_pointer (&units);
}
