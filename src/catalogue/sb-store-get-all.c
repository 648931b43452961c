/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-private.h"

/* The kinds that are read by the thousand. Their queries give for a list of ids
 * what the row view of the kind gives for one, references by id. */
static const char *const queries[SB_N_KINDS] = {
  [SB_KIND_CLAIM] = "get-all-claim",
  [SB_KIND_CONTROL] = "get-all-control",
  [SB_KIND_EVENT] = "get-all-event",
  [SB_KIND_RELATION] = "get-all-relation",
  [SB_KIND_RESTRICTION] = "get-all-restriction",
};

char *
_sb_store_join_ids (GArray *ids)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));

  return g_string_free (g_string_append_c (out, ']'), FALSE);
}

SbRef *
_sb_store_find_ref (gint64 id,
                    gpointer self)
{
  SbStore *store = self;
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = _sb_store_query (store, "find-ref", &failure);
  if (statement != NULL)
    {
      sb_statement_bind_int (statement, ":id", id);
      if (sb_statement_step (statement, &failure))
        return _sb_row_reader_read_ref (store->reader, sb_statement_get_text (statement, "ref"));
    }

  if (failure != NULL && store->ref_failure == NULL)
    store->ref_failure = g_steal_pointer (&failure);
  return NULL;
}

GPtrArray *
_sb_store_read_all_by_id (SbStore *self,
                          SbStatement *statement,
                          const SbSchema *schema,
                          GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  g_clear_error (&self->ref_failure);
  while (self->ref_failure == NULL && sb_statement_step (statement, &failure))
    {
      /* While the statement stands on a row, the references are of its moment. */
      if (records->len == 0 && !sb_connection_is_unchanged (self->connection, &self->refs_mark, &self->ref_failure))
        _sb_row_reader_forget_ids (self->reader);

      g_ptr_array_add (records, _sb_record_from_row (self->reader, schema, statement));
    }

  /* What could not be looked up would be remembered as missing. */
  if (self->ref_failure != NULL)
    _sb_row_reader_forget_ids (self->reader);

  if (failure == NULL)
    failure = g_steal_pointer (&self->ref_failure);
  if (failure == NULL)
    return g_steal_pointer (&records);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static GPtrArray *
get_together (SbStore *self,
              SbKind kind,
              GArray *ids,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, queries[kind], error);
  g_autofree char *list = NULL;

  if (statement == NULL)
    return NULL;

  list = _sb_store_join_ids (ids);
  sb_statement_bind_text (statement, ":ids", list);
  return _sb_store_read_all_by_id (self, statement, sb_kind_get_schema (kind), error);
}

static GPtrArray *
get_one_by_one (SbStore *self,
                SbKind kind,
                GArray *ids,
                GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbStatement) statement = NULL;

  statement = _sb_store_query_record (self, kind, error);
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

      if (record != NULL)
        g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

GPtrArray *
sb_store_get_all (SbStore *self,
                  SbKind kind,
                  GArray *ids,
                  GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (kind > SB_KIND_NONE && kind < SB_N_KINDS, NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  return queries[kind] != NULL ? get_together (self, kind, ids, error) : get_one_by_one (self, kind, ids, error);
}
