/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-event-rows.h"

#include "sb-store-private.h"

gboolean
sb_store_read_event_rows (SbStore *self,
                          SbEventRowFunc func,
                          gpointer data,
                          GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  statement = _sb_store_query (self, "list-event-rows", error);
  if (statement == NULL)
    return FALSE;

  while (sb_statement_step (statement, &failure))
    {
      SbEventRow row = {
        .id = sb_statement_get_int (statement, "id"),
        .type = sb_statement_get_text (statement, "type"),
        .subtype = sb_statement_get_text (statement, "subtype"),
        .first_day = (int) sb_statement_get_int (statement, "date_first"),
        .last_day = (int) sb_statement_get_int (statement, "date_last"),
        .is_qualified = sb_statement_get_boolean (statement, "is_qualified"),
        .fatalities = sb_statement_get_int (statement, "fatalities"),
        .is_unsourced = sb_statement_get_boolean (statement, "is_unsourced"),
        .has_position = !sb_statement_is_null (statement, "latitude") && !sb_statement_is_null (statement, "longitude"),
        .latitude = sb_statement_get_double (statement, "latitude"),
        .longitude = sb_statement_get_double (statement, "longitude"),
        .precision = sb_statement_get_text (statement, "precision"),
      };

      func (&row, data);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
