/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window-private.h"

#include "sb-feed-dialog.h"
#include "sb-sync.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* The button begins to fetch, or stops what is under way. */
static void
update_sync_button (SbWindow *self)
{
  gboolean is_running = self->sync_operation != NULL;
  const char *text = is_running ? _ ("Stop fetching") : _ ("Fetch the feeds (F5)");

  gtk_image_set_from_icon_name (self->sync_image, is_running ? "media-playback-stop-symbolic" : "view-refresh-symbolic");
  if (is_running)
    gtk_widget_add_css_class (GTK_WIDGET (self->sync_image), "stop");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sync_image), "stop");

  gtk_widget_set_visible (GTK_WIDGET (self->sync_ring), is_running);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->sync_button), is_running ? "win.stop-sync" : "win.sync");
  gtk_widget_set_tooltip_text (self->sync_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sync_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
finish_operation (SbWindow *self)
{
  sb_operation_complete (self->sync_operation);
  g_clear_object (&self->sync_operation);
  update_sync_button (self);
}

static char *
word_result (guint n_new,
             guint n_failed)
{
  g_autofree char *new = g_strdup_printf (ngettext ("%u new document", "%u new documents", n_new), n_new);
  g_autofree char *failed = g_strdup_printf (ngettext ("%u feed failed", "%u feeds failed", n_failed), n_failed);

  if (n_failed == 0)
    return n_new == 0 ? g_strdup (_ ("Nothing new in the feeds")) : g_steal_pointer (&new);

  if (n_new == 0)
    return g_steal_pointer (&failed);

  /* Translators: two counts, such as “12 new documents, 2 feeds failed”. */
  return g_strdup_printf (_ ("%s, %s"), new, failed);
}

/* One feed alone says why. */
static char *
word_failure (GPtrArray *outcomes)
{
  const SbFeedOutcome *outcome = g_ptr_array_index (outcomes, 0);
  g_autofree char *reason = sb_feed_outcome_dup_reason (outcome, sb_language_get_interface ());

  if (outcomes->len != 1 || outcome->state < SB_FEED_STATE_FAILED || reason == NULL)
    return NULL;

  /* Translators: the title of a feed, then a sentence that says why it failed. */
  return g_strdup_printf (_ ("%s: %s"), outcome->title, reason);
}

static void
show_outcomes (SbWindow *self,
               GPtrArray *outcomes)
{
  g_autofree char *text = NULL;
  guint n_new = 0;
  guint n_failed = 0;

  if (self->sync_is_unasked && outcomes->len == 0)
    return;

  if (outcomes->len == 0)
    {
      _sb_window_show_message (self, _ ("There are no feeds to fetch. Ctrl+D adds one."));
      return;
    }

  for (guint i = 0; i < outcomes->len; i++)
    {
      const SbFeedOutcome *outcome = g_ptr_array_index (outcomes, i);

      n_new += outcome->n_new;
      n_failed += outcome->state >= SB_FEED_STATE_FAILED ? 1 : 0;
    }

  text = word_failure (outcomes);
  if (text == NULL)
    text = word_result (n_new, n_failed);

  /* Whoever did not ask is told of nothing but what is new. */
  if (self->sync_is_unasked && n_new == 0)
    return;

  if (n_failed > 0 && !self->sync_is_unasked)
    _sb_window_show_leading (self, text, "feeds");
  else if (n_new > 0)
    _sb_window_show_leading (self, text, "documents");
  else
    _sb_window_show_message (self, text);
}

static void
synced_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbWindow) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outcomes = sb_sync_run_finish (SB_SYNC (object), result, &error);

  /* The window was closed meanwhile. */
  if (self == NULL)
    return;

  finish_operation (self);
  if (outcomes != NULL)
    show_outcomes (self, outcomes);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _sb_window_show_message (self, _ ("Fetching was stopped; what had come in is kept."));
  else
    _sb_window_show_error (self, error);
}

/* Fetches the feed @feed, or when it is 0 those that @flags say. */
static void
start_sync (SbWindow *self,
            gint64 feed,
            SbSyncFlags flags)
{
  if (self->sync_operation != NULL)
    {
      _sb_window_show_message (self, _ ("The feeds are being fetched already."));
      return;
    }

  if (!sb_context_is_ready (self->context))
    return;

  self->sync_is_unasked = flags == SB_SYNC_DEFAULT;
  self->sync_operation = sb_context_start_operation (self->context, _ ("Fetching the feeds"));
  g_object_bind_property (self->sync_operation, "fraction", self->sync_ring, "fraction", G_BINDING_SYNC_CREATE);
  update_sync_button (self);
  sb_sync_run_async (sb_context_get_sync (self->context), &feed, feed != 0 ? 1 : 0, flags, self->sync_operation,
                     sb_operation_get_cancellable (self->sync_operation), synced_cb, sb_weak_ref_new (self));
}

static void
sync_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  start_sync (SB_WINDOW (widget), 0, SB_SYNC_NOW);
}

static void
sync_feed_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  start_sync (SB_WINDOW (widget), g_variant_get_int64 (parameter), SB_SYNC_NOW);
}

static void
stop_sync_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);

  if (self->sync_operation != NULL)
    sb_operation_cancel (self->sync_operation);
}

void
_sb_window_stop_sync (SbWindow *self)
{
  if (self->sync_operation == NULL)
    return;

  sb_operation_cancel (self->sync_operation);
  sb_operation_complete (self->sync_operation);
  g_clear_object (&self->sync_operation);
}

/* Several windows share the timer; the first one that is free fetches. */
static void
feeds_due_cb (SbWindow *self)
{
  if (self->sync_operation == NULL && g_list_model_get_n_items (G_LIST_MODEL (sb_context_get_operations (self->context))) == 0)
    start_sync (self, 0, SB_SYNC_DEFAULT);
}

void
_sb_window_start_feed_timer (SbWindow *self)
{
  GSettings *settings = sb_context_get_settings (self->context);
  SbFeedTimer *timer = sb_context_get_feed_timer (self->context);
  static const char *const keys[] = { "sync-interval", "sync-on-metered", "sync-on-power-saver", "tell-news" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }

  g_signal_connect_object (timer, "due", G_CALLBACK (feeds_due_cb), self, G_CONNECT_SWAPPED);
  if (g_settings_get_boolean (settings, "sync-on-start"))
    feeds_due_cb (self);
}

static void
feed_added_cb (SbWindow *self,
               const char *message)
{
  _sb_window_show_leading (self, message, "feeds");
}

void
_sb_window_add_feed (SbWindow *self,
                     const char *address)
{
  SbFeedDialog *dialog;

  if (!sb_context_is_ready (self->context))
    return;

  dialog = sb_feed_dialog_new (sb_context_get_sync (self->context));
  g_signal_connect_object (dialog, "done", G_CALLBACK (feed_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
  if (address != NULL)
    sb_feed_dialog_start (dialog, address);
}

static void
add_feed_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  _sb_window_add_feed (SB_WINDOW (widget), NULL);
}

void
_sb_window_class_install_sync (SbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.sync", NULL, sync_action);
  gtk_widget_class_install_action (widget_class, "win.sync-feed", "x", sync_feed_action);
  gtk_widget_class_install_action (widget_class, "win.stop-sync", NULL, stop_sync_action);
  gtk_widget_class_install_action (widget_class, "win.add-feed", NULL, add_feed_action);
}
