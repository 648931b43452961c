/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window-private.h"

#include "sb-clock.h"
#include "sb-feed-subscriptions.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>
#include <string.h>

/* Run in the worker. */
static gpointer
write_opml (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SbFeedList) feeds = sb_feeds_list_subscriptions (store, error);
  char *opml;

  if (feeds == NULL)
    return NULL;

  opml = sb_feed_list_to_opml (feeds, sb_clock_now ());
  return g_bytes_new_take (opml, strlen (opml));
}

typedef struct
{
  gpointer window; /* (owned) a weak reference */
  GFile *file; /* (owned) */
} Export;

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbWindow) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  g_file_replace_contents_finish (G_FILE (object), result, NULL, &error);
  if (self == NULL)
    return;

  if (error != NULL)
    {
      _sb_window_show_error (self, error);
      return;
    }

  path = g_file_get_basename (G_FILE (object));
  name = g_filename_display_name (path);
  /* Translators: %s is the name of a file. */
  message = g_strdup_printf (_ ("The feeds were written to %s"), name);
  _sb_window_show_message (self, message);
}

static void
opml_written_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autofree Export *export = user_data;
  g_autoptr (SbWindow) self = sb_weak_ref_take (export->window);
  g_autoptr (GFile) file = g_steal_pointer (&export->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) opml = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL)
    return;

  if (opml == NULL)
    {
      _sb_window_show_error (self, error);
      return;
    }

  g_file_replace_contents_bytes_async (file, opml, NULL, FALSE, G_FILE_CREATE_NONE, NULL, exported_cb,
                                       sb_weak_ref_new (self));
}

void
_sb_window_export_feeds (SbWindow *self,
                         GFile *file)
{
  Export *export = g_new0 (Export, 1);

  export->window = sb_weak_ref_new (self);
  export->file = g_object_ref (file);
  sb_catalogue_read_async (sb_context_get_catalogue (self->context), write_opml, NULL, NULL,
                           (GDestroyNotify) g_bytes_unref, NULL, opml_written_cb, export);
}

static void
file_chosen_cb (SbWindow *self,
                int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  g_clear_object (&self->chooser);
  if (file != NULL)
    _sb_window_export_feeds (self, file);
}

static void
export_feeds_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new (_ ("Export the feeds"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);

  /* Translators: the proposed name of a file. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("feeds.opml"));
  _sb_window_show_chooser (SB_WINDOW (widget), chooser, G_CALLBACK (file_chosen_cb));
}

void
_sb_window_class_install_export (SbWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.export-feeds", NULL, export_feeds_action);
}
