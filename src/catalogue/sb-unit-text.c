/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

#include "sb-block-json.h"
#include "sb-document.h"
#include "sb-record-builder.h"

SbRecord *
_sb_unit_complete_document (SbRecord *record,
                            SbRecord *stored,
                            SbChange *change)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (record);

  if (stored != NULL)
    {
      sb_record_builder_set_time (builder, SB_DOCUMENT_READ, sb_record_get_time (stored, SB_DOCUMENT_READ));
      sb_record_builder_set_boolean (builder, SB_DOCUMENT_STARRED, sb_record_get_boolean (stored, SB_DOCUMENT_STARRED));
      sb_record_builder_set_boolean (builder, SB_DOCUMENT_ARCHIVED, sb_record_get_boolean (stored, SB_DOCUMENT_ARCHIVED));
    }

  if (change->blocks != NULL)
    {
      g_autofree char *text = sb_blocks_join (change->blocks);
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

      sb_record_builder_set_text (builder, SB_DOCUMENT_TEXT_HASH, hash);
    }
  else if (stored != NULL)
    sb_record_builder_set_text (builder, SB_DOCUMENT_TEXT_HASH, sb_record_get_text (stored, SB_DOCUMENT_TEXT_HASH));

  /* A waiting one comes with its hash. */
  if (change->original != NULL && !(change->is_waiting && sb_record_has (record, SB_DOCUMENT_HASH)))
    {
      g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, change->original);

      sb_record_builder_set_text (builder, SB_DOCUMENT_HASH, hash);
    }
  else if (change->original == NULL && stored != NULL && !sb_record_has (record, SB_DOCUMENT_HASH))
    sb_record_builder_set_text (builder, SB_DOCUMENT_HASH, sb_record_get_text (stored, SB_DOCUMENT_HASH));

  return sb_record_builder_end (builder);
}

gboolean
_sb_unit_compare_text (SbUnit *self,
                       gint64 document,
                       GPtrArray *blocks,
                       gboolean *changed,
                       GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "compare-body", error);
  g_autofree char *text = sb_blocks_join (blocks);
  g_autofree char *layout = _sb_blocks_to_layout (blocks);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  sb_statement_bind_text (statement, ":text", text);
  sb_statement_bind_text (statement, ":blocks", layout);
  *changed = !sb_statement_step (statement, &failure) || !sb_statement_get_boolean (statement, "same");
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
_sb_unit_put_text (SbUnit *self,
                   gint64 document,
                   GPtrArray *blocks,
                   GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "put-body", error);
  g_autofree char *text = sb_blocks_join (blocks);
  g_autofree char *layout = _sb_blocks_to_layout (blocks);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  sb_statement_bind_text (statement, ":text", text);
  sb_statement_bind_text (statement, ":blocks", layout);
  return sb_statement_run (statement, error);
}

gboolean
_sb_unit_await_text (SbUnit *self,
                     gint64 document,
                     const char *base,
                     GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "await-text", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  sb_statement_bind_text (statement, ":base", base);
  return sb_statement_run (statement, error);
}

gboolean
_sb_unit_put_original (SbUnit *self,
                       SbRecord *document,
                       GBytes *original,
                       GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "put-original", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":hash", sb_record_get_text (document, SB_DOCUMENT_HASH));
  sb_statement_bind_blob (statement, ":bytes", original);
  return sb_statement_run (statement, error);
}
