/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing-print.h"
#include "sb-briefing.h"

static GSettings *
get_settings (SbBriefingsPage *self)
{
  return sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));
}

/* The key file that a setting holds; an empty one when it holds none. */
static GKeyFile *
load_key_file (SbBriefingsPage *self,
               const char *key)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *text = g_settings_get_string (get_settings (self), key);

  g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  return file;
}

/* What was chosen last; before that, both sides for a product that has its margins so. */
static GtkPrintSettings *
load_print_settings (SbBriefingsPage *self)
{
  g_autoptr (GKeyFile) file = load_key_file (self, "print-settings");
  GtkPrintSettings *settings = gtk_print_settings_new ();

  if (!gtk_print_settings_load_key_file (settings, file, NULL, NULL))
    {
      g_autofree char *duplex = self->outline != NULL ? sb_outline_dup_setting (self->outline, "Duplex") : NULL;

      gtk_print_settings_set_duplex (settings, g_strcmp0 (duplex, "yes") == 0 ? GTK_PRINT_DUPLEX_HORIZONTAL : GTK_PRINT_DUPLEX_SIMPLEX);
    }

  return settings;
}

/* How many, and which pages, is a matter of one printing. */
static void
keep_print_settings (SbBriefingsPage *self,
                     GtkPrintOperation *operation)
{
  static const char *const passing[] = { GTK_PRINT_SETTINGS_N_COPIES, GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PAGE_SET };
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    gtk_print_settings_unset (settings, passing[i]);
  gtk_print_settings_to_key_file (settings, file, NULL);
  text = g_key_file_to_data (file, NULL, NULL);
  g_settings_set_string (get_settings (self), "print-settings", text);

  if (setup != NULL)
    {
      g_autoptr (GKeyFile) setup_file = g_key_file_new ();
      g_autofree char *setup_text = NULL;

      gtk_page_setup_to_key_file (setup, setup_file, NULL);
      setup_text = g_key_file_to_data (setup_file, NULL, NULL);
      g_settings_set_string (get_settings (self), "print-setup", setup_text);
    }
}

/* As last time, on the paper that the sheets are made for. */
static GtkPageSetup *
load_page_setup (SbBriefingsPage *self,
                 SbPaper paper)
{
  g_autoptr (GKeyFile) file = load_key_file (self, "print-setup");
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper == SB_PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);

  gtk_page_setup_load_key_file (setup, file, NULL, NULL);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult result,
            SbBriefingsPage *self)
{
  const GError *failure = sb_briefing_print_get_failure (SB_BRIEFING_PRINT (operation));
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep_print_settings (self, operation);
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
  g_autoptr (GtkPageSetup) setup = load_page_setup (self, manner.paper);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
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
