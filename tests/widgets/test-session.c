/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <string.h>

#include "sb-session.h"

#include "sb-clock.h"

/* What can be gone back to, whatever was looked at before. */
#define HISTORY_LENGTH 64

static SbRef *
create_ref (gint64 id)
{
  return sb_ref_new (SB_KIND_ACTOR, id, NULL, NULL);
}

static void
test_period (void)
{
  static const struct
  {
    int first; /* as given */
    int last;
    int as_of; /* set afterwards */
    int kept_first;
    int kept_last;
    int kept_as_of;
  } cases[] = {
    { 100, 200, 150, 100, 200, 150 },
    { 200, 100, 150, 100, 200, 150 },
    { 100, 200, 99, 100, 200, 100 },
    { 100, 200, 201, 100, 200, 200 },
    { 100, 200, G_MININT, 100, 200, 100 },
    { 100, 200, G_MAXINT, 100, 200, 200 },
    { 100, 100, 7, 100, 100, 100 },
    { -20, -10, 0, -20, -10, -10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = sb_session_new ();

      sb_session_set_period (session, cases[i].first, cases[i].last);
      sb_session_set_as_of (session, cases[i].as_of);
      g_assert_cmpint (sb_session_get_first_day (session), ==, cases[i].kept_first);
      g_assert_cmpint (sb_session_get_last_day (session), ==, cases[i].kept_last);
      g_assert_cmpint (sb_session_get_as_of (session), ==, cases[i].kept_as_of);
    }
}

static void
test_period_draws_as_of (void)
{
  g_autoptr (SbSession) session = sb_session_new ();

  sb_session_set_period (session, 100, 200);
  sb_session_set_as_of (session, 180);
  sb_session_set_period (session, 100, 150);
  g_assert_cmpint (sb_session_get_as_of (session), ==, 150);

  sb_session_set_period (session, 160, 190);
  g_assert_cmpint (sb_session_get_as_of (session), ==, 160);
}

static void
test_starts_today (void)
{
  g_autoptr (SbSession) session = sb_session_new ();

  g_assert_cmpint (sb_session_get_as_of (session), ==, sb_clock_today ());
  g_assert_cmpint (sb_session_get_last_day (session), ==, sb_clock_today ());
  g_assert_cmpint (sb_session_get_first_day (session), <, sb_clock_today ());
  g_assert_null (sb_session_get_selection (session));
}

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

/* The views answer each notification with a query. */
static void
test_tells_of_changes_alone (void)
{
  static const struct
  {
    int first;
    int last;
    guint n_first;
    guint n_last;
    guint n_as_of;
  } cases[] = {
    { 100, 200, 0, 0, 0 },
    { 200, 100, 0, 0, 0 },
    { 90, 200, 1, 0, 0 },
    { 90, 210, 0, 1, 0 },
    { 90, 120, 0, 1, 1 },
    { 300, 400, 1, 1, 1 },
  };
  g_autoptr (SbSession) session = sb_session_new ();
  guint n_first = 0;
  guint n_last = 0;
  guint n_as_of = 0;

  sb_session_set_period (session, 100, 200);
  sb_session_set_as_of (session, 150);
  g_signal_connect (session, "notify::first-day", G_CALLBACK (count_cb), &n_first);
  g_signal_connect (session, "notify::last-day", G_CALLBACK (count_cb), &n_last);
  g_signal_connect (session, "notify::as-of", G_CALLBACK (count_cb), &n_as_of);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      n_first = n_last = n_as_of = 0;
      sb_session_set_period (session, cases[i].first, cases[i].last);
      g_assert_cmpuint (n_first, ==, cases[i].n_first);
      g_assert_cmpuint (n_last, ==, cases[i].n_last);
      g_assert_cmpuint (n_as_of, ==, cases[i].n_as_of);
    }
}

/* Each character of a walk is a step: "0" selects nothing, a digit the record of
 * that id, "<" and ">" go back and forward. */
static void
walk (SbSession *session,
      const char *steps)
{
  for (const char *step = steps; *step != '\0'; step++)
    {
      g_autoptr (SbRef) ref = g_ascii_isdigit (*step) && *step != '0' ? create_ref (*step - '0') : NULL;

      if (*step == '<')
        sb_session_go_back (session);
      else if (*step == '>')
        sb_session_go_forward (session);
      else
        sb_session_select (session, ref);
    }
}

static void
test_history (void)
{
  static const struct
  {
    const char *steps;
    gint64 selected; /* 0 for none */
    gboolean can_go_back;
    gboolean can_go_forward;
  } cases[] = {
    { "", 0, FALSE, FALSE },
    { "<", 0, FALSE, FALSE },
    { ">", 0, FALSE, FALSE },
    { "1", 1, FALSE, FALSE },
    { "11", 1, FALSE, FALSE },
    { "1<", 1, FALSE, FALSE },
    { "12", 2, TRUE, FALSE },
    { "12<", 1, FALSE, TRUE },
    { "12<>", 2, TRUE, FALSE },
    { "12<>>", 2, TRUE, FALSE },
    { "123<<", 1, FALSE, TRUE },
    { "123<<<", 1, FALSE, TRUE },
    { "123<<>>", 3, TRUE, FALSE },
    { "123<4", 4, TRUE, FALSE },
    { "123<4<", 2, TRUE, TRUE },
    { "123<4<<", 1, FALSE, TRUE },
    { "123<2", 2, TRUE, TRUE },
    { "10", 0, TRUE, FALSE },
    { "10<", 1, FALSE, FALSE },
    { "102<", 1, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = sb_session_new ();
      SbRef *selection;
      gboolean can_go_back;
      gboolean can_go_forward;

      g_test_message ("steps %s", cases[i].steps);
      walk (session, cases[i].steps);
      selection = sb_session_get_selection (session);
      g_object_get (session, "can-go-back", &can_go_back, "can-go-forward", &can_go_forward, NULL);
      g_assert_cmpint (selection != NULL ? sb_ref_get_id (selection) : 0, ==, cases[i].selected);
      g_assert_cmpint (can_go_back, ==, cases[i].can_go_back);
      g_assert_cmpint (can_go_forward, ==, cases[i].can_go_forward);
    }
}

static void
append_page (GString *pages,
             const char *name)
{
  g_string_append_printf (pages, "%s ", name);
}

static void
page_shown_cb (SbSession *session,
               const char *name)
{
  sb_session_set_page (session, name);
}

/* Going back leads to the page that was shown when something else was selected. */
static void
test_history_of_pages (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  g_autoptr (GString) pages = g_string_new (NULL);
  static const char *const steps[] = { "desk", "1", "map", "2", "3", "actors", "4", "<", "<", "<", "<", ">", ">" };

  g_signal_connect (session, "page-requested", G_CALLBACK (page_shown_cb), NULL);
  g_signal_connect_swapped (session, "page-requested", G_CALLBACK (append_page), pages);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (strlen (steps[i]) > 1)
      sb_session_set_page (session, steps[i]);
    else
      walk (session, steps[i]);

  g_assert_cmpstr (pages->str, ==, "map desk map ");
}

static void
test_history_ends (void)
{
  g_autoptr (SbSession) session = sb_session_new ();

  for (gint64 id = 1; id <= 3 * HISTORY_LENGTH; id++)
    {
      g_autoptr (SbRef) ref = create_ref (id);

      sb_session_select (session, ref);
    }

  for (guint i = 0; i < 3 * HISTORY_LENGTH; i++)
    sb_session_go_back (session);

  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (session)), ==, 2 * HISTORY_LENGTH);
}

static void
document_requested_cb (SbSession *session,
                       gint64 document,
                       int start,
                       int end,
                       gpointer user_data)
{
  gint64 *answer = user_data;

  *answer = document * 10000 + start * 100 + end;
}

static void
page_requested_cb (SbSession *session,
                   const char *name,
                   gpointer user_data)
{
  char **answer = user_data;

  *answer = g_strdup (name);
}

static void
test_requests (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  g_autofree char *page = NULL;
  gint64 document = 0;

  g_signal_connect (session, "document-requested", G_CALLBACK (document_requested_cb), &document);
  g_signal_connect (session, "page-requested", G_CALLBACK (page_requested_cb), &page);
  sb_session_request_document (session, 42, 7, 21);
  sb_session_request_page (session, "map");
  g_assert_cmpint (document, ==, 420721);
  g_assert_cmpstr (page, ==, "map");
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("SB_CLOCK", "2026-05-20", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/session/period", test_period);
  g_test_add_func ("/widgets/session/period-draws-as-of", test_period_draws_as_of);
  g_test_add_func ("/widgets/session/starts-today", test_starts_today);
  g_test_add_func ("/widgets/session/tells-of-changes-alone", test_tells_of_changes_alone);
  g_test_add_func ("/widgets/session/history", test_history);
  g_test_add_func ("/widgets/session/history-of-pages", test_history_of_pages);
  g_test_add_func ("/widgets/session/history-ends", test_history_ends);
  g_test_add_func ("/widgets/session/requests", test_requests);

  return g_test_run ();
}
