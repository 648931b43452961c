/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-open-document.h"

#include "sb-attachment-intake.h"

void
sb_open_document_free (SbOpenDocument *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->fetched, g_array_unref);
  g_free (self);
}

/* Run in the worker. */
static gpointer
read_document (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const gint64 *id = data;
  g_autoptr (SbOpenDocument) opened = g_new0 (SbOpenDocument, 1);
  g_autoptr (GError) local_error = NULL;

  opened->document = sb_store_get (store, SB_KIND_DOCUMENT, *id, &local_error);
  if (opened->document != NULL)
    opened->blocks = sb_store_get_blocks (store, *id, &local_error);
  if (opened->blocks != NULL)
    opened->fetched = sb_attachments_list_fetched (store, opened->document, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&opened);
}

void
sb_open_document_read_async (SbCatalogue *catalogue,
                             gint64 document,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));

  sb_catalogue_read_async (catalogue, read_document, g_memdup2 (&document, sizeof document), g_free,
                           (GDestroyNotify) sb_open_document_free, cancellable, callback, user_data);
}

SbOpenDocument *
sb_open_document_read_finish (SbCatalogue *catalogue,
                              GAsyncResult *result,
                              GError **error)
{
  return sb_catalogue_read_finish (catalogue, result, error);
}
