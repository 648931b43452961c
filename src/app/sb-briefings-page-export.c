/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing-export-dialog.h"
#include "sb-briefing-file-name.h"
#include "sb-briefing.h"
#include "sb-weak-ref.h"
#include "sb-written-file.h"

#include <glib/gi18n.h>

/* What is being exported. */
typedef struct
{
  gpointer page; /* (owned) a weak reference */
  SbRecord *briefing; /* (owned) as it was when it was asked for */
  SbBriefingFormat format;
  SbEditionManner manner;
  SbOperation *operation; /* (owned) (nullable) until it is begun */
  char *path; /* (owned) (nullable) until it is chosen */
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->operation);
  g_object_unref (self->briefing);
  g_free (self->path);
  g_free (self);
}

static GSettings *
get_settings (SbBriefingsPage *self)
{
  return sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (SbBriefingsPage) self = sb_weak_ref_take (export->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);

  sb_operation_complete (export->operation);
  if (self != NULL && sheets != NULL)
    sb_written_file_tell (GTK_WIDGET (self), export->path);
  else if (self != NULL)
    sb_page_show_error (SB_PAGE (self), error);
  export_free (export);
}

static void
begin_export (SbBriefingsPage *self,
              Export *export)
{
  SbContext *context = sb_page_get_context (SB_PAGE (self));

  export->operation = sb_context_start_operation (context, _ ("Exporting the briefing"));
  export->page = sb_weak_ref_new (self);
  sb_edition_request_async (sb_context_get_catalogue (context), export->briefing, &export->manner, self->painter,
                            export->format, export->path, export->operation, exported_cb, export);
}

/* "The blockade of Bamako (fr).pdf" */
static char *
dup_name (SbBriefingsPage *self,
          guint languages,
          const char *extension)
{
  gboolean has_fr = (languages & (1u << SB_LANGUAGE_FR)) != 0;
  gboolean has_en = (languages & (1u << SB_LANGUAGE_EN)) != 0;
  g_autofree char *name = sb_briefing_dup_file_name (self->briefing, languages, has_fr && has_en ? "fr-en" : has_fr ? "fr"
                                                                                                                    : "en");

  return g_strdup_printf ("%s.%s", name, extension);
}

static void
file_chosen_cb (GtkNativeDialog *chooser,
                int response,
                SbBriefingsPage *self)
{
  Export *export = g_object_get_data (G_OBJECT (chooser), "sb-export");

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  export->path = sb_written_file_take_path (GTK_FILE_CHOOSER (chooser), get_settings (self));
  if (export->path == NULL)
    {
      sb_page_show_message (SB_PAGE (self), _ ("A briefing can only be written to a folder of this machine."));
      return;
    }

  g_object_steal_data (G_OBJECT (chooser), "sb-export");
  begin_export (self, export);
}

static void
manner_chosen_cb (SbBriefingsPage *self,
                  SbBriefingExportDialog *dialog)
{
  Export *export = g_new0 (Export, 1);
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  export->briefing = g_object_ref (self->briefing);
  export->format = sb_briefing_export_dialog_get_format (dialog);
  export->manner = sb_briefing_export_dialog_get_manner (dialog);
  name = dup_name (self, export->manner.languages, sb_briefing_format_get_extension (export->format));

  chooser = sb_written_file_choose (GTK_WIDGET (self), _ ("Export the briefing"), name, get_settings (self));
  g_object_set_data_full (G_OBJECT (chooser), "sb-export", export, (GDestroyNotify) export_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
}

static void
export_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  SbBriefingExportDialog *dialog = sb_briefing_export_dialog_new (get_settings (self), _sb_briefings_page_get_languages (self));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (manner_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_sb_briefings_page_class_init_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "briefing.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "briefing.export", NULL);
}
