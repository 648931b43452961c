/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-drop.h"

#include "sb-map-menu.h"
#include "sb-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What may be done with a file. */
typedef enum
{
  USE_IMPORT,
  USE_BACKGROUND,
  USE_OVERLAY,
} Use;

static Use
get_use (GFile *file)
{
  static const struct
  {
    const char *suffix;
    Use use;
  } uses[] = {
    { ".mbtiles", USE_BACKGROUND },
    { ".geojson", USE_OVERLAY },
    { ".kml", USE_OVERLAY },
    { ".kmz", USE_OVERLAY },
    { ".gpx", USE_OVERLAY },
  };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_has_suffix (lower, uses[i].suffix))
      return uses[i].use;

  return USE_IMPORT;
}

static void
import (SbMapView *view,
        GPtrArray *files)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  if (files->len > 0 && SB_IS_WINDOW (root))
    sb_window_import_files (SB_WINDOW (root), (GFile **) files->pdata, files->len);
}

static void
response_cb (SbMapView *view,
             const char *response,
             AdwMessageDialog *dialog)
{
  GPtrArray *files = g_object_get_data (G_OBJECT (dialog), "files");

  if (g_str_equal (response, "import"))
    import (view, files);
  else if (g_str_equal (response, "show"))
    for (guint i = 0; i < files->len; i++)
      sb_map_menu_add_overlay (view, g_ptr_array_index (files, i));
}

static void
ask (SbMapView *view,
     GPtrArray *files)
{
  g_autofree char *base = g_file_get_basename (g_ptr_array_index (files, 0));
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (files->len == 1)
    /* Translators: the name of a file. */
    heading = g_strdup_printf (_ ("What is “%s” for?"), name);
  else
    heading = g_strdup_printf (ngettext ("What is %u file for?", "What are %u files for?", files->len), files->len);

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))), heading,
                                   _ ("Over the map it is a drawing that you can show and hide. As data, its points become events or places of the catalogue."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("_Cancel"),
                                    "import", _ ("_Import as Data"),
                                    "show", _ ("_Show over the Map"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "show", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "show");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "files", g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), view, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
sb_map_drop_take (SbMapView *view,
                  GSList *files)
{
  g_autoptr (GPtrArray) overlays = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (SB_IS_MAP_VIEW (view), FALSE);

  for (GSList *l = files; l != NULL; l = l->next)
    switch (get_use (l->data))
      {
      case USE_BACKGROUND:
        sb_map_menu_add_background (view, l->data);
        break;

      case USE_OVERLAY:
        g_ptr_array_add (overlays, g_object_ref (l->data));
        break;

      case USE_IMPORT:
      default:
        g_ptr_array_add (others, g_object_ref (l->data));
        break;
      }

  import (view, others);
  if (overlays->len > 0)
    ask (view, overlays);
  return files != NULL;
}

static gboolean
dropped_cb (SbMapView *view,
            const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  return sb_map_drop_take (view, files);
}

void
sb_map_drop_attach (SbMapView *view)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_return_if_fail (SB_IS_MAP_VIEW (view));

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (target));
}
