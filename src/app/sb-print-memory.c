/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-print-memory.h"

#define SETTINGS_KEY "print-settings"
#define SETUP_KEY    "print-setup"

/* The key file that a setting holds; an empty one when it holds none. */
static GKeyFile *
load_key_file (GSettings *settings,
               const char *key)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *text = g_settings_get_string (settings, key);

  g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
keep_key_file (GSettings *settings,
               const char *key,
               GKeyFile *file)
{
  g_autofree char *text = g_key_file_to_data (file, NULL, NULL);

  g_settings_set_string (settings, key, text);
}

GtkPrintSettings *
sb_print_memory_dup_lasting (GtkPrintSettings *settings)
{
  static const char *const passing[] = {
    GTK_PRINT_SETTINGS_N_COPIES,
    GTK_PRINT_SETTINGS_PRINT_PAGES,
    GTK_PRINT_SETTINGS_PAGE_RANGES,
    GTK_PRINT_SETTINGS_PAGE_SET,
    GTK_PRINT_SETTINGS_ORIENTATION,
    GTK_PRINT_SETTINGS_OUTPUT_URI,
    GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  };
  GtkPrintSettings *lasting;

  g_return_val_if_fail (GTK_IS_PRINT_SETTINGS (settings), NULL);

  lasting = gtk_print_settings_copy (settings);
  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    gtk_print_settings_unset (lasting, passing[i]);

  return lasting;
}

GtkPrintSettings *
sb_print_memory_load_settings (GSettings *settings)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GtkPrintSettings) loaded = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  file = load_key_file (settings, SETTINGS_KEY);
  loaded = gtk_print_settings_new ();
  /* An older program kept more. */
  return gtk_print_settings_load_key_file (loaded, file, NULL, NULL) ? sb_print_memory_dup_lasting (loaded) : NULL;
}

GtkPageSetup *
sb_print_memory_load_setup (GSettings *settings,
                            SbPaper paper,
                            GtkPageOrientation orientation)
{
  g_autoptr (GKeyFile) file = NULL;
  GtkPageSetup *setup;
  GtkPaperSize *size;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  file = load_key_file (settings, SETUP_KEY);
  setup = gtk_page_setup_new ();
  size = gtk_paper_size_new (paper == SB_PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_load_key_file (setup, file, NULL, NULL);
  gtk_page_setup_set_orientation (setup, orientation);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

void
sb_print_memory_keep (GSettings *settings,
                      GtkPrintOperation *operation)
{
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GKeyFile) file = NULL;
  GtkPageSetup *setup;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  kept = sb_print_memory_dup_lasting (gtk_print_operation_get_print_settings (operation));
  file = g_key_file_new ();
  gtk_print_settings_to_key_file (kept, file, NULL);
  keep_key_file (settings, SETTINGS_KEY, file);

  setup = gtk_print_operation_get_default_page_setup (operation);
  if (setup != NULL)
    {
      g_autoptr (GKeyFile) setup_file = g_key_file_new ();

      gtk_page_setup_to_key_file (setup, setup_file, NULL);
      keep_key_file (settings, SETUP_KEY, setup_file);
    }
}
