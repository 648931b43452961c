/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-mention-store.h"

#include <string.h>

#include "sb-mention-store-private.h"
#include "sb-store-private.h"
#include "sb-transaction.h"
#include "sb-words.h"

/* When more names than this have changed, all documents are read again: it is not
 * worth looking for each. */
#define RENAMED_MAX 500

void
sb_stored_mention_free (SbStoredMention *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->name);
  g_free (self);
}

void
sb_mention_rule_free (SbMentionRule *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

static gboolean
run_query (SbStore *self,
           const char *name,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, name, error);

  return statement != NULL && sb_statement_run (statement, error);
}

static gboolean
run_for (SbStore *self,
         const char *name,
         const char *parameter,
         gint64 id,
         GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, name, error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, parameter, id);
  return sb_statement_run (statement, error);
}

GPtrArray *
sb_store_list_mentions (SbStore *self,
                        gint64 document,
                        GError **error)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_stored_mention_free);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-mentions-of-document", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":document", document);
  while (sb_statement_step (statement, &failure))
    {
      SbStoredMention *mention = g_new0 (SbStoredMention, 1);

      mention->kind = sb_statement_dup_text (statement, "kind");
      mention->start = (guint) sb_statement_get_int (statement, "start");
      mention->end = (guint) sb_statement_get_int (statement, "end");
      mention->record = sb_statement_get_int (statement, "record");
      mention->record_kind = sb_kind_parse (sb_statement_get_text (statement, "record_kind"));
      mention->name = sb_statement_dup_text (statement, "name");
      mention->is_known = sb_statement_get_boolean (statement, "known");
      g_ptr_array_add (mentions, mention);
    }
  if (failure == NULL)
    return g_steal_pointer (&mentions);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
put_mention (SbStatement *statement,
             gint64 document,
             const SbStoredMention *mention,
             GError **error)
{
  sb_statement_bind_int (statement, ":document", document);
  sb_statement_bind_int (statement, ":start", mention->start);
  sb_statement_bind_int (statement, ":end", mention->end);
  sb_statement_lend_text (statement, ":kind", mention->kind);
  if (mention->record != 0)
    sb_statement_bind_int (statement, ":record", mention->record);
  else
    sb_statement_bind_null (statement, ":record");
  sb_statement_lend_text (statement, ":name", mention->name);
  sb_statement_bind_int (statement, ":known", mention->is_known);
  return sb_statement_run (statement, error);
}

/* Most documents are read for the first time, and looking is much cheaper than
 * removing. */
static gboolean
remove_mentions (SbStore *self,
                 gint64 document,
                 GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "has-mentions", error);
  g_autoptr (GError) failure = NULL;
  gboolean has_mentions;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  has_mentions = sb_statement_step (statement, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return !has_mentions || run_for (self, "remove-mentions", ":document", document, error);
}

gboolean
sb_store_put_mentions (SbStore *self,
                       gint64 document,
                       GPtrArray *mentions,
                       GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self) && mentions != NULL, FALSE);

  if (!remove_mentions (self, document, error))
    return FALSE;

  statement = _sb_store_query (self, "put-mention", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < mentions->len; i++)
    if (!put_mention (statement, document, g_ptr_array_index (mentions, i), error))
      return FALSE;

  return run_for (self, "remove-mention-pending", ":document", document, error);
}

GArray *
sb_store_list_unnamed (SbStore *self,
                       guint limit,
                       GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-mention-pending", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":limit", limit);
  return _sb_store_read_ids (statement, error);
}

gboolean
sb_store_is_unnamed (SbStore *self,
                     gint64 document,
                     gboolean *is_unnamed,
                     GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self) && is_unnamed != NULL, FALSE);

  statement = _sb_store_query (self, "is-mention-pending", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  *is_unnamed = sb_statement_step (statement, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static GArray *
list_renamed (SbStore *self,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "list-mention-renamed", error);

  return statement != NULL ? _sb_store_read_ids (statement, error) : NULL;
}

gboolean
sb_store_has_renamed (SbStore *self,
                      gboolean *has_renamed,
                      GError **error)
{
  g_autoptr (GArray) renamed = NULL;

  g_return_val_if_fail (SB_IS_STORE (self) && has_renamed != NULL, FALSE);

  renamed = list_renamed (self, error);
  *has_renamed = renamed != NULL && renamed->len > 0;
  return renamed != NULL;
}

/* All of the words of @name, as an expression of FTS5; NULL when it has none. */
static char *
make_match (const char *name)
{
  g_autofree char *joined = sb_words_join (name);
  g_auto (GStrv) words = g_strsplit (joined, " ", -1);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (match, "%s\"%s\"", match->len > 0 ? " " : "", words[i]);

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

static gboolean
await_words (SbStore *self,
             const char *name,
             GError **error)
{
  g_autofree char *match = make_match (name);
  g_autoptr (SbStatement) statement = NULL;

  if (match == NULL)
    return TRUE;

  statement = _sb_store_query (self, "await-mentions-of-words", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":match", match);
  return sb_statement_run (statement, error);
}

static gboolean
await_name (SbStore *self,
            const char *name,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "await-mentions-of-name", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":name", name);
  return sb_statement_run (statement, error) && await_words (self, name, error);
}

/* (element-type utf8) */
static GPtrArray *
list_names (SbStore *self,
            gint64 record,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "list-names-of-record", error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":record", record);
  while (sb_statement_step (statement, &failure))
    g_ptr_array_add (names, sb_statement_dup_text (statement, "name"));
  if (failure == NULL)
    return g_steal_pointer (&names);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
await_record (SbStore *self,
              gint64 record,
              GError **error)
{
  g_autoptr (GPtrArray) names = list_names (self, record, error);

  if (names == NULL || !run_for (self, "await-mentions-of-record", ":record", record, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!await_name (self, g_ptr_array_index (names, i), error))
      return FALSE;

  return TRUE;
}

gboolean
sb_store_settle_names (SbStore *self,
                       GError **error)
{
  g_autoptr (SbTransaction) transaction = NULL;
  g_autoptr (GArray) renamed = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  transaction = sb_transaction_begin (self->connection, error);
  if (transaction == NULL)
    return FALSE;
  renamed = list_renamed (self, error);
  if (renamed == NULL)
    return FALSE;

  if (renamed->len > RENAMED_MAX)
    {
      if (!run_query (self, "await-mentions", error))
        return FALSE;
    }
  else if (renamed->len > 0)
    {
      if (!run_query (self, "await-mentions-unindexed", error))
        return FALSE;
      for (guint i = 0; i < renamed->len; i++)
        if (!await_record (self, g_array_index (renamed, gint64, i), error))
          return FALSE;
    }

  return run_query (self, "empty-mention-renamed", error) && sb_transaction_commit (transaction, error);
}

GPtrArray *
sb_store_list_mention_rules (SbStore *self,
                             GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_mention_rule_free);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-mention-rules", error);
  if (statement == NULL)
    return NULL;

  while (sb_statement_step (statement, &failure))
    {
      SbMentionRule *rule = g_new0 (SbMentionRule, 1);

      rule->text = sb_statement_dup_text (statement, "text");
      rule->record = sb_statement_get_int (statement, "record");
      rule->record_kind = sb_kind_parse (sb_statement_get_text (statement, "record_kind"));
      rule->time = sb_statement_get_int (statement, "time");
      g_ptr_array_add (rules, rule);
    }
  if (failure == NULL)
    return g_steal_pointer (&rules);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
_sb_mention_rule_note (SbStore *self,
                       const char *text,
                       GError **error)
{
  return run_query (self, "await-mentions-unindexed", error) && await_words (self, text, error) &&
         run_query (self, "note-mention-rules", error);
}

gboolean
sb_store_put_mention_rule (SbStore *self,
                           const char *text,
                           gint64 record,
                           GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = record != 0 ? sb_ref_new (SB_KIND_NONE, record, NULL, NULL) : NULL;

  g_return_val_if_fail (SB_IS_STORE (self) && text != NULL, FALSE);

  sb_change_set_put_mention_rule (changes, text, ref);
  return sb_store_apply (self, changes, error) >= 0;
}

gboolean
sb_store_remove_mention_rule (SbStore *self,
                              const char *text,
                              GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  g_return_val_if_fail (SB_IS_STORE (self) && text != NULL, FALSE);

  sb_change_set_remove_mention_rule (changes, text);
  return sb_store_apply (self, changes, error) > 0;
}
