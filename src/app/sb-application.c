/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-application.h"

#include "sb-about.h"
#include "sb-app-resources.h"
#include "sb-dossier-reader.h"
#include "sb-error-text.h"
#include "sb-font-hold.h"
#include "sb-news-notification.h"
#include "sb-saved-searches.h"
#include "sb-widgets-init.h"
#include "sb-window.h"
#include "sb-worker.h"

#include <glib/gi18n.h>

/* Work that does not end within this time is left to the system. */
#define MAX_SHUTDOWN_SECONDS 5

struct _SbApplication
{
  AdwApplication parent_instance;

  SbContext *context; /* (owned) (nullable) */
  char *catalogue_path; /* (owned) (nullable) as given on the command line */
  gboolean wants_sample;
};

G_DEFINE_FINAL_TYPE (SbApplication, sb_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use the catalogue in FILE"), N_ ("FILE") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Fill a new catalogue with the sample dossier"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { NULL }
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control>n" } },
  { "app.help-keys", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.show-page('desk')", { "<Alt>1" } },
  { "win.show-page('documents')", { "<Alt>2" } },
  { "win.show-page('map')", { "<Alt>3" } },
  { "win.show-page('actors')", { "<Alt>4" } },
  { "win.show-page('alliances')", { "<Alt>5" } },
  { "win.show-page('chronology')", { "<Alt>6" } },
  { "win.show-page('claims')", { "<Alt>7" } },
  { "win.show-page('briefings')", { "<Alt>8" } },
  { "win.show-page('feeds')", { "<Alt>9" } },
  { "win.show-inspector", { "F9" } },
  { "win.find", { "<Control>k" } },
  { "win.edit-record", { "F4" } },
  { "win.sync", { "F5", "<Control>r" } },
  { "win.add-feed", { "<Control>d" } },
  { "win.import", { "<Control>o" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.go-back", { "<Alt>Left" } },
  { "win.go-forward", { "<Alt>Right" } },
};

/* Where the catalogue is when nothing else is said. */
static char *
default_catalogue_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "sahel-brief", "catalogue.db", NULL);
}

static gpointer
read_sample (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOSSIER);
  SbImportCounts counts = { 0 };
  gint64 n_dossiers = sb_store_count (store, query, error);

  if (n_dossiers < 0)
    return NULL;

  if (n_dossiers == 0 && !sb_dossier_read_sample (store, &counts, error))
    return NULL;

  return GINT_TO_POINTER (1);
}

static void
show_failure (SbApplication *self,
              GError *error)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *text = sb_error_text (error, sb_language_get_interface ());

  if (window != NULL)
    sb_window_show_failure (SB_WINDOW (window), text);
}

static void
show_notice (SbApplication *self,
             const char *message)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    sb_window_show_notice (SB_WINDOW (window), message);
}

static void
sample_read_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SbApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (self->context == NULL)
    return;

  if (error != NULL)
    show_failure (self, error);

  sb_context_set_ready (self->context);
}

static void
catalogue_opened_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (SbApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The program ends already. */
  if (self->context == NULL)
    return;

  if (!sb_catalogue_open_finish (SB_CATALOGUE (object), result, &error))
    {
      show_failure (self, error);
      return;
    }

  if (sb_catalogue_is_read_only (SB_CATALOGUE (object)))
    show_notice (self, _ ("This catalogue can only be read: its file may not be written to."));

  if (!self->wants_sample || sb_catalogue_is_read_only (SB_CATALOGUE (object)))
    {
      sb_context_set_ready (self->context);
      return;
    }

  sb_catalogue_run_writer_async (SB_CATALOGUE (object), read_sample, NULL, NULL, NULL, NULL, sample_read_cb,
                                 g_object_ref (self));
}

/* Work goes on without it. */
static void
backup_failed_cb (SbApplication *self,
                  const GError *error)
{
  g_autofree char *text = sb_error_text (error, sb_language_get_interface ());
  g_autofree char *message = g_strdup_printf (_ ("No backup of today was made: %s"), text);

  show_notice (self, message);
}

/* Told outside of the window, if that is wanted. One notification takes the place of the
 * one before. */
static void
news_cb (SbApplication *self,
         GPtrArray *news)
{
  g_autoptr (GNotification) notification = NULL;

  if (!g_settings_get_boolean (sb_context_get_settings (self->context), "tell-news"))
    return;

  notification = sb_news_notification_new (news);
  g_application_send_notification (G_APPLICATION (self), "news", notification);
}

static void
ready_cb (SbApplication *self)
{
  if (sb_context_is_ready (self->context))
    g_signal_connect_object (sb_context_get_saved_searches (self->context), "news", G_CALLBACK (news_cb), self, G_CONNECT_SWAPPED);
}

static void
open_catalogue (SbApplication *self)
{
  g_autofree char *path = self->catalogue_path != NULL ? g_strdup (self->catalogue_path) : default_catalogue_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SbCatalogue) catalogue = sb_catalogue_new (path);

  g_mkdir_with_parents (folder, 0700);
  self->context = sb_context_new (catalogue);
  g_signal_connect_object (self->context, "notify::ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "backup-failed", G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
  sb_catalogue_open_async (catalogue, NULL, catalogue_opened_cb, g_object_ref (self));
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  GtkApplication *application = user_data;
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  /* Each window keeps its state as it closes. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);

  g_list_free (windows);
}

static void
new_window_activated_cb (GSimpleAction *action,
                         GVariant *parameter,
                         gpointer user_data)
{
  SbApplication *self = user_data;

  gtk_window_present (GTK_WINDOW (sb_window_new (self, self->context)));
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  sb_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
help_keys_activated_cb (GSimpleAction *action,
                        GVariant *parameter,
                        gpointer user_data)
{
  sb_about_show_keys (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
sample_added_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (error == NULL || self->context == NULL)
    return;

  text = sb_error_text (error, sb_language_get_interface ());
  show_notice (self, text);
}

static void
add_sample_activated_cb (GSimpleAction *action,
                         GVariant *parameter,
                         gpointer user_data)
{
  SbApplication *self = SB_APPLICATION (user_data);

  sb_catalogue_run_writer_async (sb_context_get_catalogue (self->context), read_sample, NULL, NULL, NULL, NULL, sample_added_cb,
                                 g_object_ref (self));
}

/* What a notification leads to. */
static void
show_saved_search_activated_cb (GSimpleAction *action,
                                GVariant *parameter,
                                gpointer user_data)
{
  GApplication *application = user_data;
  g_autofree char *key = g_strconcat ("saved:", g_variant_get_string (parameter, NULL), NULL);
  GtkWindow *window;

  g_application_activate (application);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-documents", "s", key);
}

/* The window is written by this thread while others write pages and maps: what it writes
 * with, and what both do. */
static void
hold_fonts (void)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) interface = NULL;
  const char *families[] = { NULL, "monospace", "Inter", "Linux Libertine O", NULL };

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  interface = pango_font_description_from_string (name);
  families[0] = pango_font_description_get_family (interface);
  if (families[0] == NULL)
    families[0] = "sans";
  sb_font_hold_families (families);
}

static void
sb_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "quit", quit_activated_cb },
    { "new-window", new_window_activated_cb },
    { "about", about_activated_cb },
    { "help-keys", help_keys_activated_cb },
    { "add-sample", add_sample_activated_cb },
    { "show-saved-search", show_saved_search_activated_cb, "s" },
  };
  SbApplication *self = SB_APPLICATION (application);

  g_resources_register (sb_app_get_resource ());
  G_APPLICATION_CLASS (sb_application_parent_class)->startup (application);
  hold_fonts ();

  sb_widgets_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accelerators[i].keys);

  open_catalogue (self);
}

static void
sb_application_shutdown (GApplication *application)
{
  SbApplication *self = SB_APPLICATION (application);
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (window);

  g_clear_object (&self->context);
  /* Work that is under way, on the catalogue or on tiles, must not outlive the
   * program. */
  sb_worker_wait_for_all (MAX_SHUTDOWN_SECONDS);

  G_APPLICATION_CLASS (sb_application_parent_class)->shutdown (application);
}

static void
sb_application_activate (GApplication *application)
{
  SbApplication *self = SB_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (sb_window_new (self, self->context));

  gtk_window_present (window);
}

static void
sb_application_open (GApplication *application,
                     GFile **files,
                     int n_files,
                     const char *hint)
{
  GtkWindow *window;

  g_application_activate (application);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  sb_window_import_files (SB_WINDOW (window), files, (guint) n_files);
}

static int
sb_application_handle_local_options (GApplication *application,
                                     GVariantDict *given)
{
  SbApplication *self = SB_APPLICATION (application);

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("SahelBrief %s\n", SB_VERSION);
      return 0;
    }

  g_variant_dict_lookup (given, "catalogue", "^ay", &self->catalogue_path);
  self->wants_sample = g_variant_dict_contains (given, "sample");

  /* A catalogue that was named is not the one of the program that runs. */
  if (self->catalogue_path != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
sb_application_finalize (GObject *object)
{
  SbApplication *self = SB_APPLICATION (object);

  g_clear_object (&self->context);
  g_free (self->catalogue_path);

  G_OBJECT_CLASS (sb_application_parent_class)->finalize (object);
}

static void
sb_application_class_init (SbApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = sb_application_finalize;
  application_class->startup = sb_application_startup;
  application_class->shutdown = sb_application_shutdown;
  application_class->activate = sb_application_activate;
  application_class->open = sb_application_open;
  application_class->handle_local_options = sb_application_handle_local_options;
}

static void
sb_application_init (SbApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

SbApplication *
sb_application_new (void)
{
  return g_object_new (SB_TYPE_APPLICATION,
                       "application-id", SB_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/example/SahelBrief",
                       NULL);
}

SbContext *
sb_application_get_context (SbApplication *self)
{
  g_return_val_if_fail (SB_IS_APPLICATION (self), NULL);

  return self->context;
}
