/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-illustration-card.h"

#include "sb-test-screen.h"

#define WIDTH 280

static void
count_cb (GtkWidget *card,
          guint *n)
{
  (*n)++;
}

static GtkWidget *
get_child (SbIllustrationCard *card,
           const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (card), SB_TYPE_ILLUSTRATION_CARD, id));
}

static int
get_height (SbIllustrationCard *card)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static GdkTexture *
make_texture (int width,
              int height)
{
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 ((gsize) width * (gsize) height * 4), (gsize) width * (gsize) height * 4);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, (gsize) width * 4);
}

/* Asked for, called off, failed, asked for again, and there. */
static void
test_states (void)
{
  g_autoptr (SbIllustration) illustration = sb_illustration_new ("https://www.presse.example/a.jpg", "Des camions", 0);
  SbIllustrationCard *card = SB_ILLUSTRATION_CARD (sb_illustration_card_new (illustration));
  GtkWindow *window = sb_test_show (GTK_WIDGET (card), WIDTH, 200);
  GtkButton *button = GTK_BUTTON (get_child (card, "button"));
  guint n_wanted = 0;
  guint n_cancelled = 0;

  g_signal_connect (card, "wanted", G_CALLBACK (count_cb), &n_wanted);
  g_signal_connect (card, "cancelled", G_CALLBACK (count_cb), &n_cancelled);
  g_assert_true (sb_illustration_card_is_offered (card));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_wanted, ==, 1);

  sb_illustration_card_set_progress (card, 0.4);
  g_assert_false (sb_illustration_card_is_offered (card));
  sb_illustration_card_ask (card);
  g_assert_cmpuint (n_wanted, ==, 1);
  g_assert_true (gtk_widget_get_visible (get_child (card, "progress")));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_cancelled, ==, 1);

  sb_illustration_card_fail (card, "The server is away.");
  g_assert_true (sb_illustration_card_is_offered (card));
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (card), "The server is away."));
  g_assert_false (gtk_widget_get_visible (get_child (card, "progress")));
  sb_test_close (window);
}

/* It is as wide as it is told to be; a picture fills that, and is never made larger. */
static void
test_size (void)
{
  static const struct
  {
    int width;
    int height;
    int expected;
  } sizes[] = {
    { 2 * WIDTH, 200, 100 },
    { WIDTH, 50, 50 },
    { WIDTH / 2, 70, 70 },
    { 10 * WIDTH, 5, 1 },
  };
  g_autoptr (SbIllustration) illustration = sb_illustration_new ("https://www.presse.example/a.jpg", NULL, 0);
  SbIllustrationCard *card = SB_ILLUSTRATION_CARD (sb_illustration_card_new (illustration));
  GtkWindow *window = sb_test_show (GTK_WIDGET (card), WIDTH, 200);

  sb_illustration_card_set_width (card, WIDTH);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GdkTexture) texture = make_texture (sizes[i].width, sizes[i].height);
      int width;

      sb_illustration_card_show (card, texture);
      gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, ==, WIDTH);
      g_assert_cmpint (get_height (card), ==, sizes[i].expected);
    }
  sb_test_close (window);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);
  g_test_add_func ("/widgets/illustration-card/states", test_states);
  g_test_add_func ("/widgets/illustration-card/size", test_size);
  return g_test_run ();
}
