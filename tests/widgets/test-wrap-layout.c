/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-test-screen.h"
#include "sb-wrap-layout.h"

#define N_CHILDREN 3

/* Children of 100 × 20; the first one expands, and gives way to 40. */
static GtkWidget *
create_bar (GtkWidget *children[N_CHILDREN])
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, sb_wrap_layout_new ());
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (children[i], i == 0 ? 40 : 100, 20);
      gtk_widget_set_hexpand (children[i], i == 0);
      gtk_box_append (GTK_BOX (bar), children[i]);
    }

  return g_object_ref_sink (bar);
}

static void
assert_place (GtkWidget *child,
              int x,
              int y,
              int width)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
}

static int
allocate (GtkWidget *bar,
          int width)
{
  int height;

  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (bar, &(GtkAllocation) { 0, 0, width, height }, -1);
  return height;
}

static void
test_lines (void)
{
  GtkWidget *children[N_CHILDREN];
  GtkWidget *bar = create_bar (children);
  int minimum;

  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);

  /* There is room for all: the first takes what is left. */
  g_assert_cmpint (allocate (bar, 300), ==, 20);
  assert_place (children[0], 0, 0, 88);
  assert_place (children[1], 94, 0, 100);
  assert_place (children[2], 200, 0, 100);

  /* Two lines, then three. */
  g_assert_cmpint (allocate (bar, 200), ==, 46);
  assert_place (children[0], 0, 0, 94);
  assert_place (children[1], 100, 0, 100);
  assert_place (children[2], 0, 26, 100);
  g_assert_cmpint (allocate (bar, 110), ==, 72);
  assert_place (children[0], 0, 0, 110);
  assert_place (children[2], 0, 52, 100);

  /* What is hidden takes no room. */
  gtk_widget_set_visible (children[1], FALSE);
  g_assert_cmpint (allocate (bar, 200), ==, 20);
  assert_place (children[2], 100, 0, 100);
  g_assert_finalize_object (bar);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);
  g_test_add_func ("/widgets/wrap-layout/lines", test_lines);
  return sb_test_screen_run ();
}
