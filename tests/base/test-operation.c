/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-operation.h"

#include <math.h>

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
run_main_context (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gpointer
report_a_thousand (gpointer data)
{
  SbOperation *operation = data;

  for (guint i = 1; i <= 1000; i++)
    {
      g_autofree char *detail = g_strdup_printf ("item %u", i);

      sb_operation_report_progress (operation, i / 1000.0, detail);
    }

  return NULL;
}

static void
test_coalesced (void)
{
  g_autoptr (SbOperation) operation = sb_operation_new ("Syncing");
  GThread *thread;
  guint n_fractions = 0, n_details = 0;

  g_signal_connect (operation, "notify::fraction", G_CALLBACK (count_cb), &n_fractions);
  g_signal_connect (operation, "notify::detail", G_CALLBACK (count_cb), &n_details);
  g_assert_cmpfloat (sb_operation_get_fraction (operation), ==, -1);

  thread = g_thread_new ("reporter", report_a_thousand, operation);
  g_thread_join (thread);
  g_assert_cmpuint (n_fractions, ==, 0);
  run_main_context ();

  g_assert_cmpuint (n_fractions, ==, 1);
  g_assert_cmpuint (n_details, ==, 1);
  g_assert_cmpfloat (sb_operation_get_fraction (operation), ==, 1);
  g_assert_cmpstr (sb_operation_get_detail (operation), ==, "item 1000");
  g_assert_cmpstr (sb_operation_get_title (operation), ==, "Syncing");
}

static void
test_range (void)
{
  static const struct
  {
    double reported, fraction;
  } cases[] = { { 0.5, 0.5 }, { 1.5, 1 }, { -3, -1 }, { 0, 0 }, { NAN, -1 } };
  g_autoptr (SbOperation) operation = sb_operation_new ("Syncing");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sb_operation_report_progress (operation, cases[i].reported, NULL);
      run_main_context ();
      g_assert_cmpfloat (sb_operation_get_fraction (operation), ==, cases[i].fraction);
    }
}

static void
test_detail_is_kept (void)
{
  g_autoptr (SbOperation) operation = sb_operation_new ("Syncing");

  sb_operation_report_progress (operation, 0.1, "RFI");
  sb_operation_report_progress (operation, 0.2, NULL);
  run_main_context ();
  g_assert_cmpstr (sb_operation_get_detail (operation), ==, "RFI");
  sb_operation_report_progress (operation, 0.3, NULL);
  run_main_context ();
  g_assert_cmpstr (sb_operation_get_detail (operation), ==, "RFI");
}

static void
test_complete (void)
{
  SbOperation *operation = sb_operation_new ("Syncing");
  guint n_running = 0;

  g_signal_connect (operation, "notify::running", G_CALLBACK (count_cb), &n_running);
  g_assert_true (sb_operation_is_running (operation));
  sb_operation_report_progress (operation, 0.7, "last words");
  sb_operation_complete (operation);
  sb_operation_complete (operation);

  g_assert_false (sb_operation_is_running (operation));
  g_assert_cmpuint (n_running, ==, 1);
  g_assert_cmpstr (sb_operation_get_detail (operation), ==, "last words");

  sb_operation_report_progress (operation, 0.8, "too late");
  run_main_context ();
  g_assert_cmpfloat (sb_operation_get_fraction (operation), ==, 0.7);
  g_assert_cmpstr (sb_operation_get_detail (operation), ==, "last words");
  g_assert_finalize_object (operation);
}

static void
test_cancel (void)
{
  g_autoptr (SbOperation) operation = sb_operation_new ("Syncing");
  GCancellable *cancellable = sb_operation_get_cancellable (operation);

  g_assert_false (g_cancellable_is_cancelled (cancellable));
  sb_operation_cancel (operation);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_true (sb_operation_is_running (operation));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/operation/coalesced", test_coalesced);
  g_test_add_func ("/base/operation/range", test_range);
  g_test_add_func ("/base/operation/detail-is-kept", test_detail_is_kept);
  g_test_add_func ("/base/operation/complete", test_complete);
  g_test_add_func ("/base/operation/cancel", test_cancel);

  return g_test_run ();
}
