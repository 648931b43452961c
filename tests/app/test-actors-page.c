/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-actor.h"
#include "sb-actors-page.h"
#include "sb-map-view.h"
#include "sb-merge-dialog.h"
#include "sb-month-chart.h"
#include "sb-record-view.h"
#include "sb-test-desk.h"

#define FIRST  "Ansar Dine"
#define SECOND "Al-Qaeda in the Islamic Maghreb"

/* One who acts in many events, and one who does in none. */
#define ACTIVE "Group for the Support of Islam and Muslims"
#define QUIET  "Farmers of the Kayes region"

static GtkWidget *
get_child (SbPage *page,
           const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (page), SB_TYPE_ACTORS_PAGE, id));
}

static GListModel *
get_shown (SbPage *page)
{
  GListModel *model;

  g_object_get (get_child (page, "records"), "model", &model, NULL);
  g_object_unref (model);
  return model;
}

static SbRecord *
find_actor (GListModel *actors,
            const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (SbRecord) actor = g_list_model_get_item (actors, i);

      if (g_strcmp0 (sb_record_get_title (actor, SB_LANGUAGE_EN), name) == 0)
        return g_steal_pointer (&actor);
    }

  return NULL;
}

static void
select_actor (SbPage *page,
              const char *name)
{
  g_autoptr (SbRecord) actor = find_actor (get_shown (page), name);
  g_autoptr (SbRef) ref = NULL;

  g_assert_nonnull (actor);
  ref = sb_record_dup_ref (actor);
  sb_session_select (sb_page_get_session (page), ref);
}

static gboolean
is_first_selected (gpointer data)
{
  SbRecord *selected = sb_record_view_get_selected (SB_RECORD_VIEW (get_child (data, "records")));

  return selected != NULL && g_strcmp0 (sb_record_get_title (selected, SB_LANGUAGE_EN), FIRST) == 0;
}

static gboolean
is_second_gone (gpointer data)
{
  g_autoptr (SbRecord) second = find_actor (get_shown (data), SECOND);

  return second == NULL;
}

static gboolean
is_second_there (gpointer data)
{
  return !is_second_gone (data);
}

static SbMergeDialog *
find_dialog (void)
{
  return SB_MERGE_DIALOG (sb_test_find_window (SB_TYPE_MERGE_DIALOG));
}

/* Only those of the kind and of the family that are chosen are listed. */
static void
test_filters (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbPage *page = sb_test_desk_show_page (window, "actors");
  guint n_all = g_list_model_get_n_items (get_shown (page));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (page, "kind")), 1 + SB_ACTOR_KIND_PERSON);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (page)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (page)), <, n_all);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (page, "family")), 1 + SB_ACTOR_FAMILY_JIHADIST);
  for (guint i = 0; i < g_list_model_get_n_items (get_shown (page)); i++)
    {
      g_autoptr (SbRecord) actor = g_list_model_get_item (get_shown (page), i);

      g_assert_cmpint (sb_record_get_term (actor, SB_ACTOR_KIND, -1), ==, SB_ACTOR_KIND_PERSON);
      g_assert_cmpint (sb_record_get_term (actor, SB_ACTOR_FAMILY, -1), ==, SB_ACTOR_FAMILY_JIHADIST);
    }

  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (page, "kind")), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (page, "family")), 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (page)), ==, n_all);
  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

static gboolean
has_activity (gpointer data)
{
  GtkWidget *chart = sb_test_find_type (get_child (data, "dossier"), SB_TYPE_MONTH_CHART);

  return chart != NULL && gtk_widget_get_mapped (chart) && sb_month_chart_get_n_months (SB_MONTH_CHART (chart)) > 0;
}

static gboolean
has_no_activity (gpointer data)
{
  GtkWidget *dossier = get_child (data, "dossier");

  return sb_test_find_label (dossier, QUIET) != NULL && !has_activity (data);
}

/* The map of an actor, and that of the one beside it, is at the day of the window. */
static void
check_day (SbPage *page,
           const char *id)
{
  GtkWidget *map = sb_test_find_type (get_child (page, id), SB_TYPE_MAP_VIEW);

  g_assert_cmpint (sb_session_get_as_of (sb_map_view_get_session (SB_MAP_VIEW (map))), ==, sb_session_get_as_of (sb_page_get_session (page)));
}

/* The dossier tells by month and on a map what an actor did, whom it came of, and what it
 * says apart from what is said about it; one that did nothing has neither chart nor map. */
static void
test_dossier (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbPage *page = sb_test_desk_show_page (window, "actors");
  GtkWidget *dossier = get_child (page, "dossier");

  select_actor (page, ACTIVE);
  sb_test_wait (has_activity, page);
  g_assert_nonnull (sb_test_find_type (dossier, SB_TYPE_MAP_VIEW));
  check_day (page, "dossier");
  sb_session_set_as_of (sb_page_get_session (page), sb_session_get_first_day (sb_page_get_session (page)) + 3);
  check_day (page, "dossier");
  g_assert_nonnull (sb_test_find_label (dossier, "Succession"));
  g_assert_nonnull (sb_test_find_label (dossier, "What it claimed or denied"));
  select_actor (page, QUIET);
  sb_test_wait (has_no_activity, page);
  select_actor (page, ACTIVE);
  sb_test_wait (has_activity, page);

  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

static gboolean
are_both_shown (gpointer data)
{
  return sb_test_find_label (get_child (data, "beside_bin"), FIRST) != NULL &&
         sb_test_find_label (get_child (data, "dossier"), SECOND) != NULL;
}

/* One dossier stays beside the one that is selected next. */
static void
test_compare (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbPage *page = sb_test_desk_show_page (window, "actors");

  select_actor (page, FIRST);
  sb_test_wait (is_first_selected, page);
  sb_test_activate (GTK_WIDGET (page), "actor.keep-beside");
  select_actor (page, SECOND);
  sb_test_wait (are_both_shown, page);

  sb_test_activate (GTK_WIDGET (page), "actor.close-beside");
  g_assert_false (gtk_widget_get_visible (get_child (page, "beside_box")));
  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

static void
choose_other (SbMergeDialog *dialog,
              const char *name)
{
  GtkDropDown *other = GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (dialog), SB_TYPE_MERGE_DIALOG, "other"));
  GListModel *actors = gtk_drop_down_get_model (other);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (SbRecord) actor = g_list_model_get_item (actors, i);

      g_assert_cmpstr (sb_record_get_title (actor, SB_LANGUAGE_EN), !=, FIRST);
      if (g_strcmp0 (sb_record_get_title (actor, SB_LANGUAGE_EN), name) == 0)
        gtk_drop_down_set_selected (other, i);
    }
}

/* Two are merged into one, and parted again. */
static void
test_merge_and_part (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbPage *page = sb_test_desk_show_page (window, "actors");

  select_actor (page, FIRST);
  sb_test_wait (is_first_selected, page);
  sb_test_activate (GTK_WIDGET (page), "actor.merge");
  g_assert_nonnull (find_dialog ());
  choose_other (find_dialog (), SECOND);
  sb_test_activate (GTK_WIDGET (find_dialog ()), "form.accept");
  sb_test_wait (is_second_gone, page);
  sb_test_wait (is_first_selected, page);

  sb_test_activate (GTK_WIDGET (page), "actor.part");
  sb_test_wait (is_second_there, page);
  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* The heading of the documents that name the actor, with their number. */
static gboolean
is_naming (GtkWidget *widget,
           gpointer data)
{
  return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "Documents that name it");
}

/* What the dossier says of documents and months, and is to say again. */
typedef struct
{
  SbPage *page;
  char *naming; /* (owned) */
  guint n_months;
} Counts;

static const char *
get_naming (const Counts *counts)
{
  GtkWidget *label = sb_test_find (get_child (counts->page, "dossier"), GTK_TYPE_LABEL, is_naming, NULL);

  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static guint
count_months (const Counts *counts)
{
  GtkWidget *chart = sb_test_find_type (get_child (counts->page, "dossier"), SB_TYPE_MONTH_CHART);

  return chart != NULL && gtk_widget_get_mapped (chart) ? sb_month_chart_get_n_months (SB_MONTH_CHART (chart)) : 0;
}

static gboolean
has_naming (gpointer data)
{
  return *get_naming (data) != '\0';
}

static gboolean
has_other_counts (gpointer data)
{
  const Counts *counts = data;

  return has_naming (data) && !g_str_equal (get_naming (counts), counts->naming) && count_months (counts) != counts->n_months;
}

static gboolean
has_counts (gpointer data)
{
  const Counts *counts = data;

  return g_str_equal (get_naming (counts), counts->naming) && count_months (counts) == counts->n_months;
}

/* Which documents name an actor is read behind a change of names: the dossier counts them
 * anew when that is done, after a merge and after it was undone. */
static void
test_undo_merge (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbPage *page = sb_test_desk_show_page (window, "actors");
  Counts counts = { page, NULL, 0 };

  select_actor (page, FIRST);
  sb_test_wait (is_first_selected, page);
  sb_test_wait (has_naming, &counts);
  counts.naming = g_strdup (get_naming (&counts));
  counts.n_months = count_months (&counts);

  sb_test_activate (GTK_WIDGET (page), "actor.merge");
  choose_other (find_dialog (), ACTIVE);
  sb_test_activate (GTK_WIDGET (find_dialog ()), "form.accept");
  sb_test_wait (has_other_counts, &counts);

  sb_test_activate (GTK_WIDGET (window), "win.undo");
  sb_test_wait (has_counts, &counts);
  g_free (counts.naming);
  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/actors-page/undo-merge", test_undo_merge);
  g_test_add_func ("/app/actors-page/filters", test_filters);
  g_test_add_func ("/app/actors-page/dossier", test_dossier);
  g_test_add_func ("/app/actors-page/compare", test_compare);
  g_test_add_func ("/app/actors-page/merge-and-part", test_merge_and_part);
  return sb_test_screen_run ();
}
