/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-benchmark"

#include "config.h"

#include "first-frame.h"

static void
frame_painted_cb (GdkFrameClock *clock,
                  gpointer user_data)
{
  GApplication *application = user_data;

  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, frame_painted_cb, user_data);
  g_application_quit (application);
}

static void
window_mapped_cb (GtkWidget *window,
                  gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (frame_painted_cb), user_data);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow *window,
                 gpointer user_data)
{
  g_signal_connect (window, "map", G_CALLBACK (window_mapped_cb), application);
}

void
print_first_frame (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
}
