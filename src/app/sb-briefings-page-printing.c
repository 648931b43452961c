/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing-file-name.h"
#include "sb-briefing-print.h"
#include "sb-briefing.h"
#include "sb-print-memory.h"

static GSettings *
get_settings (SbBriefingsPage *self)
{
  return sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));
}

/* What was chosen last; before that, both sides for a product that has its margins so. */
static GtkPrintSettings *
load_print_settings (SbBriefingsPage *self)
{
  GtkPrintSettings *settings = sb_print_memory_load_settings (get_settings (self));

  if (settings == NULL)
    {
      g_autofree char *duplex = self->outline != NULL ? sb_outline_dup_setting (self->outline, "Duplex") : NULL;

      settings = gtk_print_settings_new ();
      gtk_print_settings_set_duplex (settings, g_strcmp0 (duplex, "yes") == 0 ? GTK_PRINT_DUPLEX_HORIZONTAL : GTK_PRINT_DUPLEX_SIMPLEX);
    }

  return settings;
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult result,
            SbBriefingsPage *self)
{
  const GError *failure = sb_briefing_print_get_failure (SB_BRIEFING_PRINT (operation));
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    sb_print_memory_keep (get_settings (self), operation);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  else if (failure != NULL)
    error = g_error_copy (failure);
  if (error != NULL)
    sb_page_show_error (SB_PAGE (self), error);
}

/* The languages that are on the screen, first on the paper of the preferences. */
static void
print_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  const SbEditionManner manner = {
    .languages = self->languages,
    .paper = _sb_briefings_page_get_paper (self),
    .margins = (SbEditionMargins) g_settings_get_enum (get_settings (self), "briefing-margins"),
  };
  g_autoptr (SbBriefingPrint) print = sb_briefing_print_new (sb_page_get_catalogue (SB_PAGE (self)), self->briefing, &manner, self->painter);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (print);
  g_autoptr (GtkPrintSettings) settings = load_print_settings (self);
  g_autoptr (GtkPageSetup) setup = sb_print_memory_load_setup (get_settings (self), manner.paper, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_autofree char *name = sb_briefing_dup_file_name (self->briefing, self->languages, NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_current_page (operation, (int) sb_page_preview_get_sheet (self->preview));
  gtk_print_operation_set_job_name (operation, sb_record_get_title (self->briefing, self->language));
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    sb_page_show_error (SB_PAGE (self), error);
}

void
_sb_briefings_page_class_init_printing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "briefing.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "briefing.print", NULL);
}
