/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-private.h"

#include "sb-catalogue-resources.h"
#include "sb-evidence.h"
#include "sb-referrer.h"
#include "sb-search-private.h"
#include "sb-sql-functions.h"
#include "sb-sql.h"
#include "sb-store-file.h"

#define RESOURCE_PATH "/org/example/SahelBrief/catalogue/"

G_DEFINE_FINAL_TYPE (SbStore, sb_store, G_TYPE_OBJECT)

static void
sb_store_finalize (GObject *object)
{
  SbStore *self = SB_STORE (object);

  g_clear_object (&self->connection);
  g_clear_pointer (&self->search, _sb_search_index_free);
  g_clear_pointer (&self->reader, _sb_row_reader_free);
  g_clear_pointer (&self->queries, g_hash_table_unref);
  g_clear_error (&self->ref_failure);
  g_free (self->path);

  G_OBJECT_CLASS (sb_store_parent_class)->finalize (object);
}

static void
sb_store_class_init (SbStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_store_finalize;
}

static void
sb_store_init (SbStore *self)
{
  self->reader = _sb_row_reader_new (_sb_store_find_ref, self);
  self->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SbStore *
sb_store_open (const char *path,
               SbStoreFlags flags,
               GError **error)
{
  g_autoptr (SbStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (SB_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->connection = _sb_store_file_open (path, flags, error);
  if (self->connection == NULL || !_sb_sql_functions_add (self->connection, error))
    return NULL;

  self->search = _sb_search_index_new (self, error);
  return self->search != NULL ? g_steal_pointer (&self) : NULL;
}

const char *
sb_store_get_path (SbStore *self)
{
  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  return self->path;
}

void
sb_store_set_cancellable (SbStore *self,
                          GCancellable *cancellable)
{
  g_return_if_fail (SB_IS_STORE (self));

  sb_connection_set_cancellable (self->connection, cancellable);
}

const char *
_sb_store_get_sql (const char *file)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, file, ".sql", NULL);

  /* In a static library the resource must be asked for by name. */
  return sb_sql_get (sb_catalogue_get_resource (), path);
}

SbStatement *
_sb_store_query (SbStore *self,
                 const char *name,
                 GError **error)
{
  const char *sql = g_hash_table_lookup (self->queries, name);

  if (sql == NULL)
    {
      g_autofree char *file = g_strconcat ("queries/", name, NULL);

      sql = _sb_store_get_sql (file);
      g_hash_table_insert (self->queries, g_strdup (name), (gpointer) sql);
    }

  return sb_connection_prepare (self->connection, sql, error);
}

SbRecord *
_sb_store_read_one (SbStore *self,
                    SbStatement *statement,
                    const SbSchema *schema,
                    GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbRecord *record = NULL;

  if (sb_statement_step (statement, &failure))
    record = _sb_record_from_row (self->reader, schema, statement);
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  sb_statement_reset (statement);
  return record;
}

GPtrArray *
_sb_store_read_all (SbStore *self,
                    SbStatement *statement,
                    const SbSchema *schema,
                    GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  while (sb_statement_step (statement, &failure))
    g_ptr_array_add (records, _sb_record_from_row (self->reader, schema, statement));

  if (failure == NULL)
    return g_steal_pointer (&records);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GArray *
_sb_store_read_ids (SbStatement *statement,
                    GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  while (sb_statement_step (statement, &failure))
    {
      gint64 id = sb_statement_get_int (statement, "id");

      g_array_append_val (ids, id);
    }

  if (failure == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

SbStatement *
_sb_store_query_record (SbStore *self,
                        SbKind kind,
                        GError **error)
{
  g_autofree char *name = g_strconcat ("get-", sb_kind_get_name (kind), NULL);

  return _sb_store_query (self, name, error);
}

SbRecord *
sb_store_get (SbStore *self,
              SbKind kind,
              gint64 id,
              GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (kind > SB_KIND_NONE && kind < SB_N_KINDS, NULL);

  statement = _sb_store_query_record (self, kind, error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":id", id);
  return _sb_store_read_one (self, statement, sb_kind_get_schema (kind), error);
}

/* What the query @name finds for @uuid, 0 when that is nothing. */
static gboolean
find_id (SbStore *self,
         const char *name,
         const char *uuid,
         gint64 *id,
         GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, name, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":uuid", uuid);
  *id = sb_statement_step (statement, &failure) ? sb_statement_get_int (statement, "id") : 0;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

SbRecord *
sb_store_get_by_uuid (SbStore *self,
                      SbKind kind,
                      const char *uuid,
                      GError **error)
{
  gint64 id;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  if (!find_id (self, "find-record-by-uuid", uuid, &id, error))
    return NULL;
  if (id == 0 && !find_id (self, "find-merged", uuid, &id, error))
    return NULL;

  return id != 0 ? sb_store_get (self, kind, id, error) : NULL;
}

SbRecord *
sb_store_find_by_uuid (SbStore *self,
                       const char *uuid,
                       GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  SbKind kind = SB_KIND_NONE;
  gint64 id;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  if (!find_id (self, "find-record-by-uuid", uuid, &id, error))
    return NULL;
  if (id == 0 && !find_id (self, "find-merged", uuid, &id, error))
    return NULL;
  if (id == 0 || !(statement = _sb_store_query (self, "find-record", error)))
    return NULL;

  sb_statement_bind_int (statement, ":id", id);
  if (sb_statement_step (statement, &failure))
    kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
  sb_statement_reset (statement);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return kind != SB_KIND_NONE ? sb_store_get (self, kind, id, error) : NULL;
}

GPtrArray *
sb_store_list_evidence_of_extract (SbStore *self,
                                   gint64 extract,
                                   GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-evidence-of-extract", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":extract", extract);
  return _sb_store_read_all_by_id (self, statement, &sb_evidence_schema, error);
}

GPtrArray *
sb_store_list_evidence (SbStore *self,
                        gint64 record,
                        GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-evidence", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":record", record);
  return _sb_store_read_all_by_id (self, statement, &sb_evidence_schema, error);
}

static GPtrArray *
list_names (SbStore *self,
            const char *query,
            gint64 target,
            guint limit,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, query, error);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":target", target);
  sb_statement_bind_int (statement, ":limit", limit);
  return _sb_store_read_all (self, statement, &sb_referrer_schema, error);
}

GPtrArray *
sb_store_list_referrers (SbStore *self,
                         gint64 record,
                         guint limit,
                         GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  return list_names (self, "list-referrer-names", record, limit, error);
}

GPtrArray *
sb_store_list_members (SbStore *self,
                       gint64 dossier,
                       guint limit,
                       GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  return list_names (self, "list-member-names", dossier, limit, error);
}

/* Reads the record that each row names by id and kind. */
static gboolean
read_named (SbStore *self,
            SbStatement *statement,
            GPtrArray *records,
            GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (sb_statement_step (statement, &failure))
    {
      gint64 id = sb_statement_get_int (statement, "id");
      SbRecord *record = sb_store_get (self, sb_kind_parse (sb_statement_get_text (statement, "kind")), id, &failure);

      /* Only a damaged file has an id without its row. */
      if (record != NULL)
        g_ptr_array_add (records, record);
      if (failure != NULL)
        break;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GPtrArray *
sb_store_list_versions (SbStore *self,
                        gint64 record,
                        GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-versions", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":record", record);
  return read_named (self, statement, versions, error) ? g_steal_pointer (&versions) : NULL;
}

/* The document whose id the statement gives. */
static SbRecord *
find_document (SbStore *self,
               SbStatement *statement,
               GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (sb_statement_step (statement, &failure))
    return sb_store_get (self, SB_KIND_DOCUMENT, sb_statement_get_int (statement, "id"), error);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

SbRecord *
sb_store_find_document (SbStore *self,
                        gint64 feed,
                        const char *entry,
                        const char *url,
                        GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  if (feed != 0 && entry != NULL)
    {
      g_autoptr (SbStatement) statement = _sb_store_query (self, "find-document-by-entry", error);
      g_autoptr (SbRecord) document = NULL;
      g_autoptr (GError) failure = NULL;

      if (statement == NULL)
        return NULL;

      sb_statement_bind_int (statement, ":feed", feed);
      sb_statement_bind_text (statement, ":entry", entry);
      document = find_document (self, statement, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (document != NULL)
        return g_steal_pointer (&document);
    }

  if (url != NULL)
    {
      g_autoptr (SbStatement) statement = _sb_store_query (self, "find-document-by-url", error);

      if (statement == NULL)
        return NULL;

      sb_statement_bind_text (statement, ":url", url);
      return find_document (self, statement, error);
    }

  return NULL;
}

void
_sb_store_set_changed_func (SbStore *self,
                            SbStoreChangedFunc func,
                            gpointer user_data)
{
  self->changed_func = func;
  self->changed_data = user_data;
}

void
_sb_store_tell_changed (SbStore *self,
                        int kinds)
{
  if (self->is_held)
    self->held_kinds |= kinds;
  else if (kinds != 0 && self->changed_func != NULL)
    self->changed_func (kinds, self->changed_data);
}
