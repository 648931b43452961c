/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feeds-page-private.h"

#include "sb-feed-editor.h"
#include "sb-feed-words.h"
#include "sb-record-builder.h"
#include "sb-service-dialog.h"
#include "sb-sign-in-dialog.h"

#include <glib/gi18n.h>

static void
fetch_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.sync-feed", parameter);
}

static gboolean
is_of_web (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static void
open_site_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  SbRecord *feed = _sb_feeds_page_find (SB_FEEDS_PAGE (widget), g_variant_get_int64 (parameter));
  const char *home = sb_record_get_text (feed, SB_FEED_HOME);

  /* It is the feed that says where its site is: nowhere but on the web. */
  if (home == NULL || !is_of_web (home))
    home = sb_record_get_text (feed, SB_FEED_URL);

  if (home != NULL && is_of_web (home))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), home, GDK_CURRENT_TIME);
}

static void
show_dialog (SbFeedsPage *self,
             gpointer dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_set_transient_for (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (dialog);
}

static void
service_added_cb (SbFeedsPage *self,
                  const char *message)
{
  sb_page_show_message (SB_PAGE (self), message);
}

static void
add_service_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  SbServiceDialog *dialog = sb_service_dialog_new (sb_context_get_sync (sb_page_get_context (SB_PAGE (self))));

  g_signal_connect_object (dialog, "done", G_CALLBACK (service_added_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

/* All feeds of the service wait for it, so all that are due are fetched. */
static void
signed_in_cb (SbFeedsPage *self,
              const char *message)
{
  sb_sign_ins_look (self->sign_ins);
  sb_page_show_message (SB_PAGE (self), message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.sync", NULL);
}

const SbService *
_sb_feeds_page_find_service (SbRecord *feed)
{
  int kind = feed != NULL ? sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED) : SB_FEED_KIND_FEED;
  const SbService *service = sb_service_get ((SbFeedKind) kind);

  return service != NULL && sb_service_get_credential (service) != SB_CREDENTIAL_NONE ? service : NULL;
}

static void
sign_in_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  const SbService *service = _sb_feeds_page_find_service (_sb_feeds_page_find (self, g_variant_get_int64 (parameter)));
  SbSignInDialog *dialog;

  if (service == NULL)
    return;

  dialog = sb_sign_in_dialog_new (sb_context_get_sync (sb_page_get_context (SB_PAGE (self))), service);
  g_signal_connect_object (dialog, "done", G_CALLBACK (signed_in_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

/* A sign-out under way. */
typedef struct
{
  SbFeedsPage *page; /* (owned) */
  const SbService *service;
} SignOut;

static void
signed_out_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autofree SignOut *sign_out = user_data;
  g_autoptr (SbFeedsPage) page = sign_out->page;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  sb_sign_ins_look (page->sign_ins);
  if (!sb_sync_sign_out_finish (SB_SYNC (object), result, &error))
    {
      sb_page_show_error (SB_PAGE (page), error);
      return;
    }

  /* Translators: %s is a data service. */
  message = g_strdup_printf (_ ("Signed out of %s."), sb_service_get_label (sign_out->service));
  sb_page_show_message (SB_PAGE (page), message);
}

static void
sign_out_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  const SbService *service = _sb_feeds_page_find_service (_sb_feeds_page_find (self, g_variant_get_int64 (parameter)));
  SignOut *sign_out;

  if (service == NULL)
    return;

  sign_out = g_new0 (SignOut, 1);
  sign_out->page = g_object_ref (self);
  sign_out->service = service;
  sb_sync_sign_out_async (sb_context_get_sync (sb_page_get_context (SB_PAGE (self))), service, NULL, signed_out_cb, sign_out);
}

static void
edited_cb (SbFeedsPage *self,
           const char *message,
           SbFeedEditor *editor)
{
  SbFeedEditorChanges changes = sb_feed_editor_get_changes (editor);
  gint64 id = sb_feed_editor_get_feed (editor);

  if ((changes & SB_FEED_EDITOR_FEED) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s", message);
  else
    sb_page_show_message (SB_PAGE (self), message);

  /* Whether it is right shows at once. */
  if ((changes & SB_FEED_EDITOR_PLACE) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "feed.fetch", "x", id);
}

static void
edit_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  SbRecord *feed = _sb_feeds_page_find (self, g_variant_get_int64 (parameter));
  SbFeedEditor *editor;

  if (feed == NULL)
    return;

  editor = sb_feed_editor_new (sb_page_get_catalogue (SB_PAGE (self)), feed);
  g_signal_connect_object (editor, "done", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, editor);
}

typedef struct
{
  SbFeedsPage *page; /* (owned) */
  char *title; /* (owned) */
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->page);
  g_free (removal->title);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
removed_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    {
      sb_page_show_error (SB_PAGE (removal->page), error);
      return;
    }

  /* Translators: %s is the title of a feed. */
  message = g_strdup_printf (_ ("%s was removed; its documents stay."), removal->title);
  gtk_widget_activate_action (GTK_WIDGET (removal->page), "win.show-undoable", "s", message);
}

static void
remove_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  SbRecord *feed = _sb_feeds_page_find (self, g_variant_get_int64 (parameter));
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Remove a feed"));
  g_autoptr (SbRef) ref = NULL;
  Removal *removal;

  if (feed == NULL)
    return;

  ref = sb_record_dup_ref (feed);
  sb_change_set_remove (changes, ref);
  removal = g_new0 (Removal, 1);
  removal->page = g_object_ref (self);
  removal->title = g_strdup (sb_feed_words_get_title (feed));
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, removed_cb, removal);
}

static void
set_cb (GObject *object,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (SbFeedsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    sb_page_show_error (SB_PAGE (self), error);
}

/* Sets a yes or no of a feed to the other; @on and @off say what is undone. */
static void
toggle (SbFeedsPage *self,
        gint64 id,
        guint field,
        const char *on,
        const char *off)
{
  SbRecord *feed = _sb_feeds_page_find (self, id);
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) changed = NULL;
  g_autoptr (SbChangeSet) changes = NULL;
  gboolean was_on;

  if (feed == NULL)
    return;

  was_on = sb_record_get_boolean (feed, field);
  changes = sb_change_set_new (was_on ? off : on);
  builder = sb_record_builder_new_from (feed);
  sb_record_builder_set_boolean (builder, field, !was_on);
  changed = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put_edit (changes, feed, changed);
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, set_cb, g_object_ref (self));
}

/* Pauses a feed, or has it fetched again. */
static void
pause_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  toggle (SB_FEEDS_PAGE (widget), g_variant_get_int64 (parameter), SB_FEED_PAUSED, _ ("Pause a feed"), _ ("Fetch a feed again"));
}

/* Has the pages fetched that the entries of a feed lead to, or no more. */
static void
full_text_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  toggle (SB_FEEDS_PAGE (widget), g_variant_get_int64 (parameter), SB_FEED_FULL_TEXT, _ ("Fetch whole articles"),
          _ ("Fetch summaries only"));
}

void
_sb_feeds_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "feed.fetch", "x", fetch_action);
  gtk_widget_class_install_action (klass, "feed.edit", "x", edit_action);
  gtk_widget_class_install_action (klass, "feed.add-service", NULL, add_service_action);
  gtk_widget_class_install_action (klass, "feed.sign-in", "x", sign_in_action);
  gtk_widget_class_install_action (klass, "feed.sign-out", "x", sign_out_action);
  gtk_widget_class_install_action (klass, "feed.pause", "x", pause_action);
  gtk_widget_class_install_action (klass, "feed.full-text", "x", full_text_action);
  gtk_widget_class_install_action (klass, "feed.open-site", "x", open_site_action);
  gtk_widget_class_install_action (klass, "feed.remove", "x", remove_action);
}
