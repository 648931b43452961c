/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-private.h"

#include "sb-block-json.h"

void
sb_store_set_text_func (SbStore *self,
                        SbTextFunc func)
{
  g_return_if_fail (SB_IS_STORE (self));

  self->text_func = func;
}

/* The text of a document that has none yet: there is none, or it waits. */
static GPtrArray *
take_out_text (SbStore *self,
               gint64 document,
               GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GBytes) original = NULL;
  g_autoptr (GError) failure = NULL;

  if (self->text_func == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  statement = _sb_store_query (self, "get-text-pending", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":document", document);
  if (sb_statement_step (statement, &failure) && !sb_statement_is_null (statement, "bytes"))
    {
      original = sb_statement_dup_blob (statement, "bytes");
      return self->text_func (original, sb_statement_get_text (statement, "base"));
    }

  if (failure == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
sb_store_get_blocks (SbStore *self,
                     gint64 document,
                     GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  const char *layout;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "get-body", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":document", document);
  if (sb_statement_step (statement, &failure))
    {
      layout = sb_statement_get_text (statement, "blocks");
      return _sb_blocks_from_layout (layout, sb_statement_get_text (statement, "text"), error);
    }

  if (failure == NULL)
    return take_out_text (self, document, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GBytes *
sb_store_get_original (SbStore *self,
                       gint64 document,
                       GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "get-original", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":document", document);
  if (sb_statement_step (statement, &failure))
    return sb_statement_dup_blob (statement, "bytes");

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GBytes *
sb_store_get_bytes (SbStore *self,
                    const char *hash,
                    GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self) && hash != NULL, NULL);

  statement = _sb_store_query (self, "get-original-of-hash", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":hash", hash);
  if (sb_statement_step (statement, &failure))
    return sb_statement_dup_blob (statement, "bytes");

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
