/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-weak-ref.h"
#include "sb-window-private.h"

static void count_unread (SbWindow *self);

/* Run in the worker. The answer is the number and one, so that it is never NULL
 * but on an error. */
static gpointer
count_in_store (SbStore *store,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  gint64 n_unread;

  /* One text is read once, however many have it. */
  query->flags = SB_QUERY_UNREAD | SB_QUERY_GROUPED | SB_QUERY_IN_TRAY;
  n_unread = sb_store_count (store, query, error);
  return n_unread >= 0 ? GUINT_TO_POINTER ((guint) MIN (n_unread, G_MAXINT) + 1) : NULL;
}

static void
show_unread (SbWindow *self,
             guint n_unread)
{
  GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, "documents");
  AdwViewStackPage *stack_page = adw_view_stack_get_page (self->pages, page);

  adw_view_stack_page_set_badge_number (stack_page, n_unread);
  adw_view_stack_page_set_needs_attention (stack_page, n_unread > 0);
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbWindow) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  gpointer answer = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  /* The window was closed meanwhile. */
  if (self == NULL)
    return;

  g_clear_object (&self->unread_cancellable);
  if (answer != NULL)
    show_unread (self, GPOINTER_TO_UINT (answer) - 1);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot count what was not read: %s", error->message);

  if (self->unread_is_stale)
    count_unread (self);
}

/* One count at a time: a sync changes documents many times a second. */
static void
count_unread (SbWindow *self)
{
  self->unread_is_stale = self->unread_cancellable != NULL;
  if (self->unread_is_stale)
    return;

  self->unread_cancellable = g_cancellable_new ();
  sb_catalogue_read_async (sb_context_get_catalogue (self->context), count_in_store, NULL, NULL, NULL,
                           self->unread_cancellable, counted_cb, sb_weak_ref_new (self));
}

static void
catalogue_changed_cb (SbWindow *self,
                      guint kinds)
{
  if ((kinds & 1u << SB_KIND_DOCUMENT) != 0)
    count_unread (self);
}

void
_sb_window_start_unread (SbWindow *self)
{
  g_signal_connect_object (sb_context_get_catalogue (self->context), "changed", G_CALLBACK (catalogue_changed_cb), self,
                           G_CONNECT_SWAPPED);
  count_unread (self);
}

void
_sb_window_stop_unread (SbWindow *self)
{
  g_cancellable_cancel (self->unread_cancellable);
  g_clear_object (&self->unread_cancellable);
}
