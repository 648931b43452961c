/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-menu.h"

#include "sb-catalogue-aid.h"
#include "sb-error-text.h"
#include "sb-export-chooser.h"
#include "sb-file-export.h"
#include "sb-map-backgrounds.h"
#include "sb-map-days-dialog.h"
#include "sb-map-export.h"
#include "sb-map-frame.h"
#include "sb-map-overlays.h"
#include "sb-map-printing.h"
#include "sb-map-server-dialog.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* A map and the menu on it. */
typedef struct
{
  SbContext *context; /* (owned) */
  SbMapBackgrounds *backgrounds; /* (owned) */
  SbMapOverlays *overlays; /* (owned) */
  SbMapView *view; /* (not owned) it owns this */
  GMenu *menu; /* (owned) */
  GSimpleActionGroup *actions; /* (owned) */
  GtkFileChooserNative *chooser; /* (owned) (nullable) while it is shown */
  GArray *days; /* (owned) (nullable) (element-type int) of what is to be exported; NULL for the one in view */
  char *shown; /* (owned) (nullable) the address of the background that the view shows */
} Attachment;

static GSimpleAction *
get_action (Attachment *attachment,
            const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (attachment->actions), name));
}

static void
append_with_target (GMenu *menu,
                    const char *label,
                    const char *action,
                    GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* The built-in map, those of the list, and what else can be done. */
static void
append_backgrounds (Attachment *attachment)
{
  g_autoptr (GVariant) list = sb_map_backgrounds_get_list (attachment->backgrounds);
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) actions = g_menu_new ();
  const char *name, *address;

  append_with_target (choices, _ ("Built in"), "ground.choose", g_variant_new_string (""));
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_variant_get_child (list, i, "(&s&s)", &name, &address);
      append_with_target (choices, name, "ground.choose", g_variant_new_string (address));
    }

  g_menu_append (actions, _ ("Add a Map Server…"), "ground.add-server");
  g_menu_append (actions, _ ("Open a Map File…"), "ground.add-file");
  g_menu_append (actions, _ ("Remove the Map Shown"), "ground.remove");
  g_menu_append_section (attachment->menu, _ ("Base map"), G_MENU_MODEL (choices));
  g_menu_append_section (attachment->menu, NULL, G_MENU_MODEL (actions));
}

static void
overlay_toggled_cb (GSimpleAction *action,
                    GVariant *state,
                    Attachment *attachment)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), "position"));

  if (position >= sb_map_overlays_get_n (attachment->overlays))
    return;

  sb_map_overlays_set_visible (attachment->overlays, position, g_variant_get_boolean (state));
  if (g_variant_get_boolean (state))
    sb_map_view_show_layer (attachment->view, "overlays");
}

/* An overlay has an action of its own, whose state is whether it is shown. */
static void
append_overlay (Attachment *attachment,
                GMenu *menu,
                guint position)
{
  gboolean is_visible = sb_map_overlays_is_visible (attachment->overlays, position);
  g_autofree char *name = g_strdup_printf ("overlay-%u", position);
  g_autofree char *full_name = g_strconcat ("ground.", name, NULL);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (is_visible));

  g_object_set_data (G_OBJECT (action), "position", GUINT_TO_POINTER (position));
  g_signal_connect (action, "change-state", G_CALLBACK (overlay_toggled_cb), attachment);
  g_action_map_add_action (G_ACTION_MAP (attachment->actions), G_ACTION (action));
  g_menu_append (menu, sb_map_overlays_get_name (attachment->overlays, position), full_name);
}

static void
append_overlays (Attachment *attachment)
{
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) actions = g_menu_new ();
  guint n_overlays = sb_map_overlays_get_n (attachment->overlays);
  gboolean has_hidden = FALSE;

  for (guint i = 0; i < n_overlays; i++)
    {
      append_overlay (attachment, choices, i);
      has_hidden = has_hidden || !sb_map_overlays_is_visible (attachment->overlays, i);
    }
  g_simple_action_set_enabled (get_action (attachment, "remove-overlays"), has_hidden);

  g_menu_append (actions, _ ("Add an Overlay…"), "ground.add-overlay");
  if (n_overlays > 0)
    g_menu_append (actions, _ ("Remove the Hidden Overlays"), "ground.remove-overlays");
  g_menu_append_section (attachment->menu, _ ("Overlays"), G_MENU_MODEL (choices));
  g_menu_append_section (attachment->menu, NULL, G_MENU_MODEL (actions));
}

static void
append_export (Attachment *attachment)
{
  g_autoptr (GMenu) actions = g_menu_new ();

  g_menu_append (actions, _ ("Print What Is in View…"), "ground.print");
  g_menu_append (actions, _ ("Export What Is in View…"), "ground.export");
  g_menu_append (actions, _ ("Export Maps of Several Days…"), "ground.export-days");
  g_menu_append_section (attachment->menu, NULL, G_MENU_MODEL (actions));
}

static void
fill_menu (Attachment *attachment)
{
  g_menu_remove_all (attachment->menu);
  append_backgrounds (attachment);
  append_overlays (attachment);
  append_export (attachment);
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
      g_simple_action_set_state (get_action (attachment, "choose"), g_variant_new_string (address));
      g_simple_action_set_enabled (get_action (attachment, "remove"), address[0] != '\0');
    }

  sb_map_view_set_notice (attachment->view, sb_map_backgrounds_get_problem (self));
}

static void
overlays_changed_cb (SbMapOverlays *self,
                     Attachment *attachment)
{
  fill_menu (attachment);
  sb_map_overlays_show (self, attachment->view);
}

static void
show_message (SbMapView *view,
              const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "win.show-message", "s", message);
}

static void
overlay_failed_cb (SbMapOverlays *self,
                   const char *message,
                   Attachment *attachment)
{
  show_message (attachment->view, message);
}

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;

  g_signal_handlers_disconnect_by_data (attachment->backgrounds, attachment);
  g_signal_handlers_disconnect_by_data (attachment->overlays, attachment);
  g_clear_object (&attachment->chooser);
  g_clear_pointer (&attachment->days, g_array_unref);
  g_object_unref (attachment->menu);
  g_object_unref (attachment->actions);
  g_object_unref (attachment->context);
  g_object_unref (attachment->backgrounds);
  g_object_unref (attachment->overlays);
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
show_failure (SbMapView *view,
              const GError *error)
{
  g_autofree char *reason = sb_error_text (error, sb_language_get_interface ());

  show_message (view, reason);
}

static void
file_added_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (SbMapView) view = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;

  if (!sb_map_backgrounds_add_file_finish (SB_MAP_BACKGROUNDS (object), result, &error) && view != NULL)
    show_failure (view, error);
}

static void
overlay_added_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbMapView) view = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  SbBounds bounds;
  gboolean is_added = sb_map_overlays_add_finish (SB_MAP_OVERLAYS (object), result, &bounds, &error);

  if (view == NULL)
    return;

  if (!is_added)
    {
      show_failure (view, error);
      return;
    }

  sb_map_view_show_layer (view, "overlays");
  sb_map_view_show_bounds (view, &bounds);
}

static void
tell_exported (SbMapView *view,
               const char *done,
               const char *endings,
               const GError *error)
{
  if (view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error == NULL)
    show_message (view, done);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME))
    show_message (view, endings);
  else
    show_failure (view, error);
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbMapView) view = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;

  sb_file_export_finish (SB_CONTEXT (object), result, &error);
  tell_exported (view, _ ("What is in view was exported."), _ ("The name of the file must end in .pdf, .svg, .png, .geojson or .csv."), error);
}

static void
days_exported_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbMapView) view = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;

  sb_file_export_finish (SB_CONTEXT (object), result, &error);
  tell_exported (view, _ ("The maps were exported."), _ ("The name of the file must end in .pdf, .svg or .png."), error);
}

static void
export_chosen_cb (GtkNativeDialog *chooser,
                  int response,
                  Attachment *attachment)
{
  g_autoptr (GArray) days = g_steal_pointer (&attachment->days);
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? sb_export_chooser_dup_path (attachment->chooser) : NULL;
  SbMapInView view;

  g_clear_object (&attachment->chooser);
  if (path == NULL)
    return;

  view = sb_map_frame_get_view (attachment->view);
  sb_map_export_async (attachment->context, sb_map_view_get_session (attachment->view), &view,
                       days != NULL ? (const int *) (gpointer) days->data : NULL, days != NULL ? days->len : 0, path,
                       days != NULL ? days_exported_cb : exported_cb, sb_weak_ref_new (attachment->view));
}

static void
ask_for_export (Attachment *attachment,
                const char *title)
{
  /* Of several maps the pictures alone, which are the first three. */
  static const SbExportFormat formats[] = {
    { ".pdf", N_ ("PDF document") },
    { ".svg", N_ ("SVG drawing") },
    { ".png", N_ ("PNG picture") },
    { ".geojson", N_ ("Places for other maps") },
    { ".csv", N_ ("Table") },
  };
  guint n_formats = attachment->days != NULL ? 3 : G_N_ELEMENTS (formats);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (attachment->view)));

  g_clear_object (&attachment->chooser);
  /* Translators: the proposed name of a file; its ending must stay. */
  attachment->chooser = sb_export_chooser_new (window, title, _ ("map.pdf"), formats, n_formats);
  g_signal_connect (attachment->chooser, "response", G_CALLBACK (export_chosen_cb), attachment);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (attachment->chooser));
}

static void
export_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  Attachment *attachment = user_data;

  g_clear_pointer (&attachment->days, g_array_unref);
  ask_for_export (attachment, _ ("Export what is in view"));
}

static void
print_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  Attachment *attachment = user_data;

  sb_map_printing_start (attachment->context, attachment->view);
}

static void
days_chosen_cb (SbMapDaysDialog *dialog,
                SbMapView *view)
{
  Attachment *attachment = g_object_get_data (G_OBJECT (view), "sb-map-menu");

  g_clear_pointer (&attachment->days, g_array_unref);
  attachment->days = sb_map_days_dialog_list_days (dialog);
  ask_for_export (attachment, _ ("Export maps of several days"));
}

static void
export_days_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  Attachment *attachment = user_data;
  g_autoptr (SbFormAid) aid = sb_catalogue_aid_new (sb_context_get_catalogue (attachment->context), NULL);
  SbMapDaysDialog *dialog = sb_map_days_dialog_new (aid, sb_session_get_as_of (sb_map_view_get_session (attachment->view)));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (attachment->view))));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (days_chosen_cb), attachment->view, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
file_chosen_cb (GtkNativeDialog *chooser,
                int response,
                Attachment *attachment)
{
  gboolean is_overlay = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chooser), "is-overlay"));
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && is_overlay)
    sb_map_menu_add_overlay (attachment->view, file);
  else if (file != NULL)
    sb_map_menu_add_background (attachment->view, file);

  g_clear_object (&attachment->chooser);
}

/* Asks for a file with one of the endings @suffixes, up to a NULL. */
static void
ask_for_file (Attachment *attachment,
              gboolean is_overlay,
              const char *title,
              const char *kind,
              const char *const *suffixes)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (attachment->view)));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);

  g_clear_object (&attachment->chooser);
  attachment->chooser = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (attachment->chooser), filter);
  g_object_set_data (G_OBJECT (attachment->chooser), "is-overlay", GINT_TO_POINTER (is_overlay));
  g_signal_connect (attachment->chooser, "response", G_CALLBACK (file_chosen_cb), attachment);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (attachment->chooser));
}

static void
add_file_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  static const char *const suffixes[] = { "mbtiles", NULL };

  ask_for_file (user_data, FALSE, _ ("Open a map file"), _ ("Maps (MBTiles)"), suffixes);
}

static void
add_overlay_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  static const char *const suffixes[] = { "geojson", "json", "kml", "kmz", "gpx", NULL };

  ask_for_file (user_data, TRUE, _ ("Add an overlay"), _ ("Drawings (GeoJSON, KML, GPX)"), suffixes);
}

static void
remove_overlays_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  Attachment *attachment = user_data;

  sb_map_overlays_remove_hidden (attachment->overlays);
}

/* Adds the actions of the menu. */
static void
add_actions (Attachment *attachment)
{
  static const GActionEntry entries[] = {
    { .name = "choose", .activate = choose_cb, .parameter_type = "s", .state = "''" },
    { .name = "remove", .activate = remove_cb },
    { .name = "add-server", .activate = add_server_cb },
    { .name = "add-file", .activate = add_file_cb },
    { .name = "add-overlay", .activate = add_overlay_cb },
    { .name = "remove-overlays", .activate = remove_overlays_cb },
    { .name = "print", .activate = print_cb },
    { .name = "export", .activate = export_cb },
    { .name = "export-days", .activate = export_days_cb },
  };

  attachment->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (attachment->actions), entries, G_N_ELEMENTS (entries), attachment);
  gtk_widget_insert_action_group (GTK_WIDGET (attachment->view), "ground", G_ACTION_GROUP (attachment->actions));
}

void
sb_map_menu_attach (SbContext *context,
                    SbMapView *view)
{
  Attachment *attachment;

  g_return_if_fail (SB_IS_CONTEXT (context));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  attachment = g_new0 (Attachment, 1);
  attachment->context = g_object_ref (context);
  attachment->backgrounds = g_object_ref (sb_context_get_map_backgrounds (context));
  attachment->overlays = g_object_ref (sb_context_get_map_overlays (context));
  attachment->view = view;
  attachment->menu = g_menu_new ();
  add_actions (attachment);
  g_object_set_data_full (G_OBJECT (view), "sb-map-menu", attachment, attachment_free);

  sb_map_view_set_ground_menu (view, G_MENU_MODEL (attachment->menu));
  g_signal_connect (attachment->backgrounds, "changed", G_CALLBACK (backgrounds_changed_cb), attachment);
  g_signal_connect (attachment->overlays, "changed", G_CALLBACK (overlays_changed_cb), attachment);
  g_signal_connect (attachment->overlays, "failed", G_CALLBACK (overlay_failed_cb), attachment);
  backgrounds_changed_cb (attachment->backgrounds, attachment);
  overlays_changed_cb (attachment->overlays, attachment);
}

void
sb_map_menu_add_overlay (SbMapView *view,
                         GFile *file)
{
  Attachment *attachment;

  g_return_if_fail (SB_IS_MAP_VIEW (view));
  g_return_if_fail (G_IS_FILE (file));

  attachment = g_object_get_data (G_OBJECT (view), "sb-map-menu");
  g_return_if_fail (attachment != NULL);
  sb_map_overlays_add_async (attachment->overlays, file, overlay_added_cb, sb_weak_ref_new (view));
}

void
sb_map_menu_add_background (SbMapView *view,
                            GFile *file)
{
  Attachment *attachment;

  g_return_if_fail (SB_IS_MAP_VIEW (view));
  g_return_if_fail (G_IS_FILE (file));

  attachment = g_object_get_data (G_OBJECT (view), "sb-map-menu");
  g_return_if_fail (attachment != NULL);
  sb_map_backgrounds_add_file_async (attachment->backgrounds, file, file_added_cb, sb_weak_ref_new (view));
}
