/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-document-text.h"

#include "sb-store-private.h"

static void
read_row (SbStatement *statement,
          SbDocumentText *text)
{
  text->is_there = TRUE;
  text->text = sb_statement_dup_text (statement, "text");
  text->language = sb_statement_dup_text (statement, "language");
  if (!sb_statement_is_null (statement, "date_last"))
    text->last_day = (int) MIN (sb_statement_get_int (statement, "date_last"), SB_DATE_DAY_MAX);
  text->fetched = sb_statement_get_int (statement, "fetched");
  text->is_withdrawn = sb_statement_get_boolean (statement, "withdrawn");
  text->is_linked = sb_statement_get_boolean (statement, "is_linked");
  text->is_unnamed = sb_statement_get_boolean (statement, "is_unnamed");
}

gboolean
sb_store_get_document_text (SbStore *self,
                            gint64 document,
                            SbDocumentText *text,
                            GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self) && text != NULL, FALSE);

  *text = (SbDocumentText) { .last_day = SB_DATE_DAY_MAX };
  statement = _sb_store_query (self, "get-document-text", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  if (sb_statement_step (statement, &failure))
    read_row (statement, text);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
sb_document_text_clear (SbDocumentText *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->language, g_free);
}
