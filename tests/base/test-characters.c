/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-characters.h"

#include <string.h>

/* What GLib says of a text, whole and of each part that begins anew at a character. */
static void
test_count (void)
{
  static const char *const texts[] = {
    "",
    "a",
    "Kidal",
    "Le blocus de Kayes, levé à l’aube du 6 septembre",
    "ɛ̀ɲɔ ⵜⵉⴼⵉⵏⴰⵖ أزواد 𐀀𐀁 — fin",
    "éééééééé",
    "aéaéaéaéaéaéaéaéa",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *start = texts[i];; start = g_utf8_next_char (start))
      {
        for (const char *end = start;; end = g_utf8_next_char (end))
          {
            g_assert_cmpuint (sb_count_characters (start, end - start), ==, g_utf8_strlen (start, end - start));
            if (*end == '\0')
              break;
          }
        if (*start == '\0')
          break;
      }
}

/* Characters are counted where they begin. */
static void
test_part (void)
{
  g_assert_cmpuint (sb_count_characters ("é" + 1, 1), ==, 0);
  g_assert_cmpuint (sb_count_characters ("é", 1), ==, 1);
  g_assert_cmpuint (sb_count_characters (NULL, 0), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/characters/count", test_count);
  g_test_add_func ("/base/characters/part", test_part);

  return g_test_run ();
}
