/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-likeness.h"

/* Copies as papers print them, and texts that are none, made of the texts of
 * likeness/texts.txt: what is joined must be a copy. */

/* How copies are made of a text. */
typedef enum
{
  COPY_WHOLE,
  COPY_BYLINE, /* "(AFP)" before it, a line of rights behind */
  COPY_LEAD, /* a paragraph of the paper's own before it */
  COPY_CUT, /* without its last paragraph */
  COPY_HALF, /* its first half */
  COPY_TYPED, /* other quotation marks and apostrophes, capitals */
  COPY_EDITED, /* every 14th word is another one */
  COPY_TRIMMED, /* every fifth sentence is gone */
  COPY_TURNED, /* the paragraphs in another order */
  COPY_ALL, /* lead, cut and edited */
  N_COPIES,
} Copy;

static const char lead[] =
  "Notre rédaction revient sur cette information, qui confirme ce que plusieurs lecteurs nous signalaient depuis le "
  "début de la semaine. Le bilan reste à établir.\n\n";

static const char boilerplate[] =
  "Ce site dépose des témoins de connexion pour mesurer son audience et vous proposer des contenus adaptés à vos "
  "centres d’intérêt. Vous pouvez modifier vos choix à tout moment depuis la page de vos préférences. Abonnez-vous à "
  "notre lettre du matin pour recevoir chaque jour l’essentiel de l’actualité du continent, les reportages de nos "
  "correspondants et les rendez-vous de la semaine. Toute reproduction, même partielle, est soumise à une autorisation "
  "écrite préalable de la direction. Vous avez une information à nous transmettre ? Écrivez à la rédaction, qui garantit "
  "l’anonymat de ses sources. Retrouvez aussi nos émissions, nos archives et nos cartes.";

typedef struct
{
  char *name; /* (owned) */
  char *text; /* (owned) */
} Text;

/* Verdicts that were right and wrong. */
typedef struct
{
  guint n_true;
  guint n_false;
  guint n_missed;
} Score;

static void
text_free (gpointer data)
{
  Text *text = data;

  g_free (text->name);
  g_free (text->text);
  g_free (text);
}

/* (element-type Text) */
static GPtrArray *
load_texts (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "documents", "likeness", "texts.txt", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *texts = g_ptr_array_new_with_free_func (text_free);
  g_auto (GStrv) parts = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (contents, "\n== ", -1);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      Text *text = g_new0 (Text, 1);
      const char *end = strchr (parts[i], '\n');

      text->name = g_strndup (parts[i], (gsize) (end - parts[i]));
      text->text = g_strdup (end + 1);
      g_ptr_array_add (texts, text);
    }

  return texts;
}

static char *
cut_tail (const char *text)
{
  const char *last = g_strrstr (text, "\n\n");

  return g_strndup (text, (gsize) (last - text));
}

static char *
take_half (const char *text)
{
  const char *space = strchr (text + strlen (text) / 2, ' ');

  return g_strndup (text, (gsize) (space - text));
}

static char *
retype (const char *text)
{
  g_autofree char *upper = g_utf8_strup (text, (gssize) strcspn (text, "."));
  g_autofree char *joined = g_strconcat (upper, strchr (text, '.'), NULL);
  g_autoptr (GString) typed = g_string_new (joined);

  g_string_replace (typed, "’", "'", 0);
  g_string_replace (typed, "« ", "\"", 0);
  g_string_replace (typed, " »", "\"", 0);
  return g_string_free (g_steal_pointer (&typed), FALSE);
}

/* Every @nth word or sentence is another one, or gone. */
static char *
change_each (const char *text,
             const char *separator,
             guint nth,
             const char *other)
{
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = i % nth == nth - 1 ? other : parts[i];

      if (part != NULL)
        g_string_append_printf (result, "%s%s", result->len > 0 ? separator : "", part);
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

static char *
turn (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n\n", -1);
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_prepend (result, "\n\n"), g_string_prepend (result, parts[i]);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

static char *
make_copy (const char *text,
           Copy copy)
{
  g_autofree char *cut = cut_tail (text);
  g_autofree char *edited = change_each (text, " ", 14, "notamment");
  g_autofree char *edited_cut = change_each (cut, " ", 20, "notamment");

  switch (copy)
    {
    case COPY_BYLINE:
      return g_strconcat ("BAMAKO, 12 mai 2026 (AFP) – ", text, "\n\n© Agence France-Presse. Tous droits réservés.", NULL);
    case COPY_LEAD:
      return g_strconcat (lead, text, NULL);
    case COPY_CUT:
      return g_steal_pointer (&cut);
    case COPY_HALF:
      return take_half (text);
    case COPY_TYPED:
      return retype (text);
    case COPY_EDITED:
      return g_steal_pointer (&edited);
    case COPY_TRIMMED:
      return change_each (text, ". ", 5, NULL);
    case COPY_TURNED:
      return turn (text);
    case COPY_ALL:
      return g_strconcat (lead, edited_cut, NULL);
    case COPY_WHOLE:
    default:
      return g_strdup (text);
    }
}

/* What is told of two texts by one of them looked up is what their comparison says. */
static void
assert_table_agrees (const SbShingles *text,
                     const SbShingles *other,
                     const guint32 *marks,
                     guint n_marks,
                     const SbLikeness *likeness)
{
  g_autoptr (SbShingleTable) table = sb_shingle_table_new (text);

  g_assert_cmpint (sb_shingle_table_is_close (table, other, marks, n_marks), ==, sb_likeness_is_close (likeness));
}

static SbLikeness
compare (const char *earlier,
         const char *later)
{
  g_autoptr (SbShingles) first = sb_shingles_new (earlier, strlen (earlier));
  g_autoptr (SbShingles) second = sb_shingles_new (later, strlen (later));
  SbLikeness likeness = sb_shingles_compare (first, second, NULL, 0);

  assert_table_agrees (first, second, NULL, 0, &likeness);
  assert_table_agrees (second, first, NULL, 0, &likeness);
  return likeness;
}

/* Nothing follows from what is not close, whichever of the two is the earlier one. */
static void
assert_is_close (const SbLikeness *likeness,
                 SbLikenessVerdict verdict)
{
  const SbLikeness turned = { likeness->of_later, likeness->of_earlier, likeness->n_words };

  g_assert_cmpint (sb_likeness_is_close (likeness), ==, sb_likeness_is_close (&turned));
  if (verdict != SB_LIKENESS_NONE)
    g_assert_true (sb_likeness_is_close (likeness));
}

/* What is said of texts of two sources. */
static SbLikenessVerdict
judge (const char *earlier,
       const char *later)
{
  const SbLikenessSide first = { .title = "Kayes", .source = 1, .day = 20000 };
  const SbLikenessSide second = { .title = "Mali", .source = 2, .day = 20001 };
  SbLikeness likeness = compare (earlier, later);
  SbLikenessVerdict verdict = sb_likeness_judge (&likeness, &first, &second);

  assert_is_close (&likeness, verdict);
  return verdict;
}

static guint
count_shared_marks (const char *text,
                    const char *other)
{
  g_autoptr (SbShingles) first = sb_shingles_new (text, strlen (text));
  g_autoptr (SbShingles) second = sb_shingles_new (other, strlen (other));
  guint n_first;
  guint n_second;
  const guint32 *marks = sb_shingles_get_marks (first, &n_first);
  const guint32 *others = sb_shingles_get_marks (second, &n_second);
  guint n = 0;

  for (guint i = 0; i < n_first; i++)
    for (guint j = 0; j < n_second; j++)
      n += marks[i] == others[j] ? 1 : 0;

  return n;
}

/* The least that copies have in common with their text, and the most that others
 * have: what the bounds of sb-likeness.c lie between. */
typedef struct
{
  double least_of_later;
  double least_of_earlier;
  double most_of_later;
} Range;

static void
widen (Range *range,
       const SbLikeness *likeness,
       gboolean is_copy)
{
  if (is_copy)
    {
      range->least_of_later = MIN (range->least_of_later, likeness->of_later);
      range->least_of_earlier = MIN (range->least_of_earlier, likeness->of_earlier);
    }
  else
    range->most_of_later = MAX (range->most_of_later, likeness->of_later);
}

static void
count (Score *score,
       gboolean is_copy,
       gboolean is_joined)
{
  if (is_copy && is_joined)
    score->n_true++;
  else if (is_joined)
    score->n_false++;
  else if (is_copy)
    score->n_missed++;
}

/* Each copy of each text is found, by its sketch and by its words, and no other
 * text is taken for one. */
static void
test_copies (void)
{
  g_autoptr (GPtrArray) texts = load_texts ();
  Score score = { 0 };
  Range range = { 1, 1, 0 };

  for (guint i = 0; i < texts->len; i++)
    for (guint copy = 0; copy < N_COPIES; copy++)
      {
        const Text *text = g_ptr_array_index (texts, i);
        g_autofree char *copied = make_copy (text->text, copy);

        for (guint j = 0; j < texts->len; j++)
          {
            const Text *other = g_ptr_array_index (texts, j);
            SbLikeness likeness = compare (other->text, copied);
            gboolean is_joined = judge (other->text, copied) != SB_LIKENESS_NONE && count_shared_marks (other->text, copied) > 0;

            count (&score, i == j, is_joined);
            widen (&range, &likeness, i == j);
            if ((i == j) != is_joined)
              g_test_message ("%s, copy %u, of %s: %.2f and %.2f", text->name, copy, other->name, likeness.of_earlier, likeness.of_later);
          }
      }

  g_test_message ("%u right, %u wrong, %u missed", score.n_true, score.n_false, score.n_missed);
  g_test_message ("Copies have %.2f of theirs and %.2f of the text at least, others %.2f of theirs at most",
                  range.least_of_later, range.least_of_earlier, range.most_of_later);
  g_assert_cmpuint (score.n_false, ==, 0);
  g_assert_cmpuint (score.n_missed, ==, 0);
}

/* A report that quotes a text whole, or a passage of it, is a text of its own,
 * and neither is the text its copy. */
static void
test_quotations (void)
{
  g_autoptr (GPtrArray) texts = load_texts ();
  guint n = texts->len;

  for (guint i = 0; i < n; i++)
    {
      const Text *text = g_ptr_array_index (texts, i);
      const Text *second = g_ptr_array_index (texts, (i + 1) % n);
      const Text *third = g_ptr_array_index (texts, (i + 2) % n);
      const char *passage_end = strstr (text->text, "\n\n");
      g_autofree char *passage = g_strndup (text->text, (gsize) (passage_end - text->text));
      g_autofree char *quoting = g_strconcat (second->text, "\n\n", passage, NULL);
      g_autofree char *report = g_strconcat (second->text, "\n\n", text->text, "\n\n", third->text, NULL);

      g_assert_cmpint (judge (text->text, quoting), ==, SB_LIKENESS_NONE);
      g_assert_cmpint (judge (quoting, text->text), ==, SB_LIKENESS_NONE);
      g_assert_cmpint (judge (text->text, report), ==, SB_LIKENESS_NONE);
      g_assert_cmpint (judge (report, text->text), ==, SB_LIKENESS_NONE);
    }
}

/* Of a page that is mostly boilerplate, what is left counts. */
static void
test_boilerplate (void)
{
  g_autoptr (GPtrArray) texts = load_texts ();
  g_autofree char *beginning = take_half (((Text *) g_ptr_array_index (texts, 0))->text);
  g_autofree char *other_beginning = take_half (((Text *) g_ptr_array_index (texts, 2))->text);
  g_autofree char *page = g_strconcat (beginning, "\n\n", boilerplate, NULL);
  g_autofree char *other_page = g_strconcat (other_beginning, "\n\n", boilerplate, NULL);
  g_autoptr (SbShingles) first = sb_shingles_new (page, strlen (page));
  g_autoptr (SbShingles) second = sb_shingles_new (other_page, strlen (other_page));
  g_autoptr (SbShingles) rest = sb_shingles_new (boilerplate, strlen (boilerplate));
  g_autoptr (SbShingles) plain = sb_shingles_new (beginning, strlen (beginning));
  guint n_marks;
  const guint32 *marks = sb_shingles_get_marks (rest, &n_marks);
  SbLikeness likeness = sb_shingles_compare (first, second, marks, n_marks);

  g_assert_cmpfloat (compare (page, other_page).of_later, >, 0.4);
  g_assert_cmpfloat (likeness.of_later, <, 0.05);
  assert_table_agrees (first, second, marks, n_marks, &likeness);
  /* The text without it is still the same text. */
  likeness = sb_shingles_compare (plain, first, marks, n_marks);
  g_assert_cmpfloat (likeness.of_earlier, >, 0.9);
  assert_table_agrees (first, plain, marks, n_marks, &likeness);
}

static const struct
{
  const char *title;
  const char *later_title;
  Copy copy;
  int days;
  SbLikenessVerdict verdict;
} versions[] = {
  { "Mali : attaque d’un convoi", "Mali : l’attaque d’un convoi fait trois disparus", COPY_LEAD, 0, SB_LIKENESS_VERSION },
  { "Mali : attaque d’un convoi", "Mali : attaque d’un convoi", COPY_CUT, 1, SB_LIKENESS_VERSION },
  /* The same text in two rubrics. */
  { "Mali : attaque d’un convoi", "Kayes sous pression", COPY_WHOLE, 0, SB_LIKENESS_VERSION },
  { "Mali : attaque d’un convoi", "Kayes sous pression", COPY_CUT, 0, SB_LIKENESS_NONE },
  /* Bulletins that are much the same. */
  { "Bulletin n° 12", "Bulletin n° 13", COPY_WHOLE, 1, SB_LIKENESS_NONE },
  { "Point de situation du 6 mai", "Point de situation du 7 mai", COPY_EDITED, 1, SB_LIKENESS_NONE },
  { "Mali : attaque d’un convoi", "Mali : attaque d’un convoi", COPY_WHOLE, 30, SB_LIKENESS_NONE },
};

static void
test_versions (void)
{
  g_autoptr (GPtrArray) texts = load_texts ();
  const Text *text = g_ptr_array_index (texts, 0);

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *copied = make_copy (text->text, versions[i].copy);
      SbLikeness likeness = compare (text->text, copied);
      const SbLikenessSide first = { versions[i].title, 7, 20000 };
      const SbLikenessSide second = { versions[i].later_title, 7, 20000 + versions[i].days };

      g_test_message ("%u", i);
      g_assert_cmpint (sb_likeness_judge (&likeness, &first, &second), ==, versions[i].verdict);
      assert_is_close (&likeness, versions[i].verdict);
    }
}

/* Nothing follows from a few words. */
static void
test_short (void)
{
  const char *text = "Au moins douze soldats ont été tués lundi dans une embuscade au sud de Kidal, ont annoncé des sources locales.";
  g_autoptr (SbShingles) shingles = sb_shingles_new (text, strlen (text));
  g_autoptr (SbShingles) empty = sb_shingles_new ("", 0);
  guint n_marks;

  sb_shingles_get_marks (shingles, &n_marks);
  g_assert_cmpuint (n_marks, ==, 0);
  g_assert_cmpint (judge (text, text), ==, SB_LIKENESS_NONE);
  g_assert_cmpuint (sb_shingles_get_n_words (empty), ==, 0);
  g_assert_cmpint (judge ("", ""), ==, SB_LIKENESS_NONE);
}

/* What is longer than can be compared is compared as far as that. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SbShingles) shingles = NULL;

  for (guint i = 0; i < 3 * SB_LIKENESS_MAX_WORDS; i++)
    g_string_append_printf (text, "mot%u ", i);
  shingles = sb_shingles_new (text->str, text->len);
  g_assert_cmpuint (sb_shingles_get_n_words (shingles), ==, SB_LIKENESS_MAX_WORDS);
  g_assert_cmpint (judge (text->str, text->str), ==, SB_LIKENESS_REPUBLICATION);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/documents/likeness/copies", test_copies);
  g_test_add_func ("/documents/likeness/quotations", test_quotations);
  g_test_add_func ("/documents/likeness/boilerplate", test_boilerplate);
  g_test_add_func ("/documents/likeness/versions", test_versions);
  g_test_add_func ("/documents/likeness/short", test_short);
  g_test_add_func ("/documents/likeness/long", test_long);

  return g_test_run ();
}
