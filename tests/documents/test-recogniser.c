/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-recogniser.h"

/* The day that the sentences were written on. */
#define DAY_TEXT "2026-05-15"

static SbNameSet *names;

static char
get_letter (SbMentionKind kind)
{
  switch (kind)
    {
    case SB_MENTION_ACTOR:
      return 'a';
    case SB_MENTION_PERSON:
      return 'p';
    case SB_MENTION_PLACE:
      return 'l';
    case SB_MENTION_ROUTE:
      return 'r';
    case SB_MENTION_INSTRUMENT:
      return 'i';
    case SB_MENTION_DATE:
    default:
      return 'd';
    }
}

/* The sentence without its marks. */
static char *
strip_marks (const char *marked)
{
  GString *text = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p++)
    {
      const char *equals;

      if (p[0] == '[' && p[1] != '\0' && p[2] == ':')
        p += 2;
      else if (*p == ']')
        continue;
      else if (*p == '=' && (equals = strchr (p, ']')) != NULL && strchr ("0123456789.N", p[1]) != NULL)
        p = equals;
      else
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

/* The text with marks for what was found in it. */
static char *
mark (const char *text,
      const SbMentions *mentions)
{
  guint n;
  const SbMention *found = sb_mentions_get (mentions, &n);
  GString *marked = g_string_new (NULL);
  const char *position = text;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *start = g_utf8_offset_to_pointer (position, (glong) (found[i].start - at));
      const char *end = g_utf8_offset_to_pointer (start, (glong) (found[i].end - found[i].start));

      g_string_append_len (marked, position, start - position);
      g_string_append_printf (marked, "[%c:%.*s", get_letter (found[i].kind), (int) (end - start), start);
      if (found[i].kind == SB_MENTION_DATE)
        g_string_append_printf (marked, "=%s", found[i].name != NULL ? found[i].name : "NULL");
      g_string_append_c (marked, ']');
      position = end;
      at = found[i].end;
    }

  g_string_append (marked, position);
  return g_string_free (marked, FALSE);
}

static void
test_sentences (gconstpointer data)
{
  const char *language = data;
  g_autofree char *name = g_strconcat (language, ".txt", NULL);
  g_autofree char *path =
    g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "documents", "mentions", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  SbTextFacts facts = { .language = language, .has_day = TRUE };

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sb_day_parse (DAY_TEXT, &facts.day));

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *text = strip_marks (lines[i]);
      g_autoptr (SbMentions) mentions = NULL;
      g_autofree char *marked = NULL;

      if (lines[i][0] == '#')
        continue;
      mentions = sb_recognise (names, text, strlen (text), &facts);
      marked = mark (text, mentions);
      if (strcmp (marked, lines[i]) != 0)
        {
          g_test_message ("%s:%u\n  %s\n  %s", name, i + 1, lines[i], marked);
          g_test_fail ();
        }
    }
}

typedef struct
{
  const char *text;
  const char *name; /* of the first mention */
} NameCase;

/* Whatever a text calls it, a mention tells the name by which it is known. */
static void
test_names (void)
{
  const NameCase cases[] = {
    { "Le GSIM frappe.", "Groupe de soutien à l’islam et aux musulmans" },
    { "Le général Goïta parle.", "Assimi Goïta" },
    { "Les rives du Niger.", "fleuve Niger" },
    { "Le Niger est un pays.", "Niger" },
    { "À Tombouctou.", "Tombouctou" },
    { "La RN1.", "Bamako–Kayes–Diboli–Dakar" },
    { "L’axe Bamako–Nioro du Sahel.", "Bamako–Diéma–Nioro du Sahel–Gogui" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbTextFacts facts = { .language = "fr" };
      g_autoptr (SbMentions) mentions = sb_recognise (names, cases[i].text, strlen (cases[i].text), &facts);
      guint n;
      const SbMention *found = sb_mentions_get (mentions, &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (found[0].name, ==, cases[i].name);
      g_assert_true (found[0].is_known);
    }
}

/* Several countries number a road alike: the text is about that whose places it names. */
static void
test_same_number (void)
{
  const NameCase cases[] = {
    { "La RN6 est coupée entre Ségou et San.", "Bamako–Ségou–San–Sévaré" },
    { "The N6 is cut between Ségou and San.", "Bamako–Ségou–San–Sévaré" },
    { "La N6 est coupée entre Niamey et Torodi.", "Niamey–Torodi–Makalondi" },
    { "La RN6 est coupée entre Kankan et Siguiri.", "Kissidougou–Kankan–Siguiri–Kourémalé" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbTextFacts facts = { .language = "fr" };
      g_autoptr (SbMentions) mentions = sb_recognise (names, cases[i].text, strlen (cases[i].text), &facts);
      guint n;
      const SbMention *found = sb_mentions_get (mentions, &n);

      g_assert_cmpuint (n, ==, 3);
      g_assert_cmpint (found[0].kind, ==, SB_MENTION_ROUTE);
      g_assert_cmpstr (found[0].name, ==, cases[i].name);
    }
}

/* The date of a text is told by its dateline, or by the last date in it. */
static void
test_day (void)
{
  const struct
  {
    const char *text;
    const char *date; /* of the last mention */
  } cases[] = {
    { "29 avril 2026\n\nLe 25 avril, la ville est attaquée.", "2026-04-25" },
    { "MAI 2026\n\nLe 6 mai dernier, un appel est lancé.", "2026-05-06" },
    { "septembre 15, 2025\n\nEn juin dernier, une garnison tombe.", "2025-06" },
    { "Depuis le 3 septembre 2025, la ville que chacun connaît pour son marché est isolée de tout.\n\n"
      "Le 18 novembre, il parle.",
      "2025-11-18" },
    { "Le 18 novembre, il parle.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbTextFacts facts = { .language = "fr" };
      g_autoptr (SbMentions) mentions = sb_recognise (names, cases[i].text, strlen (cases[i].text), &facts);
      guint n;
      const SbMention *found = sb_mentions_get (mentions, &n);

      g_assert_cmpuint (n, >, 0);
      g_assert_cmpstr (found[n - 1].name, ==, cases[i].date);
    }
}

static void
test_candidates (void)
{
  const char *text = "Le groupe dit Zoumana a parlé. Le même Zoumana, près de Tikiraba, se tait. Le colonel Issa Boré nie.";
  const SbTextFacts facts = { .language = "fr" };
  g_autoptr (SbMentions) mentions = sb_recognise (names, text, strlen (text), &facts);
  guint n;
  const SbNameCandidate *candidates = sb_mentions_get_candidates (mentions, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (candidates[0].name, ==, "Zoumana");
  g_assert_cmpuint (candidates[0].n_times, ==, 2);
  g_assert_false (candidates[0].has_kind);
  g_assert_cmpstr (candidates[1].name, ==, "Tikiraba");
  g_assert_cmpint (candidates[1].kind, ==, SB_MENTION_PLACE);
  g_assert_cmpstr (candidates[2].name, ==, "Issa Boré");
  g_assert_cmpint (candidates[2].kind, ==, SB_MENTION_PERSON);
}

/* Nothing is found in what is no text, and nothing breaks. */
static void
test_strange (void)
{
  const char *const texts[] = { "", " ", "\xff\xfe", "Bamako \xc3", ".", "« »", "[[((", "5 au", "nuit du", "l’", "RN", "Nord de l’" };
  const SbTextFacts facts = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SbMentions) mentions = sb_recognise (names, texts[i], strlen (texts[i]), &facts);
      guint n;

      sb_mentions_get (mentions, &n);
      if (n != 0)
        g_test_message ("%s", texts[i]);
      g_assert_cmpuint (n, ==, 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  names = sb_name_set_new_shipped (&error);
  g_assert_no_error (error);

  g_test_add_data_func ("/documents/recogniser/sentences/fr", "fr", test_sentences);
  g_test_add_data_func ("/documents/recogniser/sentences/en", "en", test_sentences);
  g_test_add_func ("/documents/recogniser/names", test_names);
  g_test_add_func ("/documents/recogniser/same-number", test_same_number);
  g_test_add_func ("/documents/recogniser/day", test_day);
  g_test_add_func ("/documents/recogniser/candidates", test_candidates);
  g_test_add_func ("/documents/recogniser/strange", test_strange);
  status = g_test_run ();
  sb_name_set_unref (names);
  return status;
}
