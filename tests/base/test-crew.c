/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-crew.h"

/* More than there are threads. */
#define N_ITEMS 200

typedef struct
{
  guint number;
  guint n_worked;
} Item;

static int n_freed; /* (atomic) */

static void
item_free (gpointer data)
{
  g_atomic_int_inc (&n_freed);
  g_free (data);
}

/* The later ones are sooner done. */
static void
work (gpointer data)
{
  Item *item = data;
  volatile guint n_steps = (N_ITEMS - item->number) * 100;

  while (n_steps > 0)
    n_steps--;
  item->n_worked++;
}

static void
push (SbCrew *crew,
      guint number)
{
  Item *item = g_new0 (Item, 1);

  item->number = number;
  sb_crew_push (crew, item);
}

/* Items come back worked on once, in the order in which they were pushed, also when
 * others are pushed meanwhile. */
static void
test_order (void)
{
  g_autoptr (SbCrew) crew = sb_crew_new (work, item_free);
  guint n_pushed = 0;

  g_assert_null (sb_crew_pop (crew));
  for (guint i = 0; i < N_ITEMS; i++)
    {
      Item *item;

      while (n_pushed < N_ITEMS && sb_crew_wants_more (crew))
        push (crew, n_pushed++);
      g_assert_cmpuint (n_pushed - i, <=, SB_CREW_AHEAD);
      item = sb_crew_pop (crew);
      g_assert_cmpuint (item->number, ==, i);
      g_assert_cmpuint (item->n_worked, ==, 1);
      item_free (item);
    }
  g_assert_null (sb_crew_pop (crew));
}

/* One that is left in the midst of its work frees all that it has. */
static void
test_left (void)
{
  SbCrew *crew = sb_crew_new (work, item_free);

  n_freed = 0;
  for (guint i = 0; i < N_ITEMS; i++)
    push (crew, i);
  item_free (sb_crew_pop (crew));
  sb_crew_free (crew);
  g_assert_cmpint (n_freed, ==, N_ITEMS);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/crew/order", test_order);
  g_test_add_func ("/base/crew/left", test_left);
  return g_test_run ();
}
