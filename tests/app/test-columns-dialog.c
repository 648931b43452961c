/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-columns-dialog.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sb-app-resources.h"
#include "sb-table-field.h"
#include "sb-test-folder.h"
#include "sb-test-screen.h"

#define TABLE "quand,ou,bilan\n12/05/2026,Kidal,4\n13/05/2026,Gao,2\nbientôt,Gao,1\n"

typedef struct
{
  char *base; /* (owned) */
  char *file; /* (owned) */
  char *folder; /* (owned) */
  GtkWidget *dialog; /* (nullable) while it is open */
  SbImportSpec *accepted; /* (owned) (nullable) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_resources_register (sb_app_get_resource ());
  fixture->base = sb_test_make_folder ();
  fixture->file = g_build_filename (fixture->base, "veille.csv", NULL);
  fixture->folder = g_build_filename (fixture->base, "specifications", NULL);
  g_assert_true (g_file_set_contents (fixture->file, data != NULL ? data : TABLE, -1, NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  sb_test_run_main_loop ();
  sb_test_remove_folder (fixture->base);
  g_free (fixture->file);
  g_free (fixture->folder);
  g_clear_pointer (&fixture->accepted, sb_import_spec_unref);
}

static GtkWidget *
get_child (Fixture *fixture,
           const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (fixture->dialog, SB_TYPE_COLUMNS_DIALOG, id));
}

static const char *
get_verdict (Fixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (get_child (fixture, "verdict")));
}

static gboolean
is_ready (Fixture *fixture)
{
  gboolean ready;

  g_object_get (fixture->dialog, "ready", &ready, NULL);
  return ready;
}

static GtkDropDown *
find_drop_down (GtkWidget *widget)
{
  GtkDropDown *found = GTK_IS_DROP_DOWN (widget) ? GTK_DROP_DOWN (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child);
  return found;
}

static GtkDropDown *
get_column (Fixture *fixture,
            int position)
{
  return find_drop_down (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_child (fixture, "columns")), position)));
}

static void
choose (GtkDropDown *drop_down,
        const char *title)
{
  GListModel *titles = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (titles); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (titles), i), title))
      {
        gtk_drop_down_set_selected (drop_down, i);
        return;
      }

  g_assert_not_reached ();
}

static const char *
get_chosen (GtkDropDown *drop_down)
{
  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (drop_down)),
                                     gtk_drop_down_get_selected (drop_down));
}

static void
accepted_cb (SbColumnsDialog *dialog,
             const char *file,
             SbImportSpec *spec,
             Fixture *fixture)
{
  g_assert_cmpstr (file, ==, fixture->file);
  fixture->accepted = sb_import_spec_ref (spec);
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = GTK_WIDGET (sb_columns_dialog_new (fixture->file, fixture->folder));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect (fixture->dialog, "accepted", G_CALLBACK (accepted_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  while (*get_verdict (fixture) == '\0')
    g_main_context_iteration (NULL, TRUE);
}

/* Goes on until what was chosen has been tried. */
static void
wait_until_ready (Fixture *fixture)
{
  while (!is_ready (fixture))
    g_main_context_iteration (NULL, TRUE);
}

/* Of a table that tells nothing the columns are said once, and known the next time. */
static void
test_named (Fixture *fixture,
            gconstpointer data)
{
  open_dialog (fixture);
  g_assert_false (is_ready (fixture));
  g_assert_nonnull (strstr (get_verdict (fixture), "“Date”"));

  choose (get_column (fixture, 0), "Date");
  wait_until_ready (fixture);
  g_assert_cmpstr (get_verdict (fixture), ==, "2 of 3 lines can be taken. Line 4: The date cannot be read.");
  choose (get_column (fixture, 1), "Place");
  wait_until_ready (fixture);
  choose (get_column (fixture, 2), "Deaths");
  wait_until_ready (fixture);
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "source")), " Veille ");
  wait_until_ready (fixture);

  sb_test_activate (fixture->dialog, "form.accept");
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (sb_import_spec_get_column (fixture->accepted, SB_TABLE_FIELD_LOCATION), ==, "ou");
  g_assert_cmpstr (sb_import_spec_get_source (fixture->accepted), ==, "Veille");

  open_dialog (fixture);
  g_assert_true (is_ready (fixture));
  g_assert_cmpstr (get_chosen (get_column (fixture, 2)), ==, "Deaths");
}

/* What a column holds, no other holds. */
static void
test_once (Fixture *fixture,
           gconstpointer data)
{
  open_dialog (fixture);
  choose (get_column (fixture, 0), "Date");
  wait_until_ready (fixture);
  choose (get_column (fixture, 1), "Date");
  g_assert_cmpstr (get_chosen (get_column (fixture, 0)), ==, "Not taken");
}

/* Without a first line of names the columns are counted, and known the next time by
 * what is in them. */
static void
test_no_header (Fixture *fixture,
                gconstpointer data)
{
  open_dialog (fixture);
  gtk_switch_set_active (GTK_SWITCH (get_child (fixture, "no_header")), TRUE);
  while (!g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_child (fixture, "columns")), 0))),
                       "1"))
    g_main_context_iteration (NULL, TRUE);
  choose (get_column (fixture, 0), "Date");
  wait_until_ready (fixture);
  g_assert_cmpstr (get_verdict (fixture), ==, "All 2 lines can be taken.");

  sb_test_activate (fixture->dialog, "form.accept");
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_set_contents (fixture->file, "01/06/2026,Ménaka\n02/06/2026,Bourem\n", -1, NULL));
  open_dialog (fixture);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (get_child (fixture, "no_header"))));
  g_assert_cmpstr (get_chosen (get_column (fixture, 0)), ==, "Date");
}

static void
test_no_file (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *problem;

  g_unlink (fixture->file);
  fixture->dialog = GTK_WIDGET (sb_columns_dialog_new (fixture->file, fixture->folder));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  problem = GTK_WIDGET (gtk_widget_get_template_child (fixture->dialog, SB_TYPE_FORM_DIALOG, "problem_box"));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  while (!gtk_widget_get_visible (problem))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_ready (fixture));
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);
  g_test_add ("/app/columns-dialog/named", Fixture, NULL, set_up, test_named, tear_down);
  g_test_add ("/app/columns-dialog/once", Fixture, NULL, set_up, test_once, tear_down);
  g_test_add ("/app/columns-dialog/no-header", Fixture, "12/05/2026,Kidal\n13/05/2026,Gao\n", set_up, test_no_header, tear_down);
  g_test_add ("/app/columns-dialog/no-file", Fixture, NULL, set_up, test_no_file, tear_down);
  return sb_test_screen_run ();
}
