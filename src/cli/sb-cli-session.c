/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-session.h"

#include <glib/gi18n.h>

#include "sb-text-intake.h"
#include "sb-worker.h"

/* Work that does not end within this time is left to the system. */
#define MAX_SHUTDOWN_SECONDS 5

void
sb_cli_session_done_cb (GObject *object,
                        GAsyncResult *result,
                        gpointer user_data)
{
  SbCliSession *session = user_data;

  session->result = g_object_ref (result);
}

GAsyncResult *
sb_cli_session_wait (SbCliSession *session)
{
  while (session->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&session->result);
}

void
sb_cli_session_clear (SbCliSession *self)
{
  g_clear_object (&self->sync);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->job, sb_cli_job_free);

  /* The catalogue looks for the work of others once a second, and holds itself
   * while it looks. */
  sb_worker_wait_for_all (MAX_SHUTDOWN_SECONDS);
}

GCancellable *
sb_cli_session_get_cancellable (SbCliSession *self)
{
  return sb_operation_get_cancellable (sb_cli_job_get_operation (self->job));
}

gboolean
sb_cli_session_open (SbCliSession *self,
                     SbCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (!sb_cli_make_folder (cli))
    return FALSE;

  sb_cli_back_up (cli);

  self->job = sb_cli_job_new (cli, _ ("Sync"));
  self->catalogue = sb_catalogue_new (cli->catalogue);
  sb_catalogue_set_text_func (self->catalogue, sb_text_intake_read);
  sb_catalogue_open_async (self->catalogue, NULL, sb_cli_session_done_cb, self);
  result = sb_cli_session_wait (self);
  if (!sb_catalogue_open_finish (self->catalogue, result, &error))
    {
      sb_cli_fail (cli->catalogue, error);
      return FALSE;
    }

  self->sync = sb_sync_new (self->catalogue);
  return TRUE;
}
