/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-editor.h"
#include "sb-record-builder.h"
#include "sb-service.h"
#include "sb-test-newsroom.h"

typedef struct
{
  SbTestNewsroom room;
  SbCatalogue *catalogue; /* of the room */
  SbFeedEditor *editor; /* (nullable) once it was closed */
  SbFeedEditorChanges changes; /* when it was done */
  char *message; /* (owned) (nullable) of "done" */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  sb_test_newsroom_open (&fixture->room, NULL);
  fixture->catalogue = sb_context_get_catalogue (fixture->room.context);
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->editor == NULL;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->editor));

  /* Closing it frees it, whatever was under way. */
  sb_test_wait (is_closed, fixture);
  g_free (fixture->message);
  sb_test_newsroom_close (&fixture->room, NULL);
}

static void
done_cb (Fixture *fixture,
         const char *message)
{
  g_clear_pointer (&fixture->message, g_free);
  fixture->message = g_strdup (message);
  fixture->changes = sb_feed_editor_get_changes (fixture->editor);
}

static SbRecord *
get_feed (Fixture *fixture,
          guint position)
{
  g_autoptr (GPtrArray) feeds = sb_test_newsroom_list (&fixture->room, SB_KIND_FEED);

  g_assert_cmpuint (position, <, feeds->len);
  return g_object_ref (g_ptr_array_index (feeds, position));
}

static void
edit (Fixture *fixture)
{
  g_autoptr (SbRecord) feed = get_feed (fixture, 0);

  fixture->editor = sb_feed_editor_new (fixture->catalogue, feed);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  g_signal_connect_swapped (fixture->editor, "done", G_CALLBACK (done_cb), fixture);
  gtk_widget_show (GTK_WIDGET (fixture->editor));
  sb_test_run_main_loop ();
}

static gboolean
has_title (GtkWidget *widget,
           gpointer title)
{
  return gtk_widget_get_mapped (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static GtkWidget *
find_row (Fixture *fixture,
          const char *title)
{
  return sb_test_find (GTK_WIDGET (fixture->editor), ADW_TYPE_PREFERENCES_ROW, has_title, (gpointer) title);
}

static void
type (Fixture *fixture,
      const char *title,
      const char *text)
{
  GtkWidget *row = find_row (fixture, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
switch_on (Fixture *fixture,
           const char *title)
{
  GtkWidget *button = sb_test_find_type (find_row (fixture, title), GTK_TYPE_SWITCH);

  g_assert_nonnull (button);
  gtk_switch_set_active (GTK_SWITCH (button), TRUE);
}

static void
accept (Fixture *fixture)
{
  sb_test_activate (GTK_WIDGET (fixture->editor), "form.accept");
}

/* It was taken, and the dialog has closed. */
static void
save (Fixture *fixture)
{
  accept (fixture);
  sb_test_wait (is_closed, fixture);
}

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
  return sb_test_find (GTK_WIDGET (((Fixture *) data)->editor), GTK_TYPE_IMAGE, is_problem, NULL) != NULL;
}

/* What can be undone is told behind the change. */
static gboolean
can_undo (gpointer data)
{
  return sb_catalogue_get_undo_label (data) != NULL;
}

static void
test_feed (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbRecord) feed = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  GtkWidget *interval;

  sb_test_newsroom_add_feed (&fixture->room, "https://presse.example/fil", "Le fil");
  edit (fixture);
  g_assert_null (find_row (fixture, "Countries (Mali, Niger)"));
  g_assert_null (find_row (fixture, "Address of the service"));
  type (fixture, "Title", "Mon fil");
  type (fixture, "Published by", "Studio Tamani");
  type (fixture, "Languages of the publisher (fr, en)", "FR, bm");
  interval = sb_test_find_type (find_row (fixture, "How often"), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (interval), 1);
  switch_on (fixture, "Fetch whole articles");
  switch_on (fixture, "Pause");
  save (fixture);
  g_assert_cmpstr (fixture->message, ==, "Le fil was changed.");
  g_assert_cmpint (fixture->changes, ==, SB_FEED_EDITOR_FEED);

  feed = get_feed (fixture, 0);
  g_assert_cmpstr (sb_record_get_text (feed, SB_FEED_TITLE), ==, "Mon fil");
  g_assert_cmpstr (sb_record_get_text (feed, SB_FEED_URL), ==, "https://presse.example/fil");
  g_assert_cmpint (sb_record_get_integer (feed, SB_FEED_INTERVAL, 0), ==, 15);
  g_assert_true (sb_record_get_boolean (feed, SB_FEED_FULL_TEXT));
  g_assert_true (sb_record_get_boolean (feed, SB_FEED_PAUSED));
  g_assert_cmpstr (sb_ref_get_name (sb_record_get_ref (feed, SB_FEED_SOURCE), SB_LANGUAGE_FR), ==, "Studio Tamani");
  sources = sb_test_newsroom_list (&fixture->room, SB_KIND_SOURCE);
  g_assert_cmpuint (sources->len, ==, 1);
  sb_test_wait (can_undo, fixture->catalogue);
  g_assert_cmpstr (sb_catalogue_get_undo_label (fixture->catalogue), ==, "Change a feed");
}

static void
test_problem (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbRecord) feed = NULL;
  g_autoptr (SbRecord) other = NULL;
  g_autofree char *sentence = NULL;

  sb_test_newsroom_add_feed (&fixture->room, "https://presse.example/fil", "Le fil");
  sb_test_newsroom_add_feed (&fixture->room, "https://presse.example/autre", "L’autre");
  other = get_feed (fixture, 1);
  sentence = g_strdup_printf ("Another feed has this address already: %s.", sb_record_get_text (other, SB_FEED_TITLE));
  edit (fixture);
  type (fixture, "Address", "ftp://presse.example/fil");
  accept (fixture);
  sb_test_wait (has_problem, fixture);
  type (fixture, "Address", sb_record_get_text (other, SB_FEED_URL));
  g_assert_false (has_problem (fixture));
  accept (fixture);
  sb_test_wait (has_problem, fixture);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (fixture->editor), sentence));

  type (fixture, "Address", "https://presse.example/neuf");
  save (fixture);
  g_assert_cmpint (fixture->changes, ==, SB_FEED_EDITOR_FEED | SB_FEED_EDITOR_PLACE);
  feed = get_feed (fixture, 0);
  g_assert_cmpstr (sb_record_get_text (feed, SB_FEED_URL), ==, "https://presse.example/neuf");
}

/* Nothing is written when nothing was changed. */
static void
test_nothing (Fixture *fixture,
              gconstpointer data)
{
  sb_test_newsroom_add_feed (&fixture->room, "https://presse.example/fil", "Le fil");
  edit (fixture);
  save (fixture);
  g_assert_null (fixture->message);
  g_assert_null (sb_catalogue_get_undo_label (fixture->catalogue));
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  gboolean *is_added = user_data;

  *is_added = sb_catalogue_write_finish (SB_CATALOGUE (object), result, NULL);
}

static void
add_service (Fixture *fixture)
{
  const SbService *service = sb_service_find ("acled");
  g_autofree char *url = sb_service_make_url (service, "countries=ML&from=2026-01-01");
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);
  g_autoptr (SbRecord) feed = NULL;
  gboolean is_added = FALSE;

  sb_record_builder_set_text (builder, SB_FEED_URL, url);
  sb_record_builder_set_text (builder, SB_FEED_TITLE, "ACLED · Mali");
  sb_record_builder_set_term (builder, SB_FEED_KIND, SB_FEED_KIND_ACLED);
  sb_record_builder_set_text (builder, SB_FEED_QUERY, "countries=ML&from=2026-01-01");
  sb_record_builder_set_integer (builder, SB_FEED_INTERVAL, sb_service_get_interval (service));
  feed = sb_record_builder_end (builder);
  sb_change_set_put (changes, feed);
  sb_catalogue_write_async (fixture->catalogue, changes, NULL, added_cb, &is_added);
  sb_test_wait (sb_test_is_true, &is_added);
}

static void
test_service (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbRecord) feed = NULL;
  g_autofree char *place = NULL;

  add_service (fixture);
  edit (fixture);
  g_assert_null (find_row (fixture, "Address"));
  g_assert_null (find_row (fixture, "Fetch whole articles"));
  g_assert_null (find_row (fixture, "Address of its RSS"));
  type (fixture, "Countries (Mali, Niger)", "Atlantis");
  accept (fixture);
  sb_test_wait (has_problem, fixture);
  type (fixture, "Countries (Mali, Niger)", "Niger, Mali");
  type (fixture, "First day (2026-01-31)", "");
  type (fixture, "Address of the service", "http://miroir.example");
  accept (fixture);
  sb_test_wait (has_problem, fixture);
  type (fixture, "Address of the service", "https://miroir.example");
  save (fixture);
  g_assert_cmpint (fixture->changes, ==, SB_FEED_EDITOR_FEED | SB_FEED_EDITOR_PLACE);

  feed = get_feed (fixture, 0);
  g_assert_cmpstr (sb_record_get_text (feed, SB_FEED_QUERY), ==, "countries=ML,NE");
  g_assert_cmpstr (sb_record_get_text (feed, SB_FEED_TITLE), ==, "ACLED · Mali, Niger");
  place = sb_service_dup_set_address (sb_service_find ("acled"), SB_SERVICE_ADDRESS_INTERFACE);
  g_assert_cmpstr (place, ==, "https://miroir.example");
}

static void
test_closes_while_busy (Fixture *fixture,
                        gconstpointer data)
{
  sb_test_newsroom_add_feed (&fixture->room, "https://presse.example/fil", "Le fil");
  edit (fixture);
  type (fixture, "Title", "Mon fil");
  accept (fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  ADD ("/app/feed-editor/feed", test_feed);
  ADD ("/app/feed-editor/problem", test_problem);
  ADD ("/app/feed-editor/nothing", test_nothing);
  ADD ("/app/feed-editor/service", test_service);
  ADD ("/app/feed-editor/closes-while-busy", test_closes_while_busy);

  return g_test_run ();
}
