/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-alliances-page-private.h"

#include "sb-event.h"
#include "sb-weak-ref.h"

/* Who took part in the event that is selected, on the map or in the chronology, has a ring
 * in the graph. */

/* Run in the worker. */
static gpointer
list_actors (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) event = sb_store_get (store, SB_KIND_EVENT, *(gint64 *) data, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  for (guint i = 0; event != NULL && i < sb_record_get_n_items (event, SB_EVENT_ACTORS); i++)
    {
      SbRef *actor = sb_record_get_ref (sb_record_get_item (event, SB_EVENT_ACTORS, i), SB_EVENT_ACTOR_ACTOR);

      if (actor != NULL)
        g_ptr_array_add (actors, sb_ref_ref (actor));
    }

  return g_steal_pointer (&actors);
}

static void
listed_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbAlliancesPage) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actors = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->event_cancellable)
    return;

  g_clear_object (&self->event_cancellable);
  if (actors == NULL)
    g_warning ("Cannot read who took part in the event: %s", error->message);
  else
    sb_graph_view_set_ringed (self->view, actors);
}

void
_sb_alliances_page_ring_event (SbAlliancesPage *self)
{
  SbRef *selection = sb_session_get_selection (sb_page_get_session (SB_PAGE (self)));
  gint64 id;

  _sb_alliances_page_forget_event (self);
  if (selection == NULL || sb_ref_get_kind (selection) != SB_KIND_EVENT)
    {
      sb_graph_view_set_ringed (self->view, NULL);
      return;
    }

  id = sb_ref_get_id (selection);
  self->event_cancellable = g_cancellable_new ();
  sb_catalogue_read_async (sb_page_get_catalogue (SB_PAGE (self)), list_actors, g_memdup2 (&id, sizeof id), g_free,
                           (GDestroyNotify) g_ptr_array_unref, self->event_cancellable, listed_cb, sb_weak_ref_new (self));
}

void
_sb_alliances_page_forget_event (SbAlliancesPage *self)
{
  if (self->event_cancellable != NULL)
    g_cancellable_cancel (self->event_cancellable);
  g_clear_object (&self->event_cancellable);
}
