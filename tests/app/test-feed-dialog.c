/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-dialog.h"
#include "sb-test-newsroom.h"

typedef struct
{
  SbTestNewsroom room;
  SbFeedDialog *dialog; /* (nullable) once it was closed */
  char *message; /* (owned) (nullable) of "done" */
} Fixture;

static void
added_cb (Fixture *fixture,
          const char *message)
{
  g_assert_null (fixture->message);
  fixture->message = g_strdup (message);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  sb_test_newsroom_open (&fixture->room, NULL);
  fixture->dialog = sb_feed_dialog_new (sb_context_get_sync (fixture->room.context));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect_swapped (fixture->dialog, "done", G_CALLBACK (added_cb), fixture);
  gtk_widget_show (GTK_WIDGET (fixture->dialog));
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));

  /* Closing it frees it, whatever was under way. */
  sb_test_wait (is_closed, fixture);
  g_free (fixture->message);
  sb_test_newsroom_close (&fixture->room, NULL);
}

static void
start (Fixture *fixture,
       const char *path)
{
  g_autofree char *url = sb_test_newsroom_get_url (&fixture->room, path);

  sb_feed_dialog_start (fixture->dialog, url);
}

static gboolean
is_radio (GtkWidget *widget,
          gpointer data)
{
  return gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_choice (Fixture *fixture)
{
  return sb_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_CHECK_BUTTON, is_radio, NULL);
}

static gboolean
has_choices (gpointer data)
{
  return find_choice (data) != NULL;
}

/* A warning that is shown, beside its text. */
static gboolean
is_problem (GtkWidget *widget,
            gpointer data)
{
  return gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "dialog-warning-symbolic") == 0;
}

static gboolean
has_problem (gpointer data)
{
  Fixture *fixture = data;

  return sb_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_IMAGE, is_problem, NULL) != NULL;
}

static void
test_adds (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) feeds = NULL;

  start (fixture, "/feed");
  sb_test_wait (is_closed, fixture);
  g_assert_cmpstr (fixture->message, ==, "Le fil du fleuve was added, with 2 documents.");

  feeds = sb_test_newsroom_list (&fixture->room, SB_KIND_FEED);
  g_assert_cmpuint (feeds->len, ==, 1);
}

static void
test_lets_choose (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) feeds = NULL;
  GtkWidget *list;
  GtkWidget *second;

  start (fixture, "/page");
  sb_test_wait (has_choices, fixture);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (fixture))));

  list = gtk_widget_get_ancestor (find_choice (fixture), GTK_TYPE_LIST_BOX);
  second = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_nonnull (second);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (sb_test_find_type (second, GTK_TYPE_CHECK_BUTTON)), TRUE);
  sb_test_activate (GTK_WIDGET (fixture->dialog), "form.accept");
  sb_test_wait (is_closed, fixture);

  feeds = sb_test_newsroom_list (&fixture->room, SB_KIND_FEED);
  g_assert_cmpuint (feeds->len, ==, 1);
  g_assert_cmpstr (sb_record_get_text (feeds->pdata[0], SB_FEED_TITLE), ==, "Notes du plateau");
}

static void
test_says_what_is_wrong (Fixture *fixture,
                         gconstpointer data)
{
  static const char *const paths[] = { "/plain", "/refused", "/nowhere" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GPtrArray) feeds = NULL;

      start (fixture, paths[i]);
      g_assert_false (has_problem (fixture));
      sb_test_wait (has_problem, fixture);
      feeds = sb_test_newsroom_list (&fixture->room, SB_KIND_FEED);
      g_assert_cmpuint (feeds->len, ==, 0);
    }

  g_assert_null (fixture->message);
}

static void
test_refuses_what_is_no_address (Fixture *fixture,
                                 gconstpointer data)
{
  sb_feed_dialog_start (fixture->dialog, "ftp://presse.example/fil");
  sb_test_wait (has_problem, fixture);
}

static void
test_closes_while_busy (Fixture *fixture,
                        gconstpointer data)
{
  start (fixture, "/slow");
  sb_test_run_main_loop ();
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  sb_test_wait (is_closed, fixture);
  g_assert_null (fixture->message);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  ADD ("/app/feed-dialog/adds", test_adds);
  ADD ("/app/feed-dialog/lets-choose", test_lets_choose);
  ADD ("/app/feed-dialog/says-what-is-wrong", test_says_what_is_wrong);
  ADD ("/app/feed-dialog/refuses-what-is-no-address", test_refuses_what_is_no_address);
  ADD ("/app/feed-dialog/closes-while-busy", test_closes_while_busy);

  return g_test_run ();
}
