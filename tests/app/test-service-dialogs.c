/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-row.h"
#include "sb-service-dialog.h"
#include "sb-service-query.h"
#include "sb-sign-in-dialog.h"
#include "sb-test-loopback.h"
#include "sb-test-newsroom.h"
#include "sb-window-private.h"

#include <string.h>

/* Subscribing and signing in to a data service; the server of the newsroom plays
 * ACLED. */

#define TOKENS "{\"access_token\":\"A\",\"refresh_token\":\"R\",\"expires_in\":86400}"

typedef struct
{
  SbTestNewsroom room;
  GtkWindow *dialog; /* (nullable) once it was closed */
  char *message; /* (owned) (nullable) of "done" */
} Fixture;

static void
token_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  const char *form = soup_server_message_get_request_body (message)->data;
  gboolean is_right = strstr (form, "password=juste&") != NULL;
  const char *text = is_right ? TOKENS : "{\"error\":\"invalid_grant\"}";

  soup_server_message_set_status (message, is_right ? 200 : 400, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, text, strlen (text));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbKeyring) keyring = sb_memory_keyring_new ();

  sb_test_newsroom_open (&fixture->room, NULL);
  sb_test_loopback_add (fixture->room.server, "/oauth/token", token_cb, NULL);
  g_setenv ("SB_ACLED_ADDRESS", fixture->room.address, TRUE);
  sb_sync_set_keyring (sb_context_get_sync (fixture->room.context), keyring);
}

static void
done_cb (Fixture *fixture,
         const char *message)
{
  g_assert_null (fixture->message);
  fixture->message = g_strdup (message);
}

static void
show (Fixture *fixture,
      gpointer dialog)
{
  fixture->dialog = dialog;
  g_object_add_weak_pointer (dialog, (gpointer *) &fixture->dialog);
  g_signal_connect_swapped (dialog, "done", G_CALLBACK (done_cb), fixture);
  gtk_widget_show (dialog);
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
    gtk_window_destroy (fixture->dialog);

  /* Closing it frees it, whatever was under way. */
  sb_test_wait (is_closed, fixture);
  g_free (fixture->message);
  sb_test_newsroom_close (&fixture->room, NULL);
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
  return sb_test_find (GTK_WIDGET (fixture->dialog), ADW_TYPE_PREFERENCES_ROW, has_title, (gpointer) title);
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

/* A query that is kept comes back as it was, whatever the rows show. */
static void
test_query (void)
{
  static const struct
  {
    SbFeedKind kind;
    const char *text;
  } cases[] = {
    { SB_FEED_KIND_ACLED, "countries=ML,NE&from=2025-01-01&to=2025-12-31" },
    { SB_FEED_KIND_RELIEFWEB, "countries=ML&text=camp OR conflict" },
    { SB_FEED_KIND_UCDP, "countries=BF&dataset=candidate&version=26.0.1" },
    { SB_FEED_KIND_HAPI, "countries=BF&dataset=idps" },
    { SB_FEED_KIND_GDELT, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbService *service = sb_service_get (cases[i].kind);
      SbServiceQuery *query = g_object_ref_sink (g_object_new (SB_TYPE_SERVICE_QUERY, NULL));
      g_autofree char *text = NULL;
      g_autofree char *normal = NULL;
      g_autoptr (GError) error = NULL;

      sb_service_query_set_service (query, service);
      sb_service_query_set_text (query, cases[i].text);
      text = sb_service_query_dup_text (query);
      g_assert_cmpint (strstr (text, "ML,NE") != NULL, ==, FALSE);
      normal = sb_service_normalise_query (service, text, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (normal, ==, cases[i].text);
      g_assert_finalize_object (query);
    }
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
  return sb_test_find (GTK_WIDGET (((Fixture *) data)->dialog), GTK_TYPE_IMAGE, is_problem, NULL) != NULL;
}

static void
activate (Fixture *fixture,
          const char *action)
{
  sb_test_activate (GTK_WIDGET (fixture->dialog), action);
}

static void
show_sign_in (Fixture *fixture,
              const char *service)
{
  show (fixture, sb_sign_in_dialog_new (sb_context_get_sync (fixture->room.context), sb_service_find (service)));
}

static void
test_signs_in (Fixture *fixture,
               gconstpointer data)
{
  show_sign_in (fixture, "acled");
  g_assert_cmpstr (gtk_window_get_title (fixture->dialog), ==, "Sign in to ACLED");
  type (fixture, "E-mail address", "analyste@institut.example");
  type (fixture, "Password", "faux");
  activate (fixture, "form.accept");
  sb_test_wait (has_problem, fixture);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (fixture->dialog),
                                        "The service does not accept this name, password or key: check it and sign in again."));

  type (fixture, "Password", "juste");
  g_assert_false (has_problem (fixture));
  activate (fixture, "form.accept");
  sb_test_wait (is_closed, fixture);
  g_assert_cmpstr (fixture->message, ==, "Signed in to ACLED.");
}

typedef struct
{
  const char *service;
  const char *user; /* (nullable) the titles of the rows */
  const char *key;
  gboolean is_hidden;
} FormCase;

static const FormCase form_cases[] = {
  { "reliefweb", NULL, "Application name", FALSE },
  { "acled", "E-mail address", "Password", TRUE },
  { "ucdp", NULL, "Access token", TRUE },
  { "hapi", "E-mail address", "Application name", FALSE },
};

static void
test_forms (Fixture *fixture,
            gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (form_cases); i++)
    {
      const FormCase *test = &form_cases[i];

      show_sign_in (fixture, test->service);
      sb_test_run_main_loop ();
      g_assert_cmpint (find_row (fixture, "E-mail address") != NULL, ==, test->user != NULL);
      g_assert_cmpint (ADW_IS_PASSWORD_ENTRY_ROW (find_row (fixture, test->key)), ==, test->is_hidden);
      gtk_window_destroy (fixture->dialog);
      sb_test_wait (is_closed, fixture);
    }
}

static void
test_closes_while_busy (Fixture *fixture,
                        gconstpointer data)
{
  show_sign_in (fixture, "acled");
  type (fixture, "E-mail address", "analyste@institut.example");
  type (fixture, "Password", "juste");
  activate (fixture, "form.accept");
}

static void
test_adds (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) feeds = NULL;
  GtkWidget *service;
  SbRecord *feed;

  show (fixture, sb_service_dialog_new (sb_context_get_sync (fixture->room.context)));
  service = sb_test_find_type (GTK_WIDGET (fixture->dialog), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (service), SB_FEED_KIND_ACLED - 1);
  g_assert_null (find_row (fixture, "Data"));
  type (fixture, "Countries (Mali, Niger)", "Atlantis");
  activate (fixture, "form.accept");
  sb_test_wait (has_problem, fixture);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (fixture->dialog),
                                        "“Atlantis” is missing, or is nothing that this service can be asked for."));

  type (fixture, "Countries (Mali, Niger)", "Mali");
  activate (fixture, "form.accept");
  sb_test_wait (is_closed, fixture);
  g_assert_true (g_str_has_prefix (fixture->message, "ACLED · Mali was added, but it could not be fetched."));

  feeds = sb_test_newsroom_list (&fixture->room, SB_KIND_FEED);
  g_assert_cmpuint (feeds->len, ==, 1);
  feed = g_ptr_array_index (feeds, 0);
  g_assert_cmpstr (sb_record_get_text (feed, SB_FEED_QUERY), ==, "countries=ML");
  g_assert_cmpstr (sb_record_get_text (feed, SB_FEED_ERROR_CODE), ==, "sign-in");
}

static gboolean
has_row (gpointer data)
{
  return sb_test_find_type (GTK_WIDGET (((Fixture *) data)->dialog), SB_TYPE_FEED_ROW) != NULL;
}

static gboolean
is_sign_in_button (GtkWidget *widget,
                   gpointer data)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Sign in…") == 0;
}

static gboolean
has_sign_in_window (gpointer data)
{
  return sb_test_find_window (SB_TYPE_SIGN_IN_DIALOG) != NULL;
}

/* The row of a service that nobody signed in to offers it. */
static void
test_row (Fixture *fixture,
          gconstpointer data)
{
  GtkWidget *button;

  test_adds (fixture, NULL);
  g_clear_pointer (&fixture->message, g_free);
  fixture->dialog = GTK_WINDOW (sb_window_new (NULL, fixture->room.context));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_widget_show (GTK_WIDGET (fixture->dialog));
  _sb_window_show_page (SB_WINDOW (fixture->dialog), "feeds");
  sb_test_wait (has_row, fixture);
  sb_test_run_main_loop ();

  button = sb_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON, is_sign_in_button, NULL);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  sb_test_wait (has_sign_in_window, fixture);
}

static gboolean
ends_with (GtkWidget *widget,
           gpointer ending)
{
  return g_str_has_suffix (gtk_label_get_label (GTK_LABEL (widget)), ending);
}

static gboolean
says (Fixture *fixture,
      const char *ending)
{
  return sb_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, ends_with, (gpointer) ending) != NULL;
}

static gboolean
says_signed_in (gpointer data)
{
  return says (data, " · Signed in");
}

static gboolean
says_signed_out (gpointer data)
{
  return says (data, " · Not signed in");
}

/* The row says whether somebody is signed in, and the page signs out. */
static void
test_signs_out (Fixture *fixture,
                gconstpointer data)
{
  SbRecord *feed;
  GtkWidget *row;

  show_sign_in (fixture, "acled");
  type (fixture, "E-mail address", "analyste@institut.example");
  type (fixture, "Password", "juste");
  activate (fixture, "form.accept");
  sb_test_wait (is_closed, fixture);
  g_clear_pointer (&fixture->message, g_free);

  show (fixture, sb_service_dialog_new (sb_context_get_sync (fixture->room.context)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sb_test_find_type (GTK_WIDGET (fixture->dialog), GTK_TYPE_DROP_DOWN)),
                              SB_FEED_KIND_ACLED - 1);
  type (fixture, "Countries (Mali, Niger)", "Mali");
  activate (fixture, "form.accept");
  sb_test_wait (is_closed, fixture);

  fixture->dialog = GTK_WINDOW (sb_window_new (NULL, fixture->room.context));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_widget_show (GTK_WIDGET (fixture->dialog));
  _sb_window_show_page (SB_WINDOW (fixture->dialog), "feeds");
  sb_test_wait (has_row, fixture);
  sb_test_wait (says_signed_in, fixture);

  row = sb_test_find_type (GTK_WIDGET (fixture->dialog), SB_TYPE_FEED_ROW);
  feed = sb_feed_row_get_feed (SB_FEED_ROW (row));
  g_assert_true (gtk_widget_activate_action (row, "feed.sign-out", "x", sb_record_get_id (feed)));
  sb_test_wait (says_signed_out, fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  ADD ("/app/sign-in-dialog/signs-in", test_signs_in);
  ADD ("/app/sign-in-dialog/forms", test_forms);
  ADD ("/app/sign-in-dialog/closes-while-busy", test_closes_while_busy);
  ADD ("/app/service-dialog/adds", test_adds);
  g_test_add_func ("/app/service-query/round-trip", test_query);
  ADD ("/app/feed-row/signs-in", test_row);
  ADD ("/app/feed-row/signs-out", test_signs_out);

  return g_test_run ();
}
