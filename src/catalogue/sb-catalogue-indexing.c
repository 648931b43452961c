/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-catalogue-private.h"
#include "sb-search-indexer.h"

/* Changes come in bursts: they are waited for. */
#define DELAY_MS 300

/* Records indexed at a time: a write that somebody asks for meanwhile is not to
 * wait for longer than a fifth of a second. */
#define N_RECORDS 500

/* Run in the worker. */
static gpointer
index_some (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  return GINT_TO_POINTER (_sb_search_index_step (store, N_RECORDS, error));
}

static gboolean
index_cb (gpointer user_data);

static void
schedule (SbCatalogue *self,
          guint delay_ms)
{
  if (self->index_id == 0)
    self->index_id = g_timeout_add_full (G_PRIORITY_LOW, delay_ms, index_cb, self, NULL);
}

static void
indexed_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  SbCatalogue *self = SB_CATALOGUE (object);
  g_autoptr (GError) error = NULL;
  SbIndexing indexing = GPOINTER_TO_INT (g_task_propagate_pointer (G_TASK (result), &error));
  gboolean was_asked = self->index_again;

  self->is_indexing = FALSE;
  self->index_again = FALSE;
  /* Nobody asked for it, so that nobody is told but the log; the next change is
   * the next try. */
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("Nothing was indexed: %s", error->message);

  if (self->n_index_holds > 0)
    return;

  if (error == NULL && indexing == SB_INDEXING_GOES_ON)
    schedule (self, 0);
  else if (was_asked)
    schedule (self, DELAY_MS);
}

static gboolean
index_cb (gpointer user_data)
{
  SbCatalogue *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, self->closing, indexed_cb, NULL);

  g_task_set_source_tag (task, index_cb);
  self->index_id = 0;
  self->is_indexing = TRUE;
  _sb_catalogue_push_write (self, task, G_PRIORITY_LOW, index_some, NULL);
  return G_SOURCE_REMOVE;
}

void
_sb_catalogue_index_later (SbCatalogue *self)
{
  if (self->n_index_holds > 0)
    return;

  if (self->is_indexing)
    self->index_again = TRUE;
  else
    schedule (self, DELAY_MS);
}

void
sb_catalogue_hold_indexing (SbCatalogue *self)
{
  g_return_if_fail (SB_IS_CATALOGUE (self));

  self->n_index_holds++;
  g_clear_handle_id (&self->index_id, g_source_remove);
}

void
sb_catalogue_release_indexing (SbCatalogue *self)
{
  g_return_if_fail (SB_IS_CATALOGUE (self) && self->n_index_holds > 0);

  self->n_index_holds--;
  if (self->n_index_holds == 0 && !self->is_read_only && self->writer != NULL)
    _sb_catalogue_index_later (self);
}
