/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-drop-down-name.h"
#include "sb-spoken-name.h"
#include "sb-test-screen.h"

/* A row is called by all that is written on it and seen. */
static void
test_row (void)
{
  GtkWidget *row = g_object_ref_sink (gtk_list_box_row_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hidden = gtk_label_new ("not seen");
  char *problem;

  gtk_widget_set_visible (hidden, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("No. 2"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (""));
  gtk_box_append (GTK_BOX (box), hidden);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("FR 3 pages"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  sb_spoken_name_row (row);
  problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "No. 2, FR 3 pages");
  g_assert_null (problem);
  g_object_unref (row);
}

static void
test_checks (void)
{
  static const struct
  {
    const char *label;
    const char *name;
  } checks[] = {
    { "_Let these stand", "Let these stand" },
    { "Take the _new text", "Take the new text" },
    { "Keep a__b", "Keep a_b" },
    { "At the end_", "At the end_" },
  };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    gtk_box_append (GTK_BOX (box), gtk_check_button_new_with_mnemonic (checks[i].label));
  sb_spoken_name_checks (box);
  for (GtkWidget *check = gtk_widget_get_first_child (box); check != NULL; check = gtk_widget_get_next_sibling (check))
    {
      char *problem = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
        if (g_str_equal (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), checks[i].label))
          problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, checks[i].name);
      g_assert_null (problem);
    }
  g_object_unref (box);
}

/* The button of a list that a label beside it names is called by that label itself. */
static void
test_drop_down (void)
{
  const char *const products[] = { "Letter", "Note", NULL };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *label = gtk_label_new ("Product");
  GtkWidget *list = gtk_drop_down_new_from_strings (products);
  GtkWidget *button;
  char *problem;

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), list);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  sb_drop_down_name_all (box);
  button = sb_test_find_type (list, GTK_TYPE_TOGGLE_BUTTON);
  problem = gtk_test_accessible_check_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL);
  g_assert_null (problem);
  g_object_unref (box);
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);
  g_test_add_func ("/widgets/spoken-name/row", test_row);
  g_test_add_func ("/widgets/spoken-name/checks", test_checks);
  g_test_add_func ("/widgets/spoken-name/drop-down", test_drop_down);
  return sb_test_screen_run ();
}
