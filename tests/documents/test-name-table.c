/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-name-table.h"
#include "sb-text.h"

/* What a word edge is: tools disagree, and so this says what it is here. */

static const char *const names[] = {
  "Gao",
  "Nioro du Sahel",
  "Nioro",
  "Azawad",
  "Front de libération de l'Azawad",
  "Côte d’Ivoire",
  "JNIM",
  "Sévaré",
  "Al-Qaïda",
  "Al-Qaïda au Maghreb islamique",
  "G5 Sahel",
  "N'Djamena",
  "Ɓundu",
  "موريتانيا",
  "œuvre",
  "RN1",
};

typedef struct
{
  const char *text;
  const char *found; /* what of the text is found, with "|" between */
} Case;

static const Case cases[] = {
  { "", "" },
  { "rien", "" },
  { "Gao", "Gao" },
  { "gao GAO Gào", "gao|GAO|Gào" },
  { "Gaoual", "" },
  { "Ségao", "" },
  { "(Gao), Gao. «Gao»", "Gao|Gao|Gao" },
  { "Gao-Kidal, Gao/Kidal, Gao_1", "Gao|Gao|Gao" },
  { "Gao1", "" },
  { "Gao’s, Gao's", "Gao|Gao" },
  { "l’Azawad, l'AZAWAD, d`Azawad", "Azawad|AZAWAD|Azawad" },
  { "Nioro", "Nioro" },
  { "Nioro du Sahel", "Nioro du Sahel" },
  { "Nioro-du-Sahel", "Nioro-du-Sahel" },
  { "NIORO  DU\nSAHEL", "NIORO  DU\nSAHEL" },
  { "Nioro du Nord", "Nioro" },
  { "Nioro du", "Nioro" },
  { "Nioro du Nioro du Sahel", "Nioro|Nioro du Sahel" },
  { "Front de libération de l’Azawad", "Front de libération de l’Azawad" },
  { "front de liberation de l azawad", "front de liberation de l azawad" },
  { "Front de libération du Macina et Azawad", "Azawad" },
  { "Cote d'Ivoire, CÔTE D’IVOIRE", "Cote d'Ivoire|CÔTE D’IVOIRE" },
  { "Se\u0301vare\u0301", "Se\u0301vare" }, /* accents apart: the last is behind the word */
  { "Sé\u00ADvaré", "Sé\u00ADvaré" }, /* a soft hyphen */
  { "Sévaré\u2026", "Sévaré" },
  { "Al-Qaïda, Al Qaida, al\u2011qaïda", "Al-Qaïda|Al Qaida|al\u2011qaïda" },
  { "Al-Qaïda au Maghreb islamique", "Al-Qaïda au Maghreb islamique" },
  { "Al-Qaïda au Maghreb", "Al-Qaïda" },
  { "G5 Sahel, G 5 Sahel", "G5 Sahel" },
  { "N’Djamena, N'Djaména, Ndjamena", "N’Djamena|N'Djaména" },
  { "ɓundu, Bundu", "ɓundu|Bundu" },
  { "في موريتانيا،", "موريتانيا" },
  { "oeuvre ŒUVRE", "oeuvre|ŒUVRE" },
  { "RN1 RN10 RN 1", "RN1" },
  { "\xff"
    "Gao\xff",
    "Gao" },
  { "Ga\xc3", "" },
};

static char *
find_all (const SbNameTable *table,
          const char *text,
          gsize n_bytes)
{
  GString *found = g_string_new (NULL);
  SbNameMatch match;
  SbNameScan scan;

  sb_name_scan_init (&scan, table, text, n_bytes);
  while (sb_name_scan_next (&scan, &match))
    {
      if (found->len > 0)
        g_string_append_c (found, '|');
      g_string_append_len (found, text + match.start, (gssize) (match.end - match.start));
    }

  return g_string_free (found, FALSE);
}

static void
test_edges (void)
{
  g_autoptr (SbNameTable) table = sb_name_table_new (names, G_N_ELEMENTS (names));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find_all (table, cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* A text may end anywhere, in the middle of a name or of a character. */
static void
test_end (void)
{
  static const char *const text = "Nioro du Sahel, Sévaré";
  g_autoptr (SbNameTable) table = sb_name_table_new (names, G_N_ELEMENTS (names));

  for (gsize n = 0; n <= strlen (text); n++)
    {
      g_autofree char *found = find_all (table, text, n);
      const char *expected = n < 5 ? "" : n < 14 ? "Nioro"
                                        : n < 24 ? "Nioro du Sahel"
                                                 : "Nioro du Sahel|Sévaré";

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_same (void)
{
  const char *const same[] = { "Kayes", "Gao", "KAYES", "", "kayes", "…" };
  g_autoptr (SbNameTable) table = sb_name_table_new (same, G_N_ELEMENTS (same));
  guint name = sb_name_table_find (table, "Kayes");

  g_assert_cmpuint (name, ==, 4);
  name = sb_name_table_get_same (table, name);
  g_assert_cmpuint (name, ==, 2);
  name = sb_name_table_get_same (table, name);
  g_assert_cmpuint (name, ==, 0);
  g_assert_cmpuint (sb_name_table_get_same (table, name), ==, SB_NAME_NONE);
  g_assert_cmpuint (sb_name_table_find (table, "Kidal"), ==, SB_NAME_NONE);
  g_assert_cmpuint (sb_name_table_find (table, ""), ==, SB_NAME_NONE);
}

/* Words of a few letters, so that names begin with each other and go on in each
 * other. */
static char *
make_words (GRand *random,
            guint n_max)
{
  static const char *const words[] = { "a", "é", "Ba", "l’", "ab", "d", "É", "b-a" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 1, (gint32) n_max + 1);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* Where the longest of @folded_names ends that begins at the start of @text, which is
 * folded; 0 for none. */
static gsize
find_longest (GPtrArray *folded_names,
              const char *text)
{
  gsize longest = 0;

  for (guint i = 0; i < folded_names->len; i++)
    {
      const char *name = g_ptr_array_index (folded_names, i);
      gsize length = strlen (name);

      if (length > longest && strncmp (text, name, length) == 0 && (text[length] == ' ' || text[length] == '\0'))
        longest = length;
    }

  return longest;
}

/* The same as a search of folded names in the folded text, word by word. */
static void
test_plain_search (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint turn = 0; turn < 2000; turn++)
    {
      g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) folded_names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = make_words (random, 12), *folded = sb_fold (text), *found = NULL, *folded_found = NULL;
      g_autoptr (SbNameTable) table = NULL;
      g_autoptr (GString) expected = g_string_new (NULL);

      for (guint i = 0; i < 6; i++)
        {
          g_ptr_array_add (made, make_words (random, 3));
          g_ptr_array_add (folded_names, sb_fold (g_ptr_array_index (made, i)));
        }
      for (const char *p = folded; *p != '\0';)
        {
          gsize length = find_longest (folded_names, p);

          if (length > 0)
            g_string_append_printf (expected, "%s%.*s", expected->len > 0 ? " " : "", (int) length, p);
          p += length > 0 ? length : strcspn (p, " ");
          p += *p == ' ';
        }

      table = sb_name_table_new ((const char *const *) made->pdata, made->len);
      found = find_all (table, text, strlen (text));
      folded_found = sb_fold (found);
      g_assert_cmpstr (folded_found, ==, expected->str);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/documents/name-table/edges", test_edges);
  g_test_add_func ("/documents/name-table/end", test_end);
  g_test_add_func ("/documents/name-table/same", test_same);
  g_test_add_func ("/documents/name-table/plain-search", test_plain_search);

  return g_test_run ();
}
