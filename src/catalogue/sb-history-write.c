/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

#include "sb-block-json.h"
#include "sb-change-counts.h"
#include "sb-record-builder.h"
#include "sb-record-json.h"

void
_sb_history_side_clear (SbHistorySide *side)
{
  g_clear_object (&side->record);
  g_clear_pointer (&side->blocks, g_ptr_array_unref);
}

/* An array of the record, of its text if it is given, and of the seconds since 1970
 * when it was added if that is known: values rather than one object, so that each
 * is written by whoever knows it. */
char *
_sb_history_write_record (SbRecord *record,
                          GPtrArray *blocks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  sb_record_write_json (record, builder, SB_RECORD_JSON_DEFAULT);
  if (blocks != NULL)
    _sb_blocks_write_json (blocks, builder);
  if (sb_record_get_created (record) != 0)
    json_builder_add_int_value (builder, sb_record_get_created (record));
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

gboolean
_sb_history_read_side (const char *json,
                       SbKind kind,
                       gint64 id,
                       SbHistorySide *side,
                       GError **error)
{
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, error);
  JsonArray *array;
  guint length;

  if (root == NULL)
    return FALSE;

  array = json_node_get_array (root);
  length = json_array_get_length (array);
  record = sb_record_from_json (sb_kind_get_schema (kind), json_array_get_object_element (array, 0), error);
  if (record == NULL)
    return FALSE;

  builder = sb_record_builder_new_from (record);
  sb_record_builder_set_id (builder, id);
  if (JSON_NODE_HOLDS_VALUE (json_array_get_element (array, length - 1)))
    sb_record_builder_set_times (builder, json_array_get_int_element (array, --length), 0);
  side->record = sb_record_builder_end (g_steal_pointer (&builder));
  if (length < 2)
    return TRUE;

  side->blocks = _sb_blocks_from_json (json_array_get_array_element (array, 1), error);
  return side->blocks != NULL;
}

static gboolean
add_entry (SbUnit *unit,
           gint64 history,
           guint position,
           const SbHistoryEntry *entry,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (unit->store, "add-history-entry", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", history);
  sb_statement_bind_int (statement, ":position", position);
  sb_statement_bind_int (statement, ":record", entry->record);
  sb_statement_bind_text (statement, ":kind", entry->kind);
  sb_statement_bind_text (statement, ":before", entry->before);
  sb_statement_bind_text (statement, ":after", entry->after);
  return sb_statement_run (statement, error);
}

static gboolean
drop_undone (SbStore *store,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "drop-undone-history", error);

  return statement != NULL && sb_statement_run (statement, error);
}

static gboolean
open_unit (SbUnit *unit,
           const SbHistoryHead *head,
           GError **error)
{
  g_autoptr (SbStatement) add = NULL;

  /* What a program does in between leaves the user's undone work alone. */
  if (g_str_equal (head->state, "done") && !drop_undone (unit->store, error))
    return FALSE;

  add = _sb_store_query (unit->store, "add-history", error);
  if (add == NULL)
    return FALSE;

  sb_statement_bind_text (add, ":label", head->label);
  sb_statement_bind_int (add, ":now", unit->now);
  sb_statement_bind_text (add, ":state", head->state);
  if (head->undoes != 0)
    sb_statement_bind_int (add, ":undoes", head->undoes);
  if (head->redoes != 0)
    sb_statement_bind_int (add, ":redoes", head->redoes);
  if (!sb_statement_run (add, error))
    return FALSE;

  unit->history = sb_connection_get_last_insert_rowid (unit->store->connection);
  return TRUE;
}

/* Each kind once, however many parts the unit has. */
static gboolean
count_changes (SbUnit *unit,
               GError **error)
{
  int kinds = unit->kinds & ~unit->counted_kinds;

  unit->counted_kinds |= kinds;
  return _sb_change_counts_add (unit->store, kinds, error);
}

gboolean
_sb_history_add (SbUnit *unit,
                 const SbHistoryHead *head,
                 GError **error)
{
  if (!count_changes (unit, error))
    return FALSE;

  /* An undoing that found nothing to do is kept, for the redoing. */
  if (unit->entries->len == 0 && head->undoes == 0)
    return TRUE;

  if (unit->history == 0 && !open_unit (unit, head, error))
    return FALSE;

  for (guint i = 0; i < unit->entries->len; i++)
    if (!add_entry (unit, unit->history, unit->n_entries++, g_ptr_array_index (unit->entries, i), error))
      return FALSE;

  g_ptr_array_set_size (unit->entries, 0);
  return TRUE;
}
