/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-attachment-store.h"

#include "sb-store-private.h"

GHashTable *
sb_store_list_attached (SbStore *self,
                        gint64 document,
                        GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-attached", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":document", document);
  while (sb_statement_step (statement, &failure))
    {
      gint64 id = sb_statement_get_int (statement, "id");

      g_hash_table_insert (ids, g_strdup (sb_statement_get_text (statement, "url")), g_memdup2 (&id, sizeof id));
    }

  if (failure == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
