/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-background-menu.h"

#include "sb-error-text.h"
#include "sb-map-server-dialog.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* A map and the menu on it. */
typedef struct
{
  SbMapBackgrounds *backgrounds; /* (owned) */
  SbMapView *view; /* (not owned) it owns this */
  GMenu *menu; /* (owned) */
  GSimpleAction *choose; /* (owned) */
  GSimpleAction *remove; /* (owned) */
  GtkFileChooserNative *chooser; /* (owned) (nullable) while it is shown */
  char *shown; /* (owned) (nullable) the address of what the view shows */
} Attachment;

/* The built-in map, those of the list, and what else can be done. */
static void
fill_menu (Attachment *attachment)
{
  g_autoptr (GVariant) list = sb_map_backgrounds_get_list (attachment->backgrounds);
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) actions = g_menu_new ();
  const char *name, *address;

  g_menu_append (choices, _ ("Built in"), "background.choose::");
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      g_variant_get_child (list, i, "(&s&s)", &name, &address);
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "background.choose", "s", address);
      g_menu_append_item (choices, item);
    }

  g_menu_append (actions, _ ("Add a Map Server…"), "background.add-server");
  g_menu_append (actions, _ ("Open a Map File…"), "background.add-file");
  g_menu_append (actions, _ ("Remove the Map Shown"), "background.remove");
  g_menu_remove_all (attachment->menu);
  g_menu_append_section (attachment->menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (attachment->menu, NULL, G_MENU_MODEL (actions));
}

static void
backgrounds_changed_cb (SbMapBackgrounds *self,
                        Attachment *attachment)
{
  const char *address = sb_map_backgrounds_get_address (self);

  fill_menu (attachment);
  if (g_strcmp0 (attachment->shown, address) != 0)
    {
      g_free (attachment->shown);
      attachment->shown = g_strdup (address);
      sb_map_backgrounds_show (self, attachment->view);
      g_simple_action_set_state (attachment->choose, g_variant_new_string (address));
      g_simple_action_set_enabled (attachment->remove, address[0] != '\0');
    }

  sb_map_view_set_notice (attachment->view, sb_map_backgrounds_get_problem (self));
}

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;

  g_signal_handlers_disconnect_by_func (attachment->backgrounds, backgrounds_changed_cb, attachment);
  g_clear_object (&attachment->chooser);
  g_object_unref (attachment->menu);
  g_object_unref (attachment->choose);
  g_object_unref (attachment->remove);
  g_object_unref (attachment->backgrounds);
  g_free (attachment->shown);
  g_free (attachment);
}

static void
choose_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  Attachment *attachment = user_data;

  sb_map_backgrounds_choose (attachment->backgrounds, g_variant_get_string (parameter, NULL));
}

static void
remove_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  Attachment *attachment = user_data;
  g_autofree char *address = g_strdup (sb_map_backgrounds_get_address (attachment->backgrounds));

  sb_map_backgrounds_remove (attachment->backgrounds, address);
}

static void
add_server_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  Attachment *attachment = user_data;
  SbMapServerDialog *dialog = sb_map_server_dialog_new (attachment->backgrounds);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (attachment->view))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
file_added_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (SbMapView) view = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (sb_map_backgrounds_add_file_finish (SB_MAP_BACKGROUNDS (object), result, &error) || view == NULL)
    return;

  reason = sb_error_text (error, sb_language_get_interface ());
  gtk_widget_activate_action (GTK_WIDGET (view), "win.show-message", "s", reason);
}

static void
file_chosen_cb (GtkNativeDialog *chooser,
                int response,
                Attachment *attachment)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    sb_map_backgrounds_add_file_async (attachment->backgrounds, file, file_added_cb, sb_weak_ref_new (attachment->view));

  g_clear_object (&attachment->chooser);
}

static void
add_file_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  Attachment *attachment = user_data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (attachment->view)));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Maps (MBTiles)"));
  gtk_file_filter_add_suffix (filter, "mbtiles");
  g_clear_object (&attachment->chooser);
  attachment->chooser = gtk_file_chooser_native_new (_ ("Open a map file"), window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (attachment->chooser), filter);
  g_signal_connect (attachment->chooser, "response", G_CALLBACK (file_chosen_cb), attachment);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (attachment->chooser));
}

/* Adds @action to @group; returns it. */
static GSimpleAction *
add_action (GSimpleActionGroup *group,
            GSimpleAction *action,
            GCallback activated,
            Attachment *attachment)
{
  g_signal_connect (action, "activate", activated, attachment);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  return action;
}

void
sb_map_background_menu_attach (SbMapBackgrounds *backgrounds,
                               SbMapView *view)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) add_server = g_simple_action_new ("add-server", NULL);
  g_autoptr (GSimpleAction) add_file = g_simple_action_new ("add-file", NULL);
  Attachment *attachment;

  g_return_if_fail (SB_IS_MAP_BACKGROUNDS (backgrounds));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  attachment = g_new0 (Attachment, 1);
  attachment->backgrounds = g_object_ref (backgrounds);
  attachment->view = view;
  attachment->menu = g_menu_new ();
  attachment->choose =
    add_action (group, g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING, g_variant_new_string ("")),
                G_CALLBACK (choose_cb), attachment);
  attachment->remove = add_action (group, g_simple_action_new ("remove", NULL), G_CALLBACK (remove_cb), attachment);
  add_action (group, add_server, G_CALLBACK (add_server_cb), attachment);
  add_action (group, add_file, G_CALLBACK (add_file_cb), attachment);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "background", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (view), "sb-map-background", attachment, attachment_free);

  sb_map_view_set_background_menu (view, G_MENU_MODEL (attachment->menu));
  g_signal_connect (backgrounds, "changed", G_CALLBACK (backgrounds_changed_cb), attachment);
  backgrounds_changed_cb (backgrounds, attachment);
}
