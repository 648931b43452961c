/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-text-store.h"

#include "sb-block-json.h"
#include "sb-change-counts.h"
#include "sb-clock.h"
#include "sb-store-private.h"
#include "sb-transaction.h"

/* Of originals that are in memory at a time. */
#define MAX_BYTES (16 << 20)

void
sb_waiting_text_free (SbWaitingText *self)
{
  if (self == NULL)
    return;

  g_free (self->hash);
  g_clear_pointer (&self->original, g_bytes_unref);
  g_free (self->base);
  g_free (self->lead);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self->language);
  g_free (self->text);
  g_free (self->text_hash);
  g_free (self->layout);
  g_free (self);
}

void
sb_waiting_text_take_blocks (SbWaitingText *self,
                             GPtrArray *blocks)
{
  g_return_if_fail (self != NULL && self->blocks == NULL && blocks != NULL);

  self->blocks = blocks;
  self->text = sb_blocks_join (blocks);
  self->text_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->text, -1);
  self->layout = _sb_blocks_to_layout (blocks);
}

static SbWaitingText *
read_row (SbStatement *statement)
{
  SbWaitingText *text = g_new0 (SbWaitingText, 1);

  text->document = sb_statement_get_int (statement, "id");
  text->hash = sb_statement_dup_text (statement, "hash");
  text->base = sb_statement_dup_text (statement, "base");
  text->lead = sb_statement_dup_text (statement, "lead");
  if (!sb_statement_is_null (statement, "bytes"))
    text->original = sb_statement_dup_blob (statement, "bytes");
  return text;
}

GPtrArray *
sb_store_list_waiting_texts (SbStore *self,
                             guint limit,
                             GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_waiting_text_free);
  g_autoptr (GError) failure = NULL;
  gsize n_bytes = 0;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-text-pending", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":limit", limit);
  while (n_bytes < MAX_BYTES && sb_statement_step (statement, &failure))
    {
      SbWaitingText *text = read_row (statement);

      n_bytes += text->original != NULL ? g_bytes_get_size (text->original) : 0;
      g_ptr_array_add (texts, text);
    }

  if (failure == NULL)
    return g_steal_pointer (&texts);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gint64
sb_store_count_waiting_texts (SbStore *self,
                              GError **error)
{
  gint64 n_texts;

  g_return_val_if_fail (SB_IS_STORE (self), -1);

  if (!sb_connection_get_integer (self->connection, _sb_store_get_sql ("queries/count-text-pending"), &n_texts, error))
    return -1;

  return n_texts;
}

static gboolean
check_waits (SbStore *self,
             const SbWaitingText *text,
             gboolean *waits,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "is-text-pending", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", text->document);
  sb_statement_bind_text (statement, ":hash", text->hash);
  *waits = sb_statement_step (statement, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
put_fields (SbStore *self,
            const SbWaitingText *text,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "set-document-text", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", text->document);
  sb_statement_bind_text (statement, ":lead", text->lead);
  sb_statement_bind_text (statement, ":language", text->language);
  sb_statement_bind_int (statement, ":words", text->n_words);
  sb_statement_bind_text (statement, ":text_hash", text->text_hash);
  return sb_statement_run (statement, error);
}

static gboolean
put_body (SbStore *self,
          const SbWaitingText *text,
          GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "put-body", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", text->document);
  sb_statement_lend_text (statement, ":text", text->text);
  sb_statement_lend_text (statement, ":blocks", text->layout);
  return sb_statement_run (statement, error);
}

static gboolean
touch (SbStore *self,
       gint64 document,
       GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "touch-text", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", document);
  sb_statement_bind_int (statement, ":now", sb_clock_now ());
  return sb_statement_run (statement, error);
}

static gboolean
put_text (SbStore *self,
          const SbWaitingText *text,
          int *kinds,
          GError **error)
{
  gboolean waits;

  g_return_val_if_fail (text->text != NULL, FALSE);

  if (!check_waits (self, text, &waits, error))
    return FALSE;
  if (!waits)
    return TRUE;

  *kinds |= 1 << SB_KIND_DOCUMENT;
  return put_fields (self, text, error) && put_body (self, text, error) && touch (self, text->document, error);
}

gboolean
sb_store_put_waiting_texts (SbStore *self,
                            GPtrArray *texts,
                            GError **error)
{
  g_autoptr (SbTransaction) transaction = NULL;
  int kinds = 0;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);
  g_return_val_if_fail (texts != NULL, FALSE);

  transaction = sb_transaction_begin (self->connection, error);
  if (transaction == NULL)
    return FALSE;

  for (guint i = 0; i < texts->len; i++)
    if (!put_text (self, g_ptr_array_index (texts, i), &kinds, error))
      return FALSE;

  if (!_sb_change_counts_add (self, kinds, error) || !sb_transaction_commit (transaction, error))
    return FALSE;

  _sb_store_tell_changed (self, kinds);
  return TRUE;
}
