/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-days-dialog.h"

#include "sb-catalogue-aid.h"
#include "sb-file-export.h"
#include "sb-map-export.h"
#include "sb-map-sheet.h"
#include "sb-test-newsroom.h"
#include "sb-test-screen.h"

/* The days of small multiples as they are typed, and the file that comes of them. */

static GtkWidget *
find_button (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), "form.accept") == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
collect_entries (GtkWidget *root,
                 GPtrArray *entries)
{
  if (ADW_IS_ENTRY_ROW (root))
    g_ptr_array_add (entries, root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_entries (child, entries);
}

static SbMapDaysDialog *
open_dialog (SbTestNewsroom *room,
             GPtrArray *entries)
{
  g_autoptr (SbFormAid) aid = sb_catalogue_aid_new (sb_context_get_catalogue (room->context), NULL);
  SbMapDaysDialog *dialog = sb_map_days_dialog_new (aid, sb_day_from_ymd (2026, 4, 29));

  gtk_window_present (GTK_WINDOW (dialog));
  collect_entries (GTK_WIDGET (dialog), entries);
  g_assert_cmpuint (entries->len, ==, SB_MAP_SHEET_MAX_MAPS);
  return dialog;
}

/* In words and figures, in any order, each once; one is too few, and what is no day is
 * marked where it stands. */
static void
test_days (SbTestNewsroom *room,
           gconstpointer data)
{
  static const struct
  {
    const char *second;
    const char *third;
    const char *days;
    gboolean is_ready;
    gboolean is_wrong; /* the third */
  } cases[] = {
    { "", "", "2026-04-29", FALSE, FALSE },
    { "2026-04-29", " ", "2026-04-29", FALSE, FALSE },
    { "10 September 2025", "1er juin 2025", "2025-06-01 2025-09-10 2026-04-29", TRUE, FALSE },
    { "2025-06", "2025-06-30", "2025-06-30 2026-04-29", TRUE, FALSE },
    { "2025-09-10", "never", "2025-09-10 2026-04-29", FALSE, TRUE },
  };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  SbMapDaysDialog *dialog = open_dialog (room, entries);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) days = NULL;

      gtk_editable_set_text (g_ptr_array_index (entries, 1), cases[i].second);
      gtk_editable_set_text (g_ptr_array_index (entries, 2), cases[i].third);
      days = sb_map_days_dialog_list_days (dialog);
      for (guint k = 0; k < days->len; k++)
        {
          g_autofree char *day = sb_day_to_string (g_array_index (days, int, k));

          g_string_append_printf (text, "%s%s", k > 0 ? " " : "", day);
        }
      g_assert_cmpstr (text->str, ==, cases[i].days);
      g_assert_cmpint (gtk_widget_is_sensitive (find_button (GTK_WIDGET (dialog))), ==, cases[i].is_ready);
      g_assert_cmpint (gtk_widget_has_css_class (g_ptr_array_index (entries, 2), "error"), ==, cases[i].is_wrong);
    }

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* How an export ended. */
typedef struct
{
  gboolean is_done;
  GError *error; /* (owned) (nullable) */
} Outcome;

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Outcome *outcome = user_data;

  sb_file_export_finish (SB_CONTEXT (object), result, &outcome->error);
  outcome->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((const Outcome *) data)->is_done;
}

/* A picture of all days; of records there is but one day. */
static void
test_file (SbTestNewsroom *room,
           gconstpointer data)
{
  static const struct
  {
    const char *name;
    guint n_days;
    gboolean is_written;
  } cases[] = {
    { "map.svg", 0, TRUE },
    { "maps.svg", 3, TRUE },
    { "maps.csv", 3, FALSE },
    { "map.csv", 0, TRUE },
    { "map.doc", 0, FALSE },
  };
  const int days[] = { sb_day_from_ymd (2025, 6, 1), sb_day_from_ymd (2025, 9, 10), sb_day_from_ymd (2026, 4, 29) };
  SbMapInView view = { .bounds = { -12, 10, 5, 22 }, .layers = SB_MAP_LAYERS_ALL };
  g_autoptr (SbSession) session = sb_session_new ();
  gsize sizes[G_N_ELEMENTS (cases)] = { 0 };

  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    view.opacities[i] = 1;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (room->folder, cases[i].name, NULL);
      g_autofree char *text = NULL;
      Outcome outcome = { 0 };

      sb_map_export_async (room->context, session, &view, days, cases[i].n_days, path, exported_cb, &outcome);
      sb_test_wait (is_done, &outcome);
      g_assert_cmpint (g_file_get_contents (path, &text, &sizes[i], NULL), ==, cases[i].is_written);
      if (cases[i].is_written)
        g_assert_no_error (outcome.error);
      else
        g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
      g_clear_error (&outcome.error);
    }

  /* Three grounds, each smaller, are more than one. */
  g_assert_cmpuint (sizes[1], >, sizes[0]);
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);

  g_test_add ("/app/map-days-dialog/days", SbTestNewsroom, NULL, sb_test_newsroom_open, test_days, sb_test_newsroom_close);
  g_test_add ("/app/map-days-dialog/file", SbTestNewsroom, NULL, sb_test_newsroom_open, test_file, sb_test_newsroom_close);

  return sb_test_screen_run ();
}
