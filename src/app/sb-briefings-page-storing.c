/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

/* What is typed is stored, as one unit of work, when nothing was typed for so long, or
 * else after so long: whatever happens to the program, no more than that is lost. */
#define PAUSE_MS 400
#define LIMIT_MS 3000

/* What cannot be undone so long after it was asked for is forgotten. */
#define PATIENCE_US (2 * G_USEC_PER_SEC)

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbBriefingsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_writing--;
  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    sb_page_show_error (SB_PAGE (self), error);

  if (self->n_writing > 0 || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (self->waiting != NULL)
    _sb_briefings_page_undo_waiting (self);
  else
    _sb_briefings_page_refresh (self);
}

void
_sb_briefings_page_flush (SbBriefingsPage *self)
{
  g_autoptr (SbChangeSet) changes = NULL;
  g_autofree char *label = g_steal_pointer (&self->label);

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (label == NULL || self->briefing == NULL)
    return;

  changes = sb_change_set_new (label);
  /* Another window may have stored something else of it since it was read. */
  sb_change_set_put_edit (changes, self->kept, self->briefing);
  g_set_object (&self->kept, self->briefing);
  self->n_writing++;
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, written_cb, g_object_ref (self));
}

static gboolean
save_cb (gpointer data)
{
  SbBriefingsPage *self = data;

  self->save_source = 0;
  _sb_briefings_page_flush (self);
  return G_SOURCE_REMOVE;
}

static void
save_later (SbBriefingsPage *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 waited;

  if (self->save_source == 0)
    self->unsaved_since = now;
  waited = (now - self->unsaved_since) / 1000;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add ((guint) CLAMP (LIMIT_MS - waited, 0, PAUSE_MS), save_cb, self);
}

void
_sb_briefings_page_take_edit (SbBriefingsPage *self,
                              SbRecord *edited,
                              const char *label)
{
  g_autoptr (SbRecord) briefing = edited;

  if (briefing == NULL || self->briefing == NULL || sb_record_equal (briefing, self->briefing))
    return;

  /* Another kind of edit is another unit of work. */
  if (self->label != NULL && !g_str_equal (self->label, label))
    _sb_briefings_page_flush (self);

  g_free (self->label);
  self->label = g_strdup (label);
  self->generation++;
  self->waiting = NULL;
  _sb_briefings_page_update (self, briefing);
  save_later (self);
}

typedef struct
{
  SbBriefingsPage *page; /* (owned) */
  guint generation;
} Refresh;

/* Run in the worker. */
static gpointer
read_briefing (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  return sb_store_get_by_uuid (store, SB_KIND_BRIEFING, data, error);
}

static void
take_stored (SbBriefingsPage *self,
             SbRecord *stored)
{
  gboolean is_new = sb_record_get_id (self->briefing) == 0;

  g_set_object (&self->kept, stored);
  if (!sb_record_equal (stored, self->briefing))
    _sb_briefings_page_update (self, stored);
  if (is_new)
    _sb_briefings_page_select_shown (self);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  Refresh *refresh = user_data;
  g_autoptr (SbBriefingsPage) self = refresh->page;
  guint generation = refresh->generation;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) stored = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  g_free (refresh);
  /* The window is closed. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  /* Meanwhile it was edited, or another one is shown: what was read is not the last word. */
  if (generation != self->generation || self->label != NULL || self->n_writing > 0)
    return;

  if (error != NULL)
    sb_page_show_error (SB_PAGE (self), error);
  else if (stored == NULL)
    _sb_briefings_page_lose (self);
  else
    take_stored (self, stored);
}

void
_sb_briefings_page_refresh (SbBriefingsPage *self)
{
  Refresh *refresh;

  if (self->briefing == NULL || self->label != NULL || self->n_writing > 0 || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  refresh = g_new0 (Refresh, 1);
  refresh->page = g_object_ref (self);
  refresh->generation = self->generation;
  sb_catalogue_read_async (sb_page_get_catalogue (SB_PAGE (self)), read_briefing,
                           g_strdup (sb_record_get_uuid (self->briefing)), g_free, g_object_unref, NULL, read_cb, refresh);
}

/* That something can be undone is known a little behind its being stored. */
void
_sb_briefings_page_undo_waiting (SbBriefingsPage *self)
{
  SbCatalogue *catalogue = sb_page_get_catalogue (SB_PAGE (self));
  const char *action = self->waiting;
  gboolean is_undo = g_strcmp0 (action, "win.undo") == 0;

  if (action == NULL || self->n_writing > 0)
    return;

  if (g_get_monotonic_time () - self->waiting_since > PATIENCE_US)
    {
      self->waiting = NULL;
      return;
    }

  if ((is_undo ? sb_catalogue_get_undo_label (catalogue) : sb_catalogue_get_redo_label (catalogue)) == NULL)
    return;

  self->waiting = NULL;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

void
_sb_briefings_page_undo (SbBriefingsPage *self,
                         const char *action)
{
  _sb_briefings_page_flush (self);
  self->waiting = action;
  self->waiting_since = g_get_monotonic_time ();
  _sb_briefings_page_undo_waiting (self);
}
