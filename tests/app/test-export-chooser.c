/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-export-chooser.h"
#include "sb-test-screen.h"

#include <glib/gi18n.h>

static const SbExportFormat formats[] = {
  { ".pdf", N_ ("PDF document") },
  { ".png", N_ ("PNG picture") },
  { ".geojson", N_ ("Places for other maps") },
};

static void
test_ending (void)
{
  static const struct
  {
    const char *path;
    guint format;
    const char *expected;
  } cases[] = {
    { "map.pdf", 1, "map.png" },
    { "map.png", 1, "map.png" },
    { "map", 0, "map.pdf" },
    { "map.of.june", 2, "map.of.june.geojson" },
    { "/tmp/a.pdf/map", 1, "/tmp/a.pdf/map.png" },
    { ".pdf", 1, ".png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sb_export_format_apply (&formats[cases[i].format], formats, G_N_ELEMENTS (formats), cases[i].path);

      g_assert_cmpstr (path, ==, cases[i].expected);
    }
}

/* Each format is in the list of the chooser, and the name follows the one that is chosen. */
static void
test_choosing (void)
{
  g_autoptr (GtkFileChooserNative) chooser = sb_export_chooser_new (NULL, "Export", "map.pdf", formats, G_N_ELEMENTS (formats));
  GtkFileChooser *interface = GTK_FILE_CHOOSER (chooser);
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (interface);

  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, G_N_ELEMENTS (formats));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);
      g_autofree char *expected = g_strconcat ("map", formats[i].ending, NULL);
      g_autofree char *name = NULL;

      g_assert_nonnull (strstr (gtk_file_filter_get_name (filter), formats[i].ending));
      gtk_file_chooser_set_filter (interface, filter);
      name = gtk_file_chooser_get_current_name (interface);
      g_assert_cmpstr (name, ==, expected);
    }
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);
  g_test_add_func ("/app/export-chooser/ending", test_ending);
  g_test_add_func ("/app/export-chooser/choosing", test_choosing);

  return sb_test_screen_run ();
}
